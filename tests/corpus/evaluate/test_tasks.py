"""Scoring the work that records name and the links between them: which spans and links count as right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from corpus.evaluate import GoldDocument, Score, score_document

TEXT = "Sở Nội vụ: a) Rà soát các đơn vị; b) Báo cáo “Tỉnh ủy” trước 31/3/2031./. Ít nhất 95% đơn vị." + " " * 9

Record = dict[str, Any]


def span(words: str) -> Record:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


BODY: Record = {**span("Sở Nội vụ"), "body": "Sở Nội vụ", "role": "lead"}
OTHER: Record = {**span("Tỉnh ủy"), "body": "Tỉnh ủy", "role": "report_to"}
DEADLINE: Record = {**span("trước 31/3/2031"), "bound": "before", "from": None, "to": "2031-03-31", "rrule": None}
TARGET: Record = {**span("Ít nhất 95% đơn vị"), "comparator": "ge", "value": "95", "value_max": None, "unit": "%"}


def predicted(record: Record, **more: Any) -> Record:
    """The record as it would be extracted, with more fields."""
    inner = {key: value for key, value in record.items() if key not in ("start", "end", "from", "to")}
    dates = {"start": record["from"], "end": record["to"]} if "from" in record else {}
    return {**inner, **dates, "span": {"start": record["start"], "end": record["end"]}, **more}


def scores(gold: Mapping[str, Sequence[Record]], found: Mapping[str, Sequence[Record]]) -> dict[str, Score]:
    document = GoldDocument("a.txt", TEXT, "0" * 64, frozenset(gold), {}, gold)
    return dict(score_document(document, found).tally)


RIGHT, NEAR, WRONG = (1, 1), (0, 1), (0, 0)


@pytest.mark.parametrize(
    ("wanted", "given", "hits"),
    [
        pytest.param("Rà soát các đơn vị", "Rà soát các đơn vị", RIGHT, id="the same"),
        pytest.param("Rà soát các đơn vị", " Rà soát các đơn vị; ", RIGHT, id="space and punctuation at the edges"),
        pytest.param("Báo cáo “Tỉnh ủy”", "Báo cáo “Tỉnh ủy", RIGHT, id="a quotation mark that closes"),
        pytest.param("Báo cáo “Tỉnh ủy” trước 31/3/2031", "b) Báo cáo “Tỉnh ủy” trước 31/3/2031", NEAR, id="a marker"),
        pytest.param("Rà soát các đơn vị", "soát các", WRONG, id="half of it"),
        pytest.param("Rà soát các đơn vị", "Báo cáo “Tỉnh ủy”", WRONG, id="another place"),
    ],
)
def test_span_of_work(wanted: str, given: str, hits: tuple[int, int]) -> None:
    responsibilities = scores(
        {"responsibilities": [{**BODY, "tasks": [span(wanted)]}]},
        {"responsibilities": [predicted(BODY, tasks=[span(given)])]},
    )
    deadlines = scores(
        {"deadlines": [{**DEADLINE, "task_span": span(wanted)}]},
        {"deadlines": [predicted(DEADLINE, task_span=span(given))]},
    )

    exact, near = hits
    assert responsibilities["responsibilities.tasks"] == deadlines["deadlines.task"] == Score(exact, 1, 1)
    assert responsibilities["responsibilities.tasks_near"] == deadlines["deadlines.task_near"] == Score(near, 1, 1)


TASKS = [span("Rà soát các đơn vị"), span("Báo cáo “Tỉnh ủy” trước 31/3/2031")]


@pytest.mark.parametrize(
    ("wanted", "given", "score"),
    [
        pytest.param(TASKS, TASKS[::-1], Score(2, 2, 2), id="in any order"),
        pytest.param(TASKS, TASKS[:1], Score(1, 2, 1), id="one is missing"),
        pytest.param(TASKS[:1], TASKS, Score(1, 1, 2), id="one too many"),
        pytest.param(TASKS, [{"start": TASKS[0]["start"], "end": TASKS[1]["end"]}], Score(0, 2, 1), id="run together"),
        pytest.param([], [], Score(0, 0, 0), id="no work is said and none given"),
        pytest.param([], TASKS[:1], Score(0, 0, 1), id="no work is said"),
        pytest.param(TASKS[:1] * 2, TASKS[:1], Score(1, 2, 1), id="each given span counts once"),
        pytest.param(TASKS[:1], "Rà soát", Score(0, 1, 0), id="what is no span is nothing"),
    ],
)
def test_several_spans_of_work(wanted: list[Record], given: object, score: Score) -> None:
    gold = {"responsibilities": [{**BODY, "tasks": wanted}]}

    rows = scores(gold, {"responsibilities": [predicted(BODY, tasks=given)]})

    assert rows["responsibilities.tasks"] == score


def test_records_that_are_not_matched_do_not_count() -> None:
    gold = {"responsibilities": [{**BODY, "tasks": TASKS[:1]}, {**OTHER, "tasks": TASKS[1:]}]}

    rows = scores(gold, {"responsibilities": [predicted(BODY, tasks=TASKS[:1])]})

    assert rows["responsibilities.tasks"] == Score(1, 1, 1)


def test_annotation_that_does_not_say_is_not_scored() -> None:
    gold: dict[str, Sequence[Record]] = {"responsibilities": [BODY], "deadlines": [DEADLINE], "targets": [TARGET]}

    rows = scores(gold, {"responsibilities": [predicted(BODY, tasks=TASKS)]})

    assert {row.partition(".")[2] for row in rows} <= {"span", "value", ""}


LINKED: dict[str, Sequence[Record]] = {
    "responsibilities": [BODY, OTHER],
    "deadlines": [{**DEADLINE, "bodies": [0]}],
    "targets": [{**TARGET, "deadline": 0}],
}


@pytest.mark.parametrize(
    ("bodies", "deadline", "score_of_bodies", "score_of_deadline"),
    [
        pytest.param(["r1"], "d1", Score(1, 1, 1), Score(1, 1, 1), id="right"),
        pytest.param(["r1", "r2"], "d1", Score(1, 1, 2), Score(1, 1, 1), id="one too many"),
        pytest.param(["r2"], None, Score(0, 1, 1), Score(0, 1, 0), id="another, and none"),
        pytest.param(["r1", "r9"], "d9", Score(1, 1, 1), Score(0, 1, 0), id="to a record that has no match"),
        pytest.param("r1", ["d1"], Score(1, 1, 1), Score(1, 1, 1), id="one link or a list of them"),
    ],
)
def test_links(bodies: object, deadline: object, score_of_bodies: Score, score_of_deadline: Score) -> None:
    found = {
        "responsibilities": [predicted(BODY, id="r1"), predicted(OTHER, id="r2")],
        "deadlines": [predicted(DEADLINE, id="d1", bodies=bodies)],
        "targets": [predicted(TARGET, deadline=deadline)],
    }

    rows = scores(LINKED, found)

    assert (rows["deadlines.bodies"], rows["targets.deadline"]) == (score_of_bodies, score_of_deadline)


def test_differences_are_quoted() -> None:
    gold = {"responsibilities": [{**BODY, "tasks": TASKS}]}
    document = GoldDocument("a.txt", TEXT, "0" * 64, frozenset(gold), {}, gold)
    given = {"responsibilities": [predicted(BODY, tasks=[span("soát các đơn vị")])]}

    findings = score_document(document, given).findings

    assert [(found.layer, found.what, found.text, found.detail) for found in findings] == [
        ("responsibilities.tasks", "value", "Rà soát các đơn vị", "got soát các đơn vị"),
        ("responsibilities.tasks", "missed", "Báo cáo “Tỉnh ủy” trước 31/3/2031", ""),
    ]
