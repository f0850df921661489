"""What an audit's report holds beside its findings, and what is said of a file that will not do."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from rules_core.law.audit import audit
from rules_core.law.findings import CheckCount, Difference, Window, WindowState
from rules_core.law.justice_xml import JusticeXmlError, read
from rules_core.law.pinpoint import parse
from tests.law.test_audit import (
    ADDRESSES,
    INTERPRETATION,
    OLD,
    REGULATIONS,
    TODAY,
    book_of,
    days,
    fact,
)

AS_PUBLISHED = "To mend: take the file as published at github.com/justicecanada/laws-lois-xml."


def lay_down_xml(folder: Path, regulations: bytes = REGULATIONS.encode()) -> Path:
    """A folder with the files of the two laws."""
    folder.mkdir()
    (folder / "SOR-2002-227.xml").write_bytes(regulations)
    (folder / "I-21.xml").write_text(INTERPRETATION, encoding="utf-8")
    return folder


def refusal_of(folder: Path, regulations: bytes) -> str:
    with pytest.raises(JusticeXmlError) as refusal:
        read(lay_down_xml(folder / "xml", regulations), ADDRESSES["IRPR"])
    return str(refusal.value)


def test_a_report_says_on_what_day_of_how_many_facts_and_within_which_limits(
    tmp_path: Path,
) -> None:
    book = book_of(tmp_path, one=fact(), other=fact("185(a)", checked_on=days(-3)))
    report = audit(book, TODAY, within_days=7, older_than_days=2)
    assert (report.today, report.facts) == (TODAY, 2)
    assert (report.within_days, report.older_than_days) == (7, 2)
    assert report.checks == (CheckCount(days(-3), 3, 1), CheckCount(TODAY, 0, 1))


def test_without_limits_it_looks_sixty_days_ahead_and_calls_no_check_old(tmp_path: Path) -> None:
    report = audit(book_of(tmp_path, one=fact(checked_on=OLD)), TODAY)
    assert (report.within_days, report.older_than_days, report.stale) == (60, None, ())


def test_a_window_says_of_which_fact_and_with_which_note(tmp_path: Path) -> None:
    ending = fact(windows=((OLD, days(1)),), note="Ask in December.")
    coming = fact("185(a)", windows=((days(1), None),), note="As announced.")
    assert audit(book_of(tmp_path, ending=ending, coming=coming), TODAY).windows == (
        Window("coming", WindowState.OPENING, days(1), 1, "As announced."),
        Window("ending", WindowState.CLOSING, days(2), 2, "Ask in December."),
    )


def test_a_version_is_compared_from_the_day_it_begins(tmp_path: Path) -> None:
    begins = fact("183(2)(a)", windows=((OLD, days(-1)), (days(0), None)), basis="provision")
    xml = lay_down_xml(tmp_path / "xml")
    (found,) = audit(book_of(tmp_path, it=begins), TODAY, xml=xml).differences
    assert (found.difference, found.on_file) == (Difference.STARTS_EARLIER, TODAY)


def test_the_first_definition_of_a_term_is_the_one_meant(tmp_path: Path) -> None:
    folder = lay_down_xml(tmp_path / "xml")
    again = (
        '<Definition xmlns:lims="http://justice.gc.ca/lims" lims:inforce-start-date="2020-05-05">'
    )
    twice = INTERPRETATION.replace(
        "</Subsection>", f"{again}<DefinedTermEn>month</DefinedTermEn></Definition></Subsection>"
    )
    (folder / "I-21.xml").write_text(twice, encoding="utf-8")
    place = parse('35(1) "month"')
    assert place is not None
    text = read(folder, ADDRESSES["IA"]).find(place)
    assert text is not None
    assert text.in_force_from == dt.date(2015, 2, 26)


def test_a_term_is_found_by_its_english_name_alone(tmp_path: Path) -> None:
    folder = lay_down_xml(tmp_path / "xml")
    french = INTERPRETATION.replace(
        "<DefinedTermEn>court</DefinedTermEn>", "<DefinedTermFr>court</DefinedTermFr>"
    )
    assert french != INTERPRETATION
    (folder / "I-21.xml").write_text(french, encoding="utf-8")
    place = parse('35(1) "court"')
    assert place is not None
    assert read(folder, ADDRESSES["IA"]).find(place) is None


def test_a_label_and_a_term_may_be_set_in_parts(tmp_path: Path) -> None:
    folder = lay_down_xml(
        tmp_path / "xml",
        REGULATIONS.replace(
            "<Label>183</Label>", "<Label>1<Emphasis>83</Emphasis></Label>"
        ).encode(),
    )
    parts = INTERPRETATION.replace(
        "<DefinedTermEn>month</DefinedTermEn>",
        "<DefinedTermEn>mo<Emphasis>nth</Emphasis></DefinedTermEn>",
    )
    (folder / "I-21.xml").write_text(parts, encoding="utf-8")
    for pinpoint, instrument in (("183(2)(a)", "IRPR"), ('35(1) "month"', "IA")):
        place = parse(pinpoint)
        assert place is not None
        assert read(folder, ADDRESSES[instrument]).find(place) is not None


def test_a_part_without_a_label_is_passed_over(tmp_path: Path) -> None:
    unlabelled = REGULATIONS.replace("<Label>(1)</Label>", "", 1)
    folder = lay_down_xml(tmp_path / "xml", unlabelled.encode())
    place = parse("12.2(1)(a)")
    assert place is not None
    assert read(folder, ADDRESSES["IRPR"]).find(place) is None


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"<html/>", ": it has no Body. "),
        (REGULATIONS.encode("utf-16"), ": not readable: "),
        (b"<r><Body>", ": not readable as XML: "),
        (b"<!DOCTYPE r><r><Body/></r>", ": it declares a document type. "),
        (
            REGULATIONS.replace("2026-10-01", "2026-02-30").encode(),
            ": lims:current-date is '2026-02-30', no date. ",
        ),
    ],
)
def test_a_bad_file_is_told_what_to_mend(tmp_path: Path, content: bytes, says: str) -> None:
    said = refusal_of(tmp_path, content)
    assert said.startswith(f"{tmp_path / 'xml' / 'SOR-2002-227.xml'}{says}")
    assert said.endswith(AS_PUBLISHED)


def test_a_missing_file_is_told_where_to_put_it(tmp_path: Path) -> None:
    with pytest.raises(JusticeXmlError) as refusal:
        read(tmp_path, ADDRESSES["IRPR"])
    assert str(refusal.value) == (
        f"{tmp_path}: there is no SOR-2002-227.xml in it. To mend: put the law's file there."
    )
    assert refusal.value.file == tmp_path


@pytest.mark.parametrize("base", ["https://laws.example", "https://laws.example/"])
def test_an_address_that_names_no_law_is_to_be_corrected(tmp_path: Path, base: str) -> None:
    with pytest.raises(JusticeXmlError) as refusal:
        read(tmp_path, base)
    assert str(refusal.value) == (
        f"{tmp_path}: {base} names no law. To mend: correct the section_base."
    )
    assert refusal.value.file == tmp_path
