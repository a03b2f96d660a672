"""Loading an input: the text exactly as stored, or a typed refusal that names the input and the cause."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import (
    DirectoryGivenError,
    EmptyFileError,
    FileError,
    MissingFileError,
    NotUtf8Error,
    TooLargeError,
    UnsupportedFormatError,
)
from corpus.files import Limits, load, load_stream

SENTENCE = "Các đơn vị báo cáo kết quả trước ngày 15/9/2031."


def test_facts_of_a_loaded_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    loaded = load(path)
    assert (loaded.name, loaded.text, loaded.media_type, loaded.chars) == (
        str(path),
        SENTENCE,
        "text/plain",
        len(SENTENCE),
    )
    assert loaded.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("một\r\nhai\r\n", id="windows newlines"),
        pytest.param("một\rhai\r", id="old mac newlines"),
        pytest.param("\ufeffKẾ HOẠCH", id="byte order mark"),
        pytest.param("h\u00f2a ho\u00e0 hoa\u0300", id="composed and decomposed marks"),
        pytest.param("trang 1\ftrang 2", id="form feed"),
        pytest.param("một dòng có một ký tự lạ " * 9 + "\x00", id="a stray control character"),
    ],
)
def test_nothing_is_translated(text: str) -> None:
    assert load(text.encode()).text == text


# Letters that stand for no byte of an old encoding.
UNMISTAKABLE = st.characters(codec="utf-8", exclude_characters="\x00", min_codepoint=0x2190) | st.characters(
    min_codepoint=0x09, max_codepoint=0x7F, exclude_characters="\x01\x02\x04\x05\x06"
)


@given(st.text(UNMISTAKABLE).filter(lambda text: text.strip("\ufeff").strip()))
def test_any_text_loads_as_it_is_or_is_refused_by_its_format(text: str) -> None:
    try:
        loaded = load(text.encode())
    except UnsupportedFormatError:
        return
    assert loaded.text == text


@given(st.binary(max_size=200))
def test_any_bytes_give_a_text_or_a_typed_refusal(content: bytes) -> None:
    try:
        text = load(content).text
    except FileError:
        return
    assert text.strip()


@pytest.mark.parametrize(
    ("content", "error", "facts"),
    [
        pytest.param(b"", EmptyFileError, {}, id="empty"),
        pytest.param(" \n\t\u00a0\n".encode(), EmptyFileError, {}, id="white space"),
        pytest.param(b"\xef\xbb\xbf\r\n", EmptyFileError, {}, id="byte order mark alone"),
        pytest.param(b"KE HOACH\x00\x01\x02", UnsupportedFormatError, {"kind": "binary"}, id="NUL bytes"),
        pytest.param(b"\x1f\x8b\x08", UnsupportedFormatError, {"kind": "gzip"}, id="gzip"),
        pytest.param(b"Rar!\x1a\x07\x00", UnsupportedFormatError, {"kind": "RAR"}, id="RAR"),
        pytest.param(
            SENTENCE.encode("utf-16-be") + b"\xd8\x00",
            NotUtf8Error,
            {"offset": 2 * len(SENTENCE), "likely": "UTF-16-BE"},
            id="UTF-16 cut off",
        ),
        pytest.param(
            "Это русский текст в кодировке Windows".encode("cp1251"),
            NotUtf8Error,
            {"offset": 0, "likely": "unknown"},
            id="Russian in Windows-1251",
        ),
        pytest.param(b"abc\xff\x80", NotUtf8Error, {"offset": 3, "likely": "unknown"}, id="no encoding that we know"),
    ],
)
def test_refused_content(content: bytes, error: type[FileError], facts: dict[str, object]) -> None:
    with pytest.raises(error) as refusal:
        load(content, name="a.txt")
    assert refusal.value.facts == {"name": "a.txt", **facts}


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match=r"none\.txt: no such file"):
        load(tmp_path / "none.txt")


def test_file_as_a_folder_of_the_path(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x")
    with pytest.raises(MissingFileError):
        load(tmp_path / "a.txt" / "b.txt")


def test_folder(tmp_path: Path) -> None:
    with pytest.raises(DirectoryGivenError):
        load(tmp_path)


def test_file_over_the_limit_reports_its_size(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"a" * 1000)
    with pytest.raises(TooLargeError) as refusal:
        load(path, limits=Limits(max_bytes=999))
    assert refusal.value.facts == {"name": str(path), "size": 1000, "limit": 999}


def test_file_at_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"a" * 1000)
    assert load(path, limits=Limits(max_bytes=1000)).chars == 1000


def test_stream_without_end_is_refused() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            return b"a" * size

    with pytest.raises(TooLargeError):
        load_stream(Endless(), name="<stdin>", limits=Limits(max_bytes=10))  # type: ignore[arg-type]


def test_name_that_is_not_utf8_can_still_be_printed(tmp_path: Path) -> None:
    path = tmp_path / "v\udcc4n.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    assert load(path).name == str(tmp_path / "v\ufffdn.txt")
