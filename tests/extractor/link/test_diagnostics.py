"""What puts a whole text in doubt."""

from __future__ import annotations

import pytest

from extractor import extract

VIETNAMESE = "Các cơ quan, đơn vị triển khai thực hiện nghiêm túc Kế hoạch này. "
ENGLISH = "All agencies shall carry out this plan and report on the results. "
FRENCH = "Les autorités compétentes sont chargées de l'exécution de la présente décision. "


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param("", ["empty_text"], id="empty"),
        pytest.param(" \n\t\n", ["empty_text"], id="white space"),
        pytest.param(ENGLISH, ["not_vietnamese"], id="English"),
        pytest.param(FRENCH, ["not_vietnamese"], id="French"),
        pytest.param(VIETNAMESE, [], id="Vietnamese"),
        pytest.param(VIETNAMESE.upper(), [], id="capitals"),
        pytest.param(ENGLISH * 5 + VIETNAMESE, [], id="a bilingual text"),
        pytest.param("12/KH", [], id="too short to tell"),
    ],
)
def test_text_in_doubt(text: str, codes: list[str]) -> None:
    found = [diagnostic.code for diagnostic in extract(text).diagnostics]
    assert [code for code in found if code in ("empty_text", "not_vietnamese")] == codes
