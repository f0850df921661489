"""The conversation tests themselves: a wrong reply fails, and says what and where."""

from __future__ import annotations

import copy
import dataclasses
import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from tests.scripts_format import BadScript, Conversation, Expectation, Turn, load
from tests.transcript import Mismatch, Reply, play

CITED = {"instrument": "IRPR", "pinpoint": "183(2)"}
ANSWER: dict[str, Any] = {
    "kind": "answer",
    "intent": "inform",
    "topic": "authorized_stay",
    "outcome": "STAY_ENDS_ON",
    "values": {"until": "2027-02-03", "days_left": 73},
    "citations": [CITED],
    "referral": "none",
    "missing": [],
}
WHY = {"title": "Why this date?", "payload": "Why is that the date?"}
ASKS = {**ANSWER, "kind": "need_facts", "outcome": "NEED_FACTS", "missing": ["entry_date"]}
ASKS |= {"values": {}, "citations": []}

GOOD = Expectation(
    intent="inform",
    kind="answer",
    topic="authorized_stay",
    outcome="STAY_ENDS_ON",
    values={"until": "2027-02-03", "overstay_days": None},
    says=("3 february 2027",),
    never_says=("guarantee",),
    cites=("IRPR 183(2)",),
    referral="none",
    buttons=("Why this date?",),
)


class ScriptedBot:
    """Answers with the replies it was given, and keeps what it was told."""

    def __init__(self, *replies: list[dict[str, Any]]) -> None:
        self.replies = list(replies)
        self.told: list[str] = []

    def say(self, text: str) -> list[dict[str, Any]]:
        self.told.append(text)
        return self.replies[len(self.told) - 1]


def messages(answer: dict[str, Any], text: str, *buttons: dict[str, str]) -> list[dict[str, Any]]:
    spoken = {"recipient_id": "x", "text": text, "buttons": list(buttons)}
    return [spoken, {"recipient_id": "x", "custom": {"answer": answer}}]


QUESTION = messages(ASKS, "What day did you enter?")
REPLY = messages(ANSWER, "Your last day is 3 February 2027.", WHY)


def conversation(expect: Expectation) -> Conversation:
    asks = Expectation(kind="need_facts", asks="entry_date")
    turns = (Turn("When must I leave?", False, asks), Turn("3 August 2026", False, expect))
    return Conversation(Path("stay.yml"), "asked, then told", dt.date(2026, 11, 22), turns)


def test_a_right_conversation_passes_and_is_told_turn_by_turn() -> None:
    told: list[str] = []
    play(conversation(GOOD), ScriptedBot(QUESTION, REPLY), told.append)
    assert [piece.split(":")[0].strip() for piece in told] == ["user", "bot"] * 2
    assert "[Why this date?]" in told[-1] and "until 2027-02-03" in told[-1]


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        ({"values": {"until": "2027-02-04"}}, "value until '2027-02-04', got '2027-02-03'"),
        ({"values": {"days_left": None}}, "value days_left None, got 73"),
        ({"cites": ("IRPR 182(1)",)}, "to cite 'IRPR 182(1)', got IRPR 183(2)"),
        ({"never_says": ("LAST DAY",)}, "never to say 'LAST DAY'"),
        ({"says": ("4 February 2027",)}, "to say '4 February 2027'"),
        ({"buttons": ("Remind me",)}, "button 'Remind me', got Why this date?"),
        ({"outcome": "STAY_ENDS_TODAY"}, "outcome 'STAY_ENDS_TODAY', got 'STAY_ENDS_ON'"),
        ({"intent": "greet"}, "intent 'greet', got 'inform'"),
        ({"kind": "guard"}, "kind 'guard', got 'answer'"),
        ({"topic": "extension"}, "topic 'extension', got 'authorized_stay'"),
        ({"referral": "urgent"}, "referral 'urgent', got 'none'"),
        ({"asks": "stamp_date"}, "to ask 'stamp_date', got no question"),
    ],
)
def test_a_wrong_reply_fails_with_the_turn_and_the_talk(
    wrong: dict[str, Any], problem: str
) -> None:
    expect = dataclasses.replace(GOOD, **wrong)
    with pytest.raises(Mismatch) as failure:
        play(conversation(expect), ScriptedBot(QUESTION, REPLY))
    said = str(failure.value)
    assert said.startswith("stay.yml: conversation 'asked, then told', turn 2:\n")
    assert f"- expected {problem}" in said
    assert said.count("  - ") == 1  # and nothing else was wrong
    assert "user: When must I leave?" in said and "bot: Your last day" in said


