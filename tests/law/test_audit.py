"""The audit finds what needs a look, on its day and not before, and compares with the XML."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from rules_core.law.audit import audit
from rules_core.law.audit_text import report_text
from rules_core.law.book import LawBook, law_book, load
from rules_core.law.findings import Difference, WindowState
from rules_core.law.justice_xml import JusticeXmlError, Text, read
from rules_core.law.pinpoint import parse

ROOT = Path(__file__).parents[2]
TODAY = dt.date(2026, 11, 22)
ADDRESSES = {
    "IRPR": "https://laws.example/eng/regulations/SOR-2002-227/",
    "IA": "https://laws.example/eng/acts/I-21/",
}
READ_TO = dt.date(2026, 6, 15)

REGULATIONS = """<?xml version="1.0" encoding="utf-8"?>
<Regulation lims:current-date="2026-10-01" lims:pit-date="2026-09-20"
  xmlns:lims="http://justice.gc.ca/lims">
<Identification><Label>183</Label></Identification>
<Body lims:inforce-start-date="2006-03-22"><Heading><Label>PART 9</Label></Heading>
<Section lims:inforce-start-date="2006-03-22" lims:lastAmendedDate="2025-01-31">
  <MarginalNote>Definitions</MarginalNote><Label>12.2</Label>
  <Subsection lims:inforce-start-date="2018-06-05"><Label>(1)</Label><Text>Exempt are</Text>
    <Paragraph lims:inforce-start-date="2018-06-05"><Label>(a)</Label><Text>one</Text></Paragraph>
    <Paragraph><Label>(c)</Label><Text>two, if</Text>
      <Subparagraph lims:inforce-start-date="2019-01-01"><Label>(ii)</Label></Subparagraph>
    </Paragraph></Subsection></Section>
<Section lims:inforce-start-date="2018-07-31" lims:lastAmendedDate="2022-09-26">
  <Label>183</Label>
  <Subsection lims:inforce-start-date="2018-07-31"><Label>(2)</Label>
    <MarginalNote lims:inforce-start-date="2024-01-01">Period</MarginalNote>
    <Text>A period, by</Text>
    <Paragraph lims:inforce-start-date="2018-07-31"><Label>(a)</Label><Text>x</Text></Paragraph>
    <Paragraph lims:inforce-start-date="2020-02-02"><Label>(b)</Label><Text>y</Text></Paragraph>
    <Paragraph lims:inforce-start-date="2018-07-31"><Label>(c)</Label><Text>z</Text></Paragraph>
    <Paragraph lims:inforce-start-date="2021-03-03"><Label>(d)</Label><Text>w</Text></Paragraph>
  </Subsection>
  <Subsection lims:inforce-start-date="2018-07-31"><Label>(4)</Label>
    <Paragraph lims:inforce-start-date="2018-07-31"><Label>(c)</Label>
      <Text><Repealed>[Repealed, SOR/2020-1, s. 1]</Repealed></Text></Paragraph>
    <Paragraph lims:inforce-start-date="2018-07-31"><Label>(c.1)</Label>
      <Text lims:inforce-start-date="2019-04-29">ten years</Text></Paragraph></Subsection>
  <HistoricalNote><HistoricalNoteSubItem lims:inforce-start-date="2025-05-05"/></HistoricalNote>
</Section>
<Section lims:inforce-start-date="2006-03-22" lims:lastAmendedDate="2026-06-15"><Label>184</Label>
  <Text>As quoted:</Text><AmendedText><Section lims:inforce-start-date="1999-01-01"
    lims:lastAmendedDate="1999-01-01"><Label>999</Label></Section></AmendedText></Section>
<Section lims:inforce-start-date="2006-03-22" lims:lastAmendedDate="2026-06-16"><Label>185</Label>
  <Paragraph><Label>(a)</Label><Text>stay</Text></Paragraph></Section>
<Section lims:inforce-start-date="2014-02-02" lims:lastAmendedDate="2014-02-02"><Label>186</Label>
  <Text><Repealed>[Repealed, SOR/2014-1, s. 1]</Repealed></Text></Section>
