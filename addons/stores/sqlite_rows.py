"""Conversations in one SQLite file that only its owner can read."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from addons.stores import rows as sql
from addons.stores.faults import Conflict, StoreFault, Unusable
from addons.stores.rows import Row, Version, row_of

BUSY_LIMIT = 0.8
"""Seconds to wait for another process that writes to the file."""
SETTINGS = (
    # A reader and a writer do not wait for each other, and a turn costs one write.
    "PRAGMA journal_mode = WAL",
    # What is committed outlives the process (kill -9). It is not forced to the disk each
    # time: a power cut may take the last turns.
    "PRAGMA synchronous = NORMAL",
    "PRAGMA secure_delete = ON",  # deleted words are overwritten, not only unlinked
)


class SqliteRows:
    """`Rows` in a file. It is made when missing at the start, and never later: a file that
    goes away while people talk is a fault, not an empty store."""

    threads = 1

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._inode: int | None = None
        self._made = False

    def last(self, sender: str) -> Version | None:
        """As `Rows.last`."""
        found = self._all(sql.LAST, {"sender": sender})
        return Version(*found[0]) if found else None

    def read(self, sender: str) -> list[Row]:
        """As `Rows.read`."""
        try:
            return [row_of(found) for found in self._all(sql.READ, {"sender": sender})]
        except ValueError as error:
            raise Unusable("conversations: a row is damaged") from error

    def append(self, sender: str, after: Version | None, row: Row) -> None:
        """As `Rows.append`."""
        self._write(sql.APPEND if after else sql.BEGIN, row.values(sender, after))

    def replace(self, sender: str, after: Version, row: Row) -> None:
        """As `Rows.replace`."""
        values = row.values(sender, after)
        self._write(sql.APPEND, values, sql.DELETE_EARLIER)
        with contextlib.suppress(StoreFault):  # the turn is on file all the same
            self._forget_bytes()

    def delete(self, sender: str) -> int:
        """As `Rows.delete`."""
        with self._faults() as file:
            count = file.execute(sql.DELETE, {"sender": sender}).rowcount
        self._forget_bytes()
        return count

    def senders(self) -> list[str]:
        """As `Rows.senders`."""
        return [sender for (sender,) in self._all(sql.SENDERS, {})]

    def expire(self, before: float) -> int:
        """As `Rows.expire`."""
        with self._faults() as file:
            count = file.execute(sql.EXPIRE, {"before": before}).rowcount
        self._forget_bytes()
        return count

    def probe(self) -> None:
        """As `Rows.probe`."""
        with self._faults() as file:
            file.execute(sql.PROBE, {"at": time.time()})

    def _all(self, statement: str, values: dict[str, Any]) -> list[Any]:
        with self._faults() as file:
            return file.execute(statement, values).fetchall()

    def _write(self, insert: str, values: dict[str, Any], then: str | None = None) -> None:
        with self._faults() as file:
            try:
                file.execute("BEGIN IMMEDIATE")
                if file.execute(insert, values).rowcount != 1:
                    raise Conflict
                if then is not None:
                    file.execute(then, values)
                file.execute("COMMIT")
            except sqlite3.IntegrityError as error:
                raise Conflict from error
            finally:
                if file.in_transaction:
                    file.execute("ROLLBACK")

    def _forget_bytes(self) -> None:
        """Take what was deleted out of the write-ahead file too."""
        with self._faults() as file:
            file.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextlib.contextmanager
    def _faults(self) -> Iterator[sqlite3.Connection]:
        """The open file; whatever goes wrong is a `StoreFault`, and the file is opened anew."""
        try:
            yield self._file()
        except (sqlite3.Error, OSError, ValueError) as error:
            self.close()
            reason = error if isinstance(error, (sqlite3.Error, OSError)) else type(error).__name__
            # SQLite's texts name no value; an OSError's names the file, which is the operator's.
            raise StoreFault(f"conversations: {reason}") from error

    def _file(self) -> sqlite3.Connection:
        if self._connection is not None and os.stat(self._path).st_ino == self._inode:
            return self._connection
        self.close()
        if not self._made:
            # Before SQLite would make it, readable by all; its side files get the same mode. A
            # file that exists is not opened here: closing it would take SQLite's locks away.
            with contextlib.suppress(FileExistsError):
                os.close(os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
            os.chmod(self._path, 0o600)
        self._inode = os.stat(self._path).st_ino
        file = sqlite3.connect(
            f"{self._path.absolute().as_uri()}?mode=rw",
            uri=True,
            timeout=BUSY_LIMIT,
            isolation_level=None,
            check_same_thread=False,  # one thread uses it; closing may come from another
        )
        self._connection = file
        for setting in SETTINGS:
            file.execute(setting)
        file.execute(sql.TABLE)
        file.execute(sql.PROBES)
        self._made = True
        return file

    def close(self) -> None:
        """As `Rows.close`."""
        file, self._connection = self._connection, None
        if file is not None:
            with contextlib.suppress(sqlite3.Error):
                file.close()
