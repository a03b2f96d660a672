"""Whole documents, from the file to the record: the samples, and pages spliced together from them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.extraction import extract_file
from corpus.samples import sample_paths
from extractor import extract
from schemas import Directive, Evidence, Recipient

SAMPLES = sample_paths()
LINES = [line for path in SAMPLES for line in path.read_text("utf-8").split("\n")]


def misplaced(directive: Directive, text: str) -> list[Evidence | Recipient]:
    """The records whose text does not stand where their span says."""
    records: list[Evidence | Recipient] = [
        *directive.citations,
        *directive.deadlines,
        *directive.targets,
        *directive.responsibilities,
        *directive.recipients,
    ]
    return [record for record in records if record.span.of(text) != record.text]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_fact_of_a_sample_is_in_its_text(path: Path) -> None:
    document = extract_file(path)
    assert misplaced(document.directive, document.loaded.text) == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_record_of_a_sample_round_trips_through_json(path: Path) -> None:
    directive = extract_file(path).directive
    assert Directive.model_validate_json(directive.model_dump_json()) == directive


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_windows_newlines_and_a_byte_order_mark_change_nothing_but_offsets(path: Path) -> None:
    text = path.read_text("utf-8")
    plain, windows = extract(text), extract("\ufeff" + text.replace("\n", "\r\n"))
    assert facts(windows) == facts(plain)


def facts(directive: Directive) -> object:
    """What a record says, without where it stands."""
    return (
        directive.header,
        [(section.marker, section.level, section.kind) for section in directive.sections],
        [(citation.key, citation.name, citation.relation) for citation in directive.citations],
        [(deadline.bound, deadline.start, deadline.end, deadline.rrule) for deadline in directive.deadlines],
        [(target.comparator, target.value, target.unit) for target in directive.targets],
        [(duty.role, duty.body) for duty in directive.responsibilities],
    )


@given(st.lists(st.sampled_from(LINES), max_size=60), st.integers(0, 40))
def test_any_page_of_known_lines_gives_a_record_with_evidence(lines: list[str], cut: int) -> None:
    text = "\n".join(lines)[cut:]
    directive = extract(text)
    assert misplaced(directive, text) == []
    assert extract(text) == directive
