"""What people ask of what is kept of them: to see it, and to have it gone, bytes and all."""

from __future__ import annotations

import asyncio
import stat
from pathlib import Path
from typing import Any

import pytest
from rasa.shared.core.events import SlotSet

from addons import stores
from addons.stores.conversations import Conversations
from addons.stores.line import LocalLine
from addons.stores.locks import Locks
from addons.stores.rows import Row
from addons.stores.sqlite_rows import SqliteRows
from tests.stores.talks import DOMAIN, say, someone

pytestmark = pytest.mark.bot


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The database of the process's store."""
    path = tmp_path / "conversations.db"
    Conversations(DOMAIN, rows=SqliteRows(path))
    Locks(line=LocalLine())
    return path


def bytes_of(file: Path) -> bytes:
    """The database with its side files."""
    return b"".join(part.read_bytes() for part in sorted(file.parent.glob(f"{file.name}*")))


def test_the_export_has_the_facts_the_words_and_everything_else(file: Path) -> None:
    async def scenario() -> dict[str, Any]:
        store, sender = stores.personal.conversations(), someone()
        await say(store, sender, 1, SlotSet("entry_date", "2026-05-03"), SlotSet("topic", "x"))
        await say(store, sender, 2, SlotSet("topic", None))
        found = await stores.export(sender)
        assert found["conversation"] == sender
        return found

    found = asyncio.run(scenario())
    assert found["facts"] == {"entry_date": "2026-05-03"}
    assert [(one["by"], one["text"]) for one in found["said"]] == [
        ("person", "message 1"),
        ("assistant", "reply 1"),
        ("person", "message 2"),
        ("assistant", "reply 2"),
    ]
    assert len(found["events"]) == 11


def test_of_someone_unknown_nothing_is_exported_or_deleted(file: Path) -> None:
    async def scenario() -> None:
        sender = someone()
        assert await stores.delete(sender) == 0
        found = await stores.export(sender)
        assert (found["facts"], found["said"], found["events"]) == ({}, [], [])

    asyncio.run(scenario())


def test_deleted_words_are_nowhere_in_the_file(file: Path) -> None:
    async def scenario() -> list[Row]:
        store, sender, other = stores.personal.conversations(), someone(), someone()
        await say(store, sender, 1, SlotSet("entry_date", "a date nobody else has"))
        await say(store, other, 1)
        assert b"a date nobody else has" in bytes_of(file)
        assert await stores.delete(sender) == 1
        assert await store.retrieve(sender) is None
        assert len(await store.rows(other)) == 1
        return await store.rows(sender)

    assert asyncio.run(scenario()) == []
    assert b"a date nobody else has" not in bytes_of(file)


def test_a_deletion_waits_for_the_turn_under_way(file: Path) -> None:
    async def scenario() -> list[Row]:
        store, sender = stores.personal.conversations(), someone()
        locks = stores.personal.locks()

        async def turn() -> None:
            async with locks.lock(sender):
                await asyncio.sleep(0.05)
                await say(store, sender, 1)

        under_way = asyncio.ensure_future(turn())
        await asyncio.sleep(0.01)
        assert await stores.delete(sender) == 1
        await under_way
        return await store.rows(sender)

    assert asyncio.run(scenario()) == []


def test_only_the_owner_can_read_the_files(file: Path) -> None:
    async def scenario() -> None:
        await say(stores.personal.conversations(), someone(), 1)

    asyncio.run(scenario())
    parts = list(file.parent.glob(f"{file.name}*"))
    assert len(parts) == 3
    assert {stat.S_IMODE(part.stat().st_mode) for part in parts} == {0o600}


def test_a_file_that_goes_away_is_a_fault_until_it_is_back(file: Path) -> None:
    async def scenario() -> None:
        store, sender = stores.personal.conversations(), someone()
        await say(store, sender, 1)
        store._rows.close()  # so that the side files are merged
        away = file.with_suffix(".away")
        assert await stores.unwell() == []
        for part in file.parent.glob(f"{file.name}*"):
            part.rename(str(part).replace(file.name, away.name))
        assert await stores.unwell() == ["conversations"]
        with pytest.raises(stores.StoreFault):
            await store.retrieve(sender)
        assert not file.exists()
        for part in file.parent.glob(f"{away.name}*"):
            part.rename(str(part).replace(away.name, file.name))
        await asyncio.sleep(0.6)
        assert await stores.unwell() == []
        assert (await store.retrieve(sender)) is not None

    asyncio.run(scenario())
