"""What a short message leaves out, because the talk has just said it: "so which one?"."""

from __future__ import annotations

import re
from enum import Enum


class Elided(str, Enum):
    """What a message without a topic of its own asks about what was just said."""

    WHICH = "which"
    """Which of the dates it is."""
    LEAVING = "leaving"
    """When it is that one must go."""
    MISSED = "missed"
    """What follows if the day passes."""
    UNANSWERED = "unanswered"
    """What holds while nobody has decided."""
    REMEDY = "remedy"
    """What can be done now."""
    WHY = "why"
    WHO = "who"
    """Whom to ask."""
    COST = "cost"
    DEADLINE = "deadline"
    """By when that can be done."""
    WEEKDAY = "weekday"
    """On which day of the week it falls."""
    HOUR = "hour"
    """At what hour of it the time is up."""
    COURT = "court"
    """Whether a court can look at the refusal."""
    AGAIN = "again"
    """Whether what was said holds, also in a case it adds."""


STANDS_OUT = frozenset(Elided) - {
    *(Elided.LEAVING, Elided.COST, Elided.DEADLINE, Elided.AGAIN, Elided.COURT),
}
"""Those whose words tell nothing else, whatever topic a model thinks they resemble."""
LONGEST = 12
"""Words; a longer message has a topic of its own."""

