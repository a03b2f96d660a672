"""Canonical names of public bodies: abbreviations written out, capitals set, the missing place filled in.

Three independent steps, in this order where all are wanted::

    complete_place(sentence_case(expand_abbreviations("LĐLĐ TỈNH")), Home(province="tỉnh Đắk Lắk"))
    == "Liên đoàn Lao động tỉnh Đắk Lắk"

Capitals follow Nghị định 30/2020/NĐ-CP, Phụ lục II; the words themselves live in ``lexicon/abbreviations.toml``,
``lexicon/bodies.toml`` and ``lexicon/places.toml``. In a record names keep the spelling of their document
(``in_spelling_of``).
"""

from extractor.names.abbreviations import expand_abbreviations
from extractor.names.capitals import sentence_case
from extractor.names.places import Home, complete_from, complete_place, needs_place
from extractor.names.spelling import in_spelling_of, writes_old_uy

__all__ = [
    "Home",
    "complete_from",
    "complete_place",
    "expand_abbreviations",
    "in_spelling_of",
    "needs_place",
    "sentence_case",
    "writes_old_uy",
]
