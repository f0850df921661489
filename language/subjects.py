"""Whose stay a message is about: the speaker's, or another person's by name of kin."""

from __future__ import annotations

import re
from dataclasses import dataclass

from language.compared import is_compared
from language.context import context
from language.cues import Found, Whose, people
from language.dates import find_dates
from language.kin import is_pronoun, name_of
from language.possessors import possessor
from language.reasons import asks_why_not_self, asks_why_of_self
from language.retractions import is_of_another

SELF = "self"
"""The speaker."""
SOMEONE = "someone"
"""Another person of whom only a pronoun is said."""
_FOR_SELF = re.compile(
    r"\b(?:back to (?:me|mine|my (?:own|case|stay|dates?|situation|question))|"
    r"(?:and|but|what about|how about|now|just|only) (?:for )?(?:me|mine|myself)"
    r"(?=\W*$|\s*:|\W+(?:again|now|then|i|when|how)\b)|(?:and|but) i(?=\W*$)|"
    r"(?:^|[,.;:!]\s*|\b(?:is|are|whats|and|but|so|now) )mine"
    r"(?=\W*$|:? [0-9]| (?:is|are|was|goes|ends?|expires?|runs?|says?|said|reads?|shows?|until|"
    r"till?)\b)|"
    r"\b(?:so|ok(?:ay)?|then|well|now|but|and)[\s,]+for (?:me|myself)\b|"
    r"(?:^|[.?!;]\s*)(?:(?:ok(?:ay)?|so|well)\W+)?(?:and|but|what about|how about) (?:for )?"
    r"(?:me|mine|myself)(?=\s*[,?-])|"
    r"my own (?:stay|date|case|last|status|situation)|for (?:me|myself) (?:again|now)|"
    r"\Ame again(?=\W+(?:[0-9]|i\b|my\b))|\Ame,? (?:i'?m|i am)\b)",
    re.I,
)
_OF_SELF = re.compile(
    r"\b(?:when (?:must|do|should|can) (?:i|we)\b|when we (?:must|should|have to|need to) |"
    r"how (?:long|many days|much time) (?:can|may|do) (?:i|we)\b"
    r"(?! have to (?:fix|restore|repair|reply|answer|appeal|challenge|put|do|sort|act|react))|"
    r"until when (?:can|may|do) (?:i|we)\b|"
    r"(?:and|what is|what'?s|whats|when is|when'?s|whens|when does|is|until when is) my "
    r"(?:last|own|date|day|stay|status|visitor record))",
    re.I,
)
_TURNS_TO = re.compile(
    r"\b(?:and|or|but|now|also|then|same|what about|how about|what of|do|for|about|"
    r"next(?: (?:up|one|person|case))?(?: is)?|"
    r"(?:when|how long|how many days) (?:must|should|shall|can|could|may|does|will|is))"
    r"\s*[,:]?\s*$",
    re.I,
)
# "Not me, my dad. Came 1 May": whose stay it is from the first word on, nothing taken back.
_NOT_ME = re.compile(
    r"\A\W*(?:(?:hi|hello|hey|it'?s|this is|this one is|asking|question)\W+){0,3}"
    r"not (?:for |about )?(?:me|myself|us)\b\W*(?:but )?(?:(?:it'?s|this is|for|about|but) ){0,2}",
    re.I,
)
_OF_A_STAY = re.compile(
    r"(?:'?(?:s|ve|m))?(?: (?-i:[A-Z])[a-z]+)?"
    r"(?:(?:,| is| was) (?:aged? |only |just )?[0-9]{1,3}(?: ?(?:yrs?|y/?o|years?)(?: old)?)?"
    r"(?:(?=,)| and(?= )))?\W*(?:\(|:|"
    r"(?:who |she |he |they |also |only |just |already |has |have |had |is |was |'s |will |would |"
    r"may |might |plans to |wants to |going to ){0,6}"
    r"(?:(?:a|an|the|his|her|their|super|visitor|valid|tourist|canadian|ordinary|regular|normal|"
    r"standard|quite|very|totally) ){0,6}"
    r"(?:came|come|comes|enter\w*|arriv\w*|land\w*|cross\w*|reach\w*|visit(?:s|ed|ing)\b|follow(?:s|ed)\b|"
    r"travel+(?:s|ed|ing)|drove|flew|fl(?:y|ies)|got|"
    r"been|here|(?:in|on) the same \w+|"
    r"had (?:\w+ )?(?:until|till?|to(?= [0-9]))|"
    r"(?:time|permission) (?:was|is|ends?|ended|ran|runs|finish\w*|expire\w*)|"
    r"in canada|p(?:as{1,2}|s)[ -]?p[oa]{0,2}r?t|visa|stay\w*|status|stamp\w*|entry|"
    r"record|overstay\w*|exten[stc]\w*|application|different|another (?:case|story|matter))\b)",
    re.I,
)
_SELF_WORDS = re.compile(
    r"\b(?:i'?m|i'?ve|i|me|myself|we|and|n|with|along|together|my|our|the|two|three|four|five|[2-9])"
    r"\b|[,&/]",
    re.I,
)
# "If he writes 5 May", "she said nothing": an officer, of whom nothing else was said; "she pays
# me": who employs or hosts.
_OFFICER_DOES = re.compile(
    r"(?:'?d|'?ll)?\s+(?:(?:just|only|also|then|never|not|even|actually|really|simply|would|will|"
    r"did(?:n'?t| not)?|"
    r"do(?:es)?(?:n'?t| not)?|has|had|can|could|may|might) ){0,2}"
    r"(?:wr[io]t(?:es?|ing)|written|puts?|putting|stamping|giving|saying|stamp(?:s|ed)?|g[ai]ves?|given|sa(?:y|ys|id)|tells?|told|lets?|asks?|asked|allow(?:s|ed)?|decid(?:e|es|ed)|"
    r"wav(?:es?|ed)|smil(?:es?|ed)|nod(?:s|ded)?|look(?:s|ed)|scan(?:s|ned)|check(?:s|ed)|"
    r"pay(?:s|ing)?|paid|hir(?:es?|ed|ing)|employ(?:s|ed)?|offer(?:s|ed)?|lends?|lent|host(?:s|ed)?|"
    r"invit(?:es?|ed)|"
    r"(?:chang(?:e[sd]?|ing)|(?:re-?)?book(?:s|ed)?|buys?|bought|moved?) (?:it|me|us|the))\b",
    re.I,
)
# "We (two adults, three kids) came": of us all.
_AMONG_US = re.compile(r"\b(we|us|(?:my|our|the) (?:whole )?family)\s*\([^)]{0,60}\)", re.I)
_I_CAME = re.compile(
    r"\bi(?:['’]ve| have)? (?:(?:only|just|myself|then|also|actually) )?"
    r"(?:came|entered|arrived|landed|crossed|flew in|drove in|got here)\b",
    re.I,
)
_ALONE = re.compile(r"i(?:'?m|'?ve)?", re.I)
_ONE_PAPER = re.compile(r"\s+(?:passport|visa|stamp|stay|record|permit|status)\b", re.I)
_SEVERAL = ("parent", "kid", "child", "in-law", "grandparent", "grandkid")
_NO_MORE = re.compile(r"(?:'s)?(?: (?:again|now|then|too|also))?[\s?!.,]*", re.I)
# "To stay for my niece's birthday": nobody's stay but the speaker's.
_OF_THEIRS = re.compile(
    r"(?<=s) (?:\w+ )?(?:birthday|b-?day|wedding|graduation|funeral|baptism|christening|birth|"
    r"surgery|operation|due date|house|home|place|flat|apartment|office|couch|party|school)\b",
    re.I,
)
# "Not half a year like for my friends": the others' is no one's question.
_LIKE = re.compile(r"\b(?:like|as|than|unlike) (?:it (?:is|was) )?(?:for|with|of)\s*$", re.I)
# "My cousin did it in 2023": what another did once is told as an example.
_DID_SO = re.compile(
    r"\s+(?:once |also |just )?(?:did|done|tried) (?:it|this|(?:exactly )?that)\b", re.I
)
# "My sister counts 180 days", "my uncle says it is a day less": how another reckons one's own.
_RECKONS = re.compile(
    r"(?: (?:also|just|only|always|still|even|now|keeps))* (?:(?:count(?:s|ed|ing)?|reckons?|"
    r"reckoned|calculat(?:es?|ed)|comput(?:es?|ed)|figure[sd]|add(?:s|ed)|c[oa]mes? to)\b|"
    r"(?:says?|said|thinks?|thought|believe[sd]?|claim(?:s|ed)?|insist(?:s|ed)?|swears?|swore|"
    r"tells me|told me)(?: that)? (?:(?:it|it's|its|that's|you|i|my|go|leave|count|(?:an? )?"
    r"(?:earlier|later|less|more)|one day|a day|to (?:go|leave|count)|"
    r"the (?:date|day|stay|limit|rule|law|answer|count))\b|[0-9]))",
    re.I,
)
# "My daughter got me a ticket": what another did for the speaker tells nothing of their stay.
_DONE_FOR_SELF = re.compile(
    r"(?:'s|'ve| has| have| had)?(?: (?:just|already|also|kindly|even))? (?:got|gets?|buys?|bought|"
    r"book(?:s|ed)|found|finds|g[ai]ves?|sen[dt]s?|pa(?:id|ys)|ma(?:de|kes)|reserv(?:es|ed)|"
    r"arrang(?:es|ed)|order(?:s|ed)|invit(?:es|ed)|lends?|lent|offer(?:s|ed)|promis(?:es|ed)) "
    r"(?:me|us)\b(?! (?:her|his|their)\b)|"
    r"(?:'s|'ve| has| have| had)?(?: (?:still|got|brought|kept|found|took|has|have|holds?))+ "
    r"(?:(?:my|our) (?:passports?|papers?|stamp)|the passports? (?:with|at|in)\b)",
    re.I,
)
# "We have a dentist for the kids": nobody's stay but the speaker's.
_ARRANGED = re.compile(
    r"\b(?:i|we)(?:['’](?:ve|m|re))? (?:\w+ )?(?:have|had|got|booked|bought|made|planned|scheduled|"
    r"arranged|organi[sz]ed) (?:(?!question|exten|record|visa|date|stay|pass|appl|stamp)\w+ ){1,5}"
    r"for\s*$",
    re.I,
)
_NOT_MEANT = re.compile(
    r"\b(?:with|visit\w*|see(?:ing)?|saw|join\w*|me+t|by|at|near|told|from|to|like|of|and|than|without|"
    r"says?|said|thinks?|because|marri\w+)\s*$",
    re.I,
)


