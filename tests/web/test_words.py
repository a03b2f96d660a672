"""Values of records in words."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from corpus.cli.languages import Language
from corpus.web.wording import wording
from corpus.web.words import Words
from schemas import (
    Bound,
    Change,
    Comparator,
    Deadline,
    Granularity,
    Relation,
    Role,
    Span,
    Target,
)

VI, EN = Words(wording(Language.VI)), Words(wording(Language.EN))
EVIDENCE: dict[str, Any] = {"id": "x-1", "span": Span(start=0, end=1), "text": "x", "confidence": 0.9}
FIRST, LAST = dt.date(2031, 5, 1), dt.date(2031, 5, 31)


@pytest.mark.parametrize(
    ("facts", "vietnamese", "english"),
    [
        pytest.param({"bound": "before", "end": LAST}, "trước 31/05/2031", "before 2031-05-31", id="before"),
        pytest.param(
            {"bound": "within", "start": FIRST, "end": LAST},
            "01/05/2031 đến 31/05/2031",
            "2031-05-01 to 2031-05-31",
            id="within",
        ),
        pytest.param(
            {"bound": "on", "start": FIRST, "end": FIRST, "time": "08:00"},
            "ngày 01/05/2031 08:00",
            "on 2031-05-01 08:00",
            id="time of day",
        ),
        pytest.param(
            {"bound": "by"}, "không rõ ngày (chậm nhất, đến hết)", "no date given (by, no later than)", id="open"
        ),
        pytest.param(
            {"bound": "recurring", "rrule": "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=25"},
            "định kỳ, 3 tháng một lần, ngày 25",
            "recurring, every 3 months, day 25",
            id="recurring",
        ),
        pytest.param(
            {"bound": "recurring", "rrule": "FREQ=WEEKLY;BYDAY=MO"},
            "định kỳ, FREQ=WEEKLY;BYDAY=MO",
            "recurring, FREQ=WEEKLY;BYDAY=MO",
            id="rule that is not plain",
        ),
    ],
)
def test_times(facts: dict[str, Any], vietnamese: str, english: str) -> None:
    deadline = Deadline.model_validate({**EVIDENCE, **facts})
    assert (VI.when(deadline), EN.when(deadline)) == (vietnamese, english)


@pytest.mark.parametrize(
    ("facts", "vietnamese", "english"),
    [
        pytest.param(
            {"comparator": "ge", "value": "95.5", "unit": "%"}, "từ 95,5% trở lên", "at least 95.5%", id="rate"
        ),
        pytest.param(
            {"comparator": "range", "value": "1000", "value_max": "2000", "unit": "hộ"},
            "1.000 đến 2.000 hộ",
            "1,000 to 2,000 hộ",
            id="range",
        ),
        pytest.param(
            {"comparator": "eq", "value": "5", "unit": "%", "change": "increase"}, "tăng 5%", "up by 5%", id="change"
        ),
    ],
)
def test_quantities(facts: dict[str, Any], vietnamese: str, english: str) -> None:
    target = Target.model_validate({**EVIDENCE, **facts})
    assert (VI.quantity(target), EN.quantity(target)) == (vietnamese, english)


@pytest.mark.parametrize(
    ("vocabulary", "key"),
    [
        (Bound, "bounds"),
        (Granularity, "granularity"),
        (Comparator, "comparators"),
        (Comparator, "comparator"),
        (Change, "changes"),
        (Change, "change"),
        (Role, "role"),
        (Relation, "relation"),
    ],
)
def test_every_term_has_its_words(vocabulary: type[Bound], key: str) -> None:
    said = wording(Language.EN)
    assert [member for member in vocabulary if f"records.{key}.{member}" not in said] == []
