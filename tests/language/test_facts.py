"""Facts said in a message, other than dates."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.facts import LONGEST_TEXT, Value, find_facts
from language.lexicon import words


def found(text: str) -> list[tuple[str, Value]]:
    return [(fact.kind, fact.value) for fact in find_facts(text)]


STATED: dict[str, list[tuple[str, Value]]] = {
    # nationality
    "I am a French citizen": [("nationality", "FR")],
    "we have Indian passports": [("nationality", "IN")],
    "i'm from Brazil": [("nationality", "BR")],
    "citizen of the Netherlands here": [("nationality", "NL")],
    "Norwegian, travelling alone": [("nationality", "NO")],
    "my parents are Filipino": [("nationality", "PH")],
    "I hold a UK passport": [("nationality", "GB")],
    "US citizen": [("nationality", "US")],
    "both us citizens": [("nationality", "US")],
    "my wife is from south korea": [("nationality", "KR")],
    # status
    "I am a visitor": [("current_status", "visitor")],
    "we are on a visitor record": [("current_status", "visitor_record")],
    "I'm currently on maintained status": [("current_status", "maintained_status")],
    "i have a study permit": [("current_status", "study_permit")],
    "she is on a work permit": [("current_status", "work_permit")],
    "now i am out of status": [("current_status", "out_of_status")],
    "i am an international student": [("current_status", "student")],
    "he's a permanent resident": [("current_status", "permanent_resident")],
    "we came here as tourists": [("current_status", "visitor")],
    "my work permit has ended? no, my work permit expired": [("current_status", "work_permit")],
    "my mother is on a super visa": [("current_status", "super_visa"), ("super_visa", True)],
    "my mother came without super visa": [("super_visa", False)],
    # lengths
    "for 6 months": [("duration", "P6M")],
    "10 days": [("duration", "P10D")],
    "two weeks": [("duration", "P2W")],
    "a year": [("duration", "P1Y")],
    "half a year": [("duration", "P6M")],
    "3 more months": [("duration", "P3M")],
    "6mo": [("duration", "P6M")],
    "one year and 3 months": [("duration", "P1Y3M")],
    "overstayed by 5 days": [("duration", "P5D")],
    # the officer's date
    "no stamp": [("officer_wrote_date", False)],
    "the officer wrote nothing": [("officer_wrote_date", False)],
    "just a plain stamp": [("officer_wrote_date", False)],
    "only the round seal, nothing with pen": [
        ("officer_wrote_date", False),
        ("officer_wrote_date", False),
    ],
    "nobody put pen to it": [("officer_wrote_date", False)],
    "one ordinary stamp": [("officer_wrote_date", False)],
    "there is no handwritten date": [("officer_wrote_date", False)],
    "nothing written under it": [("officer_wrote_date", False)],
    "the officer wrote a date": [("officer_wrote_date", True)],
    "there's a handwritten date": [("officer_wrote_date", True)],
    # green card
    "i have a green card": [("us_permanent_resident", True)],
    "i don't have a green card": [("us_permanent_resident", False)],
    # decisions
    "my extension was refused": [("extension_decision", "refused")],
    "my credit card was declined, then they refused the extension": [
        ("extension_decision", "refused")
    ],
    "the payment got rejected so it went off unpaid": [],
    "they approved my extension": [("extension_decision", "approved")],
    "application returned as incomplete": [("extension_decision", "returned")],
    "IRCC return everything, the payment is lacking": [("extension_decision", "returned")],
    "it came back because a page was not signed": [("extension_decision", "returned")],
    "it came back to me on 3 may as incomplete": [("extension_decision", "returned")],
    "my application was sent back because i had not signed": [("extension_decision", "returned")],
    "i came back on 3 may because it was cold": [],
    "they mailed the whole thing back": [("extension_decision", "returned")],
    "my extension got kicked back": [("extension_decision", "returned")],
    "ircc rejected my package as incomplete": [("extension_decision", "returned")],
    "my restoration application came back refused": [("restoration_decision", "refused")],
    "my forms came back on 3 november": [("extension_decision", "returned")],
    "my passport came back": [],
    "immigration approve my extension": [("extension_decision", "approved")],
    "my extension is still pending": [("extension_decision", "pending")],
    "refused": [("extension_decision", "refused")],
    "my restoration was approved": [("restoration_decision", "approved")],
    "restoration refused": [("restoration_decision", "refused")],
    # leaving
    "left canada and came back": [("left_canada", True)],
    "i drove to buffalo and came back": [("left_canada", True)],
    "i never left": [("never_left", True)],
    "haven't left canada since": [("never_left", True)],
}


@pytest.mark.parametrize(("text", "expected"), STATED.items())
def test_fact_is_found(text: str, expected: list[tuple[str, Value]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # talk of a border, a visa or a language is no nationality
        "the american border",
        "do i need a US visa",
        "a Mexican restaurant",
        "we flew from Germany",
        "let us in",
        "Canadian embassy",
        # nor a status asked about one held
        "can a visitor work",
        "how do i get a work permit",
        "i am not a student",
        "what is a super visa",
        "which one is better super visa or eta",
        # ages, moments, rates and bans are no lengths of stay
        "my 8 year old son",
        "a 5 year ban",
        "every 6 months",
        "100 dollars a year",
        # general talk, fear and other applications decide nothing
        "does no stamp mean anything",
        "did the officer write anything by hand?",
        "what if my extension is refused",
        "it could be refused",
        "my visa was refused",
        "my work permit application was refused",
        "the pr application was approved",
        "she was denied entry",
        "not approved",
    ],
)
def test_nothing_is_claimed(text: str) -> None:
    assert found(text) == []


def test_moment_is_a_date_and_no_length() -> None:
    assert found("entered 3 weeks ago") == []
    assert found("my passport expires in 30 days") == []


def test_every_country_code_is_two_letters() -> None:
    """An unquoted NO would be read as False."""
    codes = list(words("countries"))
    assert len(codes) == len(set(codes)) >= 195
    assert all(isinstance(code, str) and len(code) == 2 and code.isupper() for code in codes)


def test_no_name_stands_for_two_countries() -> None:
    names = [
        name
        for country in words("countries").values()
        for name in country["names"] + country["people"]
    ]
    assert sorted(names) == sorted(set(names))
    assert all(name == name.lower() for name in names)


def test_demonym_names_its_country() -> None:
    for code, country in words("countries").items():
        for people in country["people"]:
            expected = [] if code == "CA" else [("nationality", code)]
            assert [f for f in found(f"we are {people}") if f[0] == "nationality"] == expected


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for fact in find_facts(text):
        assert 0 <= fact.start < fact.end <= len(text)
        assert text[fact.start : fact.end] == fact.text


@pytest.mark.parametrize(
    "piece",
    ["[", "'", "1/", "a ", "no ", "in ", "entered 3 june ", "3 june or ", "my mom "],
)
def test_long_text_is_cut_and_quick(piece: str) -> None:
    start = time.process_time()
    facts = find_facts(piece * 20_000)
    assert time.process_time() - start < 0.5
    assert all(fact.end <= LONGEST_TEXT for fact in facts)
