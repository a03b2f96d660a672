"""The old encodings, each as a pair of functions between stored letters (see ``stored``) and Unicode.

Tables are in ``tcvn.toml``, ``vni.toml`` and ``viscii.toml``, each with its source; Windows-1258 is Python's own codec.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Protocol

import regex

from corpus.files.encodings.data import load
from corpus.files.encodings.stored import BYTES, LETTERS, LOOKALIKES, as_bytes, as_letters

__all__ = ["Charset", "charset", "charset_names"]


_LOOKALIKES = str.maketrans(LOOKALIKES)


class Charset(Protocol):
    """An old encoding."""

    @property
    def name(self) -> str:
        """Its name in warnings, as people call it: ``TCVN3``."""

    def decode(self, stored: str) -> str:
        """Return Unicode (NFC) for stored letters; what the encoding does not know stays as it is."""

    def explains(self, stored: str) -> bool:
        """Say whether each stored letter beyond ASCII has a meaning in the encoding; punctuation has one anywhere."""

    def encode(self, text: str) -> str:
        """Return the stored letters for Unicode (NFC), so that ``decode`` gives the text again.

        Raises ``UnicodeEncodeError`` where the encoding has no code for a letter.
        """


class _TableCharset:
    """An encoding with a table: letter → one stored letter, or two (a base, and one that stands for its marks)."""

    def __init__(
        self, name: str, letters: Mapping[str, str], oddities: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        """``letters`` gives for each Vietnamese letter what is stored, as Windows-1252 shows it.

        ``oddities`` gives what else is stored, and what it means.
        """
        self.name = name
        self._encoding = dict(letters)
        self._decoding = {stored: letter for letter, stored in letters.items()}
        for letter, stored in letters.items():
            if len(stored) == 1:  # the same byte taken for Latin-1
                self._decoding.setdefault(chr(BYTES[stored]), letter)
            else:  # the case of the base counts: `Aù` is typed for `AÙ`
                self._decoding.setdefault(stored[0] + stored[1].swapcase(), letter)
        self._decoding.update(oddities)
        longest_first = sorted(self._decoding, key=len, reverse=True)
        self._pattern = regex.compile("|".join(regex.escape(stored) for stored in longest_first))

    def decode(self, stored: str) -> str:
        if len(stored) > 1:  # a minus by itself is a minus
            stored = stored.translate(_LOOKALIKES)
        return self._pattern.sub(lambda match: self._decoding[match.group()], stored)

    def explains(self, stored: str) -> bool:
        stored = stored.translate(_LOOKALIKES)
        return not any(letter > "\x7f" and letter.isalpha() for letter in self._pattern.sub("", stored))

    def encode(self, text: str) -> str:
        parts = [self._encoding.get(letter, letter) for letter in text]
        encoded = "".join(parts)
        if self.decode(encoded) != text or any(letter not in BYTES for letter in encoded):
            place = next((i for i, letter in enumerate(text) if self.decode(parts[i]) != letter), 0)
            raise UnicodeEncodeError(self.name, text, place, place + 1, "has no code in this encoding")
        return encoded


class _Windows1258:
    """Microsoft's Vietnamese code page: base letters with their quality, and tones as combining marks after them."""

    name = "Windows-1258"
    _TONES = "\u0300\u0301\u0303\u0309\u0323"

    def decode(self, stored: str) -> str:
        content = as_bytes(stored)
        if content is None:
            return stored
        # Bytes that the code page leaves open stay as they look.
        shown = "".join(bytes([byte]).decode("cp1258", "ignore") or LETTERS[byte] for byte in content)
        return unicodedata.normalize("NFC", shown)

    def explains(self, stored: str) -> bool:
        return as_bytes(stored) is not None

    def encode(self, text: str) -> str:
        return as_letters(b"".join(self._bytes(letter) for letter in text))

    def _bytes(self, letter: str) -> bytes:
        try:
            return letter.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            tone = "".join(part for part in parts if part in self._TONES)
            base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tone))
            if not tone:
                raise
            return (base + tone).encode("cp1258")


class _MisreadUtf8:
    """UTF-8 that a program took for Windows-1252 and stored so: `Quyáº¿t` for `Quyết`."""

    name = "UTF-8 read as Windows-1252"

    def decode(self, stored: str) -> str:
        content = as_bytes(stored)
        try:
            return stored if content is None else content.decode("utf-8")
        except UnicodeDecodeError:
            return stored

    def explains(self, stored: str) -> bool:
        return stored.isascii() or self.decode(stored) != stored

    def encode(self, text: str) -> str:
        return as_letters(text.encode("utf-8"))


@cache
def _charsets() -> Mapping[str, Charset]:
    tcvn = load("tcvn.toml")
    small, capitals = _shown(tcvn["letters"]), _shown(tcvn["capitals"])
    # Word has optional hyphens on the code of `ư` as well; after `ư`, one can be nothing else.
    twice = {small["ư"] * 2: "ư\u00ad"}
    charsets: tuple[Charset, ...] = (
        _TableCharset("TCVN3", small, twice),
        _TableCharset("VNI", load("vni.toml")["letters"]),
        _MisreadUtf8(),
        _TableCharset("VISCII", _shown(load("viscii.toml")["letters"])),
        _Windows1258(),
        _TableCharset("TCVN 5712-1", small | capitals, twice),
    )
    return {charset.name: charset for charset in charsets}


def _shown(table: Mapping[str, int]) -> dict[str, str]:
    """Return a table of bytes as one of the letters that they look like."""
    return {letter: LETTERS[byte] for letter, byte in table.items()}


def charset_names() -> tuple[str, ...]:
    """Return the names of the old encodings that are known, the commonest first."""
    return tuple(_charsets())


def charset(name: str) -> Charset:
    """Return an old encoding by its name; ``KeyError`` if there is none."""
    return _charsets()[name]
