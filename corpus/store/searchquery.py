"""What a person types into the search box, as a question to the full-text index.

Terms are joined by *and*. A term is a word, a ``"phrase"``, or a beginning (``lưu tr*``); a field before it narrows it
(``title:``, ``issuer:``, ``place:``, ``text:``; ``number:``, ``type:``, ``year:`` ask the catalogue). A term typed with
marks means these marks, one without any: ``dak lak`` finds ``Đắk Lắk``, ``đảng`` does not find ``đang``. Any other
punctuation parts words and does nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from corpus.errors import QueryError
from corpus.store.folding import as_written, folded, has_marks, lookup_form, number_form

__all__ = ["Term", "TypedQuery", "parse_query"]

_COLUMNS = ("title", "issuer", "place", "body")
_TEXT_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "title": "title", "trichyeu": "title", "tieude": "title",
        "issuer": "issuer", "coquan": "issuer",
        "place": "place", "diadanh": "place", "noi": "place",
        "text": "body", "noidung": "body",
    }
)  # fmt: skip
_CATALOGUE_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "number": "number", "so": "number", "sohieu": "number", "kyhieu": "number",
        "type": "type", "loai": "type",
        "year": "year", "nam": "year",
    }
)  # fmt: skip
"""Names of fields, in English and in Vietnamese, folded and without spaces."""

_MOST_TOGETHER = 8

_PIECE = re.compile(r'(?:(?P<field>[^\W\d_]+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"[0-9]+[a-z]{0,3}\s*[-/]\s*[0-9a-zđ][\w\s./-]*", re.IGNORECASE)
_SERIAL = re.compile(r"[0-9]+[-/]\w")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Term:
    """One word, or words in a row."""

    words: tuple[str, ...]
    """As written, in lower case."""
    column: str | None = None
    is_prefix: bool = False
    is_number: bool = False
    """Whether it begins with the serial number of a document: printed with zeros before it, or without."""

    @property
    def is_exact(self) -> bool:
        """Whether it means the marks that it is typed with."""
        return any(has_marks(word) for word in self.words)

    @property
    def match(self) -> str:
        """The term in the language of FTS5, every word quoted."""
        form = "" if self.is_exact else "_folded"
        columns = [column + form for column in ((self.column,) if self.column else _COLUMNS)]
        first, *rest = self.words if self.is_exact else tuple(map(folded, self.words))
        firsts = dict.fromkeys((first, first.zfill(2), first.zfill(3))) if self.is_number else (first,)
        end = " *" if self.is_prefix else ""
        phrases = " OR ".join(f'"{" ".join((one, *rest))}"{end}' for one in firsts)
        return f"{{{' '.join(columns)}}} : ({phrases})"


@dataclass(frozen=True, slots=True)
class TypedQuery:
    """A question taken apart."""

    terms: tuple[Term, ...]
    number: str | None = None
    """A number asked for by its field: no other documents are meant."""
    doc_type: str | None = None
    year: int | None = None
    sole_number: str | None = None
    """The number that the whole question looks like: the document that bears it is meant first."""

    @property
    def match(self) -> str | None:
        """The terms in the language of FTS5; ``None`` where there are none.

        Where the words stand together as they were typed, that counts once more, and such documents come first.
        """
        every = " AND ".join(term.match for term in self.terms)
        return f"({self.together.match}) OR ({every})" if self.together is not None else every or None

    @property
    def tiers(self) -> tuple[str | None, ...]:
        """The same question asked ever less strictly: in the title in a row, in the title, in a row, anywhere."""
        every = " AND ".join(term.match for term in self.terms)
        titled = [term if term.column else replace(term, column="title") for term in self.terms]
        in_title = " AND ".join(term.match for term in titled)
        if self.together is None:
            return (in_title, every) if self.terms else (None,)
        return replace(self.together, column="title").match, in_title, self.together.match, every

    @property
    def together(self) -> Term | None:
        """All words in a row, where they are plain words."""
        plain = 2 <= len(self.terms) <= _MOST_TOGETHER and not any(
            term.column is not None or term.is_prefix or len(term.words) > 1 for term in self.terms
        )
        return Term(tuple(word for term in self.terms for word in term.words)) if plain else None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked."""
        return not (self.terms or self.number or self.doc_type or self.year)


def parse_query(typed: str) -> TypedQuery:
    """Take a question apart. Any text is accepted; raises ``QueryError`` for a type or year that does not exist."""
    terms: list[Term] = []
    asked: dict[str, str] = {}
    for piece in _PIECE.finditer(as_written(typed.replace("\x00", " "))):
        field = lookup_form(piece["field"] or "").replace(" ", "")
        content = piece["phrase"] if piece["phrase"] is not None else piece["word"]
        if field in _CATALOGUE_FIELDS:
            asked[_CATALOGUE_FIELDS[field]] = content
            continue
        if piece["field"] and field not in _TEXT_FIELDS:
            content = f"{piece['field']} {content}"  # a colon in a text, not a field
        words = tuple(word.casefold() for word in _WORD.findall(content))
        if is_number := _SERIAL.match(content) is not None:
            words = (words[0].lstrip("0") or "0", *words[1:])
        if words:
            is_prefix = piece["word"] is not None and content.endswith("*")
            terms.append(Term(words, _TEXT_FIELDS.get(field), is_prefix, is_number))
    plain = typed.strip()
    return TypedQuery(
        tuple(terms),
        number=number_form(asked["number"]) if "number" in asked else None,
        doc_type=_doc_type(asked["type"]) if "type" in asked else None,
        year=_year(asked["year"]) if "year" in asked else None,
        sole_number=number_form(plain) if _NUMBER.fullmatch(plain) else None,
    )


def _doc_type(name: str) -> str:
    from schemas import DocumentType

    wanted = lookup_form(name.replace("_", " "))
    for member in DocumentType:
        names = (member.value.replace("_", " "), member.abbreviation or "", member.party_abbreviation or "")
        if wanted in map(lookup_form, names):
            return member.value
    raise QueryError(reason=f"there is no type of documents named {name!r}")


def _year(digits: str) -> int:
    if _YEAR.fullmatch(digits) is None:
        raise QueryError(reason=f"{digits!r} is no year")
    return int(digits)
