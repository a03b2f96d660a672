"""Whether confidence means what it says, in figures."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.evaluate.reliability import BOUNDS, Judgement, Reliability, reliability_of

judged = st.builds(Judgement, layer=st.just("targets"), confidence=st.floats(0, 1), right=st.booleans())


def of(*pairs: tuple[float, bool]) -> Reliability:
    found = reliability_of([Judgement("targets", confidence, right) for confidence, right in pairs])
    assert found is not None
    return found


def test_no_records_have_no_reliability() -> None:
    assert reliability_of([]) is None


def test_confidence_that_is_borne_out_has_no_calibration_error() -> None:
    assert of((0.75, True), (0.75, True), (0.75, True), (0.75, False)).ece == pytest.approx(0)


def test_confidence_that_is_never_borne_out_is_all_error() -> None:
    found = of((1.0, False), (1.0, False))
    assert (found.ece, found.brier, found.right) == (1.0, 1.0, 0.0)


def test_brier_is_the_mean_square_of_the_distance() -> None:
    assert of((0.8, True), (0.6, False)).brier == pytest.approx((0.2**2 + 0.6**2) / 2)


def test_the_same_confidence_for_all_is_unaided() -> None:
    found = of((0.5, True), (0.5, False))
    assert found.brier == found.unaided == 0.25


@pytest.mark.parametrize(
    ("pairs", "caught"),
    [
        pytest.param([(0.1, False), *[(0.9, True)] * 9], 1.0, id="the wrong one is the least sure"),
        pytest.param([(0.1, True), (0.2, True), *[(0.8, True)] * 7, (0.9, False)], 0.0, id="it is the surest"),
        pytest.param([(0.5, False), *[(0.5, True)] * 9], 0.2, id="all alike: one in five is found"),
        pytest.param([(0.9, True)] * 5, 1.0, id="nothing is wrong"),
    ],
)
def test_errors_in_the_doubtful_fifth(pairs: list[tuple[float, bool]], caught: float) -> None:
    assert of(*pairs).caught == pytest.approx(caught)


@given(st.lists(judged, min_size=1))
def test_bands_hold_every_record_once_and_add_up(records: list[Judgement]) -> None:
    found = reliability_of(records)
    assert found is not None
    assert sum(band.count for band in found.bands) == found.count == len(records)
    assert sum(band.count * band.right for band in found.bands) == pytest.approx(sum(one.right for one in records))


@given(st.lists(judged, min_size=1))
@example([Judgement("targets", 0.95, right=False)] * 3)
def test_a_band_holds_the_confidence_that_it_names(records: list[Judgement]) -> None:
    found = reliability_of(records)
    assert found is not None
    for band in found.bands:
        assert (band.low, band.high) in pairwise(BOUNDS)
        assert band.low <= band.confidence <= band.high


@given(st.lists(judged, min_size=1))
def test_scores_are_shares(records: list[Judgement]) -> None:
    found = reliability_of(records)
    assert found is not None
    assert all(0 <= share <= 1 + 1e-9 for share in (found.brier, found.ece, found.caught, found.right))
