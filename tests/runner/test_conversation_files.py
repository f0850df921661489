"""The scripted conversations as a whole: readable, one clock, every intent met."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import yaml

from tests.scripts_format import load_all

ROOT = Path(__file__).resolve().parents[2]
CONVERSATIONS = load_all(ROOT / "tests" / "conversations")


def test_every_intent_is_met_in_a_conversation() -> None:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    met = {turn.expect.intent for script in CONVERSATIONS for turn in script.turns}
    assert set(domain["intents"]) - {"nlu_fallback"} <= met


def test_all_share_one_clock_so_that_one_pair_of_servers_is_enough() -> None:
    assert {script.today for script in CONVERSATIONS} == {dt.date(2026, 11, 22)}


def test_every_turn_expects_something() -> None:
    for script in CONVERSATIONS:
        assert all(any(vars(turn.expect).values()) for turn in script.turns), script.name
