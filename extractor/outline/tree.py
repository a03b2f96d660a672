"""The section tree: which of the signs that look like markers are markers, and what lies in what.

One pass over the paragraphs with a stack of open units. A marker is believed when it continues the sequence of an open
unit, or opens a new one below it; a number that begins wrapped prose does neither.
"""

from __future__ import annotations

from extractor.outline.drafts import Drafts
from extractor.outline.nodes import Census, Node
from extractor.outline.numbering import Family, Marker, follows
from extractor.outline.quotations import drop_quoted_markers

__all__ = ["grow"]

#: A sequence does not skip more than this at once; what skips more is no marker.
_SKIP = 6
#: What scanners make of one another's strokes; believed only where the sequence goes on with it.
_LETTERS_READ_AS_DIGITS = {"8": "a", "6": "b", "9": "g"}
_DIGITS_READ_AS_LETTERS = {"S": "5", "B": "8", "Z": "2", "G": "6", "l": "1"}
_ALPHABET = "abcdđeg"
_SMALL_ROMAN = {"i": 1, "v": 5, "x": 10}
#: The signs that may stand for another: of all but these what is printed is meant.
_DOUBTFUL = frozenset(("H", *_SMALL_ROMAN, *_LETTERS_READ_AS_DIGITS, *_DIGITS_READ_AS_LETTERS))
_BULLET = Family.BULLET  # to look it up at every line would be dear
#: Families of which either may hold the other: the one that a document has first.
_EITHER_WAY = frozenset(
    pair
    for one, other in (
        (Family.CAPITAL, Family.ROMAN),
        (Family.LETTER, Family.ENCLOSED),
        (Family.ENCLOSED, Family.NUMBER),
    )
    for pair in ((one, other), (other, one))
)


