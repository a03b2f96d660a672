"""The JSON Schema of the records, published for tools that do not speak Python."""

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from schemas.directive import Directive

SCHEMA_PATH = Path(__file__).parent / "json" / "directive.schema.json"
"""Where the published schema stands in the package."""

_ID = "urn:trichluc:schema:directive:1"


class _Dialect(GenerateJsonSchema):
    """Pydantic's draft 2020-12 for what is written out: every field is there, and no title repeats a field's name."""

    def field_title_should_be_set(self, schema: object) -> bool:
        return False

    def field_is_required(self, field: object, total: bool) -> bool:
        return True


def json_schema() -> dict[str, Any]:
    """Build the JSON Schema (draft 2020-12) of a directive as it is written out, with every field present.

    It says the shape. What holds between the records (unique ids, references, the outline) no JSON Schema can say; the
    models check that.
    """
    schema = Directive.model_json_schema(mode="serialization", schema_generator=_Dialect)
    return {"$schema": _Dialect.schema_dialect, "$id": _ID, **schema, "title": "Directive"}


def schema_text() -> str:
    """The published form of the JSON Schema: indented, Vietnamese in plain letters, one newline at the end."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def write_schema(path: Path = SCHEMA_PATH) -> None:
    """Write the JSON Schema to ``path`` in UTF-8, by default to its place in the package."""
    path.write_text(schema_text(), encoding="utf-8", newline="\n")
