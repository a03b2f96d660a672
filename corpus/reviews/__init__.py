"""What readers say of records: kept beside the extraction, applied to it, never written over it.

    save(store, document_id, Said(Layer.DEADLINES, Verdict.CORRECTED, "d3", {"end": "2024-04-01"}, reviewer="An"))
    for kept in of(store, document_id):
        print(kept.review.verdict, kept.state, kept.record_id)

``load_document`` and every table of the archive give what is held to be true: the extraction with its reviews applied,
also after the document is indexed again, is taken out and comes back, or is read differently by a later version.
"""

from corpus.reviews.applying import Applied, Outcome, State, applied
from corpus.reviews.judging import Said, judged
from corpus.reviews.keeping import Imported, Kept, all_reviews, apply_kept, of, save, save_all, withdraw
from corpus.reviews.review import RECORD_LAYERS, Anchor, Layer, Review, Verdict

__all__ = [
    "RECORD_LAYERS",
    "Anchor",
    "Applied",
    "Imported",
    "Kept",
    "Layer",
    "Outcome",
    "Review",
    "Said",
    "State",
    "Verdict",
    "all_reviews",
    "applied",
    "apply_kept",
    "judged",
    "of",
    "save",
    "save_all",
    "withdraw",
]
