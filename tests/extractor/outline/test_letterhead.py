from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from extractor.reading import PartOfDocument, Reading
from schemas.vocabulary import DocumentType, Secrecy, Urgency

Read = Callable[[str], Reading]

BODY = "\n\nI. MỤC ĐÍCH\n\n1. Nâng cao nhận thức."


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(
            """
            ỦY BAN NHÂN DÂN
            TỈNH HÀ GIANG
            -------
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            ---------------
            Số: 214/KH-UBND
            Hà Giang, ngày 03 tháng 8 năm 2022
            """,
            id="line after line",
        ),
        pytest.param(
            """
            ỦY BAN NHÂN DÂN             CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
             TỈNH HÀ GIANG                  Độc lập - Tự do - Hạnh phúc
                                           _____________________________
            Số: 214 /KH-UBND            Hà Giang, ngày 03 tháng 8 năm 2022
            """,
            id="columns set apart by spaces",
        ),
        pytest.param(
            "UBND TỈNH HÀ GIANG\tCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "Số: 214/KH-UBND\tHà Giang, ngày 03 tháng 8 năm 2022",
            id="columns set apart by tabs",
        ),
        pytest.param(
            "UBND TỈNH HÀ GIANG\tCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "Số: 214/KH-UBND\t-----------   H.L30\nHà Giang, ngày 03 tháng 8 năm 2022",
            id="a typist's mark beside the number",
        ),
        pytest.param(
            """
            |ỦY BAN NHÂN DÂN              |CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM      |
            |TỈNH HÀ GIANG                |Độc lập - Tự do - Hạnh phúc             |
            |Số: 214/KH-UBND              |Hà Giang, ngày 03 tháng 8 năm 2022      |
            """,
            id="a table drawn with bars",
        ),
        pytest.param(
            """
            UBND TỈNH HÀ GIANG CỘNG HÒA.XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Số:214/KH- UBND Hà Giang, ngày03 tháng 8 năm 2022
            """,
            id="columns run together by a scanner",
        ),
        pytest.param(
            """
            ỦY
            BAN NHÂN DÂN
            TỈNH HÀ GIANG
            -------
            |
            CỘNG
            HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            ---------------
            |
            Số:
            214/KH-UBND
            |
            Hà
            Giang, ngày 03 tháng 8 năm 2022
            |
            """,
            id="cells of a page whose lines broke anywhere",
        ),
    ],
)
def test_every_flattening_of_a_letterhead_reads_the_same(read: Read, head: str) -> None:
    from textwrap import dedent

    header = read(dedent(head).strip("\n") + "\n\nKẾ HOẠCH\nPhòng, chống rét cho đàn vật nuôi" + BODY).header
    assert (header.doc_type, header.number, header.key) == (DocumentType.KE_HOACH, "214/KH-UBND", "214/KH-UBND")
    assert (header.issuer, header.place) == ("Ủy ban nhân dân tỉnh Hà Giang", "Hà Giang")
    assert (header.issued_on, header.title) == (date(2022, 8, 3), "Phòng, chống rét cho đàn vật nuôi")


def letterhead(*bodies: str, number: str = "Số: 15/KH-X") -> str:
    lines = [
        *bodies,
        number,
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "",
        "KẾ HOẠCH",
        "Thử nghiệm",
    ]
    return "\n".join(lines) + BODY


