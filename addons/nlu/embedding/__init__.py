"""Sentence embeddings: all-MiniLM-L6-v2 on the CPU, without PyTorch."""

from __future__ import annotations

from addons.nlu.embedding.embedder import SentenceEmbedder, available, load

__all__ = ["SentenceEmbedder", "available", "load"]
