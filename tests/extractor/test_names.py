"""Names of bodies: abbreviations written out, capitals set, places completed."""

from __future__ import annotations

import pytest

from extractor.lexicon import load
from extractor.names import Home, complete_place, expand_abbreviations, sentence_case

CASED = [
    ("LIÊN ĐOÀN LAO ĐỘNG TỈNH ĐẮK LẮK", "Liên đoàn Lao động tỉnh Đắk Lắk"),
    ("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", "Tổng Liên đoàn Lao động Việt Nam"),
    ("CÔNG ĐOÀN VIÊN CHỨC TỈNH LAI CHÂU", "Công đoàn Viên chức tỉnh Lai Châu"),
    ("CÔNG ĐOÀN CÁC KHU CÔNG NGHIỆP TỈNH BÌNH DƯƠNG", "Công đoàn các Khu công nghiệp tỉnh Bình Dương"),
    ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Sở Giáo dục và Đào tạo"),
    ("BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Bộ Lao động - Thương binh và Xã hội"),
    ("BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Bộ Nông nghiệp và Môi trường"),
    ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Sở Văn hóa, Thể thao và Du lịch"),
    ("ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI", "Ủy ban nhân dân thành phố Hà Nội"),
    ("ỦY BAN NHÂN DÂN PHƯỜNG 14, QUẬN 10", "Ủy ban nhân dân phường 14, quận 10"),
    ("ỦY BAN NHÂN DÂN HUYỆN LÂM HÀ TỈNH LÂM ĐỒNG", "Ủy ban nhân dân huyện Lâm Hà tỉnh Lâm Đồng"),
    ("HỘI ĐỒNG NHÂN DÂN TỈNH BÀ RỊA - VŨNG TÀU", "Hội đồng nhân dân tỉnh Bà Rịa - Vũng Tàu"),
    ("ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM XÃ TÂN LẬP", "Ủy ban Mặt trận Tổ quốc Việt Nam xã Tân Lập"),
    ("BAN CHẤP HÀNH ĐOÀN XÃ TÂN LẬP", "Ban Chấp hành Đoàn xã Tân Lập"),
    ("BAN THƯỜNG VỤ HUYỆN ỦY KRÔNG NÔ", "Ban Thường vụ Huyện ủy Krông Nô"),
    ("ĐẢNG ỦY XÃ TÂN LẬP", "Đảng ủy xã Tân Lập"),
    ("BAN TUYÊN GIÁO VÀ DÂN VẬN TRUNG ƯƠNG", "Ban Tuyên giáo và Dân vận Trung ương"),
    ("VĂN PHÒNG BỘ TƯ PHÁP", "Văn phòng Bộ Tư pháp"),
    ("TRUNG TÂM KIỂM SOÁT BỆNH TẬT TỈNH KIÊN GIANG", "Trung tâm Kiểm soát bệnh tật tỉnh Kiên Giang"),
    ("TRƯỜNG ĐẠI HỌC BÁCH KHOA HÀ NỘI", "Trường Đại học Bách khoa Hà Nội"),
    ("VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO", "Viện kiểm sát nhân dân tối cao"),
    ("BẢO HIỂM XÃ HỘI HUYỆN CƯ M'GAR", "Bảo hiểm xã hội huyện Cư M'gar"),
    ("BỘ TƯ LỆNH QUÂN KHU V", "Bộ Tư lệnh quân khu V"),
    ("TẬP ĐOÀN BƯU CHÍNH VIỄN THÔNG VIỆT NAM", "Tập đoàn Bưu chính Viễn thông Việt Nam"),
    ("THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ"),
    ("Sở Y TẾ tỉnh Kiên Giang", "Sở Y tế tỉnh Kiên Giang"),
    ("VNPT ĐỒNG THÁP", "VNPT Đồng Tháp"),
    ("Sở Y tế tỉnh Kiên Giang", "Sở Y tế tỉnh Kiên Giang"),
    ("", ""),
]

