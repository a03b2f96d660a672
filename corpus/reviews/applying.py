"""From an extraction and what was said of it to the record that is held to be true. Pure.

Without reviews the extraction is returned as it is; a review that confirms changes nothing. Reviews are taken by the
time they were made, whatever the order in which they are given, and of several on one record the last counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from pydantic import ValidationError

from corpus.reviews.anchoring import located
from corpus.reviews.matching import Place, Subject, place_of, places, subjects
from corpus.reviews.review import MODELS, Anchor, Layer, Review, Reviewable, Verdict
from schemas import Deadline, Directive, Header, Span, Target

__all__ = ["Applied", "Outcome", "State", "applied", "spans_of"]

_CERTAIN = 1.0
"""The confidence of a record that a reader vouches for in other words than the extractor."""


class State(StrEnum):
    """What became of a review."""

    APPLIED = "applied"
    """It counts, and what it speaks of is where it was."""
    MOVED = "moved"
    """It counts, and what it speaks of was found elsewhere, or within other bounds."""
    ORPHANED = "orphaned"
    """What it speaks of is not in the text any more: it is kept, and changes nothing."""
    SUPERSEDED = "superseded"
    """A later one on the same record counts."""
    WITHDRAWN = "withdrawn"
    """It was taken back."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one review."""

    review: Review
    state: State
    record_id: str | None = None
    """The record that it speaks of: its id in the reviewed directive; of a rejected one, in the extraction."""


@dataclass(frozen=True, slots=True)
class Applied:
    """A directive with its reviews applied."""

    directive: Directive
    outcomes: tuple[Outcome, ...]
    """By the time of the reviews."""
    subjects: Mapping[tuple[Layer, str], Place] = field(default_factory=dict)
    """Where the records lie that some review decides, by layer and id: what a further review is anchored to."""


def applied(directive: Directive, text: str, reviews: Iterable[Review]) -> Applied:
    """Apply reviews to the extraction of a text."""
    ordered = sorted(reviews, key=lambda review: (review.made_at, review.id))
    standing = [review for review in ordered if review.withdrawn_at is None]
    run = _Run(directive, text, standing)
    for review in ordered:
        if review.withdrawn_at is not None:
            run.outcomes[review.id] = Outcome(review, State.WITHDRAWN)
    return Applied(run.directive(), tuple(run.outcomes[review.id] for review in ordered), run.subjects)


def spans_of(layer: Layer, record: Mapping[str, Any]) -> list[Mapping[str, int]]:
    """The spans of a record in its JSON form: that of its evidence, then those of its work."""
    work = record.get("tasks") if layer is Layer.RESPONSIBILITIES else [record.get("task_span")]
    return [record["span"], *(span for span in work or () if span is not None)]


