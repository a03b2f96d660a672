"""Attributes that are found when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

__all__ = ["Once"]

_Value = TypeVar("_Value")


class Once(Generic[_Value]):
    """An attribute that is found when it is first asked for: a cached property without its lock."""

    def __init__(self, find: Callable[[Any], _Value]) -> None:
        self._find = find
        self._name = find.__name__
        self.__doc__ = find.__doc__

    @overload
    def __get__(self, holder: None, owner: type) -> Once[_Value]: ...

    @overload
    def __get__(self, holder: object, owner: type) -> _Value: ...

    def __get__(self, holder: object | None, owner: type) -> Once[_Value] | _Value:
        if holder is None:
            return self
        value = holder.__dict__[self._name] = self._find(holder)
        return value
