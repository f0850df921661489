"""What another was given, held against one's own: "five months, my cousin got six"."""

from __future__ import annotations

import re

from language.cues import Found, Whose

_COUNT = r"(?:[0-9]{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half an?)"
# "Five months, my cousin got six", "my uncle got a year, can I complain?": what another was
# given is held against one's own.
_GIVEN = re.compile(
    r"(?:'s| has| have| had| was| were)? (?:(?:also|only|just|always|once) )?"
    r"(?:got|gets?|been given|given|received|had|has)(?: (?:the|a|an|full|whole|usual|normal))* "
    rf"(?P<period>{_COUNT}(?:[ -](?P<unit>days?|weeks?|months?|years?))?|"
    r"more|longer|less|double|twice)"
    r"(?: (?:months?|time|stay|long|as (?:much|long)|than (?:me|us|i)))*"
    r"(?=\s*(?:$|[.,;:?!]|\b(?:but|so|and|why|while|though)\b))",
    re.I,
)
_OWN_PERIOD = re.compile(
    rf"^\W*(?:(?:but|so|why|how come|they|he|she|officer|gave|got|me|us|i|we|only|just) )*{_COUNT} "
    r"(?:days?|weeks?|months?)\b",
    re.I,
)
_ASKS_FOR_ONESELF = re.compile(
    r"[.,;:?!]\s*(?:so |but |and |then )*(?:can|could|may|should|do|am|must|will|would|"
    r"why (?:not|did|am|do|was)|how (?:do|can|come)) (?:i|we|me|mine)\b|"
    r"\b(?:un)?fair\b|\b(?:mine|than me|than us)\b",
    re.I,
)


def is_compared(text: str, person: Found[Whose]) -> bool:
    """Whether all that is told of the person is how long they were given, beside one's own."""
    given = _GIVEN.match(text, person.end)
    if given is None or re.search(r"\d{4}", text):
        return False
    bare = given["unit"] is None
    asked = _ASKS_FOR_ONESELF.search(text, given.end()) is not None
    return asked or (bare and _OWN_PERIOD.match(text) is not None)
