"""Finding a place again in a text that may have been read anew: other white space, lines joined, letters recognised."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from corpus.reviews.review import Anchor
from schemas import Span

__all__ = ["located"]


def located(anchor: Anchor, text: str) -> Span | None:
    """Where the quotation of an anchor stands in a text, or ``None`` where it stands nowhere.

    Where it was, if the text around it is the same; else where most of the text around it is the same, and of several
    such places the nearest. White space counts as one space, however much of it there is.
    """
    start, end = anchor.span.start, anchor.span.end
    around = text[max(0, start - len(anchor.before)) : end + len(anchor.after)]
    if around == anchor.before + anchor.text + anchor.after:
        return anchor.span
    words = anchor.text.split()
    quotation = re.compile(r"\s+".join(map(re.escape, words)) if words else re.escape(anchor.text))
    places = (match.span() for match in quotation.finditer(text))
    best = max(places, key=lambda place: (_likeness(anchor, text, *place), -abs(place[0] - start)), default=None)
    return Span(start=best[0], end=best[1]) if best is not None else None


def _likeness(anchor: Anchor, text: str, start: int, end: int) -> int:
    """How many letters next to a place are those of the anchor."""
    before = _squeezed(text[max(0, start - 2 * len(anchor.before)) : start])
    after = _squeezed(text[end : end + 2 * len(anchor.after)])
    return _shared(reversed(before), reversed(_squeezed(anchor.before))) + _shared(after, _squeezed(anchor.after))


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _shared(one: Iterable[str], other: Iterable[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
