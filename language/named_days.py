"""What a day is named to be where no role is told: "my date is 31 December", "it reads 5 May"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from language.cues import Holder, holders
from language.dates import DateRole, ExactDate, find_dates, resolve, span_of
from rules_core.questions import Topic

_OF_ITS_OWNER = re.compile(
    r"\b(?:mine|ours|his|hers|theirs)(?: (?:also|too|only|just|already|will)){0,2} "
    r"(?:ends?|expires?|runs? (?:out|to)|is (?:good|valid|fine|ok(?:ay)?|until|till?)|"
    r"until|till?|lasts?|dies?|"
    r"goes|says?|said|reads?|shows?)\b",
    re.I,
)
_MY_DATE = re.compile(
    r"\b(?:my|our|his|her) (?:last |end |final |exit )?(?:date|day|deadline|limit)(?: is|'s|:| =)?"
    r"(?: on)?(?: the)?\s*$",
    re.I,
)
_IT_READS = re.compile(
    r"\b(?:it|this|that|(?:the|its?) (?:pen|ink|scribble|writing|note|line|date|number))"
    r"(?:'s| is| must be| could be| might be| seems to be| (?:now |clearly |maybe )?"
    r"(?:reads?|says?|shows?|looks? like))(?: like| the)*[\s:'\"]*$",
    re.I,
)
# "My roommate can read it. Says 6 February": whatever says it, of the writing spoken of.
_SAYS_ALONE = re.compile(
    r"(?:^|[.,;:!]|\b(?:and|but|so|ok(?:ay)?|now|looks|think|thinks)\b)\s*"
    r"(?:(?:it|he|she|they|i think|apparently|maybe|now|actually|clearly) ){0,2}"
    r"(?:says?|reads?|shows?)(?: like| the)*[\s:'\"]*$",
    re.I,
)
# "A neighbour read it with a glass: 6 February": read out once it was spoken of.
_READ_OUT = re.compile(
    r"\b(?:reads?|made out|ma(?:kes?|de) (?:it|that|this) out|decipher(?:s|ed)?|decoded?)\b"
    r"(?: (?!until|by|that|about)[\w']+){0,6}?"
    r"(?:\s*[:=,;–-]+|\s+(?:as|to be|and (?:it'?s|it is|says?)))"
    r"(?:\s*(?:it|that|it'?s|is|says?|probably|the))*[\s:'\"]*$",
    re.I,
)
_MADE_OUT = re.compile(
    r"\b(?:reads?|ma(?:kes?|de) out|decipher(?:s|ed)?|decode[sd]?|zoom(?:s|ed)? in on) "
    r"(?:it|that|this|(?:the|my|his|her|that|this) "
    r"(?:pen|ink|writing|hand ?writing|scribble|scrawl|note|mark|marks|number|numbers|date))\b",
    re.I,
)
_IT_ENDS = re.compile(
    r"\b(?:it|that|this|which)(?:'s|'ll| will| is| only| just)* (?:expir(?:es?|ing)|end(?:s|ing)?|"
    r"runs? out|running out|dies|lapses|(?:good|valid) (?:until|till?|to|up to))"
    r"(?: (?:on|in|the))*\s*$",
    re.I,
)
_OF_WRITING = (_IT_READS, _SAYS_ALONE, _READ_OUT)
_END_OF = {Holder.PASSPORT: "passport_expiry", Holder.VISA: "visa_expiry"}
_OF_AN_END = ("overstay_consequences", "restoration", "extension", "extension_how", "extension_fee")
_COUNTED_FROM_ENTRY = (Topic.NO_STAMP.value, Topic.STAY_LENGTH.value, Topic.US_CITIZEN.value)
_BESIDE = re.compile(
    r"it|was|is|on|the|that|this|day|date|of|my|mine|our|ok|okay|so|well|hm+|and|then|for|me|us|in|"
    r"yes|yeah|sure|ah|oh|i|think|guess|must|have|been|it's|its|back"
)
_PRINTS = re.compile(r"\b(?:biom\w+|finger ?prints?)\b", re.I)
_OF_PRINTS = re.compile(
    r"\b(?:mine|they|those|these|them|ours|hers|his|theirs|i|we) "
    r"(?:(?:was|were|are|is|got|have been|had been|have|had|only|last|date|already) ){0,3}"
    r"(?:given|taken|done|made|recorded|collected|captured|scanned|registered|from|of|back to|did|"
    r"gave)\b",
    re.I,
)
_PASSPORT_OF = re.compile(r"\bpassport (?:of|for|from|with|dated?|date is|is) (?:the )?$", re.I)


@dataclass(frozen=True)
class Talk:
    """What was talked of before a message, as far as it tells what a day in it is."""

    of_an_end: bool = False
    """Whether of what follows the end of a stay."""
    of_writing: bool = False
    """Whether of what stands beside a stamp."""
    of_finding: bool = False
    """Whether of how the day of entry can be found."""
    of_entering: bool = False
    """Whether of a stay as it is counted from a day of entry, which was not told yet."""
    said_before: str = ""
    """The person's message before."""

    @classmethod
    def of(cls, topic: str | None, talked_of: str | None, said_before: str) -> Talk:
        """The talk whose last topic was `topic`, and `talked_of` the last with neighbours."""
        return cls(
            of_an_end=talked_of in _OF_AN_END,
            of_writing=talked_of in (Topic.STAMP_MEANING.value, Topic.SHORT_STAMP.value),
            of_finding=topic == Topic.ENTRY_RECORD.value,
            of_entering=topic in _COUNTED_FROM_ENTRY,
            said_before=said_before,
        )

    def fact_named(self, text: str, today: dt.date) -> str | None:
        """What a day to come is named to be, by the words before it and by the talk.

        "My date is 31 December" where it was of an end, "it reads 31 DE 26" where it was of
        writing under a stamp, "it expires 5 May" where one paper was named; "the passport of
        1 May 2031" in any.
        """
        if self.of_an_end and _names(text, today, _MY_DATE):
            return "record_expiry"
        of_writing = self.of_writing or _MADE_OUT.search(text) is not None
        if of_writing and any(_names(text, today, said) for said in _OF_WRITING):
            return "stamp_date"
        if _names(text, today, _PASSPORT_OF):
            return "passport_expiry"
        return self.paper_ending(text, today)

    def is_of_entry(self, text: str, today: dt.date) -> bool:
        """Whether a day that is all it says is the one from which the stay talked of counts."""
        if not self.of_entering:
            return False
        dates = find_dates(text)
        if len(dates) != 1 or dates[0].role is not None:
            return False
        found = resolve(dates[0], today, DateRole.ENTRY_DATE)
        rest = f"{text[: dates[0].start]} {text[dates[0].end :]}".lower()
        alone = all(_BESIDE.fullmatch(word) for word in re.findall(r"[\w']+", rest))
        return alone and isinstance(found, ExactDate) and found.date <= today

    def is_of_prints(self, text: str) -> bool:
        """Whether its one day is that of the fingerprints of which the message before spoke."""
        asked = _PRINTS.search(self.said_before) is not None and len(find_dates(text)) == 1
        return asked and _OF_PRINTS.search(text) is not None

    def paper_ending(self, text: str, today: dt.date) -> str | None:
        """The end of the one paper named before, where only "it" is said to end on a day."""
        ends = _names(text, today, _IT_ENDS, DateRole.RECORD_EXPIRY)
        return _paper_named(self.said_before) if ends else None


