"""Ends of a stay that are asked about, believed or only seem to be told."""

from __future__ import annotations

import pytest

from tests.language.judged import facts_told

TOLD: dict[str, list[str]] = {
    # A plain stamp whose day has passed is asked about: it is of coming.
    "is 9 july 2026 on the oval stamp my final day": ["entry 2026-07-09"],
    "is 9 july 2027 on the oval stamp my final day": ["stamp 2027-07-09"],
    "stamp in our aunt's passport: 9 JL 26. the day she landed or has to go?": ["entry 2026-07-09"],
    "the ink date 9 july, entry or exit": ["entry 2026-07-09"],
    "is 9 july my final day? a hand wrote it on the stamp": [],
    "the guard stamped me until 9 july 2026, is it entry or exit": ["stamp 2026-07-09"],
    # What a hand seems to have written beside it is an officer's.
    "green stamp of 9 july 2026 plus a scrawl that looks like 9 jan": [
        "entry 2026-07-09",
        "stamp 2027-01-09",
    ],
    "the stamp is 9 july 2026 with a scribble like 9 jan 2027 below": [
        "entry 2026-07-09",
        "stamp 2027-01-09",
    ],
    # Who thinks to be late has read the stamp as a day to leave.
    "the stamp says 9 october so i guess we're late": ["stamp 2026-10-09"],
    "my stamp said 9 october, can i still apply": ["stamp 2026-10-09"],
    "which form restores me? my stamp said 9 october": ["stamp 2026-10-09"],
    "the stamp says 9 october, am i late?": [],
    # Since when somebody is here, and what ended since.
    "since 9 may here, leave by what day?": ["entry 2026-05-09"],
    "since may 9 2026, out by when": ["entry 2026-05-09"],
    "since 9 may no status, leave by when?": ["record 2026-05-09"],
    "since may 9 expired, leave by when?": [],
    # What an officer wrote, named after it or against what was told.
    "should i truly be out by 9 jan if that is what the lady put": ["stamp 2027-01-09"],
    "must we leave 9 jan because she wrote it": ["stamp 2027-01-09"],
    "must we leave 9 jan if that's what my aunt thinks": [],
    "my sister told the guard 9 april but he still gave 9 january": ["stamp 2027-01-09"],
    "i told him 9 april and he still booked 9 january": [],
    # By whom it is allowed is not said.
    "my niece allowed until 9 jan, may she extend": ["record 2027-01-09"],
    "she's allowed to remain until 9 jan": ["record 2027-01-09"],
    "the officer allowed her until 9 jan": ["stamp 2027-01-09"],
    "is my niece allowed until 9 jan?": [],
    "are we allowed until 9 jan?": [],
    # The hour asked for is that of a stay.
    "it's ending jan 9, at midnight?": ["record 2027-01-09"],
    "it will expire jan 9, which hour exactly": ["record 2027-01-09"],
    "it's expiring jan 9": [],
    "its expiring jan 9, my passport, which hour": ["passport 2027-01-09"],
    # Where one is away to is no day of filing.
    "my extension was filed, can we visit cuba with him 9 jan": [],
    "we applied for more time, our niece marries in spain 9 jan. risk?": [],
    "the extension was filed, it went out 9 october": ["applied 2026-10-09"],
    "we applied for more time, then flew home. we sent it 9 october": ["applied 2026-10-09"],
    # Who waits for an answer since a day has applied on it.
    "waiting for answer since 9 oct, what shall i show at the bank": ["applied 2026-10-09"],
    "waiting for a decision since my biometrics on 9 oct": [],
    "i wait for the answer and am here since 9 may": ["entry 2026-05-09"],
    # A stay ends with the passport shown, also after another has come.
    "passport was renewed, the old one ran out 9 oct. does my stay end": ["passport 2026-10-09"],
    "i got a new passport, my old passport expired 9 oct": [],
    "new passport here, the old visa ended 9 oct, does my stay change": [],
    # What ends some time in a month ends on no day that is told.
    "his trv end next month": ["visa ?"],
    "my stay end december": ["record ?"],
    "my visa is good until end december": ["visa 2026-12-31"],
    "my visa ends at the end of next month": ["visa 2026-12-31"],
    # An authorisation to travel is no stay.
    "travel authorization valid to 9 august 2029": ["visa 2029-08-09"],
}


@pytest.mark.parametrize("text", TOLD)
def test_only_what_is_told_of_an_end_is_a_fact(text: str) -> None:
    assert facts_told(text) == TOLD[text]
