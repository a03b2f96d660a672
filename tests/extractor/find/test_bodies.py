"""Names of bodies in running text: where they end, what they are called, what lists leave out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractor.find.bodies import find_bodies
from extractor.find.citations import find_citations
from extractor.find.mentions import BodyMention
from extractor.pipeline import read
from extractor.reading import HeaderFacts, Reading

PROVINCIAL = HeaderFacts(issuer="Liên đoàn Lao động tỉnh Lai Châu", place="Lai Châu")


def reading_of(sentence: str, header: HeaderFacts = PROVINCIAL) -> Reading:
    return replace(read(f"KẾ HOẠCH\nVề việc thử\n\nI. NHIỆM VỤ\n\n1. {sentence}\n"), header=header)


def mentions(sentence: str, header: HeaderFacts = PROVINCIAL) -> list[BodyMention]:
    reading = reading_of(sentence, header)
    return find_bodies(reading, find_citations(reading))


def printed(sentence: str) -> list[str]:
    reading = reading_of(sentence)
    return [reading.text[found.start : found.end] for found in find_bodies(reading, find_citations(reading))]


# Where a name ends: (sentence, names as printed).
ENDS = [
    ("Phối hợp với Sở Giáo dục và Đào tạo tổ chức hội thi.", ["Sở Giáo dục và Đào tạo"]),
    ("Giao Sở Văn hóa, Thể thao và Du lịch chủ trì.", ["Sở Văn hóa, Thể thao và Du lịch"]),
    ("Bộ Lao động - Thương binh và Xã hội hướng dẫn.", ["Bộ Lao động - Thương binh và Xã hội"]),
    ("Sở LĐTB&XH thẩm định hồ sơ.", ["Sở LĐTB&XH"]),
    ("Đề nghị Kho bạc Nhà nước Mường Tè cấp vốn.", ["Kho bạc Nhà nước Mường Tè"]),
    ("Công đoàn cơ sở Trường Tiểu học Bum Tở vận động.", ["Công đoàn cơ sở Trường Tiểu học Bum Tở"]),
    ("Trung đoàn 880 huấn luyện.", ["Trung đoàn 880"]),
    ("Tổ công tác số 2 kiểm tra.", ["Tổ công tác số 2"]),
    ("Phòng Tham mưu Công an tỉnh tổng hợp.", ["Phòng Tham mưu Công an tỉnh"]),
    ("Ban Tổ chức Hội thi chấm điểm.", ["Ban Tổ chức Hội thi"]),
    ("VNPT Lai Châu bảo đảm đường truyền.", ["VNPT Lai Châu"]),
    ("Tòa án nhân dân khu vực 2 - Lai Châu hòa giải.", ["Tòa án nhân dân khu vực 2 - Lai Châu"]),
    ("Kho bạc Nhà nước Khu vực VIII kiểm soát chi.", ["Kho bạc Nhà nước Khu vực VIII"]),
    ("Đội Quản lý thị trường số 2 kiểm tra.", ["Đội Quản lý thị trường số 2"]),
    ("Trường THPT Mường Tè tổ chức ôn tập.", ["Trường THPT Mường Tè"]),
    ("Văn phòng Đăng ký đất đai tỉnh chỉnh lý hồ sơ.", ["Văn phòng Đăng ký đất đai tỉnh"]),
    ("Văn phòng Điều phối nông thôn mới tỉnh theo dõi.", ["Văn phòng Điều phối nông thôn mới tỉnh"]),
    ("Các xã, phường, đặc khu rà soát danh sách.", ["xã", "phường", "đặc khu"]),
    ("Lực lượng bảo vệ an ninh, trật tự ở cơ sở tuần tra.", ["Lực lượng bảo vệ an ninh, trật tự ở cơ sở"]),
    ("Sở Văn hóa - Thể thao và Du lịch chủ trì.", ["Sở Văn hóa - Thể thao và Du lịch"]),
    ("Bộ Khoa học, Công nghệ và Môi trường hướng dẫn.", ["Bộ Khoa học, Công nghệ và Môi trường"]),
    ("Chi nhánh nước ngoài nộp báo cáo.", ["Chi nhánh nước ngoài"]),
    (
        "Cơ quan trung ương của các tổ chức chính trị - xã hội phối hợp.",
        ["Cơ quan trung ương của các tổ chức chính trị - xã hội"],
    ),
    ("Cấp ủy cơ sở (nơi không có chi bộ) thẩm tra.", ["Cấp ủy cơ sở"]),
    ("Các đoàn thể trong tỉnh, các đơn vị thực hiện.", ["đoàn thể", "đơn vị"]),
    ("Phòng Công tác học sinh phụ trách việc này.", ["Phòng Công tác học sinh"]),
    ("Trung tâm Kiểm soát bệnh tật tỉnh cung cấp số liệu.", ["Trung tâm Kiểm soát bệnh tật tỉnh"]),
    ("Ban Tuyên giáo - Nữ công tham mưu nội dung.", ["Ban Tuyên giáo - Nữ công"]),
    ("Gửi về Ban Tổ chức Tỉnh ủy Lai Châu trước ngày 10.", ["Ban Tổ chức Tỉnh ủy Lai Châu"]),
    ("Văn phòng HĐND và UBND huyện Sìn Hồ bố trí phòng họp.", ["Văn phòng HĐND và UBND huyện Sìn Hồ"]),
    ("Công đoàn cấp trên trực tiếp cơ sở bố trí kinh phí.", ["Công đoàn cấp trên trực tiếp cơ sở"]),
    ("Các cơ quan có liên quan báo cáo kết quả.", ["cơ quan có liên quan"]),
    ("UBND huyện Tam Đường triển khai.", ["UBND huyện Tam Đường"]),
    ("UBND phường 5 thực hiện.", ["UBND phường 5"]),
    ("Giao Tổ thẩm định hoàn thành hồ sơ.", ["Tổ thẩm định"]),
    ("Hội Liên hiệp Phụ nữ tỉnh vận động hội viên.", ["Hội Liên hiệp Phụ nữ tỉnh"]),
    ("Giám đốc Sở Nội vụ quyết định.", ["Giám đốc Sở Nội vụ"]),
    (
        "Cục trưởng Cục Hàng không Việt Nam và Thủ trưởng các đơn vị thực hiện.",
        ["Cục trưởng Cục Hàng không Việt Nam", "Thủ trưởng các đơn vị"],
    ),
    ("Đề nghị Ngân hàng Nhà nước - Chi nhánh Lai Châu hỗ trợ.", ["Ngân hàng Nhà nước - Chi nhánh Lai Châu"]),
    ("Phòng Giáo dục nghề nghiệp thẩm định.", ["Phòng Giáo dục nghề nghiệp"]),
    ("Báo về Chi cục Kiểm lâm chậm nhất 30 phút.", ["Chi cục Kiểm lâm"]),
    ("Thủ trưởng các đơn vị chịu trách nhiệm.", ["Thủ trưởng các đơn vị"]),
    ("Công ty Cổ phần Nước sạch Lai Châu cấp nước.", ["Công ty Cổ phần Nước sạch Lai Châu"]),
    ("Bộ Chỉ huy quân sự tỉnh điều động lực lượng.", ["Bộ Chỉ huy quân sự tỉnh"]),
    ("Mặt trận Tổ quốc Việt Nam các cấp giám sát.", ["Mặt trận Tổ quốc Việt Nam các cấp"]),
]

# What is no body: words that only look like one.
NONE = [
    "Tổ chức hội nghị sơ kết, biểu dương đoàn viên tiêu biểu.",
    "Ban hành quy chế và bộ tiêu chí đánh giá.",
    "Nâng cao đời sống xã hội, phòng chống dịch bệnh.",
    "Đội ngũ cán bộ tăng cả về số lượng.",
    "Gửi 02 bộ hồ sơ để thẩm tra.",
    "Trụ sở được sửa chữa, cơ sở vật chất được bổ sung.",
]

# What a name means: (sentence, canonical names with their owners).
MEANT = [
    ("Báo cáo LĐLĐ tỉnh.", [("Liên đoàn Lao động tỉnh Lai Châu", None)]),
    ("Báo cáo Ban Thường vụ LĐLĐ tỉnh.", [("Ban Thường vụ", "Liên đoàn Lao động tỉnh Lai Châu")]),
    ("Giao Văn phòng chuẩn bị.", [("Văn phòng", "Liên đoàn Lao động tỉnh Lai Châu")]),
    ("Giao Ban Chính sách - Pháp luật chuẩn bị.", [("Ban Chính sách - Pháp luật", "Liên đoàn Lao động tỉnh Lai Châu")]),
    ("Báo cáo Tỉnh ủy.", [("Tỉnh ủy Lai Châu", None)]),
    ("Báo cáo UBND.", [("Ủy ban nhân dân tỉnh Lai Châu", None)]),
    ("Báo cáo Ủy ban MTTQ tỉnh.", [("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lai Châu", None)]),
    ("Báo cáo UBND tỉnh Sơn La.", [("Ủy ban nhân dân tỉnh Sơn La", None)]),
    ("Giao các đơn vị thuộc Sở Y tế thực hiện.", [("Đơn vị", "Sở Y tế")]),
    ("Đề nghị các cấp công đoàn thực hiện.", [("Các cấp công đoàn", None)]),
    ("Đề nghị các CĐCS thực hiện.", [("Công đoàn cơ sở", None)]),
    ("Các Bộ trưởng chịu trách nhiệm thi hành.", [("Bộ", None)]),
    ("Bộ trưởng Bộ Y tế quy định.", [("Bộ Y tế", None)]),
    ("Phối hợp với báo chí tuyên truyền.", [("Cơ quan báo chí", None)]),
]

# What lists leave out: (sentence, canonical names).
LISTED = [
    ("LĐLĐ các huyện, thành phố thực hiện.", ["Liên đoàn Lao động huyện", "Liên đoàn Lao động thành phố"]),
    ("UBND xã, phường, thị trấn rà soát.", [f"Ủy ban nhân dân {level}" for level in ("xã", "phường", "thị trấn")]),
    ("Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương báo cáo.",
     ["Ủy ban nhân dân tỉnh", "Ủy ban nhân dân thành phố trực thuộc trung ương"]),
    ("Chủ tịch UBND các quận, huyện chịu trách nhiệm.", ["Ủy ban nhân dân quận", "Ủy ban nhân dân huyện"]),
    ("Các Phòng Giáo dục và Đào tạo các huyện, thị xã thực hiện.",
     ["Phòng Giáo dục và Đào tạo huyện", "Phòng Giáo dục và Đào tạo thị xã"]),
    ("Phối hợp với Ban Thường vụ các huyện ủy, thành ủy lãnh đạo.", ["Ban Thường vụ", "Ban Thường vụ thành ủy"]),
    ("Giám đốc các Sở: Tài chính, Xây dựng chịu trách nhiệm.", ["Sở Tài chính", "Sở Xây dựng"]),
    ("Các sở, ban, ngành thực hiện.", ["Sở", "Ban", "Ngành"]),
    ("Các sở, ban ngành thực hiện.", ["Sở", "Ban ngành"]),
    ("Các bộ, ngành liên quan báo cáo.", ["Bộ liên quan", "Ngành liên quan"]),
    ("Phối hợp với các tổ chức, đơn vị kinh tế, xã hội.", ["Tổ chức kinh tế, xã hội", "Đơn vị kinh tế, xã hội"]),
    ("Gửi Thường trực HĐND, UBND tỉnh.",
     ["Thường trực Hội đồng nhân dân tỉnh Lai Châu", "Ủy ban nhân dân tỉnh Lai Châu"]),
    ("Các cơ sở Đoàn, Hội, Đội phát động.", ["Cơ sở Đoàn", "Cơ sở Hội", "Cơ sở Đội"]),
    ("Ban lãnh đạo các thôn, tổ dân phố vận động.", ["Ban lãnh đạo thôn", "Ban lãnh đạo tổ dân phố"]),
    ("Sở Y tế và các cơ quan, tổ chức, cá nhân có liên quan thực hiện.",
     ["Sở Y tế", "Cơ quan có liên quan", "Tổ chức có liên quan"]),
    ("Các trường đại học, cao đẳng đào tạo.", ["Trường đại học", "Trường cao đẳng"]),
    ("Cơ quan chức năng (Ngành thuế, Bảo hiểm xã hội, Công an) kiểm tra.",
     ["Cơ quan chức năng", "Ngành thuế", "Bảo hiểm xã hội", "Công an"]),
    ("Sở Y tế (Cơ quan Thường trực), Sở Tài chính thẩm định.", ["Sở Y tế", "Sở Tài chính"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "names"), ENDS, ids=lambda value: str(value)[:40])
def test_a_name_ends_where_its_verb_begins(sentence: str, names: list[str]) -> None:
    assert printed(sentence) == names


@pytest.mark.parametrize("sentence", NONE)
def test_words_that_only_begin_like_a_body_are_none(sentence: str) -> None:
    assert printed(sentence) == []


@pytest.mark.parametrize(("sentence", "bodies"), MEANT, ids=lambda value: str(value)[:40])
def test_a_name_means_the_body_of_this_document(sentence: str, bodies: list[tuple[str, str | None]]) -> None:
    assert [(found.body, found.parent_body) for found in mentions(sentence)] == bodies


@pytest.mark.parametrize(("sentence", "bodies"), LISTED, ids=lambda value: str(value)[:40])
def test_members_of_a_list_are_completed(sentence: str, bodies: list[str]) -> None:
    assert [found.body for found in mentions(sentence)] == bodies


def test_a_completed_place_is_marked_as_inferred() -> None:
    bare, named = mentions("Báo cáo LĐLĐ tỉnh và UBND tỉnh Lai Châu.")
    assert (bare.inferred, named.inferred) == (("place",), ())


def test_a_national_body_does_not_lend_its_seat_to_others() -> None:
    header = HeaderFacts(issuer="Thủ tướng Chính phủ", place="Hà Nội")
    assert [found.body for found in mentions("Giao Ủy ban nhân dân thành phố thực hiện.", header)] == [
        "Ủy ban nhân dân thành phố"
    ]


def test_the_author_of_a_cited_document_is_not_found() -> None:
    assert printed("Thực hiện Kế hoạch số 12-KH/TU, ngày 05/01/2024 của Ban Thường vụ Tỉnh ủy.") == []


def test_a_class_of_persons_only_holds_the_list_together() -> None:
    found = mentions("Ban Pháp chế, đại biểu Hội đồng nhân dân và Thường trực HĐND giám sát.")
    assert [mention.persons for mention in found] == [False, True, False]


# Which names a joint makes members of the list of the one before: (sentence, whether it does, name by name).
JOINED = [
    ("Sở Y tế, Sở Nội vụ và Công an tỉnh thực hiện.", [False, True, True]),
    ("Sở Y tế giao Sở Nội vụ, Sở Tài chính thực hiện.", [False, False, True]),
    ("Công an tỉnh, Giám đốc các Sở: Tài chính, Xây dựng thực hiện.", [False, True, True]),
    ("Các đơn vị (chia hai ban), Công an tỉnh thực hiện.", [False, True]),  # `ban` stands in no list and is no name
]


@pytest.mark.parametrize(("sentence", "joined"), JOINED, ids=lambda value: str(value)[:40])
def test_a_name_tells_whether_it_goes_on_with_a_list(sentence: str, joined: list[bool]) -> None:
    assert [mention.joined for mention in mentions(sentence)] == joined


def test_an_abbreviation_that_the_document_defines_is_written_out() -> None:
    text = "Tổ công tác xóa nhà tạm (gọi tắt là TCTXNT) họp hàng tuần. Báo cáo Trưởng Ban Chỉ đạo TCTXNT."
    assert any("Tổ công tác xóa nhà tạm" in found.body for found in mentions(text))


def test_a_name_that_the_document_shortens_is_what_it_was() -> None:
    text = "Lập Ban Chỉ đạo phòng cháy rừng (sau đây gọi là Ban Chỉ đạo). Báo cáo Trưởng Ban Chỉ đạo trước ngày 10."
    assert mentions(text)[-1].body == "Ban Chỉ đạo phòng cháy rừng"


def test_time_grows_in_step_with_the_text() -> None:
    once = reading_of("Ban " * 2_000 + "các, " * 2_000 + "Sở Tài chính, " * 2_000)
    assert len(find_bodies(once, [])) >= 2_000
