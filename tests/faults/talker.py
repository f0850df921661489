"""A process that takes turns with the real store and locks as fast as it can, to be killed.

For each line on standard input, ``URL REDIS-or-dash SENDER FIRST``, it forks a child that takes
turn FIRST and the following ones, and says ``pid``, then each turn's number once it is on file,
then ``dead``. Forked, because importing Rasa takes seconds and a hundred are killed.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import sys

from addons.stores.conversations import Conversations
from addons.stores.faults import NotTaken
from addons.stores.line import LocalLine
from addons.stores.locks import Locks
from addons.stores.redis_line import RedisLine
from addons.stores.settings import rows_of
from tests.stores.talks import DOMAIN, remembered, say


async def talk(url: str, redis: str, sender: str, first: int) -> None:
    """Take turns for ever."""
    store = Conversations(DOMAIN, rows=rows_of(url))
    locks = Locks(line=LocalLine() if redis == "-" else RedisLine(redis))
    for number in itertools.count(first):
        try:
            async with locks.lock(sender):
                await say(store, sender, number, remembered(number))
        except NotTaken:  # a disk that is busy elsewhere; nothing was acknowledged
            await asyncio.sleep(0.1)
            continue
        os.write(1, b"%d\n" % number)  # at once, or not at all


def main() -> None:
    """Fork one talker after another."""
    print("ready", flush=True)
    for line in sys.stdin:
        url, redis, sender, first = line.split()
        child = os.fork()
        if child == 0:
            asyncio.run(talk(url, redis, sender, int(first)))
            os._exit(0)
        print(child, flush=True)
        os.waitpid(child, 0)
        os.write(1, b"dead\n")


main()
