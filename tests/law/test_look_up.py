"""What is written in a law file is what a look-up gives, on the day it is asked about."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest

from rules_core.citation import Authority
from rules_core.law.book import (
    Confidence,
    Instrument,
    LawBook,
    LawNotOnFile,
    Provision,
    StartBasis,
    load,
)
from rules_core.law.reader import LawReader
from tests.law.test_book import FACTS, lay_down

FIRST_DAY, LAST_OF_OLD, FIRST_OF_NEW = (
    dt.date(2002, 6, 28),
    dt.date(2018, 7, 30),
    dt.date(2018, 7, 31),
)


@pytest.fixture
def book(tmp_path: Path) -> LawBook:
    return load(lay_down(tmp_path))


def value_of(folder: Path, written: str) -> MappingProxyType[str, object]:
    old = 'value: {months: 6, cad: "85", listed: ["US", "NO"]}'
    assert old in FACTS
    facts = FACTS.replace(old, f"value: {written}")
    found = load(lay_down(folder, facts=facts)).provision("default_stay", FIRST_DAY)
    assert isinstance(found, Provision)
    assert isinstance(found.value, MappingProxyType)
    return found.value


def test_a_fact_is_read_with_everything_written_of_it(book: LawBook) -> None:
    old, new = book.versions("default_stay")
    for version in (old, new):
        assert version.key == "default_stay"
        assert version.statement == "Six months."
        assert version.confidence is Confidence.STATUTE
        assert (version.settled, version.note) == (True, "")
    assert (old.in_force_from, old.in_force_to) == (FIRST_DAY, LAST_OF_OLD)
    assert (new.in_force_from, new.in_force_to) == (FIRST_OF_NEW, None)
    assert (old.start_basis, new.start_basis) == (StartBasis.INSTRUMENT, StartBasis.PROVISION)
    assert (old.citations[0].url, old.citations[0].authority) == (
        "https://notice.example/page.html",
        Authority.GUIDANCE,
    )
    assert new.value == {}


def test_an_unsettled_fact_is_read_with_its_note(tmp_path: Path) -> None:
    open_point = FACTS.replace("settled: true", "settled: false\n    note: Nobody knows.")
    for version in load(lay_down(tmp_path, facts=open_point)).versions("default_stay"):
        assert (version.settled, version.note) == (False, "Nobody knows.")


def test_a_settled_fact_may_have_a_note(tmp_path: Path) -> None:
    noted = FACTS.replace("settled: true", "settled: true\n    note: Seen twice.")
    assert load(lay_down(tmp_path, facts=noted)).latest("default_stay").note == "Seen twice."


def test_a_version_may_last_one_day(tmp_path: Path) -> None:
    short = FACTS.replace("in_force_from: 2002-06-28", "in_force_from: 2018-07-30")
    book = load(lay_down(tmp_path, facts=short))
    found = book.provision("default_stay", LAST_OF_OLD)
    assert isinstance(found, Provision)
    assert found.in_force_from == found.in_force_to == LAST_OF_OLD
    assert isinstance(
        book.provision("default_stay", LAST_OF_OLD - dt.timedelta(days=1)), LawNotOnFile
    )


def test_instruments_are_looked_up_by_their_code(book: LawBook) -> None:
    assert book.instrument("IRPR") == Instrument(
        code="IRPR",
        title="Regulations",
        authority=Authority.REGULATION,
        url="https://laws.example/regulations/",
        by_section=True,
        consolidated_to=dt.date(2026, 6, 15),
        pinpoints=frozenset(
            {"12.2(1)(c)", "182(1)", "183(2)", "183(2)(a)–(c)", '183(2) "month"', "184"}
        ),
    )
    assert book.instrument("NOTICE") == Instrument(
        code="NOTICE",
        title="A notice",
        authority=Authority.GUIDANCE,
        url="https://notice.example/page.html",
        by_section=False,
        consolidated_to=None,
        pinpoints=frozenset({"page 1"}),
    )


def test_unknown_instruments_and_facts_are_programming_errors(book: LawBook) -> None:
    for look_up in (book.instrument, book.versions, book.latest):
        with pytest.raises(KeyError):
            look_up("NO_SUCH")


def test_the_newest_version_is_the_last_and_need_not_be_in_force(tmp_path: Path) -> None:
    ended = FACTS.replace("in_force_to: null", "in_force_to: 2019-12-31")
    book = load(lay_down(tmp_path, facts=ended))
    assert book.latest("default_stay") is book.versions("default_stay")[-1]
    assert book.latest("default_stay").in_force_to == dt.date(2019, 12, 31)


def test_nothing_on_file_names_the_fact_the_day_and_what_is_known(tmp_path: Path) -> None:
    ended = FACTS.replace("in_force_to: null", "in_force_to: 2019-12-31")
    found = load(lay_down(tmp_path, facts=ended)).provision("default_stay", dt.date(2020, 1, 1))
    assert found == LawNotOnFile(
        "default_stay", dt.date(2020, 1, 1), FIRST_DAY, dt.date(2019, 12, 31)
    )


def test_figures_keep_their_kind(tmp_path: Path) -> None:
    written = (
        '{days: 90, open: true, ended: 2024-12-23, zone: "UTC", '
        'cad: "246.25", family_cad: "170", listed: [" US "]}'
    )
    assert value_of(tmp_path, written) == {
        "days": 90,
        "open": True,
        "ended": dt.date(2024, 12, 23),
        "zone": "UTC",
        "cad": Decimal("246.25"),
        "family_cad": Decimal(170),
        "listed": ("US",),
    }


def test_only_a_name_that_says_dollars_holds_an_amount(tmp_path: Path) -> None:
    assert value_of(tmp_path, '{cadence: "85"}') == {"cadence": "85"}


def test_every_file_of_every_folder_is_read(tmp_path: Path) -> None:
    lay_down(tmp_path)
    other = FACTS.replace("default_stay", "notice").replace('"183(2)"', '"184"')
    lay_down(tmp_path, facts=other, name="irpr/s184.yaml")
    page = FACTS.replace("default_stay", "page").replace(
        '{instrument: "IRPR", pinpoint: "183(2)"}', '{instrument: "NOTICE", pinpoint: "page 1"}'
    )
    lay_down(tmp_path, facts=page, name="notice/s183.yaml")
    assert load(tmp_path).keys() == {"default_stay", "notice", "page"}


@pytest.fixture
def fees(tmp_path: Path) -> LawBook:
    facts = FACTS.replace("in_force_to: null", "in_force_to: 2019-12-31").replace(
        'pinpoint: "12.2(1)(c)"}',
        'pinpoint: "12.2(1)(c)"}\n          - {instrument: "NOTICE", pinpoint: "page 1"}\n'
        '        value: {cad: "100", family_cad: "170"}',
    )
    return load(lay_down(tmp_path, facts=facts))


def test_a_provision_is_the_one_of_today(fees: LawBook) -> None:
    old, new = fees.versions("default_stay")
    assert LawReader(fees, LAST_OF_OLD).provision("default_stay") is old
    assert LawReader(fees, FIRST_OF_NEW).provision("default_stay") is new
    assert LawReader(fees, dt.date(2020, 1, 1)).provision("default_stay") is None


def test_an_event_is_judged_by_the_law_of_its_day(fees: LawBook) -> None:
    old, new = fees.versions("default_stay")
    reader = LawReader(fees, dt.date(2019, 1, 1))
    assert reader.provision_on_day_of("default_stay", LAST_OF_OLD) is old
    assert reader.provision_on_day_of("default_stay", FIRST_OF_NEW) is new
    assert reader.provision_on_day_of("default_stay", dt.date(2002, 6, 27)) is None


def test_an_event_to_come_is_judged_by_the_law_of_today(fees: LawBook) -> None:
    reader = LawReader(fees, dt.date(2019, 1, 1))
    found = reader.provision_on_day_of("default_stay", dt.date(2030, 1, 1))
    assert found is fees.latest("default_stay")


def test_the_two_weightiest_citations_are_given(fees: LawBook) -> None:
    pinpoints = [
        citation.pinpoint for citation in LawReader(fees, FIRST_OF_NEW).cite("default_stay")
    ]
    assert pinpoints == ["183(2)", "12.2(1)(c)"]


@pytest.mark.parametrize("confidence", ["official", "secondary", "single", "unverified"])
def test_beside_a_law_that_does_not_carry_the_whole_fact_the_source_that_does_is_given(
    confidence: str, tmp_path: Path
) -> None:
    facts = FACTS.replace("confidence: statute", f"confidence: {confidence}").replace(
        '"12.2(1)(c)"}', '"12.2(1)(c)"}\n          - {instrument: "NOTICE", pinpoint: "page 1"}'
    )
    cited = LawReader(load(lay_down(tmp_path, facts=facts)), FIRST_OF_NEW).cite("default_stay")
    assert [citation.pinpoint for citation in cited] == ["183(2)", "page 1"]


def test_where_the_law_is_all_there_is_it_is_given(tmp_path: Path) -> None:
    facts = FACTS.replace("confidence: statute", "confidence: official")
    cited = LawReader(load(lay_down(tmp_path, facts=facts)), FIRST_OF_NEW).cite("default_stay")
    assert [citation.pinpoint for citation in cited] == ["183(2)", "12.2(1)(c)"]


def test_the_version_of_today_is_cited(fees: LawBook) -> None:
    (cited,) = LawReader(fees, LAST_OF_OLD).cite("default_stay")
    assert (cited.instrument, cited.pinpoint) == ("NOTICE", "page 1")


def test_where_none_is_in_force_the_latest_is_cited(fees: LawBook) -> None:
    cited = LawReader(fees, dt.date(2020, 1, 1)).cite("default_stay")
    assert cited == fees.latest("default_stay").citations[:2]


def test_a_fact_is_stated_as_it_stands_today_else_as_it_stood_last(fees: LawBook) -> None:
    for day in (LAST_OF_OLD, FIRST_OF_NEW, dt.date(2020, 1, 1)):
        assert LawReader(fees, day).stated("default_stay") == "Six months."


def test_an_amount_is_the_one_charged_today(fees: LawBook) -> None:
    assert LawReader(fees, LAST_OF_OLD).amount("default_stay") == Decimal(85)
    assert LawReader(fees, FIRST_OF_NEW).amount("default_stay") == Decimal(100)
    family = LawReader(fees, FIRST_OF_NEW).amount("default_stay", "family_cad")
    assert family == Decimal(170)


def test_an_amount_that_is_not_on_file_is_not_guessed(fees: LawBook) -> None:
    assert LawReader(fees, dt.date(2020, 1, 1)).amount("default_stay") is None