@dataclass(frozen=True)
class Subject:
    """Whose stay it is."""

    key: str
    tells: bool = False
    """Whether something is told of their stay, rather than asked."""
    pronoun: str = ""
    """All that is said of whom, in small letters: "she"."""


def subject_of(text: str) -> Subject | None:
    """Whose stay ``text`` turns to, or ``None`` where it does not say."""
    text = _AMONG_US.sub(lambda match: match[1] + " " * (len(match[0]) - len(match[1])), text)
    instead = _instead_of_self(text)
    if instead is not None:
        return _subject(text, instead)
    named = [person for person in people(text) if person.kind is not Whose.NOBODY]
    others = [person for person in named if person.kind is Whose.OTHER]
    back = _FOR_SELF.search(text) is not None
    if (back or _OF_SELF.search(text)) and not _asked_of(text, others):
        return Subject(SELF, tells=back)
    dates = context(text, find_dates(text))
    if asks_why_not_self(text) or (not find_dates(text) and asks_why_of_self(text, named)):
        return Subject(SELF)  # "my friend got six months, why not me"
    for person in others:
        if is_pronoun(person.text) or _OF_THEIRS.match(text, person.end) or is_of_another(text):
            continue
        if is_compared(text, person):
            return Subject(SELF)
        before = text[: person.start]
        if _DID_SO.match(text, person.end) or _ARRANGED.search(before) or _LIKE.search(before):
            continue
        if _DONE_FOR_SELF.match(text, person.end) or _RECKONS.match(text, person.end):
            continue
        owns_facts = _begins_clause(dates.text, person) and not _NOT_MEANT.search(before)
        alone = _NO_MORE.fullmatch(text, person.end) is not None and before.strip() == ""
        if _TURNS_TO.search(before) or owns_facts or alone:
            return _subject(text, person)
    owner = possessor(text) if others else None
    if owner is not None:
        return _subject(text, owner)
    mine = [person for person in named if _ALONE.fullmatch(person.text)]
    if any(_OF_A_STAY.match(text, person.end) for person in mine):
        return Subject(SELF, tells=True)
    pronouns = [p for p in others if is_pronoun(p.text) and p.text[:3] not in ("the", "tha")]
    reckons = any(_RECKONS.match(text, person.end) for person in others)
    if reckons or all(_OFFICER_DOES.match(text, person.end) for person in pronouns):
        return None
    if all(person.kind is Whose.OTHER for person in named):
        tells = any(_begins_clause(dates.text, person) for person in pronouns)
        return Subject(SOMEONE, tells, pronoun=pronouns[0].text.lower())
    return None