<Section><Label>187</Label><Text>No dates.</Text></Section>
</Body>
<Schedule><Section><Label>500</Label></Section></Schedule>
</Regulation>
"""
INTERPRETATION = """<Statute lims:pit-date="2024-11-27" xmlns:lims="http://justice.gc.ca/lims"><Body>
<Section lims:inforce-start-date="2015-02-26" lims:lastAmendedDate="2021-08-03"><Label>35</Label>
  <Subsection lims:inforce-start-date="2015-02-26"><Label>(1)</Label><Text>Everywhere,</Text>
    <Definition lims:inforce-start-date="2015-02-26"><Text lims:inforce-start-date="2021-08-03">
      <DefinedTermEn>holiday</DefinedTermEn> means some days</Text>
      <Paragraph lims:inforce-start-date="2016-01-01"><Label>(a)</Label></Paragraph></Definition>
    <Definition lims:inforce-start-date="2015-02-26"><Text>
      <DefinedTermEn>lunar month</DefinedTermEn> or <DefinedTermEn>month</DefinedTermEn></Text>
    </Definition>
    <Definition lims:inforce-start-date="2015-02-26"><DefinedTermEn>court</DefinedTermEn>
      <Repealed>[Repealed]</Repealed></Definition>
  </Subsection></Section></Body></Statute>