class _Gardener:
    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts
        self._noise = frozenset(drafts.noise)
        self._loose = frozenset(drafts.loose)
        self._stack: list[Node] = []  # open nodes, outermost first; bullets are the innermost
        self._places: list[int] = []  # their indices
        self.nodes: list[Node] = []
        self._census = Census(self.nodes)

    def grow(self) -> None:
        """Look at the paragraphs that seem to begin with a marker; between two of them hardly anything happens."""
        drafts, markers = self._drafts, self._drafts.markers
        units = drafts.units
        done = 0
        for index in sorted(markers):
            if done < index:
                self._pass_over(done, index)
            place = self._plant(markers[index], index)
            if place is None:
                del markers[index]
                self._pass_over(index, index + 1)
            else:
                units[index] = place
            done = index + 1
        self._pass_over(done, len(drafts))
        self._close(0, len(drafts))
        for index in drafts.noise:
            units[index] = None

    def _pass_over(self, first: int, end: int) -> None:
        """Put the paragraphs from `first` to `end`, which have no marker, into the innermost open unit."""
        stack, units = self._stack, self._drafts.units
        while first < end and stack and stack[-1].marker.family is _BULLET:
            if first not in self._noise:
                self._leave_list(first)
            units[first] = self._places[-1] if stack else None
            first += 1
        if stack and first < end:
            units[first:end] = [self._places[-1]] * (end - first)

    def _leave_list(self, index: int) -> None:
        """An unmarked paragraph ends a list of bullets, unless its last item announces it with a colon."""
        if not self._announces(index):
            stack = self._stack
            depth = len(stack)
            while depth and stack[depth - 1].marker.family is _BULLET:
                depth -= 1
            self._close(depth, index)

    def _close(self, depth: int, index: int) -> None:
        """Close the open units from `depth` on; their last paragraph is the one before `index`."""
        stack = self._stack
        if depth < len(stack):
            last = index - 1
            while last in self._noise:
                last -= 1
            for node in stack[depth:]:
                node.last = last
            del stack[depth:], self._places[depth:]

    def _announces(self, index: int) -> bool:
        """Say whether the paragraph before the one at `index` ends with a colon."""
        before, least = index - 1, max(0, index - 4)
        while before >= least and before in self._noise:
            before -= 1
        return before >= least and self._drafts.ending(before)[-1] == ":"

    def _plant(self, marker: Marker, index: int) -> int | None:
        """Open a unit if `marker` is one; return its node."""
        stack, family = self._stack, marker.family
        remark: str | None = None
        loose = index in self._loose
        doubtful = marker.printed in _DOUBTFUL
        if stack and not (loose or doubtful) and _is_next(stack[-1].marker, marker):
            depth: int | None = len(stack) - 1
        elif family is _BULLET:
            depth = None if loose else self._bullet_depth(marker)
        else:
            if doubtful or family is Family.DOTTED:
                marker = self._mended(self._roman_or_letter(self._without_footnote(marker)))
                self._drafts.markers[index] = marker
                family = marker.family
            depth, remark = self._depth(marker, index, loose=loose)
        if depth is None:
            return None
        if depth < len(stack):
            self._close(depth, index)
        place = len(self.nodes)
        parent = self._places[-1] if depth else None
        node = Node(marker, parent, depth + 1, index, index, remark)
        self.nodes.append(node)
        stack.append(node)
        self._places.append(place)
        return place

    def _without_footnote(self, marker: Marker) -> Marker:
        """Return `marker` without the number of a footnote that print raised and the text ran into it (`2.15 …`)."""
        if marker.family is not Family.DOTTED or len(marker.path) > 2 or marker.path[-1] == 1:
            return marker
        serial = marker._replace(family=Family.NUMBER, path=marker.path[:1], printed=marker.printed.partition(".")[0])
        for node in reversed(self._stack):
            other = node.marker
            if other.family is Family.DOTTED or other.path == marker.path[:1]:
                return marker
            if other.family is Family.NUMBER:
                return serial if follows(other, serial) else marker
            if other.family is Family.ARTICLE:
                return serial if serial.path == (1,) else marker
        return marker

    def _roman_or_letter(self, marker: Marker) -> Marker:
        """Return a lone `i`, `v` or `x` as the roman numeral that it is, unless it goes on with the alphabet.

        A lone `H` is a damaged `II` where `I` stands open, and a letter elsewhere.
        """
        if marker.family is Family.ROMAN and marker.printed == "H":
            stands = any(n.marker.family is Family.ROMAN and n.marker.path == (1,) for n in self._stack[:2])
            return marker._replace(printed="II") if stands else marker._replace(family=Family.CAPITAL, path=(8,))
        if marker.family is not Family.LETTER or marker.printed not in _SMALL_ROMAN:
            return marker
        for node in reversed(self._stack):
            other = node.marker
            if other.family is Family.LOWER_ROMAN:
                break
            if other.family is Family.LETTER and follows(other, marker):
                return marker
        return marker._replace(family=Family.LOWER_ROMAN, path=(_SMALL_ROMAN[marker.printed],))

    def _mended(self, marker: Marker) -> Marker:
        """Return `marker` as the digit or the letter that a scanner took for another, where only that goes on."""
        if marker.family is Family.ENCLOSED and marker.printed in _LETTERS_READ_AS_DIGITS:
            letter = _LETTERS_READ_AS_DIGITS[marker.printed]
            meant = marker._replace(family=Family.LETTER, path=(_ALPHABET.index(letter) + 1,), printed=letter)
        elif marker.family in (Family.CAPITAL, Family.LETTER) and marker.printed in _DIGITS_READ_AS_LETTERS:
            digit = _DIGITS_READ_AS_LETTERS[marker.printed]
            meant = marker._replace(family=Family.NUMBER, path=(int(digit),), printed=digit)
        else:
            return marker
        if self._goes_on(marker):
            return marker
        return meant if self._goes_on(meant) or meant.printed == "a" else marker

    def _goes_on(self, marker: Marker) -> bool:
        """Say whether `marker` is the next of an open sequence."""
        same = self._open(marker)
        return same is not None and follows(self._stack[same].marker, marker)

    def _depth(self, marker: Marker, index: int, *, loose: bool) -> tuple[int | None, str | None]:
        """Return at which depth of the stack `marker`, no bullet, opens a unit (None: it does not), and what is odd."""
        same = self._open(marker)
        if same is not None:
            before = self._stack[same].marker
            if follows(before, marker):
                return (None, None) if loose and marker.weak else (same, None)
            return self._broken_sequence(marker, index, same, before, loose=loose)
        first = _is_first(marker)
        if loose and (marker.weak or not first):
            return None, None
        if marker.family is Family.DOTTED:
            return self._dotted_depth(marker)
        if first:
            return self._new_depth(marker, index), None
        if marker.weak or (marker.path[-1] > _SKIP and marker.family is not Family.ARTICLE):
            return None, None
        return self._new_depth(marker, index), None if marker.family is Family.ARTICLE else "misnumbered_section"

    def _open(self, marker: Marker) -> int | None:
        """Return the depth of the innermost open unit whose markers are of the same make."""
        family, levels = marker.family, len(marker.path)
        above = marker.path[:-1] if family is Family.DOTTED else None
        depth = len(self._stack)
        for node in reversed(self._stack):
            depth -= 1
            other = node.marker
            if other.family is family and len(other.path) == levels:
                return depth
            if other.path == above:
                return None  # the unit that it numbers the parts of
        return None

    def _broken_sequence(
        self, marker: Marker, index: int, same: int, before: Marker, *, loose: bool
    ) -> tuple[int | None, str | None]:
        if loose or marker.weak:
            return None, None
        if _is_first(marker):
            if self._announces(index) and same == len(self._stack) - 1 and marker.family is not Family.ARTICLE:
                return same + 1, None  # a list inside an item of a list of the same make
            return same, None
        if marker.family is Family.DOTTED:
            return same, None if marker.path[:-1] != before.path[:-1] and marker.path[
                -1
            ] == 1 else "misnumbered_section"
        parent = self._places[same - 1] if same else None
        if marker.path[-1] == self._census.members(parent, marker.family) + 1:
            return same, "misnumbered_section"  # in its place, after one whose number was misread
        step = marker.path[-1] - before.path[-1]
        if marker.family is Family.LETTER and 0 < step <= _SKIP:
            return same, None
        if 0 < step <= _SKIP:
            return same, "section_skipped"
        if step == 0:
            return same, "duplicate_marker"
        if marker.family < Family.ROMAN or -_SKIP <= step < 0:
            return same, "misnumbered_section"
        return None, None

    def _dotted_depth(self, marker: Marker) -> tuple[int | None, str | None]:
        for depth in range(len(self._stack), 0, -1):
            other = self._stack[depth - 1].marker
            if other.path == marker.path[:-1] and other.family in (Family.NUMBER, Family.DOTTED):
                return depth, None if marker.path[-1] == 1 else "misnumbered_section"
        return self._new_depth(marker, 0), None

    def _bullet_depth(self, marker: Marker) -> int:
        stack = self._stack
        depth = len(stack)
        while depth:
            depth -= 1
            other = stack[depth].marker
            if other.printed == marker.printed and other.family is _BULLET:
                return depth
            if other.family is not _BULLET:
                break
        return len(stack)

    def _new_depth(self, marker: Marker, index: int) -> int:
        """Return the depth under the open units that are wider than `marker`."""
        depth = len(self._stack)
        while depth and self._is_narrower(self._stack[depth - 1].marker, marker, index):
            depth -= 1
        return depth

    def _is_narrower(self, inner: Marker, marker: Marker, index: int) -> bool:
        if inner.family is _BULLET:
            return True
        if (inner.family, marker.family) in _EITHER_WAY:
            return self._census.first(marker.family) < self._census.first(inner.family)
        if inner.family is Family.LETTER and marker.family is Family.NUMBER and self._announces(index):
            return False
        return inner.family > marker.family


