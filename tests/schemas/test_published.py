"""The published JSON Schema is that of the models, and says what other tools need."""

import json
import re
from typing import Any

import pytest

import schemas
from schemas import DocumentType, json_schema
from schemas.published import SCHEMA_PATH, write_schema


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return json_schema()


def test_the_published_schema_is_that_of_the_models(tmp_path: Any) -> None:
    write_schema(tmp_path / "now.json")
    assert SCHEMA_PATH.read_bytes() == (tmp_path / "now.json").read_bytes(), "run: python -m schemas"


def test_the_schema_names_its_dialect_and_itself(schema: dict[str, Any]) -> None:
    assert (schema["$schema"], schema["$id"]) == (
        "https://json-schema.org/draft/2020-12/schema",
        "urn:trichluc:schema:directive:1",
    )


def test_the_schema_is_written_in_plain_letters() -> None:
    assert "Kế hoạch" in SCHEMA_PATH.read_text("utf-8")


def objects(schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {"Directive": schema} | {name: part for name, part in schema["$defs"].items() if part["type"] == "object"}


def test_every_record_is_described(schema: dict[str, Any]) -> None:
    records = {name for name in schemas.__all__ if name not in {"Evidence", "Record", "Term", "json_schema"}}
    assert set(schema["$defs"]) | {"Directive"} == records


def test_every_field_is_described(schema: dict[str, Any]) -> None:
    bare = [
        f"{name}.{field}"
        for name, part in objects(schema).items()
        for field, rule in part["properties"].items()
        if "description" not in rule
    ]
    assert bare == []


def test_every_field_is_always_written(schema: dict[str, Any]) -> None:
    for part in objects(schema).values():
        assert part["required"] == list(part["properties"])


def test_no_record_has_other_fields(schema: dict[str, Any]) -> None:
    assert all(part["additionalProperties"] is False for part in objects(schema).values())


def test_labels_are_published(schema: dict[str, Any]) -> None:
    assert schema["$defs"]["DocumentType"]["x-labels"] == {term.value: term.label for term in DocumentType}


def test_patterns_mean_the_same_everywhere(schema: dict[str, Any]) -> None:
    """They are anchored, and use nothing beyond what ECMA 262, Rust and Python read alike."""
    patterns = set(re.findall(r'"pattern": "((?:[^"\\]|\\.)*)"', json.dumps(schema, ensure_ascii=False)))
    assert patterns
    assert [
        pattern for pattern in patterns if not re.fullmatch(r"\^.*\$", pattern) or re.search(r"\\\\[dwb]", pattern)
    ] == []


FIELDS = {
    "Directive": "schema_version source header sections citations deadlines targets responsibilities signature "
    "recipients diagnostics",
    "Source": "path media_type sha256 chars loader loader_version ocr ocr_confidence pages",
    "Page": "number span ocr_confidence",
    "Header": "doc_type number key issuer parent_issuer place issued_on title urgency secrecy addressees inferred",
    "Section": "id parent level marker kind heading page span",
    "Citation": "id span text page doc_type key serial year symbol name issued_on issuer title provisions relation "
    "section inferred confidence",
    "Deadline": "id span text page bound start end time granularity rrule task task_span bodies section "
    "inferred confidence",
    "Target": "id span text page comparator value value_max unit change subject deadline section inferred confidence",
    "Responsibility": "id span text page body parent_body role tasks section inferred confidence",
    "Signature": "authority position signer span",
    "Recipient": "text span",
    "Diagnostic": "code message span",
    "Span": "start end",
}


@pytest.mark.parametrize(("name", "fields"), FIELDS.items(), ids=FIELDS)
def test_a_record_has_the_fields_of_the_contract_in_its_order(schema: dict[str, Any], name: str, fields: str) -> None:
    assert list(objects(schema)[name]["properties"]) == fields.split()
