"""The consolidated Acts and Regulations as the Department of Justice publishes them in XML.

Files are those of https://github.com/justicecanada/laws-lois-xml: one a law, without a
document type, dates in attributes of the namespace ``http://justice.gc.ca/lims``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from rules_core.law.pinpoint import Pinpoint

_LIMS = "{http://justice.gc.ca/lims}"
_PARTS = ("Subsection", "Paragraph", "Subparagraph", "Clause", "Subclause")
# Their dates are those of the note, not of the provision.
_NOTES = ("MarginalNote", "HistoricalNote")
_FORMAT = "take the file as published at github.com/justicecanada/laws-lois-xml"


class JusticeXmlError(ValueError):
    """An XML file is missing or is not what it should be; says which and how to mend it."""

    def __init__(self, file: Path, problem: str, mend: str) -> None:
        super().__init__(f"{file}: {problem}. To mend: {mend}.")
        self.file = file


@dataclass(frozen=True)
class Text:
    """A provision as it stands in a file."""

    in_force_from: dt.date | None
    """The first day of its present wording: the latest of its parts; ``None`` if not said."""
    section_amended: dt.date | None
    """The last day on which anything in its section was amended; ``None`` if not said."""
    repealed: bool


class Consolidation:
    """One Act or Regulations, read from its file."""

    def __init__(self, file: Path, root: ET.Element) -> None:
        self._file = file
        self.current_to = self._day(root, "current-date") or self._day(root, "pit-date")
        """The day up to which the file is consolidated; ``None`` if it does not say."""
        body = root.find("Body")
        if body is None:
            raise JusticeXmlError(file, "it has no Body", _FORMAT)
        self._sections = {_label(section): section for section in _sections(body)}

    def find(self, pinpoint: Pinpoint) -> Text | None:
        """The text at a pinpoint; for a range all of it; ``None`` when it is not there."""
        section = self._sections.get(pinpoint.section)
        if section is None:
            return None
        path = [section]
        for step in pinpoint.steps:
            below = [part for part in _parts(path[-1]) if _label(part) == step]
            if not below:
                return None
            path.append(below[0])
        meant = [path[-1]]
        if pinpoint.last is not None:
            beside = _parts(path[-2])
            rest = beside[beside.index(path[-1]) :]
            labels = [_label(part) for part in rest]
            if pinpoint.last not in labels:
                return None
            meant = rest[: labels.index(pinpoint.last) + 1]
        if pinpoint.term is not None:
            defined = [item for item in path[-1].iter("Definition") if _defines(item, pinpoint)]
            if not defined:
                return None
            meant = defined[:1]
        starts = [day for part in meant if (day := self._start(part, path)) is not None]
        return Text(
            in_force_from=max(starts, default=None),
            section_amended=self._day(section, "lastAmendedDate"),
            repealed=any(_repealed(part) for part in (*path, *meant)),
        )

    def _start(self, part: ET.Element, path: list[ET.Element]) -> dt.date | None:
        """Amended words carry a later date than the part they stand in."""
        own = [day for item in _wording(part) if (day := self._day(item, "inforce-start-date"))]
        if own:
            return max(own)
        above = (self._day(item, "inforce-start-date") for item in reversed(path))
        return next((day for day in above if day), None)

    def _day(self, element: ET.Element, name: str) -> dt.date | None:
        raw = element.get(_LIMS + name)
        try:
            return None if raw is None else dt.date.fromisoformat(raw)
        except ValueError:
            raise JusticeXmlError(self._file, f"lims:{name} is {raw!r}, no date", _FORMAT) from None


def read(folder: Path, section_base: str) -> Consolidation:
    """The file in ``folder`` of the law whose section pages are under ``section_base``.

    It is named like the last part of that address, and stands in the folder itself or in
    the folders the address names (``eng/acts/I-2.5.xml``), as in the repository. Raises
    ``JusticeXmlError`` when it is missing, is no such XML, or declares a document type,
    by which entities could be defined.
    """
    parts = [part for part in urlsplit(section_base).path.split("/") if part]
    if not parts:
        raise JusticeXmlError(folder, f"{section_base} names no law", "correct the section_base")
    places = [folder.joinpath(*parts[at:-1], f"{parts[-1]}.xml") for at in range(len(parts))]
    file = next((place for place in reversed(places) if place.is_file()), None)
    if file is None:
        raise JusticeXmlError(
            folder, f"there is no {parts[-1]}.xml in it", "put the law's file there"
        )
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise JusticeXmlError(file, f"not readable: {error}", _FORMAT) from error
    if "<!DOCTYPE" in text:
        raise JusticeXmlError(file, "it declares a document type", _FORMAT)
    try:
        # Without a document type no entity can be defined: nothing expands, nothing is fetched.
        return Consolidation(file, ET.fromstring(text))
    except (ET.ParseError, RecursionError) as error:
        raise JusticeXmlError(file, f"not readable as XML: {error}", _FORMAT) from error


def _sections(element: ET.Element) -> Iterator[ET.Element]:
    """Not those inside a section, which are text that an amending provision puts elsewhere."""
    for child in element:
        if child.tag == "Section":
            yield child
        else:
            yield from _sections(child)


def _parts(element: ET.Element) -> list[ET.Element]:
    return [child for child in element if child.tag in _PARTS]


def _label(element: ET.Element) -> str:
    label = element.find("Label")
    return "" if label is None else "".join(label.itertext()).strip()


def _wording(element: ET.Element) -> Iterator[ET.Element]:
    if element.tag in _NOTES:
        return
    yield element
    for child in element:
        yield from _wording(child)


def _defines(definition: ET.Element, pinpoint: Pinpoint) -> bool:
    terms = definition.iter("DefinedTermEn")
    return any("".join(term.itertext()).strip() == pinpoint.term for term in terms)


def _repealed(element: ET.Element) -> bool:
    return element.find("Repealed") is not None or element.find("Text/Repealed") is not None
