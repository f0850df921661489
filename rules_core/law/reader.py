"""The law book as it is read on one day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from rules_core.citation import Citation
from rules_core.law.book import LawBook
from rules_core.law.provision import Provision


@dataclass(frozen=True)
class LawReader:
    """Looks provisions up on `today`; a figure outside its window is ``None``."""

    book: LawBook
    today: dt.date
    _today: dict[str, Provision | None] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """What was looked up before: most decisions of a day read the same few provisions."""
    _cited: dict[tuple[str, ...], tuple[Citation, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    lists: dict[object, tuple[Citation, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """Whole lists of citations put together before: answers of a day mostly cite alike."""
    _numbers: dict[str, int] = field(default_factory=dict, init=False, repr=False, compare=False)

    def provision(self, key: str) -> Provision | None:
        """The version of `key` in force today, or ``None`` when none is on file."""
        if key not in self._today:
            found = self.book.provision(key, self.today)
            self._today[key] = found if isinstance(found, Provision) else None
        return self._today[key]

    def provision_on_day_of(self, key: str, event: dt.date) -> Provision | None:
        """The version in force on the day of an event; today's for one still to come."""
        if event >= self.today:
            return self.provision(key)
        found = self.book.provision(key, event)
        return found if isinstance(found, Provision) else None

    def latest(self, key: str) -> Provision:
        """The newest version of `key` on file, for rules that have not changed."""
        return self.book.latest(key)

    def number(self, key: str) -> int:
        """The one whole number (days, months or years) of `key`, by its newest version.

        For rules that have not changed; ``ValueError`` where there is not just one.
        """
        found = self._numbers.get(key)
        if found is None:
            (found,) = [n for n in self.latest(key).value.values() if type(n) is int]
            self._numbers[key] = found
        return found

    def cite(self, key: str) -> tuple[Citation, ...]:
        """The two leading citations of `key`: today's version, else the latest."""
        return (self.provision(key) or self.latest(key)).leading

    def cite_all(self, keys: tuple[str, ...]) -> tuple[Citation, ...]:
        """The leading citations of each of `keys`, in their order."""
        cited = self._cited.get(keys)
        if cited is None:
            cited = tuple([citation for key in keys for citation in self.cite(key)])
            self._cited[keys] = cited
        return cited

    def stated(self, key: str) -> str:
        """The fact of law in a sentence: today's version, else the latest."""
        return (self.provision(key) or self.latest(key)).statement

    def amount(self, key: str, name: str = "cad") -> Decimal | None:
        """An amount in Canadian dollars as charged today, or ``None`` if not on file."""
        found = self.provision(key)
        return Decimal(found.value[name]) if found else None


@lru_cache(maxsize=32)
def reader_on(book: LawBook, today: dt.date) -> LawReader:
    """The reader of a day, kept while that day is asked about."""
    return LawReader(book, today)
