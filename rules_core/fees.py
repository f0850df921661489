"""What is charged on a day: IRPR 305, 306, 315.1, as adjusted each 1 December."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from rules_core.answers import Fee, FeeKind
from rules_core.law.provision import Provision, StartBasis
from rules_core.law.reader import LawReader

_AMOUNTS = (
    (FeeKind.EXTENSION, "extension_fee_100", "cad"),
    (FeeKind.BIOMETRICS, "biometrics_fee_and_need", "cad"),
    (FeeKind.BIOMETRICS_FAMILY, "biometrics_fee_and_need", "family_cad"),
    (FeeKind.RESTORATION, "restoration_fee", "cad"),
    (FeeKind.RESTORATION_AS_STUDENT, "restoration_fee", "student_cad"),
    (FeeKind.RESTORATION_AS_WORKER, "restoration_fee", "worker_cad"),
    (FeeKind.AUTHORIZATION_TO_RETURN, "restoration_fee", "return_authorization_cad"),
    (FeeKind.TEMPORARY_RESIDENT_PERMIT, "restoration_fee", "temporary_resident_permit_cad"),
)


def fees_on(law: LawReader) -> tuple[Fee, ...]:
    """Every amount on file for the reader's day; one that is not on file is left out."""
    found = ((kind, law.provision(key), name) for kind, key, name in _AMOUNTS)
    return tuple(
        Fee(kind, Decimal(version.value[name]), _since(version))
        for kind, version, name in found
        if version is not None
    )


def _since(version: Provision) -> dt.date | None:
    """The day this amount began, where that is known."""
    known = version.start_basis is StartBasis.PROVISION
    return version.in_force_from if known else None
