"""What the name of a font says of its text."""

from __future__ import annotations

import pytest

from corpus.files.encodings.fonts import FontFacts, font_facts


@pytest.mark.parametrize(
    ("name", "charset", "capitals"),
    [
        pytest.param(".VnTime", "TCVN3", False, id="TCVN3"),
        pytest.param(".VnTimeH", "TCVN3", True, id="capitals"),
        pytest.param(".vntimeh", "TCVN3", True, id="capitals, small letters of a style sheet"),
        pytest.param(".VnArial NarrowH", "TCVN3", True, id="capitals, a name of two words"),
        pytest.param("FBHPFO+VnTimeHBold", "TCVN3", True, id="subset of a PDF file"),
        pytest.param("ABCDEF+.VnTime,BoldItalic", "TCVN3", False, id="subset with a style"),
        pytest.param("'.VnTime'", "TCVN3", False, id="quoted in a style sheet"),
        pytest.param("VNI-Times", "VNI", False, id="VNI"),
        pytest.param("VNI Helve", "VNI", False, id="VNI with a space"),
        pytest.param("VI Times", "VISCII", False, id="VISCII"),
    ],
)
def test_fonts_of_old_encodings(name: str, charset: str, capitals: bool) -> None:
    assert font_facts(name) == FontFacts(charset, capitals)


@pytest.mark.parametrize("name", ["Times New Roman", "Arial", "Vivaldi", "Verdana", "SVN-Gotham", "", "H"])
def test_other_fonts(name: str) -> None:
    assert font_facts(name) is None
