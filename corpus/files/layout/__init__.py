"""From words with places on pages to text in reading order: the same for text layers of PDF files and for recognition.

``compose`` is the one way in: sheets of words and ruled lines go in, one paragraph or table row a line comes out, with
the pages that it stands on. ``mend`` comes before it where words are stored in pieces.
"""

from corpus.files.layout.composing import Composition, compose
from corpus.files.layout.rows import mend
from corpus.files.layout.sheet import Rule, Sheet, Word

__all__ = ["Composition", "Rule", "Sheet", "Word", "compose", "mend"]
