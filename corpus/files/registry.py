"""Which loader reads which format. Modules are imported when the first file of their kind comes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import cast

from corpus.errors import EncryptedFileError, LibraryMissingError, UnsupportedFormatError
from corpus.files.formats import Format
from corpus.files.loader import Loader

__all__ = ["LOADERS", "loader_for"]

LOADERS: Mapping[Format, str] = MappingProxyType(
    {
        Format.TEXT: "corpus.files.text:PlainTextLoader",
        Format.MARKDOWN: "corpus.files.text:PlainTextLoader",
        Format.DOCX: "corpus.files.word.loader:WordLoader",
        Format.DOC: "corpus.files.office:OfficeLoader",
        Format.XLSX: "corpus.files.sheets.xlsx:XlsxLoader",
        Format.XLS: "corpus.files.sheets.xls:XlsLoader",
        Format.ODS: "corpus.files.sheets.xlsx:XlsxLoader",
        Format.PDF: "corpus.files.pdf:PdfLoader",
        Format.PNG: "corpus.files.image:ImageLoader",
        Format.JPEG: "corpus.files.image:ImageLoader",
        Format.TIFF: "corpus.files.image:ImageLoader",
        Format.BMP: "corpus.files.image:ImageLoader",
        Format.GIF: "corpus.files.image:ImageLoader",
        Format.WEBP: "corpus.files.image:ImageLoader",
        Format.HTML: "corpus.files.markup.loader:HtmlLoader",
        Format.ODT: "corpus.files.office:OfficeLoader",
        Format.RTF: "corpus.files.office:OfficeLoader",
    }
)
"""``module:class`` of the loader of each format that is read."""


def loader_for(kind: Format, name: str) -> Loader:
    """Return the loader of a format.

    Raises ``EncryptedFileError`` and ``UnsupportedFormatError`` for formats that are known and cannot be read, and
    ``LibraryMissingError`` where a library of the extra ``files`` is not installed; ``name`` is the input's.
    """
    if kind is Format.ENCRYPTED_OFFICE:
        raise EncryptedFileError(name=name)
    if kind not in LOADERS:
        raise UnsupportedFormatError(name=name, kind=kind.label)
    try:
        return _instance(LOADERS[kind])
    except ModuleNotFoundError as error:
        raise LibraryMissingError(name=name, library=error.name or "?", extra="files") from error


@cache
def _instance(entry: str) -> Loader:
    module, _, name = entry.partition(":")
    return cast(Loader, getattr(import_module(module), name)())
