"""The file that a document was read from, where it is still there and still the same."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import FileError
from corpus.files import Limits, read_stream
from corpus.files.containers import Member, documents_in
from corpus.store import Store
from corpus.web.naming import file_name

__all__ = ["Original", "find_original", "may_be_there"]

_LIMITS = Limits(seconds=30.0)


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of a document, whose SHA-256 was seen to be its own."""

    name: str
    content: bytes


def may_be_there(paths: Iterable[str]) -> bool:
    """Whether one of the files is there, by its name alone: what is in it, only reading it can tell."""
    return any(Path(path.partition("!/")[0]).is_file() for path in paths)


def find_original(store: Store, document_id: int, sha256: str) -> Original | None:
    """The content of a document from the first of its places that still has it; ``None`` where none has."""
    rows = store.rows("SELECT path, file FROM locations WHERE document_id = ? ORDER BY path", (document_id,))
    for path, file in ((row["path"], row["file"]) for row in rows):
        content = _content(path, file)
        if content is not None and hashlib.sha256(content).hexdigest() == sha256:
            return Original(file_name(path).rpartition(" › ")[2], content)
    return None


def _content(path: str, file: str) -> bytes | None:
    try:
        outer = _read(Path(file))
    except (OSError, FileError):
        return None
    if outer is None or path == file:
        return outer
    members = (one for one in documents_in(outer, file, _LIMITS) if isinstance(one, Member))
    return next((member.content for member in members if member.name == path), None)


def _read(path: Path) -> bytes | None:
    """A plain file, within the limit of bytes; no pipe or device, which could keep one waiting."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return None
        return read_stream(stream, name=path.name, limits=_LIMITS)
