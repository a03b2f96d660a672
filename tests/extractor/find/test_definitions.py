"""Abbreviations that a document defines for itself."""

from __future__ import annotations

import pytest

from extractor.find.definitions import find_definitions
from extractor.pipeline import read

DEFINED = [
    ("Hội đồng thuốc và điều trị (HĐTĐT) họp hằng tháng.", {"HĐTĐT": "Hội đồng thuốc và điều trị"}),
    ("Đề án Phát triển bền vững (sau đây gọi tắt là PTBV) gồm 3 phần.", {"PTBV": "Phát triển bền vững"}),
    (
        "Liên đoàn Lao động tỉnh Lai Châu (sau đây gọi tắt là LĐLĐ tỉnh) ban hành.",
        {"LĐLĐ tỉnh": "Liên đoàn Lao động tỉnh Lai Châu"},
    ),
    (
        "Giao Cục Hàng không Việt Nam (viết tắt là Cục HKVN) chủ trì.",
        {"HKVN": "Hàng không Việt Nam"},
    ),
    (
        "Thành lập Ban Chỉ đạo xóa nhà tạm tỉnh (gọi tắt là Ban Chỉ đạo).",
        {"Ban Chỉ đạo": "Ban Chỉ đạo xóa nhà tạm tỉnh"},
    ),
]

UNDEFINED = [
    "Ban Chấp hành Đảng bộ xã (gọi tắt là Đảng ủy xã) lãnh đạo.",  # a name of its own, not a short form
    "Gửi về Sở Y tế (BHXH) trước ngày 10.",  # the initials disagree
    "Tổng số 100 học sinh (HS) dự thi ở đây.",  # no capital begins the name
    "Nộp hồ sơ (02 bộ) tại bộ phận một cửa.",
]


@pytest.mark.parametrize(("sentence", "defined"), DEFINED, ids=[short for _, one in DEFINED for short in one])
def test_a_definition_tells_what_is_meant(sentence: str, defined: dict[str, str]) -> None:
    assert find_definitions(read(sentence)) == defined


@pytest.mark.parametrize("sentence", UNDEFINED)
def test_brackets_alone_define_nothing(sentence: str) -> None:
    assert find_definitions(read(sentence)) == {}
