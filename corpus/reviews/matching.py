"""Which of the extracted records of a layer is meant by what reviewers said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from corpus.reviews.anchoring import located
from corpus.reviews.review import Anchor, Review, Verdict
from schemas import Evidence, Span

__all__ = ["Place", "Subject", "place_of", "places", "subjects"]

_LEAST_SHARE = 0.5
"""Of the shorter of two spans: the same measure as in evaluation (``corpus.evaluate``)."""

Place = tuple[int, int, int]
"""Where a record begins and ends, and which of the records of its layer with this very span it is, from 1."""


@dataclass(slots=True)
class Subject:
    """What one or several reviews of a layer speak of: a record, or a place where one is missing."""

    place: Place
    reviews: list[Review] = field(default_factory=list)
    """From the first to the last, which counts."""
    index: int | None = None
    """Of the extracted record; null where the extraction has none."""
    is_exact: bool = False
    """Whether the extracted record has the very span that was reviewed."""

    @property
    def last(self) -> Review:
        """The review that counts."""
        return self.reviews[-1]

    @property
    def is_added(self) -> bool:
        """Whether a reader put it there: then a record that merely overlaps it is another one."""
        return any(review.verdict is Verdict.ADDED for review in self.reviews)


def places(records: Iterable[Evidence]) -> list[Place]:
    """The places of the records of a layer."""
    seen: Counter[Span] = Counter()
    found = []
    for record in records:
        seen[record.span] += 1
        found.append((record.span.start, record.span.end, seen[record.span]))
    return found


def place_of(anchor: Anchor, text: str) -> Place | None:
    """The place of an anchor in a text; ``None`` where its quotation stands nowhere."""
    span = located(anchor, text)
    return (span.start, span.end, anchor.nth) if span is not None else None


def subjects(
    reviews: Iterable[Review], records: Sequence[Evidence], text: str
) -> tuple[dict[Place, Subject], list[Review]]:
    """Bring the reviews of one layer together by what they speak of, the oldest first; and those that are orphaned.

    A record is found by its very span; what remains, by overlap, the greatest first. No record is found twice.
    """
    found: dict[Place, Subject] = {}
    orphaned: list[Review] = []
    for review in reviews:
        assert review.anchor is not None
        place = place_of(review.anchor, text)
        if place is None:
            orphaned.append(review)
        else:
            found.setdefault(place, Subject(place)).reviews.append(review)
    if found:
        _match(list(found.values()), records)
    return found, orphaned


def _match(wanted: Sequence[Subject], records: Sequence[Evidence]) -> None:
    by_place = {place: index for index, place in enumerate(places(records))}
    for subject in wanted:
        subject.index = by_place.get(subject.place)
        subject.is_exact = subject.index is not None
    taken = {subject.index for subject in wanted if subject.index is not None}
    free = [subject for subject in wanted if subject.index is None and not subject.is_added]
    pairs = sorted(
        (-share, abs(records[index].span.start - subject.place[0]), number, index)
        for number, subject in enumerate(free)
        for index in range(len(records))
        if index not in taken and (share := _share(subject.place, records[index].span)) >= _LEAST_SHARE
    )
    for _, _, number, index in pairs:
        if free[number].index is None and index not in taken:
            free[number].index = index
            taken.add(index)


def _share(place: Place, span: Span) -> float:
    common = min(place[1], span.end) - max(place[0], span.start)
    return common / min(place[1] - place[0], span.length) if common > 0 else 0.0