_LEAD = (
    r"(?:(?:so|and|ok|okay|but|well|then|hm+|oh|fine|right|also|wait|alright|shit|damn|now|or|"
    r"please)[\s,.!]+){0,4}"
)
_WE = r"(?:i|we|he|she|they|one|you)"
_IT = r"(?:it|that|this|them|those)"
_DAY = rf"(?:{_IT}|(?:the|that|this|my|his|her|their|our) (?:date|day|deadline|last day|limit))"
_TIME = r"(?:what|which)(?: exact)? (?:hour|time)(?! of)(?: exactly)?"
_SAID = {
    Elided.WHICH: (
        r"(?:is it )?which (?:one|date|day|of (?:them|these|those|the two))(?: (?:of (?:them|"
        r"these|those|the two) )?(?:is|it is|is it|counts?|wins?|applies|matters|governs|holds|"
        r"do i (?:use|follow|take|go by|obey)|should i (?:use|follow|take|go by)|"
        r"is (?:the )?(?:real|right|correct|valid|true|mine)(?: one| date)?))?",
        r"which (?:is it|counts|wins|applies)",
        r"which (?:one|date|day) (?:is|would be) (?:the )?saf(?:e|er|est)(?: one)?",
        rf"{_WE} (?:has|have|must|needs?) (?:to )?(?:go|leave|be out) "
        rf"(?:first|by then|earlier|before (?:me|him|her|us|{_IT}))",
    ),
    Elided.LEAVING: (
        rf"when (?:do|does|must|should) {_WE} (?:have to |need to )?(?:go|leave|be out|get out)",
    ),
    Elided.WEEKDAY: (
        rf"(?:on )?(?:which|what)(?: week ?day|(?: week)? ?day of (?:the )?week)"
        rf"(?: (?:is|was|does|will) {_DAY}(?: (?:be|fall)(?: on)?)?)?",
        rf"(?:which|what) day (?:is|was) {_IT}",
        rf"(?:is|was|does) {_DAY} (?:fall )?(?:on )?(?:an? |the )?"
        r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|week ?end|week ?day)",
    ),
    Elided.HOUR: (
        rf"(?:until |till? |at |by |up to )?{_TIME}(?: (?:on|of|at) {_DAY}| in (?:\w+ ){{0,2}}\w+|"
        r" (?:is|on) (?:it|that|the (?:last day|limit|deadline))| (?:the )?last(?: day)?){0,3}",
        rf"(?:\w+ ){{0,7}}?{_TIME} (?:is|does|do|can|must) "
        r"(?:(?!border|crossing|office|bridge|airport|flight)\w+ ){0,4}?(?:limit|cut-?off|deadline|"
        r"last|latest|closes?|ends?|over|apply|file|send)(?: \w+){0,3}",
    ),
    Elided.COURT: (
        r"(?:\w+ ){0,4}?(?:federal court|judicial review|courts?(?: possible)?|"
        r"(?:challeng|appeal|fight|contest|disput|sue)\w*(?: (?:it|that|this|the \w+))?"
        r"(?: (?:in|at|to|before|with) (?:a |the )?(?:federal )?courts?)?)",
    ),
    Elided.MISSED: (
        rf"(?:what(?: happens)? (?:if|when)|if|suppose|say) {_WE} (?:\w+ ){{0,2}}"
        rf"(?:forget(?: {_IT}| to(?: \w+){{1,3}})?|miss(?:es|ed)? {_DAY}|"
        rf"(?:go|goes|stays?) (?:past|over|beyond|after) {_DAY}|"
        r"(?:do ?n[o']?t|doesn'?t|did ?n[o']?t) (?:just )?(?:leave|go(?: home)?|make it|"
        rf"leave (?:by then|in time|on time|by {_DAY}))|(?:stay|stays) (?:longer|anyway|on))"
        r"(?: (?:though|by then|then|by accident))?",
        rf"just (?:not leave|miss {_DAY}|stay (?:longer|anyway))",
        rf"(?:(?:and )?after {_DAY}|what (?:then|comes? (?:next|after(?: that)?)|"
        rf"happens (?:then|next|after(?: {_DAY})?|afterwards)))",
    ),
    Elided.UNANSWERED: (
        rf"(?:do|can|am|may|could|will|would) {_WE} (?:still |even |then )?(?:keep|stay|remain|"
        r"legal|covered|in status|allowed to stay|(?:have|be in|be) (?:the right|a right|status|"
        r"legal|here|ok|allowed to stay))\b.{0,30}\b(?:while|meanwhile|in the meantime|until)\b"
        r"(?: (?:they|ircc|immigration|it|it'?s|i|we|the (?:application|officer|decision)|waiting)"
        r"\b.{0,30})?",
        r"(?:what(?: happens)? (?:if|when)|if|suppose|say|until) "
        r"(?:(?:they|ircc|immigration|nobody|no ?one|there(?:'s| is)) (?:(?:still|just|simply|"
        r"do ?n[o']?t|does ?n[o']?t|have ?n[o']?t|has ?n[o']?t|did ?n[o']?t|never|not?|has|have) )"
        r"{0,3}(?:answer|repl[iy]|respon[ds]|decid|decision|news)\w*|"
        r"(?:i|we) (?:still )?(?:never (?:hear|get)|hear nothing|(?:have|get|got) no|"
        r"(?:have|do|did) ?n[o']?t (?:heard?|get|got|have|had))(?: an?| any)?"
        r"(?: (?:answer|reply|response|decision|news|word|anything|back))?)"
        rf"(?: (?:back|yet|at all|by then|in time|until then|before {_DAY}|by {_DAY}|"
        r"from them|to me|to us)){0,2}",
    ),
    Elided.REMEDY: (
        rf"(?:so |then |now |fine |ok ){{1,3}}what (?:can|do|should|could|must) {_WE} do"
        rf"(?: (?:now|then|instead|about {_IT}))?",
        rf"what (?:can|do|should|could|must) (?:i|we|he|she|they) do (?:now|then|about {_IT})",
        rf"(?:can|could|how (?:can|do)) {_WE} (?:still )?(?:fix|solve|repair|undo|sort) {_IT}"
        r"(?: out)?(?: somehow| now)?",
        r"(?:is|isn'?t) there (?:no|any|some|a|another) (?:other )?(?:way(?: out)?|solution|fix|"
        r"chance(?: left)?|option)(?: (?:left|for (?:me|us|him|her)|at all|now))?",
        r"(?:so )?now what",
    ),
    Elided.WHY: (
        r"(?:but )?why (?:so (?:long|short|late|early|soon|far|little|much)|(?:is )?"
        r"(?:that|this|it)(?: so)?|then|(?:the|that) (?:date|day))",
        r"how come|how (?:did|do) you (?:get|know|work out|count|calculate) (?:it|that|this)",
    ),
    Elided.WHO: (
        rf"who(?:m)? (?:to|(?:should |must |do |can )?{_WE}(?: can| must| should)?) "
        r"(?:ask|call|contact|phone|write|talk to|speak to|go to)(?: (?:now|then|for help))?",
        rf"who(?:m)? (?:do|can|could|should|would) {_WE} (?:talk|speak|turn|go|write) (?:to|with)"
        rf"(?: (?:about {_IT}|then|now))?",
        rf"who(?:m)? (?:do|can|could|should|would) {_WE} (?:call|ask|contact|phone|see|hire)"
        rf"(?: (?:about {_IT}|then|now|for help))?",
        r"who (?:can|could|would) (?:help|advise)(?: (?:me|us|him|her|them))?(?: with this)?",
        rf"who (?:can|could|would) (?:double[- ])?(?:check|confirm|look at) {_IT}(?: for me)?",
    ),
    Elided.COST: (
        r"(?:and )?(?:how much|(?:the |what )?(?:fees?|price|costs?))"
        rf"(?: (?:is|does|will|would|do) (?:{_IT}|i)(?: (?:cost|be|pay))?)?",
        rf"what (?:does|would|will|do|must|is) (?:{_IT}|i|we|the (?:fee|price|cost))"
        r"(?: (?:cost|pay|have to pay))?",
    ),
    Elided.DEADLINE: (
        rf"(?:by|before|till?|until) (?:when|what (?:day|date))(?: (?:can|must|do|should) {_WE}"
        rf"(?: have to| need to)? (?:do|apply|file|send|ask)(?: for)?(?: {_IT})?)?",
        rf"how (?:late|long) (?:can|may|could) {_WE} (?:still )?(?:do|apply|file|send)(?: {_IT})?",
        rf"(?:what if|if) (?:{_IT}|it'?s|that'?s)(?: is| falls?)?(?: on)? (?:an? |the )?"
        r"(?:weekend|(?:public )?holiday)",
        rf"how long do {_WE} have(?: left)?(?: for {_IT}| to do {_IT})?",
    ),
    Elided.AGAIN: (
        r"(?:not )?even (?:if|though|when|with|after|then|now)\b.{0,70}",
        rf"(?:does|do|would|will) {_IT} (?:really |still |even )?(?:matter|count|help|apply|hold|"
        r"change (?:it|that|anything|something|the date|my date))(?: (?:then|now|too|here|for "
        r"\w+(?: \w+)?))?",
        rf"(?:is|are) {_IT} (?:still|also|always|really) (?:true|so|right|the same|valid|ok|fine|"
        r"the case)(?: .{0,50})?",
        rf"(?:am|are|is) {_WE} (?:still |now |really )?(?:ok|okay|fine|good|safe|legal|illegal|"
        r"in trouble|covered|allowed|too late|late)(?: (?:now|today|then|here|until then))?",
        rf"(?:is )?(?:{_IT} )?(?:the )?same (?:thing |date |rule )?(?:for|with) "
        r"(?:me|him|her|us|them|everyone)",
        r"still",
    ),
}
_PATTERNS = tuple(
    (elided, re.compile(rf"{_LEAD}(?:{'|'.join(said)})[\s?!.]*", re.I))
    for elided, said in _SAID.items()
)
_BY_WHEN = re.compile(
    r"\s*(?:and )?(?:how (?:late|long)|(?:by|until|till?) (?:when|what)|when|can|"
    r"what (?:can|do|then|now))\b",
    re.I,
)
_SENTENCE_END = re.compile(r"[.?!]\s+")


def elided_in(text: str) -> Elided | None:
    """What ``text`` asks of what was just said, or ``None`` where it says its own topic.

    Of several sentences the last one asks: "ok, doing it today. fee?".
    """
    text = text.replace("’", "'").strip()
    if len(text.split()) > LONGEST:
        return None
    asked = _SENTENCE_END.split(text)[-1]
    found = next((kind for kind, said in _PATTERNS if said.fullmatch(asked)), None)
    return found or _first_clause_missed(asked)


def _first_clause_missed(asked: str) -> Elided | None:
    """ "If I forget, how late can I fix it" is about the day that passes."""
    first, _, then = asked.partition(",")
    missed = next(said for kind, said in _PATTERNS if kind is Elided.MISSED)
    return Elided.MISSED if _BY_WHEN.match(then) and missed.fullmatch(first) else None
