"""What is spelled as a Vietnamese syllable."""

from __future__ import annotations

import pytest

from corpus.files.encodings.syllables import is_syllable, syllables


@pytest.mark.parametrize(
    "word",
    [
        "nghị",
        "quyết",
        "của",
        "ủy",
        "uỷ",
        "hòa",
        "hoà",
        "thúy",
        "thuý",
        "quốc",
        "giếng",
        "gì",
        "khuỷu",
        "nguyễn",
        "soóc",
        "Ý",
        "ĐẢNG",
        "Nghĩa",
        "được",
    ],
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["Lắk", "Kạn", "Pôk"])
def test_names_of_the_highlands(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("kỉch", id="a tone that no abrupt ending has"),
        pytest.param("ngia", id="ng before a front vowel"),
        pytest.param("ka\u0300", id="decomposed"),
        pytest.param("quyeát", id="letters of VNI"),
        pytest.param("tiêù", id="tone on the wrong vowel"),
        pytest.param("nghịị", id="two tones"),
        pytest.param("wind", id="another language"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_what_is_generated_is_accepted() -> None:
    assert [word for word in syllables() if not is_syllable(word)] == []


def test_every_vowel_bears_every_tone() -> None:
    letters = set("".join(syllables()))
    assert letters >= set("àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵăâêôơưđ")
