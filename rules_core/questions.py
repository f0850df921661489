"""What can be asked: a topic and the facts a person gave, as frozen values."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass
from enum import Enum

from rules_core.quick import quick


class Topic(str, Enum):
    """Every topic the rules core answers; the same names are used in every layer."""

    # Computed from the person's facts.
    AUTHORIZED_STAY = "authorized_stay"
    EXTENSION = "extension"
    MAINTAINED_STATUS = "maintained_status"
    RESTORATION = "restoration"
    FLAGPOLE_RESET = "flagpole_reset"
    FLAGPOLE_PERMIT = "flagpole_permit"
    REENTRY = "reentry"
    EMERGENCY = "emergency"
    # Stated from the law on file, whoever asks.
    STAY_LENGTH = "stay_length"
    NO_STAMP = "no_stamp"
    STAMP_MEANING = "stamp_meaning"
    VISA_VALIDITY_VS_STAY = "visa_validity_vs_stay"
    SHORT_STAMP = "short_stamp"
    US_CITIZEN = "us_citizen"
    PASSPORT_EXPIRY = "passport_expiry"
    ENTRY_RECORD = "entry_record"
    SUPER_VISA = "super_visa"
    EXTENSION_HOW = "extension_how"
    EXTENSION_FEE = "extension_fee"
    LEAVE_WHILE_PENDING = "leave_while_pending"
    OVERSTAY_CONSEQUENCES = "overstay_consequences"
    WORK_STUDY = "work_study"
    FUNDS = "funds"
    TIME_BETWEEN_VISITS = "time_between_visits"
    FLAGPOLE_MEANING = "flagpole_meaning"
    FLAGPOLE_STEPS = "flagpole_steps"
    FLAGPOLE_DOCUMENTS = "flagpole_documents"
    FLAGPOLE_DURATION = "flagpole_duration"
    FLAGPOLE_WHERE = "flagpole_where"
    FLAGPOLE_STATUS_NEEDED = "flagpole_status_needed"
    FLAGPOLE_RISK = "flagpole_risk"
    FLAGPOLE_PR_OR_IEC = "flagpole_pr_or_iec"
    REFERRAL = "referral"
    EVASION = "evasion"
    WANTS_GUARANTEE = "wants_guarantee"
    REMOVAL_ORDERS = "removal_orders"


class Decision(str, Enum):
    """How an application stands."""

    PENDING = "pending"
    APPROVED = "approved"
    REFUSED = "refused"
    RETURNED = "returned"
    """Sent back as incomplete: it counts as never made (IRPR 12)."""
    WITHDRAWN = "withdrawn"


class AppliedFor(str, Enum):
    """What an application filed inside Canada asks for."""

    VISITOR_RECORD = "visitor_record"
    WORK_PERMIT = "work_permit"
    STUDY_PERMIT = "study_permit"
    TEMPORARY_RESIDENT_PERMIT = "temporary_resident_permit"


class Occupation(str, Enum):
    """What a person would do on a work permit, as far as the border's exemptions tell apart."""

    PROFESSIONAL = "professional"
    """A professional under a free-trade agreement."""
    TECHNICIAN = "technician"
    """A technician under a free-trade agreement."""
    TRADER_OR_INVESTOR = "trader_or_investor"
    INTRA_COMPANY_TRANSFEREE = "intra_company_transferee"
    INTERNATIONAL_EXPERIENCE = "international_experience"
    TRUCK_DRIVER = "truck_driver"
    """An international truck driver, who must leave Canada for the job."""
    OTHER = "other"


class Trip(str, Enum):
    """Where a person went, or goes, after leaving Canada."""

    US_OR_SPM_ONLY = "us_or_spm_only"
    """Only the United States or Saint-Pierre and Miquelon (IRPR 190(3)(f))."""
    OTHER_COUNTRY = "other_country"


class UrgentMatter(str, Enum):
    """What calls for a lawyer the same day."""

    DETENTION = "detention"
    REMOVAL_ORDER = "removal_order"
    CALL_IN = "call_in"
    SECTION_44_REPORT = "section_44_report"
    REFUSAL = "refusal"
    FEAR_OF_RETURN = "fear_of_return"
    MINOR_ALONE = "minor_alone"
    MISREPRESENTATION_ALLEGED = "misrepresentation_alleged"
    UNAUTHORIZED_WORK_ALLEGED = "unauthorized_work_alleged"


@quick
@dataclass(frozen=True)
class Facts:
    """What the person said about themselves; every field may be unknown (``None``).

    Dates are calendar days in Canada. Names are those of the entities in the
    dialogue domain. ``timezone`` is an IANA name, ``nationality`` an ISO 3166-1
    alpha-2 code.
    """

    entry_date: dt.date | None = None
    """The day the person last entered Canada (IRPR 183(3))."""
    stamp_date: dt.date | None = None
    """A leave-by date an officer wrote at entry (IRPR 183(2), 185(a))."""
    officer_wrote_date: bool | None = None
    """Whether an officer wrote a leave-by date; False for a plain stamp or none."""
    passport_expiry: dt.date | None = None
    record_expiry: dt.date | None = None
    """The leave-by date on a visitor record, or the end of stay the person states."""
    visitor_record_issued: dt.date | None = None
    permit_expiry: dt.date | None = None
    """The last day of a work or study permit; of two, the later (IRPR 183(4)(b))."""
    visa_expiry: dt.date | None = None
    """The expiry of a visitor visa or eTA, which never shortens a stay."""
    biometrics_date: dt.date | None = None
    super_visa: bool | None = None
    nationality: str | None = None
    us_permanent_resident: bool | None = None
    visa_exempt: bool | None = None
    """Whether the person's nationality needs no visa to visit Canada (IRPR 190)."""
    current_status: str | None = None
    duration: str | None = None
    """A length of time as an ISO 8601 duration (P2W); said of an overstay or a wish."""
    left_canada_on: dt.date | None = None
    """The day the person left, or will leave, after the entry the stay is counted from."""
    trip: Trip | None = None
    returns_on: dt.date | None = None
    """The day the person comes back, or means to."""
    application_date: dt.date | None = None
    """The day an application was filed, when the person did not say which kind."""
    applied_for: AppliedFor | None = None
    extension_applied_on: dt.date | None = None
    extension_decision: Decision | None = None
    extension_decided_on: dt.date | None = None
    """The day the decision was sent, not read (IRPR 9.3(2))."""
    second_application_on: dt.date | None = None
    """The day another extension was filed while the first was undecided."""
    restoration_applied_on: dt.date | None = None
    restoration_decision: Decision | None = None
    restoration_decided_on: dt.date | None = None
    occupation: Occupation | None = None
    spouse_occupation: Occupation | None = None
    spouse_nationality: str | None = None
    cbsa_appointment: bool | None = None
    """Whether an appointment at the border was already booked with the CBSA."""
    urgent_matter: UrgentMatter | None = None
    timezone: str | None = None

    @property
    def filed_on(self) -> dt.date | None:
        """The day the extension was filed; an unnamed application is taken for one."""
        return self.extension_applied_on or self.application_date


FACT_NAMES: tuple[str, ...] = tuple(field.name for field in dataclasses.fields(Facts))
DATE_NAMES: tuple[str, ...] = tuple(
    field.name for field in dataclasses.fields(Facts) if "dt.date" in str(field.type)
)


@quick
@dataclass(frozen=True)
class Question:
    """One thing to decide."""

    topic: Topic
    facts: Facts = Facts()
