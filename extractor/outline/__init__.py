"""The outline of a document: its head, its section tree and its close."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex

from extractor.reading import Paragraph, PartOfDocument, Reading, Unit
from extractor.text import FlowBuilder, Line, SourceText, split_lines
from schemas.vocabulary import SectionKind

__all__ = ["read_outline"]

_MARKER = regex.compile(
    r"(?P<roman>[IVX]{1,5})[.)]\s|(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})[.)-]+\s|(?P<letter>[a-zđ])[.)]\s|(?P<bullet>[-+*])\s*\S|(?P<article>Điều \d{1,3})[.:]"
)


def read_outline(source: SourceText) -> Reading:
    """Lay `source` out in paragraphs and read its outline."""
    builder = FlowBuilder(source.text)
    paragraphs: list[Paragraph] = []
    units: list[Unit] = []
    stack: list[tuple[str, int]] = []
    for lines in _paragraphs(split_lines(source.text)):
        start, end = builder.paragraph([(line.start, line.end) for line in lines])
        match = _MARKER.match(lines[0].text)
        if match and match.lastgroup:
            kind = match.lastgroup + str(match.group(match.lastgroup).count("."))
            while stack and kind in [k for k, _ in stack]:
                stack.pop()
            parent = stack[-1][1] if stack else None
            if match.lastgroup in ("roman", "article") or stack:
                units.append(
                    Unit(
                        len(units),
                        parent,
                        len(stack) + 1,
                        match.group(match.lastgroup),
                        None if stack else SectionKind.KHAC,
                        None,
                        start,
                        end,
                    )
                )
                stack.append((kind, len(units) - 1))
        part = PartOfDocument.BODY if units else PartOfDocument.PREAMBLE
        for _, index in stack:
            units[index] = replace(units[index], end=end)
        paragraphs.append(Paragraph(start, end, part, len(units) - 1 if units else None, start))
    return Reading(source, builder.build(), tuple(paragraphs), tuple(units))


def _paragraphs(lines: list[Line]) -> Iterator[list[Line]]:
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and (
            line.gap or _MARKER.match(line.text) or paragraph[-1].text[-1] in ".;:!?" or not line.text[0].islower()
        ):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph
