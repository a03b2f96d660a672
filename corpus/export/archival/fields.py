"""The fields of a rule, as its data file tells them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Field", "Rule", "rule"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field: either a value of the record that fills it, or the reason why none does."""

    name: str
    """As the rule names it; with ``/`` between the names of nested elements."""
    label: str
    value: str | None
    """The name of a function of ``corpus.export.archival.values``."""
    reason: str | None
    length: int | None
    """The most characters that the rule allows."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule in one version, with where it can be read and what was not checked against it."""

    name: str
    source: str
    fields: tuple[Field, ...]


@cache
def rule(name: str) -> Rule:
    """The rule of ``<name>.toml``; read-only."""
    told = tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))
    return Rule(
        name=told["name"],
        source=told["source"],
        fields=tuple(
            Field(
                name=entry["name"],
                label=entry["label"],
                value=entry.get("value"),
                reason=entry.get("reason"),
                length=entry.get("length"),
            )
            for entry in told["fields"]
        ),
    )
