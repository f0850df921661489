"""Scripted conversations on every channel: the person reads and can press the same."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from scripts.parts.process import free_port
from tests.fakes import slack, telegram
from tests.faults.goals import record
from tests.live.messengers import (
    Heard,
    OnRest,
    OnSlack,
    OnTelegram,
    Person,
    Site,
    said_in,
    to_slack,
    to_telegram,
    words,
)
from tests.live.servers import ROOT, START_LIMIT, Start, wait_until_ready
from tests.scripts_format import Conversation, load_all

pytestmark = [pytest.mark.live, pytest.mark.bot]

FOLDER = ROOT / "tests" / "conversations"
FEWEST, MOST = 40, 46
PARTS = ("values", "cites", "buttons", "referral")
"""What of an answer is to be the same wherever it is given."""


def compared(one: Conversation) -> int:
    """How many expectations of a script are of what is to be the same on every channel."""
    return sum(bool(getattr(turn.expect, part)) for turn in one.turns for part in PARTS)


def chosen() -> tuple[Conversation, ...]:
    """Conversations of the commonest day: those about reminders, which bring a file, and then
    one of each file in turn, so that all kinds are there, those first that expect the most."""
    everything = [one for one in load_all(FOLDER) if one.language in (None, "en")]
    today, _ = Counter(one.today for one in everything).most_common(1)[0]
    place: Counter[Any] = Counter()
    ranked = []
    for one in everything:
        if one.today == today:
            reminds = any("remind" in turn.words.casefold() for turn in one.turns)
            ranked.append((0 if reminds else place[one.path], -compared(one), one.path, one))
            place[one.path] += 1
    ranked.sort(key=lambda item: item[:3])
    return tuple(one for *_, one in ranked[:MOST])


CONVERSATIONS = chosen()


@pytest.fixture(scope="session")
def site(start: Start, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One assistant with both channels on, at the day of all the conversations."""
    folder, port = tmp_path_factory.mktemp("messengers"), free_port()
    on_telegram, on_slack = telegram.FakeTelegram(), slack.FakeSlack()
    process = start(
        "bash",
        "scripts/run",
        log=folder / "log",
        PORT=str(port),
        START_LIMIT=str(int(START_LIMIT)),
        SOJOURN_TODAY=CONVERSATIONS[0].today.isoformat(),
        SOJOURN_PUBLIC_URL="https://sojourn.example",
        SOJOURN_SEEN_DB=str(folder / "seen.db"),
        TRACKER_DB_URL=f"sqlite:///{folder / 'conversations.db'}",
        TELEGRAM_TOKEN=telegram.TOKEN,
        TELEGRAM_WEBHOOK_SECRET=telegram.SECRET,
        TELEGRAM_API_BASE=on_telegram.url,
        SLACK_BOT_TOKEN=slack.TOKEN,
        SLACK_SIGNING_SECRET=slack.SECRET,
        SLACK_API_BASE=f"{on_slack.url}/api/",
    )
    url = f"http://127.0.0.1:{port}"
    wait_until_ready(url, process, folder / "log")
    yield Site(url, on_telegram, on_slack, folder / "conversations.db")
    log = (folder / "log").read_text(errors="replace")
    for secret in (telegram.TOKEN, telegram.SECRET, slack.TOKEN, slack.SECRET):
        assert secret not in log
    assert "Traceback" not in log
    on_telegram.close()
    on_slack.close()


def test_the_webhook_is_set_with_the_secret(site: Site) -> None:
    (call,) = site.telegram.wait(lambda: site.telegram.of("setWebhook"))
    assert call.fields["url"] == "https://sojourn.example/webhooks/telegram/webhook"


def test_there_are_enough_conversations_of_one_day() -> None:
    assert len(CONVERSATIONS) >= FEWEST
    assert {one.today for one in CONVERSATIONS} == {CONVERSATIONS[0].today}
    assert isinstance(CONVERSATIONS[0].today, dt.date)
    expected = [turn.expect for one in CONVERSATIONS for turn in one.turns]
    for part in PARTS:
        assert sum(bool(getattr(turn, part)) for turn in expected) >= FEWEST // 8, part


def turns(
    conversation: Conversation, person: Person, expected: Sequence[Heard] = ()
) -> Iterator[Heard]:
    """What comes back, turn by turn; a button not there to press is a failure."""
    buttons: dict[str, str] = {}
    for number, turn in enumerate(conversation.turns):
        least = len(expected[number].text) if expected else 0
        if turn.pressed:
            came = person.press(buttons[turn.words], least)
        else:
            came = person.say(turn.words, least)
        buttons = dict(came.buttons)
        yield came


