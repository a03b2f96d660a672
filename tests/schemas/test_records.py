"""Every record accepts what the contract allows and refuses, naming the field, what it does not."""

import datetime as dt
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from schemas import (
    Citation,
    Deadline,
    Diagnostic,
    Header,
    Recipient,
    Responsibility,
    Section,
    Signature,
    Source,
    Span,
    Target,
)

Values = dict[str, Any]
TEXT = "trước 31/3/2024"
EVIDENCE = {"id": "x1", "span": {"start": 0, "end": len(TEXT)}, "text": TEXT}
JUDGED = EVIDENCE | {"confidence": 0.87}
MARCH, APRIL = "2024-03-31", "2024-04-30"

VALID: dict[type[BaseModel], Values] = {
    Span: {"start": 2, "end": 5},
    Source: {"path": "ke-hoach.txt", "media_type": "text/plain", "sha256": "0f" * 32, "chars": 1200},
    Header: {"doc_type": "ke_hoach", "number": "26/KH-LĐLĐ", "key": "26/KH-LĐLĐ", "issued_on": "2024-02-19"},
    Section: {"id": "s1", "level": 1, "marker": "I", "kind": "muc_dich_yeu_cau", "span": {"start": 0, "end": 9}},
    Citation: JUDGED | {"key": "49/2021/NĐ-CP", "serial": 49, "year": 2021, "symbol": "NĐ-CP", "relation": "can_cu"},
    Deadline: JUDGED | {"bound": "before", "end": MARCH, "granularity": "day"},
    Target: JUDGED | {"comparator": "ge", "value": "95", "unit": "%"},
    Responsibility: JUDGED | {"body": "Sở Tài chính", "role": "lead", "tasks": [{"start": 20, "end": 40}]},
    Signature: {"authority": "TM. BAN THƯỜNG VỤ", "signer": "Lê Thị Mẫu", "span": {"start": 0, "end": 9}},
    Recipient: {"text": TEXT, "span": {"start": 0, "end": len(TEXT)}},
    Diagnostic: {"code": "invalid_date", "message": "Ngày 31/4 không có thật"},
}


def complaints(model: type[BaseModel], values: Values) -> str:
    """What the model says against the values, with the path of each field; empty if it accepts them."""
    try:
        model(**values)
    except ValidationError as error:
        return "\n".join(".".join(map(str, told["loc"])) + ": " + told["msg"] for told in error.errors())
    return ""


each_record = pytest.mark.parametrize("model", VALID, ids=lambda model: model.__name__)


@each_record
def test_a_valid_record_is_accepted(model: type[BaseModel]) -> None:
    assert complaints(model, VALID[model]) == ""


@each_record
def test_a_record_is_frozen(model: type[BaseModel]) -> None:
    record = model(**VALID[model])
    name = next(iter(model.model_fields))
    with pytest.raises(ValidationError, match="frozen"):
        setattr(record, name, getattr(record, name))


@each_record
def test_a_record_can_be_hashed(model: type[BaseModel]) -> None:
    assert len({model(**VALID[model]), model(**VALID[model])}) == 1


@each_record
def test_an_unknown_field_is_refused(model: type[BaseModel]) -> None:
    assert "certainty: Extra inputs are not permitted" in complaints(model, VALID[model] | {"certainty": 1})


