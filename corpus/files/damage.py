"""What libraries raise for containers that are damaged: they check little before they read, and do not sum up."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib

__all__ = ["OLE_DAMAGE", "ZIP_DAMAGE"]

ZIP_DAMAGE: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    IndexError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""Of ``zipfile``, for bytes that are no archive, or a damaged one."""

OLE_DAMAGE: tuple[type[Exception], ...] = (
    struct.error,
    AttributeError,
    IndexError,
    KeyError,
    OSError,
    OverflowError,
    RecursionError,
    TypeError,
    ValueError,
)
"""Of ``olefile``, for a compound file that is cut off or damaged."""
