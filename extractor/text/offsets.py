"""Maps positions of a derived text back to the text that it was derived from."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from operator import add

__all__ = ["OffsetMap"]


class OffsetMap:
    """A piecewise map from a derived text to its origin.

    The derived text is a sequence of pieces. A *plain* piece is copied one to one; an *edited* piece stands as a whole
    for a stretch of the origin, whatever the two lengths. Positions are code points; look-up is logarithmic in the
    number of pieces, and memory is proportional to them, not to the text.
    """

    __slots__ = ("_derived", "_edited", "_origin")

    def __init__(self) -> None:
        self._derived = array("q")  # where each piece begins in the derived text
        self._origin = array("q")  # where it begins in the origin
        self._edited = bytearray()  # 1: the piece is edited

    @classmethod
    def of_pieces(cls, derived: Sequence[int], origin: Sequence[int], lengths: Sequence[int]) -> OffsetMap:
        """Return the map of a text made of plain pieces, one character between two of them.

        That character stands for all that the origin has between them.

        Args:
            derived: Where each piece begins in the derived text.
            origin: Where it begins in the origin.
            lengths: How long it is.
        """
        offsets = cls()
        if not derived:
            offsets.close(0, 0)
            return offsets
        size = 8 * len(derived)
        offsets._derived = array("q", bytes(2 * size))
        offsets._origin = array("q", bytes(2 * size))
        offsets._derived[::2], offsets._derived[1::2] = array("q", derived), array("q", map(add, derived, lengths))
        offsets._origin[::2], offsets._origin[1::2] = array("q", origin), array("q", map(add, origin, lengths))
        offsets._edited = bytearray(b"\0\1") * len(derived)
        return offsets

    def add(self, derived: int, origin: int, *, edited: bool = False) -> None:
        """Say that the piece at `derived` comes from `origin`. Pieces come in order; one ends where the next begins."""
        self._derived.append(derived)
        self._origin.append(origin)
        self._edited.append(edited)

    def close(self, derived: int, origin: int) -> None:
        """Give the ends of the two texts, after the last piece."""
        self.add(derived, origin)

    def start(self, position: int) -> int:
        """Return the origin's position at which the character at `position` begins."""
        i = bisect_right(self._derived, position) - 1
        if self._edited[i]:
            return self._origin[i]
        return self._origin[i] + position - self._derived[i]

    def end(self, position: int) -> int:
        """Return the origin's position at which the character before `position` ends."""
        if position <= 0:
            return self.start(0)
        i = bisect_right(self._derived, position - 1) - 1
        if self._edited[i]:
            return self._origin[i + 1]
        return self._origin[i] + position - self._derived[i]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the origin's span of a non-empty derived span."""
        derived, origin, edited = self._derived, self._origin, self._edited
        first = bisect_right(derived, start) - 1
        # Most spans lie in one piece, and need no second search.
        onward = first + 1
        inside = onward < len(derived) and end <= derived[onward]
        last = first if inside else bisect_right(derived, end - 1, onward) - 1
        return (
            origin[first] if edited[first] else origin[first] + start - derived[first],
            origin[last + 1] if edited[last] else origin[last] + end - derived[last],
        )
