"""What other programs may rely on is listed, is there, and is documented."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

from tests.conftest import ROOT

PUBLIC = [
    "schemas",
    "extractor",
    "corpus.files",
    "corpus.index",
    "corpus.store",
    "corpus.citator",
    "corpus.export",
    "corpus.evaluate",
    "corpus.reviews",
    "corpus.samples",
]
PAGE = (ROOT / "docs" / "reference" / "python.md").read_text("utf-8")


@pytest.mark.parametrize("name", PUBLIC)
def test_listed_names_are_there(name: str) -> None:
    package = importlib.import_module(name)
    assert [member for member in package.__all__ if not hasattr(package, member)] == []


@pytest.mark.parametrize("name", PUBLIC)
def test_listed_functions_and_classes_say_what_they_do(name: str) -> None:
    package = importlib.import_module(name)
    members = {member: getattr(package, member) for member in package.__all__}
    assert [member for member, value in members.items() if callable(value) and not value.__doc__] == []


@pytest.mark.parametrize("path", re.findall(r"^::: ([\w.]+)$", PAGE, re.MULTILINE))
def test_what_the_reference_describes_is_there(path: str) -> None:
    assert pkgutil.resolve_name(path).__doc__