class _Run:
    """One application: layer by layer, those first that others point at."""

    def __init__(self, directive: Directive, text: str, reviews: Sequence[Review]) -> None:
        self._directive = directive
        self._text = text
        self._changes: dict[str, Any] = {}
        self._ids: dict[tuple[Layer, Place], str | None] = {}
        """The record at each place that is reviewed; null where it is rejected."""
        self.outcomes: dict[str, Outcome] = {}
        self.subjects: dict[tuple[Layer, str], Place] = {}
        by_layer: dict[Layer, list[Review]] = {layer: [] for layer in Layer}
        for review in reviews:
            by_layer[review.layer].append(review)
        self._judge_whole(by_layer[Layer.DOCUMENT])
        self._judge_header(by_layer[Layer.HEADER])
        for layer in (Layer.RESPONSIBILITIES, Layer.DEADLINES, Layer.TARGETS, Layer.CITATIONS):
            self._judge_records(layer, by_layer[layer])

    def directive(self) -> Directive:
        """The outcome; the very same object where nothing changed."""
        if not self._changes:
            return self._directive
        fields = {name: getattr(self._directive, name) for name in Directive.model_fields}
        return Directive(**(fields | self._changes))

    def _judge_whole(self, reviews: Sequence[Review]) -> None:
        self._supersede(reviews)
        for last in reviews[-1:]:
            self.outcomes[last.id] = Outcome(last, State.APPLIED)

    def _judge_header(self, reviews: Sequence[Review]) -> None:
        self._supersede(reviews)
        for last in reviews[-1:]:
            try:
                header = Header.model_validate(last.record)
            except ValidationError:
                self.outcomes[last.id] = Outcome(last, State.ORPHANED)
                continue
            self.outcomes[last.id] = Outcome(last, State.APPLIED)
            if header != self._directive.header:
                self._changes["header"] = header

    def _judge_records(self, layer: Layer, reviews: Sequence[Review]) -> None:
        extracted: tuple[Reviewable, ...] = getattr(self._directive, layer.value)
        found, orphaned = subjects(reviews, extracted, self._text)
        for review in orphaned:
            self.outcomes[review.id] = Outcome(review, State.ORPHANED)
        records: dict[int, Reviewable] = dict(enumerate(self._with_links(extracted)))
        added: list[tuple[Place, Reviewable]] = []
        for place, subject in sorted(found.items()):
            record = self._decided(layer, subject, records)
            if subject.index is not None:
                if record is None:
                    del records[subject.index]
                else:
                    records[subject.index] = record
            elif record is not None:
                added.append((place, record))
        whole = tuple(sorted([*records.values(), *(one for _, one in added)], key=lambda one: one.span.start))
        if whole != extracted:
            self._changes[layer.value] = whole

    def _decided(self, layer: Layer, subject: Subject, records: Mapping[int, Reviewable]) -> Reviewable | None:
        """The record that a subject is held to be; ``None`` where there is none."""
        review = subject.last
        before = records[subject.index] if subject.index is not None else None
        record_id = before.id if before is not None else f"review-{subject.reviews[0].id[:13]}"
        self.subjects[layer, record_id] = subject.place
        assert review.anchor is not None
        is_there = (review.anchor.span.start, review.anchor.span.end) == subject.place[:2]
        state = State.APPLIED if is_there and (subject.is_exact or before is None) else State.MOVED
        record: Reviewable | None = None
        if review.verdict is not Verdict.REJECTED:
            record = self._said(review, record_id, before)
            if record is None:
                record, state = before, State.ORPHANED
        self._ids[layer, subject.place] = record.id if record is not None else None
        if before is not None:
            self._ids[layer, _place_of(before, subject)] = record.id if record is not None else None
        self._supersede(subject.reviews, record_id)
        self.outcomes[review.id] = Outcome(review, state, record_id)
        return record

    def _said(self, review: Review, record_id: str, before: Reviewable | None) -> Reviewable | None:
        """The record as a review has it, in this text; ``None`` where its evidence is not to be found in it."""
        assert review.record is not None
        spans = [located(quote, self._text) for quote in review.quotes]
        if spans[0] is None:
            return None
        values: dict[str, Any] = {**review.record, **self._links(review), "id": record_id}
        values |= _work(review, spans)
        values["span"], values["text"] = spans[0], spans[0].of(self._text)
        values["section"] = self._section_at(spans[0].start)
        values["page"] = self._directive.source.page_at(spans[0].start)
        values["confidence"] = before.confidence if before is not None else _CERTAIN
        try:
            record = MODELS[review.layer].model_validate(values)
        except ValidationError:
            return None
        if before is None or record == before:
            return before or record
        return record.model_copy(update={"confidence": _CERTAIN})

    def _links(self, review: Review) -> dict[str, Any]:
        """The ids of the records that a record points at, those left out that are there no more."""
        if review.layer is Layer.DEADLINES:
            ids = [self._linked(Layer.RESPONSIBILITIES, anchor) for anchor in review.links]
            return {"bodies": tuple(one for one in ids if one is not None)}
        if review.layer is Layer.TARGETS:
            return {"deadline": next((self._linked(Layer.DEADLINES, anchor) for anchor in review.links), None)}
        return {}

    def _linked(self, layer: Layer, anchor: Anchor) -> str | None:
        place = place_of(anchor, self._text)
        if place is None:
            return None
        if (layer, place) in self._ids:
            return self._ids[layer, place]
        extracted: tuple[Reviewable, ...] = getattr(self._directive, layer.value)
        return next((one.id for one, its in zip(extracted, places(extracted), strict=True) if its == place), None)

    def _with_links(self, records: Sequence[Reviewable]) -> list[Reviewable]:
        """Records without their links to what is rejected."""
        duties = {duty.id for duty in self._changes.get("responsibilities", self._directive.responsibilities)}
        deadlines = {deadline.id for deadline in self._changes.get("deadlines", self._directive.deadlines)}
        kept: list[Reviewable] = []
        for record in records:
            if isinstance(record, Deadline) and not duties.issuperset(record.bodies):
                bodies = tuple(body for body in record.bodies if body in duties)
                kept.append(record.model_copy(update={"bodies": bodies}))
            elif isinstance(record, Target) and record.deadline is not None and record.deadline not in deadlines:
                kept.append(record.model_copy(update={"deadline": None}))
            else:
                kept.append(record)
        return kept

    def _section_at(self, offset: int) -> str | None:
        """The innermost section that holds a position."""
        within = [one.id for one in self._directive.sections if one.span.start <= offset < one.span.end]
        return within[-1] if within else None

    def _supersede(self, reviews: Sequence[Review], record_id: str | None = None) -> None:
        for review in reviews[:-1]:
            self.outcomes[review.id] = Outcome(review, State.SUPERSEDED, record_id)


def _place_of(record: Reviewable, subject: Subject) -> Place:
    """Where the extraction has a record that was found within other bounds than those that were reviewed."""
    return (record.span.start, record.span.end, subject.place[2] if subject.is_exact else 1)


def _work(review: Review, spans: Sequence[Span | None]) -> dict[str, Any]:
    """The places of the work, those left out that are not to be found."""
    work = [span for span in spans[1:] if span is not None]
    if review.layer is Layer.RESPONSIBILITIES:
        return {"tasks": tuple(work)}
    if review.layer is Layer.DEADLINES and not work:
        return {"task": None, "task_span": None}
    return {"task_span": work[0]} if review.layer is Layer.DEADLINES else {}
