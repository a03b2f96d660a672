from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.outline.persons import person_name
from extractor.reading import PartOfDocument, Reading

Read = Callable[[str], Reading]

BODY = "KẾ HOẠCH\nThử nghiệm\n\nI. TỔ CHỨC THỰC HIỆN\n\n1. Các đơn vị nghiêm túc thực hiện.\n\n"


@pytest.mark.parametrize(
    "close",
    [
        pytest.param(
            "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. BAN THƯỜNG VỤ\nPHÓ CHỦ TỊCH\n(Đã ký)\nTrần Thị Hoa",
            id="one column after the other",
        ),
        pytest.param(
            "Nơi nhận:                      TM. BAN THƯỜNG VỤ\n"
            "- Như trên;                       PHÓ CHỦ TỊCH\n"
            "- Lưu: VT.                          (Đã ký)\n\n"
            "                                 Trần Thị Hoa",
            id="columns set apart by spaces",
        ),
        pytest.param(
            "|Nơi nhận:             |TM. BAN THƯỜNG VỤ       |\n"
            "|- Như trên;           |PHÓ CHỦ TỊCH            |\n"
            "|- Lưu: VT.            |Trần Thị Hoa            |",
            id="a table drawn with bars",
        ),
        pytest.param(
            "Noi nhận: TM. BAN THƯỜNG VỤ\n- Như trên; PHÓ CHỦ TỊCH\n- Lưu: VT.\nTrần Thị Hoa", id="columns run together"
        ),
        pytest.param(
            "|                      |TM. BAN THƯỜNG VỤ       |\n"
            "|Nơi nhận:             |PHÓ CHỦ TỊCH            |\n"
            "|- Như trên;           |                        |\n"
            "|- Lưu: VT.            |Trần Thị Hoa            |",
            id="the signature begins first",
        ),
    ],
)
def test_every_flattening_of_a_close_reads_the_same(read: Read, close: str) -> None:
    reading = read(BODY + close)
    signature = reading.signature
    assert signature is not None
    assert (signature.authority, signature.position, signature.signer) == (
        "TM. BAN THƯỜNG VỤ",
        "PHÓ CHỦ TỊCH",
        "Trần Thị Hoa",
    )
    assert [reading.text[item.start : item.end] for item in reading.recipients] == ["- Như trên;", "- Lưu: VT."]


def test_a_recipient_may_take_several_lines(read: Read) -> None:
    reading = read(
        BODY
        + "Nơi nhận:\n- Ban Thường trực Ủy ban Mặt trận,\ncác tổ chức thành viên;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nLê Văn Nam"
    )
    assert [reading.text[item.start : item.end] for item in reading.recipients] == [
        "- Ban Thường trực Ủy ban Mặt trận, các tổ chức thành viên;",
        "- Lưu: VT.",
    ]


def test_a_deadline_in_the_last_item_is_no_date_line(read: Read) -> None:
    reading = read(BODY + "2. Báo cáo trước ngày 15 tháng 4 năm 2024.\n\nTM. BAN THƯỜNG VỤ\nCHỦ TỊCH\n\nLê Văn Nam")
    assert reading.units[-1].marker == "2"
    assert reading.header.issued_on is None


