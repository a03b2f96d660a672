"""What a directive does to the documents that it cites: tables of constructions, this document to the cited one."""

from __future__ import annotations

import pytest

from extractor.find.citations import find_citations
from extractor.pipeline import read

BODY = "{type}\nTổ chức hội thi năm 2024\n\nI. NỘI DUNG\n\n1. {words}\n"
PREAMBLE = "{type}\nTổ chức hội thi năm 2024\n\n{words}\n\nI. NỘI DUNG\n\n1. Các đơn vị báo cáo.\n"
TITLE = (
    "{type}\n{words}\n\nCăn cứ tình hình thực tế, cơ quan thông báo như sau:\n\nI. NỘI DUNG\n\n1. Các đơn vị báo cáo.\n"
)


def relations(words: str, where: str, kind: str = "KẾ HOẠCH") -> list[str]:
    return [str(mention.relation) for mention in find_citations(read(where.format(words=words, type=kind)))]


IN_THE_BODY = [
    # carried out: the object of `thực hiện`, `triển khai`, `thi hành`, however it is put
    ("Thực hiện Kết luận số 01-KL/TW.", ["thuc_hien"]),
    ("Triển khai Nghị quyết số 05-NQ/TU đến đoàn viên.", ["thuc_hien"]),
    ("Tiếp tục triển khai thực hiện có hiệu quả Chỉ thị số 05-CT/TW.", ["thuc_hien"]),
    ("Sơ kết 02 năm thực hiện Kết luận số 76-KL/TW.", ["thuc_hien"]),
    ("Báo cáo kết quả thực hiện Kế hoạch số 12/KH-UBND.", ["thuc_hien"]),
    ("Đánh giá tình hình triển khai Thông tư số 18/2031/TT-BNV.", ["thuc_hien"]),
    ("Quán triệt, tuyên truyền và thực hiện Nghị quyết Đại hội XVI Hội Nông dân Việt Nam.", ["thuc_hien"]),
    ("Thực hiện nghiêm các yêu cầu tại Điều 9 Nghị định 24/2031/NĐ-CP.", ["thuc_hien"]),
    (
        "Thực hiện đồng bộ các nhiệm vụ, khâu đột phá đã được nêu trong Nghị quyết Đại hội lần thứ XVI của Đảng.",
        ["thuc_hien"],
    ),
    ("Triển khai thực hiện các nội dung theo Kế hoạch số 49-KH/TU.", ["thuc_hien"]),
    ("Thực hiện theo Công văn số 824/VP-KTTH.", ["thuc_hien"]),
    ("Triển khai kịp thời các ý kiến chỉ đạo của Giám đốc Sở Xây dựng tại Công văn số 214/SXD-VP.", ["thuc_hien"]),
    ("Đổi mới nếp làm việc, gắn với thực hiện Nghị quyết số 57-NQ/TU.", ["thuc_hien"]),
    ("Thưc hiên Chỉ thị số 05-CT/TW.", ["thuc_hien"]),
    ("Thực hiện Nghị quyết số 01-NQ/TU, Nghị quyết số 02-NQ/TU và Kế hoạch số 03-KH/TU.", ["thuc_hien"] * 3),
    ("Thực hiện Nghị quyết Đại hội X Hội Nông dân tỉnh và Đại hội XVI Hội Nông dân Việt Nam.", ["thuc_hien"] * 2),
    ("Triển khai các văn bản chỉ đạo của Đảng trên lĩnh vực văn hóa, Nghị quyết Trung ương 4 khóa XII.", ["thuc_hien"]),
    # a list that its lead announces in the same line
    ("Thực hiện các Nghị quyết: số 57-NQ/TW, số 59-NQ/TW và số 66-NQ/TW của Bộ Chính trị.", ["thuc_hien"] * 3),
    # acts that are joined
    (
        "Nghị quyết này thay thế Nghị quyết số 02/2029/NQ-HĐND và bãi bỏ khoản 4 Điều 1 Nghị quyết số 16/2031/NQ-HĐND.",
        ["thay_the", "bai_bo"],
    ),
    (
        "Bãi bỏ Quyết định số 12/QĐ-UBND; sửa đổi khoản 2 Điều 3 Quyết định số 13/QĐ-UBND.",
        ["bai_bo", "sua_doi_bo_sung"],
    ),
    ("Theo Nghị định số 20/2031/NĐ-CP và bãi bỏ thủ tục tại Thông tư số 18/2031/TT-BNV.", ["dan_chieu", "dan_chieu"]),
    ("Kéo dài thời gian thực hiện Nghị quyết số 12/2030/NQ-HĐND đến hết năm 2035.", ["sua_doi_bo_sung"]),
    ("Đính chính lỗi kỹ thuật tại Phụ lục II Thông tư số 10/2030/TT-BTC.", ["dinh_chinh"]),
    # only learned and made known
    ("Mở lớp học tập, quán triệt Nghị quyết Đại hội X Hội Nông dân tỉnh.", ["dan_chieu"]),
    ("Tuyên truyền các nội dung Nghị quyết Đại hội XVI Hội Nông dân Việt Nam.", ["dan_chieu"]),
    ("Các trường quán triệt đầy đủ Kết luận số 71-KL/TU.", ["dan_chieu"]),
    # referred to
    ("Bảo đảm chế độ theo Kết luận số 01-KL/TW.", ["dan_chieu"]),
    ("Sắp xếp chợ dân sinh theo tinh thần Nghị định số 52/2031/NĐ-CP.", ["dan_chieu"]),
    ("Cấp phép theo quy định tại Điều 7 Luật Nhà ở.", ["dan_chieu"]),
    ("Chế độ được thực hiện theo quy định tại Điều 7 Luật Nhà ở.", ["dan_chieu"]),
    ("Những điểm mới của Nghị quyết Đại hội X Hội Nông dân tỉnh.", ["dan_chieu"]),
    ("Giám sát việc thi hành Luật Công đoàn.", ["dan_chieu"]),
    ("Nghiên cứu, đề xuất sửa đổi, bổ sung một vài điểm của Luật Nhà ở.", ["dan_chieu"]),
    ("Theo đề nghị của Sở Y tế tại công văn số 27/SYT-NVY.", ["dan_chieu"]),
    # inside the subject or the name of another
    ('Thực hiện Kế hoạch số 49-KH/TU về "Thực hiện Nghị quyết số 62-NQ/TW".', ["thuc_hien", "dan_chieu"]),
    ("Thực hiện Kết luận số 76-KL/TW về tiếp tục thực hiện Chỉ thị số 31-CT/TW.", ["thuc_hien", "dan_chieu"]),
    (
        "Thực hiện Kế hoạch số 9-KH/TU về thực hiện Nghị quyết Đại hội XVI của Đảng và Nghị quyết số 62-NQ/TW.",
        ["thuc_hien", "dan_chieu", "dan_chieu"],
    ),
    # … and after it
    ('Thực hiện Chỉ thị số 05-CT/TW về "Học tập Bác" theo Kết luận số 01-KL/TW.', ["thuc_hien", "dan_chieu"]),
    ("Thực hiện Thông tư số 29/2024/TT-BGDĐT về dạy thêm, học thêm và Công văn số 812/UBND-VX.", ["thuc_hien"] * 2),
    (
        "Thực hiện Chương trình số 58-CTr/TU về triển khai Nghị quyết số 73-NQ/TW và Chương trình số 64-CTr/TU.",
        ["thuc_hien", "dan_chieu", "thuc_hien"],
    ),
    # basis
    ("Căn cứ Nghị quyết số 74/2031/UBTVQH17, đại hội bầu đoàn thư ký.", ["can_cu"]),
    ("Căn cứ điểm c khoản 2 Điều 9 Nghị quyết số 74/2031/UBTVQH17, đại hội có thành phần như sau.", ["can_cu"]),
    ("Căn cứ tiêu chuẩn quy định tại Điều 5 của Luật Viên chức.", ["can_cu"]),
    (
        "Căn cứ các nội dung tại Thông báo số 496-TB/TU, triển khai thực hiện Kế hoạch số 5/KH-UBND.",
        ["can_cu", "thuc_hien"],
    ),
    # acts upon another document
    ("Sửa đổi, bổ sung khoản 2 Điều 5 của Quyết định số 38/2031/QĐ-UBND.", ["sua_doi_bo_sung"]),
    (
        "Sửa đổi, bổ sung một số điều của Quy chế làm việc ban hành kèm theo Quyết định số 812-QĐ/TU.",
        ["sua_doi_bo_sung"],
    ),
    ("Quyết định này thay thế Quyết định số 38/2031/QĐ-UBND.", ["thay_the"]),
    (
        "Quyết định này có hiệu lực từ ngày ký và thay thế Quyết định số 15/QĐ-UBND, Quyết định số 16/QĐ-UBND.",
        ["thay_the"] * 2,
    ),
    ("Quyết định số 38/2031/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có hiệu lực.", ["thay_the"]),
    ("Bãi bỏ Quyết định số 38/2031/QĐ-UBND.", ["bai_bo"]),
    ("Bãi bỏ khoản 3 Điều 7 Quy định ban hành kèm theo Quyết định số 38/2031/QĐ-UBND.", ["bai_bo"]),
    ("Quyết định số 38/2031/QĐ-UBND bị bãi bỏ.", ["bai_bo"]),
    ("Thông tư này hướng dẫn thi hành một số điều của Nghị định số 63/2014/NĐ-CP.", ["huong_dan"]),
    ("Nghị định này quy định chi tiết một số điều của Luật Nhà ở.", ["quy_dinh_chi_tiet"]),
    ("Đính chính Thông tư số 02/2009/TT-BYT.", ["dinh_chinh"]),
    ("Đình chỉ việc thi hành Quyết định số 38/2031/QĐ-UBND.", ["dinh_chi"]),
    ("Tạm ngưng hiệu lực Nghị định số 85/2031/NĐ-CP.", ["tam_ngung"]),
    ("Giải thích khoản 1 Điều 5 Luật Nhà ở.", ["giai_thich"]),
    # what another document did to a third is told, not done
    (
        "Theo Nghị định số 52/2031/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 64/2027/NĐ-CP.",
        ["dan_chieu"] * 2,
    ),
]


