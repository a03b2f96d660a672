"""Files that hold other files: which they are, and what is in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.errors import FileError
from corpus.files.formats import Format
from corpus.files.limits import Limits

__all__ = ["CONTAINERS", "Member", "documents_in"]

CONTAINERS: frozenset[Format] = frozenset()
"""Formats that are not one document but hold several."""


@dataclass(frozen=True, slots=True)
class Member:
    """One document inside another file, or the file itself where it holds no others."""

    name: str
    content: bytes


def documents_in(content: bytes, name: str, limits: Limits) -> Iterator[Member | FileError]:
    """Yield the documents that a file holds, down through archives in archives; the file itself if it is no archive."""
    yield Member(name, content)