ALLOWED: dict[str, tuple[type[BaseModel], Values]] = {
    "a text without a file": (Source, {"path": None}),
    "an empty text": (Source, {"chars": 0}),
    "a document that says nothing of itself": (Header, dict.fromkeys(VALID[Header])),
    "a number that has no canonical form": (Header, {"number": "26", "key": None}),
    "a number printed without its zero": (Header, {"number": "1-KL/TW", "key": "01-KL/TW"}),
    "a number with a letter": (Header, {"number": "12a/KH-UBND", "key": "12a/KH-UBND"}),
    "a section without a marker": (Section, {"marker": None, "heading": "Mục đích"}),
    "a section without a heading": (Section, {"marker": "-", "heading": None}),
    "a section below another": (Section, {"level": 2, "parent": "s0"}),
    "certainty": (Target, {"confidence": 1}),
    "no confidence at all": (Target, {"confidence": 0}),
    "a party number": (Citation, {"key": "01-KL/TW", "serial": 1, "year": None, "symbol": "KL/TW"}),
    "a symbol in the case of the print": (
        Citation,
        {"key": "01-CTr/TU", "serial": 1, "year": None, "symbol": "Ctr/TU"},
    ),
    "a named document": (
        Citation,
        {"key": None, "serial": None, "year": None, "symbol": None, "name": "Trung ương 4 khóa XII"},
    ),
    "a number without a symbol": (Citation, {"key": None, "serial": 15, "year": None, "symbol": None}),
    "before an event": (Deadline, {"end": None}),
    "by a day": (Deadline, {"bound": "by"}),
    "by an hour": (Deadline, {"bound": "by", "time": "17:00"}),
    "by midnight": (Deadline, {"bound": "by", "time": "24:00"}),
    "on a day": (Deadline, {"bound": "on", "start": MARCH}),
    "on the day of an event": (Deadline, {"bound": "on", "end": None}),
    "from a day": (Deadline, {"bound": "from", "start": MARCH, "end": None}),
    "within a period": (Deadline, {"bound": "within", "start": MARCH, "end": APRIL}),
    "within one day": (Deadline, {"bound": "within", "start": MARCH, "end": MARCH}),
    "within a term without years": (Deadline, {"bound": "within", "end": None, "granularity": "term"}),
    "every year": (Deadline, {"bound": "recurring", "end": None, "rrule": "FREQ=YEARLY"}),
    "regularly": (Deadline, {"bound": "recurring", "end": None, "rrule": None}),
    "monthly within a year": (
        Deadline,
        {"bound": "recurring", "start": "2024-01-01", "end": "2024-12-31", "rrule": "FREQ=MONTHLY"},
    ),
    "an inferred year": (Deadline, {"inferred": ["year"]}),
    "a task with its evidence": (Deadline, {"task": "gửi báo cáo", "task_span": {"start": 30, "end": 45}}),
    "a range": (Target, {"comparator": "range", "value": "2", "value_max": "3", "change": "increase"}),
    "a range of one value": (Target, {"comparator": "range", "value": "2", "value_max": "2"}),
    "a range by number, not by letters": (Target, {"comparator": "range", "value": "9.5", "value_max": "10"}),
    "nothing at all": (Target, {"comparator": "eq", "value": "0"}),
    "a position alone": (Signature, {"authority": None, "signer": None, "position": "CHỦ TỊCH"}),
    "a remark on the whole document": (Diagnostic, {"span": None}),
}


@pytest.mark.parametrize(("model", "change"), ALLOWED.values(), ids=ALLOWED)
def test_what_the_contract_allows_is_accepted(model: type[BaseModel], change: Values) -> None:
    assert complaints(model, VALID[model] | change) == ""


