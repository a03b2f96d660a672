"""Records of values that are known to be right, made without asking for each of them again.

Validation takes most of its time to find out what the maker of a record knows already. Who has checked the values
himself makes the record here; it equals the one that validation gives, which a test of his has to show.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import BaseModel

__all__ = ["maker_of"]

_Model = TypeVar("_Model", bound=BaseModel)

#: Records are frozen: their attributes are set as pydantic sets them.
_set = object.__setattr__


def maker_of(model: type[_Model]) -> Callable[[dict[str, Any]], _Model]:
    """Return a function that makes a `model` of the values of all its fields, in the order of its fields.

    The dictionary that it is given becomes the record's own. Nothing is checked and nothing converted: what is none of
    the model's values makes a record that breaks the contract.
    """
    new = model.__new__
    given = set(model.model_fields)  # one for all: nobody adds to that of a frozen record

    def make(values: dict[str, Any]) -> _Model:
        record = new(model)
        _set(record, "__dict__", values)
        _set(record, "__pydantic_fields_set__", given)
        _set(record, "__pydantic_extra__", None)
        _set(record, "__pydantic_private__", None)
        return record

    return make
