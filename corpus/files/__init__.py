"""From files to text: one loader a format, chosen by content.

``load`` reads one document, ``load_all`` every document that a file holds (an archive, a mail). What they return is the
text that every span of every record points into, with the pages it stood on.
"""

from corpus.files.limits import DEFAULT_MAX_BYTES, Limits
from corpus.files.loaded import LoadedText, LoadWarning, WarningCode
from corpus.files.loader import Recognition
from corpus.files.loading import load, load_all, load_stream, read_stream
from corpus.files.pages import Page, PageMap

__all__ = [
    "DEFAULT_MAX_BYTES",
    "Limits",
    "LoadWarning",
    "LoadedText",
    "Page",
    "PageMap",
    "Recognition",
    "WarningCode",
    "load",
    "load_all",
    "load_stream",
    "read_stream",
]
