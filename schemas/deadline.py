"""Time expressions that bind work."""

import datetime as dt
from typing import Annotated, Self

from pydantic import Field, model_validator

from schemas.record import Confidence, Evidence, Filled, Id, Inferred
from schemas.recurrence import Recurrence
from schemas.span import Span
from schemas.vocabulary import Bound, Granularity

ClockTime = Annotated[str, Field(pattern=r"^(([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?|24:00(:00)?)$")]
"""A local time of day by ISO 8601, ``08:00`` or ``08:00:00``; ``24:00`` is the end of the day."""


class Deadline(Evidence):
    """When something must be done, held, started, reported or repeated.

    Which dates are set follows from the bound: ``before`` and ``by`` have an ``end`` only (exclusive and inclusive),
    ``from`` a ``start`` only, ``on`` both on one day, ``within`` both inclusive; ``recurring`` has a rule, and dates
    only where the text limits the recurrence. All may be null: a time relative to an event, or a term without printed
    years, has no date.
    """

    bound: Bound = Field(description="Which side of its dates the work falls on.")
    start: dt.date | None = Field(None, description="First day, inclusive.")
    end: dt.date | None = Field(None, description="Last day, inclusive; exclusive where bound is 'before'.")
    time: ClockTime | None = Field(None, description="Local time of day by ISO 8601: 08:00.")
    granularity: Granularity | None = Field(None, description="The unit of time that the text names.")
    rrule: Recurrence | None = Field(
        None, description="The recurrence as an RFC 5545 rule, without 'RRULE:'; null where the frequency is not said."
    )
    task: Filled | None = Field(None, description="The work that is bound.")
    task_span: Span | None = Field(None, description="Where the work is described.")
    bodies: tuple[Id, ...] = Field((), description="Ids of the responsibilities that must do it.")
    section: Id | None = Field(None, description="Id of the section of the expression; null outside the outline.")
    inferred: Inferred = ()
    confidence: Confidence

    @model_validator(mode="after")
    def _dates_fit_the_bound(self) -> Self:
        bound, start, end = self.bound, self.start, self.end
        if start is not None and end is not None and end < start:
            raise ValueError(f"end {end} must not come before start {start}")
        if start is not None and bound in (Bound.BEFORE, Bound.BY):
            raise ValueError(f"start must be null where bound is {bound.value!r}: it sets the end only")
        if end is not None and bound is Bound.FROM:
            raise ValueError("end must be null where bound is 'from': it sets the start only")
        if bound is Bound.ON and start != end:
            raise ValueError("start and end must be the same day where bound is 'on'")
        if self.rrule is not None and bound is not Bound.RECURRING:
            raise ValueError(f"rrule must be null where bound is {bound.value!r}: only a recurring deadline has a rule")
        if (self.task is None) != (self.task_span is None):
            raise ValueError("task and task_span must be given together: the span is the evidence of the task")
        return self
