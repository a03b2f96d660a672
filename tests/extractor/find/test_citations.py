"""Mentions of other documents: what counts, where the mention begins and ends, what it says of the document."""

from __future__ import annotations

import datetime as dt
from time import process_time

import pytest

from extractor.find.citations import find_citations
from extractor.find.mentions import CitationMention
from extractor.pipeline import read


def cited(clause: str) -> list[tuple[str, CitationMention]]:
    """Return the printed form and the value of every citation in a list item that says `clause`."""
    reading = read(f"KẾ HOẠCH\nTổ chức hội thi năm 2024\n\nI. NỘI DUNG\n\n1. {clause}\n")
    return [(reading.text[mention.start : mention.end], mention) for mention in find_citations(reading)]


def only(clause: str) -> tuple[str, CitationMention]:
    found = cited(clause)
    assert len(found) == 1, found
    return found[0]


SPANS = [
    # type word, number, date, issuer; the subject is outside
    ("Theo |Kế hoạch số 412-KH/TU, ngày 07/3/2031 của Ban Thường vụ Tỉnh ủy| về tổ chức hội thi.", "ke_hoach"),
    (
        'Theo |Hướng dẫn số 61-HD/BTGTU ngày 05-10-2030 của Ban Tuyên giáo Tỉnh ủy| "Tuyên truyền tiết kiệm nước".',
        "huong_dan",
    ),
    ("Theo |Nghị định số 49/2021/NĐ-CP ngày 1 tháng 4 năm 2021 của Chính phủ| quy định về nhà ở.", "nghi_dinh"),
    ("Theo |Quyết định 1129/QĐ-TTg ngày 27/7/2020 của Thủ tướng Chính phủ| phê duyệt đề án.", "quyet_dinh"),
    ("Theo |Thông tư số 02/2009/TT-BYT của Bộ Y tế ngày 26/5/2009| hướng dẫn vệ sinh.", "thong_tu"),
    (
        "Theo |Công văn số 278/STTTT-BCVT ngày 31/3/2010 của Sở Thông tin và Truyền thông|, các đơn vị báo cáo.",
        "cong_van",
    ),
    (
        "Theo |Chương trình hành động số 37-CTr/HU ngày 4 tháng 05 năm 2032 của Ban Chấp hành Đảng bộ huyện|; báo cáo.",
        "chuong_trinh_hanh_dong",
    ),
    ("Theo |Thông báo kết luận số 12-TB/TU ngày 03/02/2023 của Thường trực Thành ủy|.", "thong_bao"),
    ("Theo |Kết luận số 93-KL/TW, ngày 14/02/2033 của Ban Chấp hành Trung ương khóa XV|.", "ket_luan"),
    (
        "Theo |Nghị quyết số 27-NQ/TW ngày 21/5/2018 của Hội nghị lần thứ bảy Ban Chấp hành Trung ương khóa XII|.",
        "nghi_quyet",
    ),
    ("Theo |quyết định số 217-QĐ/TW ngày 12/12/2013 của Bộ Chính trị|, về giám sát.", "quyet_dinh"),
    ("Theo |Công điện số 05/CĐ-TTg của Thủ tướng Chính phủ| về phòng, chống bão.", "cong_dien"),
    ("Theo |Kế hoạch số 12/KH-SVHTTDL của Sở Văn hóa, Thể thao và Du lịch|, các huyện báo cáo.", "ke_hoach"),
    ("Theo |Quyết định số 31-QĐ/TW, ngày 01-10-1997 của Bộ Chính trị|.", "quyet_dinh"),
    ("Theo |Hướng dẫn số 46/HD-HND của Ban Thường vụ Trung ương Hội Nông dân Việt Nam| về nghiệp vụ.", "huong_dan"),
    (
        "Theo |Thông tư liên tịch số 31/2014/TTLT-BGDĐT-BCA của Bộ Giáo dục và Đào tạo, Bộ Công an| về an toàn.",
        "thong_tu_lien_tich",
    ),
    ("Theo |Chỉ thị số 68-CT/TW của Ban Bí thư mới ban hành ngày 11/9/2031|; các trường báo cáo.", "chi_thi"),
    ("Theo |Quyết định của Ủy ban nhân dân tỉnh số 15/QĐ-UBND ngày 02/3/2022|, các huyện báo cáo.", "quyet_dinh"),
    # odd but real prints
    ("Theo |Quyết định số 367 - QĐ/TWĐTN-VP ngày 05/6/2018|, các cơ sở báo cáo.", "quyet_dinh"),
    ("Theo |Nghị định số 49/2021/NĐ-C P của Chính phủ|, các sở báo cáo.", "nghi_dinh"),
    ("Theo |Công văn số 130/SYT-TCCB ngày 2l tháng 02 năm 2012 của Sở Y tế|, các trạm báo cáo.", "cong_van"),
    # no type word: from the word `số`, or from the number; the symbol says the kind
    ("Các đơn vị gửi |số 332/KH-UBND ngày 10/12/2025| cho tổ dân phố.", "ke_hoach"),
    ("Các đơn vị xem |182-KL/TW, ngày 29/7/2025|.", "ket_luan"),
    ("Các đơn vị xem |văn bản số 45/UBND-VX ngày 29/7/2025|.", "cong_van"),
    # statutes whose name stands before the number
    ("Theo |Luật Nhà ở số 27/2023/QH15|, các sở rà soát.", "luat"),
    ("Theo |Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân số 87/2015/QH13, ngày 20/11/2015|.", "luat"),
    ("Theo |Bộ luật Lao động số 45/2019/QH14|, các đơn vị rà soát.", "bo_luat"),
    ("Theo |Luật Bảo vệ người đang học nghề tại nước ngoài số 12/2031/QH17|, các sở rà soát.", "luat"),
    ("Áp dụng cho đến khi |Luật Việc làm số 38/2013/QH13| hết hiệu lực.", "luat"),
    # names
    ("Theo |Luật Giao dịch điện tử ngày 29 tháng 11 năm 2005|, các sở rà soát.", "luat"),
    ("Theo |Luật Phòng, chống tham nhũng| và các văn bản hướng dẫn.", "luat"),
    ("Theo |Luật Thanh niên năm 2020| thì mọi người có quyền học tập.", "luat"),
    ("Theo |Pháp lệnh Dân số| thì mỗi gia đình tự quyết định.", "phap_lenh"),
    ("Theo |Hiến pháp năm 2013|, mọi người bình đẳng.", "hien_phap"),
    ("Tìm hiểu |Nghị quyết Đại hội XVI Hội Nông dân Việt Nam, nhiệm kỳ 2043-2048|.", "nghi_quyet"),
    ("Tìm hiểu |Nghị quyết Đại hội đại biểu Đảng bộ huyện lần thứ XXIV, nhiệm kỳ 2040 - 2045| tại xã.", "nghi_quyet"),
    ("Tìm hiểu |Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng| đến đoàn viên.", "nghi_quyet"),
    ("Tìm hiểu |nghị quyết Đại hội Công đoàn tỉnh lần thứ X| tại cơ sở.", "nghi_quyet"),
    ("Tìm hiểu |Nghị quyết Trung ương 4 (khóa XII)| về xây dựng Đảng.", "nghi_quyet"),
    ("Tìm hiểu |Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XIII|.", "nghi_quyet"),
    ("Tìm hiểu |Điều lệ Đảng| và lịch sử địa phương.", "dieu_le"),
    ("Tìm hiểu |Điều lệ Công đoàn Việt Nam| (sửa đổi, bổ sung).", "dieu_le"),
    ("Các đơn vị chấp hành |Quy chế Bảo vệ bí mật nhà nước|; lưu hồ sơ.", "quy_che"),
    ('Các đơn vị tiếp tục triển khai |Đề án "Xây dựng thư viện số"|, báo cáo kết quả.', "de_an"),
    ("Các trường triển khai hiệu quả |Đề án dạy bơi cho học sinh tiểu học|.", "de_an"),
    ("Các trường thực hiện |Chương trình giáo dục phổ thông 2018|; báo cáo kết quả.", "chuong_trinh"),
    # numbers still to be filled in
    ("Theo |Kế hoạch số ……/KH-UBND ngày …/…/2024 của UBND xã| về vệ sinh môi trường.", "ke_hoach"),
]


