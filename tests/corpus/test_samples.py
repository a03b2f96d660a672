"""The samples are sound gold: every text is the one annotated, every record has evidence and known values."""

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from corpus.samples import gold_path, sample_paths
from schemas.vocabulary import Bound, Change, Comparator, DocumentType, Relation, Role, SectionKind

LAYERS = ("sections", "citations", "deadlines", "targets", "responsibilities")

VOCABULARY: dict[tuple[str, str], type[StrEnum]] = {
    ("sections", "kind"): SectionKind,
    ("citations", "doc_type"): DocumentType,
    ("citations", "relation"): Relation,
    ("deadlines", "bound"): Bound,
    ("targets", "comparator"): Comparator,
    ("targets", "change"): Change,
    ("responsibilities", "role"): Role,
}
REQUIRED = {
    "sections": "marker",
    "citations": "relation",
    "deadlines": "bound",
    "targets": "comparator",
    "responsibilities": "role",
}
Gold = dict[str, Any]


def load(sample: Path) -> tuple[str, Gold]:
    gold: Gold = json.loads(gold_path(sample).read_text("utf-8"))
    return sample.read_bytes().decode("utf-8"), gold


def records(gold: Gold) -> Iterator[tuple[str, Gold]]:
    for layer in LAYERS:
        for record in gold[layer]:
            yield layer, record


each_sample = pytest.mark.parametrize("sample", sample_paths(), ids=lambda path: path.stem)


@pytest.mark.parametrize(
    "doc_type",
    [
        DocumentType.BAO_CAO,
        DocumentType.CHI_THI,
        DocumentType.CHUONG_TRINH_HANH_DONG,
        DocumentType.CONG_DIEN,
        DocumentType.CONG_VAN,
        DocumentType.HUONG_DAN,
        DocumentType.KE_HOACH,
        DocumentType.KET_LUAN,
        DocumentType.NGHI_QUYET,
        DocumentType.QUYET_DINH,
        DocumentType.THONG_BAO,
        DocumentType.THONG_TRI,
        DocumentType.TO_TRINH,
    ],
)
def test_some_sample_is_a(doc_type: DocumentType) -> None:
    assert doc_type in {load(sample)[1]["header"]["doc_type"] for sample in sample_paths()}


@pytest.mark.parametrize(
    ("layer", "field", "unused"),
    [
        # Consolidation, correction, suspension and interpretation are the business of other documents than these.
        (
            "citations",
            "relation",
            {Relation.HOP_NHAT, Relation.DINH_CHINH, Relation.DINH_CHI, Relation.TAM_NGUNG, Relation.GIAI_THICH},
        ),
        ("deadlines", "bound", set()),
        ("responsibilities", "role", set()),
        ("sections", "kind", set()),
        ("targets", "change", set()),
        ("targets", "comparator", set()),
    ],
)
def test_the_set_shows_every_value_of(layer: str, field: str, unused: set[StrEnum]) -> None:
    shown = {record.get(field) for sample in sample_paths() for record in load(sample)[1][layer]}

    assert set(VOCABULARY[layer, field]) - shown == unused


@pytest.mark.parametrize(
    ("mark", "sample"),
    [
        ("\r\n", "thong-tri-huyen-uy"),  # Windows line ends
        ("o\N{COMBINING CIRCUMFLEX ACCENT}\N{COMBINING ACUTE ACCENT}", "to-trinh-so"),  # decomposed letters
        ("\N{SOFT HYPHEN}", "chi-thi-bo-truong"),
        ("LĐLD", "huong-dan-cong-doan-ocr"),
        ("**TM. ", "ke-hoach-mat-tran-xa-markdown"),
        ("|≥ 60|", "ke-hoach-bang-chi-tieu-so"),
    ],
    ids=ascii,
)
def test_hard_text_is_kept_as_it_is(mark: str, sample: str) -> None:
    texts = {path.stem: load(path)[0] for path in sample_paths()}

    assert mark in texts[sample]


def test_every_text_has_an_annotation_and_every_annotation_a_text() -> None:
    samples = sample_paths()

    assert {gold_path(sample) for sample in samples} == set(samples[0].parent.glob("*.gold.json"))


@each_sample
def test_annotation_is_of_this_very_text(sample: Path) -> None:
    _, gold = load(sample)

    assert (gold["text"], gold["sha256"]) == (sample.name, hashlib.sha256(sample.read_bytes()).hexdigest())


@each_sample
def test_evidence_is_trimmed_text_of_the_source(sample: Path) -> None:
    text, gold = load(sample)

    for layer, record in records(gold):
        start, end = record["start"], record["end"]
        assert 0 <= start < end <= len(text), (layer, record)
        assert text[start:end] == text[start:end].strip() != "", (layer, record)


@each_sample
def test_records_are_in_document_order(sample: Path) -> None:
    _, gold = load(sample)

    for layer in LAYERS:
        starts = [record["start"] for record in gold[layer]]
        assert starts == sorted(starts), layer


@each_sample
def test_enumerated_values_are_in_the_vocabulary(sample: Path) -> None:
    _, gold = load(sample)

    assert gold["header"]["doc_type"] in set(DocumentType)
    for layer, record in records(gold):
        assert record[REQUIRED[layer]] is not None, (layer, record)
        for (of_layer, field), vocabulary in VOCABULARY.items():
            if of_layer == layer and record.get(field) is not None:
                assert record[field] in set(vocabulary), (layer, record)


@each_sample
def test_sections_nest_without_skipping_a_level(sample: Path) -> None:
    _, gold = load(sample)

    depth = 0
    for section in gold["sections"]:
        assert 1 <= section["level"] <= depth + 1, section
        depth = section["level"]


@each_sample
def test_citations_are_known_by_a_key_or_a_name(sample: Path) -> None:
    _, gold = load(sample)

    for citation in gold["citations"]:
        assert (citation["key"] is None) != (citation["name"] is None), citation


@each_sample
def test_deadlines_have_the_dates_that_their_bound_allows(sample: Path) -> None:
    _, gold = load(sample)

    for deadline in gold["deadlines"]:
        first, last = (deadline[edge] and date.fromisoformat(deadline[edge]) for edge in ("from", "to"))
        match deadline["bound"]:
            case "before" | "by":
                assert first is None, deadline
            case "from":
                assert last is None, deadline
            case "on":
                assert first == last is not None, deadline
            case "within":
                assert not (first and last) or first <= last, deadline
            case "recurring":
                assert first is None, deadline
                assert last is None, deadline
        assert deadline["rrule"] is None or deadline["bound"] == "recurring", deadline


@each_sample
def test_targets_have_a_second_value_only_in_a_range(sample: Path) -> None:
    _, gold = load(sample)

    for target in gold["targets"]:
        if target["comparator"] == "range":
            assert Decimal(target["value"]) < Decimal(target["value_max"]), target
        else:
            assert Decimal(target["value"]).is_finite(), target
            assert target["value_max"] is None, target
