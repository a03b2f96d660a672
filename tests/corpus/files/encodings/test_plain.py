"""Bytes of plain text become Unicode, whatever Vietnamese encoding they are in."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.files.encodings import UnknownEncodingError, decode_plain, wide_encoding
from corpus.files.encodings.charsets import charset, charset_names
from corpus.files.encodings.stored import as_bytes

DIRECTIVE = "Căn cứ Luật đất đai, ủy ban nhân dân tỉnh yêu cầu các huyện báo cáo kết quả trước ngày 15/9/2031.\r\n"
WIDE = ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]


def text_of(content: bytes) -> str:
    return "".join(decode_plain(content).texts)


@pytest.mark.parametrize("name", charset_names())
def test_old_encodings(name: str) -> None:
    content = as_bytes(charset(name).encode(DIRECTIVE))
    assert content is not None
    assert text_of(content) == DIRECTIVE


@pytest.mark.parametrize("encoding", WIDE)
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["without mark", "with mark"])
def test_wide_encodings(encoding: str, mark: str) -> None:
    assert text_of((mark + DIRECTIVE).encode(encoding)) == mark + DIRECTIVE


@pytest.mark.parametrize("encoding", WIDE)
def test_wide_encodings_are_told_apart(encoding: str) -> None:
    assert wide_encoding(DIRECTIVE.encode(encoding)) == encoding.upper()


@pytest.mark.parametrize("text", ["", "Kế hoạch", "Plan of 2031", "\x00"], ids=repr)
def test_utf_8_is_not_wide(text: str) -> None:
    assert wide_encoding(text.encode()) is None


def test_quotes_and_dashes_of_windows_stay_what_they_are() -> None:
    text = "“Xóa đói – giảm nghèo” của tỉnh…"
    content = as_bytes(charset("TCVN3").encode(text))
    assert content is not None
    assert text_of(content) == text


def test_french_in_windows_1252_is_french() -> None:
    text = "Le Comité a décidé, à la majorité, d’étudier cette mémoire."
    assert text_of(text.encode("cp1252")) == text


def test_vietnamese_that_was_stored_wrong_as_utf_8_is_mended() -> None:
    assert text_of(charset("TCVN3").encode(DIRECTIVE).encode()) == DIRECTIVE


@pytest.mark.parametrize(
    ("content", "offset", "likely"),
    [
        pytest.param("Это русский текст".encode("cp1251"), 0, "unknown", id="Russian"),
        pytest.param("中文文字编码".encode("gb18030"), 0, "unknown", id="Chinese"),
        pytest.param(codecs.BOM_UTF16_LE + b"a\x00b", 4, "UTF-16-LE", id="UTF-16 cut off"),
        pytest.param(b"abc\xff\x80", 3, "unknown", id="two stray bytes"),
    ],
)
def test_unknown_encodings(content: bytes, offset: int, likely: str) -> None:
    with pytest.raises(UnknownEncodingError) as refusal:
        decode_plain(content)
    assert (refusal.value.offset, refusal.value.likely) == (offset, likely)


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(content: bytes) -> None:
    try:
        decoded = decode_plain(content)
    except UnknownEncodingError:
        return
    assert len(decoded.texts) == 1
