"""The law book as it is read on one day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from rules_core.citation import Citation
from rules_core.law.book import LawBook
from rules_core.law.provision import Provision


@dataclass(frozen=True)
class LawReader:
    """Looks provisions up on `today`; a figure outside its window is ``None``."""

    book: LawBook
    today: dt.date

    def provision(self, key: str) -> Provision | None:
        """The version of `key` in force today, or ``None`` when none is on file."""
        found = self.book.provision(key, self.today)
        return found if isinstance(found, Provision) else None

    def provision_on_day_of(self, key: str, event: dt.date) -> Provision | None:
        """The version in force on the day of an event; today's for one still to come."""
        found = self.book.provision(key, min(event, self.today))
        return found if isinstance(found, Provision) else None

    def latest(self, key: str) -> Provision:
        """The newest version of `key` on file, for rules that have not changed."""
        return self.book.latest(key)

    def cite(self, key: str) -> tuple[Citation, ...]:
        """The two leading citations of `key`: today's version, else the latest."""
        return (self.provision(key) or self.latest(key)).leading

    def stated(self, key: str) -> str:
        """The fact of law in a sentence: today's version, else the latest."""
        return (self.provision(key) or self.latest(key)).statement

    def amount(self, key: str, name: str = "cad") -> Decimal | None:
        """An amount in Canadian dollars as charged today, or ``None`` if not on file."""
        found = self.provision(key)
        return Decimal(found.value[name]) if found else None