@pytest.mark.parametrize(("marked", "kind"), SPANS, ids=[marked.split("|")[1][:60] for marked, _ in SPANS])
def test_a_mention_runs_from_its_type_word_to_its_issuer(marked: str, kind: str) -> None:
    before, mention, after = marked.split("|")
    printed, value = only(before + mention + after)
    assert printed == mention
    assert value.doc_type == kind


NO_CITATIONS = [
    # anaphora, and kinds in general
    "Tổ chức thực hiện tốt Kế hoạch này.",
    "Căn cứ Kế hoạch trên, các đơn vị chủ động triển khai.",
    "Tuyên truyền Nghị quyết đến từng đoàn viên.",
    "Học tập các nghị quyết của Đảng và pháp luật về biển.",
    "Thực hiện Nghị quyết Đại hội và các nghị quyết chuyên đề.",
    "Thực hiện nghị quyết đại hội công đoàn các cấp.",
    "Nghị quyết Đại hội Đảng bộ các cấp được cụ thể hóa.",
    # words in capitals that only end like the name of a statute
    "Nâng cao chất lượng THI HÀNH PHÁP LUẬT ĐÁP ỨNG YÊU CẦU phát triển.",
    # documents to be written
    "Xây dựng Đề án phát triển du lịch cộng đồng của huyện.",
    "Góp ý dự thảo Luật Nhà giáo.",
    "Trình Quốc hội xem xét Luật An toàn thực phẩm (sửa đổi).",
    # descriptions in small letters, things that are no documents
    "Triển khai chương trình cải tạo vườn tạp.",
    'Tham gia chương trình "Tết sum vầy" do công đoàn tổ chức.',
    "Mời luật sư, Hội Luật gia tư vấn; xử lý theo pháp luật.",
    "Báo cáo theo Mẫu số 05/BC-TH và biểu số 02/TK-CĐ.",
    "Áp dụng QCVN 01:2021/BYT và TCVN 5574:2018.",
    "Nộp vào tài khoản số 12/KB-NN mở tại kho bạc.",
    "Đạt 90/100 điểm, 24/7, tỷ lệ 3/4, ngày 12/10/2024.",
    "Thực hiện Chương trình hành động, Kế hoạch 5 năm và Quyết định 3 nội dung.",
]


