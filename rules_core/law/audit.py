"""What in the law on file needs a look on a day: old checks, closing windows, changed texts.

It reads and compares; what to do about a finding is in ``docs/how-to/change-the-law.md``.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from rules_core.citation import Citation
from rules_core.law.book import LawBook
from rules_core.law.findings import (
    Check,
    CheckCount,
    Compared,
    Difference,
    OpenPoint,
    Reading,
    Report,
    Window,
    WindowState,
)
from rules_core.law.justice_xml import Consolidation, read
from rules_core.law.pinpoint import parse
from rules_core.law.provision import Provision, StartBasis

_ONE_DAY = dt.timedelta(days=1)


def audit(
    book: LawBook,
    today: dt.date,
    within_days: int = 60,
    older_than_days: int | None = None,
    xml: Path | None = None,
) -> Report:
    """Look through ``book`` as it stands on ``today``.

    With ``xml``, a folder of the Justice Laws XML files, the citations of Acts and
    Regulations are compared with them; raises ``JusticeXmlError`` when one is missing or bad.
    """
    keys = sorted(book.keys())
    checks = [_check(book.latest(key), today) for key in keys]
    counts = Counter((check.checked_on, check.age_days) for check in checks)
    stale = [c for c in checks if older_than_days is not None and c.age_days > older_than_days]
    windows = [found for key in keys for found in _windows(book.versions(key), today, within_days)]
    texts = _texts(book, xml)
    citations = list(_to_compare(book, today, texts))
    return Report(
        today=today,
        facts=len(keys),
        within_days=within_days,
        older_than_days=older_than_days,
        checks=tuple(CheckCount(day, age, facts) for (day, age), facts in sorted(counts.items())),
        stale=tuple(sorted(stale, key=lambda check: (check.checked_on, check.fact))),
        windows=tuple(sorted(windows, key=lambda window: (window.day, window.fact))),
        unsettled=tuple(
            OpenPoint(key, book.latest(key).note) for key in keys if not book.latest(key).settled
        ),
        readings=tuple(_readings(book, today, texts)),
        citations_compared=len(citations),
        differences=tuple(
            found
            for version, citation in citations
            for found in _compare(version, citation, book, texts[citation.instrument])
        ),
    )


def _check(fact: Provision, today: dt.date) -> Check:
    checked_on = fact.citations[0].checked_on  # the same in all citations of a fact
    return Check(fact.key, checked_on, (today - checked_on).days)


def _windows(versions: tuple[Provision, ...], today: dt.date, within: int) -> Iterator[Window]:
    for version in versions:
        in_days = (version.in_force_from - today).days
        if 0 < in_days <= within:
            yield Window(
                version.key, WindowState.OPENING, version.in_force_from, in_days, version.note
            )
    last = versions[-1]
    if last.in_force_to is not None and (last.in_force_to - today).days <= within:
        state = WindowState.LAPSED if last.in_force_to < today else WindowState.CLOSING
        first_without = last.in_force_to + _ONE_DAY
        yield Window(last.key, state, first_without, (first_without - today).days, last.note)


def _texts(book: LawBook, xml: Path | None) -> Mapping[str, Consolidation]:
    if xml is None:
        return {}
    return {law.code: read(xml, law.url) for law in book.instruments() if law.by_section}


def _readings(
    book: LawBook, today: dt.date, texts: Mapping[str, Consolidation]
) -> Iterator[Reading]:
    for law in book.instruments():
        if law.consolidated_to is not None:
            text = texts.get(law.code)
            yield Reading(
                instrument=law.code,
                consolidated_to=law.consolidated_to,
                age_days=(today - law.consolidated_to).days,
                xml_current_to=None if text is None else text.current_to,
            )


def _to_compare(
    book: LawBook, today: dt.date, texts: Mapping[str, Consolidation]
) -> Iterator[tuple[Provision, Citation]]:
    """The files hold the present text, so only each fact's newest version that has begun."""
    for key in sorted(book.keys()):
        begun = [version for version in book.versions(key) if version.in_force_from <= today]
        for citation in begun[-1].citations if begun else ():
            if citation.instrument in texts:
                yield begun[-1], citation


def _compare(
    version: Provision, citation: Citation, book: LawBook, law: Consolidation
) -> Iterator[Compared]:
    def differs(
        how: Difference, on_file: dt.date | None = None, published: dt.date | None = None
    ) -> Compared:
        return Compared(
            version.key, citation.instrument, citation.pinpoint, how, on_file, published
        )

    pinpoint = parse(citation.pinpoint)
    text = None if pinpoint is None else law.find(pinpoint)
    if text is None:
        yield differs(Difference.NOT_FOUND)
        return
    if text.repealed:
        yield differs(Difference.REPEALED, published=text.section_amended)
    # A check on a later day was still of the text as consolidated.
    consolidated_to = book.instrument(citation.instrument).consolidated_to
    read_to = min(citation.checked_on, consolidated_to or citation.checked_on)
    if text.section_amended is None:
        yield differs(Difference.UNDATED)
    elif text.section_amended > read_to:
        yield differs(Difference.AMENDED_SINCE, read_to, text.section_amended)
    # A version's start is that of its main citation; the others only support it.
    if version.start_basis is StartBasis.PROVISION and citation == version.citations[0]:
        begins = version.in_force_from
        if text.in_force_from is None:
            yield differs(Difference.UNDATED)
        elif text.in_force_from > begins:
            yield differs(Difference.STARTS_LATER, begins, text.in_force_from)
        elif text.in_force_from < begins:
            yield differs(Difference.STARTS_EARLIER, begins, text.in_force_from)
