"""Where an expression of time may begin: words and numbers that are worth a look, and those that are not."""

from __future__ import annotations

import pytest

from extractor.find.first_words import scan_first_words
from extractor.find.timex.anchors import anchors
from extractor.find.timex.grammar import scan
from extractor.find.timex.heads import HEADS

#: A text in small letters, and what follows from each anchor on (its first characters), with the first of its words.
ANCHORED = [
    ("họp 5/3/2031 tại huyện", [("5/3", "#date")]),
    ("từ 5 - 7/3", [("5 - 7", "#date"), ("7/3", "#date")]),
    (
        "in 5, 6 và ngày 7/3",
        [("5, 6", "#date"), ("6 và", "#date"), ("ngày 7", "ngày {day}"), ("ngày 7", "ngày"), ("7/3", "#date")],
    ),
    ("sau 05 ngày", [("05 ngày", "#days"), ("ngày", "ngày")]),
    ("gồm 06 (sáu) tháng", [("06 (sáu)", "#months"), ("tháng", "tháng")]),
    ("họp hai lần", [("hai lần", "#times")]),
    ("đến 2030 đạt", [("2030", "#year")]),
    ("đạt\n2030\nđủ", [("2030", "#year")]),
    ("sáng thứ hai hàng tuần", [("thứ hai", "{weekday}"), ("hàng tuần", "hàng {period}"), ("tuần", "tuần")]),
    ("ngay sau khi họp", [("ngay sau khi", "sau {event}"), ("sau khi", "sau {event}")]),
    ("cuối quý i", [("cuối quý", "đầu {whole}"), ("quý i", "quý")]),
    ("một ngày", [("một ngày", "#days"), ("một ngày", "hàng {period}"), ("ngày", "ngày")]),
]
NOTHING = [
    "8516.60.00",
    "21,9\n18,8",
    "1. mở lớp",
    "12.500 hộ",
    "đạt 85% số hộ",
    "mặt hàng hóa",
    "nhận thức mới",
    "đầu tư",
    "như sau:",
    "49/2021/nđ-cp",
]


@pytest.mark.parametrize(("text", "begun"), ANCHORED, ids=[row[0] for row in ANCHORED])
def test_rules_are_tried_where_a_time_may_begin(text: str, begun: list[tuple[str, str]]) -> None:
    found = anchors(text, scan_first_words(text).times)
    assert [HEADS[entry].words[0] for _, entry in found] == [head for _, head in begun]
    assert all(text.startswith(words, start) for (start, _), (words, _) in zip(found, begun, strict=True))


@pytest.mark.parametrize("text", NOTHING)
def test_other_numbers_and_words_cost_no_rule(text: str) -> None:
    assert anchors(text, scan_first_words(text).times) == []


def test_no_core_begins_where_none_is_sought() -> None:
    text = "ngày 5/3\nngày 6/3\nngày 7/3"
    assert [core.start for core in scan(text, scan_first_words(text).times, silent=[(9, 17)])] == [0, 18]
