"""The texts of the pages."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from corpus.cli.languages import Language
from corpus.web.wording import texts
from tests.conftest import ROOT

WEB = ROOT / "corpus" / "web"
SAID = re.compile(r"""\bsay\(\s*["']([a-z0-9_.]+)["']""")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_both_languages_have_the_same_texts() -> None:
    assert sorted(texts(Language.VI)) == sorted(texts(Language.EN))


def test_placeholders_are_the_same_in_both_languages() -> None:
    english, vietnamese = texts(Language.EN), texts(Language.VI)
    differing = [key for key in english if placeholders(english[key]) != placeholders(vietnamese[key])]
    assert differing == []


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, id=str(path.relative_to(WEB)))
        for path in sorted([*WEB.rglob("*.html"), *WEB.rglob("*.svg"), *WEB.rglob("*.py")])
        if SAID.search(path.read_text("utf-8")) and path.name != "rendering.py"
    ],
)
def test_every_text_that_is_used_exists(path: Path) -> None:
    used = set(SAID.findall(path.read_text("utf-8")))
    assert sorted(used - texts(Language.EN).keys()) == []
