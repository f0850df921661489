"""What a model took a message for, where its words or the talk say otherwise."""

from __future__ import annotations

import re

from actions import topics
from actions.turn import Turn
from language.ellipsis import Elided, elided_in
from language.filings import asks_when_to_file
from language.guard_table import OUTSIDE, UNSURE
from language.guards import guards_of, hinted_at
from language.handwriting import is_unreadable
from language.hearsay import disputes
from language.lawful import asks_lawful_way
from language.mentions import mentioned
from language.notice import notice_said
from language.reasons import asks_why_changed, names_a_day
from language.unsaid import never_extended
from rules_core.questions import Topic

LONGEST = 10
"""Words; a longer message stands for itself."""
SURE = 0.6
"""A guard likelier than this acts, whatever was talked about."""
RESTORE = "ask_restoration"
ABOUT_A_DAY = frozenset(topic.value for topic in topics.COMPUTED)
_PLAIN = (
    Elided.TOLD_AGAIN,
    Elided.REPEAT,
    Elided.WHO,
    Elided.MISSED,
    Elided.UNANSWERED,
    Elided.WAITING,
    Elided.BANNED,
)
_INSTEAD = re.compile(r"\b(?:instead|rather)\b", re.I)
_OF_A_TRIP = ("ask_flagpole_status_needed", "ask_flagpole_steps", "ask_flagpole_where")
_DOUBTED = ("evasion", "wants_guarantee")
"""Guards a short message can be mistaken for; an emergency is never doubted."""


def mistaken_guard(turn: Turn) -> bool:
    """Whether the model alone took the message for a guard's, and is not sure of it."""
    # To miss a day, or to hear nothing, is no plan to hide; whom to trust asks for no promise.
    hinted, elided = hinted_at(turn.text, turn.intent), elided_in(turn.text)
    plain = elided in _PLAIN or (elided is Elided.REMEDY and not hinted)
    unsure = turn.confidence < SURE and not hinted
    lawful = lawful_instead(turn) is not None
    doubted = turn.intent in _DOUBTED and (unsure or plain or lawful)
    return doubted and not guards_of(turn.text)


def lawful_instead(turn: Turn) -> str | None:
    """What the lawful way asked for after an evasion was refused is: to extend or to restore."""
    refused = turn.topic_before == Topic.EVASION.value
    again = guards_of(turn.text) or hinted_at(turn.text, Topic.EVASION.value)
    if not refused or again or not asks_lawful_way(turn.text):
        return None
    return RESTORE if turn.out_of_status else "ask_extension_how"


def weakly_outside(turn: Turn) -> bool:
    """Whether a message seems beyond this law, but not surely, in a talk that is about it."""
    in_talk = turn.talked_of is not None or turn.topic_before is not None
    return turn.intent == OUTSIDE and turn.confidence < SURE and in_talk


def asks_of_stay(turn: Turn) -> bool:
    """Whether the reason asked is that of the last day, after an answer that names none."""
    named = [topic.value for topic in topics.ABOUT_A_STAY]
    if asks_why_changed(turn.text):
        return True  # the passport's end counts no more, once one is American
    return turn.topic_before not in named and names_a_day(turn.text)


def seeks_entry(turn: Turn) -> bool:
    """Whether it asks where the day of entry, just asked for or spoken of, can be found."""
    spoken = turn.asked == "entry_date" or turn.topic_before == Topic.ENTRY_RECORD.value
    return spoken and elided_in(turn.text) is Elided.FOUND


def names_helper(text: str) -> bool:
    """Whether it asks for somebody who may advise: "where do we get a lawyer at night"."""
    return elided_in(text) is Elided.WHO or "ask_referral" in mentioned(text)


_TOLD_AGAIN = re.compile(
    r"\b(?:remind|tell) (?:me|us) (?:(?:again|once more|quickly|please|pls|just)[\s,]+)*"
    r"(?=(?:what|how|why|which|who|where|whether|if|of|about|the)\b)",
    re.I,
)
_OF_WHAT_WAS_TOLD: dict[Elided | None, str] = {
    Elided.COST: "ask_extension_fee",
    Elided.WHY: "ask_why",
    Elided.COUNT: "ask_expiry_date",
    Elided.WEEKDAY: "ask_expiry_date",
}
_HOW_LONG = re.compile(
    r"how (?:many days|many weeks|much time|long)\b[^?]{0,20}\b(?:left|remain\w*|have|stay)", re.I
)
_HOW_TO_EXTEND = re.compile(r"how (?:\w+ ){1,3}?(?:apply|extend|renew|prolong)", re.I)
_BORDER = re.compile(
    r"\b(?:border|bridge|cross\w*|flag\w*|poles?|us|usa|states|america\w*|drive|driving|trip|turn\w*|"
    r"there|other side|office|officers?|guards?|customs|line|queue|hours?)\b",
    re.I,
)
_OF_EXTENDING = re.compile(r"\b(?:ext[ea]n\w*|maintained|implied|renew\w*|record)\b", re.I)
_OF_APPLYING = (Topic.EXTENSION, Topic.EXTENSION_HOW, Topic.MAINTAINED_STATUS, Topic.EXTENSION_FEE)


