"""What a file is by its first bytes: only so much as a clear refusal needs.

Signatures are those of the formats' own specifications; a ZIP container is told apart by the names of its members.
"""

from __future__ import annotations

__all__ = ["describe"]

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office 97-2003: .doc, .xls"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!", "RAR"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"\x7fELF", "ELF"),
)
_MEMBERS: tuple[tuple[bytes, str], ...] = (
    (b"word/", "Word: .docx"),
    (b"xl/", "Excel: .xlsx"),
    (b"ppt/", "PowerPoint: .pptx"),
    (b"opendocument", "OpenDocument: .odt"),
)
_HEAD = 4096
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1b")
_MOST_CONTROLS = 0.01
_MARKUP = (b"<!doctype html", b"<html", b"<?xml")


def describe(content: bytes) -> str | None:
    """Say what non-text format the content is, or ``None`` where it may be text."""
    for signature, kind in _SIGNATURES:
        if content.startswith(signature):
            return kind
    head = content[:_HEAD]
    if head.startswith(b"PK\x03\x04"):
        return next((kind for member, kind in _MEMBERS if member in head), "ZIP")
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        return "HTML, XML"
    if _is_binary(content):
        return "binary"
    return None


def _is_binary(content: bytes) -> bool:
    """Tell by the share of control characters. Text taken out of PDF files has a stray one now and then."""
    controls = len(content) - len(content.translate(None, _CONTROLS))
    return controls > _MOST_CONTROLS * len(content)
