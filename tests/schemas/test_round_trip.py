"""Any directive survives being written to JSON and read back."""

import datetime as dt
import json
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas import (
    Bound,
    Change,
    Citation,
    Comparator,
    Deadline,
    Diagnostic,
    DiagnosticCode,
    Directive,
    DocumentType,
    Granularity,
    Header,
    Recipient,
    Relation,
    Responsibility,
    Role,
    Secrecy,
    Section,
    SectionKind,
    Signature,
    Source,
    Span,
    Target,
    Urgency,
)

filled = st.text(min_size=1, max_size=12)
maybe_filled = st.none() | filled
dates = st.dates(dt.date(1945, 9, 2), dt.date(2100, 12, 31))
inferred = st.lists(st.sampled_from(["year", "month", "place", "issuer"]), max_size=2).map(tuple)


@st.composite
def spans(draw: st.DrawFn, within: Span) -> Span:
    start = draw(st.integers(within.start, within.end - 1))
    return Span(start=start, end=draw(st.integers(start + 1, within.end)))


@st.composite
def outlines(draw: st.DrawFn, whole: Span) -> tuple[Section, ...]:
    """Top sections one after the other, each perhaps with sections below it."""
    sections: list[Section] = []

    def split(within: Span, parent: Section | None) -> None:
        level = 1 if parent is None else parent.level + 1
        position = within.start
        while level < 4 and position < within.end and draw(st.booleans()):
            section = Section(
                id=f"s{len(sections) + 1}",
                parent=parent.id if parent else None,
                level=level,
                marker=draw(st.sampled_from(["I", "1.1", "a", "Điều 3", "-"])),
                kind=draw(st.none() | st.sampled_from(SectionKind)),
                heading=draw(maybe_filled),
                span=Span(start=position, end=draw(st.integers(position + 1, within.end))),
            )
            sections.append(section)
            split(section.span, section)
            position = section.span.end

    split(whole, None)
    return tuple(sections)


@st.composite
def evidence(draw: st.DrawFn, prefix: str, text: str, sections: tuple[Section, ...]) -> list[dict[str, Any]]:
    """What all records of one list have in common, in document order."""
    whole = Span(start=0, end=len(text))
    found = sorted(draw(st.lists(spans(whole), max_size=4)), key=lambda span: span.start)
    return [
        {
            "id": f"{prefix}{number}",
            "span": span,
            "text": span.of(text),
            "section": draw(
                st.sampled_from(
                    [None, *(s.id for s in sections if s.span.start <= span.start < s.span.end)],
                )
            ),
            "inferred": draw(inferred),
            "confidence": draw(confidences),
        }
        for number, span in enumerate(found, 1)
    ]


confidences = st.floats(0, 1)


@st.composite
def cited(draw: st.DrawFn) -> dict[str, Any]:
    """Number or name of a cited document."""
    if draw(st.booleans()):
        return {"name": draw(maybe_filled)}
    serial, year = draw(st.integers(1, 20_000)), draw(st.none() | st.integers(1945, 2100))
    symbol = draw(st.sampled_from(["KL/TW", "KH-LĐLĐ", "NĐ-CP", "QĐ-TTg"]))
    separator = "/" if year else draw(st.sampled_from("-/"))
    key = f"{serial:02}{separator}{f'{year}/' if year else ''}{symbol}"
    return {"key": key, "serial": serial, "year": year, "symbol": symbol}


@st.composite
def bound_in_time(draw: st.DrawFn) -> dict[str, Any]:
    """A bound with the dates that it may have."""
    first, last = sorted((draw(dates), draw(dates)))
    return draw(
        st.sampled_from(
            [
                {"bound": Bound.BEFORE, "end": last},
                {"bound": Bound.BY, "end": last},
                {"bound": Bound.BY},
                {"bound": Bound.FROM, "start": first},
                {"bound": Bound.ON, "start": first, "end": first},
                {"bound": Bound.WITHIN, "start": first, "end": last},
                {"bound": Bound.WITHIN},
                {"bound": Bound.RECURRING, "rrule": "FREQ=MONTHLY;INTERVAL=6"},
                {"bound": Bound.RECURRING, "start": first, "end": last, "rrule": "FREQ=YEARLY"},
            ]
        )
    )


