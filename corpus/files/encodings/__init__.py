"""Old Vietnamese encodings: which one some bytes or letters are in, and Unicode from them.

Two ways lead in. Plain text has bytes alone (``likely_encoding``). Office formats have runs of letters in a font, and
the font's name tells the encoding (``.VnTime`` is TCVN3, ``VNI-Times`` is VNI): ``unicode_of`` takes the runs of a
document.
"""

from corpus.files.encodings.guessing import likely_encoding, wide_encoding
from corpus.files.encodings.runs import Decoded, Run, unicode_of

__all__ = ["Decoded", "Run", "likely_encoding", "unicode_of", "wide_encoding"]
