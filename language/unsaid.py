"""What a message unsays of what was told before, where no other day takes its place."""

from __future__ import annotations

import re

from language.retractions import takes_back
from language.signs import asks
from language.suppositions import supposes

_ADVERB = (
    r"(?: (?:actually|really|even|yet|in fact|still|just|officially|been|ever|successfully)){0,2}"
)
_SENT = (
    r"(?:appl(?:y|ied)|sen[dt]|submit(?:t?ed)?|fil(?:e|l)?ed|file|paid|pay|gone? through|posted|"
    r"mailed|completed?|finished|lodged)"
)
_NOT = (
    r"(?:(?:have|has|had|did|was|is|were|are|do|does)(?: ?n[o']?t| ?not|nt)|ain'?t|didn'?t|didnt|"
    r"not|never)"
)
# "I have not sent the photos" takes back no application.
_WHAT = (
    r"(?: (?:it|anything|(?:(?:my|our|the|that|any|an) )?(?:application|extension|ext|form|request|"
    r"renewal))\b)?(?: (?:in|off|out|online|yet|at all|so far|to (?:ircc|them|extend)|for "
    r"(?:it|(?:the|an|my|our|any) extension))\b){0,3}"
)
_ENDS = r"(?=\s*(?:$|[.,;:!)\n]|\b(?:and|but|because|cause|so|since|i|we|my|only|just)\b))"
_UNSENT = re.compile(
    rf"\b{_NOT}{_ADVERB} {_SENT}{_WHAT}{_ENDS}|"
    r"\b(?:payment|card|upload|submission|transaction)(?: \w+){0,2}? "
    r"(?:failed|bounced|(?:was |got )?(?:declined|rejected)|did(?:n'?t| not) (?:work|go|pass))\b|"
    r"\b(?:only|just) (?:filled|started|saved|prepared|drafted|opened|wrote|printed|signed)\b|"
    r"\b(?:is|was|it'?s|been|still|only|just|as) (?:\w+ )?(?:a )?drafts?\b|"
    r"\b(?:never|not|forg[eo]t(?:ten)? to|didn'?t) (?:\w+ )?"
    r"(?:press|hit|click|tap|push)(?:p?ed)? (?:on )?(?:the )?(?:send|submit|transmit|pay)\b",
    re.I,
)
# "Never asked for an extension": said by who has overstayed, and no question of one that waits.
_NEVER_EXTENDED = re.compile(
    rf"\b{_NOT}{_ADVERB} (?:ask(?:ed)? for|appl(?:y|ied) for|request(?:ed)?|got|sought|filed|had) "
    r"(?:an?|any|the|my|our|more) ?(?:extension|time|renewal)\b|"
    rf"\b{_NOT}{_ADVERB} extend(?:ed)?\b",
    re.I,
)
_WILL_SEND = re.compile(
    r"\b(?:i|we)(?:'ll| will| am going to|'m going to|'m gonna| plan to| want to| intend to|"
    rf" have to| need to| must| am planning to|'m planning to| still have to) (?:\w+ )?{_SENT}\b",
    re.I,
)
# "It was my husband who applied", "not my extension, the study permit was refused".
_BY_ANOTHER = re.compile(
    r"\b(?:it|that) (?:was|is) (?:actually |only |just )?(?:my|our|his|her) (?:\w+ ){1,3}?"
    rf"(?:who|that|which) (?:has |had )?{_SENT}\b|"
    r"\b(?:not (?:me|mine|for me)|for (?:himself|herself))\b",
    re.I,
)
_NOT_OF_IT = re.compile(
    r"\bnot (?:of |for )?(?:(?:my|the|an?|our) )?(?:visitor )?ext[ae]n\w+", re.I
)
_OTHER_APPLICATION = re.compile(r"\b(?:restor\w+|(?:work|study|student) permit|p\.?r\b)", re.I)
_ORDINARY = re.compile(
    r"(?<!not )(?<!not a )(?<!no )\b(?:normal|regular|ordinary|usual|standard|simple|plain|tourist|"
    r"visitor'?s?|visit|single[ -]entry|multiple[ -]entry)(?: (?:visitor'?s?|tourist|entry)){0,2} "
    r"(?:visas?|trv)\b|\b(?:just|only) (?:an? )?(?:visas?|trv|e-?ta)\b|"
    r"\b(?:not|isn'?t|no|never had)(?: (?:an?|the|on|with|really)){0,2} super[ -]?visas?\b",
    re.I,
)
_THE_SAME = re.compile(r"\b(?:also|too|as well|same day|same date|both)\b", re.I)
_ITS_DATE = (
    r"\b(?:that|this|it|the date)(?:'?s| is| was)(?: (?:actually|only|just|really)){0,2} "
    r"(?:(?:the )?(?:(?:last |expiry |expiration |end )?(?:date|day|validity)|expiry|end) "
    r"(?:(?:printed|written|shown) )?(?:of|on|from|in|for) )?(?:(?:the|my|our|his|her|their) )?"
)
_NAMED = (
    (re.compile(rf"{_ITS_DATE}(?:\w+ )?(?:visas?|trv|e-?ta)\b", re.I), "visa_expiry"),
    (re.compile(rf"{_ITS_DATE}(?:\w+ )?passports?\b", re.I), "passport_expiry"),
    (
        re.compile(
            rf"{_ITS_DATE}(?:\w+ )?(?:flight|tickets?|insurance|lease|birthday|wedding|interview|"
            r"return|booking|permit application|biometrics?|appointment|exam|medical|trip|job|"
            r"contract|school)\b",
            re.I,
        ),
        None,
    ),
)
_ONLY_SPOKEN = re.compile(
    r"\b(?:only|just) (?:said|told|mentioned|spoke|say|tell)\b|\b(?:verbal(?:ly)?|oral(?:ly)?)\b|"
    r"\b(?:said|told)(?: (?:it|me|us|that))* (?:only|by (?:mouth|voice)|with (?:his|her) mouth)\b",
    re.I,
)


