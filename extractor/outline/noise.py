"""Lines that the page carries and the document does not mean: page numbers, running heads, stamps, rules."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractor.outline.strips import Strip

__all__ = ["DIRT", "find_noise"]

#: What is noise on a line that has words too.
DIRT = 2

_RULE = regex.compile(r"[\W_]++$")
_BARE_BULLET = regex.compile(r"[-+*•]$")
_RUNNING_HEAD = regex.compile(
    r"\d{0,4}\s*CÔNG BÁO(?:\s?/\s?(?:Số|SỐ)\s?\d|\s+\d*$|$)|\((?:Xem tiếp|Tiếp theo) Công báo"
    r"|Trang \d{1,4}(?:/\d{1,4})?$"
)
#: What an electronic signature prints, first its first line and then the lines that may follow that.
_STAMP = regex.compile(
    r"(?:Ký bởi|Người ký|Được ký bởi|Ký số bởi|Digitally signed by|Signature Not Verified|Signed by)\b"
)
_STAMP_LINE = regex.compile(r"(?:Email|Cơ quan|Ngày ký|Thời gian ký|Date|Reason|Location|Chức vụ|Đơn vị)\s?:")
_NUMBER = regex.compile(r"\W{0,3}(\d{1,4})\W{0,3}$")
#: A page has at least this many lines, so the first page number does not come sooner.
_LINES_OF_A_PAGE = 12
#: The first number that is printed is at most this.
_FIRST_PAGES = 3
_NUMBER_LENGTH = 8
#: A letter or two alone on a line is a speck that was read as a letter.
_SPECK_LENGTH = 3


def find_noise(strips: Sequence[Strip]) -> bytearray:
    """Return for each strip whether it is noise (1, or `DIRT` before words) or not (0)."""
    noise = bytearray(len(strips))
    pages = _PageNumbers()
    stamped = False
    for index, strip in enumerate(strips):
        text = strip.text
        first = text[0]
        if strip.dirt:
            noise[index] = DIRT
            continue
        if stamped and _STAMP_LINE.match(text):
            noise[index] = 1
            continue
        stamped = False
        if len(text) < _NUMBER_LENGTH and not strip.column and (match := _NUMBER.match(text)):
            beside = any(_is_running_head(strips[i].text) for i in (index - 1, index + 1) if 0 <= i < len(strips))
            noise[index] = pages.accept(int(match[1]), strip.line, beside_head=beside)
        elif len(text) < _SPECK_LENGTH and not strip.column and text.isalpha() and first.islower():
            noise[index] = 1
        elif not first.isalnum() and _RULE.match(text):
            noise[index] = not _BARE_BULLET.match(text)
        elif _is_running_head(text):
            noise[index] = 1
        elif first in "KNĐDS" and _STAMP.match(text):
            noise[index] = stamped = True
    return noise


def _is_running_head(text: str) -> bool:
    return (text[0].isdigit() or text[0] in "(CVT") and _RUNNING_HEAD.match(text) is not None


class _PageNumbers:
    """Tells page numbers from other lone numbers: they go on from one another, or stand beside a running head."""

    def __init__(self) -> None:
        self._page: int | None = None

    def accept(self, number: int, line: int, *, beside_head: bool) -> bool:
        """Say whether `number`, alone on `line`, is the number of a page."""
        if self._page is None:
            fits = beside_head or (number <= _FIRST_PAGES and line >= _LINES_OF_A_PAGE)
        else:
            fits = beside_head or number == self._page + 1
        if fits:
            self._page = number
        return fits
