"""Runs of letters in fonts, or in none, become Unicode; what is Unicode or another language stays as it is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.files import WarningCode
from corpus.files.encodings import Run, unicode_of
from corpus.files.encodings.charsets import charset, charset_names

DIRECTIVE = "Căn cứ Luật đất đai, ủy ban nhân dân tỉnh yêu cầu các huyện báo cáo kết quả trước ngày 15/9/2031."
MORE = "các cấp ủy, tổ chức đảng thực hiện nghiêm chỉ thị về phòng, chống lũ lụt"
WORDS = f"{DIRECTIVE} {MORE}".split()


def text_of(*runs: Run) -> str:
    return "".join(unicode_of(runs).texts)


@pytest.mark.parametrize("name", charset_names())
def test_a_sentence_without_font(name: str) -> None:
    decoded = unicode_of([Run(charset(name).encode(DIRECTIVE))])
    assert decoded.texts == (DIRECTIVE,)


@pytest.mark.parametrize("name", [name for name in charset_names() if name != "TCVN 5712-1"])
def test_the_encoding_is_named(name: str) -> None:
    decoded = unicode_of([Run(charset(name).encode(DIRECTIVE))])
    assert [(warning.code, warning.detail) for warning in decoded.warnings] == [(WarningCode.CONVERTED_ENCODING, name)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(DIRECTIVE, id="Vietnamese"),
        pytest.param(unicodedata.normalize("NFD", DIRECTIVE), id="Vietnamese, decomposed"),
        pytest.param("là công an các tỉnh, có hòa giải", id="Vietnamese in letters of Latin-1 alone"),
        pytest.param("The annual report of 2031 is due in May.", id="English"),
        pytest.param("Le Comité a décidé, à la majorité, d'étudier cette mémoire.", id="French"),
        pytest.param("Größe und Maße für die Straßenbäume prüfen", id="German"),
        pytest.param("El niño pequeño está aquí, señor Muñoz", id="Spanish"),
        pytest.param("A decisão não será aplicável às ações", id="Portuguese"),
        pytest.param("Zażółć gęślą jaźń", id="Polish"),
        pytest.param("Это русский текст", id="Russian"),
        pytest.param("diện tích 25 m², nhiệt độ 30 °C, § 5, © 2031", id="signs"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_stays_as_it_is(text: str) -> None:
    decoded = unicode_of([Run(text)])
    assert (decoded.texts, decoded.warnings) == ((text,), ())


@pytest.mark.parametrize(
    ("runs", "texts"),
    [
        pytest.param([Run("bé tµi chÝnh", ".VnTimeH")], ["BỘ TÀI CHÍNH"], id="a font of capitals"),
        pytest.param([Run("ban hanh", ".VnTimeH")], ["BAN HANH"], id="a font of capitals, plain letters"),
        pytest.param([Run("®", ".VnTimeH"), Run("iÒu 5", ".VnTime")], ["Đ", "iều 5"], id="a capital to begin with"),
        pytest.param([Run("Ñie", "VNI-Times"), Run("àu 5", "VNI-Helve")], ["Điề", "u 5"], id="a mark in the next run"),
        pytest.param([Run("sè", ".VnTime")], ["số"], id="one word, which the font explains"),
        pytest.param([Run("QĐ số 5", ".VnTime")], ["QĐ số 5"], id="Unicode in an old font"),
        pytest.param(
            [Run("Quyết định ", "Times New Roman"), Run("cña tØnh", ".VnTime"), Run(" vaø huyeän", "VNI-Times")],
            ["Quyết định ", "của tỉnh", " và huyện"],
            id="three encodings in a line",
        ),
        pytest.param([Run("Số ", None), Run("", ".VnTime"), Run("5", None)], ["Số ", "", "5"], id="an empty run"),
        pytest.param([], [], id="no run"),
    ],
)
def test_runs_with_fonts(runs: list[Run], texts: list[str]) -> None:
    assert list(unicode_of(runs).texts) == texts


def test_letters_outweigh_the_name_of_a_font() -> None:
    runs = [Run(charset("VNI").encode(DIRECTIVE), ".VnTime")]
    assert text_of(*runs) == DIRECTIVE


@pytest.mark.parametrize("first", charset_names())
@pytest.mark.parametrize("second", charset_names())
def test_lines_in_different_encodings(first: str, second: str) -> None:
    stored = f"{charset(first).encode(DIRECTIVE)}\n{DIRECTIVE}\n{charset(second).encode(DIRECTIVE)}\n"
    assert text_of(Run(stored)) == f"{DIRECTIVE}\n" * 3


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        pytest.param("b»ng kh«ng", "bằng không", id="signs that are letters"),
        pytest.param(
            "Danh môc software Windows Server Enterprise, §iÒu 5",
            "Danh mục software Windows Server Enterprise, Điều 5",
            id="English terms between",
        ),
        pytest.param(
            f"{charset('TCVN3').encode(DIRECTIVE)}\nch¼ng\nb»ng\n",
            f"{DIRECTIVE}\nchẳng\nbằng\n",
            id="rare words on lines of their own",
        ),
    ],
)
def test_what_is_in_between_changes_nothing(stored: str, text: str) -> None:
    assert text_of(Run(stored)) == text


def test_one_word_that_could_be_either_stays_with_a_doubt() -> None:
    decoded = unicode_of([Run("sè")])
    assert decoded.texts == ("sè",)
    assert {warning.code for warning in decoded.warnings} == {WarningCode.AMBIGUOUS_ENCODING}


def test_an_odd_word_among_lines_of_unicode_stays_with_a_doubt() -> None:
    text = f"{DIRECTIVE}\nSố 5/Q\u00d0-UBND của tỉnh"
    decoded = unicode_of([Run(text)])
    assert decoded.texts == (text,)
    assert ["Q\u00d0" in doubt for doubt in decoded.doubts] == [True]


def test_a_word_in_an_old_encoding_within_a_line_of_unicode() -> None:
    assert text_of(Run("Ủy ban ban hành quy ®Þnh về đất đai")) == "Ủy ban ban hành quy định về đất đai"


def test_letters_of_no_known_encoding_are_shown() -> None:
    stored = "Это русский текст".encode("cp1251").decode("cp1252")
    decoded = unicode_of([Run(stored)])
    assert decoded.texts == (stored,)
    assert WarningCode.UNDECODED in {warning.code for warning in decoded.warnings}


@given(words=st.lists(st.sampled_from(WORDS), min_size=20, max_size=60), name=st.sampled_from(charset_names()))
def test_twenty_words_come_back_from_any_encoding(words: list[str], name: str) -> None:
    text = " ".join(words)
    decoded = unicode_of([Run(charset(name).encode(text))])
    assert decoded.texts == (text,) or decoded.doubts


@given(st.lists(st.tuples(st.text(), st.sampled_from([None, "Arial", ".VnTime", ".VnTimeH", "VNI-Times"]))))
def test_every_run_has_its_text(runs: list[tuple[str, str | None]]) -> None:
    assert len(unicode_of([Run(text, font) for text, font in runs]).texts) == len(runs)


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E)))
def test_ascii_never_changes(text: str) -> None:
    assert text_of(Run(text)) == text


@given(text=st.text(st.sampled_from("aeouyAEOUYâêôöùøûõïàáåãäèéúüëñæìíóòîbcdghlmnt \n")), cut=st.integers(0, 40))
def test_where_a_run_ends_changes_nothing(text: str, cut: int) -> None:
    whole = unicode_of([Run(text, "VNI-Times")]).texts
    parts = unicode_of([Run(text[:cut], "VNI-Times"), Run(text[cut:], "VNI-Times")]).texts
    assert "".join(parts) == "".join(whole)
