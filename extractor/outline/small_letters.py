"""Letterheads whose capitals were lost.

The fonts of the nineties that print only capitals keep small letters beneath them. Converted to Unicode, such a
letterhead reads `bộ tài chính        cộng hòa xã hội chủ nghĩa việt nam`, and its type line `thông tư`.
"""

from __future__ import annotations

import re
from functools import cache

import regex

from extractor.lexicon import load
from extractor.outline.anchors import Anchor, Anchors
from extractor.outline.head import is_type_line_in_small_letters
from extractor.outline.phrases import MOTTO
from extractor.outline.shapes import EDGES
from extractor.outline.strips import Strip, Strips, columns
from extractor.patterns import compile_plain

__all__ = ["restore_capitals"]

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


def restore_capitals(strips: Strips, anchors: Anchors) -> bool:
    """Put back the capitals of letterheads, type lines and enacting bodies that a font took; say if there were any.

    The positions of the strips stay as they are; only their texts change.
    """
    for index in anchors[Anchor.TITLE_IN_SMALL_LETTERS]:
        if strips.texts[index].rstrip(EDGES).endswith("nam") and _is_title(strips, index):
            if strips.texts is strips.printed:
                strips.texts = strips.printed.copy()
            _restore(strips, index)
    if strips.texts is strips.printed:
        return False
    strips.reprint()
    return True


def _is_title(strips: Strips, index: int) -> bool:
    """Say whether the strip at `index` is a title of the state in small letters, over its motto."""
    text = strips.texts[index]
    match = _TITLE.search(text)
    if match is None or not (match.start() == 0 or text[0].islower() or "   " in text):
        return False
    return any(_MOTTO.search(text) for text in strips.texts[index + 1 : index + 1 + _NEAR])


def _restore(strips: Strips, title: int) -> None:
    """Put capitals back from the names of bodies above the title of the state to the body that enacts."""
    restored = False
    for index in range(max(0, title - _NEAR), min(len(strips), title + _HEAD_LINES)):
        text = strips.texts[index]
        if is_type_line_in_small_letters(text):
            strips.texts[index] = _upper(text)
            _restore_enacting_body(strips, index + 1)
            return
        if index == title or _names_body(text) or (restored and text[:1].islower()):
            strips.texts[index] = _in_capitals(strips[index])
        restored = strips.texts[index] != text


def _restore_enacting_body(strips: Strips, first: int) -> None:
    for index in range(first, min(len(strips) - 1, first + _TITLE_LINES)):
        if _names_body(strips.texts[index]) and _grounds().match(strips.texts[index + 1]):
            strips.texts[index] = _upper(strips.texts[index])
            return


def _in_capitals(strip: Strip) -> str:
    """Return a line of a letterhead with capitals in those of its columns that name a body or the state."""
    text = strip.text
    for part in columns(strip):
        begin = part.start - strip.start
        motto = _MOTTO.search(part.text)
        words = part.text[: motto.start()] if motto else part.text
        if words[:1].islower() or _TITLE.search(words):
            text = text[:begin] + words.upper() + text[begin + len(words) :]
    return text if len(text) == len(strip.text) else strip.text


def _upper(text: str) -> str:
    upper = text.upper()
    return upper if len(upper) == len(text) else text


@cache
def _bodies() -> re.Pattern[str]:
    kinds = sorted(load("letterhead")["issuers"]["kinds"], key=len, reverse=True)
    return compile_plain(rf"(?:{'|'.join(map(regex.escape, kinds))})(?!\p{{L}})")


@cache
def _grounds() -> re.Pattern[str]:
    openings = map(regex.escape, load("letterhead")["preamble"]["openings"])
    return compile_plain(rf"(?:[-+*•]\s{{0,3}})?(?:{'|'.join(openings)})")


def _names_body(text: str) -> bool:
    """Say whether a line begins in small letters with the name of a body, and is nothing else."""
    first = text.split("   ", 1)[0]
    return len(first) < _NAME_LENGTH and _bodies().match(text) is not None and text[-1] not in ".;:,"