@pytest.mark.parametrize(
    ("bodies", "issuer", "parent"),
    [
        pytest.param(("CHÍNH PHỦ",), "Chính phủ", None, id="one line"),
        pytest.param(
            ("BỘ LAO ĐỘNG - THƯƠNG BINH", "VÀ XÃ HỘI"), "Bộ Lao động - Thương binh và Xã hội", None, id="a wrapped name"
        ),
        pytest.param(
            ("UBND TỈNH CÀ MAU", "SỞ NỘI VỤ"),
            "Sở Nội vụ tỉnh Cà Mau",
            "Ủy ban nhân dân tỉnh Cà Mau",
            id="place of the parent",
        ),
        pytest.param(("BỘ XÂY DỰNG", "THANH TRA"), "Thanh tra Bộ Xây dựng", "Bộ Xây dựng", id="a bare name"),
        pytest.param(
            ("ỦY BAN MTTQ VIỆT NAM", "HUYỆN BẮC HÀ", "BAN THƯỜNG TRỰC"),
            "Ủy ban Mặt trận Tổ quốc Việt Nam huyện Bắc Hà",
            None,
            id="an organ acts for its owner",
        ),
        pytest.param(
            ("BAN CHẤP HÀNH TRUNG ƯƠNG", "ĐOÀN TNCS HỒ CHÍ MINH"),
            "Ban Chấp hành Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh",
            None,
            id="the youth union, whose name is printed as a title",
        ),
        pytest.param(
            ("HỘI NÔNG DÂN VIỆT NAM", "BAN CHẤP HÀNH TỈNH CÀ MAU"),
            "Ban Chấp hành Hội Nông dân tỉnh Cà Mau",
            "Hội Nông dân Việt Nam",
            id="an organ of an association",
        ),
        pytest.param(
            ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG TRUNG HỌC PHỔ THÔNG LÊ LỢI"),
            "Trường Trung học phổ thông Lê Lợi",
            "Sở Giáo dục và Đào tạo",
            id="a school called after a person",
        ),
        pytest.param(
            ("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", "LIÊN ĐOÀN LAO ĐỘNG TỈNH SƠN LA"),
            "Liên đoàn Lao động tỉnh Sơn La",
            "Tổng Liên đoàn Lao động Việt Nam",
            id="a union under its confederation",
        ),
        pytest.param(("CÔNG BÁO", "BỘ Y TẾ", "BỘ Y TẾ"), "Bộ Y tế", None, id="a gazette prints the body twice"),
    ],
)
def test_issuer_of_a_letterhead(read: Read, bodies: tuple[str, ...], issuer: str, parent: str | None) -> None:
    header = read(letterhead(*bodies)).header
    assert (header.issuer, header.parent_issuer) == (issuer, parent)


@pytest.mark.parametrize(
    ("printed", "number", "key"),
    [
        pytest.param("Số: 26 /KH-LĐLĐ", "26/KH-LĐLĐ", "26/KH-LĐLĐ", id="inner spaces"),
        pytest.param("Số 7-KH/TU", "7-KH/TU", "07-KH/TU", id="the party's pattern"),
        pytest.param("Số: 49/2021/QĐ-UBND", "49/2021/QĐ-UBND", "49/2021/QĐ-UBND", id="with the year"),
        pytest.param("Số:      /KH-LĐLĐ", None, None, id="a draft"),
        pytest.param("Số:{24.2 /KH-SYT", None, None, id="a damaged serial"),
    ],
)
def test_number(read: Read, printed: str, number: str | None, key: str | None) -> None:
    header = read(letterhead("SỞ Y TẾ", number=printed)).header
    assert (header.number, header.key) == (number, key)


@pytest.mark.parametrize(
    ("line", "place", "issued_on"),
    [
        pytest.param("Lào Cai, ngày 05 tháng 01 năm 2024", "Lào Cai", date(2024, 1, 5), id="a full date"),
        pytest.param("Lào Cai, ngày 5/1/2024", "Lào Cai", date(2024, 1, 5), id="in figures"),
        pytest.param("Lào Cai, ngày    tháng 01 năm 2024", "Lào Cai", None, id="a draft"),
        pytest.param("Lào Cai, ngày 32 tháng 01 năm 2024", "Lào Cai", None, id="a day that does not exist"),
    ],
)
def test_place_and_date(read: Read, line: str, place: str, issued_on: date | None) -> None:
    header = read(f"SỞ Y TẾ\nSố: 15/KH-SYT\n{line}\n\nKẾ HOẠCH\nThử nghiệm{BODY}").header
    assert (header.place, header.issued_on) == (place, issued_on)


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("DANH MỤC DỰ ÁN KÊU GỌI ĐẦU TƯ TỈNH CÀ MAU", id="a list"),
        pytest.param("UBND HUYỆN NĂM CĂN\tBiểu số 7/CK\n\nQUYẾT TOÁN THU NGÂN SÁCH NĂM 2031", id="a form"),
    ],
)
def test_a_sheet_of_figures_is_a_document_of_another_type(read: Read, head: str) -> None:
    assert read(f"{head}\n\n| STT | Nội dung |\n| 1 | Cầu Kênh Tắc |\n").header.doc_type is DocumentType.KHAC


