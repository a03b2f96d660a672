"""Where paragraphs of another document are quoted (`"Điều 3. …` to `….".`), whose markers are not our own."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from extractor.outline.drafts import Drafts

__all__ = ["drop_quoted_markers"]

_OPENING = re.compile(
    r'"[^\S\n\t]?(?:\d{1,3}[a-zđ]?[.)]|[a-zđ][.)]|Điều \d|Chương [IVX\d]|Mục \d|Phụ lục|[IVX]{1,5}\.)'
)
_CLOSING = re.compile(r'"\s?[.;,]{0,2}$')


def drop_quoted_markers(drafts: Drafts) -> None:
    """Take the markers from the paragraphs of `drafts` that are quoted."""
    openings = list(_openings(drafts))
    if not openings:
        return
    texts = drafts.strips.texts
    closings = [index for index, place in enumerate(drafts.last) if _CLOSING.search(texts[place][-6:])]
    marked = sorted(drafts.markers)
    until = -1
    for index in openings:
        closing = bisect_left(closings, index)
        if index > until and closing < len(closings):
            until = closings[closing]
            for quoted in marked[bisect_left(marked, index) : bisect_right(marked, until)]:
                del drafts.markers[quoted]


def _openings(drafts: Drafts) -> Iterator[int]:
    """Yield the paragraphs, but noise, that begin with a quotation mark and what seems to be a marker, ascending."""
    if not drafts.first:
        return
    starts = drafts.strips.starts
    begin, end = starts[drafts.first[0]], starts[drafts.first[-1]] + len(drafts.opening(-1))
    noise = frozenset(drafts.noise)
    for match in _OPENING.finditer(drafts.strips.page, begin, end):
        index = bisect_left(drafts.first, match.start(), key=starts.__getitem__)
        if index < len(drafts) and starts[drafts.first[index]] == match.start() and index not in noise:
            yield index
