"""The service around the conversation: page, readiness, bad input, and a fault inside."""

from __future__ import annotations

import datetime as dt
import os
import signal
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.parts.process import free_port
from tests.live.servers import Start, health, wait_until_ready
from tests.rest_client import RestClient
from tests.transcript import Reply

pytestmark = [pytest.mark.live, pytest.mark.bot]

TODAY = dt.date(2026, 11, 22)
BAD_INPUTS = {
    "empty": "",
    "blank": " \n\t ",
    "10,000 characters": "when must I leave " * 556,
    "only emoji": "😀🍁✈️",
    "a command": "/restart",
    "a command that sets a slot": '/inform{"topic": "restoration"}',
    "a command after blanks": " \u200b/session_start",
    "a slot setter": '/SetSlots(requested_slot="stamp_date")',
    "HTML": "<script>alert(1)</script><b>hello</b>",
    "NUL": "\x00",
    "NUL inside": "hel\x00lo",
    "lone surrogate": "\ud83d",
    "a template": "{entry_date} {{7*7}} ${PATH} %s",
}


@pytest.fixture(scope="module")
def url(bot: Callable[[dt.date], str]) -> str:
    return bot(TODAY)


def test_the_page_is_served_with_a_content_security_policy(url: str) -> None:
    with urllib.request.urlopen(f"{url}/webhooks/web/chat", timeout=10) as reply:
        page = reply.read().decode()
        assert reply.status == 200
        assert reply.headers["Content-Type"].startswith("text/html")
        policy = reply.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "script-src 'self'" in policy
    assert "unsafe-inline" not in policy
    assert "<script" in page and "http://" not in page.replace("http://www.w3.org", "")


def test_it_is_well_when_it_runs(url: str) -> None:
    assert health(url) == 200


@pytest.mark.parametrize("channel", ["rest", "web"])
@pytest.mark.parametrize("text", BAD_INPUTS.values(), ids=BAD_INPUTS.keys())
def test_bad_input_gets_a_sentence_and_leaves_no_fact(url: str, channel: str, text: str) -> None:
    person = RestClient(url, channel)
    reply = Reply.of(person.say(text))
    assert len(reply.text.split()) >= 4 and reply.text.rstrip()[-1] in ".?!)"
    assert "<script" not in reply.text and "\x00" not in reply.text
    after = Reply.of(person.say("when must I leave?"))
    assert after.answers[-1]["kind"] == "need_facts", after.shown()
    assert after.answers[-1]["missing"] == ["entry_date"], after.shown()
    assert after.answers[-1]["topic"] == "authorized_stay", after.shown()


def test_ten_messages_at_once_from_one_person_are_all_answered(url: str) -> None:
    from concurrent.futures import ThreadPoolExecutor

    person = RestClient(url)
    with ThreadPoolExecutor(10) as pool:
        replies = list(pool.map(person.say, ["What does flagpoling mean?"] * 10))
    assert all("23 December 2024" in Reply.of(reply).text for reply in replies)


def test_a_lost_action_server_is_told_and_found_again(start: Start, tmp_path: Path) -> None:
    actions_port, port = free_port(), free_port()
    environment = {
        "SOJOURN_TODAY": TODAY.isoformat(),
        "RASA_TELEMETRY_ENABLED": "false",
        "ACTION_ENDPOINT_URL": f"http://127.0.0.1:{actions_port}/webhook",
    }
    rasa_sdk = [sys.executable, "-m", "rasa_sdk", "--actions", "actions", "-p", str(actions_port)]
    rasa = [
        sys.executable,
        "-m",
        "rasa",
        "run",
        "-m",
        "models",
        "--endpoints",
        "deploy/endpoints.yml",
    ]
    rasa += ["--credentials", "credentials.yml", "-i", "127.0.0.1", "-p", str(port)]

    def start_actions(log: str) -> int:
        address = {"SANIC_HOST": "127.0.0.1", **environment}
        return start(*rasa_sdk, log=tmp_path / log, **address).pid

    first = start_actions("actions.log")
    url = f"http://127.0.0.1:{port}"
    wait_until_ready(
        url, start(*rasa, log=tmp_path / "bot.log", **environment), tmp_path / "bot.log"
    )

    log = (tmp_path / "bot.log").read_text(errors="replace")
    for platform in ("Telegram", "Slack"):  # without secrets they are off, and say so once
        assert log.count(f"{platform} is o") == log.count(f"{platform} is off: ") == 1

    person = RestClient(url)
    asked = Reply.of(person.say("when must I leave?"))
    assert asked.answers[0]["missing"] == ["entry_date"]

    os.kill(first, signal.SIGKILL)
    lost = Reply.of(person.say("3 August 2026"))
    assert lost.answers[0]["outcome"] == "FAULT" and lost.answers[0]["kind"] == "cannot_say"
    assert "on my side" in lost.text and lost.answers[0]["citations"]
    assert health(url) == 503
    greeted = Reply.of(person.say("Hello there"))
    assert greeted.text and len(greeted.answers) == 1  # fixed replies need no action server

    start_actions("actions-again.log")
    deadline = time.monotonic() + 60
    while health(url) != 200 and time.monotonic() < deadline:
        time.sleep(0.5)
    again = Reply.of(person.say("I entered on 3 August 2026"))
    assert again.answers[0]["values"]["until"] == "2027-02-03"
