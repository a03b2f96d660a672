"""Within which unit a number is unique."""

from __future__ import annotations

import datetime as dt

import pytest

from corpus.citator.scope import scopes_of
from extractor.names.places import Home

PROVINCE = Home("tỉnh Đắk Lắk")
COMMUNE = Home("tỉnh Đắk Lắk", None, "xã Ea Tul")
BEFORE, AFTER = dt.date(2023, 3, 1), dt.date(2025, 9, 1)


def places(
    symbol: str, issuer: str | None, home: Home, issued_on: dt.date | None = BEFORE, citing_on: dt.date | None = BEFORE
) -> tuple[str, ...]:
    return scopes_of(symbol, "", issuer, home, issued_on=issued_on, citing_on=citing_on).places


@pytest.mark.parametrize(
    "symbol", ["KL/TW", "QĐ-TTg", "NĐ-CP", "QH15", "TT-BYT", "HD-TLĐ", "NQLT-UBTVQH15-CP", "HD/BTCTW"]
)
def test_central_symbols(symbol: str) -> None:
    assert places(symbol, None, PROVINCE) == ("trung uong",)


@pytest.mark.parametrize(
    ("symbol", "issuer", "home", "scope"),
    [
        pytest.param("KH/TU", "Tỉnh ủy", PROVINCE, "tinh dak lak", id="province of the document"),
        pytest.param("KH/TU", None, PROVINCE, "tinh dak lak", id="told by the symbol"),
        pytest.param("KH/TU", "Tỉnh ủy Kon Tum", PROVINCE, "tinh kon tum", id="another province"),
        pytest.param("KH-UBND", "UBND thành phố Hà Nội", PROVINCE, "thanh pho ha noi", id="city"),
        pytest.param("QĐ-UBND", "Chủ tịch UBND tỉnh", COMMUNE, "tinh dak lak", id="level above"),
        pytest.param("KH-LĐLĐ", "LĐLĐ tỉnh", PROVINCE, "tinh dak lak", id="unions"),
        pytest.param("STTTT-BCVT", None, COMMUNE, "tinh dak lak", id="department"),
        pytest.param("KH-UBND", "UBND xã", COMMUNE, "xa ea tul, dak lak", id="commune"),
        pytest.param("KH-UBND", None, PROVINCE, "tinh dak lak", id="own level"),
        pytest.param("CTr-BCH", "Ban Chấp hành Tổng Liên đoàn", PROVINCE, "trung uong", id="central by its issuer"),
        pytest.param("QĐ-SLĐTBXH", "Sở Lao động - Thương binh và Xã hội", COMMUNE, "tinh dak lak", id="xã hội"),
        pytest.param("MT-SKCĐ", "Cục Quản lý môi trường y tế", PROVINCE, "cuc quan ly moi truong y te", id="own name"),
    ],
)
def test_local_numbers(symbol: str, issuer: str | None, home: Home, scope: str) -> None:
    assert places(symbol, issuer, home) == (scope,)


def test_a_number_of_no_level_may_be_of_any_unit_of_the_document() -> None:
    assert places("KH-UBND", None, COMMUNE) == ("xa ea tul, dak lak", "tinh dak lak")


def test_nothing_is_known_where_the_document_has_no_home() -> None:
    assert places("KH/TU", "Tỉnh ủy", Home()) == ()


def test_after_a_merger_a_bare_province_of_before_may_be_any_that_was_merged() -> None:
    assert places("KH/TU", "Tỉnh ủy", PROVINCE, BEFORE, AFTER) == ("tinh dak lak", "tinh phu yen")


def test_a_province_that_was_not_merged_stays_what_it_is() -> None:
    assert places("KH/TU", "Tỉnh ủy", Home("tỉnh Nghệ An"), BEFORE, AFTER) == ("tinh nghe an",)


def test_a_merged_province_numbers_anew() -> None:
    assert places("KH/TU", "Tỉnh ủy", PROVINCE, AFTER, AFTER) == ("tinh dak lak (2025)",)
