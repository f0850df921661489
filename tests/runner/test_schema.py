"""The schema that editors read says the same as the reader of the files."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.scripts_format import BadScript, Expectation, load
from tests.scripts_keys import CONVERSATION, EXPECT, ROOT, SCHEMA, TURN
from tests.scripts_schema import as_text, schema

FILES = sorted((ROOT / "tests" / "conversations").rglob("*.yml"))
HEAD = "- name: leaving\n  today: 2026-11-22\n  turns:\n"
HI = HEAD + "    - user: hi\n"
BAD = [
    "name: x",
    "[]",
    HI.replace("name", "nam"),
    HI.replace("  today: 2026-11-22\n", ""),
    HI.replace("2026-11-22", "soon"),
    HEAD.replace("turns:", "turns: []"),
    HI.replace("today", "channel: fax\n  today"),
    HEAD + "    - press: Why\n",
    HEAD + "    - expect: {kind: chat}\n",
    HEAD + "    - {user: hi, press: Why}\n",
    HI + "    - usr: hi\n",
    HEAD + "    - user: 73\n",
    HI + "      expect: {says: hello}\n",
    HI + "      expect: {says: [73]}\n",
    HI + "      expect: {say: [hello]}\n",
    HI + "      expect: {values: [until]}\n",
    HI + "      expect: {values: {untill: 2026-12-01}}\n",
    *(
        HI + f"      expect: {{{key}: nonsense}}\n"
        for key in ("intent", "kind", "topic", "outcome", "asks", "referral")
    ),
]


class AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2 has no dates: they are texts."""


AsEditorsRead.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: str(node.value))


@pytest.fixture(scope="module")
def fits() -> Any:
    """Whether a file's text fits the schema, by the library that came with Rasa."""
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(schema())
    validator = jsonschema.Draft202012Validator(schema())
    return lambda text: validator.is_valid(yaml.load(text, Loader=AsEditorsRead))


def test_the_stored_schema_is_up_to_date() -> None:
    stored = SCHEMA.read_text(encoding="utf-8")
    assert stored == as_text(), "run scripts/conversation-schema"


def test_every_key_is_described_in_one_sentence() -> None:
    for key in (*CONVERSATION.values(), *TURN.values(), *EXPECT.values()):
        assert key.means.endswith(".") and len(key.means) < 100


def test_every_key_has_its_place_in_what_is_read() -> None:
    assert list(EXPECT) == [field.name for field in dataclasses.fields(Expectation)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_that_is_read_fits(path: Path, fits: Any) -> None:
    assert load(path) and fits(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", BAD)
def test_a_file_that_is_refused_does_not_fit(text: str, fits: Any, tmp_path: Path) -> None:
    path = tmp_path / "bad.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadScript):
        load(path)
    assert not fits(text)