def test_who_signs_for_another(read: Read) -> None:
    signature = read(BODY + "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Văn Nam").signature
    assert signature is not None
    assert (signature.authority, signature.position) == ("TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


def test_a_position_over_a_name_signs(read: Read) -> None:
    signature = read(BODY + "\nHIỆU TRƯỞNG\n\n\nPGS.TS. Đỗ Minh Khôi").signature
    assert signature is not None
    assert (signature.position, signature.signer) == ("HIỆU TRƯỞNG", "Đỗ Minh Khôi")


@pytest.mark.parametrize(
    "paragraph",
    [
        pytest.param("Trên đây là Kế hoạch tổ chức hội thi, đề nghị các đơn vị thực hiện./.", id="here is the plan"),
        pytest.param("Ban Thường vụ Huyện đoàn yêu cầu các chi đoàn triển khai nghiêm túc./.", id="the issuer demands"),
        pytest.param("Trong quá trình thực hiện, nếu còn vướng mắc, phản ánh về Văn phòng./.", id="in case of trouble"),
    ],
)
def test_closing_paragraphs_stand_outside_the_tree(read: Read, paragraph: str) -> None:
    reading = read(f"{BODY}{paragraph}\n\nNơi nhận:\n- Như trên.")
    closing = next(p for p in reading.paragraphs if p.part is PartOfDocument.CLOSING)
    assert reading.text[closing.start : closing.end] == paragraph
    assert reading.units[0].end < closing.start


def test_the_only_paragraph_of_an_article_closes_nothing(read: Read) -> None:
    reading = read(
        "Điều 1. Phạm vi\nQuy chế này áp dụng cho cơ quan.\n"
        "Điều 2. Sửa đổi\nTrong quá trình thực hiện, cơ quan phản ánh vướng mắc."
    )
    assert reading.units[-1].end == len(reading.text)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        pytest.param("Trần Thị Hoa", "Trần Thị Hoa", id="a name"),
        pytest.param("TRẦN THỊ HOA", "Trần Thị Hoa", id="in capitals"),
        pytest.param("Thượng tá Trần Văn Hùng", "Trần Văn Hùng", id="with a rank"),
        pytest.param("Y Khút Niê", "Y Khút Niê", id="of the highlands"),
        pytest.param("H'Yim Kđoh", "H'Yim Kđoh", id="with an apostrophe"),
        pytest.param("CHỦ TỊCH", None, id="a position"),
        pytest.param("UBND xã", None, id="a body"),
        pytest.param("Văn phòng", None, id="an office"),
    ],
)
def test_names_of_persons(line: str, name: str | None) -> None:
    assert person_name(line) == name


def test_a_name_may_stand_beside_the_position(read: Read) -> None:
    signature = read(BODY + "TM. BAN THƯỜNG VỤ\nPHÓ CHỦ TỊCH\n(Đã ký) Trần Thị Hoa").signature
    assert signature is not None
    assert (signature.position, signature.signer) == ("PHÓ CHỦ TỊCH", "Trần Thị Hoa")


def test_a_regulation_promulgated_with_a_decision_is_annotated_too(read: Read) -> None:
    reading = read("""
        QUYẾT ĐỊNH
        Ban hành Quy chế làm việc

        Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.
        Điều 2. Quyết định này có hiệu lực từ ngày ký.

        Nơi nhận:
        - Như Điều 2.
        GIÁM ĐỐC
        Lê Văn Nam

        QUY CHẾ
        Làm việc của Trung tâm
        (Ban hành kèm theo Quyết định số 12/QĐ-TT ngày 02/3/2024)

        Chương I
        QUY ĐỊNH CHUNG
        Điều 1. Phạm vi
        Điều 2. Nguyên tắc
    """)
    assert [(unit.level, unit.marker) for unit in reading.units] == [
        (1, "Điều 1"),
        (1, "Điều 2"),
        (1, "Chương I"),
        (2, "Điều 1"),
        (2, "Điều 2"),
    ]
    assert reading.header.title == "Ban hành Quy chế làm việc"


BLANK_FORM = """
TM. BAN THƯỜNG VỤ
CHỦ TỊCH
Lê Văn Nam

Mẫu số 01
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
BIÊN BẢN HỌP
1. Thành phần: ………………………
2. Nội dung: …………………………
3. Kết luận: …………………………
"""


def test_a_blank_form_carries_no_records(read: Read) -> None:
    reading = read(BODY + BLANK_FORM)
    assert [unit.marker for unit in reading.units] == ["I", "1"]
    blanks = [p.start for p in reading.paragraphs if "………" in reading.text[p.start : p.end]]
    assert [reading.speaks_at(start) for start in blanks] == [False] * 3


