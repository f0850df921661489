"""Which law each topic rests on when it is stated, and how strongly it refers.

The keys of the law book stand the weightiest first: the citations follow this order.
The computed topics are here too, for a person who asks in general; one's own last
day, asked in general, is the length of stay.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rules_core.answers import Referral
from rules_core.questions import Topic


@dataclass(frozen=True)
class Information:
    """The law behind one stated answer, and the referral that goes with it."""

    law: tuple[str, ...]
    referral: Referral = Referral.NONE


def _resting_on(keys: str, referral: Referral = Referral.NONE) -> Information:
    return Information(tuple(keys.split()), referral)


INFORMATION: Mapping[Topic, Information] = {
    Topic.STAY_LENGTH: _resting_on(
        "stay_is_officer_period_or_six_months super_visa_five_years six_months_method "
        "visa_or_eta_expiry_never_caps_stay biometrics_cap_is_real_law "
        "passport_cap_is_guidance_not_183_2_c",
    ),
    Topic.NO_STAMP: _resting_on(
        "plain_stamp_is_not_a_date super_visa_five_years passport_cap_is_guidance_not_183_2_c "
        "passport_cap_exempt_persons",
    ),
    Topic.STAMP_MEANING: _resting_on(
        "plain_stamp_is_not_a_date officer_date_shorter_or_longer "
        "visitor_record_replaces_period super_visa_five_years",
    ),
    Topic.VISA_VALIDITY_VS_STAY: _resting_on(
        "visa_or_eta_expiry_never_caps_stay stay_is_officer_period_or_six_months "
        "super_visa_five_years",
    ),
    Topic.SHORT_STAMP: _resting_on(
        "officer_date_shorter_or_longer extension_right_to_apply no_appeal_but_judicial_review "
        "online_mandatory",
        Referral.SUGGESTED,
    ),
    Topic.US_CITIZEN: _resting_on(
        "us_citizens stay_is_officer_period_or_six_months passport_cap_exempt_persons "
        "us_green_card_holders",
    ),
    Topic.PASSPORT_EXPIRY: _resting_on(
        "passport_cap_is_guidance_not_183_2_c passport_cap_exempt_persons "
        "extension_not_beyond_passport",
    ),
    Topic.ENTRY_RECORD: _resting_on("finding_entry_date period_begins"),
    Topic.SUPER_VISA: _resting_on(
        "super_visa_five_years biometrics_cap_is_real_law passport_cap_is_guidance_not_183_2_c",
    ),
    Topic.EXTENSION_HOW: _resting_on(
        "extension_right_to_apply online_mandatory extension_evidence extension_fee_100 "
        "incomplete_application_returned biometrics_fee_and_need thirty_day_recommendation",
    ),
    Topic.EXTENSION_FEE: _resting_on(
        "extension_fee_100 biometrics_fee_and_need restoration_fee incomplete_application_returned",
    ),
    Topic.LEAVE_WHILE_PENDING: _resting_on(
        "leaving_while_pending maintained_status_only_in_canada reentry_is_a_new_examination "
        "reentry_from_us_or_spm_within_period",
        Referral.SUGGESTED,
    ),
    Topic.OVERSTAY_CONSEQUENCES: _resting_on(
        "duty_to_leave overstay_order_is_exclusion removal_orders restoration_test "
        "restoration_day_90 leaving_voluntarily document_cancellation_powers",
        Referral.SUGGESTED,
    ),
    Topic.WORK_STUDY: _resting_on(
        "visitor_no_work remote_work_foreign_employer business_visitor short_study",
    ),
    Topic.FUNDS: _resting_on("proof_of_funds_no_amount super_visa_five_years"),
    Topic.TIME_BETWEEN_VISITS: _resting_on(
        "frequent_visits_no_set_gap officer_discretion_sections reentry_is_a_new_examination",
    ),
    Topic.FLAGPOLE_MEANING: _resting_on(
        "flagpoling_definition_official flagpoling_legal_basis flagpoling_exemptions "
        "reentry_is_a_new_examination",
    ),
    Topic.FLAGPOLE_STEPS: _resting_on(
        "flagpoling_legal_basis flagpoling_exemptions flagpoling_as_it_was "
        "visitor_and_flagpoling visitor_to_student_inside",
    ),
    Topic.FLAGPOLE_DOCUMENTS: _resting_on(
        "flagpoling_legal_basis flagpoling_exemptions flagpoling_as_it_was",
    ),
    Topic.FLAGPOLE_DURATION: _resting_on(
        "flagpoling_legal_basis flagpoling_exemptions flagpoling_as_it_was",
    ),
    Topic.FLAGPOLE_WHERE: _resting_on(
        "flagpoling_legal_basis flagpoling_exemptions flagpoling_chronology",
    ),
    Topic.FLAGPOLE_STATUS_NEEDED: _resting_on(
        "flagpoling_legal_basis flagpoling_exemptions flagpoling_as_it_was "
        "maintained_status_only_in_canada restoration_only_inside_canada restoration_day_90",
        Referral.SUGGESTED,
    ),
    Topic.FLAGPOLE_RISK: _resting_on(
        "flagpoling_legal_basis flagpoling_exemptions reentry_is_a_new_examination "
        "exclusion_on_border_intent removal_orders withdrawal_of_application us_side_of_flagpole",
        Referral.SUGGESTED,
    ),
    Topic.FLAGPOLE_PR_OR_IEC: _resting_on(
        "flagpoling_legal_basis pr_landing_at_border iec_activation_now",
    ),
    Topic.REFERRAL: _resting_on(
        "section_91_who where_to_check_licence legal_aid",
        Referral.SUGGESTED,
    ),
    Topic.EVASION: _resting_on(
        "misrepresentation_five_years officer_discretion_sections visitor_no_work "
        "extension_right_to_apply restoration_test restoration_day_90",
        Referral.SUGGESTED,
    ),
    Topic.WANTS_GUARANTEE: _resting_on(
        "officer_discretion_sections extension_right_to_apply extension_evidence",
    ),
    Topic.EMERGENCY: _resting_on(
        "urgent_triggers no_appeal_but_judicial_review section_91_who legal_aid",
        Referral.URGENT,
    ),
    Topic.REMOVAL_ORDERS: _resting_on(
        "removal_orders overstay_order_is_exclusion leaving_voluntarily removal_side_effects",
        Referral.URGENT,
    ),
    Topic.MAINTAINED_STATUS: _resting_on(
        "maintained_status_rule maintained_status_only_in_canada "
        "maintained_status_no_new_rights incomplete_application_returned",
    ),
    Topic.REENTRY: _resting_on(
        "visa_exempt_vs_visa_required reentry_from_us_or_spm_within_period us_citizens "
        "us_green_card_holders reentry_is_a_new_examination visitor_record_not_reentry",
    ),
    Topic.EXTENSION: _resting_on(
        "extension_right_to_apply thirty_day_recommendation utc_cutoff "
        "holidays_do_not_extend_status extension_fee_100",
    ),
    Topic.RESTORATION: _resting_on(
        "restoration_test restoration_day_90 restoration_no_discretion_after_90 "
        "restoration_pending_effects restoration_only_inside_canada restoration_fee "
        "biometrics_fee_and_need",
        Referral.SUGGESTED,
    ),
    Topic.FLAGPOLE_RESET: _resting_on(
        "reentry_is_a_new_examination stay_is_officer_period_or_six_months "
        "exclusion_on_border_intent withdrawal_of_application extension_right_to_apply",
        Referral.SUGGESTED,
    ),
    Topic.FLAGPOLE_PERMIT: _resting_on(
        "flagpoling_legal_basis flagpoling_exemptions who_may_still_apply_at_a_port "
        "visitor_and_flagpoling",
        Referral.SUGGESTED,
    ),
}
