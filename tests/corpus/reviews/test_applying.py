"""What becomes of a record that readers spoke of: here, in another extraction, in another reading of the file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import extractor
from corpus.errors import ReviewError
from corpus.reviews import RECORD_LAYERS, Layer, Review, Said, State, Verdict, applied, judged
from corpus.samples import sample_paths
from schemas import Directive

NOON = dt.datetime(2031, 3, 12, 5, tzinfo=dt.UTC)
TEXT = next(path for path in sample_paths() if path.stem == "ke-hoach-cong-doan-tinh").read_bytes().decode()


@cache
def extraction() -> Directive:
    return extractor.extract(TEXT)


def said_of(directive: Directive, text: str, *things: Said) -> list[Review]:
    reviews: list[Review] = []
    for said in things:
        reviews.append(judged(directive, text, reviews, said, NOON))
    return reviews


def states(directive: Directive, text: str, reviews: Sequence[Review]) -> list[State]:
    return [outcome.state for outcome in applied(directive, text, reviews).outcomes]


def without(layer: Layer, record_id: str) -> Directive:
    """What an extractor would give that misses a record."""
    left = tuple(one for one in getattr(extraction(), layer.value) if one.id != record_id)
    changes: dict[str, object] = {layer.value: left}
    if layer is Layer.RESPONSIBILITIES:
        changes["deadlines"] = tuple(
            one.model_copy(update={"bodies": tuple(body for body in one.bodies if body != record_id)})
            for one in extraction().deadlines
        )
    return extraction().model_copy(update=changes)


ANY_RECORD = st.sampled_from([(layer, one.id) for layer in RECORD_LAYERS for one in getattr(extraction(), layer.value)])
ANY_SAID = st.builds(
    lambda record, verdict: Said(record[0], verdict, record[1]),
    ANY_RECORD,
    st.sampled_from([Verdict.CONFIRMED, Verdict.REJECTED]),
)


def test_without_reviews_the_extraction_is_returned() -> None:
    assert applied(extraction(), TEXT, []).directive is extraction()


@given(st.lists(ANY_RECORD, max_size=6))
def test_confirming_changes_no_value(records: list[tuple[Layer, str]]) -> None:
    reviews = said_of(extraction(), TEXT, *(Said(layer, Verdict.CONFIRMED, one) for layer, one in records))
    assert applied(extraction(), TEXT, reviews).directive == extraction()


@given(st.lists(ANY_SAID, max_size=6), st.randoms())
def test_order_in_which_reviews_are_given_does_not_matter(things: list[Said], random: object) -> None:
    reviews = said_of(extraction(), TEXT, *things)
    shuffled = sorted(reviews, key=lambda review: random.random())  # type: ignore[attr-defined]
    assert applied(extraction(), TEXT, shuffled) == applied(extraction(), TEXT, reviews)


@given(st.lists(ANY_SAID, min_size=1, max_size=6))
def test_withdrawing_everything_gives_the_extraction_back(things: list[Said]) -> None:
    reviews = [
        one.model_copy(update={"withdrawn_at": NOON + dt.timedelta(days=1)})
        for one in said_of(extraction(), TEXT, *things)
    ]
    assert applied(extraction(), TEXT, reviews).directive is extraction()


@settings(max_examples=30)
@given(st.lists(ANY_SAID, max_size=6), ANY_RECORD, st.integers(0, 400))
def test_whatever_is_extracted_next_the_outcome_is_a_valid_record(
    things: list[Said], missed: tuple[Layer, str], cut: int
) -> None:
    """Another extraction, and a text that lost its beginning: the application raises nothing."""
    reviews = said_of(extraction(), TEXT, *things)
    shorter = TEXT[cut:]
    for directive, text in ((without(*missed), TEXT), (extractor.extract(shorter), shorter)):
        outcome = applied(directive, text, reviews)
        assert Directive.model_validate(outcome.directive.model_dump()) == outcome.directive
        assert all(
            one.span.of(text) == one.text for layer in RECORD_LAYERS for one in getattr(outcome.directive, layer.value)
        )


@given(st.lists(ANY_SAID, min_size=1, max_size=4), st.integers(1, 300))
def test_text_before_a_record_may_grow(things: list[Said], lines: int) -> None:
    """Another loader gives what stands before: every record is found again where its words are now."""
    longer = "\n" * lines + TEXT
    found = applied(extractor.extract(longer), longer, said_of(extraction(), TEXT, *things)).outcomes
    assert State.ORPHANED not in {one.state for one in found}


def first(layer: Layer) -> str:
    return str(getattr(extraction(), layer.value)[0].id)


def test_corrected_value_counts_and_is_certain() -> None:
    correction = Said(Layer.DEADLINES, Verdict.CORRECTED, first(Layer.DEADLINES), {"end": "2024-06-30"})
    deadline = applied(extraction(), TEXT, said_of(extraction(), TEXT, correction)).directive.deadlines[0]
    assert (deadline.end, deadline.confidence) == (dt.date(2024, 6, 30), 1.0)


def test_correction_outlasts_an_extraction_that_misses_the_record() -> None:
    layer, one = Layer.RESPONSIBILITIES, first(Layer.RESPONSIBILITIES)
    reviews = said_of(extraction(), TEXT, Said(layer, Verdict.CORRECTED, one, {"body": "Công đoàn cơ sở xã"}))
    duties = applied(without(layer, one), TEXT, reviews).directive.responsibilities
    assert [duty.body for duty in duties if duty.span == extraction().responsibilities[0].span] == [
        "Công đoàn cơ sở xã"
    ]


def test_confirmed_value_outlasts_an_extraction_that_reads_it_differently() -> None:
    reviews = said_of(extraction(), TEXT, Said(Layer.DEADLINES, Verdict.CONFIRMED, first(Layer.DEADLINES)))
    right = extraction().deadlines[0]
    wrong = right.model_copy(update={"end": dt.date(2025, 1, 1), "confidence": 0.3})
    other = extraction().model_copy(update={"deadlines": (wrong, *extraction().deadlines[1:])})
    assert applied(other, TEXT, reviews).directive.deadlines[0].end == right.end


def test_record_found_within_other_bounds_is_the_one_that_was_reviewed() -> None:
    reviews = said_of(extraction(), TEXT, Said(Layer.DEADLINES, Verdict.REJECTED, first(Layer.DEADLINES)))
    right = extraction().deadlines[0]
    shorter = right.span.model_copy(update={"start": right.span.start + 4})
    wrong = right.model_copy(update={"span": shorter, "text": shorter.of(TEXT)})
    other = extraction().model_copy(update={"deadlines": (wrong, *extraction().deadlines[1:])})
    outcome = applied(other, TEXT, reviews)
    assert (outcome.outcomes[0].state, len(outcome.directive.deadlines)) == (
        State.MOVED,
        len(extraction().deadlines) - 1,
    )


def test_review_whose_words_are_gone_is_orphaned_and_changes_nothing() -> None:
    reviews = said_of(extraction(), TEXT, Said(Layer.DEADLINES, Verdict.REJECTED, first(Layer.DEADLINES)))
    text = TEXT.replace(extraction().deadlines[0].text, "sau này")
    other = extractor.extract(text)
    outcome = applied(other, text, reviews)
    assert (outcome.outcomes[0].state, outcome.directive) == (State.ORPHANED, other)


def test_rejected_body_is_linked_no_more() -> None:
    bound = next(deadline for deadline in extraction().deadlines if deadline.bodies)
    reviews = said_of(extraction(), TEXT, Said(Layer.RESPONSIBILITIES, Verdict.REJECTED, bound.bodies[0]))
    deadlines = applied(extraction(), TEXT, reviews).directive.deadlines
    assert all(bound.bodies[0] not in deadline.bodies for deadline in deadlines)


def added_body(start: int, body: str = "Ban Nữ công") -> Said:
    span = {"start": start, "end": start + 8}
    return Said(Layer.RESPONSIBILITIES, Verdict.ADDED, None, {"span": span, "body": body, "role": "lead"})


def test_added_record_has_the_words_at_its_span_and_its_section() -> None:
    (review,) = said_of(extraction(), TEXT, added_body(1250))
    outcome = applied(extraction(), TEXT, [review])
    duty = next(one for one in outcome.directive.responsibilities if one.id == outcome.outcomes[0].record_id)
    sections = [one.id for one in extraction().sections if one.span.start <= 1250 < one.span.end]
    assert (duty.text, duty.section) == (TEXT[1250:1258], sections[-1])


def test_deadline_may_bind_a_body_that_was_added() -> None:
    (body,) = said_of(extraction(), TEXT, added_body(1250))
    added = applied(extraction(), TEXT, [body]).outcomes[0].record_id
    binding = Said(Layer.DEADLINES, Verdict.CORRECTED, first(Layer.DEADLINES), {"bodies": [added]})
    reviews = [body, judged(extraction(), TEXT, [body], binding, NOON)]
    assert applied(extraction(), TEXT, reviews).directive.deadlines[0].bodies == (added,)


def test_two_records_may_be_added_at_one_place() -> None:
    reviews = said_of(extraction(), TEXT, added_body(1250), added_body(1250, "Ban Tuyên giáo"))
    bodies = {one.body for one in applied(extraction(), TEXT, reviews).directive.responsibilities}
    assert {"Ban Nữ công", "Ban Tuyên giáo"} <= bodies


def test_what_was_added_may_be_corrected_moved_and_rejected() -> None:
    reviews = said_of(extraction(), TEXT, added_body(1250))
    one = applied(extraction(), TEXT, reviews).outcomes[0].record_id
    for said in (
        Said(Layer.RESPONSIBILITIES, Verdict.CORRECTED, one, {"span": {"start": 1247, "end": 1262}}),
        Said(Layer.RESPONSIBILITIES, Verdict.CORRECTED, one, {"role": "execute"}),
        Said(Layer.RESPONSIBILITIES, Verdict.REJECTED, one),
    ):
        reviews.append(judged(extraction(), TEXT, reviews, said, NOON))
    duties = [
        [(duty.span.start, duty.role.value) for duty in part.responsibilities if duty.id == one]
        for part in (applied(extraction(), TEXT, reviews[:count]).directive for count in range(1, 5))
    ]
    assert duties == [[(1250, "lead")], [(1247, "lead")], [(1247, "execute")], []]


def test_rejected_record_may_be_confirmed_again() -> None:
    one = first(Layer.TARGETS)
    reviews = said_of(
        extraction(), TEXT, Said(Layer.TARGETS, Verdict.REJECTED, one), Said(Layer.TARGETS, Verdict.CONFIRMED, one)
    )
    assert applied(extraction(), TEXT, reviews).directive == extraction()
    assert states(extraction(), TEXT, reviews) == [State.SUPERSEDED, State.APPLIED]


def test_header_is_corrected_as_a_whole() -> None:
    reviews = said_of(extraction(), TEXT, Said(Layer.HEADER, Verdict.CORRECTED, record={"place": "Buôn Ma Thuột"}))
    header = applied(extraction(), TEXT, reviews).directive.header
    assert header == extraction().header.model_copy(update={"place": "Buôn Ma Thuột"})


@pytest.mark.parametrize(
    ("said", "field"),
    [
        pytest.param(Said(Layer.DEADLINES, Verdict.CORRECTED, "d1", {"end": "soon"}), "end", id="not a date"),
        pytest.param(Said(Layer.DEADLINES, Verdict.CORRECTED, "d1", {"colour": "red"}), "colour", id="no such field"),
        pytest.param(
            Said(Layer.DEADLINES, Verdict.CORRECTED, "d1", {"text": "khác"}), "text", id="words that stand elsewhere"
        ),
        pytest.param(
            Said(Layer.DEADLINES, Verdict.CORRECTED, "d1", {"span": {"start": 5, "end": 10**6}}),
            "span",
            id="off the end",
        ),
        pytest.param(Said(Layer.DEADLINES, Verdict.CORRECTED, "d1", {"bodies": ["r999"]}), "bodies", id="no such body"),
        pytest.param(Said(Layer.DEADLINES, Verdict.CONFIRMED, "d999"), "", id="no such record"),
        pytest.param(Said(Layer.TARGETS, Verdict.ADDED, None, {"value": "3"}), "span", id="added nowhere"),
        pytest.param(Said(Layer.HEADER, Verdict.REJECTED), "", id="header cannot be rejected"),
        pytest.param(
            Said(Layer.HEADER, Verdict.CORRECTED, record={"issued_on": "2031-02-30"}), "issued_on", id="header"
        ),
    ],
)
def test_what_fits_neither_text_nor_schema_is_refused(said: Said, field: str) -> None:
    with pytest.raises(ReviewError) as refused:
        judged(extraction(), TEXT, [], said, NOON)
    assert refused.value.facts["field"] == field
