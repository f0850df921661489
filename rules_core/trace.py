"""The steps of a trace: each reason rests on provisions, which its step cites."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from rules_core.answers import Reason, Step
from rules_core.law.reader import LawReader

LAW_BEHIND: Mapping[Reason, tuple[str, ...]] = {
    Reason.SIX_MONTHS_FROM_ENTRY: ("stay_is_officer_period_or_six_months", "six_months_method"),
    Reason.MONTH_END_CLAMP: ("six_months_method",),
    Reason.OFFICER_WROTE_DATE: ("officer_date_shorter_or_longer",),
    Reason.VISITOR_RECORD_REPLACES: ("visitor_record_replaces_period",),
    Reason.RECORD_SURVIVES_TRIP_UNSETTLED: ("leaving_and_visitor_record_uncertain",),
    Reason.SUPER_VISA_FIVE_YEARS: ("super_visa_five_years",),
    Reason.PERMIT_ENDS_STAY: ("what_ends_stay_early",),
    Reason.PERMIT_NO_LONGER_HELD: ("what_ends_stay_early",),
    Reason.BIOMETRICS_TEN_YEARS: ("biometrics_cap_is_real_law",),
    Reason.PASSPORT_CAP_PUBLISHED: ("passport_cap_is_guidance_not_183_2_c",),
    Reason.PASSPORT_BEFORE_OFFICER_DATE: ("passport_cap_is_guidance_not_183_2_c",),
    Reason.PASSPORT_US_CITIZEN_EXEMPT: ("passport_cap_exempt_persons",),
    Reason.NO_BIOMETRICS_US_CITIZEN: ("us_citizens",),
    Reason.VISA_EXPIRY_IRRELEVANT: ("visa_or_eta_expiry_never_caps_stay",),
    Reason.LATER_THAN_GOVERNING: ("what_ends_stay_early",),
    Reason.REPLACED_BY_LATER_INSTRUMENT: ("visitor_record_replaces_period",),
    Reason.BEFORE_THIS_ENTRY: ("period_begins",),
    Reason.LAST_DAY_INCLUDED: ("last_day_is_in_status",),
    Reason.MAINTAINED_UNTIL_DECISION: ("maintained_status_rule",),
    Reason.REFUSAL_ENDS_MAINTAINED: ("maintained_status_rule", "decision_date_electronic"),
    Reason.REFUSED_BEFORE_END: ("maintained_status_rule",),
    Reason.FILED_LATE: ("extension_right_to_apply",),
    Reason.RETURNED_INCOMPLETE: ("incomplete_application_returned",),
    Reason.PERMIT_APPLICATION_CARRIES_NOTHING: ("trp_no_maintained_status",),
    Reason.WITHDRAWN_UNSETTLED: ("withdrawn_application",),
    Reason.SECOND_FILED_IN_TIME: ("second_application_2025_instruction", "maintained_status_rule"),
    Reason.SECOND_FALLS_WITH_FIRST: ("second_application_2025_instruction",),
    Reason.LEFT_CANADA_ENDS_STAY: ("what_ends_stay_early",),
    Reason.STILL_AHEAD: ("what_ends_stay_early",),
    Reason.COUNTED_FROM_NEXT_ENTRY: ("period_begins",),
    Reason.RESTORATION_NINETY_DAYS: ("restoration_test", "restoration_day_90"),
    Reason.RESTORATION_REFUSAL_NO_NEW_WINDOW: ("restoration_no_discretion_after_90",),
    Reason.ENTRY_DOCUMENT: ("visa_exempt_vs_visa_required",),
    Reason.RETURN_WITHIN_PERIOD: ("reentry_from_us_or_spm_within_period",),
    Reason.BORDER_SERVICE_ENDED: ("flagpoling_legal_basis",),
    Reason.BORDER_EXEMPTION: ("flagpoling_exemptions",),
}
"""The facts of law that each reason rests on, the weightiest first."""


def because(
    reason: Reason, law: LawReader, start: dt.date | None = None, end: dt.date | None = None
) -> Step:
    """One step from `start` to `end`, citing the law behind its reason."""
    return Step(reason, law.cite_all(LAW_BEHIND[reason]), start, end)
