"""A verdict in words: the answer first, then what matters most, then the sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from language.catalogue import Button, Catalogue
from language.citations import SHOWN, name_of, source_line
from language.formats import figures, value_in_words
from rules_core.answers import OUT_OF_STATUS, Answer, CannotSay, NeedFacts, Referral, Step
from rules_core.questions import Facts, Topic

MOST_WORDS = 70
"""For the answer and its remarks, so that with its sources a message stays readable."""
LONGEST = 110
"""Words of a whole reply, whatever is said beside the answer."""
FEES = ("extension_fee", "restoration_fee", "biometrics_fee", "biometrics_family_fee")


@dataclass(frozen=True)
class Message:
    """What is shown for one verdict."""

    text: str
    """Lines without a blank one between them: channels split at blank lines."""
    buttons: tuple[Button, ...] = ()
    because: tuple[str, ...] = ()
    """The trace, one line a step."""


def answer_message(
    answer: Answer,
    facts: Facts,
    words: Catalogue,
    stated: Answer | None = None,
    beside: int = 0,
) -> Message:
    """An answer in words; `stated` adds the rule the person asked about beside it.

    `beside` counts the words that will stand beside it in the same reply.
    """
    outcome = words.outcome(answer.key)
    shown = _shown(answer, facts, words)
    if answer.values.exemption is not None:
        shown["exemption"] = words.text("exemptions", answer.values.exemption.value)
    remarks = [words.text("remarks", r.value).format_map(shown) for r in answer.remarks]
    buttons, body = outcome.buttons, [outcome.more.format_map(shown)]
    running = answer.values.status_today not in OUT_OF_STATUS
    # What another rule says of a stay still running would mislead once it has ended.
    if stated is not None and (running or stated.topic is answer.topic):
        rule = words.outcome(stated.key)
        rule_figures = {**_shown(stated, facts, words), **shown}
        body.append((rule.note or rule.more).format_map(rule_figures))
        offered = dict.fromkeys((*rule.buttons, *buttons))
        buttons = tuple(name for name in offered if name != f"ask_{stated.topic.value}")[:3]
    citations = answer.citations + (stated.citations if stated else ())
    lead = outcome.lead.format_map(shown)
    # Whom to ask is the answer itself where that was the question.
    suggested = answer.referral is Referral.SUGGESTED and answer.topic is not Topic.REFERRAL
    urgent = words.sentence("referral_urgent") if answer.referral is Referral.URGENT else ""
    advised = words.sentence("referral_suggested") if suggested else ""
    text = ""
    for most in range(SHOWN, 0, -1):  # fewer sources before fewer remarks; all travel as data
        sources = source_line(citations, words, most) if citations else ""
        fixed = count(urgent, lead, *body, advised, sources) + beside
        room = min(MOST_WORDS - count(lead, *body), LONGEST - fixed)
        said = _that_fit(remarks, room)
        text = _lines((urgent, lead, " ".join(filter(None, [*body, *said])), advised, sources))
        everything = len(said) == len(_that_fit(remarks, MOST_WORDS - count(lead, *body)))
        if everything and count(text) + beside <= LONGEST:
            break
    return Message(
        text,
        tuple(words.button(name) for name in buttons),
        tuple(step_in_words(step, words) for step in answer.because),
    )


def lead_of(answer: Answer, facts: Facts, words: Catalogue) -> str:
    """The first line of an answer: the answer itself."""
    return words.outcome(answer.key).lead.format_map(_shown(answer, facts, words))


def question_message(need: NeedFacts, facts: Facts, words: Catalogue) -> Message:
    """The one question to ask next, and why it is asked."""
    asked = need.missing[0]
    if need.problem is not None:
        shown = {k: value_in_words(k, v) for k, v in vars(facts).items() if v is not None}
        return Message(words.text("problems", need.problem.value).format_map(shown))
    why = words.text("why_asked", asked) if asked in words.keys("why_asked") else ""
    return Message(_lines((words.text("questions", asked), why)))


def refusal_message(refusal: CannotSay, words: Catalogue) -> Message:
    """Why nothing can be computed, on which law, and whom to ask."""
    shown = {"date": value_in_words("date", refusal.date)} if refusal.date else {}
    referred = refusal.referral is not Referral.NONE
    lines = (
        words.text("refusals", refusal.why.value).format_map(shown),
        words.sentence("referral_suggested") if referred else "",
        source_line(refusal.citations, words),
    )
    return Message(_lines(lines), (words.button("ask_referral"),))


def step_in_words(step: Step, words: Catalogue) -> str:
    """One step of the trace with its section of law."""
    shown: dict[str, str] = {}
    if step.start is not None:
        shown |= {"start": value_in_words("start", step.start), "start_day": str(step.start.day)}
    if step.end is not None:
        shown["end"] = value_in_words("end", step.end)
    said = words.text("reasons", step.reason.value).format_map(shown)
    named = ", ".join(name_of(citation, words) for citation in step.citations[:2])
    return f"{said} ({named})"


def count(*texts: str) -> int:
    """How many words the texts have together."""
    return sum(len(text.split()) for text in texts)


def _that_fit(remarks: list[str], room: int) -> list[str]:
    """The most important remarks, in order, that fit into `room` words."""
    fitting: list[str] = []
    for remark in remarks:
        room -= len(remark.split())
        if room < 0:
            break
        fitting.append(remark)
    return fitting


def _shown(answer: Answer, facts: Facts, words: Catalogue) -> dict[str, str]:
    """Every figure in words; a fee whose amount today is not on file says so."""
    not_on_file = {name: words.sentence("not_on_file") for name in FEES}
    shown = {**not_on_file, **figures(answer.values, facts)}
    governing = answer.values.governing
    if governing is not None:
        shown["basis"] = words.text("basis", governing).format_map(shown)
    return shown


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(line for line in lines if line)
