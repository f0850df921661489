"""What a short message means after an answer: "how much", "and until then?"."""

from __future__ import annotations

import re
from collections import defaultdict

from actions import topics
from actions.misread import (
    ABOUT_A_DAY,
    LONGEST,
    RESTORE,
    lawful_instead,
    mistaken_guard,
    names_helper,
    seeks_entry,
    weakly_outside,
)
from actions.turn import Turn
from language.cues import people
from language.dates import find_dates
from language.ellipsis import Elided, asks_again_of_day, elided_at_end, elided_in
from language.guard_table import INTENTS, OUTSIDE, UNSURE
from language.guesses import is_offered
from language.handwriting import is_unreadable
from language.hearsay import disputes
from language.learning import counts_from_learning
from language.mentions import mentioned
from language.reasons import asks_how_counted, asks_why, asks_why_of_self
from language.replies import forgot_entry
from language.trips import trip_planned
from rules_core.questions import Decision, Topic

NEARER = 4.0
"""How much likelier a topic of the same kind is as a follow-up than out of the blue."""
ENOUGH = 0.45
"""Of what is likely then, the share the first must have to be answered.

On 287 short follow-ups held out from training, four and 0.45 raise what is understood from
0.76 to 0.90 and what is wrong from 0.03 to 0.05 (a question put back costs a fifth of that).
"""
_LIKELY = 0.08
"""Less likely than this before the talk is looked at, nothing makes it what was meant."""


LONGEST_NAMED = 20
"""Words of a message whose topic one of them names."""
_POSSIBLE = 0.05
"""How likely a topic must be for a word that names it to decide."""
_ASKS_HELP = re.compile(
    r"\b(?:help|(?:what|how|who|where)(?: \w+){0,2} (?:i|we|he|she|they|one)\b)", re.I
)
_BY_WHEN = (Elided.DEADLINE, Elided.ADVISED, Elided.HOUR, Elided.PLACE)
_OF_THE_DAY = (Elided.TOLD_AGAIN, Elided.COUNT, Elided.LEAVING)
_OF_A_STAY = frozenset(topic.value for topic in topics.ABOUT_A_STAY)
_FEES = (Topic.EXTENSION_FEE.value, Topic.RESTORATION.value)
# "We're three. Is that once or three times?", after a fee was told.
_HOW_OFTEN = re.compile(
    r"\b(?:once|twice|[2-9]x|(?:two|three|four|five|six|[2-9]) times|per (?:person|head|family)|"
    r"a head|each(?: of us)?|(?:for|by) (?:all|everyone|everybody|both|the whole family)|"
    r"together|altogether|in total|all in|"
    r"(?:for|of) (?:the |all |both )?(?:two|three|four|five|six|[2-9]|all|both) of us)\b",
    re.I,
)
_CAN_BE_LENGTHENED = frozenset(
    topic.value
    for topic in (
        Topic.AUTHORIZED_STAY,
        Topic.EXTENSION,
        Topic.SHORT_STAMP,
        Topic.FLAGPOLE_RESET,
        Topic.STAY_LENGTH,
        Topic.STAMP_MEANING,
        Topic.NO_STAMP,
        Topic.PASSPORT_EXPIRY,
    )
)


