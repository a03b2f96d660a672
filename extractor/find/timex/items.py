"""The members of cores: what the readers of cores hand to the composer.

They are named tuples, as all values of which every core makes one: a third of the time of a frozen dataclass.
"""

from __future__ import annotations

from typing import NamedTuple

from extractor.find.timex.calendar import Printed
from extractor.find.timex.recurrence import Period
from schemas.vocabulary import Granularity

__all__ = ["Item", "Length"]


class Length(NamedTuple):
    """A length of time, with what it is counted from.

    Attributes:
        number: How many.
        unit: Of what: `ngày`, `ngày làm việc`, `tuần`, `tháng`, `năm`, `giờ`, `phút`.
        anchor: The words of the event from which it runs, None where they are missing.
        runs_back: Whether it runs back from the event (`10 ngày trước ngày bầu cử`).
    """

    number: int
    unit: str
    anchor: str | None = None
    runs_back: bool = False


class Item(NamedTuple):
    """One member of a core in flow positions: exactly one of those from `printed` on says what it is.

    Attributes:
        start: Where it begins; a member of a list begins at its own number.
        end: Where it ends.
        form: The rule that recognised it.
        granularity: The unit that it names.
        printed: Days of the calendar.
        recurs: Whether it is a recurrence; then `period` and `rrule` say which, as far as it is said.
        length: A length of time.
        limit: An event's own preposition: `trước`, `sau`, `trong`, `vào`.
        anchor: The words of the event with which a stretch begins (`từ ngày ký đến …`).
    """

    start: int
    end: int
    form: str
    granularity: Granularity
    printed: Printed | None = None
    recurs: bool = False
    period: Period | None = None
    rrule: str | None = None
    length: Length | None = None
    limit: str | None = None
    anchor: str | None = None
