"""The values that fill the fields of rules, each from one document of the archive."""

from __future__ import annotations

import datetime as dt
import json
import re
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from schemas import DiagnosticCode, DocumentType

__all__ = ["VALUES", "Described"]

_NUMBER = re.compile(r"([^\s/-]+)[-/](\S+)")
_BULLETS = " \t\n-–+*;.,"
_NOT_VIETNAMESE = DiagnosticCode.NOT_VIETNAMESE


@dataclass(frozen=True, slots=True)
class Described:
    """A document with the lists that rules ask for."""

    row: sqlite3.Row
    recipients: tuple[str, ...]
    diagnostics: frozenset[str]


def _number(document: Described) -> tuple[str, str]:
    """The serial as printed and what follows it; both empty where there is no number that can be taken apart."""
    found = _NUMBER.fullmatch(document.row["key"] or document.row["number"] or "")
    return (found[1], found[2]) if found else ("", "")


def _day(document: Described, form: str) -> list[str]:
    issued_on = document.row["issued_on"]
    return [dt.date.fromisoformat(issued_on).strftime(form)] if issued_on else []


def _column(name: str) -> Callable[[Described], list[str]]:
    return lambda document: [str(document.row[name])] if document.row[name] is not None else []


def _type_label(document: Described) -> list[str]:
    doc_type = document.row["doc_type"]
    return [DocumentType(doc_type).label] if doc_type else []


def _language(document: Described) -> list[str]:
    return [] if _NOT_VIETNAMESE in document.diagnostics else ["Tiếng Việt"]


def _found_again(document: Described) -> list[str]:
    """What leads back to the document: its file and its content."""
    return [f"{document.row['path']}; sha256:{document.row['sha256']}"]


VALUES: Mapping[str, Callable[[Described], list[str]]] = MappingProxyType(
    {
        "type_label": _type_label,
        "serial": lambda document: [text for text in _number(document)[:1] if text],
        "notation": lambda document: [text for text in _number(document)[1:] if text],
        "day_month_year": lambda document: _day(document, "%d/%m/%Y"),
        "year_month_day": lambda document: _day(document, "%Y/%m/%d"),
        "issuer": _column("issuer"),
        "parent_issuer": _column("parent_issuer"),
        "place": _column("place"),
        "title": _column("title"),
        "language": _language,
        "pages": _column("pages"),
        "found_again": _found_again,
        "signed_for": _column("signed_for"),
        "signer_position": _column("signer_position"),
        "signer": _column("signer"),
        "addressees": lambda document: list(json.loads(document.row["addressees"])),
        "recipients": lambda document: [text.strip(_BULLETS) for text in document.recipients],
    }
)
"""By the name that the data files use; a field that may stand several times has several."""
