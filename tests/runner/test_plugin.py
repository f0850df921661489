"""Site owners' own files under pytest: what is collected, and what they read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.runner.test_runner import REPLY
from tests.scripts_plugin import OWN_FOLDER, is_script

pytest_plugins = ["pytester"]

HEAD = "- name: leaving\n  today: 2026-11-22\n  turns:\n    - user: I came on 3 August 2026\n"
RIGHT = HEAD + "      expect: {values: {until: 2027-02-03}}\n"
WRONG = HEAD + "      expect: {values: {until: 2027-02-04}}\n"


class FakeBot(BaseHTTPRequestHandler):
    """Gives one reply to everything; `status` is its health."""

    status = 200

    def do_GET(self) -> None:
        self.answer(self.status, {})

    def do_POST(self) -> None:
        self.answer(200, REPLY)

    def answer(self, status: int, content: object) -> None:
        self.send_response(status)
        self.end_headers()
        self.wfile.write(json.dumps(content).encode())

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class UnreadyBot(FakeBot):
    status = 503


def served(handler: type[FakeBot]) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def url() -> Iterator[str]:
    yield from served(FakeBot)


@pytest.fixture
def unready_url() -> Iterator[str]:
    yield from served(UnreadyBot)


def run(pytester: pytest.Pytester, *options: str) -> pytest.RunResult:
    return pytester.runpytest_inprocess("-p", "tests.scripts_plugin", "-rs", *options)


def write(pytester: pytest.Pytester, **files: str) -> None:
    for name, text in files.items():
        (pytester.path / f"{name}.yml").write_text(text, encoding="utf-8")


def test_each_conversation_is_a_test_of_its_name(pytester: pytest.Pytester, url: str) -> None:
    both = RIGHT + RIGHT.replace("leaving", "again")
    write(pytester, test_mine=both, **{"shop.conversation": RIGHT}, notes=WRONG)
    result = run(pytester, "-v", "--sojourn-url", url)
    result.assert_outcomes(passed=3)
    result.stdout.fnmatch_lines(["*test_mine.yml::again PASSED*"])


def test_a_failure_shows_the_talk_and_no_code(pytester: pytest.Pytester, url: str) -> None:
    write(pytester, test_mine=WRONG + RIGHT.replace("leaving", "right"))
    result = run(pytester, "--sojourn-url", url)
    result.assert_outcomes(failed=1, passed=1)
    result.stdout.fnmatch_lines(
        [
            "*test_mine.yml: conversation 'leaving', turn 1:",
            "*expected value until '2027-02-04', got '2027-02-03'",
            "*user: I came on 3 August 2026",
            "*bot: Your last day is 3 February 2027.",
            "*SOJOURN_TODAY=2026-11-22*",
        ]
    )
    assert ".py" not in result.stdout.str() and "Error" not in result.stdout.str()


def test_a_file_not_in_the_format_is_told_without_code(pytester: pytest.Pytester, url: str) -> None:
    write(pytester, test_mine=RIGHT.replace("expect", "expects"))
    result = run(pytester, "--sojourn-url", url)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*turn 1: unknown key 'expects' (did you mean 'expect'?)*"])
    assert ".py" not in result.stdout.str()


def test_no_bot_is_a_reason_to_skip(pytester: pytest.Pytester, unready_url: str) -> None:
    write(pytester, test_mine=WRONG)
    for options, reason in (
        ((), "*no bot to talk with: add --sojourn-url http://localhost:5005*"),
        (("--sojourn-url", "http://127.0.0.1:9"), "*the bot at http://127.0.0.1:9 cannot be*"),
        (("--sojourn-url", unready_url), "*is not ready (status 503)*"),
    ):
        result = run(pytester, *options)
        result.assert_outcomes(skipped=1)
        result.stdout.fnmatch_lines([reason])


def test_an_address_that_is_none_is_refused(pytester: pytest.Pytester) -> None:
    write(pytester, test_mine=RIGHT)
    result = run(pytester, "--sojourn-url", "localhost:5005")
    result.stderr.fnmatch_lines(["*must be an address such as http://localhost:5005*"])
    assert result.ret == pytest.ExitCode.USAGE_ERROR


def test_only_files_of_conversations_are_taken(pytester: pytest.Pytester) -> None:
    write(pytester, test_stories="version: '3.1'\nstories: []\n", test_own=f"# mine\n\n{RIGHT}")
    assert is_script(pytester.path / "test_own.yml")
    assert not is_script(pytester.path / "test_stories.yml")
    assert not is_script(pytester.path / "own.yml")
    assert not is_script(pytester.path / "shop.conversation.json")
    assert is_script(OWN_FOLDER / "guards" / "urgency.yml")
