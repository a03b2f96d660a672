"""Draw what goes in and what comes out: a sample directive, marked, beside the records that the extractor reads in it.

    python docs/tools/make_overview.py           # writes docs/pictures/overview.svg
    python docs/tools/make_overview.py --check   # exit code 1 if it is out of date

Nothing in the picture is typed by hand: the marks are the spans of the records, the lines on the right their values.
"""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from corpus.samples import chain_paths
from extractor import extract
from schemas import Directive

PICTURE = Path(__file__).resolve().parent.parent / "pictures" / "overview.svg"
SAMPLE = "6-ke-hoach-ubnd-xa.txt"

_WIDTH, _MARGIN, _LINE, _SIZE = 1120, 34, 21, 15
_LEFT_WIDTH, _COLUMNS = 570, 80
_RIGHT = _MARGIN + _LEFT_WIDTH + 42

_LAYERS = ("citation", "deadline", "target", "responsibility")
_HEADINGS = {
    "header": "who, what, when",
    "citation": "documents cited",
    "deadline": "due",
    "target": "to be reached",
    "responsibility": "who answers for it",
}
_STYLE = """
.page{fill:#fff;stroke:#c9c5bb}.back{fill:#f4f2ec}.text{fill:#22201c;font-family:Georgia,'Times New Roman',serif}
.sans{font-family:system-ui,'Segoe UI',Roboto,sans-serif;fill:#22201c}.faint{fill:#6b675e}
.citation{fill:#cfe3f7}.deadline{fill:#fbd9b5}.target{fill:#d5ecc8}.responsibility{fill:#e6d7f3}.header{fill:#e4e1d8}
@media (prefers-color-scheme:dark){.page{fill:#1d1f22;stroke:#3b3e43}.back{fill:#131416}.text,.sans{fill:#e6e3dc}
.faint{fill:#a29e95}.citation{fill:#1f4468}.deadline{fill:#6b4416}.target{fill:#2f5222}.responsibility{fill:#4b3566}
.header{fill:#34363a}}
"""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text, and the layer of the record that it is the evidence of."""

    start: int
    end: int
    layer: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A line on the right."""

    layer: str
    value: str
    note: str = ""


