"""Files that visitors add: kept in one folder under names that harm nobody, and indexed from there.

Each content has a folder of its own, named after it (``3f0c…/Kế hoạch 31.docx``): the same file sent twice is the same
file, and two of one name do not meet.
"""

from __future__ import annotations

import hashlib
import io
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from corpus.citator import resolve_new
from corpus.errors import OutputNotWritableError
from corpus.export.placing import placed_file
from corpus.files import Limits
from corpus.index import Options, index
from corpus.store import Store, writing
from corpus.web.settings import Settings

__all__ = ["Added", "Refusal", "add", "discard", "hash_of", "keep", "known", "limits_of", "safe_name", "what_came_of"]

_DIGITS = 16
_LONGEST = 180
"""Bytes of a name in UTF-8: file systems take 255, and what writes a file puts more to its name while it does."""
_UNFIT = re.compile(r'[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff<>:"|?*]+')
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")
"""Names of devices on Windows, where the folder may be copied to."""
_NAMELESS = "van-ban"
_PART = 1 << 20
_SECONDS, _PAGES = 120.0, 1_000


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file, or a part of one, that cannot be read: what ``failures`` says of it."""

    name: str
    code: str
    reason: str
    facts: str
    """What the reason is made of, as JSON."""


@dataclass(frozen=True, slots=True)
class Added:
    """What came of a file: the documents that it holds, and what in it could not be read."""

    documents: tuple[int, ...]
    refusals: tuple[Refusal, ...]
    is_new: bool
    """Whether some of the documents were not in the archive before."""


def safe_name(name: str) -> str:
    """The last part of a name, without what a file system or a terminal takes for something else."""
    last = PurePosixPath(name.replace("\\", "/")).name
    plain = _UNFIT.sub(" ", last).strip(" .~") or _NAMELESS
    if _RESERVED.match(plain):
        plain = f"_{plain}"
    stem, dot, suffix = plain.rpartition(".")
    if not dot:
        stem, suffix = plain, ""
    room = _LONGEST - len(f"{dot}{suffix}".encode())
    if room <= 0:
        return _cut(plain, _LONGEST)
    return f"{_cut(stem, room)}{dot}{suffix}"


def _cut(text: str, size: int) -> str:
    return text.encode("utf-8", "replace")[:size].decode("utf-8", "ignore")


def limits_of(settings: Settings) -> Limits:
    """The bounds of a file that a visitor sends."""
    return Limits(max_bytes=settings.upload_bytes, pages=_PAGES, seconds=_SECONDS)


def hash_of(source: BinaryIO) -> str:
    """The SHA-256 of a file, which is left at its beginning."""
    digest = hashlib.sha256()
    source.seek(0)
    while part := source.read(_PART):
        digest.update(part)
    source.seek(0)
    return digest.hexdigest()


def known(store: Store, sha256: str) -> Added | None:
    """What the archive has of a content already, if it is a document in it."""
    row = store.row("SELECT id FROM documents WHERE sha256 = ?", (sha256,))
    return Added((row["id"],), (), is_new=False) if row is not None else None


def keep(settings: Settings, name: str, content: bytes | BinaryIO) -> Path:
    """Put a file into the folder, whole or not at all. Raises ``OutputNotWritableError``."""
    source = io.BytesIO(content) if isinstance(content, bytes) else content
    path = settings.incoming_folder.resolve() / hash_of(source)[:_DIGITS] / safe_name(name)
    if not path.exists():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputNotWritableError(name=path.name, reason=error.strerror or str(error)) from error
        with placed_file(path) as file:
            shutil.copyfileobj(source, file)
    return path


def discard(settings: Settings, path: Path) -> None:
    """Take a file out of the folder, and what is said of it out of the archive. Raises a ``StoreError``."""
    with Store.create(settings.store) as store, writing(store) as writer:
        writer.forget_file(str(path))
        resolve_new(writer.connection)
    with suppress(OSError):
        path.unlink()
        path.parent.rmdir()


def add(settings: Settings, path: Path) -> Added:
    """Index one file that was kept, in a process of its own, and say what came of it. Raises a ``StoreError``."""
    before = _last_document(settings.store)
    index([path], settings.store, Options(processes=1, limits=limits_of(settings)))
    with Store.open(settings.store) as store:
        return what_came_of(store, path, before)


def what_came_of(store: Store, path: Path, before: int = 0) -> Added:
    """What the archive has of a file; ``before`` is the last document that it had earlier."""
    documents = store.rows("SELECT DISTINCT document_id FROM locations WHERE file = ? ORDER BY path", (str(path),))
    failed = store.rows("SELECT path, code, reason, facts FROM failures WHERE file = ? ORDER BY path", (str(path),))
    ids = tuple(row[0] for row in documents)
    folder = f"{path.parent}/"
    refusals = tuple(
        Refusal(row["path"].removeprefix(folder), row["code"], row["reason"], row["facts"]) for row in failed
    )
    return Added(ids, refusals, is_new=any(one > before for one in ids))


def _last_document(path: Path) -> int:
    if not path.is_file():
        return 0
    with Store.open(path) as store:
        row = store.row("SELECT max(id) FROM documents")
        return int(row[0] or 0) if row is not None else 0
