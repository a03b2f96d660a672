"""Text of documents as HTML, with the records in it marked in place.

The text of a document is hostile: every letter of it passes through ``escape`` here, and nothing else makes ``Markup``
of it. What a page shows has exactly as many code points as the text, so that an offset counted in the page is an
offset into the text (``shown`` says which letters change).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from corpus.store.snippets import Snippet

__all__ = ["Mark", "excerpt", "highlight", "shown", "stretches"]

_UNSHOWABLE = re.compile(
    r"\r(?=\n)"  # one end of a line, not two
    r"|[\r\x0b\x0c\x85\u2028\u2029]"  # other ends of lines
    r"|[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]"  # what HTML cannot hold
    r"|[\u202a-\u202e\u2066-\u2069]"  # what would show letters in another order than they stand
)
_LINE_ENDS = frozenset("\r\x0b\x0c\x85\u2028\u2029")
_SPACES = re.compile(r"\s+")
_STRETCH = 4_000
"""Code points: about a screen, so that a browser need not lay out the screens that nobody looks at."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text to be marked: ``text[start:end]``."""

    start: int
    end: int
    kind: str
    """The class of the element: which layer it belongs to."""
    id: str
    href: str | None = None
    """Where a click leads; a mark without is only seen."""
    more: str = ""
    """Further classes: what a reviewer made of the record."""


def shown(text: str) -> str:
    """The text as a page can show it, letter for letter: line ends as ``\\n``, controls as the sign for no letter."""
    return _UNSHOWABLE.sub(_replacement, text)


def _replacement(found: re.Match[str]) -> str:
    if found[0] == "\r" and found.string[found.end() : found.end() + 1] == "\n":
        return " "
    return "\n" if found[0] in _LINE_ENDS else "\ufffd"


def stretches(text: str, breaks: Iterable[int] = ()) -> list[int]:
    """Where to cut a text into parts that a browser lays out one by one: at ends of lines, and at ``breaks``.

    Ends with the length of the text; begins with the first cut, not with 0.
    """
    cuts: list[int] = []
    position = 0
    for stop in (*sorted(place for place in set(breaks) if 0 < place < len(text)), len(text)):
        while stop - position > _STRETCH:
            line_end = text.find("\n", position + _STRETCH, stop)
            if line_end < 0:
                break
            position = line_end + 1
            cuts.append(position)
        if stop > position:
            cuts.append(stop)
        position = max(position, stop)
    return cuts


def highlight(text: str, marks: Iterable[Mark], cuts: Sequence[int]) -> list[Markup]:
    """The text up to each cut as HTML, its marks as elements that nest whatever way the stretches overlap.

    A mark that another one crosses, or that is cut, is closed and opened again; its first part alone has its id. Links
    hold nothing but text: where marks lie in each other, the innermost is the link, and one that holds others is linked
    from its first bare part. Time grows as the text does, and as the marks times how many lie over each other.
    """
    page = shown(text)
    events = sorted({0, *cuts, *(place for mark in marks for place in (mark.start, mark.end))})
    opening = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    parts: list[Markup] = []
    writer = _Writer(page)
    ends = iter(cuts)
    cut = next(ends, None)
    following = 0
    for place, after in zip(events, [*events[1:], len(page)], strict=True):
        writer.close_until(place)
        if place == cut:
            parts.append(writer.cut())
            cut = next(ends, None)
            if cut is None:
                break
        while following < len(opening) and opening[following].start == place:
            writer.open.append(opening[following])
            following += 1
        writer.write(place, after)
    return parts


class _Writer:
    """The elements that are open, and what was written since the last cut."""

    def __init__(self, page: str) -> None:
        self._page = page
        self.open: list[Mark] = []
        """What covers the next letter, the outermost first."""
        self._written: list[str] = []
        self._elements: list[Mark] = []
        self._named: set[str] = set()
        self._linked: set[str] = set()

    def close_until(self, place: int) -> None:
        """Forget the marks that end here."""
        self.open = [mark for mark in self.open if mark.end > place]

    def write(self, start: int, end: int) -> None:
        """Write the letters between two events, inside all that is open."""
        if start == end:
            return
        inner = self.open[-1] if self.open else None
        link = next((mark for mark in reversed(self.open) if mark.href is not None), None)
        if link is not None and link.id in self._linked:
            link = None
        is_bare = inner is not None and inner.end == end and inner.id not in self._named and link in (None, inner)
        self._enter(self.open[:-1] if is_bare else self.open)
        letters = escape(self._page[start:end])
        names = self._names(inner) if inner is not None and is_bare else Markup("")
        if link is not None:
            self._linked.add(link.id)
            self._written.append(Markup('<a{} href="{}">{}</a>').format(names, link.href, letters))
        else:
            self._written.append(Markup("<span{}>{}</span>").format(names, letters) if is_bare else letters)

    def cut(self) -> Markup:
        """Close everything, and return what was written."""
        self._enter([])
        written = Markup("").join(map(Markup, self._written))
        self._written = []
        return written

    def _enter(self, wanted: Sequence[Mark]) -> None:
        """Close and open elements until those of ``wanted`` are open, in their order."""
        common = 0
        for have, want in zip(self._elements, wanted, strict=False):
            if have is not want:
                break
            common += 1
        self._written += ["</span>"] * (len(self._elements) - common)
        del self._elements[common:]
        for mark in wanted[common:]:
            self._written.append(f"<span{self._names(mark)}>")
            self._elements.append(mark)

    def _names(self, mark: Mark) -> Markup:
        """The attributes of an element: its class, and its id where it is the first of its mark."""
        classes = f"m {mark.kind} {mark.more}".rstrip()
        if mark.id in self._named:
            return Markup(' class="{}" data-record="{}"').format(classes, mark.id)
        self._named.add(mark.id)
        return Markup(' class="{}" id="{}"').format(classes, mark.id)


def excerpt(text: str, snippet: Snippet) -> Markup:
    """The stretch of a text that a search found, on one line, its matches as ``<mark>``."""
    return Markup(snippet.marked(text, "<mark>", "</mark>", clean=_clean))


def _clean(part: str) -> str:
    return str(escape(_SPACES.sub(" ", shown(part))))
