from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.reading import Reading

Tree = Callable[[str], list[str]]
Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """
            I. MỤC ĐÍCH
            1. Nâng cao nhận thức.
            2. Đổi mới hình thức.
            II. NỘI DUNG
            1. Tuyên truyền
            a) Trực quan;
            b) Trực tuyến.
            2. Kiểm tra
            """,
            ["I", ".1", ".2", "II", ".1", "..a", "..b", ".2"],
            id="roman numerals, numbers, letters",
        ),
        pytest.param(
            """
            1. Mục tiêu
            1.1. Đến năm 2026
            1.2. Đến năm 2030
            2. Giải pháp
            2.1. Tuyên truyền
            2.1.1. Cấp tỉnh
            """,
            ["1", ".1.1", ".1.2", "2", ".2.1", "..2.1.1"],
            id="dotted numbers from the top",
        ),
        pytest.param(
            """
            I. NHIỆM VỤ
            - Tuyên truyền:
            + Trên báo;
            + Trên đài.
            - Kiểm tra.
            """,
            ["I", ".-", "..+", "..+", ".-"],
            id="bullets are the deepest",
        ),
        pytest.param(
            """
            A. PHẦN CHUNG
            I. TÌNH HÌNH
            1. Thuận lợi
            II. NHIỆM VỤ
            B. PHẦN RIÊNG
            I. KINH PHÍ
            """,
            ["A", ".I", "..1", ".II", "B", ".I"],
            id="capitals over roman numerals",
        ),
        pytest.param(
            """
            I. TÌNH HÌNH
            A. Kết quả
            B. Hạn chế
            II. NHIỆM VỤ
            """,
            ["I", ".A", ".B", "II"],
            id="capitals under roman numerals",
        ),
        pytest.param(
            """
            Phần thứ nhất
            TÌNH HÌNH
            I. KẾT QUẢ
            Phần thứ hai
            NHIỆM VỤ
            I. CHỈ TIÊU
            """,
            ["Phần thứ nhất", ".I", "Phần thứ hai", ".I"],
            id="parts",
        ),
        pytest.param(
            """
            Chương I
            QUY ĐỊNH CHUNG
            Điều 1. Phạm vi
            1. Quy chế này áp dụng cho cơ quan.
            a) Văn phòng;
            Điều 2. Nguyên tắc
            Chương II
            QUY ĐỊNH CỤ THỂ
            Điều 3. Chế độ họp
            """,
            ["Chương I", ".Điều 1", "..1", "...a", ".Điều 2", "Chương II", ".Điều 3"],
            id="a statute",
        ),
        pytest.param(
            """
            III. CÁC BƯỚC:
            1. Chuẩn bị, gồm:
            1) Lập danh sách;
            2) Gửi giấy mời.
            2. Tiến hành
            """,
            ["III", ".1", "..1", "..2", ".2"],
            id="enclosed numbers under numbers",
        ),
        pytest.param(
            """
            I. MỤC ĐÍCH
            1. Nâng cao nhận thức.
            H. NỘI DUNG
            HI. KINH PHÍ
            IV. TỔ CHỨC THỰC HIỆN
            """,
            ["I", ".1", "II", "III", "IV"],
            id="roman numerals whose strokes a scanner ran together",
        ),
        pytest.param(
            """
            1. Sở Y tế:
            8) Chủ trì tập huấn;
            6) Kiểm tra các cơ sở.
            2. Sở Tài chính.
            """,
            ["1", ".a", ".b", "2"],
            id="letters read as digits",
        ),
        pytest.param(
            """
            1. Sở Y tế.
            2. Sở Tài chính.
            3. Sở Nội vụ.
            4. Sở Công Thương.
            S. Công an tỉnh.
            6. Thanh tra tỉnh.
            """,
            ["1", "2", "3", "4", "5", "6"],
            id="a digit read as a letter",
        ),
        pytest.param(
            """
            1. Đơn đăng ký.
            2. Sơ yếu lý lịch.
            3. Bản sao văn bằng.
            4. Giấy khám sức khỏe.
            5. Ảnh chân dung.
            6. Giấy giới thiệu.
            1. Bản cam kết.
            8. Biên lai lệ phí.
            9. Đề cương.
            """,
            ["1", "2", "3", "4", "5", "6", "1", "8", "9"],
            id="the place in the sequence numbers what follows a misread digit",
        ),
        pytest.param(
            """
            V. KHẨU HIỆU
            1. Nhiệt liệt chào mừng Đại hội Đoàn tỉnh lần thứ
            XVI - ngày hội của tuổi trẻ!
            2. Tuổi trẻ xung kích!
            """,
            ["V", ".1", ".2"],
            id="the number of a congress that begins a line",
        ),
        pytest.param(
            """
            I. MỤC ĐÍCH
            . phổ biến quy định mới.
            : 1. Nâng cao nhận thức.
            - II NHIỆM VỤ CHUNG
            `. 1. Tổ chức tập huấn.
            """,
            ["I", ".1", "II", ".1"],
            id="specks before the markers",
        ),
        pytest.param(
            """
            I. NỘI DUNG
            i) là chữ cái không mở đầu một dãy nào.
            """,
            ["I", ".i"],
            id="a small roman one",
        ),
    ],
)
def test_nesting(tree: Tree, text: str, expected: list[str]) -> None:
    assert tree(text) == expected


