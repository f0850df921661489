"""A turn is on file or was refused, whichever process took it; memory alone answers nothing."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rasa.core.agent import Agent
from rasa.core.tracker_store import AwaitableTrackerStore
from rasa.shared.core.events import ActionExecuted, Restarted, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from addons.stores.conversations import Conversations
from addons.stores.faults import Conflict, StoreFault, Unusable
from addons.stores.retention import DAY, KEPT_DAYS, remove_old
from addons.stores.rows import Row, Rows, Version
from addons.stores.shortening import MOST_EVENTS
from addons.stores.sqlite_rows import SqliteRows
from tests.stores.talks import DOMAIN, remembered, said, say, someone, turn

pytestmark = pytest.mark.bot

Open = Callable[[], Rows]


def store_of(rows: Rows) -> Conversations:
    return Conversations(DOMAIN, rows=rows)


def as_dicts(tracker: DialogueStateTracker) -> list[dict[str, Any]]:
    return [event.as_dict() for event in tracker.events]


def test_a_conversation_is_the_same_in_memory_and_read_again(open_rows: Open) -> None:
    async def scenario() -> None:
        store, sender = store_of(open_rows()), someone()
        for number in range(5):
            await say(store, sender, number, remembered(number))
        live = await store.retrieve(sender)
        read = await store_of(open_rows()).retrieve(sender)
        assert live is not None and read is not None
        assert as_dicts(live) == as_dicts(read)
        assert live.current_slot_values() == read.current_slot_values()
        assert read.get_slot("topic") == "topic 4"

    asyncio.run(scenario())


def test_a_conversation_that_rasa_begins_is_looked_for_once(open_rows: Open) -> None:
    async def scenario() -> None:
        rows, sender, looked = open_rows(), someone(), 0
        read = rows.read

        def counted(name: str) -> list[Row]:
            nonlocal looked
            looked += 1
            return read(name)

        rows.read = counted  # type: ignore[method-assign]
        # Rasa puts its own store around ours, which makes the tracker.
        store = AwaitableTrackerStore(store_of(rows))
        tracker = await store.get_or_create_tracker(sender, append_action_listen=False)
        tracker.update_with_events(turn(1), DOMAIN)
        await store.save(tracker)
        assert looked == 1
        assert len(read(sender)) == 1

    asyncio.run(scenario())


def test_a_turn_adds_one_row_and_changes_none(open_rows: Open) -> None:
    async def scenario() -> None:
        rows, sender = open_rows(), someone()
        store = store_of(rows)
        await say(store, sender, 1)
        first = rows.read(sender)
        await say(store, sender, 2)
        both = rows.read(sender)
        assert both[0] == first[0]
        assert [row.version.number for row in both] == [1, 2]
        assert [len(row.events) for row in both] == [4, 4]

    asyncio.run(scenario())


def test_two_processes_take_turns_in_one_conversation(open_rows: Open) -> None:
    async def scenario() -> list[str]:
        first, second, sender = store_of(open_rows()), store_of(open_rows()), someone()
        for number in range(6):
            await say((first, second)[number % 2], sender, number)
        return said(await first.retrieve(sender))

    assert asyncio.run(scenario()) == [f"message {number}" for number in range(6)]


def test_of_two_turns_begun_from_the_same_state_one_is_refused(open_rows: Open) -> None:
    async def scenario() -> list[str]:
        first, second, sender = store_of(open_rows()), store_of(open_rows()), someone()
        await say(first, sender, 1)
        late = await second.retrieve(sender)
        await say(first, sender, 2)
        for event in turn(9):
            late.update(event, DOMAIN)
        with pytest.raises(Conflict):
            await second.save(late)
        return said(await second.retrieve(sender))

    assert asyncio.run(scenario()) == ["message 1", "message 2"]


def test_a_turn_that_fails_leaves_nothing_of_itself(open_rows: Open) -> None:
    async def scenario() -> list[str]:
        store, sender = store_of(open_rows()), someone()
        await say(store, sender, 1)
        broken = await store.retrieve(sender)
        broken.update(UserUttered("half a turn"), DOMAIN)  # and an action raises
        await say(store, sender, 2)
        return said(await store.retrieve(sender))

    assert asyncio.run(scenario()) == ["message 1", "message 2"]


def test_deleted_during_a_turn_it_stays_deleted(open_rows: Open) -> None:
    async def scenario() -> list[Row]:
        store, other, sender = store_of(open_rows()), store_of(open_rows()), someone()
        await say(store, sender, 1)
        under_way = await store.retrieve(sender)
        assert await other.delete(sender) == 1
        for event in turn(2):
            under_way.update(event, DOMAIN)
        with pytest.raises(Conflict):
            await store.save(under_way)
        return await store.rows(sender)

    assert asyncio.run(scenario()) == []


def test_a_conversation_begun_anew_is_not_taken_for_the_deleted_one(open_rows: Open) -> None:
    async def scenario() -> list[str]:
        store, other, sender = store_of(open_rows()), store_of(open_rows()), someone()
        await say(store, sender, 1)
        await other.delete(sender)
        await say(other, sender, 7)  # again version number 1
        return said(await store.retrieve(sender))

    assert asyncio.run(scenario()) == ["message 7"]


def test_a_restart_leaves_nothing_on_file_of_what_came_before(open_rows: Open) -> None:
    async def scenario() -> str:
        rows, sender = open_rows(), someone()
        store = store_of(rows)
        await say(store, sender, 1, SlotSet("entry_date", "2026-05-03"))
        tracker = await store.retrieve(sender)
        for event in (
            UserUttered("forget everything"),
            Restarted(),
            ActionExecuted("action_listen"),
        ):
            tracker.update(event, DOMAIN)
        await store.save(tracker)
        await say(store, sender, 2)
        assert said(await store_of(open_rows()).retrieve(sender)) == ["message 2"]
        return json.dumps([row.events for row in rows.read(sender)])

    on_file = asyncio.run(scenario())
    assert "2026-05-03" not in on_file and "message 1" not in on_file


def test_a_new_session_keeps_the_facts_and_not_the_words(open_rows: Open) -> None:
    async def scenario() -> None:
        rows, sender = open_rows(), someone()
        store = store_of(rows)
        await say(store, sender, 1, SlotSet("entry_date", "2026-05-03"))
        tracker = await store.retrieve(sender)
        start = [ActionExecuted("action_session_start"), SessionStarted()]
        for event in (*start, SlotSet("entry_date", "2026-05-03"), *turn(2)):
            tracker.update(event, DOMAIN)
        await store.save(tracker)
        for found in (await store.retrieve(sender), await store_of(open_rows()).retrieve(sender)):
            assert said(found) == ["message 2"]
            assert found.get_slot("entry_date") == "2026-05-03"
        assert "message 1" not in json.dumps([row.events for row in rows.read(sender)])

    asyncio.run(scenario())


def test_a_stored_talk_never_grows_beyond_its_bound(open_rows: Open) -> None:
    async def scenario() -> tuple[int, int]:
        store, again, sender = store_of(open_rows()), store_of(open_rows()), someone()
        longest = most_rows = 0
        for number in range(150):
            await say(store, sender, number, remembered(number))
            if number % 7 == 0:
                found = await again.retrieve(sender)
                assert found.get_slot("topic") == f"topic {number}"
                longest = max(longest, len(found.events))
                most_rows = max(most_rows, len(await again.rows(sender)))
        return longest, most_rows

    longest, most_rows = asyncio.run(scenario())
    assert longest <= MOST_EVENTS
    assert most_rows <= MOST_EVENTS // 5


@pytest.mark.parametrize("sender", ["nul\x00inside", "a" * 256, "\ud800", ""])
def test_a_name_no_database_takes_is_refused_and_the_others_are_served(
    open_rows: Open, sender: str
) -> None:
    async def scenario() -> list[str]:
        store, well = store_of(open_rows()), someone()
        with pytest.raises(Unusable):
            await store.retrieve(sender)
        await say(store, well, 1)
        return said(await store.retrieve(well))

    assert asyncio.run(scenario()) == ["message 1"]


def test_any_text_is_kept(open_rows: Open) -> None:
    text = "NUL \x00, half a pair \ud83d, \u202e, '; DROP TABLE turns; -- %s :name"

    async def scenario() -> list[str]:
        store, sender = store_of(open_rows()), someone()
        tracker = await store.get_or_create_tracker(sender, append_action_listen=False)
        tracker.update(UserUttered(text), DOMAIN)
        await store.save(tracker)
        return said(await store_of(open_rows()).retrieve(sender))

    assert asyncio.run(scenario()) == [text]


def test_a_damaged_row_is_a_fault_of_its_conversation_alone(tmp_path: Path) -> None:
    async def scenario() -> list[str]:
        rows = SqliteRows(tmp_path / "file.db")
        store, well = store_of(rows), someone()
        await say(store, well, 1)
        with rows._faults() as file:
            file.execute("INSERT INTO turns VALUES ('damaged', 1, 1.0, '[{\"event\": ')")
        with pytest.raises(StoreFault):
            await store.retrieve("damaged")
        return said(await store.retrieve(well))

    assert asyncio.run(scenario()) == ["message 1"]


def test_old_conversations_go_and_the_others_stay(open_rows: Open) -> None:
    rows, old, new, mixed = open_rows(), someone(), someone(), someone()
    now = time.time()
    long_ago, lately = now - 31 * DAY, now - (KEPT_DAYS - 1) * DAY
    events: list[dict[str, Any]] = [{"event": "user", "text": "hello"}]

    def put(sender: str, *times: float) -> None:
        after = None
        for number, at in enumerate(times, start=1):
            row = Row(Version(number, at), events)
            rows.append(sender, after, row)
            after = row.version

    put(old, long_ago, long_ago + 1)
    put(new, lately)
    put(mixed, long_ago, lately)
    assert remove_old(rows, now) == 2
    assert [len(rows.read(sender)) for sender in (old, new, mixed)] == [0, 1, 2]


@pytest.mark.parametrize("fails", ["read", "append"])
def test_rasa_passes_a_fault_on_instead_of_answering_from_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    """Fails if Rasa changes the wrapper it puts around every store."""
    rows = SqliteRows(tmp_path / "file.db")

    def broken(*_: object) -> Any:
        raise StoreFault("conversations: locked")

    async def scenario() -> None:
        store = Agent(DOMAIN, tracker_store=store_of(rows)).tracker_store
        sender = someone()
        monkeypatch.setattr(rows, fails, broken)
        with pytest.raises(StoreFault):  # the new tracker has an event, so it is saved at once
            await store.get_or_create_tracker(sender, append_action_listen=True)

    asyncio.run(scenario())
