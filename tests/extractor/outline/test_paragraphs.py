from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.reading import PartOfDocument

Paragraphs = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            """
            Thực hiện sự chỉ đạo của cấp trên về công tác phòng cháy, chữa cháy rừng trong
            mùa khô, các đơn vị chủ động xây dựng phương án ứng phó với mọi tình huống và
            bố trí lực lượng trực.
            """,
            [
                "Thực hiện sự chỉ đạo của cấp trên về công tác phòng cháy, chữa cháy rừng trong mùa khô, các đơn vị"
                " chủ động xây dựng phương án ứng phó với mọi tình huống và bố trí lực lượng trực."
            ],
            id="hard-wrapped lines are joined",
        ),
        pytest.param(
            """
            Các đơn vị báo cáo kết quả thực hiện về cơ quan thường trực để tổng hợp, gửi

            cấp có thẩm quyền xem xét.
            """,
            ["Các đơn vị báo cáo kết quả thực hiện về cơ quan thường trực để tổng hợp, gửi cấp có thẩm quyền xem xét."],
            id="over a blank line, when the sentence goes on",
        ),
        pytest.param(
            """
            Các chi hội bàn bạc với trưởng thôn, nhà trường và những hội viên cao tuổi của

            Mặt trận Tổ quốc tổ chức ngày hội.
            """,
            [
                "Các chi hội bàn bạc với trưởng thôn, nhà trường và những hội viên cao tuổi của Mặt trận Tổ quốc"
                " tổ chức ngày hội."
            ],
            id="over a blank line, after a word that cannot end a sentence",
        ),
        pytest.param(
            """
            - Phát động phong trào thi đua.
            - Biểu dương gương tốt
            + Tập thể
            + Cá nhân
            """,
            ["- Phát động phong trào thi đua.", "- Biểu dương gương tốt", "+ Tập thể", "+ Cá nhân"],
            id="list items stay apart",
        ),
        pytest.param(
            """
            Điều 3. Hiệu lực thi hành
            Quyết định này có hiệu lực kể từ ngày ký.
            """,
            ["Điều 3. Hiệu lực thi hành", "Quyết định này có hiệu lực kể từ ngày ký."],
            id="a heading stays apart from its text",
        ),
        pytest.param(
            """
            Chương II
            TRÁCH NHIỆM CỦA CÁC CƠ QUAN, ĐƠN VỊ
            TRONG CÔNG TÁC PHỐI HỢP
            """,
            ["Chương II TRÁCH NHIỆM CỦA CÁC CƠ QUAN, ĐƠN VỊ TRONG CÔNG TÁC PHỐI HỢP"],
            id="the lines of a heading in capitals are one",
        ),
        pytest.param(
            """
            Mức hỗ trợ được thực hiện theo quy định tại điểm a khoản 3 Điều 5 và khoản
            2. Trường hợp đặc biệt do cấp có thẩm quyền quyết định sau khi có ý kiến bằng
            văn bản của cơ quan tài chính cùng cấp.
            """,
            [
                "Mức hỗ trợ được thực hiện theo quy định tại điểm a khoản 3 Điều 5 và khoản 2. Trường hợp đặc biệt"
                " do cấp có thẩm quyền quyết định sau khi có ý kiến bằng văn bản của cơ quan tài chính cùng cấp."
            ],
            id="a number that begins wrapped prose is prose",
        ),
    ],
)
def test_paragraphs(paragraphs: Paragraphs, text: str, expected: list[str]) -> None:
    assert paragraphs(text) == expected


def test_a_page_break_does_not_end_a_sentence(paragraphs: Paragraphs) -> None:
    text = """
        - Các đơn vị tổ chức kiểm tra việc chấp hành quy định về an toàn lao động, vệ sinh
        CÔNG BÁO/Số 12 + 13/Ngày 01-02-2024
        45

        lao động tại nơi làm việc.
    """
    assert paragraphs(text) == [
        "- Các đơn vị tổ chức kiểm tra việc chấp hành quy định về an toàn lao động, vệ sinh lao động tại nơi làm việc."
    ]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("CÔNG BÁO/Số 12 + 13/Ngày 01-02-2024", id="running head"),
        pytest.param("____________", id="rule of underscores"),
        pytest.param("-------", id="rule of dashes"),
        pytest.param("Ký bởi: CỔNG THÔNG TIN ĐIỆN TỬ TỈNH", id="stamp of a signature"),
    ],
)
def test_noise_is_kept_but_marked(paragraphs: Paragraphs, line: str) -> None:
    text = f"Các đơn vị báo cáo trước ngày 15 hằng tháng.\n{line}\nQuá thời hạn thì bị phê bình."
    assert paragraphs(text, PartOfDocument.NOISE) == [line]


def test_cells_of_a_drawn_table_are_put_together(paragraphs: Paragraphs) -> None:
    text = """
        I. PHÂN CÔNG
        |Nội dung công việc     |Đơn vị chủ trì        |
        |Xây dựng phương án     |Phòng Tổ chức         |
        |phòng chống thiên tai  |                      |
        |Kiểm tra hồ chứa       |Chi cục Thủy lợi      |
    """
    assert paragraphs(text)[1:] == [
        "Nội dung công việc",
        "Đơn vị chủ trì",
        "Xây dựng phương án phòng chống thiên tai",
        "Phòng Tổ chức",
        "Kiểm tra hồ chứa",
        "Chi cục Thủy lợi",
    ]


def test_a_cell_that_holds_nothing_to_see_is_no_cell(paragraphs: Paragraphs) -> None:
    assert paragraphs("|Nội dung|\x1c|Đơn vị|") == ["Nội dung", "Đơn vị"]


def test_a_lone_digit_of_another_script_is_no_page_number(paragraphs: Paragraphs) -> None:
    assert paragraphs("\U000116d0") == ["\U000116d0"]
