"""Errors by class: what is told apart, what is counted, and what the text looks like there."""

from __future__ import annotations

from typing import Any

import pytest

from corpus.evaluate import GoldDocument, score_document
from corpus.evaluate.classes import error_classes
from corpus.evaluate.constructions import CONSTRUCTIONS, constructions_at

Record = dict[str, Any]
TEXT = "Sở Nội vụ, Sở Tài chính và Sở Y tế trình trước 31/3/2031, theo Kết luận số 12-KL/TW." + " " * 40


def at(words: str) -> Record:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def body(words: str, **changes: Any) -> Record:
    return {**at(words), "body": words, "role": "execute", "parent_body": None, **changes}


def given(record: Record, **changes: Any) -> Record:
    span = {"start": changes.pop("at", record["start"]), "end": changes.pop("until", record["end"])}
    return {**{key: value for key, value in record.items() if key not in ("start", "end")}, "span": span, **changes}


def kinds(layer: str, gold: list[Record], found: list[Record]) -> list[tuple[str, int]]:
    document = GoldDocument("a.txt", TEXT, "0" * 64, frozenset([layer]), {}, {layer: gold})
    return [
        (group.kind, len(group.findings)) for group in error_classes(score_document(document, {layer: found}).findings)
    ]


OFFICE, FINANCE, HEALTH = body("Sở Nội vụ"), body("Sở Tài chính"), body("Sở Y tế")
ALL = body("Sở Nội vụ, Sở Tài chính và Sở Y tế", body="Sở")
CITED = {**at("Kết luận số 12-KL/TW"), "doc_type": "ket_luan", "key": "12-KL/TW", "name": None, "issued_on": None}
CITED |= {"relation": "thuc_hien"}
DUE = {**at("trước 31/3/2031"), "bound": "before", "from": None, "to": "2031-03-31", "rrule": None}


@pytest.mark.parametrize(
    ("layer", "gold", "found", "expected"),
    [
        pytest.param("responsibilities", [OFFICE], [given(OFFICE)], [], id="nothing wrong"),
        pytest.param("responsibilities", [OFFICE, HEALTH], [], [("missed", 2)], id="missed"),
        pytest.param("responsibilities", [], [given(OFFICE)], [("spurious", 1)], id="spurious"),
        pytest.param(
            "responsibilities", [OFFICE], [given(OFFICE, at=8, until=22)], [("boundary", 1)], id="another boundary"
        ),
        pytest.param(
            "responsibilities", [OFFICE, FINANCE], [given(ALL)], [("merged", 1), ("wrong body", 1)], id="merged"
        ),
        pytest.param("responsibilities", [ALL], [given(ALL), given(FINANCE)], [("doubled", 1)], id="doubled"),
        pytest.param("responsibilities", [OFFICE], [given(OFFICE, role="lead")], [("wrong role", 1)], id="role"),
        pytest.param(
            "responsibilities",
            [OFFICE],
            [given(OFFICE, role="lead", body="Sở Y tế")],
            [("wrong role, body", 1)],
            id="two fields",
        ),
        pytest.param("citations", [CITED], [given(CITED, key="13-KL/TW")], [("wrong key", 1)], id="key"),
        pytest.param("citations", [CITED], [given(CITED, doc_type=None)], [("wrong doc_type", 1)], id="type"),
        pytest.param(
            "citations",
            [CITED],
            [given(CITED, relation="can_cu")],
            [("wrong relation (thuc_hien)", 1)],
            id="relation of what is right",
        ),
        pytest.param(
            "deadlines",
            [DUE],
            [given(DUE, bound="by", end="2031-03-30")],
            [("wrong bound, end", 1)],
            id="bound and end",
        ),
    ],
)
def test_class(layer: str, gold: list[Record], found: list[Record], expected: list[tuple[str, int]]) -> None:
    assert kinds(layer, gold, found) == expected


def test_the_largest_class_of_a_layer_comes_first() -> None:
    found = [given(OFFICE, role="lead"), given(FINANCE, role="lead")]
    assert kinds("responsibilities", [OFFICE, FINANCE, HEALTH], found) == [("wrong role", 2), ("missed", 1)]


def section(marker: str, start: int, kind: str, **more: Any) -> Record:
    return {"marker": marker, "start": start, "end": start + 5, "level": 1, "kind": kind, **more}


def test_a_section_of_another_kind_is_not_missed() -> None:
    found = [{"marker": "I", "span": {"start": 0, "end": 5}, "parent": None, "kind": "noi_dung"}]
    assert kinds("sections", [section("I", 0, "khac")], found) == [("wrong kind", 1)]


def test_an_example_is_counted_in_its_documents() -> None:
    findings = []
    for name in ("a.txt", "b.txt"):
        document = GoldDocument(name, TEXT, name, frozenset(["targets"]), {}, {"targets": [at("Sở Y tế")]})
        findings += score_document(document, {}).findings
    (group,) = error_classes(findings)
    assert (len(group.findings), group.documents, group.constructions) == (2, 2, {"list": 2})


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Giao cho <Sở Nội vụ> chủ trì", ("plain",), id="plain"),
        pytest.param("2. <Sở Nội vụ> chủ trì", ("line_head",), id="line_head"),
        pytest.param("Giao <Sở Nội vụ> và Sở Y tế", ("list",), id="list before"),
        pytest.param("Giao Sở Y tế, <Sở Nội vụ>", ("list",), id="list after"),
        pytest.param("Giao <Sở\nNội vụ> chủ trì", ("wrapped",), id="wrapped"),
        pytest.param("Theo <LĐLĐ tỉnh> về", ("abbreviation",), id="abbreviation"),
        pytest.param("Theo <Công văn số 8/SNV-VP> về", ("plain",), id="a symbol is no abbreviation"),
        pytest.param("Theo <SỞ NỘI VỤ> về", ("capitals",), id="capitals"),
        pytest.param("Giao cho <Sớ Nộ1i vụ> chủ trì", ("damaged",), id="a figure in a word"),
        pytest.param("Giao cho <SởNội vụ> chủ trì", ("damaged",), id="words glued together"),
        pytest.param("1 | Tập huấn | <quý II> | Sở Nội vụ", ("table",), id="cells with bars"),
        pytest.param("1    Tập huấn     <quý II>     Sở Nội vụ", ("table",), id="cells with gaps"),
        pytest.param('Về việc "đưa <Sở Nội vụ> về', ("quoted",), id="quoted"),
        pytest.param("Nội dung\nPHỤ LỤC I\nGiao cho <Sở Nội vụ> chủ trì", ("annex",), id="annex"),
    ],
)
def test_construction(text: str, names: tuple[str, ...]) -> None:
    start, end = text.index("<"), text.index(">") - 1
    assert constructions_at(text.replace("<", "").replace(">", ""), start, end) == names
    assert set(names) <= set(CONSTRUCTIONS)