"""


def days(number: int) -> dt.date:
    return TODAY + dt.timedelta(days=number)


def fact(
    *pinpoints: str,
    instrument: str = "IRPR",
    windows: tuple[tuple[dt.date, dt.date | None], ...] = ((dt.date(2010, 1, 1), None),),
    basis: str = "checked",
    checked_on: dt.date = TODAY,
    note: str = "",
) -> dict[str, Any]:
    """A fact as a law file has it; one with a note is not settled."""
    cited = [{"instrument": instrument, "pinpoint": place} for place in pinpoints or ("184",)]
    return {
        "statement": "A fact.",
        "confidence": "statute",
        "settled": not note,
        "checked_on": checked_on,
        **({"note": note} if note else {}),
        "versions": [
            {"in_force_from": a, "in_force_to": b, "start_basis": basis, "citations": cited}
            for a, b in windows
        ],
    }


def lay_down(folder: Path, **facts: dict[str, Any]) -> Path:
    """Law files with these facts, and the two laws they may cite."""
    listed: dict[str, set[str]] = defaultdict(set, {"IRPR": {"1"}, "IA": {"1"}})
    files: dict[str, dict[str, Any]] = defaultdict(dict)
    for key, content in facts.items():
        for version in content["versions"]:
            for citation in version["citations"]:
                listed[citation["instrument"]].add(citation["pinpoint"])
        main = content["versions"][-1]["citations"][0]
        place = parse(main["pinpoint"])
        assert place is not None
        files[f"{main['instrument'].lower()}/s{place.section}.yaml"][key] = content
    registry = {
        code: {
            "title": code,
            "authority": "regulation",
            "section_base": address,
            "consolidated_to": READ_TO,
            "pinpoints": sorted(listed[code]),
        }
        for code, address in ADDRESSES.items()
    }
    written: dict[str, Any] = {"instruments.yaml": registry}
    written |= {name: {"facts": content} for name, content in files.items()}
    for name, content in written.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")
    return folder


def book_of(folder: Path, **facts: dict[str, Any]) -> LawBook:
    return load(lay_down(folder / "law", **facts), TODAY)


@pytest.fixture
def xml(tmp_path: Path) -> Path:
    """A folder with the files of the two laws."""
    folder = tmp_path / "xml"
    folder.mkdir()
    (folder / "SOR-2002-227.xml").write_text(REGULATIONS, encoding="utf-8-sig")
    (folder / "I-21.xml").write_text(INTERPRETATION, encoding="utf-8")
    return folder


OLD = dt.date(2010, 1, 1)
CLOSING, LAPSED, OPENING = WindowState.CLOSING, WindowState.LAPSED, WindowState.OPENING
WINDOWS = {
    "no end": ([(OLD, None)], []),
    "ends the day before the horizon": ([(OLD, days(59))], [(CLOSING, days(60), 60)]),
    "ends on the horizon": ([(OLD, days(60))], [(CLOSING, days(61), 61)]),
    "ends the day after the horizon": ([(OLD, days(61))], []),
    "ends today": ([(OLD, days(0))], [(CLOSING, days(1), 1)]),
    "ended yesterday": ([(OLD, days(-1))], [(LAPSED, days(0), 0)]),
    "ended long ago": ([(OLD, days(-1000))], [(LAPSED, days(-999), -999)]),
    "ends with a successor": (
        [(OLD, days(8)), (days(9), None)],
        [(OPENING, days(9), 9)],
    ),
    "ends with a successor that ends too": (
        [(OLD, days(8)), (days(9), days(20))],
        [(OPENING, days(9), 9), (CLOSING, days(21), 21)],
    ),
    "begins on the horizon": ([(days(60), None)], [(OPENING, days(60), 60)]),
    "begins after the horizon": ([(days(61), None)], []),
    "begins today": ([(OLD, days(-1)), (days(0), None)], []),
    "begins tomorrow": ([(OLD, days(0)), (days(1), None)], [(OPENING, days(1), 1)]),
}


@pytest.mark.parametrize(("windows", "expected"), WINDOWS.values(), ids=WINDOWS)
def test_a_window_is_reported_from_its_horizon_on(
    tmp_path: Path,
    windows: list[tuple[dt.date, dt.date | None]],
    expected: list[tuple[WindowState, dt.date, int]],
) -> None:
    report = audit(book_of(tmp_path, fee=fact(windows=tuple(windows))), TODAY, within_days=60)
    assert [(w.state, w.day, w.in_days) for w in report.windows] == expected
    assert report.to_do == sum(state is not OPENING for state, _, _ in expected)


def test_every_window_of_the_law_on_file_that_ends_is_seen_closing_and_lapsing() -> None:
    ends = {key: law_book().latest(key).in_force_to for key in sorted(law_book().keys())}
    for key, end in ends.items():
        if end is not None:
            for day, state in ((end, CLOSING), (end + dt.timedelta(days=1), LAPSED)):
                found = audit(law_book(), day, within_days=0).windows
                assert [window.state for window in found if window.fact == key] == [state]


@pytest.mark.parametrize(("limit", "old"), [(None, []), (29, ["b", "a"]), (30, ["b"]), (31, [])])
def test_a_check_is_old_when_it_is_older_than_the_limit(
    tmp_path: Path, limit: int | None, old: list[str]
) -> None:
    facts = {
        "a": fact(checked_on=days(-30)),
        "b": fact(checked_on=days(-31)),
        "c": fact(checked_on=days(-1)),
        "d": fact("185(a)", checked_on=days(-1)),
    }
    report = audit(book_of(tmp_path, **facts), TODAY, older_than_days=limit)
    assert [check.fact for check in report.stale] == old
    assert report.to_do == len(old)
    assert [(count.age_days, count.facts) for count in report.checks] == [(31, 1), (30, 1), (1, 2)]


def test_open_points_and_consolidations_are_told_but_are_nothing_to_do(tmp_path: Path) -> None:
    book = book_of(tmp_path, sure=fact(), doubtful=fact(note="Open: which day."))
    report = audit(book, TODAY)
    assert [(point.fact, point.note) for point in report.unsettled] == [
        ("doubtful", "Open: which day.")
    ]
    assert [(r.instrument, r.consolidated_to, r.age_days) for r in report.readings] == [
        ("IRPR", READ_TO, 160),
        ("IA", READ_TO, 160),
    ]
    assert report.to_do == 0


FOUND = {
    "183": ("IRPR", "2021-03-03"),
    "183(2)": ("IRPR", "2021-03-03"),
    "183(2)(a)": ("IRPR", "2018-07-31"),
    "183(2)(a)–(c)": ("IRPR", "2020-02-02"),
    "183(2)(c)–(d)": ("IRPR", "2021-03-03"),
    "183(4)(c.1)": ("IRPR", "2019-04-29"),
    "12.2(1)(c)": ("IRPR", "2019-01-01"),
    "12.2(1)(c)(ii)": ("IRPR", "2019-01-01"),
    "12.2(1)(a)": ("IRPR", "2018-06-05"),
    "185(a)": ("IRPR", "2006-03-22"),
    '35(1) "month"': ("IA", "2015-02-26"),
    '35(1) "holiday"': ("IA", "2021-08-03"),
    '35 "holiday"': ("IA", "2021-08-03"),
}
ABSENT = {
    "12": "IRPR",
    "183(1)": "IRPR",
    "183(a)": "IRPR",
    "183(2)(c.1)": "IRPR",
    "183(2)(a)(i)": "IRPR",
    "183(2)(c)–(a)": "IRPR",
    "183(2)(a)–(z)": "IRPR",
    "12.2(1)(c)(i)": "IRPR",
    "500": "IRPR",
    "999": "IRPR",
    '35(1) "week"': "IA",
    '35(2) "month"': "IA",
}


@pytest.mark.parametrize("pinpoint", FOUND)
def test_a_pinpoint_is_found_with_the_day_its_wording_began(xml: Path, pinpoint: str) -> None:
    instrument, begins = FOUND[pinpoint]
    place = parse(pinpoint)
    assert place is not None
    text = read(xml, ADDRESSES[instrument]).find(place)
    assert isinstance(text, Text)
    assert text.in_force_from == dt.date.fromisoformat(begins)


@pytest.mark.parametrize("pinpoint", ABSENT)
def test_a_pinpoint_that_is_not_in_the_file_is_not_found(xml: Path, pinpoint: str) -> None:
    place = parse(pinpoint)
    assert place is not None
    assert read(xml, ADDRESSES[ABSENT[pinpoint]]).find(place) is None


START = dt.date(2018, 7, 31)
COMPARED: dict[str, tuple[dict[str, Any], list[tuple[str, Difference, str | None, str | None]]]] = {
    "the same start": (fact("183(2)(a)", windows=((START, None),), basis="provision"), []),
    "a wording that is a day younger": (
        fact("183(2)(a)", windows=((START - dt.timedelta(days=1), None),), basis="provision"),
        [("183(2)(a)", Difference.STARTS_LATER, "2018-07-30", "2018-07-31")],
    ),
    "a wording that is a day older": (
        fact("183(2)(a)", windows=((START + dt.timedelta(days=1), None),), basis="provision"),
        [("183(2)(a)", Difference.STARTS_EARLIER, "2018-08-01", "2018-07-31")],
    ),
    "a start that is not the provision's own": (fact("183(2)(a)", basis="instrument"), []),
    "the start of a citation that is not the main one": (
        fact("183(2)(a)", "183(4)(c.1)", windows=((START, None),), basis="provision"),
        [],
    ),
    "a closed version before the one in force": (
        fact("183(2)(a)", windows=((OLD, days(-1)), (days(0), None)), basis="checked"),
        [],
    ),
    "a fact that has not begun": (fact("188", windows=((days(1), None),)), []),
    "a section amended on the day it was read up to": (fact("184"), []),
    "a section amended the day after": (
        fact("185(a)"),
        [("185(a)", Difference.AMENDED_SINCE, "2026-06-15", "2026-06-16")],
    ),
    "a check older than the consolidation": (
        fact("184", checked_on=dt.date(2026, 6, 14)),
        [("184", Difference.AMENDED_SINCE, "2026-06-14", "2026-06-15")],
    ),
    "a provision that is not there": (
        fact("184", "183(9)"),
        [("183(9)", Difference.NOT_FOUND, None, None)],
    ),
    "a paragraph that was repealed": (
        fact("183(4)(c)"),
        [("183(4)(c)", Difference.REPEALED, None, "2022-09-26")],
    ),
    "a section that was repealed": (
        fact("186"),
        [("186", Difference.REPEALED, None, "2014-02-02")],
    ),
    "a definition that was repealed": (
        fact('35(1) "court"', instrument="IA"),
        [('35(1) "court"', Difference.REPEALED, None, "2021-08-03")],
    ),
    "a definition": (fact('35(1) "month"', instrument="IA"), []),
    "a section without dates": (
        fact("187", basis="provision"),
        [("187", Difference.UNDATED, None, None), ("187", Difference.UNDATED, None, None)],
    ),
}


@pytest.mark.parametrize(("content", "expected"), COMPARED.values(), ids=COMPARED)
def test_a_citation_is_compared_with_the_published_text(
    tmp_path: Path,
    xml: Path,
    content: dict[str, Any],
    expected: list[tuple[str, Difference, str | None, str | None]],
) -> None:
    report = audit(book_of(tmp_path, it=content), TODAY, xml=xml)
    assert [
        (d.pinpoint, d.difference, d.on_file and str(d.on_file), d.published and str(d.published))
        for d in report.differences
    ] == expected
    harmless = Difference.STARTS_EARLIER
    assert report.to_do == sum(difference is not harmless for _, difference, _, _ in expected)
    for pinpoint, *_ in expected:
        assert f"it: {content['versions'][0]['citations'][0]['instrument']} {pinpoint}: " in (
            report_text(report)
        )


def test_the_report_tells_up_to_when_the_files_are_current(tmp_path: Path, xml: Path) -> None:
    report = audit(book_of(tmp_path, it=fact()), TODAY, xml=xml)
    assert [str(reading.xml_current_to) for reading in report.readings] == [
        "2026-10-01",
        "2024-11-27",
    ]
    assert "IA: to 2026-06-15 (160 days ago); the file is current to 2024-11-27, older" in (
        report_text(report)
    )
    assert report.citations_compared == 1


def test_the_files_of_the_law_on_file_are_found_by_its_addresses(tmp_path: Path) -> None:
    empty = "<Regulation><Body/></Regulation>"
    for name in ("eng/regulations/SOR-2002-227", "acts/I-2.5", "I-21"):
        file = tmp_path / f"{name}.xml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(empty, encoding="utf-8")
    report = audit(law_book(), TODAY, xml=tmp_path)
    assert report.citations_compared > len(law_book().keys())
    assert {found.difference for found in report.differences} == {Difference.NOT_FOUND}
    assert len(report.differences) == report.citations_compared


BAD_FILES = {
    "half a file": (REGULATIONS[:1500].encode(), "not readable as XML"),
    "an empty file": (b"", "not readable as XML"),
    "no text in UTF-8": (REGULATIONS.encode("utf-16"), "not readable"),
    "no law": (b"<html/>", "no Body"),
    "a day that does not exist": (
        REGULATIONS.replace("2026-10-01", "2026-02-30").encode(),
        "lims:current-date is '2026-02-30'",
    ),
    "entities": (
        b'<!DOCTYPE r [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><r><Body>&b;</Body></r>',
        "declares a document type",
    ),
    "a document type elsewhere": (b'<!DOCTYPE r SYSTEM "x.dtd"><r><Body/></r>', "document type"),
    "very deep nesting": (b"<r><Body>" + b"<P>" * 5000 + b"</P>" * 5000 + b"</Body></r>", "XML"),
}


@pytest.mark.parametrize(("content", "says"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_xml_file_is_refused_with_its_name(xml: Path, content: bytes, says: str) -> None:
    file = xml / "SOR-2002-227.xml"
    file.write_bytes(content)
    with pytest.raises(JusticeXmlError, match="To mend: ") as refusal:
        read(xml, ADDRESSES["IRPR"])
    assert says in str(refusal.value)
    assert refusal.value.file == file


def test_a_missing_xml_file_is_named(xml: Path) -> None:
    (xml / "SOR-2002-227.xml").unlink()
    with pytest.raises(JusticeXmlError, match=r"there is no SOR-2002-227\.xml in it"):
        read(xml, ADDRESSES["IRPR"])


def run(*options: str, today: str | None = None) -> subprocess.CompletedProcess[str]:
    """The script as a process; SOJOURN_TODAY is `today` or 22 November 2026."""
    return subprocess.run(
        [sys.executable, str(ROOT / "scripts/law-audit"), *options],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        env={**os.environ, "SOJOURN_TODAY": today or TODAY.isoformat(), "PYTHONUTF8": "1"},
    )


def test_the_script_ends_with_0_when_nothing_needs_to_be_done(tmp_path: Path, xml: Path) -> None:
    law = lay_down(tmp_path / "law", it=fact(), later=fact(windows=((OLD, days(61)),)))
    done = run("--law", str(law), "--xml", str(xml), "--older-than", "0")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == "The law on file on 2026-11-22: 2 facts."
    assert done.stdout.splitlines()[-1] == "Nothing needs to be done."


TO_DO = {
    "a closing window": (["--within", "61"], "later: nothing on file from 2027-01-23 (in 62 days)"),
    "an old check": (["--older-than", "9"], "later: 2026-11-12 (10 days ago)"),
    "a day given as an option": (["--today", "2027-01-23"], "nothing on file since 2027-01-23"),
}


@pytest.mark.parametrize(("options", "says"), TO_DO.values(), ids=TO_DO)
def test_the_script_ends_with_1_when_something_does(
    tmp_path: Path, options: list[str], says: str
) -> None:
    late = fact(windows=((OLD, days(61)),), checked_on=days(-10))
    done = run("--law", str(lay_down(tmp_path, later=late)), *options)
    assert (done.returncode, done.stderr) == (1, "")
    assert says in done.stdout
    assert done.stdout.splitlines()[-1] == "To do: 1 finding."


def test_the_script_prints_the_same_as_json(tmp_path: Path, xml: Path) -> None:
    law = lay_down(tmp_path / "law", it=fact("185(a)"), over=fact(windows=((OLD, days(-1)),)))
    done = run("--law", str(law), "--xml", str(xml), "--json")
    assert (done.returncode, done.stderr) == (1, "")
    found = json.loads(done.stdout)
    assert (found["today"], found["facts"], found["to_do"]) == ("2026-11-22", 2, 2)
    assert found["windows"] == [
        {"fact": "over", "state": "lapsed", "day": "2026-11-22", "in_days": 0, "note": ""}
    ]
    assert found["differences"] == [
        {
            "fact": "it",
            "instrument": "IRPR",
            "pinpoint": "185(a)",
            "difference": "amended_since",
            "on_file": "2026-06-15",
            "published": "2026-06-16",
        }
    ]


BAD_USE = {
    "a day in words": (["--today", "tomorrow"], None, "not a day like 2026-11-22"),
    "a clock that is no day": ([], "2026-13-01", "not a day like 2026-11-22"),
    "a negative number of days": (["--within=-1"], None, "not a number of days"),
    "a word for days": (["--older-than", "month"], None, "not a number of days"),
    "an XML folder that does not exist": (["--xml", "nowhere"], None, "no folder nowhere"),
    "an XML folder without files": (["--xml", "docs"], None, "there is no SOR-2002-227.xml"),
    "a folder without law files": (["--law", "docs"], None, "No such file"),
    "an unknown option": (["--verbose"], None, "unrecognized arguments"),
    "a day before the checks": (["--today", "2002-06-28"], None, "is in the future"),
}


@pytest.mark.parametrize(("options", "today", "says"), BAD_USE.values(), ids=BAD_USE)
def test_the_script_ends_with_2_and_says_why_when_it_cannot_look(
    options: list[str], today: str | None, says: str
) -> None:
    done = run(*(str(ROOT / o) if o == "docs" else o for o in options), today=today)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_the_script_says_its_exit_statuses_in_its_help() -> None:
    told = " ".join(run("--help").stdout.split())
    assert "Exit status: 0 when nothing needs to be done; 1 when" in told
    assert "2 when the audit could not be made" in told
