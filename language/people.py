"""Who a person is: nationality and status, found with spaCy's entity ruler."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Span

from language.lexicon import words

_PERSON = (
    r"i'?m|i am|we'?re|we are|he'?s|he is|she'?s|she is|they'?re|they are|"
    r"parents?|mom|dad|mother|father|wife|husband"
)
_OF_PERSON_BEFORE = re.compile(
    rf"\b(?:{_PERSON}|originally|both|dual|exempt)"
    r"(?: (?:is|are|all|both|also|a|an|half|being|citizens?|nationals?|from|of|in|exempt|here))*"
    r"\s*[,(]?\s*$|"
    r"\b(?:citizens?|nationals?|passports?|citizenship|nationality|native|passport holders?)"
    r"(?: (?:of|is|from)|:)+\s*(?:the )?$",
    re.I,
)
_OF_PERSON_AFTER = re.compile(
    r"\s*(?:'s)?\s*(?:/\s?\w+\s+)?(?:passports?|ppt|citizens?|citizenships?|nationals?|nationality|"
    r"here|girl|couple|family|born)\b",
    re.I,
)
_NOT_OF_PERSON_BEFORE = re.compile(
    r"\b(?:in|speak\w*|learn\w*|the|an?|boyfriend|girlfriend|friend|bf|gf|boss|landlord|lawyer|"
    r"some|those)(?:'s| is|s)?\s$",
    re.I,
)
_NOT_OF_PERSON_AFTER = re.compile(
    r"\s*(?:border|side|visas?|embassy|consulate|customs|officers?|dollars?|soil|green ?card|"
    r"permit|flight|airlines?|entry|stamps?|permanent|immigration|government|restaurant|food|law|"
    r"rules?|guys?|man|dude|cop|style|format|dates?|speaking|language|class|course|exam|bank|phone|number|"
    r"address|crossing|history|experience|credit|work|study|lawyer)\b",
    re.I,
)
_SIGNS = re.compile(r"[^\w\s]{4,}")
_LET_US_BEFORE = re.compile(r"\b(?:of|for|to|let|gave)\s$", re.I)
_DUAL_BEFORE = re.compile(r"(?:\bdual\s|/\s?)$", re.I)
_CITIZEN_AFTER = re.compile(r"\s*(?:citizens?|passports?)\b", re.I)

_HELD_BEFORE = re.compile(
    rf"\b(?:{_PERSON}|i was|we|are)(?: (?:is|are|'s))?"
    r"(?: (?:\w+ ){0,3}(?:on|as|under|in)|"
    r" (?:just|still|only|currently|already|now|here|both)){0,3}"
    r"(?: (?:a|an|my|the|valid|open|expired|temporary|foreign|international|canadian))*\s*$|"
    r"(?:^|\bhi |\bcanada |\bhere |\b(?:came|entered|arrived|landed|staying) (?:\w+ ){0,2})"
    r"(?:currently |still |now )?(?:on|as|under)(?: (?:a|an|my))*\s*$|"
    r"\b(?:i|we|he|she|they) (?:currently |already |still |now |only |just )?"
    r"(?:have|has|had|got|hold|holds|held)(?: (?:a|an|my|valid|open|expired|his|her|our))*\s*$",
    re.I,
)
_MINE_BEFORE = re.compile(
    r"\b(?:my|our|his|her|their)(?: (?:valid|old|current|last|open))?\s*$", re.I
)
_ENDS_AFTER = re.compile(
    r"\s*(?:is (?:valid|good|expir\w+|up|done)|expir\w+|exp\b|end(?:s|ed|ing)|ran out|runs out|"
    r"died|dies|was (?:valid|good)|until|till?)\b",
    re.I,
)
_NOT_HELD_BEFORE = re.compile(
    r"\b(?:not|never|isn'?t|ain'?t|aren'?t|no longer|no|apply\w*|applied|get|want|need|if|like|"
    r"switch|change|become|becoming|extend|can|could|would|should|will|may|do|does|don'?t)"
    r"\b[^.,;?!]{0,25}$",
    re.I,
)
_NOT_HELD_AFTER = re.compile(r"\s*(?:visa|application|app|docs|officer|fee|form|holders?)\b", re.I)
_ABOUT_SELF_BEFORE = re.compile(r"\b(?:i|i'?m|we|we'?re|he'?s|she'?s|they'?re|my|been)\b", re.I)
_GENERAL_BEFORE = re.compile(
    r"\b(?:difference|between|what'?s?|which|about|vs|versus|eligib\w+|requirements?|cost|how|"
    r"appl\w+|get|want|need|if|like|switch|change|can|could|would|should|does|do|is an?|"
    # "My in-laws are on super visa" tells of them.
    r"are(?! (?:(?:both|all|here|now|still|also|in canada) )*(?:on|with|under|holding)\b))"
    r"\b[^.,;?!]{0,30}$",
    re.I,
)
_WITHOUT_BEFORE = re.compile(
    r"\b(?:not|no|without|never|isn'?t|don'?t have)(?: \w+){0,2}\s*$", re.I
)


_DENIED_BEFORE = re.compile(
    r"\b(?:not|isn'?t|aren'?t|ain'?t|wasn'?t|no longer|never)"
    r"(?: (?:an?|really|actually|even|the)){0,3}\s*$",
    re.I,
)


def denies_nationality(text: str) -> str | None:
    """The country of which somebody is said not to be: "sorry, I'm not American"."""
    for span in _pipeline()(_SIGNS.sub(lambda match: " " * len(match[0]), text)).ents:
        if span.label_ == "PEOPLE" and _DENIED_BEFORE.search(text[: span.start_char][-30:]):
            return str(span.id_)
    return None


def find_people(text: str) -> Iterator[tuple[str, int, int, str | bool]]:
    """Fact name, start, end and value of what is said of a person, in order.

    ``nationality`` (ISO 3166-1 alpha-2), ``current_status`` (a word of the
    gazetteer) and ``super_visa``. Talk of a border, a visa or a status in general
    is nobody's.
    """
    # The tokeniser is quadratic on runs of signs; blanks keep the offsets.
    text = _SIGNS.sub(lambda match: " " * len(match[0]), text)
    for span in _pipeline()(text).ents:
        start, end = span.start_char, span.end_char
        before = text[max(0, start - 50) : start]
        if span.label_ != "STATUS":
            if _is_nationality(text, before, span):
                yield "nationality", start, end, span.id_
            continue
        if span.id_ == "super_visa" and not _GENERAL_BEFORE.search(before):
            yield "super_visa", start, end, not _WITHOUT_BEFORE.search(before)
        if _is_held(text, before, span):
            yield "current_status", start, end, span.id_


def _is_nationality(text: str, before: str, span: Span) -> bool:
    said, end = span.text, span.end_char
    if span.id_ == "CA":
        return bool(_CITIZEN_AFTER.match(text, end))
    if _NOT_OF_PERSON_AFTER.match(text, end):
        return False
    pronoun = said == "us" and not _DUAL_BEFORE.search(before)
    if _OF_PERSON_AFTER.match(text, end):
        return not (pronoun and _LET_US_BEFORE.search(before))
    if _OF_PERSON_BEFORE.search(before):
        return not pronoun
    return span.label_ == "PEOPLE" and not _NOT_OF_PERSON_BEFORE.search(before)


def _is_held(text: str, before: str, span: Span) -> bool:
    if _NOT_HELD_BEFORE.search(before) or _NOT_HELD_AFTER.match(text, span.end_char):
        return False
    if _HELD_BEFORE.search(before):
        return True
    if span.id_ in {"out_of_status", "maintained_status"}:
        return bool(_ABOUT_SELF_BEFORE.search(before))
    return bool(_MINE_BEFORE.search(before) and _ENDS_AFTER.match(text, span.end_char))


@lru_cache(maxsize=1)
def _pipeline() -> Language:
    """A blank English pipeline with entity patterns from the gazetteer, built once."""
    pipeline = spacy.blank("en")
    patterns: list[dict[str, str]] = []
    for code, country in words("countries").items():
        people = [name + plural for name in country["people"] for plural in ("", "s")]
        patterns += [{"label": "COUNTRY", "pattern": n, "id": code} for n in country["names"]]
        patterns += [{"label": "PEOPLE", "pattern": n, "id": code} for n in people]
    for status, phrases in words("statuses").items():
        patterns += [{"label": "STATUS", "pattern": n, "id": status} for n in phrases]
    config = {"phrase_matcher_attr": "LOWER"}
    # spaCy types a pipe as a plain callable.
    pipeline.add_pipe("entity_ruler", config=config).add_patterns(patterns)  # type: ignore[attr-defined]
    return pipeline
