"""Old documents in the formats they come in: the names of fonts tell the encodings, and what is in capitals."""

from __future__ import annotations

import pytest

from corpus.files import WarningCode, load
from corpus.files.encodings.charsets import charset
from corpus.files.encodings.stored import as_bytes
from tests.corpus.files.making import converted, docx

HEAD = "ỦY BAN NHÂN DÂN TỈNH CÀ MAU"
TEXT = "Căn cứ Luật Tổ chức chính quyền, các sở và địa phương báo cáo kết quả trước ngày 15/9/2031."
CLOSING = "Nơi nhận: như Điều 5"


def run(stored: str, font: str) -> str:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/></w:rPr>'
    return f'<w:r>{fonts}<w:t xml:space="preserve">{stored}</w:t></w:r>'


def paragraphs(*runs: str) -> str:
    return "".join(f"<w:p>{inside}</w:p>" for inside in runs)


def tcvn3(text: str) -> str:
    return charset("TCVN3").encode(text)


DIRECTIVE = docx(
    paragraphs(
        run(tcvn3(HEAD.lower()), ".VnTimeH"),
        run(tcvn3(TEXT), ".VnTime"),
        run(charset("VNI").encode(CLOSING), "VNI-Times"),
    )
)
LINES = [HEAD, TEXT, CLOSING]


def lines(content: bytes, name: str) -> list[str]:
    return [line for line in load(content, name=name).text.splitlines() if line]


def test_word_document() -> None:
    assert lines(DIRECTIVE, "a.docx") == LINES


def test_encodings_are_told_in_warnings() -> None:
    assert [(warning.code, warning.detail) for warning in load(DIRECTIVE).warnings] == [
        (WarningCode.CONVERTED_ENCODING, "TCVN3"),
        (WarningCode.CONVERTED_ENCODING, "VNI"),
    ]


def test_word_writes_a_letter_of_tcvn3_as_an_optional_hyphen() -> None:
    content = docx("<w:p><w:r><w:t>n</w:t><w:softHyphen/><w:t>íc</w:t></w:r>" + run(tcvn3(TEXT), ".VnTime") + "</w:p>")
    assert lines(content, "a.docx") == [f"nước{TEXT}"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("target", "suffix"),
    [
        pytest.param("doc:MS Word 97", "doc", id="doc"),
        pytest.param("odt", "odt", id="odt"),
        pytest.param("rtf", "rtf", id="rtf"),
    ],
)
def test_older_office_formats(target: str, suffix: str) -> None:
    assert lines(converted(DIRECTIVE, ".docx", target), f"a.{suffix}") == LINES


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<p><font face='{font}'>{text}</font></p>", id="font"),
        pytest.param('<p style="font-family: {font}, serif">{text}</p>', id="style"),
    ],
)
def test_web_page(markup: str) -> None:
    page = "".join(
        markup.format(font=font, text=stored)
        for stored, font in [(tcvn3(HEAD.lower()), ".VnTimeH"), (tcvn3(TEXT), ".VnTime")]
    )
    content = f"<html><head><meta charset='utf-8'></head><body>{page}</body></html>".encode()
    assert lines(content, "a.html") == [HEAD, TEXT]


@pytest.mark.parametrize("name", ["TCVN3", "VNI", "VISCII", "Windows-1258"])
def test_plain_text(name: str) -> None:
    content = as_bytes(charset(name).encode(f"{TEXT}\n{CLOSING}\n"))
    assert content is not None
    assert lines(content, "a.txt") == [TEXT, CLOSING]
