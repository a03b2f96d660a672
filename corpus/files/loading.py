"""Reading inputs: size limit, the choice of a loader, and the operating system's refusals as typed errors."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path
from typing import BinaryIO

from corpus.errors import (
    DirectoryGivenError,
    FileError,
    MissingFileError,
    TooLargeError,
    UnreadableFileError,
)
from corpus.files.loaded import DEFAULT_MAX_BYTES, LoadedText, Loader
from corpus.files.text import PlainTextLoader

__all__ = ["LOADERS", "load_stream", "load_text"]

LOADERS: tuple[Loader, ...] = (PlainTextLoader(),)
"""In order of preference; the first that accepts the content reads it."""


def load_text(
    source: str | os.PathLike[str] | bytes, *, name: str | None = None, max_bytes: int = DEFAULT_MAX_BYTES
) -> LoadedText:
    """Load a file by its path, or content already in memory.

    ``name`` is what messages and ``source.path`` call it (default: the path, or ``"<bytes>"``).
    Raises a ``FileError`` that names the input and the cause.
    """
    if isinstance(source, bytes):
        return _load(source, name or "<bytes>", max_bytes)
    path = Path(source)
    shown = name or _printable(path)
    try:
        with path.open("rb") as stream:
            content = _read(stream, shown, max_bytes)
    except OSError as error:
        raise _refusal(error, shown) from error
    return _load(content, shown, max_bytes)


def load_stream(stream: BinaryIO, *, name: str, max_bytes: int = DEFAULT_MAX_BYTES) -> LoadedText:
    """Load what is left in an open binary stream, such as standard input; errors as in ``load_text``."""
    try:
        content = _read(stream, name, max_bytes)
    except OSError as error:
        raise _refusal(error, name) from error
    return _load(content, name, max_bytes)


def _read(stream: BinaryIO, name: str, max_bytes: int) -> bytes:
    """Read one byte over the limit at most: a device or pipe without end is refused as surely as a large file."""
    content = stream.read(max_bytes + 1)
    if len(content) > max_bytes:
        raise TooLargeError(name=name, size=_size(stream, len(content)), limit=max_bytes)
    return content


def _size(stream: BinaryIO, least: int) -> int:
    """Return the size of the file behind the stream where there is one, else the number of bytes seen."""
    try:
        return max(os.fstat(stream.fileno()).st_size, least)
    except OSError:
        return least


def _load(content: bytes, name: str, max_bytes: int) -> LoadedText:
    if len(content) > max_bytes:
        raise TooLargeError(name=name, size=len(content), limit=max_bytes)
    loader = next(loader for loader in LOADERS if loader.accepts(content))
    text = loader.load(content, name)
    return LoadedText(name=name, text=text, media_type=loader.media_type, sha256=hashlib.sha256(content).hexdigest())


def _refusal(error: OSError, name: str) -> FileError:
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return MissingFileError(name=name)
    if error.errno == errno.EISDIR:
        return DirectoryGivenError(name=name)
    return UnreadableFileError(name=name, reason=error.strerror or type(error).__name__)


def _printable(path: Path) -> str:
    """A path as text that can be written out: names on disk are bytes, UTF-8 as a rule whatever the locale says."""
    return os.fsencode(path).decode("utf-8", "replace")
