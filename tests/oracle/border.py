"""The second reading of who is still served at the border (IRPR 26.1, bulletin OB 686)."""

import datetime as dt

from tests.oracle.open_points import Facts, Reading, all_open

LAST_DAY = dt.date(2024, 12, 23)
EXEMPT = "us_citizen_or_permanent_resident"


def border_permit(facts: Facts, now: dt.date) -> Reading:
    """Who is exempt by nationality or green card alone; occupations are not among the facts."""
    if now <= LAST_DAY:
        return all_open("old_service")
    if facts.get("nationality") == "US" or facts.get("us_permanent_resident"):
        return {"kind": "answer", "exempt": True, "exemption": EXEMPT}
    return {"kind": "answer", "exempt": False, "exemption": None}
