"""How good the records are: precision, recall and F1 against annotated documents, a layer and a document.

The rules are those by which the annotation was made: evidence must overlap by half of the shorter span, a value must be
right in every scored field, and names are compared with tolerance for spelling.
"""

from corpus.evaluate.gold import GoldDocument, load_gold
from corpus.evaluate.running import Evaluation, evaluate
from corpus.evaluate.scoring import LAYERS, score_document
from corpus.evaluate.tally import Finding, Score, Tally

__all__ = [
    "LAYERS",
    "Evaluation",
    "Finding",
    "GoldDocument",
    "Score",
    "Tally",
    "evaluate",
    "load_gold",
    "score_document",
]
