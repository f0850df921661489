"""A stamp of another country tells nothing of a stay in Canada."""

from __future__ import annotations

import pytest

from language.dates import DateRole, find_dates


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("there is a US stamp dated 12 October 2026 in my passport", ["other"]),
        ("I came 4 July 2026, my US visa stamp is 3 May 2027", ["entry_date", "other"]),
        ("American stamp reads 12 OCT 2026, came to Canada 13 October", ["other", "entry_date"]),
        ("UK exit stamp 3 June 2026", ["other"]),
        ("the stamp from the US side says 5 October 2026", ["other"]),
        ("the newest stamp is of Mexico, 5 October 2026", ["other"]),
        ("5 October 2026 is the American stamp, there is no Canadian one", ["other"]),
        ("12 October 2026 (US stamp)", ["other"]),
        # Canada's, whoever tells of it and whatever passport it is in.
        ("they gave us stamp until 5 May 2027", ["stamp_date"]),
        ("they stamped us 5 May 2026", ["entry_date"]),
        ("no American stamp, Canadian stamp 5 May 2026", ["stamped"]),
        ("I got the stamp at the US border 5 May 2026", ["entry_date"]),
        ("the stamp in my Indian passport says 5 May 2026", ["stamped"]),
        ("the stamp in a German passport is 5 May 2026", ["stamped"]),
    ],
)
def test_whose_stamp(text: str, roles: list[str]) -> None:
    assert [date.role for date in find_dates(text)] == [DateRole(role) for role in roles]