@st.composite
def measured(draw: st.DrawFn) -> dict[str, Any]:
    """A comparator with the one or two values that it needs."""

    def canonical(number: Decimal) -> str:
        text = f"{number:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text

    comparator = draw(st.sampled_from(Comparator))
    least, most = sorted(draw(st.tuples(*[st.decimals(0, 10**12, places=2)] * 2)))
    values = {"comparator": comparator, "value": canonical(least)}
    return values | {"value_max": canonical(most)} if comparator is Comparator.RANGE else values


@st.composite
def directives(draw: st.DrawFn) -> Directive:
    text = draw(st.text(min_size=1, max_size=60))
    whole = Span(start=0, end=len(text))
    sections = draw(outlines(whole))
    responsibilities = tuple(
        Responsibility(
            body=draw(filled),
            parent_body=draw(maybe_filled),
            role=draw(st.sampled_from(Role)),
            tasks=tuple(draw(st.lists(spans(whole), max_size=2))),
            **common,
        )
        for common in draw(evidence("r", text, sections))
    )
    bodies = st.just(()) if not responsibilities else st.sampled_from([(record.id,) for record in responsibilities])
    task_span = draw(st.none() | spans(whole))
    deadlines = tuple(
        Deadline(
            time=draw(st.sampled_from([None, "07:30", "17:00:00", "24:00"])),
            granularity=draw(st.none() | st.sampled_from(Granularity)),
            task=task_span.of(text) if task_span else None,
            task_span=task_span,
            bodies=draw(bodies),
            **draw(bound_in_time()),
            **common,
        )
        for common in draw(evidence("d", text, sections))
    )
    return Directive(
        source=Source(
            path=draw(maybe_filled), sha256=draw(st.from_regex(r"[0-9a-f]{64}", fullmatch=True)), chars=len(text)
        ),
        header=Header(
            doc_type=draw(st.none() | st.sampled_from(DocumentType)),
            number="26/KH-LĐLĐ",
            key=draw(st.sampled_from([None, "26/KH-LĐLĐ"])),
            issuer=draw(maybe_filled),
            parent_issuer=draw(maybe_filled),
            place=draw(maybe_filled),
            issued_on=draw(st.none() | dates),
            title=draw(maybe_filled),
            urgency=draw(st.none() | st.sampled_from(Urgency)),
            secrecy=draw(st.none() | st.sampled_from(Secrecy)),
            addressees=tuple(draw(st.lists(filled, max_size=2))),
            inferred=draw(inferred),
        ),
        sections=sections,
        citations=tuple(
            Citation(
                doc_type=draw(st.none() | st.sampled_from(DocumentType)),
                issued_on=draw(st.none() | dates),
                issuer=draw(maybe_filled),
                title=draw(maybe_filled),
                provisions=tuple(draw(st.lists(filled, max_size=2))),
                relation=draw(st.sampled_from(Relation)),
                **draw(cited()),
                **common,
            )
            for common in draw(evidence("c", text, sections))
        ),
        deadlines=deadlines,
        targets=tuple(
            Target(
                unit=draw(maybe_filled),
                change=draw(st.none() | st.sampled_from(Change)),
                subject=draw(maybe_filled),
                deadline=draw(st.sampled_from([None, *(record.id for record in deadlines)])),
                **draw(measured()),
                **common,
            )
            for common in draw(evidence("t", text, sections))
        ),
        responsibilities=responsibilities,
        signature=draw(st.none() | st.builds(Signature, position=maybe_filled, signer=filled, span=spans(whole))),
        recipients=tuple(
            Recipient(text=common["text"], span=common["span"]) for common in draw(evidence("x", text, sections))
        ),
        diagnostics=tuple(
            draw(
                st.lists(
                    st.builds(
                        Diagnostic,
                        code=st.sampled_from(DiagnosticCode),
                        message=filled,
                        span=st.none() | spans(whole),
                    ),
                    max_size=2,
                )
            )
        ),
    )


@settings(max_examples=60, deadline=None)
@given(directives())
def test_json_round_trip(directive: Directive) -> None:
    assert Directive.model_validate_json(directive.model_dump_json()) == directive


@settings(max_examples=20, deadline=None)
@given(directives())
def test_python_round_trip(directive: Directive) -> None:
    assert Directive.model_validate(directive.model_dump()) == directive


@settings(max_examples=20, deadline=None)
@given(directives())
def test_json_holds_bare_values(directive: Directive) -> None:
    for deadline, written in zip(
        directive.deadlines, json.loads(directive.model_dump_json())["deadlines"], strict=True
    ):
        assert (written["bound"], written["end"]) == (
            str(deadline.bound),
            deadline.end.isoformat() if deadline.end else None,
        )
