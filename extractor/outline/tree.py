"""The section tree: which of the signs that look like markers are markers, and what lies in what.

One pass over the paragraphs with a stack of open units. A marker is believed when it continues the sequence of an open
unit, or opens a new one below it; a number that begins wrapped prose does neither.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

import regex

from extractor.outline.numbering import Family, Marker, follows
from extractor.outline.paragraphs import Draft
from extractor.reading import PartOfDocument, Remark

__all__ = ["Node", "grow"]

#: A sequence does not skip more than this at once; what skips more is no marker.
_SKIP = 6
#: What scanners make of one another's strokes; believed only where the sequence goes on with it.
_LETTERS_READ_AS_DIGITS = {"8": "a", "6": "b", "9": "g"}
_DIGITS_READ_AS_LETTERS = {"S": "5", "B": "8", "Z": "2", "G": "6", "l": "1"}
_ALPHABET = "abcdđeg"
_SMALL_ROMAN = {"i": 1, "v": 5, "x": 10}
_QUOTE_OPENS = regex.compile(
    r'"\s?(?:\d{1,3}[a-zđ]?[.)]|[a-zđ][.)]|Điều \d|Chương [IVX\d]|Mục \d|Phụ lục|[IVX]{1,5}\.)'
)
_QUOTE_CLOSES = regex.compile(r'"\s?[.;,]{0,2}$')


@dataclass(slots=True)
class Node:
    """A unit of the tree, by the paragraphs that it is made of.

    Attributes:
        marker: Its marker.
        parent: Index of the node that holds it.
        level: 1 for a top-level unit.
        first: Index of its first paragraph.
        last: Index of its last paragraph, children included.
        remark: Code of what is odd about its number.
    """

    marker: Marker
    parent: int | None
    level: int
    first: int
    last: int
    remark: str | None = None


class _Gardener:
    def __init__(self, drafts: list[Draft]) -> None:
        self._drafts = drafts
        self._stack: list[int] = []  # open nodes, outermost first
        self.nodes: list[Node] = []
        self._seen_first: dict[Family, int] = {}
        self._members: Counter[tuple[int | None, Family]] = Counter()  # of each sequence

    def grow(self) -> None:
        quoted_until = -1
        closing = _ends_of_quotes(self._drafts)
        for index, draft in enumerate(self._drafts):
            if draft.part is PartOfDocument.NOISE:
                continue
            if index > quoted_until and _QUOTE_OPENS.match(draft.first.text):
                quoted_until = closing[index]
            marker = draft.marker if index > quoted_until else None
            if marker is None or not self._plant(marker, index, draft):
                if marker is not None or index <= quoted_until:
                    draft.marker = None
                self._leave_list(index)
            draft.unit = self._stack[-1] if self._stack else None
            for node in self._stack:
                self.nodes[node].last = index

    def _leave_list(self, index: int) -> None:
        """An unmarked paragraph ends a list of bullets, unless its last item announces it with a colon."""
        while self._stack and self.nodes[self._stack[-1]].marker.family is Family.BULLET:
            if self._announces(index):
                return
            self._stack.pop()

    def _announces(self, index: int) -> bool:
        before = next(
            (
                draft
                for draft in reversed(self._drafts[max(0, index - 4) : index])
                if draft.part is not PartOfDocument.NOISE
            ),
            None,
        )
        return before is not None and before.last.text.endswith(":")

    def _plant(self, marker: Marker, index: int, draft: Draft) -> bool:
        """Open a unit if `marker` is one; say whether it is."""
        if marker.family is not Family.BULLET:
            marker = draft.marker = self._mended(self._roman_or_letter(self._without_footnote(marker)))
        depth, remark = self._depth(marker, index, draft)
        if depth is None:
            return False
        del self._stack[depth:]
        parent = self._stack[-1] if self._stack else None
        self._seen_first.setdefault(marker.family, len(self.nodes))
        self._members[parent, marker.family] += 1
        self.nodes.append(Node(marker, parent, depth + 1, index, index, remark))
        self._stack.append(len(self.nodes) - 1)
        return True

    def _without_footnote(self, marker: Marker) -> Marker:
        """Return `marker` without the number of a footnote that print raised and the text ran into it (`2.15 …`)."""
        if marker.family is not Family.DOTTED or len(marker.path) > 2 or marker.path[-1] == 1:
            return marker
        serial = replace(marker, family=Family.NUMBER, path=marker.path[:1], printed=marker.printed.partition(".")[0])
        for depth in range(len(self._stack) - 1, -1, -1):
            other = self.nodes[self._stack[depth]].marker
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
            stands = any(self.nodes[node].marker.path == (1,) for node in self._stack[:2] if self._is_roman(node))
            return replace(marker, printed="II") if stands else replace(marker, family=Family.CAPITAL, path=(8,))
        if marker.family is not Family.LETTER or marker.printed not in _SMALL_ROMAN:
            return marker
        for depth in range(len(self._stack) - 1, -1, -1):
            other = self.nodes[self._stack[depth]].marker
            if other.family is Family.LOWER_ROMAN:
                break
            if other.family is Family.LETTER and follows(other, marker):
                return marker
        return replace(marker, family=Family.LOWER_ROMAN, path=(_SMALL_ROMAN[marker.printed],))

    def _mended(self, marker: Marker) -> Marker:
        """Return `marker` as the digit or the letter that a scanner took for another, where only that goes on."""
        if marker.family is Family.ENCLOSED and marker.printed in _LETTERS_READ_AS_DIGITS:
            letter = _LETTERS_READ_AS_DIGITS[marker.printed]
            meant = replace(marker, family=Family.LETTER, path=(_ALPHABET.index(letter) + 1,), printed=letter)
        elif marker.family in (Family.CAPITAL, Family.LETTER) and marker.printed in _DIGITS_READ_AS_LETTERS:
            digit = _DIGITS_READ_AS_LETTERS[marker.printed]
            meant = replace(marker, family=Family.NUMBER, path=(int(digit),), printed=digit)
        else:
            return marker
        if self._goes_on(marker):
            return marker
        return meant if self._goes_on(meant) or meant.printed == "a" else marker

    def _goes_on(self, marker: Marker) -> bool:
        """Say whether `marker` is the next of an open sequence."""
        same = self._open(marker)
        return same is not None and follows(self.nodes[self._stack[same]].marker, marker)

    def _is_roman(self, node: int) -> bool:
        return self.nodes[node].marker.family is Family.ROMAN

    def _depth(self, marker: Marker, index: int, draft: Draft) -> tuple[int | None, str | None]:
        """Return at which depth of the stack `marker` opens a unit (None: it does not), and what is odd about it."""
        if marker.family is Family.BULLET:
            return (None, None) if draft.loose else (self._bullet_depth(marker), None)
        same = self._open(marker)
        if same is not None:
            before = self.nodes[self._stack[same]].marker
            if follows(before, marker):
                return (None, None) if draft.loose and marker.weak else (same, None)
            return self._broken_sequence(marker, index, draft, same, before)
        if draft.loose and (marker.weak or not _is_first(marker)):
            return None, None
        if marker.family is Family.DOTTED:
            return self._dotted_depth(marker)
        if marker.weak and not _is_first(marker):
            return None, None
        if not _is_first(marker) and marker.path[-1] > _SKIP and marker.family is not Family.ARTICLE:
            return None, None
        return self._new_depth(marker, index), None if _is_first(
            marker
        ) or marker.family is Family.ARTICLE else "misnumbered_section"

    def _open(self, marker: Marker) -> int | None:
        """Return the depth of the innermost open unit whose markers are of the same make."""
        for depth in range(len(self._stack) - 1, -1, -1):
            other = self.nodes[self._stack[depth]].marker
            if other.family is marker.family and len(other.path) == len(marker.path):
                return depth
            if marker.family is Family.DOTTED and other.path == marker.path[:-1]:
                return None  # the unit that it numbers the parts of
        return None

    def _broken_sequence(
        self, marker: Marker, index: int, draft: Draft, same: int, before: Marker
    ) -> tuple[int | None, str | None]:
        if draft.loose or marker.weak:
            return None, None
        if _is_first(marker):
            if self._announces(index) and same == len(self._stack) - 1 and marker.family is not Family.ARTICLE:
                return same + 1, None  # a list inside an item of a list of the same make
            return same, None
        if marker.family is Family.DOTTED:
            return same, None if marker.path[:-1] != before.path[:-1] and marker.path[
                -1
            ] == 1 else "misnumbered_section"
        parent = self._stack[same - 1] if same else None
        if marker.path[-1] == self._members[parent, marker.family] + 1:
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
        for depth in range(len(self._stack) - 1, -1, -1):
            other = self.nodes[self._stack[depth]].marker
            if other.path == marker.path[:-1] and other.family in (Family.NUMBER, Family.DOTTED):
                return depth + 1, None if marker.path[-1] == 1 else "misnumbered_section"
        return self._new_depth(marker, 0), None

    def _bullet_depth(self, marker: Marker) -> int:
        for depth, node in enumerate(self._stack):
            other = self.nodes[node].marker
            if other.family is Family.BULLET and other.printed == marker.printed:
                return depth
        return len(self._stack)

    def _new_depth(self, marker: Marker, index: int) -> int:
        """Return the depth under the open units that are wider than `marker`."""
        depth = len(self._stack)
        while depth and self._is_narrower(self.nodes[self._stack[depth - 1]].marker, marker, index):
            depth -= 1
        return depth

    def _is_narrower(self, inner: Marker, marker: Marker, index: int) -> bool:
        if inner.family is Family.BULLET:
            return True
        pair = {inner.family, marker.family}
        if pair in ({Family.CAPITAL, Family.ROMAN}, {Family.LETTER, Family.ENCLOSED}, {Family.ENCLOSED, Family.NUMBER}):
            first = self._seen_first
            return first.get(marker.family, len(self.nodes)) < first.get(inner.family, len(self.nodes))
        if inner.family is Family.LETTER and marker.family is Family.NUMBER and self._announces(index):
            return False
        return inner.family > marker.family


def _is_first(marker: Marker) -> bool:
    return bool(marker.path) and marker.path[-1] == 1


def _ends_of_quotes(drafts: list[Draft]) -> list[int]:
    """Return for each paragraph the index of the next one at or after it that closes a quotation (-1: none)."""
    ends = [-1] * len(drafts)
    found = -1
    for index in range(len(drafts) - 1, -1, -1):
        if _QUOTE_CLOSES.search(drafts[index].last.text[-6:]):
            found = index
        ends[index] = found
    return ends


def grow(drafts: list[Draft]) -> list[Node]:
    """Return the tree of `drafts`; each learns its unit, and those whose marker is not believed lose it."""
    gardener = _Gardener(drafts)
    gardener.grow()
    return _prune(gardener.nodes, drafts)


def _prune(nodes: list[Node], drafts: list[Draft]) -> list[Node]:
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
    for draft in drafts:
        if draft.unit is not None:
            draft.unit = draft.unit - cut if draft.unit >= cut else None
    kept = nodes[cut:]
    for node in kept:
        node.parent = None if node.parent is None else node.parent - cut
    return kept


def remarks(nodes: list[Node], where: list[tuple[int, int]]) -> list[Remark]:
    """Return what is odd about the numbers of `nodes`, whose markers stand at `where` in the flow."""
    messages = {
        "misnumbered_section": "Mục {} không nối tiếp số trước",
        "section_skipped": "Trước mục {} thiếu số thứ tự",
        "duplicate_marker": "Số thứ tự {} bị lặp",
    }
    return [
        Remark(node.remark, messages[node.remark].format(node.marker.printed), *span)
        for node, span in zip(nodes, where, strict=True)
        if node.remark
    ]