REFUSED: dict[str, tuple[type[BaseModel], Values, str]] = {
    "empty span": (Span, {"start": 5}, "start 5 must come before end 5"),
    "reversed span": (Span, {"start": 9}, "start 9 must come before end 5"),
    "negative offset": (Span, {"start": -1}, "start: Input should be greater than or equal to 0"),
    "offset as text": (Span, {"start": "2"}, "start: Input should be a valid integer"),
    "hash in capitals": (Source, {"sha256": "0F" * 32}, "sha256: String should match"),
    "short hash": (Source, {"sha256": "0f"}, "sha256: String should match"),
    "negative length": (Source, {"chars": -1}, "chars: Input should be greater"),
    "empty path": (Source, {"path": ""}, "path: String should have at least 1 character"),
    "unknown type": (Header, {"doc_type": "thu_tin"}, "doc_type: Input should be"),
    "label for a value": (Header, {"doc_type": "Kế hoạch"}, "doc_type: Input should be"),
    "space in the number": (Header, {"number": "26 /KH-LĐLĐ"}, "number: String should match"),
    "space in the key": (Header, {"key": "26 /KH-LĐLĐ"}, "key: String should match"),
    "key of one digit": (Header, {"number": "1-KL/TW", "key": "1-KL/TW"}, "key: String should match"),
    "key without number": (Header, {"number": None}, "key '26/KH-LĐLĐ' needs the number"),
    "key of another number": (Header, {"number": "27/KH-LĐLĐ"}, "has another serial than number '27/KH-LĐLĐ'"),
    "impossible date": (Header, {"issued_on": "2024-02-30"}, "issued_on: Input should be a valid date"),
    "date in local form": (Header, {"issued_on": "19/02/2024"}, "issued_on: Input should be a valid date"),
    "empty title": (Header, {"title": ""}, "title: String should have at least 1 character"),
    "empty addressee": (Header, {"addressees": ["Sở Nội vụ", ""]}, "addressees.1: String should have"),
    "sentence as inferred field": (Header, {"inferred": ["năm"]}, "inferred.0: String should match"),
    "section without marker and heading": (Section, {"marker": None}, "needs a marker or a heading"),
    "section on level 0": (Section, {"level": 0}, "level: Input should be greater than or equal to 1"),
    "deep section without parent": (Section, {"level": 2}, "level 2 does not fit parent None"),
    "top section with parent": (Section, {"parent": "s0"}, "level 1 does not fit parent 's0'"),
    "unknown kind": (Section, {"kind": "phu_luc"}, "kind: Input should be"),
    "id with a space": (Section, {"id": "s 1"}, "id: String should match"),
    "id that starts with a digit": (Section, {"id": "1"}, "id: String should match"),
    "record without confidence": (Citation, {"confidence": None}, "confidence: Input should be a valid number"),
    "more than certain": (Target, {"confidence": 1.01}, "confidence: Input should be less than or equal to 1"),
    "less than nothing": (Deadline, {"confidence": -0.01}, "confidence: Input should be greater than or equal to 0"),
    "confidence that is no number": (Responsibility, {"confidence": float("nan")}, "confidence: Input should be"),
    "citation without relation": (Citation, {"relation": None}, "relation: Input should be"),
    "serial of another key": (Citation, {"serial": 50}, "serial 50 is not that of key '49/2021/NĐ-CP'"),
    "key without serial": (Citation, {"serial": None}, "serial None is not that of key"),
    "year of another key": (Citation, {"year": 2020}, "year 2020 is not that of key"),
    "year that the key does not print": (
        Citation,
        {"key": "49/NĐ-CP"},
        "year 2021 is not that of key '49/NĐ-CP'",
    ),
    "symbol of another key": (Citation, {"symbol": "QĐ-TTg"}, "symbol 'QĐ-TTg' is not that of key"),
    "key without symbol": (Citation, {"symbol": None}, "symbol None is not that of key"),
    "evidence shorter than its span": (
        Citation,
        {"text": TEXT[1:]},
        "text has 14 code points, but its span covers 15",
    ),
    "evidence longer than its span": (Recipient, {"text": TEXT + ";"}, "text has 16 code points"),
    "end before start": (
        Deadline,
        {"bound": "within", "start": APRIL, "end": MARCH},
        "end 2024-03-31 must not come before start 2024-04-30",
    ),
    "before with a start": (Deadline, {"start": MARCH}, "start must be null where bound is 'before'"),
    "by with a start": (Deadline, {"bound": "by", "start": MARCH}, "start must be null where bound is 'by'"),
    "from with an end": (Deadline, {"bound": "from"}, "end must be null where bound is 'from'"),
    "on two days": (
        Deadline,
        {"bound": "on", "start": MARCH, "end": APRIL},
        "start and end must be the same day where bound is 'on'",
    ),
    "on a day without start": (Deadline, {"bound": "on"}, "start and end must be the same day"),
    "rule of one deadline": (Deadline, {"rrule": "FREQ=YEARLY"}, "rrule must be null where bound is 'before'"),
    "hour in local form": (Deadline, {"time": "7h30"}, "time: String should match"),
    "hour past midnight": (Deadline, {"time": "24:30"}, "time: String should match"),
    "task without evidence": (Deadline, {"task": "gửi báo cáo"}, "task and task_span must be given together"),
    "evidence without task": (
        Deadline,
        {"task_span": {"start": 30, "end": 45}},
        "task and task_span must be given together",
    ),
    "range with one end": (Target, {"comparator": "range"}, "value_max is required where comparator is 'range'"),
    "second value without range": (Target, {"value_max": "98"}, "value_max must be null where comparator is 'ge'"),
    "reversed range": (
        Target,
        {"comparator": "range", "value": "10", "value_max": "9.5"},
        "value_max 9.5 must not be less than value 10",
    ),
    "target without value": (Target, {"value": None}, "value: Input should be a valid string"),
    "float": (Target, {"value": 2.5}, "value: Input should be a valid string"),
    "trailing zero": (Target, {"value": "2.50"}, "value: String should match"),
    "bare point": (Target, {"value": "2."}, "value: String should match"),
    "zero decimals": (Target, {"value": "2.0"}, "value: String should match"),
    "leading zero": (Target, {"value": "05"}, "value: String should match"),
    "decimal comma": (Target, {"value": "2,5"}, "value: String should match"),
    "grouped digits": (Target, {"value": "80 000"}, "value: String should match"),
    "exponent": (Target, {"value": "8E4"}, "value: String should match"),
    "sign": (Target, {"value": "-2"}, "value: String should match"),
    "body without name": (Responsibility, {"body": ""}, "body: String should have at least 1 character"),
    "unknown role": (Responsibility, {"role": "chu_tri"}, "role: Input should be"),
    "empty task": (Responsibility, {"tasks": [{"start": 4, "end": 4}]}, "tasks.0: Value error, start 4 must"),
    "blank signature": (Signature, {"authority": None, "signer": None}, "needs an authority, a position or a signer"),
    "unknown code": (Diagnostic, {"code": "odd"}, "code: Input should be"),
    "silent remark": (Diagnostic, {"message": ""}, "message: String should have at least 1 character"),
}


