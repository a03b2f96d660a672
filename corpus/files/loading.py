"""Reading inputs: the size limit, the choice of a loader, and the operating system's refusals as typed errors."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from corpus.errors import (
    ContainerGivenError,
    DirectoryGivenError,
    EmptyFileError,
    FileError,
    MissingFileError,
    TooLargeError,
    UnreadableFileError,
)
from corpus.files.containers import CONTAINERS, documents_in
from corpus.files.formats import sniff
from corpus.files.limits import Limits
from corpus.files.loaded import LoadedText
from corpus.files.loader import Job, Recognition
from corpus.files.registry import loader_for

__all__ = ["load", "load_all", "load_stream", "read_stream"]

_DEFAULT = Limits()

Source = str | os.PathLike[str] | bytes


def load(
    source: Source,
    *,
    name: str | None = None,
    limits: Limits = _DEFAULT,
    recognition: Recognition = Recognition.AUTO,
) -> LoadedText:
    """Load one document: a file by its path, or content already in memory.

    ``name`` is what messages and ``source.path`` call it (default: the path, or ``"<bytes>"``).
    Raises a ``FileError`` that names the input and the cause; ``ContainerGivenError`` for an archive or a mail, whose
    documents ``load_all`` loads.
    """
    content, shown = _content(source, name, limits)
    return _load(content, shown, limits, recognition)


def load_all(
    source: Source,
    *,
    name: str | None = None,
    limits: Limits = _DEFAULT,
    recognition: Recognition = Recognition.AUTO,
) -> Iterator[LoadedText | FileError]:
    """Load every document in an input: those in an archive or a mail one by one, any other file as the only one.

    A document inside bears both names (``archive.zip!/folder/inner.docx``). One that cannot be loaded gives its error
    in place of the text, and the others follow; so does an input that cannot be opened at all. Nothing is raised.
    """
    try:
        content, shown = _content(source, name, limits)
    except FileError as error:
        yield error
        return
    for document in documents_in(content, shown, limits):
        if isinstance(document, FileError):
            yield document
            continue
        try:
            yield _load(document.content, document.name, limits, recognition)
        except FileError as error:
            yield error


def load_stream(
    stream: BinaryIO, *, name: str, limits: Limits = _DEFAULT, recognition: Recognition = Recognition.AUTO
) -> LoadedText:
    """Load what is left in an open binary stream, such as standard input; errors as in ``load``."""
    return _load(read_stream(stream, name=name, limits=limits), name, limits, recognition)


def read_stream(stream: BinaryIO, *, name: str, limits: Limits = _DEFAULT) -> bytes:
    """Read what is left in a stream, within the limit of bytes. Raises a ``FileError``."""
    try:
        # One byte over the limit at most: a device or pipe without end is refused as surely as a large file.
        content = stream.read(limits.max_bytes + 1)
    except OSError as error:
        raise _refusal(error, name) from error
    if len(content) > limits.max_bytes:
        raise TooLargeError(name=name, size=_size(stream, len(content)), limit=limits.max_bytes)
    return content


def _content(source: Source, name: str | None, limits: Limits) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        shown = name or "<bytes>"
        if len(source) > limits.max_bytes:
            raise TooLargeError(name=shown, size=len(source), limit=limits.max_bytes)
        return source, shown
    path = Path(source)
    shown = name or _printable(path)
    try:
        with path.open("rb") as stream:
            return read_stream(stream, name=shown, limits=limits), shown
    except OSError as error:
        raise _refusal(error, shown) from error


def _size(stream: BinaryIO, least: int) -> int:
    """Return the size of the file behind the stream where there is one, else the number of bytes seen."""
    try:
        return max(os.fstat(stream.fileno()).st_size, least)
    except OSError:
        return least


def _load(content: bytes, name: str, limits: Limits, recognition: Recognition) -> LoadedText:
    if not content:
        raise EmptyFileError(name=name)
    kind = sniff(content, name)
    if kind in CONTAINERS:
        raise ContainerGivenError(name=name, kind=kind.label)
    loader = loader_for(kind, name)
    body = loader.load(content, Job(name, kind, limits, recognition))
    if not body.text.lstrip("\ufeff").strip():
        raise EmptyFileError(name=name)
    return LoadedText(
        name=name,
        text=body.text,
        media_type=kind.media_type,
        sha256=hashlib.sha256(content).hexdigest(),
        loader=loader.name,
        loader_version=f"{loader.version} {body.engine}".rstrip(),
        pages=body.pages,
        warnings=body.warnings,
    )


def _refusal(error: OSError, name: str) -> FileError:
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return MissingFileError(name=name)
    if error.errno == errno.EISDIR:
        return DirectoryGivenError(name=name)
    return UnreadableFileError(name=name, reason=error.strerror or type(error).__name__)


def _printable(path: Path) -> str:
    """A path as text that can be written out: names on disk are bytes, UTF-8 as a rule whatever the locale says."""
    return os.fsencode(path).decode("utf-8", "replace")
