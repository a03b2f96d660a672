"""A record that is made of its values without validation is the one that validation makes of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.samples import chain_paths, sample_paths
from extractor import extract
from extractor.confidence import Signals
from extractor.find.mentions import (
    BodyMention,
    CitationMention,
    DeadlineMention,
    Quantity,
    ResponsibilityMention,
    TargetMention,
    TimeExpression,
)
from extractor.pipeline import Findings, read
from extractor.reading import HeaderFacts, Reading, Remark, SignatureFacts
from extractor.record import build_record
from schemas import Directive, DocumentType, Source, Span
from schemas.making import maker_of
from schemas.vocabulary import Bound, Change, Comparator, DiagnosticCode, Granularity, Relation, Role, Urgency

TEXT = """KẾ HOẠCH
Trồng cây năm 2031

I. MỤC TIÊU
1. Trồng  90 cây trước ngày 15/6/2031.
2. Giao Phòng Kinh tế chủ trì.
| Việc | Ai | Khi nào |
| Tưới cây | Hội Nông dân | Hằng năm |
"""
READING = read(TEXT)
LENGTH = len(READING.text)


def mostly(usual: object, *others: object) -> st.SearchStrategy[Any]:
    """Draw `usual` three times in four: what is wrong with the others must not hide all else."""
    return st.sampled_from([*[usual] * 3 * len(others), *others])


#: Values as finders give them, and some that they should not give.
words = mostly("Phòng Kinh tế", None, "")
dates = st.sampled_from([None, dt.date(2031, 1, 1), dt.date(2031, 6, 15)])
inferred = mostly((), ("place",), ("month", "year"), ("issuer",), ("Năm",), ("",))
#: Key, serial, year and symbol.
_NUMBERED: list[tuple[str | None, int | None, int | None, str | None]] = [
    (None, None, None, None),
    (None, 12, None, None),
    (None, None, 2021, None),
    (None, None, None, "KL TW"),
    (None, None, None, "KL/TW"),
    ("01-KL/TW", 1, None, "KL/TW"),
    ("01-KL/TW", 1, None, "kl/tw"),
    ("01-KL/TW", 2, None, "KL/TW"),
    ("01-KL/TW", 1, 2021, "KL/TW"),
    ("01-KL/TW", 1, None, "KH/TW"),
    ("01-KL/TW", 1, None, None),
    ("12a-KL/TW", 12, None, "KL/TW"),
    ("49/2021/NĐ-CP", 49, 2021, "NĐ-CP"),
    ("49/2021/NĐ-CP", 49, None, "NĐ-CP"),
    ("49/1700/NĐ-CP", 49, 1700, "NĐ-CP"),
    ("1-KL/TW", 1, None, "KL/TW"),
    ("01 KL", 1, None, "KL"),
    ("", None, None, None),
]
numbered = st.sampled_from(_NUMBERED)
#: Value and upper end.
_AMOUNTS = [
    *((Decimal(value), None) for value in ("0", "2.50", "1E+3", "-5", "-0", "NaN", "Infinity")),
    *((Decimal(low), Decimal(high)) for low, high in (("2", "3"), ("3", "2.5"), ("-3", "2"), ("2", "Infinity"))),
]
amounts = st.sampled_from(_AMOUNTS)


@st.composite
def flow_spans(draw: st.DrawFn) -> tuple[int, int]:
    start = draw(st.integers(0, LENGTH - 1))
    return start, draw(st.integers(start + 1, LENGTH))


@st.composite
def citations(draw: st.DrawFn) -> CitationMention:
    (start, end), (key, serial, year, symbol) = draw(flow_spans()), draw(numbered)
    return CitationMention(
        start,
        end,
        draw(st.none() | st.sampled_from(DocumentType)),
        key,
        serial,
        year,
        symbol,
        draw(words),
        draw(dates),
        draw(words),
        draw(st.none() | flow_spans()),
        draw(mostly((), ("Điều 5",), ("",))),
        draw(st.sampled_from(Relation)),
    )


@st.composite
def deadlines(draw: st.DrawFn) -> DeadlineMention:
    expression = TimeExpression(
        *draw(flow_spans()),
        draw(st.sampled_from(Bound)),
        draw(dates),
        draw(dates),
        draw(st.sampled_from(Granularity)),
        draw(mostly(None, "08:00", "25:00")),
        draw(mostly(None, "FREQ=YEARLY", "FREQ=MONTHLY;INTERVAL=6", "FREQ=MONTHLY;BYMONTHDAY=40")),
        draw(inferred),
    )
    return DeadlineMention(expression, draw(st.none() | flow_spans()))


@st.composite
def targets(draw: st.DrawFn) -> TargetMention:
    (start, end), (value, value_max) = draw(flow_spans()), draw(amounts)
    quantity = Quantity(
        start,
        end,
        draw(st.sampled_from([Comparator.RANGE, Comparator.GE])),
        value,
        value_max,
        draw(st.sampled_from(["", "%", "cây"])),
        draw(st.none() | st.sampled_from(Change)),
    )
    return TargetMention(quantity, draw(st.none() | flow_spans()))


@st.composite
def responsibilities(draw: st.DrawFn) -> ResponsibilityMention:
    body = BodyMention(*draw(flow_spans()), draw(st.sampled_from(["Phòng Kinh tế", ""])), draw(words), draw(inferred))
    tasks = tuple(draw(st.lists(flow_spans(), max_size=2)))
    return ResponsibilityMention(body, draw(st.sampled_from(Role)), tasks)


@st.composite
def headers(draw: st.DrawFn) -> HeaderFacts:
    numbers = [(None, None), ("01-KL/TW", "01-KL/TW"), ("1-KL/TW", "01-KL/TW"), ("2-KL", "01-KL/TW"), ("0 1-KL", None)]
    return HeaderFacts(
        draw(st.none() | st.sampled_from(DocumentType)),
        *draw(st.sampled_from([*numbers, (None, "01-KL/TW"), ("1-KL/TW", "1-KL/TW"), ("01-KL", None)])),
        draw(words),
        draw(words),
        draw(words),
        draw(dates),
        draw(words),
        draw(mostly(None, *Urgency, "gap")),
        None,
        draw(mostly((), ("Ủy ban nhân dân xã",), ("",))),
        draw(inferred),
    )


@st.composite
def signatures(draw: st.DrawFn) -> SignatureFacts:
    return SignatureFacts(draw(words), draw(words), draw(words), *draw(flow_spans()))


@st.composite
def remarks(draw: st.DrawFn) -> Remark:
    return Remark(draw(st.sampled_from([*DiagnosticCode, "missing_date"])), "Thiếu", *draw(flow_spans()))


def found(
    cited: list[CitationMention] | None = None,
    due: list[DeadlineMention] | None = None,
    aims: list[TargetMention] | None = None,
    duties: list[ResponsibilityMention] | None = None,
) -> Findings:
    cited, due, aims, duties = cited or [], due or [], aims or [], duties or []
    return Findings(
        cited,
        due,
        aims,
        duties,
        [0 if due else None for _ in aims],
        [tuple(range(len(duties))) for _ in due],
        Signals([() for _ in cited], [() for _ in due], [() for _ in aims], [() for _ in duties]),
    )


def made(findings: Findings, reading: Reading = READING) -> Directive:
    return build_record(reading, findings, Source(sha256="0" * 64, chars=len(TEXT)))


def assert_validation_makes_the_same(record: Directive) -> None:
    validated = Directive.model_validate(record.model_dump())
    # what is written tells kinds of values apart that are equal, such as a term and its bare string
    assert (repr(record), record) == (repr(validated), validated)


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in (*sample_paths(), *chain_paths())])
def test_the_record_of_a_sample_is_the_validated_one(path: Path) -> None:
    assert_validation_makes_the_same(extract(path.read_text("utf-8")))


@settings(max_examples=300)
@given(citations())
def test_the_record_of_a_citation_is_the_validated_one(mention: CitationMention) -> None:
    assert_validation_makes_the_same(made(found(cited=[mention])))


@settings(max_examples=300)
@given(deadlines(), st.lists(responsibilities(), max_size=1))
def test_the_record_of_a_deadline_is_the_validated_one(
    mention: DeadlineMention, duties: list[ResponsibilityMention]
) -> None:
    assert_validation_makes_the_same(made(found(due=[mention], duties=duties)))


@pytest.mark.parametrize("bound", [pytest.param(bound, id=bound.value) for bound in Bound])
def test_a_time_of_any_bound_is_the_validated_one(bound: Bound) -> None:
    days = (None, dt.date(2031, 1, 1), dt.date(2031, 6, 15))
    due = [
        DeadlineMention(TimeExpression(0, 5, bound, first, last, Granularity.DAY, None, rule, ()), None)
        for first, last, rule in product(days, days, (None, "FREQ=YEARLY"))
    ]
    assert_validation_makes_the_same(made(found(due=due)))


@settings(max_examples=300)
@given(targets(), st.lists(deadlines(), max_size=1))
def test_the_record_of_a_target_is_the_validated_one(mention: TargetMention, due: list[DeadlineMention]) -> None:
    assert_validation_makes_the_same(made(found(due=due, aims=[mention])))


@settings(max_examples=300)
@given(responsibilities())
def test_the_record_of_a_responsibility_is_the_validated_one(mention: ResponsibilityMention) -> None:
    assert_validation_makes_the_same(made(found(duties=[mention])))


@settings(max_examples=300)
@given(headers(), signatures(), remarks())
def test_the_record_of_head_and_foot_is_the_validated_one(
    header: HeaderFacts, signature: SignatureFacts, remark: Remark
) -> None:
    reading = replace(READING, header=header, signature=signature, remarks=(remark,))
    assert_validation_makes_the_same(made(found(), reading))


def test_a_made_record_says_that_all_its_fields_are_given() -> None:
    assert maker_of(Span)({"start": 1, "end": 2}).model_fields_set == {"start", "end"}


def test_a_changed_copy_of_a_made_record_leaves_others_as_they_are() -> None:
    make = maker_of(Source)
    values = Source(sha256="0" * 64, chars=5).model_dump()
    first, second = make(dict(values)), make(dict(values))
    changed = first.model_copy(update={"path": "a.txt"})
    assert (changed.path, first.path, second.path) == ("a.txt", None, None)
