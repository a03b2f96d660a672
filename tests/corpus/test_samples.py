"""The samples are sound gold: every text is the one annotated, every record has evidence and known values."""

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from corpus.samples import gold_path, sample_paths

LAYERS = ("sections", "citations", "deadlines", "targets", "responsibilities")

DOCUMENT_TYPES = frozenset(
    "hien_phap bo_luat luat phap_lenh lenh nghi_quyet nghi_dinh quyet_dinh chi_thi thong_tu thong_tu_lien_tich quy_che "
    "quy_dinh thong_cao thong_bao huong_dan chuong_trinh chuong_trinh_hanh_dong ke_hoach phuong_an de_an du_an bao_cao "
    "bien_ban to_trinh hop_dong cong_van cong_dien ket_luan thong_tri dieu_le quy_hoach chien_luoc giay_moi tuyen_bo "
    "loi_keu_goi khac".split()
)
VOCABULARY = {
    ("sections", "kind"): frozenset(
        "muc_dich_yeu_cau muc_tieu_chi_tieu noi_dung nhiem_vu_giai_phap doi_tuong_thoi_gian kinh_phi to_chuc_thuc_hien "
        "tinh_hinh dieu_khoan khac".split()
    ),
    ("citations", "doc_type"): DOCUMENT_TYPES,
    ("citations", "relation"): frozenset(
        "can_cu thuc_hien sua_doi_bo_sung thay_the bai_bo huong_dan quy_dinh_chi_tiet hop_nhat dinh_chinh dinh_chi "
        "tam_ngung giai_thich dan_chieu".split()
    ),
    ("deadlines", "bound"): frozenset("before by on within from recurring".split()),
    ("targets", "comparator"): frozenset("ge gt le lt eq range approx".split()),
    ("targets", "change"): frozenset(("increase", "decrease")),
    ("responsibilities", "role"): frozenset("lead coordinate execute report_to via".split()),
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
        "chi_thi",
        "cong_van",
        "huong_dan",
        "ke_hoach",
        "ket_luan",
        "quyet_dinh",
    ],
)
def test_some_sample_is_a(doc_type: str) -> None:
    assert doc_type in {load(sample)[1]["header"]["doc_type"] for sample in sample_paths()}


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

    assert gold["header"]["doc_type"] in DOCUMENT_TYPES
    for layer, record in records(gold):
        assert record[REQUIRED[layer]] is not None, (layer, record)
        for (of_layer, field), allowed in VOCABULARY.items():
            if of_layer == layer and record.get(field) is not None:
                assert record[field] in allowed, (layer, record)


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