def test_a_programme_of_action_is_named_by_the_document_that_it_carries_out() -> None:
    programme, carried = cited(
        "Thực hiện Chương trình hành động của Chính phủ thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2034."
    )
    assert programme[0] == "Chương trình hành động của Chính phủ"
    assert (programme[1].doc_type, programme[1].name) == (
        "chuong_trinh_hanh_dong",
        "thực hiện Nghị quyết số 57-NQ/TW",
    )
    assert carried[1].key == "57-NQ/TW"


def test_a_project_that_was_approved_exists() -> None:
    project, decision = cited('Đề án "Mỗi làng một nghề" được phê duyệt tại Quyết định số 939/QĐ-TTg ngày 30/6/2031.')
    assert (project[1].name, decision[1].key) == ("Mỗi làng một nghề", "939/QĐ-TTg")


@pytest.mark.parametrize("clause", NO_CITATIONS, ids=[clause[:50] for clause in NO_CITATIONS])
def test_what_names_no_particular_document_is_no_citation(clause: str) -> None:
    assert cited(clause) == []


def test_the_documents_own_number_is_no_citation() -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH BẾN TRE\nSố: 15/QĐ-UBND\n\nBến Tre, ngày 02 tháng 3 năm 2022\n\n"
        "QUYẾT ĐỊNH\nVề việc ban hành Quy định\n\n"
        "Điều 1. Ban hành Quy định kèm theo Quyết định số 15/QĐ-UBND ngày 02 tháng 3 năm 2022.\n"
    )
    assert find_citations(read(text)) == []


