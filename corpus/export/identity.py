"""Names for records that last: the same when a document is read anew by a later version, in any archive.

A document is its content (SHA-256). In it, a deadline is the words that say it and which occurrence of these words in
the text it is: neither the number of records before it nor a shift of the text by another loader changes that.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Sequence

from corpus.export.plain import one_line

__all__ = ["Mention", "lasting_ids"]

_NAMESPACE = uuid.UUID("6e1f4ac2-6c0b-5a7e-9d53-0f6a2f2c8b11")
"""Drawn once for this program. Never to change: calendars know events by what follows from it."""

Mention = tuple[str, int]
"""The evidence of a record and where it begins in the text."""


def lasting_ids(kind: str, sha256: str, text: str, mentions: Sequence[Mention]) -> list[str]:
    """The UUIDs (version 5, RFC 9562) of the records of one kind in a document, in their order.

    Records with the very same evidence (`6 tháng, năm` may be two) are told apart by their order.
    """
    seen: Counter[tuple[str, int]] = Counter()
    ids = []
    for evidence, start in mentions:
        place = (one_line(evidence), text.count(evidence, 0, start) if evidence else start)
        seen[place] += 1
        name = "\n".join((kind, sha256, place[0], str(place[1]), str(seen[place])))
        ids.append(str(uuid.uuid5(_NAMESPACE, name)))
    return ids
