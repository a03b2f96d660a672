"""The errors of Trích Lục, one tree.

    TrichLucError
      ExtractionError      the text cannot be read as a directive
        EmptyTextError     there is nothing but white space in it
      LexiconError         a lexicon file is missing or malformed

The upper floors add theirs below the same root, so that one ``except TrichLucError`` covers the product.
"""

from __future__ import annotations

__all__ = ["EmptyTextError", "ExtractionError", "LexiconError", "TrichLucError"]


class TrichLucError(Exception):
    """Base class of everything that this project raises on purpose."""


class ExtractionError(TrichLucError):
    """A text cannot be turned into a record."""


class EmptyTextError(ExtractionError):
    """The text holds nothing but white space."""


class LexiconError(TrichLucError):
    """A lexicon file is missing or is not what its reader expects."""
