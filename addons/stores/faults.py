"""Why a turn was not taken: each reason is told to the person, and none is passed over."""

from __future__ import annotations


class NotTaken(Exception):
    """A turn that did not take place: nothing of it is kept, and nothing it said may be shown.

    `sentence` is the key of the catalogue's sentence that tells the person.
    """

    sentence: str


class StoreFault(NotTaken):
    """Conversations or locks cannot be reached, in time or at all. The text names the part
    and the kind of fault, never what a person said or where a store is."""

    sentence = "store_fault"


class Unusable(StoreFault):
    """This one conversation cannot be kept; the store itself is well."""


class Conflict(Unusable):
    """Someone else changed the conversation during the turn: a deletion, or another process."""

    def __init__(self) -> None:
        super().__init__("conversations: changed meanwhile")


class Busy(NotTaken):
    """Too many messages of one conversation wait, or this one waited too long."""

    sentence = "busy"
