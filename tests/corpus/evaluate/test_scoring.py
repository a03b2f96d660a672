"""Scoring one document: which predictions count as found, which as right, and what the figures are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from corpus.evaluate import GoldDocument, score_document

TEXT = "Hoàn thành trước 31/3/2031; ít nhất 95% đơn vị theo Kết luận số 12-KL/TW; do Sở Nội vụ chủ trì." + " " * 200

Record = dict[str, Any]


def gold(layer: str, *records: Record, header: Record | None = None) -> GoldDocument:
    return GoldDocument(
        name="a.txt",
        text=TEXT,
        sha256="0" * 64,
        layers=frozenset([layer]),
        header=header or {},
        records={layer: list(records)},
    )


def found(record: Mapping[str, Any], **changes: Any) -> Record:
    """A prediction that agrees with annotation but for the changes."""
    inner = {key: value for key, value in record.items() if key not in ("start", "end", "from", "to")}
    if "from" in record:
        inner |= {"start": record["from"], "end": record["to"]}
    span = {"start": changes.pop("at", record["start"]), "end": changes.pop("until", record["end"])}
    return {**inner, "span": span, **changes}


CITATION: Record = {
    "start": 50,
    "end": 72,
    "doc_type": "ket_luan",
    "key": "12-KL/TW",
    "name": None,
    "issued_on": None,
    "relation": "dan_chieu",
}
NAMED: Record = {**CITATION, "doc_type": "luat", "key": None, "name": "Công đoàn, giai đoạn 2021 - 2025"}
DEADLINE: Record = {"start": 11, "end": 26, "bound": "before", "from": None, "to": "2031-03-31", "rrule": None}
RECURRING: Record = {**DEADLINE, "bound": "recurring", "to": None, "rrule": "FREQ=MONTHLY;BYMONTHDAY=25"}
TARGET: Record = {"start": 28, "end": 46, "comparator": "ge", "value": "95", "value_max": None, "unit": "%"}
BODY: Record = {"start": 77, "end": 86, "body": "Sở Nội vụ", "parent_body": "Tỉnh Hà Tĩnh", "role": "lead"}

ALL = (1, 1, 1)
SPAN_ONLY = (0, 1, 1)


@pytest.mark.parametrize(
    ("layer", "record", "changes", "span", "value"),
    [
        pytest.param("targets", TARGET, {}, ALL, ALL, id="the same"),
        pytest.param("targets", TARGET, {"at": 37}, ALL, ALL, id="inside the annotated span"),
        pytest.param("targets", TARGET, {"at": 37, "until": 55}, ALL, ALL, id="half of the shorter span in common"),
        pytest.param("targets", TARGET, {"at": 38, "until": 56}, (0, 1, 1), (0, 1, 1), id="less than half in common"),
        pytest.param("targets", TARGET, {"value": "95.0"}, ALL, ALL, id="a number written otherwise"),
        pytest.param("targets", TARGET, {"value": "9.5"}, ALL, SPAN_ONLY, id="another number"),
        pytest.param("targets", TARGET, {"comparator": "gt"}, ALL, SPAN_ONLY, id="another comparator"),
        pytest.param("targets", TARGET, {"unit": "đơn vị"}, ALL, SPAN_ONLY, id="a share is not a count"),
        pytest.param("targets", {**TARGET, "unit": "căn"}, {"unit": "nhà"}, ALL, ALL, id="nouns are not compared"),
        pytest.param("deadlines", DEADLINE, {}, ALL, ALL, id="a deadline's dates are from and to"),
        pytest.param("deadlines", DEADLINE, {"bound": "by"}, ALL, SPAN_ONLY, id="another bound"),
        pytest.param("deadlines", DEADLINE, {"end": "2031-03-30"}, ALL, SPAN_ONLY, id="another day"),
        pytest.param(
            "deadlines",
            RECURRING,
            {"rrule": "RRULE:bymonthday=25;FREQ=monthly;INTERVAL=1"},
            ALL,
            ALL,
            id="the same rule",
        ),
        pytest.param("deadlines", RECURRING, {"rrule": "FREQ=MONTHLY"}, ALL, SPAN_ONLY, id="another rule"),
        pytest.param("citations", CITATION, {"doc_type": None}, ALL, SPAN_ONLY, id="a type is missing"),
        pytest.param("citations", CITATION, {"key": "13-KL/TW"}, ALL, SPAN_ONLY, id="another key"),
        pytest.param("citations", CITATION, {"issued_on": "2021-05-18"}, ALL, SPAN_ONLY, id="a date that is not there"),
        pytest.param("citations", CITATION, {"name": "x"}, ALL, ALL, id="names of numbered documents do not count"),
        pytest.param("citations", NAMED, {"name": "Công Đoàn"}, ALL, ALL, id="a name without its period"),
        pytest.param("citations", NAMED, {"name": "Lao động"}, ALL, SPAN_ONLY, id="another name"),
        pytest.param("citations", NAMED, {"key": "12-KL/TW"}, ALL, SPAN_ONLY, id="a key for a named document"),
        pytest.param("responsibilities", BODY, {"body": "SỞ NỘI VỤ"}, ALL, ALL, id="case does not count"),
        pytest.param(
            "responsibilities",
            BODY,
            {"body": "Sở Nội vụ Tỉnh Hà Tĩnh", "parent_body": None},
            ALL,
            ALL,
            id="owner in name",
        ),
        pytest.param("responsibilities", BODY, {"role": "execute"}, ALL, SPAN_ONLY, id="another role"),
        pytest.param("responsibilities", BODY, {"body": "Sở Y tế"}, ALL, SPAN_ONLY, id="another body"),
    ],
)
def test_one_prediction_for_one_record(
    layer: str, record: Record, changes: Record, span: tuple[int, int, int], value: tuple[int, int, int]
) -> None:
    tally = score_document(gold(layer, record), {layer: [found(record, **changes)]}).tally
    counts = [(s.hits, s.gold, s.predicted) for s in (tally[f"{layer}.span"], tally[f"{layer}.value"])]
    assert counts == [span, value]


def test_the_right_one_of_two_overlapping_predictions_is_paired() -> None:
    wrong, right = found(TARGET, value="5"), found(TARGET, at=TARGET["start"] + 5)
    tally = score_document(gold("targets", TARGET), {"targets": [wrong, right]}).tally
    assert (tally["targets.value"].hits, tally["targets.value"].predicted) == (1, 2)


def test_a_document_without_a_prediction_counts_as_empty() -> None:
    score = score_document(gold("deadlines", DEADLINE), {}).tally["deadlines.value"]
    assert (score.precision, score.recall, score.f1) == (0.0, 0.0, 0.0)


def test_nothing_wanted_and_nothing_found_is_perfect() -> None:
    score = score_document(gold("deadlines"), {}).tally["deadlines.value"]
    assert (score.precision, score.recall, score.f1) == (1.0, 1.0, 1.0)


def test_only_annotated_layers_are_scored() -> None:
    tally = score_document(gold("targets", TARGET), {"deadlines": [found(DEADLINE)], "targets": []}).tally
    assert [row for row, _ in tally] == ["targets.span", "targets.value", "evidence"]


def test_works_are_distinct_keys() -> None:
    again = {**CITATION, "start": 80, "end": 90}
    predicted = [found(CITATION), found(again), found(CITATION, key="99/2030/NĐ-CP", at=0, until=5)]
    works = score_document(gold("citations", CITATION, again), {"citations": predicted}).tally["citations.works"]
    assert (works.hits, works.gold, works.predicted) == (1, 1, 2)


def test_relation_is_scored_where_the_value_is_right() -> None:
    other = {**CITATION, "start": 80, "end": 90}
    given = [found(CITATION, key="13-KL/TW"), found(other, relation="can_cu")]
    relation = score_document(gold("citations", CITATION, other), {"citations": given}).tally["citations.relation"]
    assert (relation.hits, relation.gold, relation.predicted) == (0, 1, 1)


@pytest.mark.parametrize(
    ("wanted", "given", "right"),
    [
        pytest.param({"title": "Về tổng kết công tác"}, {"title": "về tổng kết  công tác."}, True, id="spelling"),
        pytest.param({"title": "Về tổng kết công tác"}, {"title": "Về thi đua"}, False, id="another title"),
        pytest.param({"key": "12/KH-UBND"}, {"key": "12-KH/UBND"}, False, id="keys are exact"),
        pytest.param({"issuer": ["Ban Chấp hành", "Tỉnh đoàn"]}, {"issuer": "Tỉnh đoàn"}, True, id="several answers"),
        pytest.param({"place": None}, {"place": "Huế"}, False, id="a place that is not printed"),
        pytest.param({"place": None}, {}, True, id="rightly nothing"),
        pytest.param({"issuer": "Sở Nội vụ"}, {"issuer": {"name": "Sở Nội vụ"}}, True, id="a body as an object"),
    ],
)
def test_header_fields(wanted: Record, given: Record, right: bool) -> None:
    (field,) = wanted
    score = score_document(gold("header", header=wanted), {"header": given}).tally[f"header.{field}"]
    assert (score.hits, score.gold, score.predicted) == (int(right), 1, 1)


def test_signer_is_taken_from_the_signature() -> None:
    document = gold("header", header={"signer": "Nguyễn Văn Mẫu"})
    score = score_document(document, {"signature": {"signer": "NGUYỄN VĂN MẪU"}}).tally["header.signer"]
    assert score.hits == 1


def section(marker: str, start: int, level: int = 1, **more: Any) -> Record:
    return {"marker": marker, "start": start, "end": start + 5, "level": level, "kind": "khac", **more}


def predicted(marker: str, start: int, parent: str | None = None, **more: Any) -> Record:
    return {"marker": marker, "span": {"start": start, "end": start + 40}, "parent": parent, "kind": "khac", **more}


@pytest.mark.parametrize(
    ("given", "top", "numbered"),
    [
        pytest.param([predicted("I", 0), predicted("1", 10, "s1")], (1, 1, 1), (2, 2, 2), id="all"),
        pytest.param([predicted("I.", 3)], (1, 1, 1), (1, 2, 1), id="a start within three, a marker with its point"),
        pytest.param([predicted("I", 4)], (0, 1, 1), (0, 2, 1), id="a start too far away"),
        pytest.param([predicted("I", 0, kind="noi_dung")], (0, 1, 1), (1, 2, 1), id="the kind counts at the top only"),
        pytest.param([predicted("-", 20, "s1")], (0, 1, 0), (0, 2, 0), id="bullets are not scored"),
        pytest.param([predicted("1", 10)], (0, 1, 1), (1, 2, 1), id="the wrong level"),
    ],
)
def test_sections(given: list[Record], top: tuple[int, int, int], numbered: tuple[int, int, int]) -> None:
    document = gold("sections", section("I", 0), section("1", 10, 2), section("-", 20, 3))
    tally = score_document(document, {"sections": given}).tally
    rows = (tally["sections.top"], tally["sections.numbered"])
    assert [(score.hits, score.gold, score.predicted) for score in rows] == [top, numbered]


@pytest.mark.parametrize(
    ("record", "good"),
    [
        pytest.param({"span": {"start": 0, "end": 4}}, True, id="a span in the text"),
        pytest.param({"span": {"start": 0, "end": 4}, "text": "Hoàn"}, True, id="the text that stands there"),
        pytest.param({"span": {"start": 0, "end": 4}, "text": "hoàn"}, False, id="another text"),
        pytest.param({"span": {"start": 4, "end": 4}}, False, id="an empty span"),
        pytest.param({"span": {"start": 0, "end": 10_000}}, False, id="past the end"),
    ],
)
def test_evidence(record: Record, good: bool) -> None:
    tally = score_document(gold("targets"), {"sections": [record], "targets": []}).tally
    assert tally["evidence"].hits == int(good)


def test_differences_are_reported_with_their_text() -> None:
    score = score_document(gold("targets", TARGET), {"targets": [found(DEADLINE)]})
    shown = [(finding.layer, finding.what, finding.start, finding.text) for finding in score.findings]
    assert shown == [
        ("targets", "missed", 28, "ít nhất 95% đơn vị"),
        ("targets", "spurious", 11, "trước 31/3/2031"),
    ]
