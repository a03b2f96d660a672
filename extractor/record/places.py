"""Where findings stand: in the source, on which page, and in which section."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from extractor.reading import Reading
from extractor.record.identifiers import record_ids
from schemas import Source, Span
from schemas.making import maker_of

__all__ = ["Evidence", "Places", "PlainSpan", "holds_plain", "span_of"]

PlainSpan = dict[str, int]
"""The offsets of what is no span: a stretch of the flow that the source holds backwards, in columns side by side."""

_span = maker_of(Span)


FlowSpan = tuple[int, int]

Evidence = tuple[int, Span | PlainSpan, str, int | None, str | None]
"""What every record has that rests on a stretch of the text: where it begins in the source, and its span, its text, its
page and its section."""


class Places:
    """Leads flow positions back to the source: many at once, since that takes a third of the time.

    Attributes:
        section_ids: The ids of the sections, by the index of their unit.
        outer: The source span of every unit, wide enough for its children.
        page: Tells the page that holds a position of the source; None for a source without pages.
    """

    def __init__(self, reading: Reading, source: Source) -> None:
        self._reading = reading
        self.page = source.page_at if source.pages else None
        self.section_ids = record_ids("sections", len(reading.units))
        self.outer = self._nested_spans()

    def origins(self, spans: Iterable[FlowSpan]) -> list[tuple[int, int]]:
        """Return the source offsets of flow spans."""
        return self._reading.source.offsets.spans(self._reading.flow.offsets.spans(spans))

    def span(self, start: int, end: int) -> Span | PlainSpan:
        """Return the source span of a flow span."""
        return span_of(*self._reading.source_span(start, end))

    def spans(self, spans: Sequence[FlowSpan | None]) -> list[Span | PlainSpan | None]:
        """Return the source spans of flow spans, None of none."""
        origins = iter(self.origins(filter(None, spans)))
        return [span and span_of(*next(origins)) for span in spans]

    def lists(self, lists: Iterable[tuple[FlowSpan, ...]]) -> dict[tuple[FlowSpan, ...], tuple[Span | PlainSpan, ...]]:
        """Return the source spans of lists of flow spans, each made once."""
        distinct = dict.fromkeys(lists)
        origins = iter(self.origins(chain.from_iterable(distinct)))
        return {
            spans: tuple([span_of(*origin) for _, origin in zip(spans, origins, strict=False)]) for spans in distinct
        }

    def evidence(self, spans: Sequence[FlowSpan]) -> list[Evidence]:
        """Return what stands at flow spans, in their order."""
        printed, section, page = self._reading.source.source, self._section, self.page
        return [
            (start, span_of(start, end), printed[start:end], page(start) if page else None, section(position, start))
            for (position, _), (start, end) in zip(spans, self.origins(spans), strict=True)
        ]

    def _section(self, position: int, origin: int) -> str | None:
        """Return the id of the innermost section of a flow position that holds its source position too."""
        index = self._reading.paragraph_at(position).unit
        while index is not None:
            start, end = self.outer[index]
            if start <= origin < end:
                return self.section_ids[index]
            index = self._reading.units[index].parent
        return None

    def _nested_spans(self) -> list[tuple[int, int]]:
        """Return the source span of every unit, each wide enough for its children.

        In the flow the children of a unit lie within it. In the source they need not: the lines of a drawn table hold
        a piece of every column.
        """
        units = self._reading.units
        spans = self.origins([(unit.start, unit.end) for unit in units])
        for unit in reversed(units):
            if unit.parent is not None:
                (first, last), (start, end) = spans[unit.parent], spans[unit.index]
                if start < first or last < end:
                    spans[unit.parent] = min(first, start), max(last, end)
        return spans


def span_of(start: int, end: int) -> Span | PlainSpan:
    """Return the span between two positions of the source."""
    offsets = {"start": start, "end": end}
    return _span(offsets) if start < end else offsets


def holds_plain(spans: Iterable[Span | PlainSpan]) -> bool:
    """Say whether one of `spans` is none."""
    return dict in map(type, spans)
