"""Which bodies must meet a deadline, in invented sections."""

from __future__ import annotations

import pytest

from extractor.pipeline import find_all, read

HEAD = (
    "ỦY BAN NHÂN DÂN\nHUYỆN EA KAR\n\nSố: 15/KH-UBND\n\nEa Kar, ngày 12 tháng 02 năm 2024\n\n"
    "KẾ HOẠCH\nPhát triển phong trào năm 2024\n\nI. TỔ CHỨC THỰC HIỆN\n\n"
)

MET = [
    (
        "named in the clause",
        "1. Phòng Nội vụ hoàn thành dự thảo trước ngày 15/3/2024; Phòng Tư pháp thẩm định trước ngày 30/3/2024.",
        {"trước ngày 15/3/2024": {"Phòng Nội vụ"}, "trước ngày 30/3/2024": {"Phòng Tư pháp"}},
    ),
    (
        "named in the clause before",
        "1. Phòng Nội vụ tổng hợp danh sách; hoàn thành trước ngày 15/3/2024.",
        {"trước ngày 15/3/2024": {"Phòng Nội vụ"}},
    ),
    (
        "the body of the heading",
        "1. Phòng Nội vụ\n\n- Tổng hợp danh sách, hoàn thành trước ngày 15/3/2024.\n\n"
        "2. Phòng Tư pháp\n\n- Thẩm định dự thảo trước ngày 30/3/2024.",
        {"trước ngày 15/3/2024": {"Phòng Nội vụ"}, "trước ngày 30/3/2024": {"Phòng Tư pháp"}},
    ),
    (
        "the body of the heading and who works with it",
        "1. Phòng Nội vụ\n\n- Chủ trì, phối hợp với Phòng Tư pháp mở lớp tập huấn trước ngày 15/3/2024.",
        {"trước ngày 15/3/2024": {"Phòng Nội vụ", "Phòng Tư pháp"}},
    ),
    (
        "not who works with it in the clause before",
        "1. Phòng Nội vụ\n\n- Phối hợp với Phòng Tư pháp mở lớp tập huấn; gửi báo cáo trước ngày 15/3/2024.",
        {"trước ngày 15/3/2024": {"Phòng Nội vụ"}},
    ),
    (
        "who is told last",
        "1. Phòng Nội vụ chỉ đạo Phòng Tư pháp mở lớp tập huấn trước ngày 15/3/2024.",
        {"trước ngày 15/3/2024": {"Phòng Tư pháp"}},
    ),
    (
        "who goes on after that",
        "1. Phòng Nội vụ chỉ đạo Phòng Tư pháp mở lớp tập huấn; gửi báo cáo trước ngày 15/3/2024.",
        {"trước ngày 15/3/2024": {"Phòng Nội vụ"}},
    ),
    (
        "the items of a clause that announces them",
        "1. Phòng Nội vụ chủ trì thực hiện các việc sau:\n\na) Mở lớp tập huấn trước ngày 15/3/2024.",
        {"trước ngày 15/3/2024": {"Phòng Nội vụ"}},
    ),
    (
        "named after the time",
        "1. Trước ngày 15/3/2024, Phòng Nội vụ gửi danh sách.",
        {"Trước ngày 15/3/2024": {"Phòng Nội vụ"}},
    ),
    (
        "the row of a table",
        "| TT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian |\n"
        "| 1 | Tổ chức hội thi thể thao | Phòng Nội vụ | Phòng Tư pháp | Quý II/2024 |",
        {"Quý II/2024": {"Phòng Nội vụ", "Phòng Tư pháp"}},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in MET], ids=[row[0] for row in MET])
def test_bodies_that_must_meet_a_deadline(text: str, expected: dict[str, set[str]]) -> None:
    reading = read(f"{HEAD}{text}\n")
    findings = find_all(reading)
    met = {
        reading.text[deadline.expression.start : deadline.expression.end]: {
            reading.text[mention.start : mention.end]
            for mention in (findings.responsibilities[i].mention for i in links)
        }
        for deadline, links in zip(findings.deadlines, findings.bodies_of_deadline, strict=True)
    }
    assert met == expected


def test_who_receives_the_report_does_not_have_to_make_it() -> None:
    reading = read(f"{HEAD}1. Phòng Nội vụ\n\n- Báo cáo Ủy ban nhân dân huyện trước ngày 15/3/2024.\n")
    findings = find_all(reading)
    (links,) = findings.bodies_of_deadline
    assert {reading.text[slice(m.start, m.end)] for m in (findings.responsibilities[i].mention for i in links)} == {
        "Phòng Nội vụ"
    }
