"""The errors of the upper floor, below the one root of the project.

    TrichLucError                   (extractor.errors)
      CorpusError
        FileError                   one input cannot be read; ``name`` and ``facts`` say which and why
          MissingFileError
          DirectoryGivenError
          UnreadableFileError       the operating system refuses
          EmptyFileError            nothing but white space
          UnsupportedFormatError    a format that is not read, or binary data
          ContainerGivenError       an archive or mail where one document is read
          NotUtf8Error              text in an encoding that is not known
          EncryptedFileError
          CorruptFileError          truncated, or not what it says it is
          LimitError                more than the caller allows
            TooLargeError
            TooManyPagesError
            TooManyCellsError
            TooManyPixelsError
            DecompressionBombError
            NestedTooDeepError
            TooManyMembersError
            TimedOutError
          NoTextError               nothing but pictures, and no recognition
          MeansMissingError         this machine lacks something
            ToolMissingError        a program, and the Debian package that has it
            LibraryMissingError     a Python library, and the extra that installs it
          ConversionError           a program failed on the file
          CrashedError              the process that read it died
          InternalError             a mistake of this program
        GoldError                   a folder of annotation cannot be scored
        StoreError                  the archive cannot be used; ``store`` is its path
          MissingStoreError
          NotAStoreError            another kind of file
          NewerStoreError           written by a later version
          StoreBusyError            another program holds it for too long
          StoreFullError            no room on the disk
          StoreNotWritableError     read-only file, folder or disk
          StoreDamagedError
        QueryError                  a question that cannot be asked
          UnknownDocumentError      about a document that the archive does not hold
          AmbiguousDocumentError    about one of several
          UnknownReviewError        about a review that was never made, or does not stand any more
        ConfigurationError          the configuration file says what cannot be
        ReviewError                 a review that does not fit its document
        ExportError                 what is asked for cannot be exported
          FolderNeededError         a folder of files has to be given a place
          NoDeadlinesError          a format without deadlines cannot choose among them
          OutputNotWritableError    the file, its folder or the disk
          ExtraMissingError         a Python library, and the extra that installs it

Each class names its ``code`` (stable, for programs and translations) and its English ``message``; a translation
fills the same
placeholders from ``facts``.
"""

from __future__ import annotations

from typing import ClassVar

from extractor.errors import TrichLucError

