"""Fixed phrases from which rules begin that do not begin from a body."""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["places_of"]


def places_of(phrase: str, text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield where `phrase` begins in ``text[start:end]``, in order.

    >>> list(places_of("chủ trì", "chủ trì, đồng chủ trì"))
    [0, 14]
    """
    place = text.find(phrase, start, end)
    while place >= 0:
        yield place
        place = text.find(phrase, place + len(phrase), end)
