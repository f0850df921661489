"""What `scripts/evaluate` is made of: inputs, measures, conversations, the page."""
