"""Putting files where they belong, whole or not at all.

What is written stands under another name beside its place until it is complete, and is then renamed: whoever reads the
place sees the old file or the new one, never half of it, also where the program is killed or the disk is full.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from corpus.errors import OutputNotWritableError

__all__ = ["placed_file", "placed_folder"]


@contextmanager
def placed_file(path: Path) -> Iterator[BinaryIO]:
    """A file that stands at ``path`` when the block has ended well. Raises ``OutputNotWritableError``."""
    draft = _beside(path)
    with _told(path):
        try:
            with draft.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        finally:
            with suppress(OSError):
                draft.unlink()


@contextmanager
def placed_folder(path: Path) -> Iterator[Path]:
    """A folder that stands at ``path`` when the block has ended well. Raises ``OutputNotWritableError``.

    Where there is a folder already, its files are replaced one by one, each whole, and others in it are left alone.
    """
    draft = _beside(path)
    with _told(path):
        try:
            draft.mkdir()
            yield draft
            if not path.exists():
                draft.rename(path)
            else:
                for file in sorted(draft.iterdir()):
                    file.replace(path / file.name)
        finally:
            shutil.rmtree(draft, ignore_errors=True)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputNotWritableError(name=str(path), reason=error.strerror or str(error)) from error
