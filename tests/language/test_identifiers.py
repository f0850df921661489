"""What names a person goes, and nothing else does: above all no date."""

from __future__ import annotations

import pytest

from language.catalogue import catalogue, languages
from language.identifiers import REMOVED, Identifier, redact
from tests.faults.goals import record
from tests.language.personal import harmless, identifiers

COUNT = 1000
RECALL, ALTERED = 0.99, 0.01


def leaks(count: int, seed: int = 9) -> list[str]:
    return [m for _, bare, m in identifiers(count, seed) if bare in redact(m).text]


def altered(count: int, seed: int = 9) -> list[str]:
    return [text for text in harmless(count, seed) if redact(text).text != text]


@pytest.mark.parametrize("seed", [9, 10, 11])
def test_an_identifier_is_removed(seed: int) -> None:
    found = leaks(COUNT, seed)
    value, met = f"{100 - 100 * len(found) / COUNT:.1f} %", len(found) <= COUNT * (1 - RECALL)
    record(18, f"made-up identifiers removed, seed {seed}", value, met)
    assert len(found) <= COUNT * (1 - RECALL), found


@pytest.mark.parametrize("seed", [9, 10, 11])
def test_a_harmless_message_stays_as_it_is(seed: int) -> None:
    found = altered(COUNT, seed)
    value, met = f"{100 * len(found) / COUNT:.1f} %", len(found) <= COUNT * ALTERED
    record(18, f"harmless messages altered, seed {seed}", value, met)
    assert len(found) <= COUNT * ALTERED, found


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("my UCI is 1234-5678", [Identifier.UCI]),
        ("uci 11-2345-6789 and W123456789", [Identifier.UCI, Identifier.APPLICATION]),
        ("passport AB123456, mail a.b@c.example", [Identifier.PASSPORT, Identifier.EMAIL]),
        ("SIN 046 454 286", [Identifier.SIN]),
        ("+1 (416) 555-0123 or 416.555.0199", [Identifier.PHONE]),
        ("98765 43210", [Identifier.PHONE]),
        ("card 4111111111111111", [Identifier.NUMBER]),
    ],
)
def test_the_kind_is_known(text: str, kinds: list[Identifier]) -> None:
    assert list(redact(text).removed) == kinds


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("UCI: 1234 5678 03 06 2026", "UCI: [removed] 03 06 2026"),
        ("passport AB123456 expires 2027-06-03", "passport [removed] expires 2027-06-03"),
        ("passport number 03062027", "passport number [removed]"),
        ("passport expires 03062027", "passport expires 03062027"),
        ("03.06.26 - 04.07.26", "03.06.26 - 04.07.26"),
        ("416-555-0123 2026-06-03", "[removed] 2026-06-03"),
        ("2026-06-03 416-555-0123", "2026-06-03 [removed]"),
        ("between 15000-20000", "between 15000-20000"),
        ("", ""),
    ],
)
def test_what_stands_beside_it_stays(text: str, left: str) -> None:
    assert redact(text).text == left


def test_what_is_left_has_nothing_to_remove() -> None:
    for _, _, message in identifiers(200):
        once = redact(message).text
        assert redact(once).text == once
        assert REMOVED in once


@pytest.mark.parametrize("language", languages())
def test_every_kind_has_its_words(language: str) -> None:
    assert catalogue(language).keys("identifiers") == {kind.value for kind in Identifier}
