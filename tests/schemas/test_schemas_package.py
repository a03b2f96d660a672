"""The lowest floor exports what it names, depends on nothing above it, and loads little."""

import subprocess
import sys

import pytest

import schemas


@pytest.mark.parametrize("name", schemas.__all__)
def test_what_is_exported_is_documented(name: str) -> None:
    assert getattr(schemas, name).__doc__


def test_exports_are_in_order() -> None:
    assert schemas.__all__ == sorted(schemas.__all__)


def test_importing_loads_nothing_from_above_and_nothing_heavy() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", "import schemas, sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "schemas.directive" in loaded
    assert {"extractor", "corpus", "regex", "underthesea", "hypothesis"}.isdisjoint(loaded)
