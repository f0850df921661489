"""Turns of one conversation in the order they came, among several processes, on Redis."""

from __future__ import annotations

import asyncio
import itertools
import threading
import time
import uuid

from redis import Redis
from redis.asyncio import Redis as AsyncRedis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError as Disconnected
from redis.exceptions import RedisError
from redis.exceptions import TimeoutError as TookTooLong

from addons.stores.breaker import Breaker
from addons.stores.faults import Busy, StoreFault
from addons.stores.line import MOST_WAITING, WAIT_LIMIT, LocalLine

TIME_LIMIT = 1.0
"""Seconds for one call to Redis."""
LATE = 0.2
"""Seconds beyond it after which a call was not given up in time."""
TAKEN_FOR = 1.2
"""Seconds a place stays taken after its process was last heard of: how long a killed process
holds up those behind it."""
HEARTBEAT = 0.3
"""Seconds between two signs of life."""
LOOK_AGAIN = 0.01
"""Seconds until a process whose turn it is not looks again; longer, the further back it is."""
FURTHEST = 10

# Finds the place of a token in the line, entering it at the end if it is not there (also when
# Redis came back empty), and dropping those at the head whose process is gone. In one script,
# so nothing comes between. -1: the line is full.
FIND_PLACE = """
local line, prefix, token = KEYS[1], KEYS[1] .. ':', ARGV[1]
if not redis.call('LPOS', line, token) then
  for _, other in ipairs(redis.call('LRANGE', line, 0, -1)) do
    if redis.call('EXISTS', prefix .. other) == 0 then redis.call('LREM', line, 1, other) end
  end
  if redis.call('LLEN', line) > tonumber(ARGV[3]) then return -1 end
  redis.call('SET', prefix .. token, '', 'PX', ARGV[2])
  redis.call('RPUSH', line, token)
  redis.call('PEXPIRE', line, 3600000)
end
while true do
  local head = redis.call('LINDEX', line, 0)
  if head == token then return 0 end
  if redis.call('EXISTS', prefix .. head) == 1 then return redis.call('LPOS', line, token) end
  redis.call('LPOP', line)
end
"""
LEAVE = """
redis.call('LREM', KEYS[1], 1, ARGV[1])
redis.call('DEL', KEYS[1] .. ':' .. ARGV[1])
"""


class RedisLine:
    """A line for each conversation: a Redis list of tokens, each with a key that expires.

    A process renews its tokens' keys from a thread, so that a long computation on the event
    loop does not cost it its turn; once it is killed they expire. A process that lost its
    turn all the same (stopped, cut off) cannot store anything: `addons.stores.rows`.
    """

    def __init__(
        self, url: str, wait_limit: float = WAIT_LIMIT, most_waiting: int = MOST_WAITING
    ) -> None:
        """``url`` is ``redis://...`` or ``rediss://...``."""
        self._wait_limit, self._most_waiting = wait_limit, most_waiting
        limits = {"socket_timeout": TIME_LIMIT, "socket_connect_timeout": TIME_LIMIT}
        # Once more where a connection turns out to be closed: a restart of Redis then goes by
        # unnoticed. Both scripts do the same when they are run twice.
        again = Retry(NoBackoff(), 1, supported_errors=(Disconnected,))
        self._redis = AsyncRedis.from_url(url, retry=again, retry_on_error=[Disconnected], **limits)
        self._find_place = self._redis.register_script(FIND_PLACE)
        self._leave = self._redis.register_script(LEAVE)
        self._breaker = Breaker("locks")
        self._entering = asyncio.Lock()  # so that whoever came first is first in Redis too
        # Of this process's own only the first asks Redis: a hundred would keep it busy asking.
        self._here = LocalLine(wait_limit, most_waiting)
        self._tokens = (f"{uuid.uuid4().hex}-{number}" for number in itertools.count())
        self._held: dict[str, str] = {}
        self._heart = threading.Thread(
            target=self._beat, args=(Redis.from_url(url, **limits),), name="locks", daemon=True
        )

    async def enter(self, conversation: str) -> str:
        """As `Line.enter`."""
        token, line = next(self._tokens), _line(conversation)
        until = time.monotonic() + self._wait_limit
        try:
            async with self._entering:
                place = await self._place(line, token)
            self._held[token] = f"{line}:{token}"
            if not self._heart.is_alive():
                self._heart.start()
            await self._here.enter(conversation)
        except BaseException:
            await self._give_up(line, token)
            raise
        try:
            while place > 0:
                place = await self._place(line, token)
                if place > 0 and time.monotonic() > until:
                    raise Busy("waited too long")
                await asyncio.sleep(LOOK_AGAIN * min(place, FURTHEST))
        except BaseException:
            await self.leave(conversation, token)
            raise
        return token

    async def leave(self, conversation: str, place: str) -> None:
        """As `Line.leave`; if Redis cannot be told, the place expires by itself."""
        await self._give_up(_line(conversation), place)
        await self._here.leave(conversation, "")

    async def _give_up(self, line: str, token: str) -> None:
        self._held.pop(token, None)
        try:
            with self._breaker:
                await self._leave(keys=[line], args=[token])
        except (StoreFault, RedisError, OSError, asyncio.TimeoutError):
            return

    async def probe(self) -> None:
        """As `Line.probe`."""
        with self._breaker:
            try:
                await self._redis.ping()
            except (RedisError, OSError, asyncio.TimeoutError) as error:
                raise StoreFault(f"locks: {type(error).__name__}") from error

    async def _place(self, line: str, token: str) -> int:
        with self._breaker:
            try:
                place = await self._asked(line, token)
            except (RedisError, OSError, asyncio.TimeoutError) as error:
                raise StoreFault(f"locks: {type(error).__name__}") from error
        if place < 0:
            raise Busy("too many wait")
        return place

    async def _asked(self, line: str, token: str) -> int:
        arguments = [token, int(TAKEN_FOR * 1000), self._most_waiting]
        began = time.monotonic()
        try:
            return int(await self._find_place(keys=[line], args=arguments))
        except TookTooLong:
            # Well past the limit this process itself was busy: the answer may have been there.
            if time.monotonic() - began < TIME_LIMIT + LATE:
                raise
        return int(await self._find_place(keys=[line], args=arguments))

    def _beat(self, redis: Redis[bytes]) -> None:
        while True:
            held = list(self._held.values())
            try:
                if held:
                    signs = redis.pipeline(transaction=False)
                    for key in held:
                        signs.set(key, "", px=int(TAKEN_FOR * 1000))
                    signs.execute()
            except (RedisError, OSError):
                pass  # the next turn that uses Redis says so
            time.sleep(HEARTBEAT)


def _line(conversation: str) -> str:
    # In braces: all keys of one conversation on one node of a Redis cluster.
    return f"sojourn:line:{{{conversation}}}"
