"""Stamps of other countries, which tell nothing of a stay in Canada."""

from __future__ import annotations

import re
from functools import lru_cache

from language.lexicon import words

# A small "us" is no country: "they gave us stamp until 5 May".
_US = r"(?-i:US)|u\.s\.?(?:a\.?)?|(?:(?<=\bmy )|(?<=\bthe )|(?<=\ba )|(?<=\ban )|(?<=\bonly ))us"
_MORE = ("schengen", "european", "e.u.", "eu", "american", "british", "uk", "usa")
_AFTER = re.compile(r"\s*(?:\(|,? ?(?:is|was|that's|it's|that is|that was|from|by|in|on) )", re.I)
# Up to the day, nothing that tells of Canada, of coming or of another paper.
_ON = (
    r"(?:(?!\b(?:canad|came|com[ei]|enter|arriv|land|cross|stamp|wr[io]t|officer|back|return|flew|"
    r"dr[io]v|passport|record|visa|exp|and\b|but\b|then\b|until|till?\b|border))[^.?!;]){0,30}$"
)
_REACH = 70


@lru_cache(maxsize=1)
def _stamps() -> tuple[re.Pattern[str], re.Pattern[str]]:
    countries = [one for code, one in words("countries").items() if code != "CA"]
    people = "|".join(re.escape(name) for one in countries for name in one["people"])
    names = "|".join(
        re.escape(name) for one in countries for name in one["names"] if name not in ("us", "usa")
    )
    foreign = rf"(?:{_US}|{'|'.join(map(re.escape, _MORE))}|{people}|uae|dubai|mexico)"
    stamp = (
        rf"(?:{foreign}(?: (?:customs|immigration|airport))?"
        r"(?: (?:entry|exit|arrival|departure|visa|admission))? stamps?|"
        rf"stamp(?:s|ed)?(?: (?:of|from|by|in|on|is|was|me|us|the)){{1,4}} "
        rf"(?:{_US}|u\.?k\.?|usa|{names})(?: (?:side|customs|airport|officers?))?(?! border))\b"
    )
    return re.compile(rf"\b{stamp}{_ON}", re.I), re.compile(rf"(?:my |the |an? )?{stamp}", re.I)


def is_foreign_stamp(text: str, start: int, end: int) -> bool:
    """Whether the day ``text[start:end]`` stands in another country's stamp.

    "My US entry stamp says 5 May", "5 May is the stamp of Mexico".
    """
    if "stamp" not in text.lower():
        return False
    before, after = _stamps()
    said = _AFTER.match(text, end)
    told = said is not None and after.match(text, said.end()) is not None
    return told or before.search(text[max(0, start - _REACH) : start]) is not None
