"""Glue between the conversation and the rules: slots to question, verdict to message."""
