"""An action server that serves has everything made that is made once."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.bot

COUNTS = """
import sre_compile
import yaml

from rasa_sdk import Tracker
from rasa_sdk.executor import ActionExecutor

ActionExecutor().register_package("actions")
from actions.turn import Turn

texts = (
    "My wife came last tuesday, the officer wrote 5 Jan 2027 in her passport. Until when, 9pm?",
    "My passport has a US stamp of 5 Jan 2026, I came to Toronto a day later",
)
intent = {"name": "ask_expiry_date"}

made = []
compile_, load = sre_compile.compile, yaml.load
sre_compile.compile = lambda p, f=0: made.extend([p] * (len(str(p)) > 1000)) or compile_(p, f)
yaml.load = lambda *a, **k: made.append(a) or load(*a, **k)
for text in texts:
    Turn(Tracker("", {}, {"text": text, "intent": intent}, [], False, None, {}, None))
print("made:", [str(one)[:80] for one in made])
"""


def test_the_first_message_reads_no_word_list_and_compiles_none() -> None:
    command = [sys.executable, "-W", "ignore", "-c", COUNTS]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    assert told.stdout.strip().endswith("made: []")
