"""Citations by name: which words may begin one, and whose grammar reads on from there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extractor.find.citations.draft import Draft
from extractor.find.citations.regulations import KINDS, known_end, read_charter, read_regulation
from extractor.find.citations.sessions import congress_end, plenum_end, term_end
from extractor.find.citations.statutes import read_constitution, read_statute
from extractor.text.phrases import PhraseScanner
from schemas.vocabulary import DocumentType

__all__ = ["STATUTES", "Anchor", "read_named", "scan_names"]

_STATUTES = {"luật": DocumentType.LUAT, "bộ luật": DocumentType.BO_LUAT, "pháp lệnh": DocumentType.PHAP_LENH}
#: The kinds whose names may be followed by a number: `Luật Nhà ở số 27/2023/QH15`.
STATUTES = frozenset(_STATUTES.values())
_RESOLUTIONS = {
    "nghị quyết": DocumentType.NGHI_QUYET,
    "kết luận": DocumentType.KET_LUAN,
    "quy định": DocumentType.QUY_DINH,
    "hướng dẫn": DocumentType.HUONG_DAN,
}
_OTHERS = ("điều lệ", "hiến pháp", "cương lĩnh")
# Before these words a resolution is one of a congress or a plenum, even in small letters.
_SESSIONS = ("Đại", "Trung", "đại hội", "Hội nghị", "TW")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A type word that may begin a citation by name."""

    start: int
    end: int
    word: str


def scan_names(text: str) -> list[Anchor]:
    """Return every word that may begin a citation by name, in order."""
    scanner, words = _printed_words()
    found = []
    for start, printed in scanner.scan(text):
        if start == 0 or not text[start - 1].isalnum():
            word = words[printed]
            found.append(Anchor(start, start + len(word), word))
    found.sort(key=lambda anchor: anchor.start)  # `BỘ LUẬT` ends where the `LUẬT` in it ends
    return found


def read_named(text: str, anchor: Anchor, before: Draft | None = None) -> Draft | None:
    """Return the citation that begins at `anchor`, without what may follow its name, or None if it names no document.

    `before` is the last citation by name before it, whose list it may go on with.
    """
    word, start, end = anchor.word, anchor.start, anchor.end
    if word in _STATUTES:
        if word == "luật" and text[max(0, start - 5) : start].casefold() == "pháp ":
            return None  # `VỀ THI HÀNH PHÁP LUẬT …` in capitals
        return read_statute(text, start, end, _STATUTES[word])
    if word in _RESOLUTIONS:
        return _resolution(text, start, end, _RESOLUTIONS[word])
    if word == "cương lĩnh":
        stop = known_end(text, end)
        return Draft(start, stop, DocumentType.KHAC, name=text[start:stop]) if stop else None
    if word == "hiến pháp":
        return read_constitution(text, start, end)
    if word == "điều lệ":
        return read_charter(text, start, end)
    return read_regulation(text, start, end, KINDS[word], before)


def _resolution(text: str, start: int, end: int, kind: DocumentType) -> Draft | None:
    name = end + 1
    known = known_end(text, end)
    if known:
        return Draft(start, known, kind, name=text[name:known])
    stop = congress_end(text, name) if kind is DocumentType.NGHI_QUYET else None
    if stop:
        return Draft(start, term_end(text, stop), kind, name=text[name:stop])
    plenum = plenum_end(text, name)
    return Draft(start, plenum[0], kind, name=plenum[1]) if plenum else None


@cache
def _printed_words() -> tuple[PhraseScanner, dict[str, str]]:
    """Return the printed forms, each with the space after it, and their words.

    Words in small letters begin a name only before that of a congress or a plenum.
    """
    words = [*_STATUTES, *_RESOLUTIONS, *_OTHERS, *KINDS]
    printed = {form + " ": word for word in words for form in (word.capitalize(), word.upper())}
    printed |= {f"nghị quyết {name}": "nghị quyết" for name in _SESSIONS}
    return PhraseScanner(printed), printed