VALUES = [
    (
        "Theo Kết luận số 1-KL/TW, ngày 23/8/2031 của Bộ Chính trị.",
        "01-KL/TW",
        1,
        None,
        "KL/TW",
        dt.date(2031, 8, 23),
        "Bộ Chính trị",
    ),
    (
        "Theo Chương trình số 07-Ctr/TU ngày 09-12-2032 của Tỉnh ủy.",
        "07-CTr/TU",
        7,
        None,
        "CTr/TU",
        dt.date(2032, 12, 9),
        "Tỉnh ủy",
    ),
    ("Theo Nghị định số 49/2021/NĐ-CP của Chính phủ.", "49/2021/NĐ-CP", 49, 2021, "NĐ-CP", None, "Chính phủ"),
    (
        "Theo Kế hoạch số 26/KH-LĐLĐ ngày 22 tháng 02 năm 2024.",
        "26/KH-LĐLĐ",
        26,
        None,
        "KH-LĐLĐ",
        dt.date(2024, 2, 22),
        None,
    ),
    (
        "Theo Kế hoạch số 26/KH-LĐLĐ ngày 31/02/2024 của LĐLĐ tỉnh.",
        "26/KH-LĐLĐ",
        26,
        None,
        "KH-LĐLĐ",
        None,
        "LĐLĐ tỉnh",
    ),
    ("Theo Nghị quyết số 66.13/2026/NQ-CP của Chính phủ.", "66.13/2026/NQ-CP", 66, 2026, "NQ-CP", None, "Chính phủ"),
]


@pytest.mark.parametrize("row", VALUES, ids=[row[1] for row in VALUES])
def test_a_numbered_mention_has_its_parts(
    row: tuple[str, str, int, int | None, str, dt.date | None, str | None],
) -> None:
    clause, *expected = row
    _, value = only(clause)
    assert [value.key, value.serial, value.year, value.symbol, value.issued_on, value.issuer] == expected


def test_the_clause_that_issues_a_document_gives_its_date_and_issuer() -> None:
    _, value = only("Ngày 05/8/2031, Cục Quản lý tài nguyên nước ban hành Công văn số 764/TNN-QH về khảo sát.")
    assert (value.issued_on, value.issuer) == (dt.date(2031, 8, 5), "Cục Quản lý tài nguyên nước")


def test_a_blank_number_is_unknown() -> None:
    _, value = only("Theo Chỉ thị số - CT/HU ngày /4/2031 của Ban Thường vụ Huyện ủy về mùa lũ.")
    assert (value.key, value.serial, value.issued_on, value.issuer) == (None, None, None, "Ban Thường vụ Huyện ủy")


NAMES = [
    ("Tìm hiểu Nghị quyết Đại hội XVI Hội Nông dân Việt Nam, nhiệm kỳ 2043-2048.", "Đại hội XVI Hội Nông dân Việt Nam"),
    ("Tìm hiểu Nghị quyết Trung ương 4 (khóa XII).", "Trung ương 4 khóa XII"),
    ("Theo Luật Công đoàn.", "Công đoàn"),
    ("Theo Luật bầu cử đại biểu HĐND ngày 26 tháng 11 năm 2003.", "bầu cử đại biểu HĐND"),
    ("Theo Luật Đât đai về thu hồi đất.", "Đât đai"),
    ("Theo Luật Kinh tế tuần hoàn ngày 20 tháng 6 năm 2031.", "Kinh tế tuần hoàn"),
    ("Theo Hiến pháp 1992.", "1992"),
    ("Theo Điều lệ Đảng.", "Đảng"),
    (
        "Theo Luật sửa đổi, bổ sung một số điều của Luật Công đoàn và Luật Thanh niên ngày 02/3/2030.",
        "sửa đổi, bổ sung một số điều của Luật Công đoàn và Luật Thanh niên",
    ),
]


@pytest.mark.parametrize(("clause", "name"), NAMES, ids=[name for _, name in NAMES])
def test_a_name_is_what_identifies_the_document(clause: str, name: str) -> None:
    value = cited(clause)[0][1]
    assert (value.name, value.key) == (name, None)


