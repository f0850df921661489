"""The scripted conversations as a whole: readable, one clock, every intent met."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import yaml

from tests.scripts_format import load, load_all
from tests.scripts_keys import EXPECT

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


def test_the_how_tos_example_is_in_the_format_and_its_table_has_every_key(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "how-to" / "scripted-conversations.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```yaml\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    (tmp_path / "example.yml").write_text(example, encoding="utf-8")
    assert len(load(tmp_path / "example.yml")) == 1
    assert re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE) == list(EXPECT)
