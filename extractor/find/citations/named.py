"""Citations by name: which words may begin one, and whose grammar reads on from there."""

from __future__ import annotations

from extractor.find.citations.anchors import RESOLUTIONS, STATUTES, Anchor
from extractor.find.citations.draft import Draft
from extractor.find.citations.regulations import KINDS, known_end, read_charter, read_regulation
from extractor.find.citations.sessions import congress_end, plenum_end, term_end
from extractor.find.citations.statutes import read_constitution, read_statute
from schemas.vocabulary import DocumentType

__all__ = ["read_named"]


def read_named(text: str, anchor: Anchor, before: Draft | None = None) -> Draft | None:
    """Return the citation that begins at `anchor`, without what may follow its name, or None if it names no document.

    `before` is the last citation by name before it, whose list it may go on with.
    """
    word, start, end = anchor.word, anchor.start, anchor.end
    if word in STATUTES:
        if word == "luật" and text[max(0, start - 5) : start].casefold() == "pháp ":
            return None  # `VỀ THI HÀNH PHÁP LUẬT …` in capitals
        return read_statute(text, start, end, STATUTES[word])
    if word in RESOLUTIONS:
        return _resolution(text, start, end, RESOLUTIONS[word])
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
