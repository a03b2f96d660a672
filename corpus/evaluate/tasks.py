"""Work and links: are a record's spans of work right, and do records point at the right other records?

Scored over matched records only, so that these rows measure the spans and links and not the finding of records, and
only where the annotation says: ``tasks`` of a responsibility, ``task_span`` and ``bodies`` of a deadline, ``deadline``
of a target (links are places in the annotated lists).

- ``responsibilities.tasks``, ``deadlines.task``: a span of work is right where it begins and ends with the annotated
  one, white space and punctuation at its edges aside;
- ``responsibilities.tasks_near``, ``deadlines.task_near``: what both spans cover is at least ``NEAR`` of what either
  covers (intersection over union, the usual measure of object detection);
- ``deadlines.bodies``, ``targets.deadline``: a link is right where it leads to the record that is matched with the
  annotated one. Links to records that have no match are not counted.

What the right span of work is, `corpus/samples/README.md` says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from corpus.evaluate.gold import Record
from corpus.evaluate.matching import Pair
from corpus.evaluate.tally import Score

__all__ = ["NEAR", "Difference", "LinkDifference", "link_score", "spans_of", "task_scores", "trimmed"]

NEAR = 0.8
"""The least intersection over union of two spans that are near each other."""

Span = tuple[int, int]
Difference = tuple[str, int, int, str]
"""What is wrong with a span of work (``missed``, ``spurious`` or ``value``), its start and end, and the span given."""

LinkDifference = tuple[int, list[int], list[int]]
"""The place of an annotated record, of the records it should point at, and of those that the prediction points at."""

_WORK = {"responsibilities": "tasks", "deadlines": "task_span"}


def spans_of(layer: str, record: Record) -> list[Span] | None:
    """Return the spans of work of a record of a layer; None where the record does not say, or the layer has none.

    Annotation that has the field but nothing in it says that there is no work.
    """
    field = _WORK.get(layer)
    if field is None or field not in record:
        return None
    value = record[field]
    given = [value] if isinstance(value, Mapping) else value if isinstance(value, list) else []
    return [(span["start"], span["end"]) for span in given if _is_span(span)]


def _is_span(value: object) -> bool:
    return isinstance(value, Mapping) and isinstance(value.get("start"), int) and isinstance(value.get("end"), int)


def trimmed(span: Span, text: str) -> Span:
    """Return the span without what is neither letter nor digit at its edges."""
    start, end = max(0, span[0]), min(span[1], len(text))
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return start, end


def task_scores(
    layer: str, gold: Sequence[Record], found: Sequence[Record], pairs: Iterable[Pair], text: str
) -> tuple[Score, Score, list[Difference]] | None:
    """Score the work of matched records: exactly, nearly, and what differs; None where no annotation says."""
    exact = near = Score()
    differences: list[Difference] = []
    said = False
    for pair in sorted(pairs, key=lambda pair: pair.gold):
        wanted = spans_of(layer, gold[pair.gold])
        if wanted is None:
            continue
        said = True
        left = [trimmed(span, text) for span in wanted]
        given = [trimmed(span, text) for span in spans_of(layer, found[pair.predicted]) or []]
        counts = len(left), len(given)
        right = _take(left, given, lambda one, other: one == other)
        exact += Score(len(right), *counts)
        close = _take(left, given, lambda one, other: _shared(one, other) >= NEAR)
        near += Score(len(right) + len(close), *counts)
        differences += [("value", *one, text[slice(*other)]) for one, other in close]
        together = _take(left, given, lambda one, other: _shared(one, other) > 0)
        differences += [("value", *one, text[slice(*other)]) for one, other in together]
        differences += [("missed", *one, "") for one in left]
        differences += [("spurious", *other, "") for other in given]
    return (exact, near, differences) if said else None


def _take(wanted: list[Span], given: list[Span], agree: Callable[[Span, Span], bool]) -> list[tuple[Span, Span]]:
    """Take from both lists the spans that agree, each with the first that is left, in order."""
    taken = []
    for one in list(wanted):
        other = next((span for span in given if agree(one, span)), None)
        if other is not None:
            wanted.remove(one)
            given.remove(other)
            taken.append((one, other))
    return taken


def _shared(one: Span, other: Span) -> float:
    """The intersection of two spans over their union."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common / (max(one[1], other[1]) - min(one[0], other[0])) if common > 0 else 0.0


def _links_of(record: Record, field: str) -> list[Any]:
    """Return what a record points at with a field that holds one link or a list of them."""
    value = record.get(field)
    return list(value) if isinstance(value, list) else [] if value is None else [value]


def link_score(
    field: str,
    gold: Sequence[Record],
    found: Sequence[Record],
    pairs: Iterable[Pair],
    linked: Sequence[Record],
    linked_pairs: Iterable[Pair],
) -> tuple[Score, list[LinkDifference]] | None:
    """Score the links of matched records to matched records of another layer, and list which records' differ.

    None where no annotation says.
    """
    matches = list(linked_pairs)
    place_of = {linked[pair.predicted].get("id"): pair.gold for pair in matches}
    known = {pair.gold for pair in matches}
    score, said = Score(), False
    differences: list[LinkDifference] = []
    for pair in sorted(pairs, key=lambda pair: pair.gold):
        if field not in gold[pair.gold]:
            continue
        said = True
        wanted = {place for place in _links_of(gold[pair.gold], field) if place in known}
        given = set(_places(_links_of(found[pair.predicted], field), place_of))
        score += Score(len(wanted & given), len(wanted), len(given))
        if wanted != given:
            differences.append((pair.gold, sorted(wanted), sorted(given)))
    return (score, differences) if said else None


def _places(ids: Iterable[object], place_of: Mapping[object, int]) -> Iterator[int]:
    return (place_of[one] for one in ids if isinstance(one, str) and one in place_of)
