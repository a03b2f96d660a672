"""The text of a document with everything that stands in it marked in place, cut at its pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from corpus.outline import BULLETS
from corpus.reviews import Verdict
from corpus.web.highlighting import Mark, highlight, stretches
from corpus.web.reading.paper import LAYERS, Paper
from schemas import Section, Span

__all__ = ["Leaf", "Stretch", "leaves", "place_of_heading"]

_SECTION = "sec"
_NOTICED = "dia"
_FOUND = "fnd"
_DOUBTFUL = 0.5
_LONGEST_HEADING = 400
_VERDICTS = {
    Verdict.CONFIRMED: "confirmed",
    Verdict.CORRECTED: "corrected",
    Verdict.ADDED: "added",
    Verdict.REJECTED: "rejected",
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the text as HTML; ``start`` is the offset of its first letter."""

    start: int
    html: Markup


@dataclass(frozen=True, slots=True)
class Leaf:
    """The text of one page; ``number`` is ``None`` where the file has no pages."""

    number: int | None
    stretches: Sequence[Stretch]


def leaves(paper: Paper, found: Iterable[tuple[int, int]] = (), *, asked: str = "") -> list[Leaf]:
    """The whole text, page by page; ``found`` are stretches that were searched for, ``asked`` what links ask again."""
    pages = paper.directive.source.pages
    breaks = {page.span.start: page.number for page in pages[1:]}
    cuts = stretches(paper.text, breaks)
    searched = [Mark(start, end, _FOUND, f"found-{number}") for number, (start, end) in enumerate(found, 1)]
    parts = highlight(paper.text, [*searched, *_marks(paper, asked)], cuts)
    done: list[Leaf] = []
    number = pages[0].number if pages else None
    on_page: list[Stretch] = []
    for start, html in zip([0, *cuts], parts, strict=False):
        if start in breaks:
            done.append(Leaf(number, on_page))
            number, on_page = breaks[start], []
        on_page.append(Stretch(start, html))
    return [*done, Leaf(number, on_page)]


def _marks(paper: Paper, asked: str) -> Iterator[Mark]:
    for section in paper.directive.sections:
        if section.marker not in BULLETS:
            place = place_of_heading(section, paper.text)
            yield Mark(place.start, place.end, _SECTION, section.id)
    for number, noticed in enumerate(paper.directive.diagnostics, 1):
        if noticed.span is not None:
            yield Mark(noticed.span.start, noticed.span.end, _NOTICED, f"diagnostic-{number}")
    for one in paper.records:
        span, name = one.record.span, one.record.id
        verdict = Verdict.REJECTED if one.is_rejected else paper.verdicts.get((one.layer, name))
        more = _VERDICTS[verdict] if verdict else "doubtful" if one.record.confidence <= _DOUBTFUL else ""
        yield Mark(span.start, span.end, LAYERS[one.layer], name, f"?{asked}record={name}#{name}", more)


def place_of_heading(section: Section, text: str) -> Span:
    """Where the marker and the heading of a section stand: what is set in bold, and what the outline leads to."""
    start = section.span.start
    limit = min(section.span.end, start + _LONGEST_HEADING)
    end = start + len(section.marker or "")
    if section.heading:
        found = re.compile(r"\s+".join(map(re.escape, section.heading.split()))).search(text, start, limit)
        line_end = text.find("\n", end, limit)
        end = found.end() if found is not None else line_end if line_end >= 0 else limit
    return Span(start=start, end=max(min(end, section.span.end), start + 1))
