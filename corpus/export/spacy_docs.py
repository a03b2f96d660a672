"""spaCy: a ``DocBin`` of the texts with their records as spans, as ``spacy train`` reads it."""

from __future__ import annotations

from typing import BinaryIO

from corpus.export.libraries import needed
from corpus.export.options import Options
from corpus.export.reading import Snapshot
from corpus.export.report import Report, Tally
from schemas import Directive

__all__ = ["REVIEW", "TRAINING_KEY", "write_docs"]

REVIEW = "review"
"""Of ``doc.user_data``: how much of the document a reader has reviewed, ``whole``, ``part`` or ``None``."""

TRAINING_KEY = "sc"
"""Where the mentions of all layers stand, labelled by their layer: the key that spaCy's ``spancat`` learns unless told
otherwise."""


def write_docs(snapshot: Snapshot, out: BinaryIO, options: Options) -> Report:
    """Write the documents, tokenised as ``extractor.spacy.blank`` does: those first that a reader has reviewed.

    Each has its layers under their own keys, the mentions of all under ``TRAINING_KEY``, and its record, with reviews
    applied, as ``doc._.directive``. A ``DocBin`` is one compressed block: it is put together in memory.
    """
    tokens = needed("spacy", "spacy", extra="spacy").tokens
    from extractor.spacy import blank, lay_out

    tokenizer = blank().tokenizer  # not the pipeline: it refuses long texts
    kept = tokens.DocBin(attrs=["ORTH"], store_user_data=True)
    tally = Tally()
    for document in snapshot.documents(reviewed_first=True):
        doc = tokenizer(document["text"])
        doc._.directive = Directive.model_validate(snapshot.record(document))
        doc.user_data[REVIEW] = document["review"]
        lay_out(doc, joint_key=TRAINING_KEY)
        kept.add(doc)
        tally.write()
    out.write(kept.to_bytes())
    return tally.report()
