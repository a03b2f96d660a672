"""The markers of a page, found in one pass over it."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from extractor.outline.numbering import MAY_BEGIN, SHAPE, Marker, read_marker
from extractor.outline.strips import Strips
from extractor.patterns import compile_plain

__all__ = ["find_markers"]

#: Markers that stand before a capital, as nine in ten do, or before any letter. Of such a line nothing else tells what
#: its marker is, so that its signs are read once for all lines that have them.
_COMMON = (
    r"(?:[-+*•] (?:[-+*•] ){0,3}|(?:[a-zđ]|\([0-9a-zđ]{1,2})\) )(?=[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ])",
    r"(?:[0-9]{1,3}(?:\.[0-9]{1,2}){0,4}[.:/)-]?|[a-zđ][0-9]?[./]|[IVX]{1,5}[.)/-]|[ABCDE]\.|Điều [0-9]{1,3}[.:]) {1,3}"
    r"(?![A-EIVX][IVX]{0,3}\.)(?=\p{Lu})",
)
_LINES = compile_plain(rf"\n[^\S\n]*+{MAY_BEGIN}(?:({'|'.join(_COMMON)})|{SHAPE})")


def find_markers(strips: Strips) -> list[Marker | None]:
    """Return for each strip the marker that it begins with.

    Only of strips that are a whole line is it told, the first cell of its row, or what dirt has left of a line.
    """
    page, texts, starts = strips.page, strips.texts, strips.starts
    found: list[Marker | None] = [None] * len(texts)
    if texts:
        found[0] = read_marker(texts[0])
    place = 0
    for match in _LINES.finditer(page):
        signs = match[1]
        place = bisect_right(starts, match.start(), place)  # the first strip behind the line feed
        found[place] = _before_capital(signs) if signs else read_marker(texts[place])
    if any(strips.dirt):
        for place in [place + 1 for place, dirt in enumerate(strips.dirt[:-1]) if dirt]:
            found[place] = read_marker(texts[place])
    return found


@lru_cache(maxsize=2048)
def _before_capital(signs: str) -> Marker | None:
    """Return the marker that common `signs` are; of some hundreds of signs that there are in all."""
    return read_marker(signs + "X")
