"""The JSON Schemas of what is written out, published for tools that do not speak Python."""

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from schemas.directive import Directive
from schemas.due import DeadlineList
from schemas.record import Record

_FOLDER = Path(__file__).parent / "json"

CONTRACTS: Mapping[str, type[Record]] = MappingProxyType({"directive": Directive, "deadlines": DeadlineList})
"""What has a published schema, by the name that stands in its file's name and in its ``$id``."""

SCHEMA_PATH = _FOLDER / "directive.schema.json"
"""Where the schema of a directive stands in the package; the others stand beside it."""


class _Dialect(GenerateJsonSchema):
    """Pydantic's draft 2020-12 for what is written out: every field is there, and no title repeats a field's name."""

    def field_title_should_be_set(self, schema: object) -> bool:
        return False

    def field_is_required(self, field: object, total: bool) -> bool:
        return True


def json_schema(contract: str = "directive") -> dict[str, Any]:
    """Build the JSON Schema (draft 2020-12) of a contract as it is written out, with every field present.

    It says the shape. What holds between the records (unique ids, references, the outline) no JSON Schema can say; the
    models check that. Raises ``KeyError`` for a contract that does not exist.
    """
    model = CONTRACTS[contract]
    schema = model.model_json_schema(mode="serialization", schema_generator=_Dialect)
    version = model.model_fields["schema_version"].default
    identity = f"urn:trichluc:schema:{contract}:{version}"
    return {"$schema": _Dialect.schema_dialect, "$id": identity, **schema, "title": model.__name__}


def schema_path(contract: str) -> Path:
    """Where the published schema of a contract stands in the package."""
    return _FOLDER / f"{contract}.schema.json"


def schema_text(contract: str = "directive") -> str:
    """The published form of a JSON Schema: indented, Vietnamese in plain letters, one newline at the end."""
    return json.dumps(json_schema(contract), ensure_ascii=False, indent=2) + "\n"


def write_schema(path: Path = SCHEMA_PATH, contract: str = "directive") -> None:
    """Write a JSON Schema to ``path`` in UTF-8, by default that of a directive to its place in the package."""
    path.write_text(schema_text(contract), encoding="utf-8", newline="\n")