@pytest.mark.parametrize(("words", "expected"), IN_THE_BODY, ids=[words[:70] for words, _ in IN_THE_BODY])
def test_relation_in_the_body(words: str, expected: list[str]) -> None:
    assert relations(words, BODY) == expected


IN_THE_PREAMBLE = [
    ("Căn cứ Luật Công đoàn; Luật Thanh niên;", ["can_cu"] * 2),
    (
        "Căn cứ Luật Công đoàn;\nCăn cứ nội dung Kế hoạch số 35/KH-HND của Hội;\nThực hiện Chỉ thị số 05-CT/TW;",
        ["can_cu", "can_cu", "thuc_hien"],
    ),
    ("Thực hiện Kế hoạch số 49-KH/TU của Tỉnh ủy;\nChương trình số 01-CTr/TU của Tỉnh ủy;", ["thuc_hien"] * 2),
    (
        "Căn cứ Luật Việc làm số 12/2031/QH17 được sửa đổi, bổ sung bởi các Luật số 14/2032/QH17, số 19/2033/QH17;",
        ["can_cu"] * 3,
    ),
    (
        "Căn cứ Nghị định số 101/2017/NĐ-CP về đào tạo, bồi dưỡng, được sửa đổi bởi Nghị định số 89/2021/NĐ-CP;",
        ["can_cu"] * 2,
    ),
    (
        "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Công đoàn, Luật Thanh niên;",
        ["can_cu", "dan_chieu", "dan_chieu"],
    ),
    ("Thực hiện sự chỉ đạo của Ban Thường vụ Tỉnh ủy tại Công văn số 15-CV/TU;", ["thuc_hien"]),
    ("Xét đề nghị của Sở Nội vụ tại Tờ trình số 15/TTr-SNV;", ["dan_chieu"]),
    (
        "Căn cứ Luật Công đoàn, Liên đoàn Lao động tỉnh ban hành Kế hoạch triển khai Chỉ thị số 05-CT/TW như sau:",
        ["can_cu", "thuc_hien"],
    ),
]