def _paper_named(text: str) -> str | None:
    """The end of the one paper that ``text`` names."""
    named = {_END_OF[holder.kind] for holder in holders(text) if holder.kind in _END_OF}
    return named.pop() if len(named) == 1 else None


def names_paper_of_another(text: str) -> bool:
    """Whether it tells when a paper ends that only its owner names: "hers also ends 5 May"."""
    return _OF_ITS_OWNER.search(text) is not None


def all_ahead(text: str, today: dt.date) -> bool:
    """Whether every day, month or year named is still to come."""
    spans = [
        (span_of(said), resolve(said, today, DateRole.RECORD_EXPIRY)) for said in find_dates(text)
    ]
    return bool(spans) and all(
        span[0] > today if span else isinstance(found, ExactDate) and found.date >= today
        for span, found in spans
    )


def _names(
    text: str, today: dt.date, before: re.Pattern[str], role: DateRole | None = None
) -> bool:
    """Whether the one date of ``text``, which has no role or ``role``, is to come and so named."""
    dates = find_dates(text)
    if len(dates) != 1 or dates[0].role not in (None, role):
        return False
    if not before.search(text[: dates[0].start]):
        return False
    found = resolve(dates[0], today, DateRole.RECORD_EXPIRY)
    return isinstance(found, ExactDate) and found.date >= today
