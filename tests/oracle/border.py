"""The second reading of who is still served at the border (IRPR 26.1, bulletin OB 686)."""

import datetime as dt

from tests.oracle.open_points import OPEN, Facts, Reading, all_open

LAST_DAY = dt.date(2024, 12, 23)
EXEMPT = "us_citizen_or_permanent_resident"
TREATY_NATIONALITIES = frozenset({"MX", "CL", "PA", "PE", "CO", "KR"})


def border_permit(facts: Facts, now: dt.date) -> Reading:
    """Whether the facts told are enough to say who is exempt; for most they are not."""
    if now <= LAST_DAY or facts.get("nationality") == "CA":
        return all_open("old_service")
    if facts.get("nationality") == "US" or facts.get("us_permanent_resident"):
        return {"kind": "answer", "exempt": True, "exemption": EXEMPT}
    unsettled = facts.get("nationality", "MX") in TREATY_NATIONALITIES
    exempt = None if unsettled else OPEN
    return {"kind": "answer", "exempt": exempt, "exemption": None, "open": "other_exemptions"}
