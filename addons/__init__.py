"""What Rasa's own process loads by dotted path: channels, NLU components, response texts."""
