"""Where conversations are kept, and in which order their turns are taken.

What channels may use of it:

    await delete(sender)   remove everything on file of a conversation; the rows removed
    await export(sender)   everything on file of a conversation, as a JSON object
    await unwell()         the parts that cannot be used now, out of "conversations", "locks"
    NotTaken               why a turn was not taken; `.sentence` names what to say to the person
      StoreFault           the store or the locks cannot be used ("store_fault")
      Busy                 too many messages of this conversation wait ("busy")

`delete` and `export` raise `StoreFault` (and `delete` `Busy`). None takes longer than 3 s plus,
for `delete`, the turn under way. `delete` waits for that turn: call it from a channel, never
from within a turn.
"""

from __future__ import annotations

from addons.stores.faults import Busy, NotTaken, StoreFault
from addons.stores.personal import delete, export, unwell

__all__ = ["Busy", "NotTaken", "StoreFault", "delete", "export", "unwell"]