def misread(turn: Turn) -> str | None:
    """The intent of a short message that a model took for another, whatever was talked of.

    "Does it cost extra this late?" asks for no consequences, and in a talk of applying "how
    long will I have to wait" asks of no border.
    """
    if (lawful := lawful_instead(turn)) is not None:
        return lawful
    if turn.last_day_known and elided_in(turn.text) is Elided.TOLD_AGAIN:
        return "ask_expiry_date"
    if turn.intent == "ask_sources" and seeks_entry(turn):
        return "ask_entry_record"
    if turn.intent == "ask_sources" and is_unreadable(turn.text):
        return "ask_stamp_meaning"
    after_emergency = turn.topic_before == Topic.EMERGENCY.value and turn.intent == "ask_referral"
    if after_emergency and not names_helper(turn.text):
        return Topic.EMERGENCY.value  # "what could I do from abroad"
    if turn.intent == "ask_reminder":
        return told_again(turn.text)
    if turn.last_day_known and turn.intent == "ask_stay_length" and disputes(turn.text):
        return "ask_why"
    ahead = notice_said(turn.text) is not None and "ask_reminder" in mentioned(turn.text)
    if ahead and turn.intent == "ask_expiry_date":
        return "ask_reminder"  # "a calendar entry 30 days before our end"
    if turn.intent in ("ask_expiry_date", UNSURE) and asks_when_to_file(turn.text):
        return "ask_extension_deadline"
    waiting = turn.intent in ("ask_maintained_status", UNSURE) and turn.out_of_status
    if waiting and turn.facts.extension_applied_on is None and never_extended(turn.text):
        return "report_overstay"  # nothing waits that could keep a status
    if turn.talked_of is None or turn.doubts:
        return None
    late = turn.intent in ("ask_overstay_consequences", "report_overstay")
    if late and elided_in(turn.text) is Elided.COST:
        return "ask_extension_fee"
    crosses = turn.intent == "ask_flagpole_risk" and not turn.talked_of.startswith("flagpole_")
    if crosses and turn.out_of_status and elided_in(turn.text) is Elided.BANNED:
        return "ask_overstay_consequences"  # "will I be barred from coming back"
    applies = turn.talked_of in [topic.value for topic in _OF_APPLYING]
    trip = turn.intent in _OF_A_TRIP and _INSTEAD.search(turn.text) is not None
    if applies and trip and not turn.out_of_status:
        return "ask_flagpole_reset"  # instead of an extension
    if turn.intent == "ask_leave_while_pending" and turn.out_of_status:
        return RESTORE  # nothing is pending that leaving could end
    if elided_in(turn.text) is Elided.WHY and turn.intent == "ask_extension_fee":
        return "ask_why"  # "but they took the payment"
    waits = turn.intent == "ask_maintained_status" and turn.facts.extension_applied_on is None
    restores = turn.out_of_status
    if turn.talked_of == Topic.RESTORATION.value:
        # "Can it wait until payday" asks of the 90 days; before any day is told one restores too.
        waits |= restores and turn.intent == "ask_extension_deadline"
        restores |= not turn.last_day_known
    if waits and restores and not _OF_EXTENDING.search(turn.text):
        return RESTORE  # who restores waits without status
    border = turn.intent in ("ask_flagpole_duration", "ask_flagpole_steps")
    short = len(turn.text.split()) <= LONGEST and _BORDER.search(turn.text) is None
    # "What do I do first", after a last day was told, is of a longer stay or of one to restore.
    of_a_day = turn.intent == "ask_flagpole_steps" and (
        turn.talked_of in ABOUT_A_DAY or turn.talked_of == Topic.SHORT_STAMP.value
    )
    if not (border and short and (applies or (of_a_day and turn.last_day_known))):
        return None
    return RESTORE if turn.out_of_status else "ask_extension_how"


def told_again(text: str) -> str | None:
    """What is to be told once more, be it called reminding: "remind me what that costs"."""
    again = _TOLD_AGAIN.search(text)
    if again is None:
        return None
    rest = text[again.end() :].strip()
    told = _OF_WHAT_WAS_TOLD.get(elided_in(rest))
    if told is not None:
        return told
    if _HOW_LONG.match(rest):
        return "ask_expiry_date"
    if _HOW_TO_EXTEND.match(rest):
        return "ask_extension_how"
    named = [name for name in mentioned(rest) if name != "ask_reminder"]
    return named[0] if len(named) == 1 else None


def only_supposes(turn: Turn) -> bool:
    """Whether what a model took for a plea supposes a fact: "if they say yes until 5 May"."""
    supposed = turn.supposing and turn.says_facts_of_stay
    return turn.intent in _DOUBTED and supposed and not guards_of(turn.text)


def only_joins(turn: Turn) -> bool:
    """Whether what a model took for an emergency only adds someone who came along.

    "Same for my son, he came with me": a child is named, and nothing that happened to them.
    "The officer said nothing" tells as little of an emergency.
    """
    joins = turn.people.turned and turn.says_facts_of_stay
    joins |= turn.new.get("officer_wrote_date") is False and len(turn.text.split()) <= LONGEST
    return turn.intent == Topic.EMERGENCY.value and joins and not guards_of(turn.text)
