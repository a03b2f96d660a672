"""References as people type them."""

from __future__ import annotations

import datetime as dt

import pytest

from corpus.citator.reference import read_reference
from corpus.errors import QueryError


@pytest.mark.parametrize(
    "typed",
    ["01-KL/TW", "kl 01-kl/tw", "Kết luận số 01-KL/TW", "ket luan 01-kl/tw", "01 - KL / TW", "1-KL/TW", "KL  01-KL/TW"],
)
def test_one_number_typed_in_many_ways(typed: str) -> None:
    read = read_reference(typed)
    assert (read.kind, read.number) == ("ket_luan", "1-kl/tw")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("49/2021/nđ-cp", "49/2021/nd-cp"),
        ("nghị định 49/2021/ND-CP", "49/2021/nd-cp"),
        ("26/kh-ldld", "26/kh-ldld"),
        ("31/2024/QH15", "31/2024/qh15"),
        ("66.13/2026/NQ-CP", "66.13/2026/nq-cp"),
        ("1129/qđ-ttg năm 2020", "1129/qd-ttg"),
    ],
)
def test_numbers(typed: str, number: str) -> None:
    assert read_reference(typed).number == number


@pytest.mark.parametrize(
    "typed", ["kết luận 01 ngày 18/5/2021", "kl 1 ngay 18-5-2021", "Kết luận số 01 ngày 18 tháng 5 năm 2021"]
)
def test_a_serial_and_a_date(typed: str) -> None:
    read = read_reference(typed)
    assert (read.kind, read.serial, read.issued_on) == ("ket_luan", 1, dt.date(2021, 5, 18))


@pytest.mark.parametrize(
    "typed",
    [
        "nq đại hội 13",
        "nq dai hoi 13",
        "nghị quyết đại hội XIII",
        "nghị quyết đại hội xiii của đảng",
        "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
    ],
)
def test_the_congress_of_the_party(typed: str) -> None:
    read = read_reference(typed)
    assert (read.kind, read.name, read.owner) == ("nghi_quyet", "dai hoi 13", "dang cong san viet nam")


@pytest.mark.parametrize(
    ("typed", "kind", "name", "year"),
    [
        ("Luật Công đoàn", "luat", "cong doan", None),
        ("luat cong doan 2012", "luat", "cong doan", 2012),
        ("hiến pháp 2013", "hien_phap", "hien phap", 2013),
        ("bộ luật dân sự", "luat", "dan su", None),
        ("điều lệ đảng", "dieu_le", "dang cong san viet nam", None),
        ("nq tw 4 khóa xii", "nghi_quyet", "hoi nghi trung uong 4 khoa 12", None),
    ],
)
def test_names(typed: str, kind: str, name: str, year: int | None) -> None:
    read = read_reference(typed)
    assert (read.kind, read.name, read.year) == (kind, name, year)


def test_an_issuer_narrows_a_number() -> None:
    assert read_reference("49-KH/TU của Tỉnh ủy Đắk Lắk").scopes == ("tinh dak lak",)


def test_a_term_narrows_a_number() -> None:
    term = read_reference("04-NQ/TW khóa XII").term
    assert term is not None
    assert term.number == 12


@pytest.mark.parametrize("typed", ["", "  ", "-/-", "kl 01 ngày 31/2/2021"])
def test_what_is_no_reference(typed: str) -> None:
    with pytest.raises(QueryError):
        read_reference(typed)
