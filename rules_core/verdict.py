"""From a standing, or the lack of one, to a verdict; shared by the topics about a stay."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from rules_core.answers import (
    Answer,
    CannotSay,
    NeedFacts,
    Outcome,
    Problem,
    Referral,
    Refusal,
    Remark,
    Step,
    Values,
)
from rules_core.citation import Citation
from rules_core.contradictions import ASK_AGAIN
from rules_core.course import GONE, UNDECIDED, CourseKind, departure
from rules_core.law.reader import LawReader
from rules_core.outcomes import UNSETTLED
from rules_core.questions import Facts, Topic
from rules_core.standing import Standing
from rules_core.what_if import could_change

LAW_OF_REFUSAL: Mapping[Refusal, str] = {
    Refusal.LAW_NOT_ON_FILE: "stay_is_officer_period_or_six_months",
    Refusal.SUPER_VISA_BEFORE_2022: "super_visa_five_years",
    Refusal.NOT_A_TEMPORARY_RESIDENT: "permanent_residents_citizens_outside_scope",
    Refusal.DATE_OUT_OF_RANGE: "stay_is_officer_period_or_six_months",
    Refusal.CREW: "crew_72_hours",
    Refusal.VISITORS_PERMIT_APPLICATION: "maintained_status_rule",
    Refusal.SECOND_APPLICATION_BEFORE_2025: "second_application_2025_instruction",
}
"""The provision each refusal rests on, where it is about one alone."""

LAW_OF_REMARK: Mapping[Remark, tuple[str, ...]] = {
    Remark.SAFE_DATE: ("off_by_one_caveat",),
    Remark.OTHER_ROUTES: ("trp_last_resort", "leaving_voluntarily"),
    Remark.COURT_CLOCK: ("no_appeal_but_judicial_review",),
    Remark.RECORD_AFTER_TRIP_UNSETTLED: ("leaving_and_visitor_record_uncertain",),
    Remark.FILED_ON_LAST_DAY: ("utc_cutoff",),
    Remark.FILED_AFTER_PASSPORT: ("passport_cap_is_guidance_not_183_2_c",),
    Remark.RESTORATION_CUTOFF: ("utc_cutoff",),
    Remark.RESTORATION_FEE_WITH_PERMIT: ("restoration_fee",),
    Remark.EXTENSION_FEE_OF_VISITORS: ("extension_fee_100",),
    Remark.FILING_CUTOFF: ("utc_cutoff", "holidays_do_not_extend_status"),
    Remark.NEW_ENTRY_DECIDED_AFRESH: ("reentry_is_a_new_examination",),
    Remark.NO_GRACE: ("duty_to_leave",),
    Remark.EXTENSION_TO_PASSPORT: ("extension_not_beyond_passport",),
}
"""What a remark rests on that the trace does not already cite."""

REFERRAL_LAW = "section_91_who"
_UNSETTLED = frozenset(UNSETTLED)


def referral_of(values: Values, otherwise: Referral, law: LawReader) -> Referral:
    """Urgent where a deadline is close (`urgent_triggers`): extension, restoration or court."""
    filing = values.days_left if values.recommended_by is not None else None
    restoring, review_by = values.restoration_days_left, values.review_by
    if filing is None and restoring is None and review_by is None:
        return otherwise
    close = law.latest("urgent_triggers").value
    urgent = (
        (filing is not None and filing <= close["extension_days"])
        or (restoring is not None and restoring <= close["restoration_days"])
        or (review_by is not None and review_by >= law.today)
    )
    return Referral.URGENT if urgent else otherwise


def unanswered(
    topic: Topic, found: Problem | Refusal | tuple[str, ...], facts: Facts, law: LawReader
) -> NeedFacts | CannotSay:
    """Why these facts give no standing, as a verdict."""
    if isinstance(found, Problem):
        return NeedFacts(topic, ASK_AGAIN[found], found)
    if isinstance(found, Refusal):
        return refused(topic, found, law, facts.entry_date)
    return NeedFacts(topic, found)


def refused(
    topic: Topic, why: Refusal, law: LawReader, date: dt.date | None = None, key: str | None = None
) -> CannotSay:
    """A refusal with the law it rests on and, but for citizens, who may advise.

    `key` names the provision where the refusal is not about one alone.
    """
    cited = law.cite(key or LAW_OF_REFUSAL[why])
    if why is Refusal.NOT_A_TEMPORARY_RESIDENT:
        return CannotSay(topic, why, cited, Referral.NONE, date)
    return CannotSay(topic, why, cited + law.cite(REFERRAL_LAW), Referral.SUGGESTED, date)


def answered(
    topic: Topic,
    outcome: Outcome,
    found: Standing,
    values: Values,
    law: LawReader,
    *,
    remarks: tuple[Remark, ...],
    steps: tuple[Step, ...] = (),
    referral: Referral = Referral.NONE,
    also_cite: tuple[str, ...] = (),
) -> Answer:
    """An answer about a stay, with its trace and every citation the trace rests on."""
    because = found.steps + steps
    remarks = tuple(dict.fromkeys([*_of_any_topic(found, values, law), *remarks]))
    if referral is Referral.NONE and not _UNSETTLED.isdisjoint(remarks):
        referral = Referral.SUGGESTED
    referral = referral_of(values, referral, law)
    if referral is not Referral.NONE:
        also_cite += (REFERRAL_LAW,)
    entry = found.facts.entry_date
    return Answer(
        topic=topic,
        outcome=outcome,
        values=values,
        because=because,
        citations=_cited(because, also_cite, remarks, law),
        law_as_of=min(entry, law.today) if entry else law.today,
        referral=referral,
        remarks=remarks,
        could_change=could_change(found),
    )


def _cited(
    because: tuple[Step, ...], also: tuple[str, ...], remarks: tuple[Remark, ...], law: LawReader
) -> tuple[Citation, ...]:
    """What the steps rest on first, so that the first few name every step; then the rest."""
    key = (tuple([step.citations for step in because]), also, remarks)
    known = law.lists.get(key)
    if known is None:
        beside = [*also]
        for said in remarks:
            beside += LAW_OF_REMARK.get(said, ())
        cited = [step.citations[0] for step in because]
        cited += [law.cite(provision)[0] for provision in beside]
        for step in because:
            cited += step.citations[1:]
        known = law.lists[key] = unique(cited)
    return known


def _of_any_topic(found: Standing, values: Values, law: LawReader) -> list[Remark]:
    """What the person must hear whichever question they asked about the stay."""
    facts, period, kind = found.facts, found.period, found.course.kind
    said: list[Remark] = []
    if values.review_by is not None and values.review_by >= law.today:
        said.append(Remark.COURT_CLOCK)
    if values.officer_date is not None:
        said.append(Remark.PASSPORT_BEFORE_OFFICER_DATE)
    if kind in GONE and period.base.by_officer:
        left = departure(facts)
        if left is not None and left < period.base.until:
            said.append(Remark.RECORD_AFTER_TRIP_UNSETTLED)
    if values.governing == "biometrics_date":
        said.append(Remark.BIOMETRICS_CAP)
    if kind in UNDECIDED and facts.filed_on == period.until:
        said.append(Remark.FILED_ON_LAST_DAY)
    if filed_after_passport(found):
        said.append(Remark.FILED_AFTER_PASSPORT)
    if kind is CourseKind.WITHDRAWN:
        said.append(Remark.WITHDRAWN_UNSETTLED)
    return said


def fee_remark(values: Values) -> Remark:
    """The restoration fee, or that its amount today is not on file."""
    known = values.restoration_fee is not None
    return Remark.RESTORATION_FEE if known else Remark.RESTORATION_FEE_NOT_ON_FILE


def filed_after_passport(found: Standing) -> bool:
    """Whether an extension is late by the published passport rule alone, which is guidance."""
    if found.course.kind is not CourseKind.FILED_LATE:
        return False
    filed = found.facts.filed_on
    return filed is not None and filed <= found.period.by_law


def unique(citations: list[Citation]) -> tuple[Citation, ...]:
    """The citations without repeats, in order of first use."""
    seen: dict[tuple[str, str], Citation] = {}
    for citation in citations:
        seen.setdefault((citation.instrument, citation.pinpoint), citation)
    return tuple(seen.values())
