"""What is hard about a stretch of text, as far as it can be told cheaply from its looks.

For grouping errors: the names say where to look first, not why a rule failed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import regex

__all__ = ["CONSTRUCTIONS", "constructions_at"]

CONSTRUCTIONS: Final = (
    "table",
    "annex",
    "damaged",
    "wrapped",
    "list",
    "quoted",
    "abbreviation",
    "capitals",
    "line_head",
    "plain",
)
"""All names, in the order in which they are given."""

_CELLS = regex.compile(r"\||\t|\S {3,}\S.*\S {3,}\S")
_ANNEX = regex.compile(r"(?m)^[^\p{L}\n]*(?:PHỤ LỤC|Phụ lục|BIỂU MẪU|Biểu mẫu|MẪU SỐ|Mẫu số)\b[^\n]{0,80}$")
#: A figure inside a word, a small letter before a capital, a sign that no Vietnamese text prints.
_DAMAGED = regex.compile(r"\p{L}\d\p{Ll}|\p{Ll}\p{Lu}\p{Ll}|[~^¬®©«»{}\\<>¥£§¡¿�]|(?i:[bcdđghklmnpqrstvx]{5})")
_ABBREVIATION = regex.compile(r"(?<![\p{L}\d/-])(?![IVXLC]+\b)\p{Lu}{2,}(?:&\p{Lu}+)?(?![\p{L}/-])")
_LINK_AFTER = regex.compile(r" ?(?:[,;] (?!ngày|của|về)|(?:và|hoặc|cùng) )")
_LINK_BEFORE = regex.compile(r"(?r)(?:[,;]| và| hoặc| cùng)(?: các)? ")
_MARKER = regex.compile(r"[^\p{L}\d\n]*(?:(?:\d{1,2}[.)-]?)+|[IVX]{1,5}[.)-]|\p{Ll}[.)])?[^\p{L}\d\n]*")


def constructions_at(text: str, start: int, end: int) -> tuple[str, ...]:
    """Return the names of what ``text[start:end]`` shows; ``plain`` where it shows nothing."""
    return tuple(_shown(text, start, end)) or ("plain",)


def _shown(text: str, start: int, end: int) -> Iterator[str]:
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    evidence = text[start:end]
    if _CELLS.search(line.strip()):
        yield "table"
    if (annex := _ANNEX.search(text, 0, start)) and annex.start() > len(text) // 20:
        yield "annex"
    if _DAMAGED.search(evidence):
        yield "damaged"
    if "\n" in evidence.strip():
        yield "wrapped"
    if _LINK_AFTER.match(text, end) or _LINK_BEFORE.match(text, line_start, start):
        yield "list"
    if (line[: start - line_start].count('"') + line[: start - line_start].count("“")) % 2:
        yield "quoted"
    if evidence.isupper():
        yield "capitals"
    elif _ABBREVIATION.search(evidence):
        yield "abbreviation"
    if _MARKER.fullmatch(text, line_start, start):
        yield "line_head"
