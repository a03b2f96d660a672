"""Where a citation may begin that no number tells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from extractor.find.citations.regulations import KINDS
from extractor.text.phrases import Occurrence
from schemas.vocabulary import DocumentType

__all__ = ["OTHERS", "RESOLUTIONS", "STATUTES", "Anchor", "Anchors", "find_anchors", "first_words_of_citations"]

#: The kinds whose names may be followed by a number: `Luật Nhà ở số 27/2023/QH15`.
STATUTES = {"luật": DocumentType.LUAT, "bộ luật": DocumentType.BO_LUAT, "pháp lệnh": DocumentType.PHAP_LENH}
RESOLUTIONS = {
    "nghị quyết": DocumentType.NGHI_QUYET,
    "kết luận": DocumentType.KET_LUAN,
    "quy định": DocumentType.QUY_DINH,
    "hướng dẫn": DocumentType.HUONG_DAN,
}
OTHERS = ("điều lệ", "hiến pháp", "cương lĩnh")
# Before these words a resolution is one of a congress or a plenum, even in small letters.
_SESSIONS = ("Đại", "Trung", "đại hội", "Hội nghị", "TW")
# The last words of kinds of documents, and `số`: a figure right after one may be the serial of a document.
_BEFORE_SERIALS = (
    "số", "quyết", "định", "thị", "tư", "luận", "lệnh", "tịch", "báo", "dẫn", "trình", "hoạch", "văn", "điện", "án",
)  # fmt: skip


class Anchor(NamedTuple):
    """A type word that may begin a citation by name."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Anchors:
    """What was found in one text.

    Attributes:
        names: Type words that may begin a citation by name, in order.
        serials: Positions of figures right after a word that may lead up to one, in order.
    """

    names: list[Anchor]
    serials: list[int]


def find_anchors(text: str, first_words: Iterable[Occurrence]) -> Anchors:
    """Return every place where a citation by name or by its serial alone may begin.

    Args:
        text: The flow.
        first_words: Where `first_words_of_citations` stand in it.

    >>> find_anchors("Luật Nhà ở; Thông tư 02", [(0, "luật "), (18, "tư 0")])
    Anchors(names=[Anchor(start=0, end=4, word='luật')], serials=[21])
    """
    words = _words()
    names, serials = [], []
    for start, lower in first_words:
        end = start + len(lower)
        word = words.get(text[start:end])
        if word is None:
            continue
        if not word:
            serials.append(end - 1)
        elif start == 0 or not text[start - 1].isalnum():
            names.append(Anchor(start, start + len(word), word))
    names.sort()  # `BỘ LUẬT` ends where the `LUẬT` in it ends
    return Anchors(names, sorted(set(serials)))


def first_words_of_citations() -> Iterable[str]:
    """Return the words from which citations may begin, in small letters."""
    return map(str.lower, _words())


@cache
def _words() -> dict[str, str]:
    """Return the type words by their printed forms, each with what follows it; those of serials are empty.

    Words in small letters begin a name only before that of a congress or a plenum.
    """
    printed = {
        f"{form} {digit}": ""
        for word in _BEFORE_SERIALS
        for form in (word, word.capitalize(), word.upper())
        for digit in "0123456789"
    }
    words = [*STATUTES, *RESOLUTIONS, *OTHERS, *KINDS]
    printed |= {form + " ": word for word in words for form in (word.capitalize(), word.upper())}
    printed |= {f"nghị quyết {name}": "nghị quyết" for name in _SESSIONS}
    return printed
