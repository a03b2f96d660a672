"""What is missing, impossible or contradictory in invented directives."""

from __future__ import annotations

import pytest

from extractor import extract

HEAD = "ỦY BAN NHÂN DÂN\nHUYỆN EA KAR\n\nSố: 15/KH-UBND\n\nEa Kar, ngày 12 tháng 02 năm 2024\n\n"
BODY = "KẾ HOẠCH\nPhát triển phong trào năm 2024\n\nI. NHIỆM VỤ\n\n"
CLOSE = "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn An\n"


def remarks(text: str, code: str) -> list[str | None]:
    """Return the evidence of the diagnostics of one code."""
    found = [diagnostic.span for diagnostic in extract(text).diagnostics if diagnostic.code == code]
    return [None if span is None else span.of(text) for span in found]


def body(items: str) -> str:
    return HEAD + BODY + items + CLOSE


def test_whole_document_has_nothing_to_remark() -> None:
    text = body("1. Phòng Nội vụ báo cáo trước ngày 30/6/2024.\n")
    assert extract(text).diagnostics == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param(HEAD + "I. NHIỆM VỤ\n\n1. Mở lớp.\n" + CLOSE, "missing_type_line", id="type line"),
        pytest.param(body("1. Mở lớp.\n").replace("Số: 15/KH-UBND", "Số:    /KH-UBND"), "missing_number", id="number"),
        pytest.param(body("1. Mở lớp.\n").replace("ngày 12 tháng 02", "ngày   tháng  "), "missing_date", id="date"),
        pytest.param("KẾ HOẠCH\nMở lớp\n\nI. NHIỆM VỤ\n\n1. Mở lớp học.\n", "missing_issuer", id="issuer"),
        pytest.param(HEAD + BODY + "1. Mở lớp.\n", "missing_signature", id="signature"),
    ],
)
def test_part_that_is_missing(text: str, code: str) -> None:
    assert remarks(text, code) == [None]


def test_letter_needs_no_type_line() -> None:
    text = body("1. Mở lớp.\n").replace("15/KH-UBND", "15/UBND-VP").replace("KẾ HOẠCH\n", "Kính gửi: Phòng Nội vụ\n\n")
    assert remarks(text, "missing_type_line") == []


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("trước ngày 31/6/2024", ["ngày 31/6/2024"]),
        ("trước 30/02/2024", ["30/02/2024"]),
        ("từ ngày 29 tháng 02 năm 2023", ["ngày 29 tháng 02 năm 2023"]),
        ("trước ngày 15/13/2024", ["ngày 15/13/2024"]),
        ("trước ngày 29/02/2024", []),
        ("theo tỷ lệ 45/60/2000", []),
    ],
)
def test_date_that_no_calendar_has(printed: str, expected: list[str]) -> None:
    assert remarks(body(f"1. Phòng Nội vụ báo cáo {printed}.\n"), "invalid_date") == expected


@pytest.mark.parametrize(
    ("first", "second", "conflict"),
    [
        pytest.param("01-KL/TW ngày 18/5/2021", "01-KL/TW ngày 18/5/2022", True, id="another year, same day"),
        pytest.param("01-KL/TW ngày 18/5/2021", "01-KL/TW ngày 08/5/2021", True, id="another day"),
        pytest.param("01-KL/TW ngày 18/5/2021", "01-KL/TW ngày 04/4/2016", False, id="the same number of another term"),
        pytest.param(
            "26/KH-UBND ngày 22/02/2024", "26/KH-UBND ngày 05/3/2023", False, id="the same number of a year before"
        ),
        pytest.param("49/2021/NĐ-CP ngày 01/4/2021", "49/2021/NĐ-CP ngày 02/5/2022", True, id="a number with its year"),
        pytest.param("01-KL/TW ngày 18/5/2021", "01-KL/TW ngày 18/5/2021", False, id="the same date"),
    ],
)
def test_one_number_with_two_dates(first: str, second: str, *, conflict: bool) -> None:
    kinds = {"KL": "Kết luận", "KH": "Kế hoạch", "NĐ": "Nghị định"}
    kind = next(name for code, name in kinds.items() if code in first)
    text = body(f"1. Thực hiện {kind} số {first}.\n2. Sơ kết {kind} số {second}.\n")
    assert remarks(text, "conflicting_date") == ([f"{kind} số {second}"] if conflict else [])


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        ("trước ngày 31/01/2024", ["trước ngày 31/01/2024"]),
        ("trước ngày 31/3/2024", []),
        ("hằng tháng", []),
    ],
)
def test_deadline_that_had_passed(deadline: str, expected: list[str]) -> None:
    text = body(f"1. Phòng Nội vụ báo cáo kết quả {deadline}.\n")
    assert remarks(text, "deadline_before_issue") == expected


def test_unknown_abbreviation_is_remarked_once() -> None:
    text = body("1. Phòng KTHTXD chủ trì thực hiện.\n2. Phòng KTHTXD báo cáo kết quả.\n")
    assert remarks(text, "unknown_abbreviation") == ["Phòng KTHTXD"]
