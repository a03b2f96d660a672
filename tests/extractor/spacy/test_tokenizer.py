"""What is one token, that no character is lost, and that segmentation leaves numbers whole."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from extractor.spacy import TOKENIZER, blank

SYLLABLES = blank()


def tokens(nlp: Language, text: str) -> list[str]:
    return [token.text for token in nlp.make_doc(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("từ 19/01/2024 đến", ["từ", "19/01/2024", "đến"], id="date"),
        pytest.param("trước 31/3/2024,", ["trước", "31/3/2024", ","], id="date before a comma"),
        pytest.param("Kết luận số 01-KL/TW.", ["Kết", "luận", "số", "01-KL/TW", "."], id="number of the Party"),
        pytest.param("(49/2021/NĐ-CP);", ["(", "49/2021/NĐ-CP", ")", ";"], id="number of the State, in brackets"),
        pytest.param("1129/QĐ-TTg", ["1129/QĐ-TTg"], id="small letters in a number"),
        pytest.param("01-CTr/TU", ["01-CTr/TU"], id="programme"),
        pytest.param("26/KH-LĐLĐ", ["26/KH-LĐLĐ"], id="number of a union"),
        pytest.param("mẫu NĐ-CP", ["mẫu", "NĐ-CP"], id="symbol alone"),
        pytest.param("quý IV/2024", ["quý", "IV/2024"], id="quarter"),
        pytest.param("2020–2025", ["2020–2025"], id="years with an en dash"),
        pytest.param("26, 27/12/2011", ["26", ",", "27/12/2011"], id="list of days"),
        pytest.param("80.000 đồng/năm", ["80.000", "đồng", "/", "năm"], id="amount, and a slash between words"),
        pytest.param("2,5%", ["2,5", "%"], id="decimal comma"),
        pytest.param("08:00, 7h30", ["08:00", ",", "7h30"], id="times"),
        pytest.param("1.1- Mục", ["1.1", "-", "Mục"], id="marker of a section"),
        pytest.param("a) Họp", ["a", ")", "Họp"], id="letter of a section"),
        pytest.param("Tuyên giáo-Nữ công", ["Tuyên", "giáo", "-", "Nữ", "công"], id="hyphen between words"),
        pytest.param("……...", ["……", "..."], id="rows of marks"),
        pytest.param("xem https://vbpl.vn/tw.", ["xem", "https://vbpl.vn/tw", "."], id="address of a page"),
        pytest.param("gửi vt@lao.gov.vn.", ["gửi", "vt@lao.gov.vn", "."], id="address of a person"),
        pytest.param("hoa\u0300 gia\u0309i", ["hoa\u0300", "gia\u0309i"], id="marks as characters of their own"),
        pytest.param("một  hai\n\nba", ["một", " ", "hai", "\n\n", "ba"], id="more white space than one space"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokens(SYLLABLES, text) == expected


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_text_of_the_doc_is_the_text(text: str) -> None:
    assert SYLLABLES.make_doc(text).text == text


@given(st.text(alphabet="aĐ1 .,-/\n\t\u00a0\u0301", max_size=30))
def test_text_of_the_doc_is_the_text_also_of_broken_numbers(text: str) -> None:
    assert SYLLABLES.make_doc(text).text == text


@pytest.mark.parametrize("unit", ["1-", "a.", "a.b@", "A/", "a://", "--", " \n", "IV/"], ids=repr)
def test_no_time_is_lost_on_long_rows(unit: str) -> None:
    """A pattern that tries again and again would take minutes."""
    assert "".join(tokens(SYLLABLES, unit * 100_000)).split() == (unit * 100_000).split()


@pytest.fixture(scope="module")
def words() -> Language:
    return blank("underthesea")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Học sinh học tập", ["Học sinh", "học tập"], id="words of two syllables"),
        pytest.param("kế hoạch 01-KL/TW", ["kế hoạch", "01-KL/TW"], id="numbers stay whole"),
        pytest.param("nhà trường, học sinh", ["nhà trường", ",", "học sinh"], id="no word over a mark"),
        pytest.param("học\nsinh", ["học", "\n", "sinh"], id="no word over a line"),
    ],
)
def test_words(words: Language, text: str, expected: list[str]) -> None:
    assert tokens(words, text) == expected


@given(text=st.text(alphabet="hocsinhtrườngà 1-,\n", max_size=25))
def test_segmentation_loses_nothing(words: Language, text: str) -> None:
    assert words.make_doc(text).text == text


def test_tokenizer_is_found_by_name() -> None:
    nlp = spacy.blank("xx", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    assert tokens(nlp, "49/2021/NĐ-CP,") == ["49/2021/NĐ-CP", ","]