@pytest.mark.parametrize(("model", "change", "complaint"), REFUSED.values(), ids=REFUSED)
def test_what_the_contract_forbids_is_refused(model: type[BaseModel], change: Values, complaint: str) -> None:
    assert complaint in complaints(model, VALID[model] | change)


def test_sequences_become_tuples() -> None:
    assert Responsibility(**VALID[Responsibility]).tasks == (Span(start=20, end=40),)


def test_dates_become_dates() -> None:
    assert Deadline(**VALID[Deadline]).end == dt.date(2024, 3, 31)


def test_what_is_not_given_is_null() -> None:
    assert Header().model_dump(exclude={"addressees", "inferred"}) == dict.fromkeys(
        set(Header.model_fields) - {"addressees", "inferred"}
    )


@pytest.mark.parametrize(
    ("inner", "contained"),
    [
        pytest.param(Span(start=2, end=5), True, id="itself"),
        pytest.param(Span(start=3, end=4), True, id="inside"),
        pytest.param(Span(start=1, end=4), False, id="starts before"),
        pytest.param(Span(start=4, end=6), False, id="ends after"),
        pytest.param(Span(start=5, end=6), False, id="follows"),
    ],
)
def test_a_span_contains_what_lies_wholly_within(inner: Span, contained: bool) -> None:
    assert Span(start=2, end=5).contains(inner) is contained


def test_a_span_is_counted_in_code_points() -> None:
    assert Span(start=4, end=9).of("Quý 🇻🇳 một") == "🇻🇳 mộ"
