"""Every old encoding gives back every Vietnamese letter, and agrees with the converters that know it."""

from __future__ import annotations

import subprocess
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache

import pytest

from corpus.files.encodings.charsets import charset, charset_names
from corpus.files.encodings.stored import as_bytes, as_letters
from corpus.files.encodings.syllables import syllables

BYTE_BY_BYTE = {"TCVN 5712-1": "TCVN5712-1", "VISCII": "VISCII"}
"""Encodings that iconv knows, by its names."""
HAS_CAPITALS = [name for name in charset_names() if name != "TCVN3"]


@cache
def every_syllable() -> str:
    return " ".join(syllables())


@pytest.mark.parametrize("name", HAS_CAPITALS)
@pytest.mark.parametrize("case", [str.lower, str.upper, str.title], ids=["small", "capitals", "title"])
def test_every_syllable_comes_back(name: str, case: Callable[[str], str]) -> None:
    text = case(every_syllable())
    assert charset(name).decode(charset(name).encode(text)) == text


def test_every_small_syllable_comes_back_from_tcvn3() -> None:
    text = every_syllable()
    assert charset("TCVN3").decode(charset("TCVN3").encode(text)) == text


@pytest.mark.parametrize("letter", "ĂÂÊÔƠƯĐ")
def test_tcvn3_has_capitals_without_tone(letter: str) -> None:
    assert charset("TCVN3").decode(charset("TCVN3").encode(letter)) == letter


def test_tcvn3_has_no_capital_with_a_tone() -> None:
    with pytest.raises(UnicodeEncodeError):
        charset("TCVN3").encode("Ủy ban")


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        pytest.param("TCVN3", "QuyÕt ®Þnh sè 12 cña ñy ban", id="TCVN3"),
        pytest.param("VNI", "Quyeát ñònh soá 12 cuûa uûy ban", id="VNI"),
        pytest.param("VISCII", "Quyªt ð¸nh s¯ 12 cüa üy ban", id="VISCII"),
        pytest.param("Windows-1258", "Quyêìt ðiònh sôì 12 cuÒa uÒy ban", id="Windows-1258"),
        pytest.param("UTF-8 read as Windows-1252", "Quyáº¿t Ä‘á»‹nh sá»‘ 12 cá»§a á»§y ban", id="UTF-8"),
        pytest.param("TCVN 5712-1", "QuyÕt ®Þnh sè 12 cña ñy ban", id="TCVN 5712-1"),
    ],
)
def test_how_a_sentence_looks(name: str, stored: str) -> None:
    assert charset(name).decode(stored) == "Quyết định số 12 của ủy ban"


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        pytest.param("Aùnh", "Ánh", id="small mark after a capital"),
        pytest.param("ÑAÁT ÑÖÔØNG", "ĐẤT ĐƯỜNG", id="capitals"),
        pytest.param("“Ñieàu 5” – 10 m²", "“Điều 5” – 10 m²", id="punctuation stays"),
    ],
)
def test_vni_as_it_was_typed(stored: str, text: str) -> None:
    assert charset("VNI").decode(stored) == text


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        pytest.param("n−íc, x∙ héi, hμng", "nước, xã hội, hàng", id="letters that PDF files confuse"),
        pytest.param("n\xad\xadíc", "nư\xadớc", id="an optional hyphen after the letter with its code"),
        pytest.param("−", "−", id="a minus by itself"),
    ],
)
def test_tcvn3_as_it_is_found(stored: str, text: str) -> None:
    assert charset("TCVN3").decode(stored) == text


def iconv(content: bytes, encoding: str) -> str | None:
    done = subprocess.run(["iconv", "-f", encoding, "-t", "UTF-8"], input=content, capture_output=True, check=False)
    return done.stdout.decode() if done.returncode == 0 else None


def vietnamese(letters: Iterable[str | None]) -> list[str]:
    return [letter for letter in letters if letter and len(letter) == 1 and letter > "\x7f" and letter.isalpha()]


@pytest.mark.parametrize(("name", "iconv_name"), BYTE_BY_BYTE.items())
def test_tables_agree_with_iconv(name: str, iconv_name: str) -> None:
    theirs = {byte: iconv(bytes([byte]), iconv_name) for byte in range(256)}
    if not any(theirs.values()):
        pytest.skip("this system's iconv does not know the encoding")
    letters = {byte: letter for byte, letter in theirs.items() if vietnamese([letter])}
    assert {byte: charset(name).decode(as_letters(bytes([byte]))) for byte in letters} == letters


def test_windows_1258_agrees_with_python() -> None:
    text = every_syllable()
    content = as_bytes(charset("Windows-1258").encode(text))
    assert content is not None
    assert unicodedata.normalize("NFC", content.decode("cp1258")) == text


@pytest.mark.parametrize("name", charset_names())
def test_ascii_is_the_same_in_every_encoding(name: str) -> None:
    text = "".join(map(chr, range(0x20, 0x7F)))
    assert charset(name).decode(text) == text == charset(name).encode(text)