def test_a_skipped_numeral_is_kept_and_reported(read: Read) -> None:
    reading = read("I. MỤC ĐÍCH\nNâng cao nhận thức.\nIII. KINH PHÍ\nTự cân đối.")
    assert [unit.marker for unit in reading.units] == ["I", "III"]
    assert [remark.code for remark in reading.remarks] == ["section_skipped"]


def test_units_of_a_quoted_amendment_are_not_the_documents_own(tree: Tree) -> None:
    text = """
        Điều 1. Sửa đổi Quy chế
        1. Sửa đổi Điều 5 như sau:
        "Điều 5. Chế độ họp
        1. Họp định kỳ hằng tháng.
        2. Họp đột xuất khi cần.".
        2. Bãi bỏ Điều 9.
        Điều 2. Hiệu lực
    """
    assert tree(text) == ["Điều 1", ".1", ".2", "Điều 2"]


def test_a_list_before_the_first_article_belongs_to_the_preamble(tree: Tree) -> None:
    text = """
        Văn bản này được sửa đổi bởi:
        1. Thông tư thứ nhất;
        2. Thông tư thứ hai.
        Điều 1. Phạm vi
        Điều 2. Đối tượng
    """
    assert tree(text) == ["Điều 1", "Điều 2"]


def test_the_number_of_a_footnote_is_no_part_of_the_marker(tree: Tree) -> None:
    text = """
        Điều 4. Hồ sơ
        1. Đơn đề nghị.
        2.15 Bản sao giấy tờ.
        3. Danh sách.
    """
    assert tree(text) == ["Điều 4", ".1", ".2", ".3"]


def test_an_unmarked_paragraph_belongs_to_the_item_that_announces_it(read: Read) -> None:
    reading = read("1. Thời gian\n- Dự kiến:\nTuần đầu tháng 3.\nĐịa điểm do đơn vị chọn.\n2. Kinh phí")
    units = {reading.text[p.start : p.end]: p.unit for p in reading.paragraphs}
    assert reading.units[units["Tuần đầu tháng 3."] or 0].marker == "-"
    assert reading.units[units["Địa điểm do đơn vị chọn."] or 0].marker == "1"


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        pytest.param("II. NỘI DUNG, HÌNH THỨC", "NỘI DUNG, HÌNH THỨC", id="in capitals"),
        pytest.param("a) Hình thức: trực tiếp tại hội trường.", "Hình thức", id="run into its text"),
        pytest.param("2. Thành phần tham dự:", "Thành phần tham dự", id="before a list"),
        pytest.param(
            "2. Các đơn vị phải báo cáo kết quả thực hiện hằng tháng về cơ quan thường trực.", None, id="prose"
        ),
        pytest.param("- Nội dung: theo tài liệu.", None, id="bullets have none"),
    ],
)
def test_headings(read: Read, line: str, heading: str | None) -> None:
    reading = read(f"I. MỞ ĐẦU\n{line}\n+ Mục con.")
    unit = next(unit for unit in reading.units if unit.start == reading.text.index(line))
    assert (reading.text[slice(*unit.heading)] if unit.heading else None) == heading


def test_content_begins_after_the_marker(read: Read) -> None:
    reading = read("I. MỤC ĐÍCH\n1. Nâng cao nhận thức.")
    assert [reading.text[p.content : p.end] for p in reading.paragraphs] == ["MỤC ĐÍCH", "Nâng cao nhận thức."]
