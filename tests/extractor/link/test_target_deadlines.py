"""Which deadline binds a target, in invented list items and sections."""

from __future__ import annotations

import pytest

from extractor.link.target_deadlines import deadlines_of_targets
from extractor.pipeline import find_all, read

HEAD = "KẾ HOẠCH\nPhát triển phong trào năm 2024\n\nI. NHIỆM VỤ, GIẢI PHÁP\n\n"

BOUND = [
    ("in front", "1. Phấn đấu đến cuối năm 2025 có 12.000 hội viên.", {"12.000 hội viên": "đến cuối năm 2025"}),
    ("behind", "1. Trồng mới 3.000 cây xanh trước ngày 02/9/2024.", {"3.000 cây xanh": "trước ngày 02/9/2024"}),
    (
        "each its own",
        "1. Mở 04 lớp tập huấn trước ngày 30/6/2024, tổ chức 02 hội thi trước ngày 30/9/2024.",
        {"04 lớp tập huấn": "trước ngày 30/6/2024", "02 hội thi": "trước ngày 30/9/2024"},
    ),
    (
        "one for a list",
        "1. Đến hết năm 2025, 90% chi hội, 85% tổ hội đạt loại khá.",
        {"90% chi hội": "Đến hết năm 2025", "85% tổ hội": "Đến hết năm 2025"},
    ),
    (
        "over a semicolon",
        "1. Đến năm 2025, 90% chi hội đạt loại khá; 75% tổ hội có quỹ.",
        {"90% chi hội": "Đến năm 2025", "75% tổ hội": "Đến năm 2025"},
    ),
    (
        "over a lead",
        "1. Phấn đấu đến năm 2025: 90% chi hội đạt loại khá. Có 75% tổ hội có quỹ.",
        {"90% chi hội": "đến năm 2025", "75% tổ hội": "đến năm 2025"},
    ),
    (
        "of a lead over items",
        "1. Đến hết năm 2025, phấn đấu:\n- 90% chi hội đạt loại khá;\n- 75% tổ hội có quỹ.",
        {"90% chi hội": "Đến hết năm 2025", "75% tổ hội": "Đến hết năm 2025"},
    ),
    ("none", "1. Có 90% chi hội đạt loại khá.\n2. Báo cáo trước ngày 30/6/2024.", {"90% chi hội": None}),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in BOUND], ids=[row[0] for row in BOUND])
def test_deadline_of_a_target(text: str, expected: dict[str, str | None]) -> None:
    reading = read(f"{HEAD}{text}\n")
    findings = find_all(reading)
    bound: dict[str, str | None] = {}
    links = deadlines_of_targets(reading, findings.targets, findings.deadlines)
    for target, link in zip(findings.targets, links, strict=True):
        deadline = None if link is None else findings.deadlines[link].expression
        printed = reading.text[target.quantity.start : target.quantity.end]
        bound[printed] = None if deadline is None else reading.text[deadline.start : deadline.end]
    assert bound == expected
