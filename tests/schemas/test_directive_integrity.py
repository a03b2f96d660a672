"""The records of one directive fit together, or the directive is refused with a message that names the field."""

from copy import deepcopy
from typing import Any

import pytest
from pydantic import ValidationError

from schemas import Directive, Span

TEXT = (
    "I. TỔ CHỨC THỰC HIỆN\n"
    "1. Sở Nội vụ theo Kế hoạch số 26/KH-UBND báo cáo trước 31/3/2024, đạt 95% trở lên.\n"
    "Nơi nhận:\n"
)


def span(evidence: str) -> dict[str, int]:
    start = TEXT.index(evidence)
    return {"start": start, "end": start + len(evidence)}


def evidence(identifier: str, text: str, **values: Any) -> dict[str, Any]:
    return {"id": identifier, "span": span(text), "text": text, "section": "s2", "confidence": 0.9} | values


BODY = TEXT[: TEXT.index("\nNơi nhận")]
ITEM = BODY[BODY.index("1. ") :]
VALUES: dict[str, Any] = {
    "source": {"sha256": "0" * 64, "chars": len(TEXT)},
    "header": {"doc_type": "ke_hoach"},
    "sections": [
        {"id": "s1", "level": 1, "marker": "I", "heading": "TỔ CHỨC THỰC HIỆN", "span": span(BODY)},
        {"id": "s2", "level": 2, "marker": "1", "parent": "s1", "span": span(ITEM)},
    ],
    "citations": [
        evidence("c1", "Kế hoạch số 26/KH-UBND", key="26/KH-UBND", serial=26, symbol="KH-UBND", relation="dan_chieu")
    ],
    "deadlines": [
        evidence(
            "d1",
            "trước 31/3/2024",
            bound="before",
            end="2024-03-31",
            task="báo cáo",
            task_span=span("báo cáo"),
            bodies=["r1"],
        )
    ],
    "targets": [evidence("t1", "95% trở lên", comparator="ge", value="95", unit="%", deadline="d1")],
    "responsibilities": [
        evidence("r1", "Sở Nội vụ", body="Sở Nội vụ", role="execute", tasks=[span("báo cáo trước 31/3/2024")])
    ],
    "signature": {"signer": "Lê Thị Mẫu", "span": span("Nơi nhận:")},
    "recipients": [{"text": "Nơi nhận:", "span": span("Nơi nhận:")}],
    "diagnostics": [{"code": "missing_number", "message": "Không có số", "span": span("I.")}],
}
FAR = {"start": 0, "end": len(TEXT) + 1}
WHOLE = {"start": 0, "end": len(TEXT)}


def changed(path: str, value: object) -> dict[str, Any]:
    """The valid values with the one at the dotted path replaced."""
    values = deepcopy(VALUES)
    *way, last = path.split(".")
    place: Any = values
    for step in way:
        place = place[int(step)] if isinstance(place, list) else place[step]
    place[int(last) if isinstance(place, list) else last] = value
    return values


def test_a_whole_directive_is_accepted() -> None:
    assert Directive(**VALUES).deadlines[0].span.of(TEXT) == "trước 31/3/2024"


def test_a_directive_without_records_is_accepted() -> None:
    assert Directive(source=VALUES["source"], header={}).sections == ()


def test_the_version_of_the_contract_is_written() -> None:
    assert Directive(**VALUES).model_dump()["schema_version"] == "1"


def test_another_version_of_the_contract_is_refused() -> None:
    with pytest.raises(ValidationError, match="schema_version"):
        Directive(**VALUES | {"schema_version": "2"})


