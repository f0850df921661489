"""The law book refuses every slip in a law file and never answers outside its windows."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from rules_core.citation import Authority, Citation
from rules_core.law.book import LawFileError, LawNotOnFile, Provision, StartBasis, load

TODAY = dt.date(2026, 11, 22)

INSTRUMENTS = """
"IRPR":
  title: Regulations
  authority: regulation
  section_base: https://laws.example/regulations/
  consolidated_to: 2026-06-15
  pinpoints: ["12.2(1)(c)", "182(1)", "183(2)", "183(2)(a)–(c)", '183(2) "month"', "184"]
"NOTICE":
  title: A notice
  authority: guidance
  url: https://notice.example/page.html
  pinpoints: ["page 1"]
"""

FACTS = """
facts:
  default_stay:
    statement: Six months.
    confidence: statute
    settled: true
    checked_on: 2026-11-22
    versions:
      - in_force_from: 2002-06-28
        in_force_to: 2018-07-30
        start_basis: instrument
        citations:
          - {instrument: "NOTICE", pinpoint: "page 1"}
        value: {months: 6, cad: "85", listed: ["US", "NO"]}
      - in_force_from: 2018-07-31
        in_force_to: null
        start_basis: provision
        citations:
          - {instrument: "IRPR", pinpoint: "183(2)"}
          - {instrument: "IRPR", pinpoint: "12.2(1)(c)"}
