"""The errors of Trích Lục, one tree.

    TrichLucError
      LexiconError         a lexicon file is missing or malformed

The upper floors add theirs below the same root, so that one ``except TrichLucError`` covers the product. Extraction
itself raises nothing: whatever the text, there is a record, and what is wrong with the text stands in its diagnostics.
"""

from __future__ import annotations

__all__ = ["LexiconError", "TrichLucError"]


class TrichLucError(Exception):
    """Base class of everything that this project raises on purpose."""


class LexiconError(TrichLucError):
    """A lexicon file is missing or is not what its reader expects."""
