"""From files to text: one loader a format, chosen by content.

``load_text`` is the one way in. What it returns is the text exactly as it was stored, because every span of every
record points into it.
"""

from corpus.files.loaded import DEFAULT_MAX_BYTES, LoadedText
from corpus.files.loading import load_stream, load_text

__all__ = ["DEFAULT_MAX_BYTES", "LoadedText", "load_stream", "load_text"]