__all__ = [
    "AmbiguousDocumentError",
    "ConfigurationError",
    "ContainerGivenError",
    "ConversionError",
    "CorpusError",
    "CorruptFileError",
    "CrashedError",
    "DecompressionBombError",
    "DirectoryGivenError",
    "EmptyFileError",
    "EncryptedFileError",
    "ExportError",
    "ExtraMissingError",
    "FileError",
    "FolderNeededError",
    "GoldError",
    "InternalError",
    "LibraryMissingError",
    "LimitError",
    "MeansMissingError",
    "MissingFileError",
    "MissingStoreError",
    "NestedTooDeepError",
    "NewerStoreError",
    "NoDeadlinesError",
    "NoTextError",
    "NotAStoreError",
    "NotUtf8Error",
    "OutputNotWritableError",
    "QueryError",
    "ReviewError",
    "StoreBusyError",
    "StoreDamagedError",
    "StoreError",
    "StoreFullError",
    "StoreNotWritableError",
    "TimedOutError",
    "TooLargeError",
    "TooManyCellsError",
    "TooManyMembersError",
    "TooManyPagesError",
    "TooManyPixelsError",
    "ToolMissingError",
    "UnknownDocumentError",
    "UnknownReviewError",
    "UnreadableFileError",
    "UnsupportedFormatError",
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


class LimitError(FileError):
    """The input, or something in it, is more than the caller allows."""

    code = "limit"


class TooLargeError(LimitError):
    """The input is larger than the caller allows.

    ``size`` and ``limit`` are in bytes; ``size`` may be a lower bound.
    """

    code = "too_large"
    message = "{name}: {size} bytes or more, over the limit of {limit}; raise it with --max-size"


class EmptyFileError(FileError):
    """There is nothing but white space in the input."""

    code = "empty"
    message = "{name}: is empty, or holds nothing but white space"


class UnsupportedFormatError(FileError):
    """The input is a format that is not read, or binary data. ``kind`` says what it looks like."""

    code = "unsupported"
    message = "{name}: this kind of file is not read ({kind})"


class ContainerGivenError(FileError):
    """The input holds several documents, and one was asked for."""

    code = "container"
    message = "{name}: holds other files ({kind}); they are documents of their own"


class NotUtf8Error(FileError):
    """The bytes are text in another encoding.

    ``offset`` is that of the first bad byte, ``likely`` the probable encoding.
    """

    code = "not_utf8"
    message = "{name}: is not UTF-8 (first bad byte at offset {offset}; likely encoding: {likely}); convert it first"


class EncryptedFileError(FileError):
    """The file, or what is read of it, needs a password."""

    code = "encrypted"
    message = "{name}: is protected by a password; save it without one first"


class CorruptFileError(FileError):
    """The file is truncated or damaged, or not what it says it is. ``reason`` is the parser's."""

    code = "corrupt"
    message = "{name}: is damaged or incomplete ({reason})"


class TooManyPagesError(LimitError):
    """The document has more pages or sheets than the caller allows."""

    code = "too_many_pages"
    message = "{name}: has {pages} pages, over the limit of {limit}"


class TooManyCellsError(LimitError):
    """The workbook has more cells than the caller allows."""

    code = "too_many_cells"
    message = "{name}: has more than {limit} cells"


class TooManyPixelsError(LimitError):
    """An image, or a page as drawn for recognition, has more pixels than the caller allows."""

    code = "too_many_pixels"
    message = "{name}: has an image of {pixels} pixels, over the limit of {limit}"


class DecompressionBombError(LimitError):
    """What is compressed in the file would grow beyond what the caller allows. ``limit`` is in bytes."""

    code = "bomb"
    message = "{name}: would grow to more than {limit} bytes when unpacked"


class NestedTooDeepError(LimitError):
    """Archives in archives, or elements in elements, deeper than is followed."""

    code = "nested"
    message = "{name}: is nested more than {limit} deep"


class TooManyMembersError(LimitError):
    """An archive or mail holds more parts than the caller allows."""

    code = "too_many_members"
    message = "{name}: holds {members} parts, over the limit of {limit}"


class TimedOutError(LimitError):
    """Reading took longer than the caller allows, and was stopped."""

    code = "timed_out"
    message = "{name}: could not be read within {seconds} seconds"


class NoTextError(FileError):
    """The document has pages, but no text on them that could be read. ``reason`` says why not."""

    code = "no_text"
    message = "{name}: has no text that can be read ({reason})"


class MeansMissingError(FileError):
    """This machine lacks something that the file needs."""

    code = "means_missing"


class ToolMissingError(MeansMissingError):
    """A program is not installed. ``package`` is the Debian package that has it."""

    code = "tool_missing"
    message = "{name}: needs the program {tool}, which is not installed (on Debian: apt-get install {package})"


class LibraryMissingError(MeansMissingError):
    """A Python library is not installed. ``extra`` is the extra of this package that has it."""

    code = "library_missing"
    message = "{name}: needs the Python library {library}, which is not installed (pip install 'trichluc[{extra}]')"


class ConversionError(FileError):
    """A program could not read the file. ``reason`` is what it said, or how it ended."""

    code = "conversion"
    message = "{name}: {tool} cannot read it ({reason})"


class CrashedError(FileError):
    """The process that read the file died: a crash in a library, or no memory left. ``reason`` is how it ended."""

    code = "crashed"
    message = "{name}: the process that read it died ({reason})"


class InternalError(FileError):
    """A mistake of this program, met in this file."""

    code = "internal"
    message = "{name}: internal error, please report it ({reason})"


class GoldError(CorpusError):
    """A folder of annotated documents cannot be scored."""

    code = "gold"
    message = "{name}: {reason}"


class StoreError(CorpusError):
    """The archive cannot be used. ``facts["store"]`` is the path of its file."""

    code = "store"
    message = "{store}: {reason}"


class MissingStoreError(StoreError):
    """There is no archive at the path."""

    code = "store_missing"
    message = "{store}: there is no archive; make one with: trichluc index FOLDER --store {store}"


class NotAStoreError(StoreError):
    """The file is something else, also another program's database."""

    code = "store_foreign"
    message = "{store}: is not an archive of this program"


class NewerStoreError(StoreError):
    """A later version of the program wrote the archive.

    ``found`` and ``known`` are versions of the database's layout.
    """

    code = "store_newer"
    message = "{store}: was written by a newer version of this program (layout {found}, known here up to {known})"


class StoreBusyError(StoreError):
    """Another program holds the archive for longer than is waited."""

    code = "store_busy"
    message = "{store}: is in use by another program; try again when that is done"


class StoreFullError(StoreError):
    """There is no room on the disk. What was stored before is intact."""

    code = "store_full"
    message = "{store}: the disk is full; what was stored before is intact, make room and run again"


class StoreNotWritableError(StoreError):
    """The file, its folder or the disk cannot be written."""

    code = "store_not_writable"
    message = "{store}: cannot be written ({reason})"


class StoreDamagedError(StoreError):
    """The file is damaged."""

    code = "store_damaged"
    message = "{store}: is damaged ({reason}); restore a copy of it, or index into a new file"


class QueryError(CorpusError):
    """A question that cannot be asked: a field that does not exist, a document that is not there."""

    code = "query"
    message = "{reason}"


class UnknownDocumentError(QueryError):
    """The archive has no document that is called so. ``name`` is what was asked for."""

    code = "no_document"
    message = "there is no document {name!r} in the archive"


class AmbiguousDocumentError(QueryError):
    """Several documents are called so. ``named`` lists some of them."""

    code = "several_documents"
    message = "several documents are meant by {name!r}; name one by its path or id: {named}"


class UnknownReviewError(QueryError):
    """There is no review of this id that stands. ``name`` is the id."""

    code = "no_review"
    message = "there is no review {name!r} that stands"


class ConfigurationError(CorpusError):
    """The configuration file cannot be read, or says what cannot be. ``reason`` names the key."""

    code = "configuration"
    message = "{name}: {reason}"


class ReviewError(CorpusError):
    """What is said of a record fits neither the text nor the schema. ``facts["field"]`` is the field, or empty."""

    code = "review"
    message = "{reason}"

    def __init__(self, *, reason: str, field: str = "") -> None:
        super().__init__(reason=reason, field=field)


class ExportError(CorpusError):
    """What is asked for cannot be exported."""

    code = "export"


class FolderNeededError(ExportError):
    """The format is a folder of files, and the place that is given cannot be one."""

    code = "export_folder"
    message = "the format {format} is a folder of files: name one with --output, or choose a table with --table"


class NoDeadlinesError(ExportError):
    """There are conditions on deadlines, but none in the format."""

    code = "export_no_deadlines"
    message = "the format {format} has no deadlines to choose from: leave out --from, --to and --body"


class OutputNotWritableError(ExportError):
    """The file, its folder or the disk cannot be written. What stood there before is intact."""

    code = "output_not_writable"
    message = "{name}: cannot be written ({reason})"


class ExtraMissingError(ExportError):
    """A Python library that a format needs is not installed. ``extra`` is the extra of this package that has it."""

    code = "extra_missing"
    message = (
        "the format {format} needs the Python library {library}, which is not installed"
        " (pip install 'trichluc[{extra}]')"
    )
