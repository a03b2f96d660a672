"""Mentions of other documents."""

from __future__ import annotations

from extractor.find.citations.draft import Draft
from extractor.find.citations.numbered import read_numbered
from extractor.find.mentions import CitationMention
from extractor.find.symbols import scan_numbers
from extractor.reading import Reading

__all__ = ["find_citations"]


def find_citations(reading: Reading) -> list[CitationMention]:
    """Return every mention of another document in the parts of `reading` that speak, in document order."""
    text = reading.text
    drafts: list[Draft] = []
    for number in scan_numbers(text):
        if reading.speaks_at(number.start):
            draft = read_numbered(text, number)
            if draft and number.key != reading.header.key:
                drafts.append(draft)
    drafts.sort(key=lambda draft: draft.start)
    return [draft.mention() for draft in drafts]
