"""Text that is worse than none is known by its syllables."""

from __future__ import annotations

import unicodedata

import pytest

from corpus.files.textlayer import TextQuality

VIETNAMESE = (
    "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành và địa phương xây dựng kế hoạch, tổ chức thực hiện và báo cáo "
    "kết quả trước ngày 15 tháng 9 năm 2031 để tổng hợp, trình cấp có thẩm quyền xem xét, quyết định."
)
UNMARKED = "".join(letter for letter in unicodedata.normalize("NFD", VIETNAMESE) if not unicodedata.combining(letter))


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        pytest.param(VIETNAMESE, False, id="Vietnamese"),
        pytest.param(VIETNAMESE.upper(), False, id="in capitals"),
        pytest.param(unicodedata.normalize("NFD", VIETNAMESE), False, id="decomposed"),
        pytest.param(UNMARKED.replace("đ", "d"), True, id="without marks"),
        pytest.param(VIETNAMESE.encode().decode("cp1252", "replace"), True, id="UTF-8 taken for something else"),
        pytest.param("The committee shall report to the council by the end of the year, and " * 3, False, id="English"),
        pytest.param("1.250 3.400 7,5 % " * 20, False, id="figures"),
        pytest.param("KE HOACH SO 12", False, id="too little to tell"),
    ],
)
def test_bad_text_is_known(text: str, *, bad: bool) -> None:
    assert TextQuality.of(text.split()).is_bad is bad


def test_better_text_has_the_larger_share() -> None:
    assert TextQuality.of(VIETNAMESE.split()).share > TextQuality.of(UNMARKED.split()).share
