"""Old Vietnamese encodings: TCVN3, VNI, VISCII, Windows-1258, UTF-16 and UTF-8 misread, to Unicode without loss.

Two ways lead in. Plain text is bytes alone (``decode_plain``). Office formats have runs of letters in a font, and the
font's name tells the encoding (``.VnTime`` is TCVN3, ``VNI-Times`` is VNI): ``unicode_of`` takes a document's runs.
Either way the letters decide, by statistics over Vietnamese syllables, and a document may mix encodings.

    stored      bytes as the letters that Windows-1252 shows for them, the shape in which everything is read
    charsets    the encodings, over tables in tcvn.toml, vni.toml, viscii.toml
    fonts       what a font's name tells
    syllables   what a Vietnamese syllable is
    scoring     how likely a word is in Vietnamese or another language
    choosing    the likeliest course through all words of a document
    readings    the ways to read a word, and how likely each is
    judging     a reading for each word of a document, and what is in doubt
"""

from corpus.files.encodings.plain import UnknownEncodingError, decode_plain
from corpus.files.encodings.runs import Decoded, Run, unicode_of
from corpus.files.encodings.wide import wide_encoding

__all__ = ["Decoded", "Run", "UnknownEncodingError", "decode_plain", "unicode_of", "wide_encoding"]
