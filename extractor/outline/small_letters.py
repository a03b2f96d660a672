"""Letterheads whose capitals were lost.

The fonts of the nineties that print only capitals keep small letters beneath them. Converted to Unicode, such a
letterhead reads `bộ tài chính        cộng hòa xã hội chủ nghĩa việt nam`, and its type line `thông tư`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import regex

from extractor.lexicon import load
from extractor.outline.head import is_type_line_in_small_letters
from extractor.outline.phrases import MOTTO
from extractor.outline.shapes import EDGES
from extractor.outline.strips import Strip, columns

__all__ = ["with_capitals"]

#: The title of the state as no sentence writes it: with `nam` in small letters, at the end of its line.
_TITLE = regex.compile(
    r"\s{1,3}".join(("[Cc]ộng", "h(?:òa|oà)", "xã", "hội", "chủ", "nghĩa", "[Vv]iệt", "nam")) + r"\W{0,4}$"
)
_MOTTO = regex.compile(MOTTO)
#: The motto stands at most so many strips below the title of the state, a body's name as many above it.
_NEAR = 4
#: The type line stands at most this far below the title of the state, the enacting body so far below the type line.
_HEAD_LINES = 24
_TITLE_LINES = 15
#: The name of a body is at most this long.
_NAME_LENGTH = 70


def with_capitals(strips: list[Strip]) -> list[Strip]:
    """Return `strips` with the capitals of letterheads, type lines and enacting bodies put back where a font took them.

    The positions of the strips stay as they are; only their texts change.
    """
    for index, strip in enumerate(strips):
        if strip.text.rstrip(EDGES).endswith("nam") and _is_title(strips, index):
            _restore(strips, index)
    return strips


def _is_title(strips: Sequence[Strip], index: int) -> bool:
    """Say whether the strip at `index` is a title of the state in small letters, over its motto."""
    match = _TITLE.search(strips[index].text)
    if match is None or not (match.start() == 0 or strips[index].text[0].islower() or "   " in strips[index].text):
        return False
    return any(_MOTTO.search(strip.text) for strip in strips[index + 1 : index + 1 + _NEAR])


def _restore(strips: list[Strip], title: int) -> None:
    """Put capitals back from the names of bodies above the title of the state to the body that enacts."""
    restored = False
    for index in range(max(0, title - _NEAR), min(len(strips), title + _HEAD_LINES)):
        strip = strips[index]
        if is_type_line_in_small_letters(strip.text):
            strips[index] = _upper(strip)
            _restore_enacting_body(strips, index + 1)
            return
        if index == title or _names_body(strip.text) or (restored and strip.text[:1].islower()):
            strips[index] = _in_capitals(strip)
        restored = strips[index].text != strip.text


def _restore_enacting_body(strips: list[Strip], first: int) -> None:
    for index in range(first, min(len(strips) - 1, first + _TITLE_LINES)):
        if _names_body(strips[index].text) and _grounds().match(strips[index + 1].text):
            strips[index] = _upper(strips[index])
            return


def _in_capitals(strip: Strip) -> Strip:
    """Return a line of a letterhead with capitals in those of its columns that name a body or the state."""
    text = strip.text
    for part in columns(strip):
        begin = part.start - strip.start
        motto = _MOTTO.search(part.text)
        words = part.text[: motto.start()] if motto else part.text
        if words[:1].islower() or _TITLE.search(words):
            text = text[:begin] + words.upper() + text[begin + len(words) :]
    return replace(strip, text=text) if len(text) == len(strip.text) else strip


def _upper(strip: Strip) -> Strip:
    text = strip.text.upper()
    return replace(strip, text=text) if len(text) == len(strip.text) else strip


@cache
def _bodies() -> regex.Pattern[str]:
    kinds = sorted(load("letterhead")["issuers"]["kinds"], key=len, reverse=True)
    return regex.compile(rf"(?:{'|'.join(map(regex.escape, kinds))})(?!\p{{L}})")


@cache
def _grounds() -> regex.Pattern[str]:
    openings = map(regex.escape, load("letterhead")["preamble"]["openings"])
    return regex.compile(rf"(?:[-+*•]\s{{0,3}})?(?:{'|'.join(openings)})")


def _names_body(text: str) -> bool:
    """Say whether a line begins in small letters with the name of a body, and is nothing else."""
    first = text.split("   ", 1)[0]
    return len(first) < _NAME_LENGTH and _bodies().match(text) is not None and text[-1] not in ".;:,"