def test_the_name_of_a_numbered_statute_is_its_title() -> None:
    clause = "Theo Luật Nhà ở số 27/2023/QH15."
    reading_text, value = only(clause)
    assert value.name is None
    assert value.key == "27/2023/QH15"
    assert value.title is not None
    start, end = value.title
    assert reading_text[start - value.start : end - value.start] == "Nhà ở"


def test_the_date_of_an_amending_law_is_not_that_of_the_law_it_amends() -> None:
    outer, inner = cited("Theo Luật sửa đổi, bổ sung một số điều của Luật Hộ tịch ngày 12 tháng 6 năm 2031.")
    assert (outer[1].issued_on, inner[1].issued_on) == (dt.date(2031, 6, 12), None)


TITLES = [
    ("Theo Quyết định số 12/QĐ-UBND về quản lý chợ, trình UBND tỉnh trước ngày 15/6/2025.", "quản lý chợ"),
    ("Theo Quyết định số 12/QĐ-UBND về quản lý chợ, hoàn thành trong quý III năm 2025.", "quản lý chợ"),
    ("Theo Quyết định số 12/QĐ-UBND về chế độ thông tin, báo cáo thống kê.", "chế độ thông tin, báo cáo thống kê"),
    ('Theo Nghị quyết số 62-NQ/TW của Bộ Chính trị về "Đổi mới khuyến nông", các cấp báo cáo.', "Đổi mới khuyến nông"),
    (
        'Theo Kế hoạch số 49-KH/TU của Tỉnh ủy về "Thực hiện chuyên đề "Sống đẹp" trong đoàn viên"; báo cáo.',
        'Thực hiện chuyên đề "Sống đẹp" trong đoàn viên',
    ),
    ("Theo Chỉ thị số 18/CT-TTg về việc tiết kiệm điện; các đơn vị báo cáo.", "tiết kiệm điện"),
    ("Theo Nghị định số 63/2014/NĐ-CP quy định về đấu thầu. Các đơn vị báo cáo.", "quy định về đấu thầu"),
    ("Theo Kế hoạch số 12/KH-UBND ngày 02/3/2024.", None),
]


@pytest.mark.parametrize(("clause", "title"), TITLES, ids=[str(title) for _, title in TITLES])
def test_the_subject_is_given_without_quotes(clause: str, title: str | None) -> None:
    reading = read(f"KẾ HOẠCH\nTổ chức hội thi năm 2024\n\nI. NỘI DUNG\n\n1. {clause}\n")
    value = find_citations(reading)[0]
    assert (value.title and reading.text[value.title[0] : value.title[1]]) == title


LISTS = [
    (
        "Tìm hiểu Nghị quyết Đại hội X Hội Nông dân tỉnh và Đại hội XVI Hội Nông dân Việt Nam, nhiệm kỳ 2043-2048.",
        ["Nghị quyết Đại hội X Hội Nông dân tỉnh", "Đại hội XVI Hội Nông dân Việt Nam, nhiệm kỳ 2043-2048"],
        ["Đại hội X Hội Nông dân tỉnh", "Đại hội XVI Hội Nông dân Việt Nam"],
        "nghi_quyet",
    ),
    (
        "Tìm hiểu Nghị quyết Trung ương 6, Trung ương 7 khóa XIII.",
        ["Nghị quyết Trung ương 6", "Trung ương 7 khóa XIII"],
        ["Trung ương 6 khóa XIII", "Trung ương 7 khóa XIII"],
        "nghi_quyet",
    ),
    (
        "Theo các Luật số 14/2031/QH17, số 19/2031/QH17 và số 26/2031/QH17.",
        ["Luật số 14/2031/QH17", "số 19/2031/QH17", "số 26/2031/QH17"],
        ["14/2031/QH17", "19/2031/QH17", "26/2031/QH17"],
        "luat",
    ),
    (
        "Theo các Kế hoạch của UBND thành phố: số 330/KH-UBND ngày 07/12/2025 về giao thông; "
        "số 332/KH-UBND ngày 10/12/2025 về đô thị.",
        ["Kế hoạch của UBND thành phố: số 330/KH-UBND ngày 07/12/2025", "số 332/KH-UBND ngày 10/12/2025"],
        ["330/KH-UBND", "332/KH-UBND"],
        "ke_hoach",
    ),
    (
        "Theo các Quyết định số 12/QĐ-UBND và 13/QĐ-UBND của UBND tỉnh.",
        ["Quyết định số 12/QĐ-UBND", "13/QĐ-UBND của UBND tỉnh"],
        ["12/QĐ-UBND", "13/QĐ-UBND"],
        "quyet_dinh",
    ),
    (
        "Phổ biến các Luật Đất đai, Nhà ở, Xây dựng.",
        ["Luật Đất đai", "Nhà ở", "Xây dựng"],
        ["Đất đai", "Nhà ở", "Xây dựng"],
        "luat",
    ),
]