def left_to_the_talk(turn: Turn) -> str | None:
    """The intent of a message that leaves its topic to what was just said, if it can be told."""
    last = turn.topic_before or turn.talked_of
    short = len(turn.text.split()) <= LONGEST
    unread = turn.intent == UNSURE or weakly_outside(turn)
    unread_there = unread or (turn.intent == OUTSIDE and _ASKS_HELP.search(turn.text) is not None)
    of_day = turn.last_day_known and elided_in(turn.text) in _OF_THE_DAY
    urgent = last == Topic.EMERGENCY.value and not (names_helper(turn.text) or of_day)
    if urgent and unread_there and short:
        return Topic.EMERGENCY.value  # whatever is asked next, it is still as urgent
    unread |= mistaken_guard(turn)
    elided = elided_at_end(turn.text) if unread else elided_in(turn.text)
    if elided is Elided.AWAY and last is not None:
        return "ask_leave_while_pending"  # whatever day it names
    if turn.names_again and turn.last_day_known:
        if asks_why(turn.text):
            return "ask_why"
        if last not in _OF_A_STAY:
            return "ask_expiry_date"  # "back to me, it was the 2nd", after a question about a fee
    if unread and turn.last_day_known and asks_why_of_self(turn.text, people(turn.text)):
        return "ask_why"  # "why can't I stay a year, my aunt got one"
    if unread and turn.last_day_known and asks_how_counted(turn.text):
        return "ask_why"
    if last in _FEES and _HOW_OFTEN.search(turn.text) and turn.intent in (UNSURE, OUTSIDE):
        return topics.intent_of(last)
    elided = Elided.AGAIN if turn.names_again else elided
    if elided is Elided.WHO:
        return "ask_referral"
    if turn.intent in (UNSURE, OUTSIDE) and turn.last_day_known and trip_planned(turn.text):
        waits = turn.facts.extension_decision is Decision.PENDING
        return "ask_leave_while_pending" if waits else "ask_visa_validity_vs_stay"
    if elided is Elided.FOUND:
        return "ask_entry_record" if seeks_entry(turn) else None
    if turn.asks_of_court:
        return "ask_maintained_status"
    refused = turn.facts.extension_decision is Decision.REFUSED
    if unread and refused and turn.out_of_status and counts_from_learning(turn.text):
        return RESTORE  # "I read it only yesterday, doesn't it count from there"
    if unread and turn.last_day_known and (_offers_a_day(turn.text) or disputes(turn.text)):
        return "ask_why"
    if unread and turn.supposing and turn.last_day_known and turn.new.get("entry_date"):
        return "ask_expiry_date"  # "what if it had been the 8th, would that change much"
    if unread and turn.last_day_known and asks_again_of_day(turn.text) and find_dates(turn.text):
        return "ask_expiry_date"  # "I fly on 3 May. Is that a problem?"
    if unread and last is None and elided in (Elided.LEAVING, Elided.TOLD_AGAIN):
        return "ask_expiry_date"
    if elided is None or last is None or (elided is Elided.PLACE and last not in ABOUT_A_DAY):
        return None
    restores = turn.out_of_status or turn.talked_of == Topic.RESTORATION.value
    if turn.names_again and turn.out_of_status:
        return RESTORE  # "so the 28th is also good"
    if elided is Elided.WHY:
        return "ask_why"
    if elided is Elided.SINCE and last.startswith("flagpole_"):
        return topics.intent_of(last)  # an answer about the border says since when the law is so
    if elided is Elided.REFUSED:
        crosses = (turn.talked_of or "").startswith("flagpole_")
        ends = "ask_overstay_consequences" if restores else "ask_maintained_status"
        return "ask_flagpole_risk" if crosses else ends
    if elided in (Elided.WHICH, Elided.LEAVING, Elided.AT_ONCE, Elided.TOLD_AGAIN):
        return "ask_expiry_date" if turn.last_day_known else None
    if elided is Elided.WEEKDAY:
        of_restoring = Topic.RESTORATION.value in (last, turn.talked_of)
        return RESTORE if of_restoring else "ask_expiry_date" if turn.last_day_known else None
    if elided is Elided.BANNED:
        crosses = (turn.talked_of or "").startswith("flagpole_")
        return "ask_flagpole_risk" if crosses else "ask_overstay_consequences"
    if elided is Elided.COURT:
        return None
    if elided is Elided.SINCE and not turn.last_day_known:
        return None
    if elided in (Elided.COUNT, Elided.SINCE):
        return RESTORE if restores else "ask_expiry_date"
    if elided in (Elided.MISSED, Elided.AFTERWARDS):
        return RESTORE if restores else "ask_overstay_consequences"
    if elided in (Elided.UNANSWERED, Elided.WAITING):
        return RESTORE if restores else "ask_maintained_status"
    if elided is Elided.COST:
        return "ask_extension_fee"
    if elided in _BY_WHEN:
        return RESTORE if restores else "ask_extension_deadline"
    if elided is Elided.REMEDY and restores:
        return RESTORE
    if elided is Elided.REMEDY and last in _CAN_BE_LENGTHENED:
        return "ask_extension_how"
    return topics.intent_of(last) or topics.intent_of(turn.talked_of)


def _chances(turn: Turn) -> dict[str, float]:
    """How likely each intent is; a guard that is doubted leaves its share to the rest."""
    left = 1.0 - (turn.confidence if mistaken_guard(turn) or weakly_outside(turn) else 0.0)
    return {guess["name"]: guess["confidence"] / left for guess in turn.ranking}


def _named(turn: Turn) -> str | None:
    """The topic that the words of a message in a talk name, where a model thinks it possible."""
    if turn.talked_of is None and turn.topic_before is None:
        return None
    if turn.intent == OUTSIDE and not weakly_outside(turn):
        return None
    if len(turn.text.split()) > LONGEST_NAMED:
        return None
    chances = _chances(turn)
    border = sum(chance for name, chance in chances.items() if name.startswith("ask_flagpole_"))
    chances["ask_flagpole_reset"] = border  # who has a stay flagpoles for a new one
    named = [name for name in mentioned(turn.text) if chances.get(name, 0.0) >= _POSSIBLE]
    return named[0] if len(named) == 1 else None


def follow_up(turn: Turn) -> str | None:
    """The intent a short unsure message has as a follow-up to the last topic, if any."""
    if forgot_entry(turn.text):
        return "ask_entry_record"
    if is_unreadable(turn.text):
        return "ask_stamp_meaning"
    told = lawful_instead(turn) or left_to_the_talk(turn) or _named(turn)
    if told is not None:
        return told
    group = topics.group_of(turn.talked_of)
    if group is not None and turn.out_of_status:
        group |= topics.group_of(Topic.RESTORATION.value) or frozenset()
    if group is None or len(turn.text.split()) > LONGEST:
        return None
    chances: defaultdict[str, float] = defaultdict(float)
    for name, chance in _chances(turn).items():
        if name in topics.OF_INTENT and name not in INTENTS:
            meant = topics.in_terms_of(turn.talked_of, name)
            chances[meant] += chance * (NEARER if meant in group else 1.0)
    if not chances:
        return None
    best = max(chances, key=lambda name: chances[name])
    likely = best in group and chances[best] >= NEARER * _LIKELY
    return best if likely and chances[best] >= ENOUGH * sum(chances.values()) else None


def _offers_a_day(text: str) -> bool:
    """Whether a day of one's own reckoning is put against the one told: "so 4 February?"."""
    return any(is_offered(text, said.start, said.end) for said in find_dates(text))