@pytest.mark.parametrize(
    "conversation",
    CONVERSATIONS,
    ids=lambda one: f"{one.path.relative_to(FOLDER)}::{one.name}",
)
def test_the_same_is_read_and_pressed_everywhere(conversation: Conversation, site: Site) -> None:
    on_rest = OnRest(site)
    expected = list(turns(conversation, on_rest))

    def compare(person: Person) -> None:
        for number, (there, here) in enumerate(
            zip(expected, turns(conversation, person, expected), strict=True), 1
        ):
            assert here == there, f"{type(person).__name__}, turn {number}"
        # Files come after their words.
        with contextlib.suppress(AssertionError):
            site.telegram.wait(lambda: person.files() == on_rest.files())
        assert person.files() == on_rest.files(), type(person).__name__

    with ThreadPoolExecutor() as side_by_side:
        people = (OnRest(site, "web"), OnTelegram(site), OnSlack(site))
        list(side_by_side.map(compare, people))


def test_on_slack_the_last_minute_is_told_in_the_persons_own_time_zone(site: Site) -> None:
    asked = "I entered on 3 August 2026. When is the last moment to apply for an extension?"
    at_home, away = OnSlack(site).say(asked), OnSlack(site, "Asia/Tokyo").say(asked)
    assert away == OnRest(site, timezone="Asia/Tokyo").say(asked)
    assert at_home != away


GROUP = {
    "How much does an extension cost?": "CAD 100 per person",
    "When must I leave?": "Your own dates do not belong in a group",
    "I entered on 3 August 2026. When must I leave?": "Your own dates do not belong in a group",
    "what is my last day": "Your own dates do not belong in a group",
}
"""What somebody says in a group, and what is in the reply."""


def test_in_a_group_the_rules_are_told_and_nobodys_dates(site: Site) -> None:
    before = site.on_file()
    for number, said in enumerate(GROUP, 1):
        named = f"@sojourn_bot {said}"
        update = telegram.group(named, -900, entities=telegram.mention(named))
        assert to_telegram(site, update) == 200
        mentioned = slack.mentioned(f"<@U0> {said}", "C900", thread_ts="9.0")
        assert to_slack(site, slack.json_body(mentioned)) == 200
        site.telegram.wait(lambda n=number: len(site.telegram.of("sendMessage", "-900")) == n)
        site.slack.wait(lambda n=number: len(site.slack.of("chat.postMessage", "C900")) == n)
    on_telegram, on_slack = said_in(site, "-900", "C900")
    assert [words(reply) for reply in on_telegram] == [words(reply) for reply in on_slack]
    for wanted, reply in zip(GROUP.values(), on_telegram, strict=True):
        assert wanted in reply
    assert not site.telegram.of("sendPhoto", "-900")
    assert not any(file.channel == "C900" for file in site.slack.shared)
    with contextlib.suppress(AssertionError):
        site.slack.wait(lambda: site.on_file() == before)
    assert site.on_file() == before  # nothing that was said there stays


def test_forged_posts_leave_nothing_behind(site: Site) -> None:
    before = site.on_file()
    asked = "when must I leave?"
    refused = [to_telegram(site, telegram.message(asked, 99_999), secret="no")]
    sent = slack.json_body(slack.event(asked, "D99999", "U99999"))
    refused.append(to_slack(site, sent, secret="no"))
    record(7, "forged on Telegram, Slack", f"status {refused}", met=refused == [401, 401])
    assert refused == [401, 401]
    assert not site.telegram.of("sendMessage", "99999")
    assert not site.slack.of("chat.postMessage", "D99999")
    assert site.on_file() == before


def test_a_replayed_event_is_taken_once(site: Site) -> None:
    update = telegram.message("Hello there", 88_888)
    sent = slack.json_body(slack.event("Hello there", "D88888", "U88888"))
    for _ in range(3):
        assert to_telegram(site, update) == to_slack(site, sent) == 200
    # Events of one conversation are answered in order: these come after the replays.
    assert to_telegram(site, telegram.message("thank you", 88_888)) == 200
    assert to_slack(site, slack.json_body(slack.event("thank you", "D88888", "U88888"))) == 200
    site.telegram.wait(lambda: len(site.telegram.of("sendMessage", "88888")) >= 2)
    site.slack.wait(lambda: len(site.slack.of("chat.postMessage", "D88888")) >= 2)
    on_telegram, on_slack = said_in(site, "88888", "D88888")
    told = [len(on_telegram) - 1, len(on_slack) - 1]
    record(7, "sent three times", f"answered {told} times", met=told == [1, 1])
    assert len(on_telegram) == 2 and len(set(on_telegram)) == 2
    assert [words(text) for text in on_slack] == [words(text) for text in on_telegram]
    assert {"telegram:88888", "slack:T1:U88888"} <= site.on_file()
