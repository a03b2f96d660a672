"""From what a reader says of a record that is shown to a review that lasts. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from corpus.errors import ReviewError
from corpus.reviews.applying import Applied, State, applied, spans_of
from corpus.reviews.matching import Place, places
from corpus.reviews.review import MODELS, Anchor, Layer, Review, Reviewable, Verdict
from schemas import Directive, Header, Span

__all__ = ["Said", "judged"]

_OF_THE_EXTRACTION = ("id", "section", "page", "confidence", "bodies", "deadline")
"""What a record has from its place among the others, and a review does not hold."""
_PLACEHOLDERS = {"id": "new", "section": None, "page": None, "confidence": 1.0}
_ONE_TICK = dt.timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Said:
    """What a reader says, in terms of the directive as it is shown: with the reviews before it applied.

    ``record_id`` names the record; null for the header, the document and what is added. ``record`` holds the fields
    that the reader has otherwise, as in the record's JSON form: all of them for what is added, those that are wrong
    for what is corrected. ``text`` and ``task`` may be left out where their spans say it.
    """

    layer: Layer
    verdict: Verdict
    record_id: str | None = None
    record: Mapping[str, Any] | None = None
    note: str | None = None
    reviewer: str | None = None


def judged(extracted: Directive, text: str, earlier: Sequence[Review], said: Said, made_at: dt.datetime) -> Review:
    """Make a review of what was said. Raises ``ReviewError`` where it fits neither the text nor the schema."""
    now = applied(extracted, text, earlier)
    made_at = max([made_at, *(review.made_at + _ONE_TICK for review in earlier)])
    facts: dict[str, Any] = {
        "document": extracted.source.sha256,
        "layer": said.layer,
        "verdict": said.verdict,
        "note": said.note or None,
        "reviewer": said.reviewer or None,
        "made_at": made_at,
    }
    if said.layer is Layer.HEADER:
        facts["record"] = _header(now.directive.header, said)
    elif said.layer in MODELS:
        facts |= _record(extracted, text, now, said)
    try:
        review = Review.model_validate(facts)
    except ValidationError as error:
        raise _refused(error) from error
    outcome = next(one for one in applied(extracted, text, [*earlier, review]).outcomes if one.review == review)
    if outcome.state is State.ORPHANED:
        raise ReviewError(reason="the record contradicts the document that it is of")
    return review


def _header(header: Header, said: Said) -> dict[str, Any]:
    try:
        corrected = Header.model_validate({**header.model_dump(mode="json"), **_given(said)})
    except ValidationError as error:
        raise _refused(error) from error
    return corrected.model_dump(mode="json")


def _given(said: Said) -> Mapping[str, Any]:
    """The fields that the reader has otherwise: what is confirmed is confirmed as it is shown."""
    return said.record or {} if said.verdict in (Verdict.CORRECTED, Verdict.ADDED) else {}


def _record(extracted: Directive, text: str, now: Applied, said: Said) -> dict[str, Any]:
    shown = _shown(extracted, now, said)
    given = dict(_given(said))
    values = {**(shown.model_dump(mode="json") if shown is not None else {}), **given}
    if said.verdict is Verdict.REJECTED:
        assert shown is not None
        return {"anchor": _anchor(extracted, text, now, said.layer, shown)}
    _quote(values, given, text)
    try:
        record = MODELS[said.layer].model_validate({**values, **_PLACEHOLDERS})
    except ValidationError as error:
        raise _refused(error) from error
    held = record.model_dump(mode="json", exclude=set(_OF_THE_EXTRACTION))
    anchor = (
        _anchor(extracted, text, now, said.layer, shown)
        if shown is not None
        else _vacant(extracted, text, now, said.layer, record.span)
    )
    return {
        "anchor": anchor,
        "record": held,
        "quotes": [Anchor.at(Span.model_validate(span), text) for span in spans_of(said.layer, held)],
        "links": list(_links(extracted, text, now, said.layer, values)),
    }


def _shown(extracted: Directive, now: Applied, said: Said) -> Reviewable | None:
    """The record that is spoken of: as it is shown, or as it was extracted where it is rejected."""
    if said.verdict is Verdict.ADDED:
        return None
    for directive in (now.directive, extracted):
        records: tuple[Reviewable, ...] = getattr(directive, said.layer.value)
        for record in records:
            if record.id == said.record_id:
                return record
    raise ReviewError(reason=f"there is no record {said.record_id!r} among the {said.layer} of the document")


def _quote(values: dict[str, Any], given: Mapping[str, Any], text: str) -> None:
    """Fill in the words at the spans that were given, and refuse spans and words that do not belong together."""
    for field, quotation in (("span", "text"), ("task_span", "task")):
        span = values.get(field)
        if span is None or (field in values and field not in given and quotation not in given):
            continue
        words = _of(span, text, field)
        if field == "span" and given.get(quotation, words) != words:
            raise ReviewError(reason=f"{quotation}: is not what stands at {field}", field=quotation)
        if field == "span" or quotation not in given:
            values[quotation] = words if field == "span" else " ".join(words.split())
    for span in values.get("tasks") or ():
        _of(span, text, "tasks")


def _of(span: object, text: str, field: str) -> str:
    try:
        checked = Span.model_validate(span)
    except ValidationError as error:
        raise _refused(error, field) from error
    if checked.end > len(text):
        raise ReviewError(reason=f"{field}: ends after the text of {len(text)} code points", field=field)
    return checked.of(text)


def _anchor(extracted: Directive, text: str, now: Applied, layer: Layer, record: Reviewable) -> Anchor:
    """The anchor of a record that is shown: that of its reviews, else the evidence that was extracted."""
    place = now.subjects.get((layer, record.id))
    if place is None:
        records: tuple[Reviewable, ...] = getattr(extracted, layer.value)
        place = next(its for one, its in zip(records, places(records), strict=True) if one.id == record.id)
    return Anchor.at(Span(start=place[0], end=place[1]), text, nth=place[2])


def _vacant(extracted: Directive, text: str, now: Applied, layer: Layer, span: Span) -> Anchor:
    """The anchor of a record that is added, told from those that lie at the very same place."""
    taken: set[Place] = {*places(getattr(extracted, layer.value))}
    taken |= {place for (its_layer, _), place in now.subjects.items() if its_layer is layer}
    nth = next(n for n in range(1, len(taken) + 2) if (span.start, span.end, n) not in taken)
    return Anchor.at(span, text, nth=nth)


def _links(extracted: Directive, text: str, now: Applied, layer: Layer, values: Mapping[str, Any]) -> Iterable[Anchor]:
    """The anchors of the records that a record points at by their ids."""
    if layer is Layer.DEADLINES:
        ids, linked, field = values.get("bodies") or (), Layer.RESPONSIBILITIES, "bodies"
    elif layer is Layer.TARGETS:
        ids, linked, field = [values.get("deadline")], Layer.DEADLINES, "deadline"
    else:
        return
    records: dict[str, Reviewable] = {one.id: one for one in getattr(now.directive, linked.value)}
    for record_id in ids:
        if record_id is None:
            continue
        if record_id not in records:
            raise ReviewError(reason=f"{field}: there is no record {record_id!r} among the {linked}", field=field)
        yield _anchor(extracted, text, now, linked, records[record_id])


def _refused(error: ValidationError, field: str = "") -> ReviewError:
    """The first thing that is wrong, with its field."""
    first = error.errors()[0]
    where = ".".join(filter(None, (field, *map(str, first["loc"]))))
    reason = f"{where}: {first['msg']}" if where else first["msg"]
    return ReviewError(reason=reason, field=where)
