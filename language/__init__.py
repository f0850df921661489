"""The words: what people say, and what the assistant says."""
