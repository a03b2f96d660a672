"""A canonical number tells its serial, its year and its symbol."""

import pytest

from schemas.number import key_parts


@pytest.mark.parametrize(
    ("key", "parts"),
    [
        ("01-KL/TW", (1, None, "KL/TW")),
        ("195-KH/TU", (195, None, "KH/TU")),
        ("26/KH-LĐLĐ", (26, None, "KH-LĐLĐ")),
        ("49/2021/NĐ-CP", (49, 2021, "NĐ-CP")),
        ("1129/QĐ-TTg", (1129, None, "QĐ-TTg")),
        ("102/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN", (102, 2025, "NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN")),
        ("12a/KH-UBND", (12, None, "KH-UBND")),
    ],
)
def test_the_parts_of_a_key(key: str, parts: tuple[int, int | None, str]) -> None:
    assert key_parts(key) == parts


@pytest.mark.parametrize("text", ["", "KH-UBND", "26", "26 KH-UBND", "26/", "26/KH - UBND"])
def test_what_is_no_key_has_no_parts(text: str) -> None:
    with pytest.raises(ValueError, match="is not the canonical number"):
        key_parts(text)
