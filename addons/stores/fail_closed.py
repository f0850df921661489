"""Rasa's own wrapper around a store, without its answer from forgotten state.

``rasa.core.tracker_store.FailSafeTrackerStore`` (3.6.21) is put around every store and has no
setting. It takes a fault in reading for an empty conversation and keeps turns that cannot be
stored in memory, where nothing reads them again: people were told answers from facts they had
not given, and what they said was lost. Here the fault goes on to whoever asked.
"""

from __future__ import annotations

from typing import NoReturn

from rasa.core.tracker_store import FailSafeTrackerStore


def never_fall_back() -> None:
    """From now on a fault of a store is raised; repeating the call changes nothing."""
    FailSafeTrackerStore.on_tracker_store_error = _raise
    FailSafeTrackerStore.on_tracker_store_retrieve_error = _raise


def _raise(_store: FailSafeTrackerStore, error: Exception) -> NoReturn:
    raise error
