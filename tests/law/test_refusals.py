"""A refused law file says in words where the slip is, what is wrong and how to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules_core.law.book import LawFileError, load
from rules_core.law.strict_yaml import Place
from tests.law.test_book import FACTS, INSTRUMENTS, TODAY, lay_down

AS_A_DAY = "write it as YYYY-MM-DD, without quotes or time"
AS_AN_AMOUNT = 'write it as "85" or "85.00"'
AS_A_FIGURE = "write a whole number, true or false, a date, text or a list"
IN_QUOTES = "write it in quotes"
AS_LINES = "write `key: value` lines"

SLIPS_IN_A_FACT = [
    ("    confidence: statute\n", "", "the fact lacks confidence", "add what is missing"),
    ("        in_force_to: null\n", "", "a version lacks in_force_to", "add what is missing"),
    (', pinpoint: "183(2)"', "", "a citation lacks pinpoint", "add what is missing"),
    ('pinpoint: "page 1"', 'pinpoint: "page 1", page: 1', "a citation has the unknown key page",
     "use instrument, pinpoint"),
    ('instrument: "NOTICE", pinpoint', "page", "a citation lacks instrument, pinpoint",
     "add what is missing"),
    ('pinpoint: "page 1"', 'pinpoint: "page 1", page: 1, line: 2',
     "a citation has the unknown key line, page", "use instrument, pinpoint"),
    ("2018-07-30", "2018-07-29", "there is a gap between 2018-07-29 and 2018-07-31",
     "let each version begin the day after the one before it ends"),
    ("2018-07-30", "2018-07-31", "versions overlap at 2018-07-31",
     "list them oldest first, each ending the day before the next begins"),
    ("2018-07-30", "2002-06-27", "a version ends before it begins", "correct its dates"),
    ("from: 2002-06-28", "from: 28-06-2002", "in_force_from is '28-06-2002', not a date", AS_A_DAY),
    ("to: 2018-07-30", "to: soon", "in_force_to is 'soon', not a date", AS_A_DAY),
    ("checked_on: 2026-11-22", "checked_on: today", "checked_on is 'today', not a date", AS_A_DAY),
    ("checked_on: 2026-11-22", "checked_on: 2026-11-23", "checked_on 2026-11-23 is in the future",
     "give the day it was checked"),
    ("basis: instrument", "basis: guess", "start_basis is 'guess'",
     "use one of provision, instrument, checked"),
    ("confidence: statute", "confidence: sure", "confidence is 'sure'",
     "use one of statute, official, secondary, single, unverified"),
    ('\n          - {instrument: "NOTICE", pinpoint: "page 1"}', " []",
     "citations is not a list with entries", "write at least one `- ` entry"),
    ('"NOTICE"', '"NOTED"', "the instrument NOTED is unknown", "add it to instruments.yaml"),
    ('"NOTICE"', "NO", "instrument is False, not text", IN_QUOTES),
    ('"183(2)"', "183", "pinpoint is 183, not text", IN_QUOTES),
    ('"12.2(1)(c)"', '"section 12.2"', "'section 12.2' is not a pinpoint",
     "write it like 183(2) or 12.2(1)(c)"),
    ('"12.2(1)(c)"', '"12.2(1)(d)"', "12.2(1)(d) is not among the pinpoints of IRPR",
     "cite one that is, or read 12.2(1)(d) in the source and add it in instruments.yaml"),
    ("Six months.", '""', "statement is '', not text", IN_QUOTES),
    ("settled: true", "settled: maybe", "settled is 'maybe'", "write true or false"),
    ("settled: true", "settled: false", "it is not settled and has no note",
     "say in note what is open"),
    ("settled: true", "settled: false\n    note: 5", "note is 5, not text", IN_QUOTES),
    ("{months: 6, cad", "{6: 6, cad", "value has the key 6, which is not text", "quote it"),
    ('cad: "85"', "cad: 85.00", "cad is 85.0, not an amount", AS_AN_AMOUNT),
    ('cad: "85"', 'family_cad: "85.5"', "family_cad is '85.5', not an amount", AS_AN_AMOUNT),
    ("months: 6", "months: 6.5", "months is 6.5", AS_A_FIGURE),
    ("months: 6", "months: null", "months is None", AS_A_FIGURE),
    ("months: 6", "start: 2026-01-15 00:00:00", "start is datetime.datetime(2026, 1, 15, 0, 0)",
     AS_A_FIGURE),
    ('["US", "NO"]', '["US", NO]', "an entry of listed is False, not text", IN_QUOTES),
    ('value: {months: 6, cad: "85", listed: ["US", "NO"]}', "value: 6",
     "value is not a mapping", "write it as `months: 6`"),
    ('"183(2)"', '"182(1)"', "its main citation is IRPR 182(1)",
     "move the fact to irpr/s182.yaml or cite this file's section first"),
    ('{instrument: "IRPR", pinpoint: "183(2)"}', '{instrument: "NOTICE", pinpoint: "page 1"}',
     "its main citation is NOTICE page 1",
     "move the fact to notice/s183.yaml or cite this file's section first"),
    (FACTS, "facts: {default_stay: six months}", "the fact is not a mapping with entries",
     AS_LINES),
    (FACTS[FACTS.index("versions:"):], "versions: none",
     "versions is not a list with entries", "write at least one `- ` entry"),
]  # fmt: skip


def refusal(folder: Path) -> LawFileError:
    with pytest.raises(LawFileError) as refused:
        load(folder, today=TODAY)
    return refused.value


@pytest.mark.parametrize(("old", "new", "problem", "mend"), SLIPS_IN_A_FACT)
def test_a_slip_in_a_fact_is_named_with_its_file_and_its_fact(
    tmp_path: Path, old: str, new: str, problem: str, mend: str
) -> None:
    assert old in FACTS
    refused = refusal(lay_down(tmp_path, facts=FACTS.replace(old, new, 1)))
    assert (refused.problem, refused.mend) == (problem, mend)
    file = tmp_path / "irpr" / "s183.yaml"
    assert str(refused) == f"{file}: default_stay: {problem}. To mend: {mend}."


SLIPS_IN_A_FILE = [
    ("facts: {}", "facts is not a mapping with entries", AS_LINES),
    ("laws: {default_stay: none}", "the file lacks facts", "add what is missing"),
    ("author: none\nfacts: {}", "the file has the unknown key author", "use facts"),
    ("facts: {5: none}", "facts has the key 5, which is not text", "quote it"),
    ("- facts", "the file is not a mapping with entries", AS_LINES),
]


@pytest.mark.parametrize(
    ("text", "problem", "mend"),
    SLIPS_IN_A_FILE,
)
def test_a_slip_outside_the_facts_is_named_with_its_file_alone(
    tmp_path: Path, text: str, problem: str, mend: str
) -> None:
    refused = refusal(lay_down(tmp_path, facts=text))
    assert (refused.fact, refused.problem, refused.mend) == ("", problem, mend)
    assert str(refused) == f"{tmp_path / 'irpr' / 's183.yaml'}: {problem}. To mend: {mend}."


def test_a_file_that_is_not_yaml_is_named_with_what_the_reader_of_yaml_says(
    tmp_path: Path,
) -> None:
    refused = refusal(lay_down(tmp_path, facts="facts: ["))
    assert refused.problem.startswith("not readable as YAML: while parsing a flow node")
    assert refused.mend == "correct the YAML there"


def test_a_key_that_stands_twice_is_named_with_its_line(tmp_path: Path) -> None:
    refused = refusal(lay_down(tmp_path, facts="facts: {}\n\nfacts: {}\n"))
    assert "the key 'facts' stands twice" in refused.problem
    assert "line 1" in refused.problem


def test_a_key_that_stands_twice_deep_inside_is_refused_too(tmp_path: Path) -> None:
    twice = FACTS.replace("months: 6,", "months: 6, months: 7,")
    assert "the key 'months' stands twice" in refusal(lay_down(tmp_path, facts=twice)).problem


SLIPS_IN_THE_REGISTRY = [
    ("  title: A notice\n", "", "the instrument lacks title", "add what is missing"),
    ("title: A notice", "title: 5", "title is 5, not text", IN_QUOTES),
    ("authority: guidance", "authority: rumour", "authority is 'rumour'",
     "use one of statute, regulation, decision, instruction, guidance, secondary"),
    ("  url: https://notice.example/page.html\n", "", "it needs one address",
     "give either url or section_base"),
    ("page.html", "page.html\n  section_base: https://notice.example/", "it needs one address",
     "give either url or section_base"),
    ("https://notice.example/page.html", "5", "the address is 5, not text", IN_QUOTES),
    ("https://notice", "http://notice", "the address is http://notice.example/page.html",
     "begin it with https://, end a section_base with /"),
    ('["page 1"]', "none", "pinpoints is not a list with entries",
     "write at least one `- ` entry"),
    ('"page 1"', "1", "a pinpoint is 1, not text", IN_QUOTES),
    ('"page 1"', '"page 1", "page 1"', "pinpoints lists page 1 twice", "keep one of them"),
    ("  title: A notice", "  consolidated_to: June\n  title: A notice",
     "consolidated_to is 'June', not a date", AS_A_DAY),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "problem", "mend"), SLIPS_IN_THE_REGISTRY)
def test_a_slip_in_the_registry_is_named_with_the_instrument(
    tmp_path: Path, old: str, new: str, problem: str, mend: str
) -> None:
    assert old in INSTRUMENTS
    refused = refusal(lay_down(tmp_path, instruments=INSTRUMENTS.replace(old, new, 1)))
    assert str(refused) == (f"{tmp_path / 'instruments.yaml'}: NOTICE: {problem}. To mend: {mend}.")


def test_a_section_base_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    registry = INSTRUMENTS.replace("regulations/", "regulations")
    refused = refusal(lay_down(tmp_path, instruments=registry))
    assert refused.fact == "IRPR"
    assert refused.problem == "the address is https://laws.example/regulations"


def test_a_registry_without_instruments_is_refused(tmp_path: Path) -> None:
    refused = refusal(lay_down(tmp_path, instruments="{}"))
    assert (refused.fact, refused.problem) == ("", "the registry is not a mapping with entries")


@pytest.mark.parametrize("name", ["irpr/s183.yml", "s183.yaml", "irpr/part/s183.yaml"])
def test_a_file_out_of_place_is_told_its_place(tmp_path: Path, name: str) -> None:
    (tmp_path / "irpr" / "part").mkdir(parents=True)
    refused = refusal(lay_down(tmp_path, name=name))
    assert refused.file == tmp_path / name
    assert refused.problem == "it is not where law files are"
    assert refused.mend == "name it <instrument>/<section>.yaml"


def test_a_fact_that_is_in_two_files_is_named_with_both(tmp_path: Path) -> None:
    first = tmp_path / "irpr" / "s183.yaml"
    lay_down(tmp_path)
    again = FACTS.replace('"183(2)"', '"184"')
    refused = refusal(lay_down(tmp_path, facts=again, name="irpr/s184.yaml"))
    assert refused.file == tmp_path / "irpr" / "s184.yaml"
    assert refused.fact == "default_stay"
    assert refused.problem == f"the fact is also in {first}"
    assert refused.mend == "keep one of them"


@pytest.mark.parametrize("name", ["DefaultStay", "default-stay", "9_days", "default stay"])
def test_an_id_that_is_not_in_lower_case_is_refused(tmp_path: Path, name: str) -> None:
    refused = refusal(lay_down(tmp_path, facts=FACTS.replace("default_stay", name)))
    assert refused.fact == name
    assert refused.problem == "the id is not in lower case with underscores"
    assert refused.mend == "rename the fact"


def test_a_refusal_of_a_file_without_a_fact_names_only_the_file() -> None:
    refused = Place(Path("law.yaml")).error("it is empty", "fill it")
    assert str(refused) == "law.yaml: it is empty. To mend: fill it."
    assert (refused.file, refused.fact) == (Path("law.yaml"), "")


def test_a_file_that_is_not_there_is_to_be_put_there(tmp_path: Path) -> None:
    refused = refusal(tmp_path)
    assert str(refused) == (
        f"{tmp_path / 'instruments.yaml'}: not readable: No such file or directory."
        " To mend: put the file there."
    )