EXPANDED = [
    ("LĐLĐ tỉnh", "Liên đoàn Lao động tỉnh"),
    ("Ban Thường vụ LĐLĐ tỉnh", "Ban Thường vụ Liên đoàn Lao động tỉnh"),
    ("CĐCS trực thuộc", "Công đoàn cơ sở trực thuộc"),
    ("UBND xã", "Ủy ban nhân dân xã"),
    ("Thường trực HĐND, UBND", "Thường trực Hội đồng nhân dân, Ủy ban nhân dân"),
    ("Văn phòng HĐND&UBND xã", "Văn phòng Hội đồng nhân dân&Ủy ban nhân dân xã"),
    ("UBMTTQ Việt Nam tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
    ("Đoàn TNCS Hồ Chí Minh", "Đoàn Thanh niên Cộng sản Hồ Chí Minh"),
    ("Sở LĐTB&XH", "Sở Lao động - Thương binh và Xã hội"),
    ("Sở LĐTB & XH", "Sở Lao động - Thương binh và Xã hội"),
    ("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"),
    ("Phòng GD&ĐT", "Phòng Giáo dục và Đào tạo"),
    ("Sở VH-TT&DL", "Sở Văn hóa, Thể thao và Du lịch"),
    ("VP Tỉnh ủy", "Văn phòng Tỉnh ủy"),
    ("UBND TP. Hồ Chí Minh", "Ủy ban nhân dân thành phố Hồ Chí Minh"),
    ("UBND P. Tân Lập", "Ủy ban nhân dân phường Tân Lập"),
    ("Hội LHPN", "Hội Liên hiệp Phụ nữ"),
    ("Ban XYZ", "Ban XYZ"),
    ("Sở Y tế", "Sở Y tế"),
]

LAK = Home(province="tỉnh Đắk Lắk")
KRONG_NO = Home(province="tỉnh Đắk Nông", district="huyện Krông Nô")
TAN_LAP = Home(commune="xã Tân Lập")
HA_NOI = Home(province="thành phố Hà Nội", commune="xã Phúc Lâm")

COMPLETED = [
    ("Liên đoàn Lao động tỉnh", LAK, "Liên đoàn Lao động tỉnh Đắk Lắk"),
    ("Ủy ban nhân dân tỉnh, các sở", LAK, "Ủy ban nhân dân tỉnh Đắk Lắk, các sở"),
    ("Ban Tổ chức Tỉnh ủy", LAK, "Ban Tổ chức Tỉnh ủy Đắk Lắk"),
    ("Tỉnh ủy Lai Châu", LAK, "Tỉnh ủy Lai Châu"),
    ("Liên đoàn Lao động tỉnh Lai Châu", LAK, "Liên đoàn Lao động tỉnh Lai Châu"),
    ("Liên đoàn Lao động huyện", KRONG_NO, "Liên đoàn Lao động huyện Krông Nô"),
    ("Liên đoàn Lao động tỉnh", KRONG_NO, "Liên đoàn Lao động tỉnh Đắk Nông"),
    ("Ủy ban nhân dân xã", KRONG_NO, "Ủy ban nhân dân xã"),
    ("Ủy ban nhân dân xã", TAN_LAP, "Ủy ban nhân dân xã Tân Lập"),
    ("Công an tỉnh", TAN_LAP, "Công an tỉnh"),
    ("Ủy ban nhân dân thành phố", HA_NOI, "Ủy ban nhân dân thành phố Hà Nội"),
    ("Thành ủy", HA_NOI, "Thành ủy Hà Nội"),
    ("Ủy ban nhân dân cấp xã", TAN_LAP, "Ủy ban nhân dân cấp xã"),
    ("Liên đoàn Lao động các huyện", KRONG_NO, "Liên đoàn Lao động các huyện"),
    ("Liên minh Hợp tác xã", TAN_LAP, "Liên minh Hợp tác xã"),
]

HOMES = [
    (("Ủy ban Kiểm tra Huyện ủy Krông Nô",), KRONG_NO),
    (("Liên đoàn Lao động huyện Krông Nô", "Krông Nô"), KRONG_NO),
    (("Sở Y tế tỉnh Đắk Lắk",), LAK),
    ((None, "Đắk Lắk"), LAK),
    (("Đoàn xã Phúc Lâm", "Thành đoàn Hà Nội"), HA_NOI),
    (("Ủy ban nhân dân huyện Châu Thành",), Home(district="huyện Châu Thành")),
    ((None, ""), Home()),
]


@pytest.mark.parametrize(("printed", "cased"), CASED)
def test_capitals_follow_the_decree(printed: str, cased: str) -> None:
    assert sentence_case(printed) == cased


@pytest.mark.parametrize(("printed", "expanded"), EXPANDED)
def test_standard_abbreviations_are_written_out(printed: str, expanded: str) -> None:
    assert expand_abbreviations(printed) == expanded


@pytest.mark.parametrize("table", ["bodies", "levels"])
def test_every_abbreviation_of_the_lexicon_is_written_out(table: str) -> None:
    meant = load("abbreviations")[table]
    assert {short: expand_abbreviations(short) for short in meant} == meant


def test_a_definition_of_the_document_goes_before_the_standard_one() -> None:
    assert expand_abbreviations("gửi BCĐ tỉnh", {"BCĐ": "Ban Cải cách địa chính"}) == "gửi Ban Cải cách địa chính tỉnh"


@pytest.mark.parametrize(("name", "home", "completed"), COMPLETED)
def test_a_bare_level_takes_the_place_of_the_document(name: str, home: Home, completed: str) -> None:
    assert complete_place(name, home) == completed


@pytest.mark.parametrize(("sources", "home"), HOMES)
def test_the_home_is_read_from_the_letterhead(sources: tuple[str | None, ...], home: Home) -> None:
    assert Home.read(*sources) == home
