"""Automatic numbers are rendered as Word prints them."""

from __future__ import annotations

import pytest

from corpus.files import load
from tests.corpus.files.making import docx, level, numbered, numbering, paragraph


def lines(body: str, **parts: str) -> list[str]:
    return [line for line in load(docx(body, **parts)).text.splitlines() if line]


ROMAN_AND_DECIMAL = (level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)"))


@pytest.mark.parametrize(
    ("form", "text", "shown"),
    [
        pytest.param("decimal", "%1.", ["1. x", "2. x"], id="digits"),
        pytest.param("decimalZero", "%1", ["01 x", "02 x"], id="two digits"),
        pytest.param("upperRoman", "%1.", ["I. x", "II. x"], id="capital Roman"),
        pytest.param("lowerRoman", "(%1)", ["(i) x", "(ii) x"], id="small Roman"),
        pytest.param("upperLetter", "%1/", ["A/ x", "B/ x"], id="capital letters"),
        pytest.param("lowerLetter", "%1)", ["a) x", "b) x"], id="small letters"),
        pytest.param("decimal", "Điều %1.", ["Điều 1. x", "Điều 2. x"], id="words around it"),
        pytest.param("decimal", "", ["x", "x"], id="no sign at all"),
        pytest.param("none", "Mục", ["Mục x", "Mục x"], id="words without a number"),
        pytest.param("bullet", "-", ["- x", "- x"], id="dash"),
        pytest.param("bullet", "\uf0b7", ["• x", "• x"], id="bullet of the font Symbol"),
        pytest.param("bullet", "\uf0e1", ["• x", "• x"], id="sign that is not known"),
        pytest.param("ideographTraditional", "%1.", ["1. x", "2. x"], id="form that is not known"),
    ],
)
def test_form(form: str, text: str, shown: list[str]) -> None:
    assert lines(numbered("x") * 2, numbering=numbering(level(0, form, text))) == shown


def test_roman_numerals() -> None:
    body = "".join(numbered("x") for _ in range(44))
    markers = [line.split()[0] for line in lines(body, numbering=numbering(level(0, "upperRoman", "%1")))]
    assert [markers[index - 1] for index in (1, 3, 4, 9, 14, 19, 40, 44)] == [
        "I", "III", "IV", "IX", "XIV", "XIX", "XL", "XLIV",
    ]  # fmt: skip


def test_letters_go_on_doubled() -> None:
    body = "".join(numbered("x") for _ in range(28))
    assert lines(body, numbering=numbering(level(0, "lowerLetter", "%1)")))[25:] == ["z) x", "aa) x", "bb) x"]


def test_levels_count_within_each_other() -> None:
    body = "".join((numbered("A"), numbered("b", 1), numbered("c", 1), numbered("D"), numbered("e", 1)))
    assert lines(body, numbering=numbering(*ROMAN_AND_DECIMAL)) == ["I. A", "1. b", "2. c", "II. D", "1. e"]