@pytest.mark.parametrize(("clause", "printed", "works", "kind"), LISTS, ids=[clause[:50] for clause, *_ in LISTS])
def test_a_list_that_shares_a_type_word_has_one_citation_a_member(
    clause: str, printed: list[str], works: list[str], kind: str
) -> None:
    found = cited(clause)
    assert [text for text, _ in found] == printed
    assert [value.key or value.name for _, value in found] == works
    assert {value.doc_type for _, value in found} == {kind}


def test_members_share_the_issuer_that_is_said_before_them() -> None:
    found = cited("Theo các Kế hoạch của UBND thành phố: số 330/KH-UBND về giao thông; số 332/KH-UBND về đô thị.")
    assert [value.issuer for _, value in found] == ["UBND thành phố"] * 2


def test_nested_mentions_count_each() -> None:
    found = cited('Theo Kế hoạch số 49-KH/TU của Tỉnh ủy về "Thực hiện Nghị quyết số 62-NQ/TW về "Tam nông"".')
    assert [value.key for _, value in found] == ["49-KH/TU", "62-NQ/TW"]


LEANING = [
    ("Theo Thông tư số 02/2009/TT-BYT; những điểm trong Thông tư 02 không còn phù hợp.", "02/2009/TT-BYT"),
    ("Theo Nghị định số 63/2014/NĐ-CP của Chính phủ; Nghị định số 63 của Chính phủ còn hiệu lực.", "63/2014/NĐ-CP"),
    ("Theo Thông tư số 02/2009/TT-BYT; góp ý Thông tư 02/2009/BYT.", "02/2009/TT-BYT"),
]


@pytest.mark.parametrize(("clause", "key"), LEANING, ids=[clause[-40:] for clause, _ in LEANING])
def test_a_short_mention_means_the_document_mentioned_in_full(clause: str, key: str) -> None:
    assert [value.key for _, value in cited(clause)] == [key, key]


def test_a_short_mention_of_two_possible_documents_means_neither() -> None:
    clause = "Theo Thông tư số 02/2009/TT-BYT, Thông tư số 02/2015/TT-BNV; góp ý Thông tư 02."
    assert [value.key for _, value in cited(clause)] == ["02/2009/TT-BYT", "02/2015/TT-BNV"]


