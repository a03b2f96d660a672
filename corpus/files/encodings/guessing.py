"""Which encoding a text that is not UTF-8 probably has.

Only a guess for a message, never a conversion. Vietnamese offices wrote in single-byte encodings until about 2005
(TCVN 5712:1993,
usually called TCVN3 or ABC, in the north; VNI in the south; Windows-1258 and VISCII elsewhere); each puts the
commonest letters of the language on other bytes, so that the bytes that occur give it away.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["likely_encoding", "wide_encoding"]

_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
# The bytes of đ, the horned and hatted vowels and the commonest toned ones. Each set leaves out what another uses
# for its commonest letters.
_TELLTALES: Mapping[str, bytes] = MappingProxyType(
    {
        "TCVN3 (ABC)": bytes([0xA8, 0xA9, 0xAA, 0xAB, 0xAC, 0xAD, 0xAE, 0xB5, 0xB8, 0xB9, 0xC7, 0xD6, 0xD7]),
        "VNI": bytes([0xF1, 0xF6, 0xF4, 0xE2, 0xEA, 0xF8, 0xF9, 0xFB, 0xEF, 0xE0, 0xE1, 0xE5, 0xE4, 0xE3, 0xC2]),
        "Windows-1258": bytes([0xF0, 0xFD, 0xF5, 0xE2, 0xEA, 0xF4, 0xE3, 0xCC, 0xEC, 0xD2, 0xDE, 0xF2]),
    }
)
_SAMPLE = 65_536
_LEAST_SHARE = 0.6


def wide_encoding(content: bytes) -> str | None:
    """Name the encoding of text with two or four bytes a letter, by its mark or by where its zero bytes stand."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    sample = content[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    # Spaces, digits and unmarked letters have a zero byte on one side only: more than half of Vietnamese text.
    most, least = max(even, odd), min(even, odd)
    return "UTF-16" if most > len(sample) // 5 and least < most // 10 else None


def likely_encoding(content: bytes) -> str:
    """Name the probable encoding of bytes that are not UTF-8 (``"unknown"`` where none fits)."""
    if wide := wide_encoding(content):
        return wide
    high = [byte for byte in content[:_SAMPLE] if byte >= 0x80]
    if not high:
        return "unknown"
    shares = {name: sum(byte in letters for byte in high) / len(high) for name, letters in _TELLTALES.items()}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= _LEAST_SHARE else "unknown"
