"""What the contract refuses is left out of the record and named in its diagnostics; the rest stands."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.record.validation import validated
from schemas import Source

LISTS = ("sections", "citations", "deadlines", "targets", "responsibilities", "recipients", "diagnostics")
TEXT = "Hoàn thành trước 31/3/2024; Sở Nội vụ thực hiện."


def values(**lists: Any) -> dict[str, Any]:
    """A record's values with nothing found but what is given."""
    lists_without_records: dict[str, Any] = {name: [] for name in LISTS}
    return {
        "source": Source(sha256="0" * 64, chars=len(TEXT)),
        "header": {},
        "signature": None,
        **lists_without_records,
        **lists,
    }


def deadline(**fields: Any) -> dict[str, Any]:
    return {
        "id": "d1",
        "span": {"start": 11, "end": 26},
        "text": TEXT[11:26],
        "section": None,
        "confidence": 0.9,
        "bound": "before",
        "end": "2024-03-31",
        "bodies": (),
    } | fields


def responsibility(**fields: Any) -> dict[str, Any]:
    return {
        "id": "r1",
        "span": {"start": 28, "end": 37},
        "text": TEXT[28:37],
        "section": None,
        "confidence": 0.9,
        "body": "Sở Nội vụ",
        "role": "execute",
    } | fields


@pytest.mark.parametrize(
    "refused",
    [
        pytest.param(values(deadlines=[deadline(start="2024-01-01")]), id="a-deadline-with-two-ends"),
        pytest.param(values(responsibilities=[responsibility(body="")]), id="a-body-without-a-name"),
        pytest.param(values(responsibilities=[responsibility(text="Sở")]), id="evidence-of-another-length"),
        pytest.param(values(header={"number": "26 / KH"}), id="a-number-with-spaces"),
    ],
)
def test_what_is_refused_is_named(refused: dict[str, Any]) -> None:
    assert [diagnostic.code.value for diagnostic in validated(refused).diagnostics] == ["invalid_record"]


def test_what_is_refused_is_left_out() -> None:
    assert validated(values(deadlines=[deadline(start="2024-01-01")])).deadlines == ()


def test_a_finding_whose_evidence_runs_backwards_is_named_without_it() -> None:
    record = validated(values(deadlines=[deadline(span={"start": 26, "end": 11}, text="")]))
    assert [(remark.code.value, remark.span) for remark in record.diagnostics] == [("invalid_record", None)]


def test_the_rest_stands() -> None:
    record = validated(values(deadlines=[deadline(start="2024-01-01")], responsibilities=[responsibility()]))
    assert [body.body for body in record.responsibilities] == ["Sở Nội vụ"]


def test_nothing_refers_to_what_is_left_out() -> None:
    record = validated(values(deadlines=[deadline(bodies=("r1",))], responsibilities=[responsibility(body="")]))
    assert [found.bodies for found in record.deadlines] == [()]


def test_what_is_wrong_without_a_refused_field_is_left_out_too() -> None:
    record = validated(values(header={"number": "26 / KH", "key": "26/KH-UBND", "place": "Đắk Lắk"}))
    assert (record.header.number, record.header.key, len(record.diagnostics)) == (None, None, 2)


def test_a_signature_that_is_refused_is_left_out() -> None:
    block = {"position": "CHỦ TỊCH", "signer": "", "span": {"start": 28, "end": 37}, "text": TEXT[28:37]}
    assert validated(values(signature=block)).signature is None


def test_a_refused_field_of_the_header_leaves_the_others() -> None:
    record = validated(values(header={"number": "26 / KH", "place": "Đắk Lắk"}))
    assert (record.header.number, record.header.place) == (None, "Đắk Lắk")
