"""Unicode with two or four bytes a letter: told by its mark, or by where its zero bytes stand."""

from __future__ import annotations

import codecs

__all__ = ["wide_encoding"]

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "UTF-32-LE"),
    (codecs.BOM_UTF32_BE, "UTF-32-BE"),
    (codecs.BOM_UTF16_LE, "UTF-16-LE"),
    (codecs.BOM_UTF16_BE, "UTF-16-BE"),
)
_SAMPLE = 65_536


def wide_encoding(content: bytes) -> str | None:
    """Name the encoding, as Python's codecs do, of text with two or four bytes a letter; ``None`` for other content.

    >>> wide_encoding("Kế hoạch".encode("utf-16-be"))
    'UTF-16-BE'
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    sample = content[:_SAMPLE]
    zeros = [sample[place::4].count(0) for place in range(4)]
    quarter = len(sample) // 4
    # All of Vietnamese is below U+10000, and in UTF-32 three letters of four have a third zero byte.
    if quarter and min(zeros[2:]) == quarter > zeros[0] < 0.1 * quarter:
        return "UTF-32-LE"
    if quarter and min(zeros[:2]) == quarter > zeros[3] < 0.1 * quarter:
        return "UTF-32-BE"
    # Spaces, digits and unmarked letters have a zero byte on one side only: more than half of Vietnamese text.
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if max(even, odd) > len(sample) // 5 and min(even, odd) < max(even, odd) // 10:
        return "UTF-16-BE" if even > odd else "UTF-16-LE"
    return None