PROVISIONS = [
    ("Theo Điều 5 Nghị định số 49/2021/NĐ-CP.", ("Điều 5",)),
    ("Theo khoản 2 Điều 5 của Nghị định số 49/2021/NĐ-CP.", ("Điều 5 khoản 2",)),
    ("Theo điểm a khoản 1 Điều 6 Nghị định số 49/2021/NĐ-CP.", ("Điều 6 khoản 1 điểm a",)),
    ("Theo Điều 45 và Điều 54 của Luật Nhà ở.", ("Điều 45", "Điều 54")),
    ("Theo điều 3, điều 5 Thông tư số 11/2016/TT-BYT.", ("Điều 3", "Điều 5")),
    ("Theo khoản 1, khoản 3 Điều 7 Luật Nhà ở.", ("Điều 7 khoản 1", "Điều 7 khoản 3")),
    ("Theo khoản 1 Điều 3 và khoản 2 Điều 5 Luật Nhà ở.", ("Điều 3 khoản 1", "Điều 5 khoản 2")),
    ("Theo Điều 3, 4 và 5 Luật Nhà ở.", ("Điều 3", "Điều 4", "Điều 5")),
    ("Theo các Điều 3 đến 5 Luật Nhà ở.", ("Điều 3", "Điều 4", "Điều 5")),
    ("Theo Điều 36a Luật Nhà ở.", ("Điều 36a",)),
    (
        "Theo khoản 3 và điểm a, điểm g khoản 4 Điều 12 Luật Nhà ở.",
        ("Điều 12 khoản 3", "Điều 12 khoản 4 điểm a", "Điều 12 khoản 4 điểm g"),
    ),
    ("Theo Điều 32, khoản 2 Điều 33, Điều 34 Luật Nhà ở.", ("Điều 32", "Điều 33 khoản 2", "Điều 34")),
    ("Theo Điều 3, 4 và khoản 2 Điều 9 Luật Nhà ở.", ("Điều 3", "Điều 4", "Điều 9 khoản 2")),
    ("Theo Luật Nhà ở (Điều 5 khoản 2 và Điều 6).", ("Điều 5 khoản 2", "Điều 6")),
    ("Theo Mục 5, Phần VI Hướng dẫn 13/HD-MTTQ-BTT.", ("Phần VI Mục 5",)),
    ("Theo Mẫu số 01/BC-MT ban hành kèm theo Nghị quyết số 12/NQ-CP.", ("Mẫu số 01/BC-MT",)),
    ("Bãi bỏ khoản 3 Điều 7 Quy định ban hành kèm theo Quyết định số 25/2021/QĐ-UBND.", ("Điều 7 khoản 3",)),
    ("Theo Luật Nhà ở (khoản 5 Điều 76).", ("Điều 76 khoản 5",)),
    ("Theo Nghị định số 49/2021/NĐ-CP.", ()),
]


@pytest.mark.parametrize(("clause", "provisions"), PROVISIONS, ids=[clause for clause, _ in PROVISIONS])
def test_provisions_are_named_largest_first(clause: str, provisions: tuple[str, ...]) -> None:
    printed, value = only(clause)
    assert value.provisions == provisions
    assert not printed.startswith(("Điều", "điều", "khoản", "Mục", "Mẫu")), "provisions are no part of the mention"


def test_citations_stand_where_the_directive_speaks() -> None:
    text = (
        "KẾ HOẠCH\nThực hiện Kết luận số 01-KL/TW của Bộ Chính trị\n\nCăn cứ Luật Công đoàn;\n\n"
        "I. NỘI DUNG\n\n1. Theo Chỉ thị số 05-CT/TW.\n\n"
        "Nơi nhận:\n- Như trên;\n- Lưu: VT, Kế hoạch số 77/KH-UBND.\n"
    )
    assert [value.key or value.name for value in find_citations(read(text))] == ["01-KL/TW", "Công đoàn", "05-CT/TW"]


ADVERSARIAL = {
    "digits": "7" * 200_000,
    "numbers": "1/2/3-4 " * 25_000,
    "dashes": "- " * 100_000,
    "strokes": "số 12/" * 30_000,
    "symbols": "12/KH-" * 30_000,
    "capitals": "12/" + "A" * 200_000,
    "laws": "Luật " * 40_000,
    "law names": "Luật Bảo hiểm xã hội, " * 9_000,
    "resolutions": "Nghị quyết Đại hội " * 10_000,
    "issuers": "Kế hoạch số 12/KH-UBND của " + "Ban Thường vụ " * 14_000,
    "quotes": 'Kế hoạch số 12/KH-UBND về "' + 'một "' * 40_000,
    "articles": "Điều 5 khoản 2 " * 13_000 + "Luật Nhà ở",
    "decrees": "Nghị định số 49/2021/NĐ-CP về việc " * 6_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("text", ADVERSARIAL.values(), ids=ADVERSARIAL.keys())
def test_time_grows_with_the_text_and_no_faster(text: str) -> None:
    def seconds(sample: str) -> float:
        reading = read(f"KẾ HOẠCH\n\nI. NỘI DUNG\n\n1. {sample}.\n")
        started = process_time()
        find_citations(reading)
        return process_time() - started

    seconds(text[:1000])
    assert any(seconds(text) < max(12 * seconds(text[: len(text) // 4]), 0.2) for _ in range(5))
