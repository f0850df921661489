"""A log line is one line, says nothing a person wrote, and nothing in it can pass for another."""

from __future__ import annotations

import io
import itertools
import logging
import re
from collections.abc import Iterator

import pytest

from addons.logs import LONGEST, KeyValueFormatter, serving
from tests.faults.goals import record

pytestmark = pytest.mark.bot

SECRET = "my passport is AB123456 and I overstayed"
BREAKS = ["\n", "\r", "\r\n", "\x0b", "\x0c", "\x1b[2J", "\x1b[1A\r", "\x85", "\u2028", "\u2029",
          "\x00", "\x08" * 9, "\x7f", "\\n", "\x1b]0;x\x07"]  # fmt: skip
FORGED = ["at=2026-11-24 level=info", "FAKE LOG LINE", 'event="x"', '" level=error "', "  ", "=",
          "{}"]  # fmt: skip
KEY = r'[a-z]+=(?:[A-Za-z0-9_.]+|"(?:[^"\\]|\\.)*")'


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What is written while the loggers of the test run."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(KeyValueFormatter())
    logging.getLogger("rasa").addHandler(handler)
    logging.getLogger("addons").addHandler(handler)
    token = serving.set(False)
    yield stream
    serving.reset(token)
    logging.getLogger("rasa").removeHandler(handler)
    logging.getLogger("addons").removeHandler(handler)


def fail(text: str) -> None:
    try:
        try:
            raise ValueError(text)
        except ValueError as error:
            raise RuntimeError(f"while reading {text}") from error
    except RuntimeError:
        logging.getLogger("rasa.core").exception("no turn for %s", text)


ATTEMPTS = [f"x{b}{f}" for b, f in itertools.product(BREAKS, FORGED)]


def test_no_line_can_be_forged(log: io.StringIO) -> None:
    assert len(ATTEMPTS) >= 100
    forged = 0
    for serves in (False, True):
        serving.set(serves)
        for attempt in ATTEMPTS:
            log.seek(0)
            log.truncate()
            logging.getLogger("rasa").warning("said %s", attempt)
            logging.getLogger("addons").warning(attempt)
            fail(attempt)
            lines = log.getvalue().split("\n")
            forged += len(lines) != 4
            assert len(lines) == 4 and lines[3] == ""
            assert all(len(line.splitlines()) == 1 for line in lines[:3])
            for line in lines[:3]:
                assert re.fullmatch(rf"{KEY}(?: {KEY})*", line), line
                assert line.isascii() and line.isprintable()
    record(17, "forged lines", f"{forged} of {2 * len(ATTEMPTS)}", met=not forged)


def test_while_a_request_is_served_no_word_of_others_is_written(log: io.StringIO) -> None:
    serving.set(True)
    logging.getLogger("rasa.core").error(f"failed on {SECRET}")
    logging.getLogger("rasa.core").info(f"read {SECRET}")
    fail(SECRET)
    said = log.getvalue()
    assert "passport" not in said and "overstayed" not in said
    assert "RuntimeError at" in said and "ValueError at" in said and "place=" in said


def test_what_happens_at_the_start_is_told_without_identifiers(log: io.StringIO) -> None:
    logging.getLogger("rasa.core").error("cannot load the model, ask a.b@c.example")
    fail("UCI 1234-5678")
    said = log.getvalue()
    assert "cannot load the model, ask [removed]" in said
    assert 'words="while reading UCI [removed]"' in said


def test_one_event_is_at_most_about_two_kilobytes(log: io.StringIO) -> None:
    logging.getLogger("addons").error("x" * 1_000_000)
    fail("y" * 1_000_000)
    assert all(len(line) <= 2 * LONGEST + 600 for line in log.getvalue().split("\n"))
