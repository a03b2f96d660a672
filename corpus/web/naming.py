"""What documents are called on pages: their addresses, and the names of their files."""

from __future__ import annotations

import re
from urllib.parse import quote, urlencode

from corpus.cli.wording import clean
from schemas import DocumentType

__all__ = ["citations_address", "document_address", "file_name", "numbered", "record_address"]

_DIGITS = 16
"""Of the SHA-256: enough to tell the documents of any archive, and to survive that it is indexed anew."""

_MEMBER = "!/"
_FOLDERS = re.compile(r".*[/\\]")


def document_address(sha256: str) -> str:
    """The address of a document's page."""
    return f"/documents/{sha256[:_DIGITS]}"


def record_address(sha256: str, record_id: str) -> str:
    """The address of a record in the text of its document, looked at closely."""
    return f"{document_address(sha256)}?{urlencode({'record': record_id})}#{quote(record_id)}"


def citations_address(**asked: str | None) -> str:
    """The address of a question about citations: ``ref`` as it is typed, ``work`` by its identity, ``view``, …"""
    return f"/citations?{urlencode({name: value for name, value in asked.items() if value})}"


def numbered(doc_type: str | None, number: str | None, other: str | None = None) -> str:
    """What a document is called in short: its type and number; ``other`` where it has no number."""
    label = DocumentType(doc_type).label if doc_type else ""
    return clean(" ".join(filter(None, (label, number or other))))


def file_name(path: str) -> str:
    """The name of a file without its folders, fit to be shown; of a member, under that of the file it is in."""
    outer, *members = path.split(_MEMBER)
    return clean(" › ".join((_FOLDERS.sub("", outer), *members)))