"""


def lay_down(
    folder: Path,
    *,
    facts: str = FACTS,
    instruments: str = INSTRUMENTS,
    name: str = "irpr/s183.yaml",
) -> Path:
    """A folder of law files with one file of facts."""
    (folder / "instruments.yaml").write_text(instruments, encoding="utf-8")
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(facts, encoding="utf-8")
    return folder


def test_a_look_up_gives_the_version_in_force_with_its_citations(tmp_path: Path) -> None:
    book = load(lay_down(tmp_path), today=TODAY)
    assert book.keys() == {"default_stay"}
    last_of_first = book.provision("default_stay", dt.date(2018, 7, 30))
    first_of_second = book.provision("default_stay", dt.date(2018, 7, 31))
    assert isinstance(last_of_first, Provision)
    assert last_of_first.value == {"months": 6, "cad": Decimal(85), "listed": ("US", "NO")}
    assert last_of_first.start_basis is StartBasis.INSTRUMENT
    assert isinstance(first_of_second, Provision)
    assert first_of_second == book.latest("default_stay")
    assert first_of_second.citations == (
        Citation(
            "IRPR",
            "183(2)",
            "https://laws.example/regulations/section-183.html",
            Authority.REGULATION,
            TODAY,
        ),
        Citation(
            "IRPR",
            "12.2(1)(c)",
            "https://laws.example/regulations/section-12.2.html",
            Authority.REGULATION,
            TODAY,
        ),
    )


def test_before_the_first_version_nothing_is_on_file(tmp_path: Path) -> None:
    day = dt.date(2002, 6, 27)
    found = load(lay_down(tmp_path)).provision("default_stay", day)
    assert found == LawNotOnFile("default_stay", day, dt.date(2002, 6, 28), None)


def test_after_the_last_version_ends_nothing_is_on_file(tmp_path: Path) -> None:
    facts = FACTS.replace("in_force_to: null", "in_force_to: 2026-11-30")
    book = load(lay_down(tmp_path, facts=facts))
    assert isinstance(book.provision("default_stay", dt.date(2026, 11, 30)), Provision)
    found = book.provision("default_stay", dt.date(2026, 12, 1))
    assert isinstance(found, LawNotOnFile)
    assert found.known_to == dt.date(2026, 11, 30)


def test_a_key_that_is_no_fact_is_a_programming_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        load(lay_down(tmp_path)).provision("no_such_fact", TODAY)


def test_figures_cannot_be_changed_by_a_reader(tmp_path: Path) -> None:
    found = load(lay_down(tmp_path)).provision("default_stay", dt.date(2010, 1, 1))
    assert isinstance(found, Provision)
    with pytest.raises(TypeError):
        found.value["months"] = 7  # type: ignore[index]


BROKEN_FACTS = [
    ("an unknown key in a fact", "    settled: true", "    settled: true\n    author: x", "author"),
    ("an unknown key in a version", "        start_basis: instrument",
     "        start_basis: instrument\n        source: x", "source"),
    ("a missing key in a fact", "    confidence: statute\n", "", "lacks confidence"),
    ("a missing key in a version", "        in_force_to: null\n", "", "lacks in_force_to"),
    ("a missing key in a citation", ', pinpoint: "183(2)"', "", "lacks pinpoint"),
    ("a key that stands twice", "    settled: true", "    settled: true\n    settled: false",
     "stands twice"),
    ("a gap between versions", "in_force_to: 2018-07-30", "in_force_to: 2018-07-29", "gap"),
    ("an overlap of versions", "in_force_to: 2018-07-30", "in_force_to: 2018-07-31", "overlap"),
    ("a version without an end before another", "in_force_to: 2018-07-30", "in_force_to: null",
     "overlap"),
    ("a version that ends before it begins", "in_force_to: 2018-07-30", "in_force_to: 2002-06-27",
     "ends before"),
    ("an unknown start", "in_force_from: 2002-06-28", "in_force_from: null", "not a date"),
    ("a start without a basis", "start_basis: instrument", "start_basis: guess", "start_basis"),
    ("citations that are missing", '\n          - {instrument: "NOTICE", pinpoint: "page 1"}',
     " []", "citations"),
    ("an instrument that is not registered", '"NOTICE"', '"NOTED"', "unknown"),
    ("an instrument that YAML reads as a boolean", '"NOTICE"', "NO", "False"),
    ("a pinpoint that YAML reads as a number", '"183(2)"', "183", "not text"),
    ("a pinpoint that YAML reads as a decimal", '"183(2)"', "183.10", "not text"),
    ("a pinpoint that is no section", '"12.2(1)(c)"', '"section 12.2"', "not a pinpoint"),
    ("a range of sections", '"12.2(1)(c)"', '"12–(2)"', "not a pinpoint"),
    ("a pinpoint that is not on the list", '"12.2(1)(c)"', '"12.2(1)(d)"',
     "12.2(1)(d) is not among the pinpoints of IRPR"),
    ("the subsection of a listed paragraph", '"12.2(1)(c)"', '"12.2(1)"',
     "12.2(1) is not among the pinpoints of IRPR"),
    ("a place of a page that is not on the list", '"page 1"', '"page 2"',
     "page 2 is not among the pinpoints of NOTICE"),
    ("a place that is another instrument's", '"page 1"', '"183(2)"',
     "183(2) is not among the pinpoints of NOTICE"),
    ("a list entry that YAML reads as a boolean", '["US", "NO"]', '["US", NO]', "False"),
    ("a date in another order", "in_force_from: 2002-06-28", "in_force_from: 28-06-2002",
     "not a date"),
    ("a date with a time", "in_force_from: 2002-06-28", "in_force_from: 2002-06-28 00:00:00",
     "not a date"),
    ("a quoted date", "checked_on: 2026-11-22", 'checked_on: "2026-11-22"', "without quotes"),
    ("a day that does not exist", "checked_on: 2026-11-22", "checked_on: 2026-11-31", "YAML"),
    ("a check in the future", "checked_on: 2026-11-22", "checked_on: 2026-11-23", "future"),
    ("an amount that is not in quotes", 'cad: "85"', "cad: 85.00", "amount"),
    ("an amount with one decimal", 'cad: "85"', 'cad: "85.5"', "amount"),
    ("a figure that is not exact", "months: 6", "months: 6.5", "whole number"),
    ("a value that is not a mapping", 'value: {months: 6, cad: "85", listed: ["US", "NO"]}',
     "value: 6", "mapping"),
    ("an unsettled fact that does not say what is open", "settled: true", "settled: false",
     "what is open"),
    ("a word where true or false belongs", "settled: true", "settled: maybe", "true or false"),
    ("an unknown confidence", "confidence: statute", "confidence: certain", "confidence"),
    ("an empty statement", "statement: Six months.", 'statement: ""', "statement"),
    ("an id in capitals", "default_stay:", "DefaultStay:", "lower case"),
    ("a main citation of another section", '"183(2)"', '"182(1)"', "irpr/s182.yaml"),
    ("a main citation of another instrument", '{instrument: "IRPR", pinpoint: "183(2)"}',
     '{instrument: "NOTICE", pinpoint: "page 1"}', "main citation"),
    ("a file without facts", FACTS, "facts: {}", "facts"),
    ("a file that is not YAML", FACTS, "facts: [", "YAML"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [pytest.param(*case, id=f"refuses {name}") for name, *case in BROKEN_FACTS],
)
def test_a_broken_law_file_is_refused(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in FACTS
    with pytest.raises(LawFileError, match="To mend: ") as refusal:
        load(lay_down(tmp_path, facts=FACTS.replace(old, new, 1)), today=TODAY)
    assert says in str(refusal.value)
    assert refusal.value.file == tmp_path / "irpr" / "s183.yaml"


BROKEN_REGISTRIES = [
    ("an unknown authority", "authority: guidance", "authority: rumour", "authority"),
    ("a missing title", "  title: A notice\n", "", "lacks title"),
    ("an instrument without an address", "  url: https://notice.example/page.html\n", "",
     "one address"),
    ("an address that is not https", "https://notice.example", "http://notice.example", "https"),
    ("a section base that is not a folder", "regulations/", "regulations", "end a section_base"),
    ("a code that YAML reads as a boolean", '"NOTICE":', "NO:", "not text"),
    ("an instrument without pinpoints", '  pinpoints: ["page 1"]\n', "", "lacks pinpoints"),
    ("a list of pinpoints that is empty", '["page 1"]', "[]", "not a list with entries"),
    ("pinpoints that are no list", '["page 1"]', '"page 1"', "not a list with entries"),
    ("a pinpoint that stands twice", '["page 1"]', '["page 1", "page 1"]', "page 1 twice"),
    ("a section that stands twice", '"184"]', '"184", "183(2)"]', "183(2) twice"),
    ("a listed pinpoint that YAML reads as a number", '"184"]', "184]", "not text"),
    ("a listed pinpoint that is no section", '"184"]', '"section 184"]', "not a pinpoint"),
    ("a consolidation date that is text", "2026-06-15", '"June 2026"', "not a date"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [pytest.param(*case, id=f"refuses {name}") for name, *case in BROKEN_REGISTRIES],
)
def test_a_broken_registry_is_refused(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in INSTRUMENTS
    with pytest.raises(LawFileError, match="To mend: ") as refusal:
        load(lay_down(tmp_path, instruments=INSTRUMENTS.replace(old, new, 1)))
    assert says in str(refusal.value)
    assert refusal.value.file == tmp_path / "instruments.yaml"


def test_a_fact_in_two_files_is_refused(tmp_path: Path) -> None:
    lay_down(tmp_path)
    other = FACTS.replace('"183(2)"', '"184"')
    with pytest.raises(LawFileError, match="also in"):
        load(lay_down(tmp_path, facts=other, name="irpr/s184.yaml"))


@pytest.mark.parametrize("name", ["irpr/s183.yml", "s183.yaml"])
def test_a_file_out_of_place_is_refused_not_ignored(tmp_path: Path, name: str) -> None:
    with pytest.raises(LawFileError, match="not where law files are"):
        load(lay_down(tmp_path, name=name))


def test_a_refusal_names_the_fact(tmp_path: Path) -> None:
    with pytest.raises(LawFileError) as refusal:
        load(lay_down(tmp_path, facts=FACTS.replace("2018-07-30", "2018-07-29")))
    assert refusal.value.fact == "default_stay"


def test_a_check_date_is_not_compared_without_today(tmp_path: Path) -> None:
    later = FACTS.replace("checked_on: 2026-11-22", "checked_on: 2999-01-01")
    assert load(lay_down(tmp_path, facts=later)).keys() == {"default_stay"}