def test_the_first_wrong_turn_ends_the_conversation() -> None:
    bot = ScriptedBot(REPLY, REPLY)
    with pytest.raises(Mismatch, match="turn 1"):
        play(conversation(GOOD), bot)
    assert bot.told == ["When must I leave?"]


def test_every_problem_of_a_turn_is_listed() -> None:
    expect = dataclasses.replace(GOOD, intent="greet", says=("snow",), referral="urgent")
    with pytest.raises(Mismatch) as failure:
        play(conversation(expect), ScriptedBot(QUESTION, REPLY))
    assert str(failure.value).count("  - expected") == 3


def pressing(title: str) -> Conversation:
    turns = (Turn("I entered on 3 August 2026", False, GOOD), Turn(title, True, Expectation()))
    return Conversation(Path("stay.yml"), "press", dt.date(2026, 11, 22), turns)


def test_a_press_sends_the_payload_of_the_button() -> None:
    bot = ScriptedBot(REPLY, REPLY)
    play(pressing("Why this date?"), bot)
    assert bot.told[1] == WHY["payload"]


def test_a_press_of_a_button_not_offered_fails() -> None:
    with pytest.raises(Mismatch, match=r"turn 2:\n.*'Remind me' was not offered.*Why this date\?"):
        play(pressing("Remind me"), ScriptedBot(REPLY))


@pytest.mark.parametrize(
    ("reply", "problem"),
    [
        ([], "expected words"),
        (messages(ANSWER, " "), "expected words"),
        ([{"text": "hello"}], "one machine-readable answer, got 0"),
        ([*REPLY, *REPLY], "one machine-readable answer, got 2"),
        (messages(ANSWER, "one\n\ntwo"), "no blank line"),
    ],
)
def test_what_no_reply_may_be(reply: list[dict[str, Any]], problem: str) -> None:
    turns = (Turn("hello", False, Expectation()),)
    script = Conversation(Path("a.yml"), "any", dt.date(2026, 11, 22), turns)
    with pytest.raises(Mismatch, match=problem):
        play(script, ScriptedBot(reply))


def test_the_web_channels_reply_is_read_like_the_rest_channels() -> None:
    attached = copy.deepcopy(REPLY[0]) | {"custom": {"answer": ANSWER}}
    assert Reply.of([attached]) == Reply.of(REPLY)


# The format of the files


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "stay.yml"
    path.write_text(text, encoding="utf-8")
    return path


HEAD = "- name: leaving\n  today: 2026-11-22\n  turns:\n"


