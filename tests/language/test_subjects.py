"""Whose stay a message turns to."""

from __future__ import annotations

import pytest

from language.kin import may_be
from language.subjects import SELF, SOMEONE, companions, subject_of


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("and for my wife, she came a week later", "wife"),
        ("my wife came a week later", "wife"),
        ("and if my brother comes 31 aug 2028?", "brother"),
        ("mum: entered 20 october, passport until 1 february 2027", "mum"),
        ("what about my kids?", "kids"),
        ("my husband?", "husband"),
        ("I need an extension for my wife", "wife"),
        ("my husband will land on 10 December 2026, how long may he stay", "husband"),
        ("My mother arrived on 4 July, when must she go home", "mother"),
        ("my dad's passport expires in march", "dad"),
        ("he came 2 october, passport 2033", SOMEONE),
        ("papa came on 3 may", "papa"),
        ("other thing. my wife Marta is here as a visitor, flew in 3 may", "wife"),
        ("my aunt, 71 yrs, reached Winnipeg on 3 may", "aunt"),
        ("my boyfriend was in the same car and has an Indian passport", "boyfriend"),
        ("mother again", "mother"),
        ("my boyfriend is Mexican, same bus, his passport ends 3 may", "boyfriend"),
        ("wife is Swiss and hers dies 3 may, her passport I mean", "wife"),
        ("my cousin showed up 3 may", "cousin"),
        ("my wife joined me on 3 may", "wife"),
        ("my partner sat beside me but the officer gave him 3 may 2027", "partner"),
        ("our kid, one flight, passport till 3 may 2027", "kid"),
        ("next up, my brother", "brother"),
        ("my lola is on a super visa, came 3 may 2025", "lola"),
        ("so when must my sister go home", "sister"),
        ("how long can my mum remain", "mum"),
        ("ok thanks, next is my uncle", "uncle"),
        ("my friend got six months, why not me", SELF),
        ("only four months? my aunt got six", SELF),
        ("my uncle was given longer. may I complain", SELF),
        ("they gave me 2 months but my mother got the full six", SELF),
        ("my aunt got six months, until when may she stay", "aunt"),
        ("my aunt got six months on 3 may 2026", "aunt"),
        ("now for me: 3 october", SELF),
        ("how many days do i have left", SELF),
        ("I entered on 3 May 2026", SELF),
        ("I entered 3 may with my wife", SELF),
        ("I came to visit my sister on 5 june", SELF),
        ("i've been here since june 2", SELF),
        ("and me again?", SELF),
        ("my boy is 6, came with me on 3 may", "boy"),
        ("our eldest entered on 3 may", "eldest"),
        ("my old man flew in on 3 may", "old man"),
        ("my little girl arrived on 3 may", "little girl"),
        ("grandad followed on 3 may", "grandad"),
        ("my daughter is 14 and has been here since 3 may", "daughter"),
        ("ok for me, when to ask", SELF),
        ("found my glasses, mine says 3 may", SELF),
        ("Father-in-law is another case, plain visa, came 3 may", "father-in-law"),
        ("dad's extension went in 3 may, his stay ends 9 may", "dad"),
        ("babys pasport good to 3 may", "babys"),
        ("and me, is it the same? I came in june", SELF),
        ("and mine is good till 2031", SELF),
        ("what is mine", SELF),
        ("my daughters passport expires 3 May", "daughter"),
        ("back to mine", SELF),
        ("when do I have to leave", SELF),
        ("what is my last day", SELF),
    ],
)
def test_the_message_turns_to(text: str, key: str) -> None:
    found = subject_of(text)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(
    "text",
    [
        "my niece booked us seats for 3 may",
        "my wife gave me a ring",
        "my husband and i came on 3 May",
        "the officer told my wife 3 feb",
        "my friend says six months",
        "3 May 2026",
        "we came on 3 May",
        "no stamp",
        "if he writes 3 may",
        "she said nothing",
        "and for my moms birthday too",
        "my dad says they wrote 3 may",
        "my sister looked: 3 may 2027 is on it, the officer wrote that",
        "my husband checked my passport, it ends 3 may 2027",
        "the guard asked my wife and wrote 3 may 2027",
        "",
        "she never even wrote a date, she just waved us on",
        "why is it not half a year like for my friends",
    ],
)
def test_the_message_turns_to_nobody(text: str) -> None:
    assert subject_of(text) is None


@pytest.mark.parametrize(
    ("person", "pronoun", "possible"),
    [
        ("wife", "she", True),
        ("wife", "his", False),
        ("grandpa", "him", True),
        ("brother", "hers", False),
        ("friend", "she", True),
        ("friend", "he", True),
    ],
)
def test_whom_a_pronoun_can_mean(person: str, pronoun: str, possible: bool) -> None:
    assert may_be(person, pronoun) is possible


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("my sister and I arrived on 3 May", ("sister",)),
        ("we came, me and my boyfriend", ("boyfriend",)),
        ("me and my two kids arrived 3 May", ("kids",)),
        ("I came on 3 May to see my sister", ()),
        ("we came on 3 May", ()),
    ],
)
def test_who_came_together(text: str, together: tuple[str, ...]) -> None:
    assert companions(text) == together


@pytest.mark.parametrize(
    "text",
    [
        "can I stay for my nephew's birthday in march",
        "we stay at my sister's place",
        "what does her writing that even mean",
    ],
)
def test_who_is_only_mentioned_is_not_turned_to(text: str) -> None:
    found = subject_of(text)
    assert found is None or found.key == SELF


@pytest.mark.parametrize(
    "text", ["but my cousin did it in 2023", "my uncle once tried that and it worked"]
)
def test_what_another_did_is_an_example(text: str) -> None:
    found = subject_of(text)
    assert found is None or found.key not in ("cousin", "uncle")


@pytest.mark.parametrize(
    "text",
    [
        "but if she pays me in cash",
        "my oldest passport has the stamp",
        "oh boy, am I too late",
        "the girl at the counter stamped it",
    ],
)
def test_who_pays_one_or_no_kin_is_nobody_turned_to(text: str) -> None:
    assert subject_of(text) is None
