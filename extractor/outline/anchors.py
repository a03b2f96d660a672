"""What landmarks, running heads and stamps turn on: short phrases, found in few passes over the page.

Of a long text only few lines hold one, and only those are read with the patterns that decide.
"""

from __future__ import annotations

import re
from enum import StrEnum, auto
from itertools import compress

from extractor.outline.strips import Strips

__all__ = ["Anchor", "Anchors", "find_anchors"]


class Anchor(StrEnum):
    """What a phrase may be part of."""

    NATIONAL_TITLE = auto()
    TITLE_IN_SMALL_LETTERS = auto()
    RECIPIENTS = auto()
    FIRST_RECIPIENT = auto()
    AUTHORITY = auto()
    ANNEX = auto()
    RUNNING_HEAD = auto()
    STAMP = auto()


#: The phrases that may stand anywhere. Each pattern begins with letters and not with a choice of them: so begun it is
#: searched for ten times as fast, and all of them in half the time of one that holds them all.
_ANYWHERE = tuple(
    (anchor, re.compile(pattern))
    for anchor, pattern in (
        (Anchor.NATIONAL_TITLE, "NG ?[HS]"),
        (Anchor.TITLE_IN_SMALL_LETTERS, "ĩa(?<=nghĩa)"),
        (Anchor.RECIPIENTS, r"ơ[iI]\s?nh"),
        (Anchor.RECIPIENTS, r"oi\s?nh"),
        (Anchor.RECIPIENTS, "ƠI(?<=NƠI) NH"),
        (Anchor.AUTHORITY, r"T/?[ML]\s?[.,]"),
        (Anchor.AUTHORITY, r"K/?T\s?[.,]"),
        (Anchor.AUTHORITY, r"Q\s?[.,]"),
        (Anchor.RUNNING_HEAD, "CÔNG BÁO"),
    )
)
#: Those with which a strip begins. (Named groups would make the pattern twice as slow.)
_BEGINNING = (
    r"- ?Như |P(?:HỤ LỤC|hụ lục)|\((?:Xem tiếp|Tiếp theo) Công báo|Trang \d"
    r"|Ký (?:bởi|số)|Người ký|Được ký|Digitally signed|Sign(?:ed by|ature Not)"
)
_BY_FIRST_LETTER = {
    "-": Anchor.FIRST_RECIPIENT,
    "P": Anchor.ANNEX,
    **dict.fromkeys("(T", Anchor.RUNNING_HEAD),
    **dict.fromkeys("KNĐDS", Anchor.STAMP),
}
_BEGINS = re.compile(_BEGINNING)
_BEGINS_LINE = re.compile(rf"\n[^\S\n]*+(?={_BEGINNING})")
_ALL = tuple(Anchor)

#: The places of the strips that hold a phrase of each anchor, ascending.
Anchors = dict[Anchor, list[int]]


def find_anchors(strips: Strips) -> Anchors:
    """Return the anchors on `strips`."""
    page, texts, at = strips.page, strips.texts, strips.at
    found: dict[Anchor, set[int]] = {anchor: set() for anchor in _ALL}
    for anchor, pattern in _ANYWHERE:
        for match in pattern.finditer(page):
            found[anchor].add(at(match.start()))
    begun = [at(match.end()) for match in _BEGINS_LINE.finditer(page)]
    begun += [
        place for place in _inside_lines(strips) if texts[place][0] in _BY_FIRST_LETTER and _BEGINS.match(texts[place])
    ]
    for place in begun:
        found[_BY_FIRST_LETTER[texts[place][0]]].add(place)
    return {anchor: sorted(found[anchor]) for anchor in _ALL}


def _inside_lines(strips: Strips) -> set[int]:
    """Return the places of the strips before which their line has more than white space, and that of the first."""
    columns, dirt = strips.columns, strips.dirt
    inside = {0} if strips.texts else set()
    if any(columns):
        inside.update(compress(range(len(columns)), columns))
    if any(dirt):
        inside.update(compress(range(1, len(dirt)), dirt))
    return inside