@pytest.mark.parametrize(
    ("line", "doc_type"),
    [
        pytest.param("KẾ HOẠCH", DocumentType.KE_HOACH, id="plain"),
        pytest.param("- KÉ HOẠCH -", DocumentType.KE_HOACH, id="damaged"),
        pytest.param("CHƯƠNG TRÌNH\nHÀNH ĐỘNG", DocumentType.CHUONG_TRINH_HANH_DONG, id="on two lines"),
        pytest.param("THÔNG TƯ\nLIÊN TỊCH", DocumentType.THONG_TU_LIEN_TICH, id="a joint circular on two lines"),
        pytest.param("CÔNG ĐIỆN", DocumentType.CONG_DIEN, id="telegram"),
    ],
)
def test_type_line(read: Read, line: str, doc_type: DocumentType) -> None:
    assert read(f"SỞ Y TẾ\nSố: 15/ABC-SYT\n\n{line}\nThử nghiệm{BODY}").header.doc_type is doc_type


def test_without_a_type_line_the_symbol_decides(read: Read) -> None:
    text = (
        "CÔNG ĐOÀN NGÀNH Y TẾ\nSố: 93/HD-CĐN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n"
        "Kính gửi: Các công đoàn cơ sở.\n\nCăn cứ tình hình."
    )
    assert read(text).header.doc_type is DocumentType.HUONG_DAN


def test_an_official_letter(read: Read) -> None:
    reading = read("""
        SỞ NỘI VỤ
        Số: 812/SNV-CCVC
        V/v rà soát hồ sơ cán bộ, công chức
        và viên chức năm 2024

        Đồng Nai, ngày 02 tháng 4 năm 2024

        Kính gửi:
        - Văn phòng Tỉnh ủy;
        - Ủy ban nhân dân các huyện,
        thành phố.

        Thực hiện chương trình công tác năm, Sở Nội vụ đề nghị các cơ quan báo cáo.
    """)
    header = reading.header
    assert header.doc_type is DocumentType.CONG_VAN
    assert header.title == "rà soát hồ sơ cán bộ, công chức và viên chức năm 2024"
    assert header.addressees == ("Văn phòng Tỉnh ủy", "Ủy ban nhân dân các huyện, thành phố")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(
            "KẾ HOẠCH\nTổ chức Tháng Công nhân năm 2024 và phát động\nphong trào thi đua\n\n"
            "Thực hiện Kế hoạch của cấp trên, đơn vị xây dựng kế hoạch như sau:",
            "Tổ chức Tháng Công nhân năm 2024 và phát động phong trào thi đua",
            id="ends at a blank line",
        ),
        pytest.param(
            "KẾ HOẠCH\nTổ chức Tháng Công nhân năm 2024\n"
            "Căn cứ chương trình công tác năm, đơn vị xây dựng kế hoạch như sau:",
            "Tổ chức Tháng Công nhân năm 2024",
            id="ends where the preamble begins",
        ),
        pytest.param(
            'KẾ HOẠCH\nThực hiện Nghị quyết của Đảng ủy về\n"Đổi mới phương thức lãnh đạo"\n_____\n'
            "Thực hiện chỉ đạo của cấp trên, đơn vị xây dựng kế hoạch:",
            'Thực hiện Nghị quyết của Đảng ủy về "Đổi mới phương thức lãnh đạo"',
            id="may begin like a preamble",
        ),
        pytest.param(
            "CHỈ THỊ\nCỦA BAN THƯỜNG VỤ HUYỆN ỦY\nvề công tác tuyển quân năm 2024\n-----\n"
            "Trong những năm qua, công tác tuyển quân đạt kết quả tốt.",
            "về công tác tuyển quân năm 2024",
            id="does not hold the party's line with the issuer",
        ),
    ],
)
def test_title(read: Read, text: str, title: str) -> None:
    assert read(text + BODY).header.title == title


def test_marks_of_urgency_and_secrecy(read: Read) -> None:
    header = read("SỞ Y TẾ\nSố: 15/KH-SYT\nMẬT\nHỎA TỐC\n\nKẾ HOẠCH\nThử nghiệm" + BODY).header
    assert (header.urgency, header.secrecy) == (Urgency.HOA_TOC, Secrecy.MAT)


def test_without_a_letterhead_the_preamble_names_the_issuer(read: Read) -> None:
    header = read("""
        HƯỚNG DẪN
        Học tập nghị quyết đại hội công đoàn tỉnh Bến Tre

        Thực hiện chương trình công tác năm. Ban Thường vụ LĐLĐ tỉnh hướng dẫn các cấp công đoàn như sau:

        I. NỘI DUNG
    """).header
    assert header.issuer == "Liên đoàn Lao động tỉnh Bến Tre"
    assert header.inferred == ("issuer",)


