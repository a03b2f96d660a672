"""The base of every vocabulary: a string enumeration whose members carry their Vietnamese label."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic_core import CoreSchema


class Term(StrEnum):
    """A value of a closed vocabulary.

    The member *is* its value (``Bound.BEFORE == "before"``), so JSON holds the bare string; ``label`` is what a reader
    is shown, in Vietnamese.
    """

    label: str

    def __new__(cls, value: str, label: str = "") -> Term:
        """Make the member for ``value``, shown as ``label``; without a label the call looks a member up."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Publish the labels beside the values, so that a form or a table needs nothing else to show them."""
        reference = handler(core_schema)
        handler.resolve_ref_schema(reference)["x-labels"] = {member.value: member.label for member in cls}
        return reference
