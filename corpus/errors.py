"""The errors of the upper floor, below the one root of the project.

    TrichLucError                   (extractor.errors)
      CorpusError
        FileError                   one input cannot be read; ``name`` and ``facts`` say which and why
          MissingFileError
          DirectoryGivenError
          UnreadableFileError       the operating system refuses
          TooLargeError
          EmptyFileError            nothing but white space
          NotTextError              a format that is not read, or binary data
          NotUtf8Error
        GoldError                   a folder of annotation cannot be scored

Each class names its ``code`` (stable, for programs and translations) and its English ``message``; a translation
fills the same
placeholders from ``facts``.
"""

from __future__ import annotations

from typing import ClassVar

from extractor.errors import TrichLucError

__all__ = [
    "CorpusError",
    "DirectoryGivenError",
    "EmptyFileError",
    "FileError",
    "GoldError",
    "MissingFileError",
    "NotTextError",
    "NotUtf8Error",
    "TooLargeError",
    "UnreadableFileError",
]


class CorpusError(TrichLucError):
    """Something that many documents need went wrong; ``str()`` is the English message."""

    code: ClassVar[str] = "corpus"
    message: ClassVar[str] = "{reason}"

    def __init__(self, **facts: str | int) -> None:
        self.facts = facts
        super().__init__(self.message.format_map(facts))


class FileError(CorpusError):
    """One input cannot be read. ``facts["name"]`` is the input as the caller named it."""

    code = "file"
    message = "{name}: {reason}"


class MissingFileError(FileError):
    """There is no such file."""

    code = "missing"
    message = "{name}: no such file"


class DirectoryGivenError(FileError):
    """A folder was given where a file is read."""

    code = "directory"
    message = "{name}: is a folder; give its files instead, for example {name}/*.txt"


class UnreadableFileError(FileError):
    """The operating system refuses to hand the file over."""

    code = "unreadable"
    message = "{name}: cannot be read ({reason})"


class TooLargeError(FileError):
    """The input is larger than the caller allows.

    ``size`` and ``limit`` are in bytes; ``size`` may be a lower bound.
    """

    code = "too_large"
    message = "{name}: {size} bytes or more, over the limit of {limit}; raise it with --max-size"


class EmptyFileError(FileError):
    """There is nothing but white space in the input."""

    code = "empty"
    message = "{name}: is empty, or holds nothing but white space"


class NotTextError(FileError):
    """The input is a format that is not read, or binary data. ``kind`` says what it looks like."""

    code = "not_text"
    message = "{name}: is not plain text ({kind}); only .txt in UTF-8 is read"


class NotUtf8Error(FileError):
    """The bytes are text in another encoding.

    ``offset`` is that of the first bad byte, ``likely`` the probable encoding.
    """

    code = "not_utf8"
    message = "{name}: is not UTF-8 (first bad byte at offset {offset}; likely encoding: {likely}); convert it first"


class GoldError(CorpusError):
    """A folder of annotated documents cannot be scored."""

    code = "gold"
    message = "{name}: {reason}"