def test_the_subject_of_a_letter_goes_on_after_a_blank_line(read: Read) -> None:
    head = ["UBND HUYỆN BẮC HÀ", "Số: 8/UBND-VX", "V/v chuẩn bị khai giảng", "", "năm học 2024 - 2025", ""]
    text = ["Kính gửi: Các trường học", "", "Căn cứ Kế hoạch số 5/KH-UBND, đề nghị các trường rà soát cơ sở vật chất."]
    assert read("\n".join([*head, *text])).header.title == "chuẩn bị khai giảng năm học 2024 - 2025"


def test_who_enacts_is_no_part_of_a_title_in_capitals(read: Read) -> None:
    title = ["QUYẾT ĐỊNH", "PHÊ DUYỆT ĐỀ ÁN NƯỚC SẠCH", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÀ GIANG"]
    text = ["UBND TỈNH HÀ GIANG", "Số: 9/QĐ-UBND", "", *title, "Căn cứ Luật Tài nguyên nước;"]
    assert read("\n".join(text)).header.title == "PHÊ DUYỆT ĐỀ ÁN NƯỚC SẠCH"


def test_an_enacting_line_is_no_second_type_line(read: Read) -> None:
    reading = read("""
        UBND TỈNH SƠN LA
        Số: 12/QĐ-UBND

        QUYẾT ĐỊNH
        Về việc thành lập Tổ công tác

        ỦY BAN NHÂN DÂN TỈNH

        Căn cứ Luật Tổ chức chính quyền địa phương;

        QUYẾT ĐỊNH:

        Điều 1. Thành lập Tổ công tác.
    """)
    assert reading.header.title == "Về việc thành lập Tổ công tác"
    assert [p.part for p in reading.paragraphs].count(PartOfDocument.TYPE_LINE) == 1


def test_a_text_without_a_head_has_no_header(read: Read) -> None:
    header = read("2.4. Tỷ lệ hộ dân có điện đạt từ 98% trở lên.\n2.5. Có chợ đạt chuẩn.").header
    assert (header.doc_type, header.number, header.title) == (None, None, None)


def test_a_letterhead_that_the_text_brings_late_is_the_documents(read: Read) -> None:
    reading = read("""
        THÔNG TƯ
        Hướng dẫn tổ chức hội thi

        Căn cứ Luật Thi đua, khen thưởng;
        BỘ NỘI VỤ
        Số: 41/2026/TT-BNV
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Độc lập - Tự do - Hạnh phúc
        Hà Nội, ngày 06 tháng 4 năm 2026

        Điều 1. Phạm vi
        Điều 2. Hiệu lực
    """)
    header = reading.header
    assert (header.doc_type, header.issuer, header.key) == (DocumentType.THONG_TU, "Bộ Nội vụ", "41/2026/TT-BNV")
    assert [unit.marker for unit in reading.units] == ["Điều 1", "Điều 2"]


def test_a_quoted_title_of_the_state_begins_no_letterhead(tree: Callable[[str], list[str]]) -> None:
    text = """
        Điều 1. Mẫu chứng chỉ
        Phần trên là dòng chữ
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in đậm.
        Điều 2. Hiệu lực
    """
    assert tree(text) == ["Điều 1", "Điều 2"]


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(
            "ˆ Z N bởi: Ủy ban\nk 12.09 07:40 de\n"
            "ỦY BANNHÂNDÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTINH HA GIANG Độc lập - Tự do - Hạnh phúc\n"
            "Số: 214/KH-UBND Hà Giang, ngày 0|  tháng 8 năm 2022\nA, KÉ HOẠCH _ ¬",
            id="under an electronic stamp",
        ),
        pytest.param(
            "ỦY BAN NHÂN DÂN\nTỈNH HÀ GIANG\nSố:\n214/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT\n  NAM\n"
            "Độc lập - Tự do - Hạnh\n  phúc\nHà Giang, ngày 01 tháng 8\n  năm 2022\nKẾ HOẠCH",
            id="in columns too narrow for it",
        ),
        pytest.param(
            "Ủy ban nhân dân tỉnh Hà Giang \t\tcộng hoà xã hội chủ nghĩa Việt nam\n"
            "SỐ :214  /KH-UBND          Hà giang, ngày   01   tháng   8  năm 2022\nKẾ HOẠCH :",
            id="in fonts whose small letters print as capitals",
        ),
    ],
)
def test_damaged_letterheads_read_like_whole_ones(read: Read, head: str) -> None:
    header = read(f"{head}\n: Phòng, chống rét\n. cho đàn vật nuôi{BODY}").header
    assert (header.doc_type, header.key, header.issuer) == (
        DocumentType.KE_HOACH,
        "214/KH-UBND",
        "Ủy ban nhân dân tỉnh Hà Giang",
    )
    assert ((header.place or "").lower(), header.issued_on) == ("hà giang", date(2022, 8, 1))
    assert header.title == "Phòng, chống rét cho đàn vật nuôi"


