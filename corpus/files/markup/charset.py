"""The letters of a web page: from its bytes by its own word, or by what they are."""

from __future__ import annotations

import codecs

import regex

from corpus.files.encodings import wide_encoding

__all__ = ["decode_page"]

_HEAD = 4096
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = regex.compile(
    rb"<(?:meta\b[^>]{0,200}?charset|\?xml\b[^>]{0,100}?encoding)\s*+=\s*+[\"']?([\w.:-]{1,40})", regex.I
)
# What pages call Latin-1 is Windows-1252, and browsers read it so (WHATWG Encoding, 4.2).
_ALIASES = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "x-user-defined": "cp1252",
}
_LAST_RESORT = "cp1252"


def decode_page(content: bytes) -> str:
    """Return a page's letters: by byte order mark, by UTF-8 where its bytes are that, else by what it declares.

    UTF-8 goes before the declaration, which servers and editors often get wrong: no other encoding of Vietnamese looks
    like it. Letters that the declared encoding does not have are replaced (U+FFFD).
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    if wide_encoding(content):
        return content.decode("utf-16-le" if content[:1] != b"\x00" else "utf-16-be", "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode(_declared(content), "replace")


def _declared(content: bytes) -> str:
    found = _DECLARED.search(content[:_HEAD])
    name = found[1].decode("ascii").lower() if found else _LAST_RESORT
    name = _ALIASES.get(name, name)
    try:
        codec = codecs.lookup(name)
    except LookupError:
        return _LAST_RESORT
    # A codec that is no text encoding, or UTF-8 that the bytes are not.
    return codec.name if codec._is_text_encoding and codec.name != "utf-8" else _LAST_RESORT
