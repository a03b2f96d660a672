"""Records in words."""

from __future__ import annotations

import datetime as dt

import pytest

from corpus.cli.languages import Language
from corpus.cli.messages import Messages
from corpus.cli.wording import cited_document, clean, quantity, when
from schemas import Bound, Change, Citation, Comparator, Deadline, DocumentType, Relation, Target

EVIDENCE = {"span": {"start": 0, "end": 1}, "text": "x", "confidence": 0.9}
ENGLISH, VIETNAMESE = Messages(Language.EN), Messages(Language.VI)
DAY, LAST = dt.date(2031, 9, 15), dt.date(2031, 12, 31)


def deadline(bound: Bound, **values: object) -> Deadline:
    return Deadline.model_validate({"id": "d1", **EVIDENCE, "bound": bound, **values})


@pytest.mark.parametrize(
    ("record", "english", "vietnamese"),
    [
        pytest.param(deadline(Bound.BEFORE, end=DAY), "before 2031-09-15", "trước 2031-09-15", id="before"),
        pytest.param(deadline(Bound.BY, end=DAY), "by 2031-09-15", "chậm nhất 2031-09-15", id="by"),
        pytest.param(
            deadline(Bound.ON, start=DAY, end=DAY, time="08:00"),
            "on 2031-09-15 08:00",
            "ngày 2031-09-15 08:00",
            id="on",
        ),
        pytest.param(
            deadline(Bound.WITHIN, start=DAY, end=LAST),
            "2031-09-15 to 2031-12-31",
            "2031-09-15 đến 2031-12-31",
            id="within",
        ),
        pytest.param(deadline(Bound.FROM, start=DAY), "from 2031-09-15", "từ 2031-09-15", id="from"),
        pytest.param(
            deadline(Bound.RECURRING, rrule="FREQ=YEARLY"), "recurring, every year", "định kỳ, hằng năm", id="rule"
        ),
        pytest.param(
            deadline(Bound.RECURRING, rrule="FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20"),
            "recurring, every 3 months, day 20",
            "định kỳ, 3 tháng một lần, ngày 20",
            id="interval and day",
        ),
        pytest.param(
            deadline(Bound.RECURRING, rrule="FREQ=WEEKLY;BYDAY=MO"),
            "recurring, FREQ=WEEKLY;BYDAY=MO",
            "định kỳ, FREQ=WEEKLY;BYDAY=MO",
            id="a rule without words",
        ),
        pytest.param(
            deadline(Bound.RECURRING),
            "recurring, how often is not said",
            "định kỳ, không rõ bao lâu một lần",
            id="no rule",
        ),
        pytest.param(deadline(Bound.BEFORE), "no date given (trước)", "không rõ ngày (trước)", id="no date"),
        pytest.param(
            deadline(Bound.BY, end=DAY, inferred=("year",)), "by 2031-09-15*", "chậm nhất 2031-09-15*", id="inferred"
        ),
    ],
)
def test_when(record: Deadline, english: str, vietnamese: str) -> None:
    assert (when(record, ENGLISH), when(record, VIETNAMESE)) == (english, vietnamese)


def target(comparator: Comparator, value: str, **values: object) -> Target:
    return Target.model_validate({"id": "t1", **EVIDENCE, "comparator": comparator, "value": value, **values})


@pytest.mark.parametrize(
    ("record", "english", "vietnamese"),
    [
        pytest.param(target(Comparator.GE, "95", unit="%"), "at least 95%", "từ 95% trở lên", id="a share"),
        pytest.param(target(Comparator.EQ, "80000", unit="đồng"), "80,000 đồng", "80.000 đồng", id="an amount"),
        pytest.param(target(Comparator.GT, "2.5"), "over 2.5", "trên 2,5", id="no unit"),
        pytest.param(
            target(Comparator.RANGE, "2", value_max="3", unit="%", change=Change.INCREASE),
            "up by 2 to 3%",
            "tăng 2 đến 3%",
            id="a change",
        ),
    ],
)
def test_quantity(record: Target, english: str, vietnamese: str) -> None:
    assert (quantity(record, ENGLISH), quantity(record, VIETNAMESE)) == (english, vietnamese)


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        pytest.param(
            {"key": "12-KL/TW", "serial": 12, "symbol": "KL/TW", "doc_type": DocumentType.KET_LUAN},
            "12-KL/TW",
            id="numbered",
        ),
        pytest.param({"name": "Công đoàn", "doc_type": DocumentType.LUAT}, "Luật Công đoàn", id="named"),
        pytest.param({}, "x", id="neither"),
    ],
)
def test_cited_document(values: dict[str, object], shown: str) -> None:
    evidence = {"id": "c1", **EVIDENCE, "relation": Relation.DAN_CHIEU}
    assert cited_document(Citation.model_validate({**evidence, **values})) == shown


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        pytest.param({"name": "a.txt"}, "a.txt: is empty, or holds nothing but white space", id="its facts"),
        pytest.param({}, "/in/a.txt: is empty", id="facts that an earlier version did not keep"),
    ],
)
def test_stored_failure_is_told_by_its_facts(facts: dict[str, str], told: str) -> None:
    assert ENGLISH.failure("empty", facts, "/in/a.txt: is empty") == told


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param(" một \r\n hai\t", "một hai", id="white space"),
        pytest.param("\x1b[31mđỏ\x07\x9b", "[31mđỏ", id="control characters"),
        pytest.param("a\u202eb\u200bc", "a b c", id="direction and zero width"),
    ],
)
def test_clean(text: str, shown: str) -> None:
    assert clean(text) == shown