def test_a_scrawled_day_is_no_date(read: Read) -> None:
    header = read(
        "UBND TỈNH HÀ GIANG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 2€€/KH-UBND Hà Giang, ngày Jÿtháng 8 năm 2022\n"
        f"KẾ HOẠCH\nThử nghiệm{BODY}"
    ).header
    assert (header.place, header.issued_on, header.key) == ("Hà Giang", None, None)


def test_head_as_gazettes_cite_it(read: Read) -> None:
    header = read(
        "Nghị định\nCủa Chính phủ Số  94 /2003/NĐ-CP ngày 17 tháng 11 năm 2003\nQuy định về lễ hội\n\n"
        "Chính phủ\n\nCăn cứ Luật Tổ chức Chính phủ;\n\nĐiều 1. Phạm vi\n1. Lễ hội."
    ).header
    assert (header.key, header.issued_on, header.issuer, header.title) == (
        "94/2003/NĐ-CP",
        date(2003, 11, 17),
        "Chính phủ",
        "Quy định về lễ hội",
    )


def test_a_damaged_subject_mark_is_read(read: Read) -> None:
    header = read(
        "UBND TỈNH HÀ GIANG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/UBND-KT\nV/w rà soát quy hoạch\n"
        "Kính gửi: Sở Xây dựng\n\nYêu cầu Sở Xây dựng rà soát."
    ).header
    assert (header.doc_type, header.title) == (DocumentType.CONG_VAN, "rà soát quy hoạch")


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        pytest.param(
            """
            bộ công nghiệp                              cộng hoà xã hội chủ  nghĩa Việt nam
             -0-                                             Độc lập-Tự do-Hạnh phúc
            Số: 35/2003/QĐ-BCN
                                                     Hà Nội, ngày 12 tháng 3 năm 2003

                  quyết định của bộ trưởng bộ công nghiệp
            """,
            "Bộ Công nghiệp",
            id="columns, the issuer on the type line",
        ),
        pytest.param(
            """
            ngân hàng nhà nước cộng hòa xã hội chủ nghĩa việt nam
            việt nam Độc lập - Tự do - Hạnh phúc
            Số: 35/2003/QĐ-NHNN Hà Nội, ngày 12 tháng 3 năm 2003
            quyết định
            """,
            "Ngân hàng Nhà nước Việt Nam",
            id="columns run together",
        ),
        pytest.param(
            """
            chính phủ
            ---------||Cộng hòa xã hội chủ nghĩa việt nam
            Độc lập - Tự do - Hạnh phúc|
            Số: 35/2003/QĐ-CP||Hà Nội, ngày 12 tháng 3 năm 2003|

            quyết định của chính phủ
            """,
            "Chính phủ",
            id="a table drawn with bars",
        ),
    ],
)
def test_capitals_that_an_old_font_took_from_a_letterhead(read: Read, head: str, issuer: str) -> None:
    header = read(f"{head}\nVề việc thu phí bến bãi\n\nCăn cứ Luật Phí và lệ phí;\n\nĐiều 1. Thu phí.").header
    facts = (header.doc_type, header.issuer, header.place, header.issued_on, header.title)
    expected = "Về việc thu phí bến bãi"
    assert facts == (DocumentType.QUYET_DINH, issuer, "Hà Nội", date(2003, 3, 12), expected)


def test_a_sentence_that_names_the_state_in_small_letters_stays_as_it_is(read: Read) -> None:
    text = "Điều 1. Hợp tác\nHiệp định giữa chính phủ nước cộng hòa xã hội chủ nghĩa Việt nam\nvà chính phủ nước bạn."
    assert read(text).header.doc_type is None


def test_dirt_before_a_body_is_no_number(read: Read) -> None:
    head = """
        So UBND TỈNH KIÊN GIANG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        SỞ Y TẾ l Độc lập - Tự do - Hạnh phúc
        Số: 36/KH-SYT Kiên Giang, ngày 2 tháng 5 năm 2017
        KẾ HOẠCH
        Tập huấn"""
    assert read(head + BODY).header.issuer == "Sở Y tế tỉnh Kiên Giang"
