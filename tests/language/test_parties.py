"""The dates of several people told in one message."""

from __future__ import annotations

import pytest

from language.parties import parties_of


def told(text: str) -> dict[str, list[tuple[str, str]]]:
    return {
        name: [(date.role.value if date.role else "", date.text) for date in dates]
        for name, dates in parties_of(text).items()
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "my uncle arrived 6 August and my cousin 19 September",
            {"uncle": [("entry_date", "6 August")], "cousin": [("entry_date", "19 September")]},
        ),
        (
            "me and my wife landed 3 May 2026. her passport has 9 June 2026 in pen, mine nothing",
            {
                "self": [("entry_date", "3 May 2026")],
                "wife": [("stamp_date", "9 June 2026"), ("entry_date", "3 May 2026")],
            },
        ),
        (
            "I came 3 May 2026, my wife came 5 May 2026",
            {"self": [("entry_date", "3 May 2026")], "wife": [("entry_date", "5 May 2026")]},
        ),
        (
            "my uncle's visitor record: 9 June 2027. mine: 5 May 2027. who goes first",
            {
                "uncle": [("record_expiry", "9 June 2027")],
                "self": [("record_expiry", "5 May 2027")],
            },
        ),
    ],
)
def test_each_date_stays_with_its_owner(
    text: str, expected: dict[str, list[tuple[str, str]]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "I entered on 3 May 2026",
        "I entered 3 May 2026, passport 5 June 2028",
        "my wife and I came on 3 May",
        "my wife came 3 May, no sorry, 5 May",
        "my wife came 3 May 2026, my passport ends 5 June 2027",
        "my wife came on 3 May 2026 and again on 5 June 2026",
        "my sister told me 3 May, I came 4 June",
        "",
    ],
)
def test_else_nothing_is_told_apart(text: str) -> None:
    assert told(text) == {}