def test_numbers_of_higher_levels_are_part_of_the_sign() -> None:
    body = "".join((numbered("A"), numbered("b", 1), numbered("c", 1), numbered("D"), numbered("e", 1)))
    dotted = numbering(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."))
    assert lines(body, numbering=dotted) == ["1. A", "1.1. b", "1.2. c", "2. D", "2.1. e"]


def test_legal_numbers_are_digits_at_every_level() -> None:
    legal = numbering(level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2.", more="<w:isLgl/>"))
    assert lines(numbered("A") + numbered("b", 1), numbering=legal) == ["I. A", "1.1. b"]


def test_level_that_was_skipped_shows_its_start() -> None:
    skipped = numbering(level(0, "decimal", "%1.", start=4), level(1, "decimal", "%1.%2."))
    assert lines(numbered("b", 1), numbering=skipped) == ["4.1. b"]


def test_level_that_never_restarts() -> None:
    on = numbering(level(0, "upperRoman", "%1."), level(1, "decimal", "Điều %2.", more='<w:lvlRestart w:val="0"/>'))
    body = "".join((numbered("A"), numbered("b", 1), numbered("C"), numbered("d", 1)))
    assert lines(body, numbering=on) == ["I. A", "Điều 1. b", "II. C", "Điều 2. d"]


def test_lists_of_one_definition_count_together() -> None:
    body = numbered("a") + numbered("b", number=2)
    assert lines(body, numbering=numbering(level(0, "decimal", "%1."))) == ["1. a", "2. b"]


def test_list_that_overrides_its_start_begins_anew_once() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = numbered("a") + numbered("b") + numbered("c", number=2) + numbered("d", number=2)
    assert lines(body, numbering=numbering(level(0, "decimal", "%1."), overrides=again)) == [
        "1. a", "2. b", "1. c", "2. d",
    ]  # fmt: skip


def test_list_that_overrides_a_whole_level() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)")}</w:lvlOverride>'
    body = numbered("a") + numbered("b", number=2)
    assert lines(body, numbering=numbering(level(0, "decimal", "%1."), overrides=other)) == ["1. a", "B) b"]


def test_paragraph_takes_its_list_from_its_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Khoan"><w:basedOn w:val="Muc"/><w:pPr><w:numPr><w:ilvl w:val="1"/>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = paragraph("A", '<w:pStyle w:val="Muc"/>') + paragraph("b", '<w:pStyle w:val="Khoan"/>')
    assert lines(body, styles=styles, numbering=numbering(*ROMAN_AND_DECIMAL)) == ["I. A", "1. b"]


def test_style_finds_its_level_where_the_list_names_it() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Khoan"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    linked = numbering(level(0, "upperRoman", "%1."), level(1, "decimal", "%2.", more='<w:pStyle w:val="Khoan"/>'))
    body = paragraph("b", '<w:pStyle w:val="Khoan"/>')
    assert lines(body, styles=styles, numbering=linked) == ["1. b"]


def test_paragraph_leaves_the_list_of_its_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    out = '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    assert lines(paragraph("A", out), styles=styles, numbering=numbering(*ROMAN_AND_DECIMAL)) == ["A"]


def test_definition_that_names_a_numbering_style() -> None:
    more = (
        '<w:abstractNum w:abstractNumId="5"><w:styleLink w:val="Legal"/>'
        + level(0, "upperLetter", "%1.")
        + "</w:abstractNum>"
        '<w:abstractNum w:abstractNumId="6"><w:numStyleLink w:val="Legal"/></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="6"/></w:num>'
    )
    assert lines(numbered("a", number=7), numbering=numbering(more=more)) == ["A. a"]


def test_sign_that_stands_without_a_space() -> None:
    close = numbering(level(0, "decimal", "%1.", more='<w:suff w:val="nothing"/>'))
    assert lines(numbered("a"), numbering=close) == ["1.a"]


def test_paragraph_without_words_is_counted_and_not_shown() -> None:
    assert lines(numbered("a") + numbered("") + numbered("c"), numbering=numbering(level(0, "decimal", "%1."))) == [
        "1. a", "3. c",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param("", id="no lists"),
        pytest.param('<w:num w:numId="1"><w:abstractNumId w:val="9"/></w:num>', id="list without a definition"),
        pytest.param('<w:num w:numId="1"/>', id="list that names none"),
        pytest.param(
            '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="a"/><w:styleLink w:val="a"/></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
            id="definition that names itself",
        ),
        pytest.param(
            '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="x"><w:start w:val="y"/></w:lvl></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
            id="numbers that are none",
        ),
    ],
)
def test_broken_numbering_loses_no_words(broken: str) -> None:
    assert lines(numbered("a") + numbered("b", 8), numbering=broken) == ["a", "b"]


def test_style_that_is_based_on_itself_loses_no_words() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="A"/></w:style>'
    assert lines(paragraph("a", '<w:pStyle w:val="A"/>'), styles=styles) == ["a"]
