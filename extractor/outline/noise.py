"""Lines that the page carries and the document does not mean: page numbers, running heads, stamps, rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import regex

from extractor.outline.anchors import Anchor, Anchors
from extractor.outline.strips import Strips

__all__ = ["DIRT", "find_noise"]

#: What is noise on a line that has words too.
DIRT = 2

_RULE = regex.compile(r"[\W_]++$")
_BARE_BULLETS = frozenset("-+*•")
_RUNNING_HEAD = re.compile(
    r"\d{0,4}\s*CÔNG BÁO(?:\s?/\s?(?:Số|SỐ)\s?\d|\s+\d*$|$)|\((?:Xem tiếp|Tiếp theo) Công báo"
    r"|Trang \d{1,4}(?:/\d{1,4})?$"
)
#: What an electronic signature prints, first its first line and then the lines that may follow that.
_STAMP = re.compile(r"(?:Ký bởi|Người ký|Được ký bởi|Ký số bởi|Digitally signed by|Signature Not Verified|Signed by)\b")
_STAMP_LINE = re.compile(r"(?:Email|Cơ quan|Ngày ký|Thời gian ký|Date|Reason|Location|Chức vụ|Đơn vị)\s?:")
_NUMBER = re.compile(r"\W{0,3}([0-9]{1,4})\W{0,3}$")
#: A page has at least this many lines, so the first page number does not come sooner.
_LINES_OF_A_PAGE = 12
#: The first number that is printed is at most this.
_FIRST_PAGES = 3
_NUMBER_LENGTH = 8
_DIGITS = 4
_FIGURES = frozenset("0123456789")
#: A letter or two alone on a line is a speck that was read as a letter.
_SPECK_LENGTH = 3


def find_noise(strips: Strips, anchors: Anchors) -> bytearray:
    """Return for each strip whether it is noise (1, or `DIRT` before words) or not (0)."""
    texts, columns = strips.texts, strips.columns
    noise = bytearray(strips.dirt).replace(b"\1", bytes([DIRT]))
    heads = {place for place in anchors[Anchor.RUNNING_HEAD] if _is_running_head(texts[place])}
    for place in heads:
        noise[place] = noise[place] or 1
    _mark_stamps(strips, noise, anchors[Anchor.STAMP])
    pages = _PageNumbers(heads)
    # Of all others only specks, numbers and those that begin with a sign can be noise.
    suspects = [place for place, text in enumerate(texts) if not text[0].isalpha() or len(text) < _SPECK_LENGTH]
    for place in suspects:
        text = texts[place]
        number = None if len(text) >= _NUMBER_LENGTH or columns[place] else _lone_number(text)
        if number is not None:
            if (number in pages.wanted or place in pages.beside) and not noise[place]:
                noise[place] = pages.accept(number, place, strips.lines[place])
        elif not text[0].isalnum():
            if not (text[2:3].isalnum() or text[-1].isalnum() or noise[place]):  # as of all bullets before words
                noise[place] = _is_rule(text)
        elif len(text) < _SPECK_LENGTH and not columns[place] and not noise[place]:
            noise[place] = _is_speck(text)
    return noise


def _is_running_head(text: str) -> bool:
    return (text[0].isdigit() or text[0] in "(CVT") and _RUNNING_HEAD.match(text) is not None


def _mark_stamps(strips: Strips, noise: bytearray, places: Iterable[int]) -> None:
    """Mark what electronic signatures print, which may begin at `places`."""
    texts = strips.texts
    for index in places:
        if noise[index] or not _STAMP.match(texts[index]):
            continue
        noise[index] = 1
        following = index + 1
        while following < len(texts) and (noise[following] == DIRT or _STAMP_LINE.match(texts[following])):
            noise[following] = noise[following] or 1
            following += 1


def _lone_number(text: str) -> int | None:
    """Return the number that a short `text` is, with signs around it perhaps, if it could be that of a page."""
    if text.isdecimal():
        return int(text) if len(text) <= _DIGITS else None
    if text[0].isalpha() or (text[0] in _FIGURES and text[-1] in _FIGURES):
        return None  # a number with a sign inside is none
    match = _NUMBER.match(text)
    return int(match[1]) if match else None


def _is_rule(text: str) -> bool:
    return _RULE.match(text) is not None and text not in _BARE_BULLETS


def _is_speck(text: str) -> bool:
    return text.isalpha() and text[0].islower()


class _PageNumbers:
    """Tells page numbers from other lone numbers: they go on from one another, or stand beside a running head.

    Attributes:
        wanted: The numbers of which one may be that of the next page.
        beside: The places right above and below a running head.
    """

    def __init__(self, heads: Iterable[int]) -> None:
        self.wanted: Sequence[int] = range(_FIRST_PAGES + 1)
        self.beside = frozenset(head + side for head in heads for side in (-1, 1))
        self._begun = False

    def accept(self, number: int, place: int, line: int) -> bool:
        """Say whether `number`, the strip at `place` alone on its `line`, is the number of a page."""
        due = number in self.wanted and (self._begun or line >= _LINES_OF_A_PAGE)
        if due or place in self.beside:
            self.wanted, self._begun = (number + 1,), True
            return True
        return False
