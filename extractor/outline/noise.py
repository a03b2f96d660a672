"""Lines that the page carries and the document does not mean: page numbers, running heads, stamps, rules."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractor.outline.strips import Strip

__all__ = ["find_noise"]

_RULE = regex.compile(r"[\W_]++$")
_BARE_BULLET = regex.compile(r"[-+*•]$")
_RUNNING_HEAD = regex.compile(
    r"\d{0,4}\s*CÔNG BÁO(?:\s?/\s?(?:Số|SỐ)\s?\d|\s+\d*$|$)|\d{0,4}\s*VnDoc|\((?:Xem tiếp|Tiếp theo) Công báo|Trang \d{1,4}(?:/\d{1,4})?$"
)
#: What an electronic signature prints, first its first line and then the lines that may follow that.
_STAMP = regex.compile(
    r"(?:Ký bởi|Người ký|Được ký bởi|Ký số bởi|Digitally signed by|Signature Not Verified|Signed by)\b"
)
_STAMP_LINE = regex.compile(r"(?:Email|Cơ quan|Ngày ký|Thời gian ký|Date|Reason|Location|Chức vụ|Đơn vị)\s?:")
_NUMBER = regex.compile(r"\W{0,3}(\d{1,4})\W{0,3}$")
#: A page has at least this many lines, so the first page number does not come sooner.
_LINES_OF_A_PAGE = 12


def find_noise(strips: Sequence[Strip]) -> bytearray:
    """Return for each strip whether it is noise (1) or not (0)."""
    noise = bytearray(len(strips))
    page: int | None = None
    page_line = 0
    stamped = False
    for index, strip in enumerate(strips):
        text = strip.text
        first = text[0]
        if stamped and _STAMP_LINE.match(text):
            noise[index] = 1
            continue
        stamped = False
        if len(text) < 8 and not strip.column and (match := _NUMBER.match(text)):
            value = int(match[1])
            beside_head = (index and noise[index - 1] and _RUNNING_HEAD.match(strips[index - 1].text)) or (
                index + 1 < len(strips) and _RUNNING_HEAD.match(strips[index + 1].text)
            )
            if (
                beside_head
                or value == (page or 0) + 1
                or (page is None and value < 4 and strip.line >= _LINES_OF_A_PAGE)
            ):
                if beside_head or page is not None or strip.line - page_line >= _LINES_OF_A_PAGE:
                    noise[index] = 1
                    page, page_line = value, strip.line
        elif len(text) < 3 and first.islower() and not strip.column and text.isalpha():
            noise[index] = 1  # a speck that was read as a letter
        elif not first.isalnum():
            noise[index] = bool(
                (_RULE.match(text) and not _BARE_BULLET.match(text)) or (first == "(" and _RUNNING_HEAD.match(text))
            )
        elif (first.isdigit() or first in "CVT") and _RUNNING_HEAD.match(text):
            noise[index] = 1
        elif first in "KNĐDS" and _STAMP.match(text):
            noise[index] = stamped = True
    return noise
