"""Mentions that lean on an earlier one of the same document: ``Thông tư 02`` after ``Thông tư số 02/2009/TT-BYT``."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.find.citations.draft import Draft
from extractor.find.citations.numbered import complete, number_word
from extractor.find.citations.words import NOT_A_DOCUMENT, type_word_before
from extractor.find.symbols import DocumentNumber, codes_of
from extractor.patterns import compile_plain
from schemas.vocabulary import DocumentType

__all__ = ["mend_symbols", "short_mentions"]

# A serial without a symbol.
_BARE = compile_plain(r"0{0,2}(?P<serial>\d{1,4})(?![\d%]|[ ]?[/:.,-][ ]?\d|[ ]?[-/][ ]?\p{Lu}\p{Lu})")
# What may come after it: anything but a noun, of which it would be the count.
_NO_COUNT = compile_plain(
    r"[,;.:)(\"\n]|$|[ ]-[ ]|[ ](?:của|ngày|về|đã|có|quy|và|không|còn|là|được|cho|nêu|trong|tại|khó|chưa|do)\b"
    r"|[ ](?:hướng|ban|thì|để|vào|đến|với)\b"
)
_FEW = 8  # symbols under one serial; with more of them nothing is certain
_DATED = compile_plain(r",?[ ](?:của[ ]\p{Lu}|ngày[ ]\d)")

# Kinds that are known by their number alone (`Nghị quyết 57 của Bộ Chính trị`).
_KNOWN_BY_NUMBER = frozenset(
    {
        DocumentType.NGHI_QUYET,
        DocumentType.NGHI_DINH,
        DocumentType.CHI_THI,
        DocumentType.KET_LUAN,
        DocumentType.THONG_TU,
        DocumentType.QUYET_DINH,
        DocumentType.DE_AN,
    }
)


def mend_symbols(drafts: list[Draft]) -> None:
    """Complete symbols that lack a code (``02/2009/BYT``) from the one whole number that they can only be.

    A symbol of a single code (``35-CT``, cut off by a scanner) names no issuer: any of its kind and serial may be
    meant.
    """
    known: dict[tuple[DocumentType | None, int, int | None], dict[str, DocumentNumber]] = {}
    for draft in drafts:
        if draft.number:
            known.setdefault((draft.doc_type, draft.number.serial, draft.number.year), {})[draft.number.symbol] = (
                draft.number
            )
    for draft in drafts:
        if draft.number:
            symbols = known[draft.doc_type, draft.number.serial, draft.number.year]
            if 1 < len(symbols) <= _FEW:
                meant = [number for symbol, number in symbols.items() if _completes(symbol, draft.number.symbol)]
                draft.number = meant[0] if len(meant) == 1 else draft.number


def _completes(symbol: str, damaged: str) -> bool:
    codes, printed = codes_of(symbol), codes_of(damaged)
    return set(printed) < set(codes) or (len(printed) == 1 < len(codes))


def short_mentions(text: str, serials: Iterable[int], drafts: list[Draft]) -> list[Draft]:
    """Return the mentions that give a serial alone: known from another mention, or by their issuer or date.

    `serials` are the positions of figures right after the last word of a kind of document or after `số`.
    """
    known: dict[tuple[DocumentType, int], dict[str, DocumentNumber]] = {}
    for draft in drafts:
        if draft.number and draft.doc_type:
            known.setdefault((draft.doc_type, draft.number.serial), {})[draft.number.key] = draft.number
    found = []
    for position in serials:
        match = _BARE.match(text, position)
        if match is None or not _NO_COUNT.match(text, match.end()):
            continue
        word = type_word_before(text, number_word(text, match.start()))
        if not word or word is NOT_A_DOCUMENT or word[1] is None:
            continue
        serial = int(match["serial"])
        meant = list(known.get((word[1], serial), {}).values())
        draft = Draft(word[0], match.end(), word[1], serial=serial)
        if len(meant) == 1:
            draft.number = meant[0]
        elif not (word[1] in _KNOWN_BY_NUMBER and text[word[0]].isupper() and _DATED.match(text, match.end())):
            continue
        complete(text, draft)
        found.append(draft)
    return found