def _is_next(before: Marker, marker: Marker) -> bool:
    """Say whether `marker` goes on with the sequence, or the list, that `before` belongs to."""
    if before.family is not marker.family:
        return False
    return before.printed == marker.printed if marker.family is _BULLET else follows(before, marker)


def _is_first(marker: Marker) -> bool:
    return bool(marker.path) and marker.path[-1] == 1


def grow(drafts: Drafts) -> list[Node]:
    """Return the tree of `drafts`; each learns its unit, and those whose marker is not believed lose it."""
    drafts.units[:] = [None] * len(drafts)
    drop_quoted_markers(drafts)
    gardener = _Gardener(drafts)
    gardener.grow()
    return _prune(gardener.nodes, drafts)


def _prune(nodes: list[Node], drafts: Drafts) -> list[Node]:
    """Take out the lists of the preamble: bullets before the first unit, numbers before the first article."""
    tops = [index for index, node in enumerate(nodes) if node.parent is None]
    families = [nodes[index].marker.family for index in tops]
    statute = next((place for place, family in enumerate(families) if family <= Family.ARTICLE), None)
    if statute is not None and all(family >= Family.NUMBER for family in families[:statute]):
        first = statute
    else:
        first = next((place for place, family in enumerate(families) if family is not Family.BULLET), 0)
    cut = tops[first] if tops else 0
    if not cut:
        return nodes
    drafts.units[:] = [None if unit is None or unit < cut else unit - cut for unit in drafts.units]
    kept = nodes[cut:]
    for node in kept:
        node.parent = None if node.parent is None else node.parent - cut
    return kept