def main() -> None:
    """Write the picture, or check it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if the picture is out of date")
    check = parser.parse_args().check
    path = next(path for path in chain_paths() if path.name == SAMPLE)
    text = path.read_text("utf-8")
    drawn = picture(text, extract(text))
    if not check:
        PICTURE.parent.mkdir(exist_ok=True)
        PICTURE.write_text(drawn, "utf-8")
    elif not PICTURE.exists() or PICTURE.read_text("utf-8") != drawn:
        sys.exit(f"out of date: {PICTURE.name}")


def picture(text: str, directive: Directive) -> str:
    """The picture of a directive and its records, as SVG."""
    lines = list(_wrapped(text))
    facts = list(_facts(directive))
    groups = len({fact.layer for fact in facts})
    height = 2 * _MARGIN + 10 + max(len(lines), len(facts) + 2 * groups) * _LINE
    body = [*_left(text, lines, _marks(directive)), *_right(facts)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" aria-labelledby="t">',
            '<title id="t">A directive, and the records that are read in it</title>',
            f"<style>{_STYLE.strip()}</style>",
            f'<rect class="back" width="{_WIDTH}" height="{height}" rx="10"/>',
            f'<rect class="page" x="{_MARGIN - 14}" y="{_MARGIN - 12}" width="{_LEFT_WIDTH + 28}"'
            f' height="{height - 2 * _MARGIN + 24}"/>',
            *body,
            "</svg>",
            "",
        ]
    )


def _wrapped(text: str) -> Iterator[tuple[int, int]]:
    """The lines as they are shown: stretches of the text, empty lines once."""
    position, before = 0, True
    for line in text.splitlines(keepends=True):
        start, position = position, position + len(line)
        bare = line.strip()
        if not bare:
            if not before:
                yield start, start
            before = True
            continue
        before = False
        for part in textwrap.wrap(bare, _COLUMNS, break_on_hyphens=False):
            start = text.index(part, start)
            yield start, start + len(part)
            start += len(part)


def _marks(directive: Directive) -> list[Mark]:
    layers = (directive.citations, directive.deadlines, directive.targets, directive.responsibilities)
    return [
        Mark(record.span.start, record.span.end, layer)
        for layer, records in zip(_LAYERS, layers, strict=True)
        for record in records
    ]


def _facts(directive: Directive) -> Iterator[Fact]:
    header = directive.header
    yield Fact("header", f"{header.doc_type.value if header.doc_type else ''} {header.key}", str(header.issued_on))
    yield Fact("header", str(header.issuer))
    for citation in directive.citations:
        yield Fact("citation", str(citation.key), f"{citation.relation.value}, {citation.issued_on}")
    for deadline in directive.deadlines:
        value = deadline.rrule or " … ".join(str(day) for day in (deadline.start, deadline.end) if day is not None)
        work = textwrap.shorten(deadline.task or "", 24 if deadline.rrule else 36, placeholder="…")
        yield Fact("deadline", f"{deadline.bound.value} {value}", work)
    for target in directive.targets:
        yield Fact("target", f"{target.comparator.value} {target.value} {target.unit or ''}", target.subject or "")
    for responsibility in directive.responsibilities:
        yield Fact("responsibility", responsibility.body, responsibility.role.value)


def _left(text: str, lines: Sequence[tuple[int, int]], marks: Sequence[Mark]) -> Iterator[str]:
    for number, (start, end) in enumerate(lines):
        y, x = _MARGIN + 14 + number * _LINE, float(_MARGIN)
        for part_start, part_end, layer in _parts(start, end, marks):
            words = text[part_start:part_end]
            width = _width(words)
            if layer:
                yield f'<rect class="{layer}" x="{x - 1:.1f}" y="{y - 15}" width="{width + 2:.1f}" height="20" rx="3"/>'
            yield (
                f'<text class="text" x="{x:.1f}" y="{y}" font-size="{_SIZE}" textLength="{width:.1f}"'
                f' lengthAdjust="spacingAndGlyphs" xml:space="preserve">{escape(words)}</text>'
            )
            x += width


def _parts(start: int, end: int, marks: Sequence[Mark]) -> Iterator[tuple[int, int, str]]:
    """A line cut where marks begin and end; the first mark of those that overlap is shown."""
    position = start
    for mark in sorted(marks, key=lambda mark: mark.start):
        first, last = max(mark.start, position), min(mark.end, end)
        if first >= last:
            continue
        if position < first:
            yield position, first, ""
        yield first, last, mark.layer
        position = last
    if position < end:
        yield position, end, ""


def _right(facts: Sequence[Fact]) -> Iterator[str]:
    y, layer = _MARGIN + 14, ""
    for fact in facts:
        if fact.layer != layer:
            y += 8 if layer else 0
            layer = fact.layer
            yield f'<rect class="{layer}" x="{_RIGHT}" y="{y - 12}" width="14" height="14" rx="3"/>'
            yield f'<text class="sans faint" x="{_RIGHT + 22}" y="{y}" font-size="13">{_HEADINGS[layer]}</text>'
            y += _LINE + 2
        yield f'<text class="sans" x="{_RIGHT + 22}" y="{y}" font-size="14.5">{escape(fact.value)}'
        if fact.note:
            yield f'<tspan class="faint" font-size="13" dx="10">{escape(fact.note)}</tspan>'
        yield "</text>"
        y += _LINE


def _width(words: str) -> float:
    """About how wide words are in a serif type; the picture holds the type to it."""
    return sum(_character_width(letter) for letter in words) * _SIZE


def _character_width(letter: str) -> float:
    if letter in " .,:;'|!()/-ijlíìỉĩị":
        return 0.29
    if letter in "tfrI":
        return 0.36
    if letter in "mwMW%":
        return 0.82
    if letter.isupper():
        return 0.68
    return 0.5


if __name__ == "__main__":
    main()