CONTRADICTIONS: dict[str, tuple[str, object, str]] = {
    "section beyond the source": ("sections.0.span", FAR, r"sections\[0\]\.span ends at"),
    "task beyond the source": ("responsibilities.0.tasks", [FAR], r"responsibilities\[0\]\.tasks ends at"),
    "task of a deadline beyond the source": ("deadlines.0.task_span", FAR, r"deadlines\[0\]\.task_span ends at"),
    "signature beyond the source": ("signature.span", FAR, r"signature\.span ends at"),
    "remark beyond the source": ("diagnostics.0.span", FAR, r"diagnostics\[0\]\.span ends at"),
    "everything beyond the source": ("source.chars", 40, r"citations\[0\]\.span ends at 61, but source\.chars is 40"),
    "recipients beyond the source": ("source.chars", 110, r"recipients\[0\]\.span ends at"),
    "id of two sections": ("sections.1.id", "s1", r"sections\[1\]\.id 's1' is not unique"),
    "id of two kinds of records": ("targets.0.id", "c1", r"targets\[0\]\.id 'c1' is not unique"),
    "unknown parent": ("sections.1.parent", "s9", r"sections\[1\]\.parent 's9' is no section listed before it"),
    "section above itself": ("sections.1.parent", "s2", r"sections\[1\]\.parent 's2' is no section listed before it"),
    "child larger than its parent": ("sections.1.span", WHOLE, r"sections\[1\]\.span does not lie within .* 's1'"),
    "level that skips one": ("sections.1.level", 3, r"sections\[1\]\.level is 3, but its parent 's1' has level 1"),
    "citation in an unknown section": ("citations.0.section", "s9", r"citations\[0\]\.section 's9' is no section"),
    "deadline in an unknown section": ("deadlines.0.section", "s9", r"deadlines\[0\]\.section 's9' is no section"),
    "target in an unknown section": ("targets.0.section", "s9", r"targets\[0\]\.section 's9' is no section"),
    "body in an unknown section": (
        "responsibilities.0.section",
        "c1",
        r"responsibilities\[0\]\.section 'c1' is no section",
    ),
    "record outside its section": (
        "sections.1.span",
        span("1. Sở"),
        r"citations\[0\]\.section 's2' is not where the record starts",
    ),
    "unknown body of a deadline": ("deadlines.0.bodies", ["r1", "r9"], r"deadlines\[0\]\.bodies 'r9' is no resp"),
    "target as body": ("deadlines.0.bodies", ["t1"], r"deadlines\[0\]\.bodies 't1' is no responsibility"),
    "unknown deadline of a target": ("targets.0.deadline", "d9", r"targets\[0\]\.deadline 'd9' is no deadline"),
}


@pytest.mark.parametrize(("path", "value", "complaint"), CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_a_contradiction_is_refused(path: str, value: object, complaint: str) -> None:
    with pytest.raises(ValidationError, match=complaint):
        Directive(**changed(path, value))


@pytest.mark.parametrize("name", ["sections", "citations", "deadlines", "targets", "responsibilities", "recipients"])
def test_records_out_of_document_order_are_refused(name: str) -> None:
    first, *_ = VALUES[name]
    later = first | {"id": "x1"} if "id" in first else dict(first)
    shift = {key: offset + 1 for key, offset in first["span"].items()}
    with pytest.raises(ValidationError, match=rf"{name}\[1\]\.span starts at .*: not document order"):
        Directive(**VALUES | {name: [later | {"span": shift}, first]})


def test_records_may_share_their_start() -> None:
    outer, inner = VALUES["citations"][0], evidence("c2", "Kế hoạch", relation="dan_chieu")
    assert len(Directive(**VALUES | {"citations": [outer, inner]}).citations) == 2


def test_all_contradictions_are_told_together() -> None:
    values = changed("targets.0.deadline", "d9")
    values["deadlines"][0]["bodies"] = ["r9"]
    with pytest.raises(ValidationError, match=r"deadlines\[0\]\.bodies .*; targets\[0\]\.deadline"):
        Directive(**values)


def test_a_multitude_of_contradictions_is_told_by_the_first_ten() -> None:
    with pytest.raises(ValidationError) as told:
        Directive(**changed("deadlines.0.bodies", [f"x{number}" for number in range(1000)]))
    assert str(told.value).count("is no responsibility") == 10


def test_a_directive_is_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Directive(**VALUES).citations = ()  # type: ignore[misc]


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(ValidationError, match="summary"):
        Directive(**VALUES | {"summary": "Kế hoạch"})


def test_a_span_finds_its_evidence() -> None:
    assert Span(**span("95%")).of(TEXT) == "95%"
