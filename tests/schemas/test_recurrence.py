"""Recurrence rules are those of RFC 5545 that a directive can express, frequency first."""

import pytest
from pydantic import TypeAdapter, ValidationError

from schemas.recurrence import Recurrence

RULE: TypeAdapter[str] = TypeAdapter(Recurrence)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY",
        "FREQ=DAILY",
        "FREQ=MONTHLY;INTERVAL=6",
        "FREQ=MONTHLY;BYMONTHDAY=25",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15",
        "FREQ=MONTHLY;BYDAY=1MO",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=WEEKLY;BYDAY=MO,FR",
        "FREQ=WEEKLY;INTERVAL=2;WKST=MO",
        "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=15",
        "FREQ=YEARLY;UNTIL=20251231",
        "FREQ=DAILY;UNTIL=20251231T235959Z",
        "FREQ=DAILY;COUNT=10",
        "FREQ=DAILY;BYHOUR=7,13;BYMINUTE=30",
    ],
)
def test_a_rule_is_accepted(rule: str) -> None:
    assert RULE.validate_python(rule) == rule


@pytest.mark.parametrize(
    ("rule", "complaint"),
    [
        pytest.param("", "match pattern", id="empty"),
        pytest.param("RRULE:FREQ=YEARLY", "match pattern", id="with the name of the property"),
        pytest.param("INTERVAL=6;FREQ=MONTHLY", "match pattern", id="frequency not first"),
        pytest.param("FREQ=QUARTERLY", "match pattern", id="unknown frequency"),
        pytest.param("freq=yearly", "match pattern", id="small letters"),
        pytest.param("FREQ=YEARLY;", "match pattern", id="trailing separator"),
        pytest.param("FREQ=YEARLY; BYMONTH=6", "match pattern", id="space"),
        pytest.param("FREQ=MONTHLY;INTERVAL=0", "match pattern", id="interval of nothing"),
        pytest.param("FREQ=MONTHLY;BYMONTHDAY=32", "match pattern", id="day 32"),
        pytest.param("FREQ=YEARLY;BYMONTH=13", "match pattern", id="month 13"),
        pytest.param("FREQ=WEEKLY;BYDAY=T2", "match pattern", id="unknown weekday"),
        pytest.param("FREQ=DAILY;BYHOUR=24", "match pattern", id="hour 24"),
        pytest.param("FREQ=DAILY;BYMINUTE=60", "match pattern", id="minute 60"),
        pytest.param("FREQ=DAILY;UNTIL=31/12/2025", "match pattern", id="date in local form"),
        pytest.param("FREQ=MONTHLY;BYMONTHDAY=1;BYMONTHDAY=15", "gives a part twice", id="part given twice"),
        pytest.param("FREQ=DAILY;COUNT=3;UNTIL=20251231", "both COUNT and UNTIL", id="two ends"),
    ],
)
def test_what_is_no_rule_is_refused(rule: str, complaint: str) -> None:
    with pytest.raises(ValidationError, match=complaint):
        RULE.validate_python(rule)
