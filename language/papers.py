"""Which paper the words mean: what it is that ends, or says a day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from language.context import Context
from language.cues import Cue, Found, Holder
from language.said_dates import SaidDate
from language.wishes import is_wished

_PAPERS = (Holder.PASSPORT, Holder.VISA, Holder.RECORD)
_DOCUMENT = re.compile(r"(?:date of )?exs?p|valid|good|lapse|runs? out|end|mine", re.I)
# "My passport, which I renewed before the trip, runs out": the passport does.
_ASIDE = re.compile(r",\s*(?:which|who|that|whose)\b[^,.;?!]{0,80},", re.I)
# "It says expiry 5 June on my passport".
_ON_PAPER = re.compile(
    r"[\"'\s,]*(?:(?:is|it'?s|that'?s) )?(?:on|in|of|for) "
    r"(?:(?:my|our|his|her|their|the) )?(?:\w+ )?"
    r"(?:passports?|(?P<visa>visas?|stickers?|(?:counter)?foil|e-?ta|trv))\b",
    re.I,
)
# "Ran out 5 June (the passport)", "expired 5 June, my visa I mean".
_IN_BRACKETS = re.compile(
    r"\s*(?:\(\s*(?:(?:that'?s|it'?s|i mean|of|for) )?(?:(?:the|my|our|his|her) )?|"
    r"[,–-]\s*(?:(?:that'?s|it'?s|i mean) )?(?:the|my|our|his|her) )(?:\w+ )?"
    r"(?:(?P<passport>passports?)|(?P<visa>visas?|e-?ta|trv)|"
    r"(?P<record>visitor record|vr))"
    r"(?=\s*(?:[).,;?!]|$|i mean|not\b))",
    re.I,
)
# "Expires tomorrow my passport!"
_SUBJECT_AFTER = re.compile(
    r"\s+(?:my|our|his|her|their|the)\s+(?:(?:husband|wife|mom|mum|mother|dad|father|son|daughter|"
    r"sister|brother|partner)'?s?\s+)?(?:\w+\s+)?"
    r"(?:(?P<passport>passports?)|(?P<visa>visas?|e-?ta|trv)|"
    r"(?P<record>visitor record|vr|stay|status))"
    r"(?=\s*(?:[,.;!?]|$|so\b|and\b|but\b|can\b|what\b|of\b))",
    re.I,
)
# "Is the visa for five years? Mine was issued 5 May 2024, ends 4 May 2029".
_MINE = re.compile(r"\b(?:mine|ours|hers)\b", re.I)
# "A new passport is coming, the old one dies 5 May": till then the old one is held.
_OLD = re.compile(r"(?:old|current|first|previous) (?:one|1|p\w*[ -]?p?\w*)$", re.I)
_STILL_ENDS = re.compile(
    r"(?:ends?|expires?|dies?|runs? out|lapses?|is (?:up|valid|good)|valid|good)\b"
)
_TO_COME = re.compile(
    r"\bnew (?:passport|one)(?:'s)? (?:(?:is|will|only|be|should|still|not) ){0,3}(?:coming|comes?|"
    r"arrives?|arriving|ready|on (?:its|the) way|due|in the (?:mail|post|making)|pending|takes?|"
    r"being|requested|ordered)\b|"
    r"\b(?:wait\w*|appl\w+|order\w*|ask\w*|request\w*)(?: (?:for|on))? (?:an?|my|our|his|her|the) "
    r"new (?:passport|one)\b|"
    r"\b(?:needs?|takes?|wants?) [^.?!;,]{0,40}\b(?:an?|my|our|his|her|the) new (?:passport|one)\b|"
    r"\brenewing (?:(?:my|our|his|her|the) passport\b|it\b|(?:now|soon|in|at)\b)",
    re.I,
)

# "Passport renewed, the old one ended 5 May, does my stay change?": it did end with the old one.
_RAN_OUT = re.compile(r"(?:ended|expired|died|ran out|lapsed|was|were)\b")
_RENEWED = re.compile(
    r"\brenewed (?:my |our |his |her |the )?passport|"
    r"\bpassport (?:is |was |got |has been )?renewed|"
    r"\bnew passport\b",
    re.I,
)
_DOES_IT_MOVE = re.compile(
    r"\b(?:stay|status|leave|limit|last day|deadline)\b[^.?!;]{0,24}\b(?:chang\w+|go(?:es)? on|"
    r"continues?|longer|extend\w*|same|moves?|affect\w*|follow\w*|renew\w*|updat\w*|end)\b|"
    r"\b(?:chang\w+|affect\w*|extend\w*|mov\w+|updat\w+|end|renew\w*)\b[^.?!;0-9]{0,24}"
    r"\b(?:stay|status|limit|last day|deadline)\b",
    re.I,
)


def holder_of(message: Context, date: SaidDate, cue: Found[Cue], start: int) -> Holder | None:
    """What ends: the nearest holder before the date in its sentence, else one just after."""
    sentence = max((at for at in message.breaks if at < min(cue.start, date.start)), default=0)
    before = [h for h in message.holders if max(start, sentence) <= h.start and h.end <= date.start]
    if (
        not before
        and cue.kind is Cue.ENDS
        and (named := _IN_BRACKETS.match(message.text, date.end))
    ):
        return Holder[(named.lastgroup or "record").upper()]
    aside = [span.span() for span in _ASIDE.finditer(message.text, sentence, date.start)]
    outside = [h for h in before if not any(a <= h.start < b for a, b in aside)]
    before = outside or before
    if before:
        if before[-1].kind is Holder.OTHER and _is_still_held(message, before[-1], cue):
            return Holder.PASSPORT
        return _meant(message, _paper_itself(message, before))
    if not before and _is_at_consulate(message, cue, sentence):
        return Holder.PASSPORT
    following = [h for h in message.holders if date.end <= h.start < date.end + 30]
    if cue.start >= date.end and following:
        return _meant(message, following[0])
    if cue.kind is Cue.ENDS and (named := _SUBJECT_AFTER.match(message.text, date.end)):
        return Holder[(named.lastgroup or "record").upper()]
    wished = cue.kind is Cue.UNTIL and is_wished(
        message.sentence_before(cue.start), cue, message.text[cue.end : date.start]
    )  # "can I work until 5 June, on a visa"
    told_after = (not wished and _ON_PAPER.match(message.text, date.end)) or (
        cue.kind is Cue.ENDS and _ON_PAPER.match(message.text, cue.end, date.start)
    )
    if told_after:
        return Holder.VISA if told_after["visa"] else Holder.PASSPORT
    earlier = [h for h in message.holders if h.end <= date.start]
    if start:
        # "The visa was issued 5 May 2024 and expires 4 May 2034": said once for both.
        mine = _MINE.search(message.text, sentence, date.start)
        same = [h for h in earlier if mine or h.start >= sentence]
        told = same and _DOCUMENT.match(cue.text)
        return _meant(message, same[-1]) if told else None
    if not (earlier and sentence):
        return None
    held = earlier[-1].kind is Holder.OTHER and _is_still_held(message, earlier[-1], cue)
    return Holder.PASSPORT if held else _meant(message, earlier[-1])


# "Mine runs out in 10 days, the consulate is slow": consulates renew passports.
_ITS_OWN = re.compile(r"\W*(?:(?:and|but|so|because|hi|hello) )?(?:mine|ours|hers|his|it) $", re.I)
_CONSULATE = re.compile(
    r"\b(?:consulates?|embass(?:y|ies)|high commission|passport (?:office|agency))\b", re.I
)


def _is_at_consulate(message: Context, cue: Found[Cue], sentence: int) -> bool:
    """Whether what "mine" is that ends can only be the passport its consulate renews."""
    if cue.kind is not Cue.ENDS or not _CONSULATE.search(message.text):
        return False
    others = any(h.kind in (Holder.VISA, Holder.OFFICER) for h in message.holders)
    return not others and _ITS_OWN.fullmatch(message.text, sentence, cue.start) is not None


# "The sheet from the border officer ends 5 June": the sheet does.
_FROM_WHOM = re.compile(
    r" (?:(?:from|of|by|that|which|which was|given by|handed by|stapled by) )+(?:the |an? |my )?"
    r"(?:(?:border|airport|customs|cbsa|immigration) )?",
    re.I,
)


def _paper_itself(message: Context, before: Sequence[Found[Holder]]) -> Found[Holder]:
    """The last of the holders; of an officer's paper, the paper."""
    last = before[-1]
    of_officer = len(before) > 1 and last.kind is Holder.OFFICER
    if of_officer and before[-2].kind is Holder.RECORD:
        named = _FROM_WHOM.fullmatch(message.text, before[-2].end, last.start)
        return before[-2] if named else last
    return last


