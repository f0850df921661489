"""Channels: how a message reaches the assistant and how its replies go back."""
