"""Maps positions of a derived text back to the text that it was derived from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from sys import maxsize

__all__ = ["OffsetMap"]


class OffsetMap:
    """A piecewise map from a derived text to its origin.

    The derived text is a sequence of pieces. Each begins with characters that are copied one to one, its *plain* ones;
    what comes after them, up to the next piece, stands as a whole for what the origin has up to there, whatever the two
    lengths: an edit, or a separator between two lines. Positions are code points; look-up is logarithmic in the number
    of pieces, and memory is proportional to them, not to the text.
    """

    # Lists: a search in an array would make an integer of each number that it looks at.
    __slots__ = ("_derived", "_origin", "_plain", "_same")

    def __init__(self) -> None:
        self._derived: list[int] = []  # where each piece begins in the derived text
        self._origin: list[int] = []  # where it begins in the origin
        self._plain: list[int] = []  # how many plain characters it has; more than there are if it has no others
        self._same = 0  # how far the two texts are the same: most texts are never edited, and stand where they stood

    @classmethod
    def of_pieces(cls, derived: Iterable[int], origin: Sequence[int], plain: Sequence[int], end: int) -> OffsetMap:
        """Return the map of a text whose pieces are known.

        Args:
            derived: Where each piece begins in the derived text.
            origin: Where it begins in the origin.
            plain: How many plain characters it has.
            end: Where the derived text ends.
        """
        offsets = cls()
        offsets._derived, offsets._origin, offsets._plain = [*derived], [*origin], [*plain]
        offsets.close(end, origin[-1] + plain[-1] if origin else 0)
        return offsets

    def add(self, derived: int, origin: int, *, edited: bool = False) -> None:
        """Say that the piece at `derived` comes from `origin`. Pieces come in order; one ends where the next begins."""
        self._derived.append(derived)
        self._origin.append(origin)
        self._plain.append(0 if edited else maxsize)

    def close(self, derived: int, origin: int) -> None:
        """Give the ends of the two texts, after the last piece."""
        self.add(derived, origin)
        if self._origin[0] == self._derived[0] == 0 and len(self._derived) > 1:
            self._same = min(self._plain[0], self._derived[1])

    def start(self, position: int) -> int:
        """Return the origin's position at which the character at `position` begins."""
        i = bisect_right(self._derived, position) - 1
        return self._origin[i] + min(position - self._derived[i], self._plain[i])

    def starts(self, positions: Iterable[int]) -> list[int]:
        """Return what `start` returns of each position, in half the time."""
        derived, origin, plain = self._derived, self._origin, self._plain
        pieces = ((position, bisect_right(derived, position) - 1) for position in positions)
        return [origin[i] + min(position - derived[i], plain[i]) for position, i in pieces]

    def end(self, position: int) -> int:
        """Return the origin's position at which the character before `position` ends."""
        if position <= 0:
            return self.start(0)
        return self._end(position, bisect_right(self._derived, position - 1) - 1)

    def _end(self, position: int, i: int) -> int:
        """Return the origin's position at which the character before `position` ends, which is of piece `i`."""
        inside, plain = position - self._derived[i], self._plain[i]
        return self._origin[i] + inside if plain and inside <= plain else self._origin[i + 1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the origin's span of a non-empty derived span."""
        if end <= self._same:
            return start, end
        derived = self._derived
        first = bisect_right(derived, start) - 1
        # Most spans lie in one piece, and need no second search.
        onward = first + 1
        inside = onward < len(derived) and end <= derived[onward]
        last = first if inside else bisect_right(derived, end - 1, onward) - 1
        return self._origin[first] + min(start - derived[first], self._plain[first]), self._end(end, last)

    def spans(self, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return what `span` returns of each span, in a third of the time."""
        derived, origin, plain, same = self._derived, self._origin, self._plain, self._same
        count = len(derived)
        found = []
        for span in spans:
            start, end = span
            if end <= same:
                found.append(span)
                continue
            first = bisect_right(derived, start) - 1
            onward = first + 1
            last = first if onward < count and end <= derived[onward] else bisect_right(derived, end - 1, onward) - 1
            inside, most = start - derived[first], plain[first]
            begin = origin[first] + (inside if inside < most else most)
            inside, most = end - derived[last], plain[last]
            found.append((begin, origin[last] + inside if most and inside <= most else origin[last + 1]))
        return found
