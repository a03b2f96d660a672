"""One canonical name for every way to write a work's name."""

from __future__ import annotations

import pytest

from corpus.citator.names import canonical_name, numeral
from extractor.names.places import Home

DAK_LAK = Home(province="tỉnh Đắk Lắk")
NOWHERE = Home()
PARTY = "dang cong san viet nam"


@pytest.mark.parametrize(
    ("name", "home", "owner"),
    [
        pytest.param("Đại hội XIII", NOWHERE, PARTY, id="bare"),
        pytest.param("Đại hội XIII của Đảng", NOWHERE, PARTY, id="of the party"),
        pytest.param("Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", NOWHERE, PARTY, id="in full"),
        pytest.param("Đại hội Đảng toàn quốc lần thứ XIII", NOWHERE, PARTY, id="owner first"),
        pytest.param("đại hội lần thứ 13 của Đảng", NOWHERE, PARTY, id="digits"),
        pytest.param("Đại hội Đảng lần thứ mười ba", NOWHERE, PARTY, id="in words"),
        pytest.param("Đại hội XIII Công đoàn Việt Nam", NOWHERE, "cong doan viet nam", id="unions"),
        pytest.param("Đại hội Công đoàn Việt Nam lần thứ XIII", NOWHERE, "cong doan viet nam", id="number last"),
        pytest.param("Đại hội XIII Công đoàn tỉnh", DAK_LAK, "cong doan tinh dak lak", id="province of the document"),
        pytest.param("Đại hội Đảng bộ tỉnh lần thứ XIII", DAK_LAK, "dang bo tinh dak lak", id="party of the province"),
        pytest.param("Đại hội đại biểu Đảng bộ tỉnh Kon Tum lần thứ XIII", DAK_LAK, "dang bo tinh kon tum", id="named"),
    ],
)
def test_congresses(name: str, home: Home, owner: str) -> None:
    read = canonical_name("nghi_quyet", name, home)
    assert (read.name, read.owner, read.is_complete) == ("dai hoi 13", owner, True)


def test_x_is_a_number_and_not_a_commune() -> None:
    read = canonical_name("nghi_quyet", "Đại hội Công đoàn tỉnh Đắk Lắk lần thứ X", NOWHERE)
    assert (read.name, read.owner) == ("dai hoi 10", "cong doan tinh dak lak")


def test_a_level_without_a_place_leaves_the_owner_open() -> None:
    assert not canonical_name("nghi_quyet", "Đại hội XI Công đoàn tỉnh", NOWHERE).is_complete


def test_a_congress_without_a_number_is_told_by_its_term() -> None:
    name, evidence = "Đại hội Đảng bộ xã Lũng Cú", "Nghị quyết Đại hội Đảng bộ xã Lũng Cú, nhiệm kỳ 2025-2030"
    read = canonical_name("nghi_quyet", name, NOWHERE, evidence=evidence)
    assert (read.year, read.is_complete) == (2025, True)


@pytest.mark.parametrize(
    "name",
    [
        "Trung ương 4 khóa XII",
        "Trung ương 4 (khóa XII)",
        "TW 4 khóa XII",
        "Hội nghị Trung ương 4 khóa XII",
        "Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII",
        "Hội nghị lần thứ 4 BCH Trung ương khoá XII",
    ],
)
def test_plenums(name: str) -> None:
    read = canonical_name("nghi_quyet", name, NOWHERE)
    assert (read.name, read.owner) == ("hoi nghi trung uong 4 khoa 12", "trung uong")


@pytest.mark.parametrize(
    ("kind", "name", "meant", "year"),
    [
        pytest.param("luat", "Công đoàn", "cong doan", None, id="law"),
        pytest.param("luat", "Công đoàn năm 2012", "cong doan", 2012, id="with a year"),
        pytest.param("luat", "Công đoàn (sửa đổi)", "cong doan", None, id="revised"),
        pytest.param("luat", "BHXH", "bao hiem xa hoi", None, id="abbreviation"),
        pytest.param("luat", "bầu cử", "bau cu dai bieu quoc hoi va dai bieu hoi dong nhan dan", None, id="short"),
        pytest.param("hien_phap", "2013", "hien phap", 2013, id="constitution by its year"),
        pytest.param("hien_phap", "nước Cộng hòa xã hội chủ nghĩa Việt Nam", "hien phap", None, id="constitution"),
        pytest.param("dieu_le", "Đảng", PARTY, None, id="charter of the party"),
        pytest.param("dieu_le", "Đảng Cộng sản Việt Nam", PARTY, None, id="charter in full"),
    ],
)
def test_statutes_and_charters(kind: str, name: str, meant: str, year: int | None) -> None:
    read = canonical_name(kind, name, NOWHERE)
    assert (read.name, read.year) == (meant, year)


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("xiii", 13),
        ("iv", 4),
        ("xl", 40),
        ("7", 7),
        ("tu", 4),
        ("muoi mot", 11),
        ("hai muoi", 20),
        ("hai muoi lam", 25),
    ],
)
def test_numerals(word: str, value: int) -> None:
    assert numeral(word) == value


def test_what_is_no_numeral() -> None:
    assert numeral("tinh") is None