def test_a_number_and_date_over_the_signature_are_the_documents(read: Read) -> None:
    reading = read("""
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc

        NGHỊ ĐỊNH1
        Về tổ chức hội thi

        Chính phủ ban hành Nghị định về tổ chức hội thi.

        Điều 1. Phạm vi
        Điều 2. Hiệu lực

        BỘ NỘI VỤ
        Số: 31/VBHN-BNV
        XÁC THỰC VĂN BẢN HỢP NHẤT
        Hà Nội, ngày 04 tháng 6 năm 2025
        KT. BỘ TRƯỞNG
        THỨ TRƯỞNG
        Trần Thị Hoa
    """)
    assert (reading.header.key, str(reading.header.issued_on)) == ("31/VBHN-BNV", "2025-06-04")
    assert reading.text[reading.units[-1].start : reading.units[-1].end] == "Điều 2. Hiệu lực"


@pytest.mark.parametrize(
    ("close", "signer"),
    [
        pytest.param("- Lưu: VT.   Đã ký: Trần Thị Hoa", "Trần Thị Hoa", id="after the words that it was signed"),
        pytest.param("- Lưu: VT.\n- Báo tỉnh; Trần Thị Hoa", "Trần Thị Hoa", id="run together with a recipient"),
        pytest.param("- Các sở; guyễn Thị Hoa\n- Lưu: VT.", "Nguyễn Thị Hoa", id="a surname without its first letter"),
        pytest.param("- Lưu: VT.\nxé Truơng Văn Bình", "Trương Văn Bình", id="a surname with damaged marks"),
        pytest.param("- Lưu: VT, Trần Hoa.", None, id="the typist"),
        pytest.param("- Đồng chí Trần Thị Hoa;\n- Lưu: VT.", None, id="a recipient"),
    ],
)
def test_signer_beside_a_stamp(read: Read, close: str, signer: str | None) -> None:
    signature = read(f"{BODY}Nơi nhận:\n{close}\n").signature
    assert (signature.signer if signature else None) == signer


def test_notes_behind_the_signature_are_read(read: Read) -> None:
    reading = read(f"{BODY}Nơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\nTrần Thị Hoa\n[1] Kế hoạch số 12/KH-UBND của tỉnh.")
    assert reading.speaks_at(reading.text.index("Kế hoạch số 12"))


def test_recipients_whose_label_a_stamp_covers(read: Read) -> None:
    reading = read(f"{BODY}- Như trên;\n- Sở Tài chính;\n- Lưu: VT.\n")
    assert len(reading.recipients) == 3


def test_an_annex_of_tasks_is_a_unit(tree: Callable[[str], list[str]]) -> None:
    annex = "\n".join(f"{n}. Tổ chức hội thi lần {n}.\na) Đơn vị chủ trì: Sở Y tế." for n in (1, 2, 3))
    assert tree(f"{BODY}Nơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\nTrần Thị Hoa\n\nPhụ lục\nNHIỆM VỤ CỤ THỂ\n\n{annex}") == [
        "I", ".1", "Phụ lục", ".1", "..a", ".2", "..a", ".3", "..a",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param("Trần Thị Hoa đã ký", id="a copy that says so behind the name"),
        pytest.param("(Trần Thị Hoa)", id="in brackets"),
    ],
)
def test_signer_of_a_copy(read: Read, printed: str) -> None:
    signature = read(f"I. MỤC ĐÍCH\n1. Nâng cao nhận thức.\n\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\n\n{printed}").signature
    assert signature is not None
    assert signature.signer == "Trần Thị Hoa"


@pytest.mark.parametrize(
    ("signed", "issuer"),
    [
        pytest.param("TM. CHÍNH PHỦ\nKT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG", "Chính phủ", id="a body"),
        pytest.param("TM. BAN THƯỜNG VỤ\nPHÓ CHỦ TỊCH", None, id="an organ of a body unnamed"),
    ],
)
def test_issuer_of_a_fragment_is_the_body_on_whose_behalf_it_is_signed(
    read: Read, signed: str, issuer: str | None
) -> None:
    assert read(f"Ngày ký: 2024-05-08\n\n{signed}\n\nTrần Thị Hoa").header.issuer == issuer
