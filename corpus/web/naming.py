"""What documents are called on pages: their addresses, and the names of their files."""

from __future__ import annotations

import re

from corpus.cli.wording import clean

__all__ = ["document_address", "file_name"]

_DIGITS = 16
"""Of the SHA-256: enough to tell the documents of any archive, and to survive that it is indexed anew."""

_MEMBER = "!/"
_FOLDERS = re.compile(r".*[/\\]")


def document_address(sha256: str) -> str:
    """The address of a document's page."""
    return f"/documents/{sha256[:_DIGITS]}"


def file_name(path: str) -> str:
    """The name of a file without its folders, fit to be shown; of a member, under that of the file it is in."""
    outer, *members = path.split(_MEMBER)
    return clean(" › ".join((_FOLDERS.sub("", outer), *members)))