def test_a_file_is_read(tmp_path: Path) -> None:
    text = (
        "- name: leaving\n  today: 2026-11-22\n  language: en\n  channel: web\n  turns:\n"
        "    - user: I came on 3 August 2026\n"
        "      expect: {values: {until: 2027-02-03, days_left: 73, exempt: null}, says: [Feb]}\n"
        "    - press: Why this date?\n"
    )
    (found,) = load(written(tmp_path, text))
    expect = Expectation(
        values={"until": "2027-02-03", "days_left": 73, "exempt": None}, says=("Feb",)
    )
    first = Turn("I came on 3 August 2026", False, expect)
    second = Turn("Why this date?", True, Expectation())
    path, today = tmp_path / "stay.yml", dt.date(2026, 11, 22)
    assert found == Conversation(path, "leaving", today, (first, second), "en", "web")


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("name: x", ["stay.yml", "must be a list of conversations"]),
        ("- [", ["stay.yml: not readable as YAML", "line 2"]),
        (
            HEAD + "    - user: hi\n      expect: {say: [x]}\n",
            ["stay.yml: conversation 'leaving', turn 1, expect", "'say' (did you mean 'says'?)"],
        ),
        (
            HEAD + "    - user: hi\n    - usr: hi\n",
            ["turn 2", "'usr' (did you mean 'user'?)", "user, press, expect"],
        ),
        (
            HEAD.replace("today", "to_day") + "    - user: hi\n",
            [
                "'leaving'",
                "'to_day' (did you mean 'today'?)",
                "name, today, turns, language, channel",
            ],
        ),
        (HEAD.replace("2026-11-22", "soon") + "    - user: hi\n", ["'today' must be a date"]),
        ("- name: leaving\n  today: 2026-11-22\n", ["'leaving'", "'turns' must be a list"]),
        (HEAD + "    - expect: {kind: chat}\n", ["turn 1", "needs either 'user'"]),
        (HEAD + "    - press: Why\n", ["turn 1", "no button has been offered yet"]),
        (HEAD + "    - user: no\n", ["turn 1", "'user'", "in quotes"]),
        (HEAD + "    - user: 2026-08-03\n", ["turn 1", "'user'", "in quotes"]),
        (HEAD + "    - user: hi\n      expect: {says: hello}\n", ["'says' must be a list"]),
        (HEAD + "    - user: hi\n      expect: {kind: reply}\n", ["'kind' is 'reply'", "guard"]),
        (HEAD + "    - user: hi\n      expect: {values: [until]}\n", ["'values' must map"]),
        (HEAD + "    - user: hi\n" + HEAD + "    - user: hi\n", ["the name is used twice"]),
        (HEAD.replace("today", "channel: fax\n  today") + "    - user: x\n", ["rest, web"]),
        (HEAD + "    - user: hi\n      user: hello\n", ["stay.yml", "'user' stands twice"]),
    ],
    ids=lambda value: value[-1] if isinstance(value, list) else "",
)
def test_a_file_not_in_the_format_is_refused_with_the_place(
    tmp_path: Path, text: str, reasons: list[str]
) -> None:
    with pytest.raises(BadScript) as refusal:
        load(written(tmp_path, text))
    assert all(reason in str(refusal.value) for reason in reasons), refusal.value


@pytest.mark.parametrize(
    ("expect", "reason"),
    [
        ("outcom: STAY_ENDS_ON", "unknown key 'outcom' (did you mean 'outcome'?)"),
        ("neversays: [x]", "unknown key 'neversays' (did you mean 'never_says'?)"),
        ("outcome: STAY_END_ON", "'STAY_END_ON' (did you mean 'STAY_ENDS_ON'?)"),
        ("outcome: stay_ends_on", "'stay_ends_on' (did you mean 'STAY_ENDS_ON'?)"),
        ("intent: ask_expiry", "'ask_expiry' (did you mean 'ask_expiry_date'?)"),
        ("topic: authorised_stay", "'authorised_stay' (did you mean 'authorized_stay'?)"),
        ("asks: entrydate", "'entrydate' (did you mean 'entry_date'?)"),
        ("kind: needs_facts", "'needs_facts' (did you mean 'need_facts'?); it can be answer,"),
        ("referral: sugested", "(did you mean 'suggested'?); it can be none, suggested, urgent"),
        ("values: {untill: null}", "values: unknown name 'untill' (did you mean 'until'?)"),
        ("outcome: 17", "'outcome' is 17; it can be one of those in conversations.schema.json"),
    ],
)
def test_a_slip_in_a_key_or_name_is_told_with_the_nearest_known_one(
    tmp_path: Path, expect: str, reason: str
) -> None:
    text = HEAD + f"    - user: hi\n    - user: hello\n      expect: {{{expect}}}\n"
    with pytest.raises(BadScript) as refusal:
        load(written(tmp_path, text))
    assert f"{tmp_path / 'stay.yml'}: conversation 'leaving', turn 2, expect" in str(refusal.value)
    assert reason in str(refusal.value)
