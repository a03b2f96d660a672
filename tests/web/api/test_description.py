"""The description of the API (OpenAPI) and the published contract, held against each other and against the server."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from starlette.testclient import TestClient

from schemas import json_schema
from tests.conftest import ROOT
from tests.web.running import running

HERE = Path(__file__).parent
TOKEN = "letters-that-nobody-guesses"


@pytest.fixture
def description(client: TestClient) -> Any:
    """The description as it is served."""
    return client.get("/api/openapi.json").json()


@pytest.mark.slow
def test_the_server_keeps_to_its_description(own_archive: Path, tmp_path: Path) -> None:
    """Schemathesis over the running server: every operation, with requests that fit and requests that do not."""
    with running(own_archive, environment={"TRICHLUC_TOKEN": TOKEN}) as server:
        done = subprocess.run(
            [
                *(sys.executable, "-m", "schemathesis.cli", "--config-file", HERE / "schemathesis.toml", "run"),
                *(f"{server.address}api/openapi.json", "--header", f"Authorization: Bearer {TOKEN}"),
            ],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": f"{ROOT}:{HERE}", "SCHEMATHESIS_HOOKS": "checks"},
            timeout=600,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr + "".join(server.lines)


def told(schema: Any) -> Any:
    """A schema without the places where definitions stand, which differ between the two."""
    if isinstance(schema, list):
        return [told(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {name: told(value) for name, value in schema.items() if name not in ("$schema", "$id", "$defs")}
    return {**kept, "$ref": kept["$ref"].rpartition("/")[2]} if "$ref" in kept else kept


PUBLISHED = json_schema()


@pytest.mark.parametrize(
    ("name", "published"),
    [
        pytest.param("Directive", PUBLISHED, id="Directive"),
        *(pytest.param(name, schema, id=name) for name, schema in PUBLISHED["$defs"].items()),
    ],
)
def test_records_are_described_as_they_are_published(description: Any, name: str, published: Any) -> None:
    assert told(description["components"]["schemas"][name]) == told(published)


@pytest.mark.parametrize("path", ["/api/v1/documents/{}", "/api/v1/documents/{}?as_extracted=true"])
def test_the_record_of_a_document_keeps_to_the_published_contract(client: TestClient, path: str) -> None:
    validator = jsonschema.Draft202012Validator(PUBLISHED)
    for document in client.get("/api/v1/documents?limit=200").json()["items"]:
        record = client.get(path.format(document["id"])).json()["record"]
        assert list(validator.iter_errors(record)) == []


def test_every_operation_says_what_it_is_for(description: Any) -> None:
    silent = [
        f"{method} {path}"
        for path, operations in description["paths"].items()
        for method, operation in operations.items()
        if not (operation.get("description") and operation.get("tags"))
    ]
    assert silent == []


def test_every_parameter_says_what_it_is(description: Any) -> None:
    silent = [
        f"{path} {parameter['name']}"
        for path, operations in description["paths"].items()
        for operation in operations.values()
        for parameter in operation.get("parameters", ())
        if not parameter.get("description")
    ]
    assert silent == []


def test_pages_are_not_of_the_api(description: Any) -> None:
    assert {path for path in description["paths"] if not path.startswith("/api/v1/")} == set()


def test_every_problem_is_described(description: Any) -> None:
    answers = [one["responses"] for operations in description["paths"].values() for one in operations.values()]
    assert all("application/problem+json" in answer["default"]["content"] for answer in answers)