def is_unsent(text: str) -> bool:
    """Whether the application told of was never sent: "I only filled in the form"."""
    if supposes(text) or "?" in text or _OTHER_APPLICATION.search(text):
        return False
    taken_back = _WILL_SEND.search(text) or _BY_ANOTHER.search(text)
    return bool(_UNSENT.search(text) or (takes_back(text) and taken_back))


def never_extended(text: str) -> bool:
    """Whether it tells that no extension was asked for: "never asked for an extension"."""
    return _NEVER_EXTENDED.search(text) is not None and not supposes(text)


def is_of_other_matter(text: str) -> bool:
    """Whether what was decided is said to be another application: "the study permit, not it"."""
    named = _OTHER_APPLICATION.search(text) or re.search(r"\bvisa application\b", text, re.I)
    return bool(named and _NOT_OF_IT.search(text)) and takes_back(text)


def is_ordinary_visa(text: str) -> bool:
    """Whether it is said, against what was told, that the visa is no super visa."""
    corrects = takes_back(text) or not asks(text)
    return corrects and not supposes(text) and _ORDINARY.search(text) is not None


def paper_meant(text: str) -> tuple[str | None] | None:
    """The paper that the day just told is of: "sorry, that's the date of my visa".

    Of a flight or the like it is no fact: then the one inside is ``None``.
    """
    if not takes_back(text):
        return None
    return next(((fact,) for pattern, fact in _NAMED if pattern.search(text)), None)


def is_of_both(text: str) -> bool:
    """Whether two papers are said to end on one day, so that neither is taken back."""
    return _THE_SAME.search(text) is not None


def is_only_spoken(text: str) -> bool:
    """Whether an officer said the day and wrote none: it is a day given all the same."""
    return _ONLY_SPOKEN.search(text) is not None