def tells_own_entry(text: str) -> bool:
    """Whether the speaker too is said to have come: "I came 3 weeks later"."""
    return _I_CAME.search(text) is not None


def companions(text: str) -> tuple[str, ...]:
    """Those named together with the speaker: "me and my boyfriend", "my wife and I"."""
    together = [p.text for p in people(text) if p.kind is Whose.SELF and " " in p.text]
    names = (_SELF_WORDS.sub(" ", said).split() for said in together)
    return tuple(words[0] for words in names if len(words) == 1)


def _asked_of(text: str, others: list[Found[Whose]]) -> bool:
    """Whether the last person named is another one: "when do I pick her up" stays theirs."""
    return any(
        _TURNS_TO.search(text[: person.start]) for person in others if not is_pronoun(person.text)
    )


def _instead_of_self(text: str) -> Found[Whose] | None:
    """Whom a message that tells dates names at its beginning in the speaker's place."""
    begins = _NOT_ME.match(text)
    if begins is None or not find_dates(text):
        return None
    named = people(" " * begins.end() + text[begins.end() :])
    first = named[0] if named and named[0].start == begins.end() else None
    is_named = first is not None and first.kind is Whose.OTHER and not is_pronoun(first.text)
    return first if first is not None and is_named and not first.text.endswith("'s") else None


def _begins_clause(text: str, person: Found[Whose]) -> bool:
    """Whether something about a stay is said of the person right after they are named."""
    return _OF_A_STAY.match(text, person.end) is not None


def _subject(text: str, person: Found[Whose]) -> Subject:
    name = name_of(person.text)
    # "My daughters passport": one daughter's, written without the mark.
    if _ONE_PAPER.match(text, person.end) and name.removesuffix("s") not in _SEVERAL:
        name = name.removesuffix("s")
    return Subject(name, tells=True)
