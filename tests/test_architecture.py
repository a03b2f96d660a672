"""The floors of the house: imports only point down, the extractor is pure, and heavy libraries come late.

    schemas  <-  extractor  <-  corpus

Read from the syntax trees, so that an import inside a function counts like any other.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ("schemas", "extractor", "corpus")
ALLOWED = {"schemas": {"schemas"}, "extractor": {"schemas", "extractor"}, "corpus": {"schemas", "extractor", "corpus"}}
OUTER = {"tests", "benchmarks", "notebooks"}

IMPURE_MODULES = {
    "asyncio",
    "http",
    "io",
    "multiprocessing",
    "os",
    "pathlib",
    "random",
    "requests",
    "secrets",
    "shutil",
    "socket",
    "sqlite3",
    "subprocess",
    "tempfile",
    "threading",
    "time",
    "urllib",
}
IMPURE_CALLS = {"open", "input", "print", "exec", "eval"}
CLOCK_CALLS = {"now", "today", "utcnow"}
READS_PACKAGE_DATA = {"extractor/lexicon/__init__.py"}
"""The one place of the extractor that reads anything: its own package data, through ``importlib.resources``."""
MAKERS = {"extractor/lexicon/make_places.py"}
"""Tools that a developer runs by hand to make package data; nothing imports them."""

HEAVY = frozenset(
    (
        "daft",
        "fastapi",
        "numpy",
        "pandas",
        "pyarrow",
        "ray",
        "rich",
        "sklearn",
        "spacy",
        "torch",
        "typer",
        "underthesea",
    )
)


def modules(floor: str) -> list[Path]:
    return sorted((ROOT / floor).rglob("*.py"))


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), filename=str(path))


def imported(tree: ast.Module, path: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and the full name of everything that a module imports, wherever the statement stands."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            origin = ".".join(part for part in (base, node.module) if part)
            yield from ((node.lineno, f"{origin}.{alias.name}") for alias in node.names)


def every_module() -> list[object]:
    return [pytest.param(floor, path, id=str(path.relative_to(ROOT))) for floor in FLOORS for path in modules(floor)]


@pytest.mark.parametrize(("floor", "path"), every_module())
def test_imports_point_down(floor: str, path: Path) -> None:
    ours = set(FLOORS) | OUTER
    upward = [
        f"line {line}: {name}"
        for line, name in imported(parse(path), path)
        if (top := name.partition(".")[0]) in ours and top not in ALLOWED[floor]
    ]
    assert upward == []


@pytest.mark.parametrize("path", [pytest.param(path, id=str(path.relative_to(ROOT))) for path in modules("extractor")])
def test_extractor_is_pure(path: Path) -> None:
    tree = parse(path)
    exempt = str(path.relative_to(ROOT)) in READS_PACKAGE_DATA | MAKERS
    found = (
        [] if exempt else [f"line {n}: {m}" for n, m in imported(tree, path) if m.partition(".")[0] in IMPURE_MODULES]
    )
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name) and node.func.id in IMPURE_CALLS:
            found.append(f"line {node.lineno}: {node.func.id}()")
        if isinstance(node.func, ast.Attribute) and node.func.attr in CLOCK_CALLS and not node.args:
            found.append(f"line {node.lineno}: .{node.func.attr}()")
    assert found == []


@pytest.mark.parametrize("maker", sorted(MAKERS))
def test_nothing_imports_a_maker(maker: str) -> None:
    name = maker.removesuffix(".py").replace("/", ".")
    everything = [
        (path, full) for floor in FLOORS for path in modules(floor) for _, full in imported(parse(path), path)
    ]
    assert [path.name for path, full in everything if full == name] == []


def test_relative_imports_are_resolved() -> None:
    tree = ast.parse("from . import a\nfrom .b import c\nfrom ..d import e")
    names = [name for _, name in imported(tree, ROOT / "extractor" / "find" / "x.py")]
    assert names == ["extractor.find.a", "extractor.find.b.c", "extractor.d.e"]


@pytest.mark.parametrize("floor", ["schemas", "extractor"])
def test_importing_a_floor_loads_nothing_heavy(floor: str) -> None:
    code = f"import sys, {floor}; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert sorted(loaded & HEAVY) == []


@pytest.mark.parametrize("floor", FLOORS)
def test_floor_is_marked_as_typed(floor: str) -> None:
    assert (ROOT / floor / "py.typed").is_file()