@pytest.mark.parametrize(("words", "expected"), IN_THE_PREAMBLE, ids=[words[:70] for words, _ in IN_THE_PREAMBLE])
def test_relation_in_the_preamble(words: str, expected: list[str]) -> None:
    assert relations(words, PREAMBLE) == expected


IN_THE_TITLE = [
    ("KẾ HOẠCH", "Tuyên truyền triển khai Nghị quyết Đại hội XVI Hội Nông dân Việt Nam", ["thuc_hien"]),
    ("HƯỚNG DẪN", "Học tập, quán triệt Nghị quyết Đại hội XVI Hội Nông dân Việt Nam", ["huong_dan"]),
    ("HƯỚNG DẪN", "Thực hiện Kết luận số 01-KL/TW của Bộ Chính trị", ["huong_dan"]),
    ("THÔNG TƯ", "Hướng dẫn một số điều của Nghị định số 63/2014/NĐ-CP", ["huong_dan"]),
    ("NGHỊ ĐỊNH", "Quy định chi tiết một số điều của Luật Nhà ở", ["quy_dinh_chi_tiet"]),
    ("QUYẾT ĐỊNH", "Về việc bãi bỏ Quyết định số 38/2031/QĐ-UBND của Ủy ban nhân dân tỉnh", ["bai_bo"]),
    ("QUYẾT ĐỊNH", "Sửa đổi, bổ sung một số điều của Quyết định số 38/2031/QĐ-UBND", ["sua_doi_bo_sung"]),
    (
        "NGHỊ QUYẾT",
        "Sửa đổi, bổ sung nhiệm vụ trong Chương trình hành động của Chính phủ thực hiện Nghị quyết số 57-NQ/TW",
        ["sua_doi_bo_sung", "dan_chieu"],
    ),
    ("KẾ HOẠCH", 'TRIỂN KHAI THỰC HIỆN ĐỀ ÁN "XÂY DỰNG XÃ HỘI HỌC TẬP"', ["thuc_hien"]),
]


@pytest.mark.parametrize(
    ("kind", "title", "expected"), IN_THE_TITLE, ids=[f"{kind}: {title[:50]}" for kind, title, _ in IN_THE_TITLE]
)
def test_relation_in_the_title(kind: str, title: str, expected: list[str]) -> None:
    assert relations(title, TITLE, kind) == expected


def test_a_list_takes_the_act_that_announces_it() -> None:
    words = (
        "Bãi bỏ các Quyết định sau đây:\na) Quyết định số 15/QĐ-UBND về đấu giá;\nb) Quyết định số 16/QĐ-UBND về chợ."
    )
    assert relations(words, BODY, "QUYẾT ĐỊNH") == ["bai_bo"] * 2


def test_the_subject_of_a_guideline_is_guided_where_its_preamble_says_so() -> None:
    words = "Ban Thường vụ hướng dẫn nghiên cứu, quán triệt Nghị quyết Đại hội XVI Hội Nông dân Việt Nam như sau:"
    assert relations(words, PREAMBLE, "HƯỚNG DẪN") == ["huong_dan"]
