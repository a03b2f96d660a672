"""How sure a record is: the sum of what its signals weigh, and never quite certain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import explain, extract
from extractor.confidence import confidence_of, explanation_of
from extractor.confidence.signals import read_signals
from extractor.lexicon import load
from extractor.pipeline import find_all, read

LAYERS = ("citations", "deadlines", "targets", "responsibilities")
HEAD = "KẾ HOẠCH\nTổ chức hội thao năm 2031\n\n"
TEXT = (
    HEAD
    + "Thực hiện Kết luận số 76-KL/TU ngày 15/4/2031 của Ban Thường vụ Tỉnh ủy; Công văn số 18/SNV-VP.\n\n"
    + "I. NHIỆM VỤ\n1. Phấn đấu trên 95% đơn vị tham gia.\n2. Giao Sở Nội vụ tổng kết trước ngày 30/9/2031.\n"
)

signals = st.sampled_from(LAYERS).flatmap(
    lambda layer: st.tuples(
        st.just(layer), st.lists(st.sampled_from([*load("confidence")[layer]["weights"], "unheard_of"]), unique=True)
    )
)


@given(signals)
def test_confidence_is_a_probability_of_two_digits_that_is_never_certain(case: tuple[str, list[str]]) -> None:
    layer, names = case
    confidence = confidence_of(layer, tuple(names))
    assert 0.01 <= confidence <= 0.99
    assert confidence == round(confidence, 2)


@given(signals)
def test_what_speaks_for_a_record_never_makes_it_less_sure(case: tuple[str, list[str]]) -> None:
    layer, names = case
    for name, weight in load("confidence")[layer]["weights"].items():
        if weight > 0 and name not in names:
            assert confidence_of(layer, (*names, name)) >= confidence_of(layer, tuple(names))


@given(signals)
def test_the_order_of_signals_means_nothing(case: tuple[str, list[str]]) -> None:
    layer, names = case
    assert confidence_of(layer, tuple(names)) == confidence_of(layer, tuple(reversed(names)))


def test_every_record_is_explained() -> None:
    record = extract(TEXT)
    confidence = {found.id: found.confidence for layer in LAYERS for found in getattr(record, layer)}
    assert confidence == {name: reasons.confidence for name, reasons in explain(TEXT).items()}


def test_an_explanation_is_a_sum_with_the_weightiest_first() -> None:
    weights = load("confidence")["citations"]["weights"]
    shown = explanation_of("citations", (*weights, "unheard_of"))
    assert shown.weights == weights
    assert [abs(weight) for weight in shown.weights.values()] == sorted(map(abs, weights.values()), reverse=True)


def test_an_explanation_reads_as_a_sum() -> None:
    words = str(explanation_of("targets", ()))
    assert words == f"{confidence_of('targets', ()):.2f} = base {load('confidence')['targets']['base']:+.2f}"


def signals_in(layer: str, text: str) -> list[set[str]]:
    reading = read(text)
    found = find_all(reading)
    shown = read_signals(reading, found.citations, found.deadlines, found.targets, found.responsibilities)
    return [set(names) for names in getattr(shown, layer)]


SHOWN = [
    ("citations", "Theo Kết luận số 76-KL/TU ngày 15/4/2031.", {"numbered", "dated"}),
    ("citations", "Theo Nghị định số 12/2030/NĐ-CP của Chính phủ.", {"numbered_with_year", "with_issuer"}),
    ("citations", "Theo Luật Lưu trữ.", {"named_statute"}),
    ("citations", "Theo Nghị quyết Đại hội XIII của Đảng.", {"named_resolution"}),
    ("citations", "Theo Kế hoạch số 9 -KH/TU.", {"printed_otherwise"}),
    ("citations", "Theo Quyết định số 76-KL/TU.", {"type_against_symbol"}),
    ("citations", "Theo Kế hoạch số …/KH-UBND.", {"number_left_blank"}),
    ("deadlines", "1. Hoàn thành trước ngày 30/9.", {"day before", "scheduled", "inferred"}),
    ("deadlines", "1. Tổ chức xong ngay sau hội nghị tổng kết.", {"event from", "undated"}),
    ("deadlines", "1. Tổng kết vào tháng 8/2031 và tháng 9/2031.", {"goes_on"}),
    ("targets", "1. Phấn đấu trên 95% đơn vị tham gia.", {"goal", "share", "compared", "comparator_gt"}),
    ("responsibilities", "1. Giao Sở Nội vụ tổng kết.", {"directed", "as_execute", "as_printed"}),
    ("responsibilities", "1. Các cơ quan, đơn vị báo cáo kết quả.", {"does", "listed", "kind"}),
    ("responsibilities", "1. Sở Nội vụ phải báo cáo kết quả.", {"must", "opens_paragraph"}),
    ("responsibilities", "1. Sở Nội vụ\nTổng kết hội thao.", {"heading"}),
]


@pytest.mark.parametrize(("layer", "text", "names"), SHOWN, ids=[f"{case[0]}: {case[1]}" for case in SHOWN])
def test_signals(layer: str, text: str, names: set[str]) -> None:
    shown = signals_in(layer, f"Hà Nội, ngày 05 tháng 02 năm 2031\n{HEAD}I. NHIỆM VỤ\n{text}\n")
    assert shown
    assert names <= shown[-1]


def test_every_signal_is_shown_once() -> None:
    reading = read(TEXT)
    found = find_all(reading)
    shown = read_signals(reading, found.citations, found.deadlines, found.targets, found.responsibilities)
    assert all(len(names) == len(set(names)) for layer in LAYERS for names in getattr(shown, layer))
