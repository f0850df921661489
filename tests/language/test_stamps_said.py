"""What stamps, officers and papers say, and what of it is only asked; today is TODAY."""

from __future__ import annotations

import pytest

from tests.language.judged import facts_told

ALONE: dict[str, list[str]] = {
    # A past day on a plain stamp is the day of coming.
    "stamp with 3 august and nothing besides, how long do I have": ["entry 2026-08-03"],
    "the stamp reads 3 AUG 2026 and no leave date anywhere": ["entry 2026-08-03"],
    "my stamp is oval, says 3 august, what does oval mean": ["entry 2026-08-03"],
    "stamp has 3 august 2026 and letter K": ["entry 2026-08-03"],
    "stamp shows 3 august with T-2, must I study now": ["entry 2026-08-03"],
    "is 3 AUG 2026 on the stamp when i arrived or when it ends": ["entry 2026-08-03"],
    "it reads 3 august 2026, is this the day i entered or must i leave": ["entry 2026-08-03"],
    "which letters are these over 03 AU 26? what's the code": ["entry 2026-08-03"],
    "green stamp with 3 august, wife has blue one. is that a problem": ["entry 2026-08-03"],
    "hers shows a maple leaf and 3 august, does it count as a permit": ["entry 2026-08-03"],
    "guard circled the date 3 august 2026 on our stamps": ["entry 2026-08-03"],
    "3 august 2026 in green ink, does the color mean anything": ["entry 2026-08-03"],
    # One still to come never is.
    "The stamp says 3 march 2027. does that mean I must leave then": ["stamp 2027-03-03"],
    "The stamp says 3 march 2027 and nothing else": ["stamp 2027-03-03"],
    "they stamped 3 march 2028 in dads passport": ["stamp 2028-03-03"],
    "it reads 3 march 2027, is this the day i entered or must i leave": ["stamp 2027-03-03"],
    # Nor one told as missed, nor what nobody asks of.
    "stamp was 3 november and i only noticed now": ["stamp 2026-11-03"],
    "stamp said 3 november, bus was cancelled": ["stamp 2026-11-03"],
    "my stamp date was 3 november but I never noticed it": ["stamp 2026-11-03"],
    "the officer circled 3 february": ["stamp 2027-02-03"],
    "i took a lamp, some pen writing below. 3 FEB 2027": ["stamp 2027-02-03"],
    "no pen beneath. 3 aug 2026 is the stamp": ["entry 2026-08-03"],
    "wrote 3 february 2027 in red ink, does colour matter": ["stamp 2027-02-03"],
    "stamp 3 august": [],
    "stamp said 3 november, are we illegal": ["stamp 2026-11-03"],
    "the date on my stamp passed 3 november": ["stamp 2026-11-03"],
    "square stamp: 3 aug 2026, POE 4400": ["entry 2026-08-03"],
    "what is 3 AUG 2026 CBSA on my stamp": ["entry 2026-08-03"],
    "my stamp has a faint 03-08-2026, no other date": ["entry 2026-03-08 or 2026-08-03"],
}
BESIDE: dict[str, list[str]] = {
    "passport stamp 3 august, pen below 3 february. which one rules": [
        "entry 2026-08-03",
        "stamp 2027-02-03",
    ],
    "the stamp shows 3 august but officer wrote 12 december under it": [
        "entry 2026-08-03",
        "stamp 2026-12-12",
    ],
    'stamp is 3 august, next to it by pen "until 3 january"': [
        "entry 2026-08-03",
        "stamp 2027-01-03",
    ],
    "there are 2 dates in mums passport, 3 august in ink and 12 december handwritten": [
        "entry 2026-08-03",
        "stamp 2026-12-12",
    ],
    "record says 3 february and stamp was 3 august, which counts": [
        "record 2027-02-03",
        "entry 2026-08-03",
    ],
    "my permit was until 3 december and the old stamp said 3 november": ["record 2026-12-03"],
}
PAPERS: dict[str, list[str]] = {
    "the sheet they clipped in says 3 march 2027": ["record 2027-03-03"],
    "the guard gave my aunt a paper with 3 march 2027": ["record 2027-03-03"],
    "they stapled a form with must leave by 3 march 2027": ["record 2027-03-03"],
    "she stapled a slip in mums passport that says until 3 march 2027": ["record 2027-03-03"],
    "there is a paper clipped to dads passport with 3 march 2027": ["record 2027-03-03"],
    "she came 3 june and got a visitor record saying 3 december": [
        "entry 2026-06-03",
        "record 2026-12-03",
    ],
    'the "expiry" on my uncles passport: 3 march 2027': ["passport 2027-03-03"],
    "on the sheet he wrote 3 march by hand": ["stamp 2027-03-03"],
    "on 3 august an officer handed me a page": [],
    "they gave grandpa visa until 3 march 2030": ["visa 2030-03-03"],
    "on my visa is printed 3 march 2027": ["visa 2027-03-03"],
    "in the visa it is written until 3 march 2027": ["visa 2027-03-03"],
    "the date in his passport is 3 march 2027": ["stamp 2027-03-03"],
    "the expiry date in his passport is 3 march 2027": ["passport 2027-03-03"],
    "it shows 3 march on a small note in my passport": ["stamp 2027-03-03"],
    "on a note inside my passport it says 3 march 2027": ["stamp 2027-03-03"],
}
GIVEN: dict[str, list[str]] = {
    "she let us in to 3 january only": ["stamp 2027-01-03"],
    "officer was tired and put 3 january": ["stamp 2027-01-03"],
    "my cousin got 3 january at pearson": ["stamp 2027-01-03"],
    "asked for the whole ski season but we got 3 january": ["stamp 2027-01-03"],
    "he gave us 3 january only": ["stamp 2027-01-03"],
    "they gave me 3 january for biometrics": [],
    "got 5 weeks max, until 3 january": ["stamp 2027-01-03"],
    "how come she did get 3 january": [],
    "how come did she get 3 january and we got six months": ["stamp 2027-01-03"],
    "only until 3 january?? the officer never asked me": ["stamp 2027-01-03"],
    "only until 3 january??": [],
    "We were allowed only until 3 january 2027. Can I complain": ["stamp 2027-01-03"],
    "my extension was approved, I was allowed only until 3 january 2027": ["record 2027-01-03"],
    "we got a short stay, until 3 january": ["stamp 2027-01-03"],
    "must I really leave by 3 january? the guard was rude": ["stamp 2027-01-03"],
    "do I really have to leave by 3 january": [],
    "(3 october i left) they gave me 3 january": ["stamp 2027-01-03"],
    "asked you for it yesterday and got 3 january": [],
    "I told them half a year, got 3 january": ["stamp 2027-01-03"],
    "asked ircc to extend and got 3 march": ["record 2027-03-03"],
    "wanted an earlier interview and got 3 january": [],
    "they gave me 3 january as our last date": ["stamp 2027-01-03"],
    "he gave me 3 january as his birthday": [],
    "3 january is all that the officer gave us": ["stamp 2027-01-03"],
    "3 january is all I remember": [],
    "was she only given 3 january?": ["stamp 2027-01-03"],
    "is it true I must go by 3 january? a border guard said so": ["stamp 2027-01-03"],
    "is it true I must go by 3 january?": [],
    # What was crossed out is none.
    "they struck out 3 march and wrote 3 january": ["stamp 2027-01-03"],
    "agent changed my date from 3 march to 3 january": ["stamp 2027-01-03"],
    "I changed my flight from 3 march to 3 january": [],
    "he wrote 3 march but his boss changed it to 3 january": ["stamp 2027-01-03"],
    "passport to 3 march 2027, crossed over the bridge 3 october": [
        "passport 2027-03-03",
        "entry 2026-10-03",
    ],
    "we crossed over 3 october": ["entry 2026-10-03"],
    "she wrote 3 march, her boss crossed it out and wrote 3 january": ["stamp 2027-01-03"],
    "officer wrote 3 march, this was crossed out, then wrote 3 january": ["stamp 2027-01-03"],
    "can't tell if it's 3 january or 8 january the guard wrote": ["stamp 2027-01-03 or 2027-01-08"],
}
CHOICES: dict[str, list[str]] = {
    "came 3 july. must leave by 2 jan or 3 jan?": ["entry 2026-07-03"],
    "here since 3 july, so last day is jan 2 or jan 3": ["entry 2026-07-03"],
    "last day 2 jan or 3 jan, arrived 3 july": ["entry 2026-07-03"],
    "is it 2 jan or 3 jan, my last day": [],
    "must I go by 2 jan or 3 jan? the sheet says 4 jan": ["record 2027-01-04"],
    "my record ends 2 jan or 3 jan, the print is bad": ["record 2027-01-02 or 2027-01-03"],
}
VISAS: dict[str, list[str]] = {
    "entered 3 september, visa expires 3 november": ["entry 2026-09-03", "visa 2026-11-03"],
    "landed 3 september, my visa is good to 3 january": ["entry 2026-09-03", "visa 2027-01-03"],
    "arrived 3 september, my passport expires 3 november": [
        "entry 2026-09-03",
        "passport 2027-11-03",
    ],
    "visa expires 3 november": ["visa 2027-11-03"],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, expected, id=f"{kind}: {text}")
        for kind, messages in (
            ("alone", ALONE),
            ("beside", BESIDE),
            ("papers", PAPERS),
            ("given", GIVEN),
            ("choices", CHOICES),
            ("visas", VISAS),
        )
        for text, expected in messages.items()
    ],
)
def test_what_is_told(text: str, expected: list[str]) -> None:
    assert facts_told(text) == expected
