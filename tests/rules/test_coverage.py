"""The coverage register says what the code does, and the README says what the register does."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules_core.answers import Refusal
from rules_core.coverage import as_markdown, coverage
from rules_core.law.book import law_book
from rules_core.law.strict_yaml import LawFileError
from rules_core.questions import Topic
from rules_core.topics.emergency import LAW_OF
from rules_core.topics.information import INFORMATION
from rules_core.trace import LAW_BEHIND
from rules_core.verdict import LAW_OF_REFUSAL, LAW_OF_REMARK

ROOT = Path(__file__).parents[2]
REGISTER = coverage()
MEND = "run scripts/readme"


def rested_on() -> set[str]:
    """Every fact of law that some answer, step, remark or refusal cites."""
    keys = {key for information in INFORMATION.values() for key in information.law}
    keys |= {key for law in LAW_BEHIND.values() for key in law}
    keys |= {key for law in LAW_OF.values() for key in law}
    keys |= {key for law in LAW_OF_REMARK.values() for key in law}
    return keys | set(LAW_OF_REFUSAL.values())


def test_every_topic_is_in_the_register() -> None:
    assert set(REGISTER.answers) == {topic.value for topic in Topic}


def test_every_refusal_is_in_the_register() -> None:
    assert set(REGISTER.refuses) == {refusal.value for refusal in Refusal}


def test_every_fact_of_law_is_rested_on_or_said_not_to_be() -> None:
    on_file = law_book().keys()
    assert rested_on() <= on_file
    assert set(REGISTER.on_file_only) == on_file - rested_on()


def test_every_open_point_says_how_answers_treat_it() -> None:
    unsettled = {key for key in sorted(law_book().keys()) if not law_book().latest(key).settled}
    assert set(REGISTER.open_points) == unsettled


def test_the_readme_shows_the_register() -> None:
    assert as_markdown(REGISTER) in (ROOT / "README.md").read_text(encoding="utf-8"), MEND


def test_a_slip_in_the_register_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "coverage.yaml"
    text = (ROOT / "rules_core/coverage.yaml").read_text(encoding="utf-8")
    file.write_text(text, encoding="utf-8")
    assert coverage(file) == REGISTER
    for slip in (
        "answers:\n  funds: no\n",
        text.replace("refuses:", "refused:"),
        text + "more: {}\n",
    ):
        file.write_text(slip, encoding="utf-8")
        with pytest.raises(LawFileError):
            coverage(file)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("answers:", "answered:", ": the register lacks answers."),
        ("\nanswers:", "\nmore: {a: b}\nanswers:", ": the register has the unknown key more."),
        ("  funds:", "  funds: 7\n  money:", ": funds: answers is 7, not text."),
    ],
)
def test_an_error_in_the_register_says_where_it_is(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    file = tmp_path / "coverage.yaml"
    text = "\n" + (ROOT / "rules_core/coverage.yaml").read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(LawFileError) as slip:
        coverage(file)
    assert str(slip.value).startswith(f"{file}:")
    assert says in str(slip.value)


def test_a_list_of_the_register_is_a_mapping(tmp_path: Path) -> None:
    file = tmp_path / "coverage.yaml"
    lists = ("answers", "refuses", "on_file_only", "open_points")
    for wrong in lists:
        said = "\n".join(f"{name}: {'[]' if name == wrong else '{a: b}'}" for name in lists)
        file.write_text(said, encoding="utf-8")
        with pytest.raises(LawFileError, match=f": {wrong} is not a mapping with entries"):
            coverage(file)
