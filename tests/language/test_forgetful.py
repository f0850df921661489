"""What people forget and tell late: a letter read days after, another's reckoning, a draft."""

import pytest

from language.handwriting import denies_writing
from language.reasons import asks_why_changed
from language.sent_on import day_sent
from language.subjects import SOMEONE, subject_of
from language.unsaid import is_unsent


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("the message was sent on 2 November but I only saw it today, so which day counts?", 2),
        ("Their letter is dated 3 November, I opened it last night. When is my last day?", 3),
        ("Was the email sent 2 November? I read it today", None),
        ("the e-mail was sent 2 november?", None),
        ("the receipt was sent 2 November, I saw it today", None),
    ],
)
def test_day_sent_in_a_message_that_asks(text: str, day: int | None) -> None:
    said = day_sent(text, None)
    assert (said.day if said else None) == day


@pytest.mark.parametrize(
    "text",
    [
        "why do most people tell you to leave one day earlier",
        "but my brother counts 182 days and comes to another date, why yours?",
        "and my uncle thinks it is a day later. He is a teacher",
        "but my wife says you are wrong, she is always right",
    ],
)
def test_who_only_reckons_is_not_turned_to(text: str) -> None:
    subject = subject_of(text)
    assert subject is None or subject.key == "self"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("and my brother, he came 3 June", "brother"),
        ("but my wife's passport ends 3 June", "wife"),
        ("she came 3 June", SOMEONE),
    ],
)
def test_whose_stay_is_told_is_turned_to(text: str, key: str) -> None:
    subject = subject_of(text)
    assert subject is not None
    assert subject.key == key


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("why is that different from what you said before", True),
        ("how come it's not the day you gave me earlier, it isn't the same you told me", True),
        ("you just told me another date", True),
        ("why is the rule like that", False),
        ("is it the same for my wife", False),
    ],
)
def test_why_the_day_changed(text: str, asks: bool) -> None:
    assert asks_why_changed(text) is asks


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        ("my niece says it is no date, just a signature", True),
        ("there are only his initials", True),
        ("isn't a date at all, it's a number", True),
        ("he signed it with his initials", False),
        ("if it's only initials, what then", False),
    ],
)
def test_initials_are_no_date(text: str, denies: bool) -> None:
    assert denies_writing(text) is denies


@pytest.mark.parametrize(
    ("text", "unsent"),
    [
        ("I had forgotten to hit submit", True),
        ("must have been a draft", True),
        ("never clicked on send", True),
        ("I pressed send the same day", False),
    ],
)
def test_what_was_never_sent(text: str, unsent: bool) -> None:
    assert is_unsent(text) is unsent