def _is_still_held(message: Context, holder: Found[Holder], cue: Found[Cue]) -> bool:
    """Whether the old passport still runs while a new one is to come, or ended the stay."""
    if cue.kind not in (Cue.ENDS, Cue.UNTIL) or not _OLD.match(holder.text):
        return False
    told = cue.kind is Cue.UNTIL or _STILL_ENDS.match(cue.text) is not None
    if told and _TO_COME.search(message.text):
        return True
    renewed = _RENEWED.search(message.text) and _DOES_IT_MOVE.search(message.text)
    return bool(renewed and (told or _RAN_OUT.match(cue.text)))


def _meant(message: Context, holder: Found[Holder]) -> Holder | None:
    """What is meant: "the new one" is one of the papers named last, also of an old one."""
    if holder.kind is not Holder.SAME:
        return holder.kind
    for other in reversed([h for h in message.holders if h.end <= holder.start]):
        if other.kind in _PAPERS:
            return other.kind
        if other.kind is Holder.OTHER and other.text.endswith(("visa", "passport")):
            return Holder.VISA if other.text.endswith("visa") else Holder.PASSPORT
    return None


# A paper that was stapled in or handed over is a record; what a hand wrote on it is no paper's.
_PAPER_GIVEN = re.compile(
    r"\b(?:stapl\w+|paper|sheet|slip|letter|form|document|print-?out|(?P<visa>visa|trv|e-?ta))\b",
    re.I,
)
_SAYS_SO = re.compile(r"\b(?:with|says?|saying|reads?|until|till?|valid|to|by)\b[\s:\"']*$", re.I)
_HAND = re.compile(
    r"\b(?:hand.?wr\w+|wrote|written|scribbl\w+|circled|inked|pencil\w*|"
    r"(?:in|with|by) (?:\w+ )?(?:pen|ink|hand))\b",
    re.I,
)


def handed_over(cue: str, between: str) -> Holder | None:
    """The paper an officer gave: ``cue`` names it, or the words from there to its date."""
    paper = _PAPER_GIVEN.search(cue + (between if _SAYS_SO.search(between) else ""))
    if paper is None:
        return None
    return Holder.VISA if paper["visa"] else Holder.RECORD


def is_printed(said: str) -> bool:
    """Whether a paper that was handed over says it, and no hand wrote it there."""
    return _PAPER_GIVEN.search(said) is not None and _HAND.search(said) is None
