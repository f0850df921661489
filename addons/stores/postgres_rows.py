"""Conversations in PostgreSQL, with a time limit that holds when the server is frozen.

psycopg2 waits for ever by itself; a keep-alive does not help either, since the kernel of a
frozen server still answers. So every wait here is a `select` with a deadline.
"""

from __future__ import annotations

import contextlib
import re
import select
import time
from typing import Any

import psycopg2
from psycopg2 import extensions

from addons.stores import rows as sql
from addons.stores.faults import Conflict, StoreFault, Unusable
from addons.stores.rows import Row, Version, row_of

TIME_LIMIT = 1.0
"""Seconds for one statement, connecting included."""
EXPIRE_LIMIT = 60.0
"""Seconds for the daily clean-up, which reads the whole table."""
# With a condition on what the insertion did, one statement and so one transaction.
REPLACE = f"""
WITH added AS ({sql.APPEND} RETURNING number)
{sql.DELETE_EARLIER} AND EXISTS (SELECT 1 FROM added)
"""


class PostgresRows:
    """`Rows` in the database that a URL names (``postgresql://user:password@host/name``)."""

    threads = 8

    def __init__(self, url: str) -> None:
        self._url = url
        self._idle: list[Any] = []

    def last(self, sender: str) -> Version | None:
        """As `Rows.last`."""
        found = self._read(sql.LAST, {"sender": sender})
        return Version(*found[0]) if found else None

    def read(self, sender: str) -> list[Row]:
        """As `Rows.read`."""
        try:
            return [row_of(found) for found in self._read(sql.READ, {"sender": sender})]
        except ValueError as error:
            raise Unusable("conversations: a row is damaged") from error

    def append(self, sender: str, after: Version | None, row: Row) -> None:
        """As `Rows.append`."""
        statement = sql.APPEND if after else sql.BEGIN
        if self._run(statement, row.values(sender, after))[1] != 1:
            raise Conflict

    def replace(self, sender: str, after: Version, row: Row) -> None:
        """As `Rows.replace`."""
        if self._run(REPLACE, row.values(sender, after))[1] < 1:
            raise Conflict

    def delete(self, sender: str) -> int:
        """As `Rows.delete`."""
        return self._run(sql.DELETE, {"sender": sender})[1]

    def senders(self) -> list[str]:
        """As `Rows.senders`."""
        return [sender for (sender,) in self._read(sql.SENDERS, {})]

    def expire(self, before: float) -> int:
        """As `Rows.expire`."""
        return self._run(sql.EXPIRE, {"before": before}, EXPIRE_LIMIT)[1]

    def probe(self) -> None:
        """As `Rows.probe`."""
        self._run(sql.PROBE, {"at": time.time()})

    def close(self) -> None:
        """As `Rows.close`."""
        while (idle := self._take()) is not None:
            idle.close()

    def _read(self, statement: str, values: dict[str, Any]) -> list[Any]:
        """Once more if a connection had been closed since its last use: a restart of the
        server then goes by unnoticed. A write may have reached it, so it is not repeated."""
        had_idle = bool(self._idle)
        try:
            return self._run(statement, values)[0]
        except _Closed:
            if not had_idle:
                raise
            return self._run(statement, values)[0]

    def _run(
        self, statement: str, values: dict[str, Any], limit: float = TIME_LIMIT
    ) -> tuple[list[Any], int]:
        """The rows of a statement, and how many it touched."""
        deadline = time.monotonic() + limit
        connection = self._take() if limit == TIME_LIMIT else None
        try:
            connection = connection or self._connect(deadline, limit)
            found = _execute(connection, _named(statement), values, deadline)
        except (psycopg2.Error, OSError, ValueError) as error:
            if connection is not None:
                connection.close()
            if isinstance(error, psycopg2.IntegrityError):
                raise Conflict from error
            self.close()  # what ended one connection has ended them all
            if isinstance(error, _Late):
                raise StoreFault("conversations: no answer in time") from error
            closed = isinstance(error, (psycopg2.OperationalError, psycopg2.InterfaceError))
            reason = f"conversations: {type(error).__name__}"  # its text may name the host
            raise (_Closed if closed else StoreFault)(reason) from error
        if limit == TIME_LIMIT:
            self._idle.append(connection)
        else:
            connection.close()
        return found

    def _take(self) -> Any:
        """A connection nobody uses now, if there is one; several threads ask."""
        try:
            return self._idle.pop()
        except IndexError:
            return None

    def _connect(self, deadline: float, limit: float) -> Any:
        connection = psycopg2.connect(
            self._url,
            async_=1,
            application_name="sojourn",
            # The server gives up when we do, so that nothing is stored after we said it is not.
            options=f"-c statement_timeout={int(limit * 1000)}",
        )
        _wait(connection, deadline)
        for table in (sql.TABLE, sql.PROBES):
            # Another process may make it in the same moment.
            with contextlib.suppress(psycopg2.IntegrityError):
                _execute(connection, table, {}, deadline)
        return connection


class _Closed(StoreFault):
    """The connection was not usable, or no longer."""


class _Late(psycopg2.OperationalError):
    """The time limit is over."""


def _named(statement: str) -> str:
    return re.sub(r":(\w+)", r"%(\1)s", statement)


def _execute(
    connection: Any, statement: str, values: dict[str, Any], deadline: float
) -> tuple[list[Any], int]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values or None)
        _wait(connection, deadline)
        return (cursor.fetchall() if cursor.description else []), int(cursor.rowcount)


def _wait(connection: Any, deadline: float) -> None:
    while (state := connection.poll()) != extensions.POLL_OK:
        left = deadline - time.monotonic()
        handle = [connection.fileno()]
        reading = state == extensions.POLL_READ
        ready = left > 0 and any(
            select.select(handle if reading else [], [] if reading else handle, [], left)
        )
        if not ready:
            raise _Late
