"""A citation in the making: what the grammars agree on before it becomes a mention."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from extractor.find.mentions import CitationMention
from extractor.find.symbols import DocumentNumber
from schemas.vocabulary import DocumentType, Relation

__all__ = ["Draft", "in_order"]


@dataclass(slots=True)
class Draft:
    """A citation whose parts are still being found.

    Attributes:
        start: Where the mention begins: its type word, or its own first word where a list shares one.
        end: After its number, name, date and issuer.
        reach: After its subject (`title`), if it has one; what stands before this belongs to the cited document.
        lead: Where the provisions that are named before the mention begin (`khoản 2 Điều 5 |Nghị định …`).
        worded: A type word stands at `start`.
        blank: The symbol of a number whose serial is still to be filled in.
        serial: The number alone, where no symbol is printed (``Nghị quyết 57``).
        announced: It stands in a list whose announcement gives the relation (``Bãi bỏ các văn bản sau:``).
    """

    start: int
    end: int
    doc_type: DocumentType | None
    number: DocumentNumber | None = None
    name: str | None = None
    issued_on: date | None = None
    issuer: str | None = None
    title: tuple[int, int] | None = None
    provisions: tuple[str, ...] = ()
    relation: Relation = Relation.DAN_CHIEU
    reach: int = 0
    lead: int = -1
    worded: bool = True
    blank: str | None = None
    serial: int | None = None
    announced: bool = False

    def __post_init__(self) -> None:
        """Let reach and lead begin at the mention itself."""
        self.reach = max(self.reach, self.end)
        if self.lead < 0:
            self.lead = self.start

    def holds(self, other: Draft) -> bool:
        """Say whether `other` stands inside this one, that is in its name or in its subject."""
        return (
            self is not other
            and self.start <= other.start
            and other.start < self.reach
            and other.end <= max(self.reach, self.end)
        )

    def mention(self) -> CitationMention:
        """Return the finished mention."""
        number = self.number
        return CitationMention(
            self.start,
            self.end,
            self.doc_type,
            number.key if number else None,
            number.serial if number else self.serial,
            number.year if number else None,
            number.symbol if number else self.blank,
            self.name,
            self.issued_on,
            self.issuer,
            self.title,
            self.provisions,
            self.relation,
            self.worded,
        )


def in_order(drafts: list[Draft]) -> list[Draft]:
    """Return `drafts` in document order, an enclosing one before what it encloses, each place once."""
    drafts = sorted(drafts, key=lambda draft: (draft.start, -draft.end))
    return [draft for place, draft in enumerate(drafts) if not place or draft.start != drafts[place - 1].start]
