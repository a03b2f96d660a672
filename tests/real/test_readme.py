"""What the README shows is what the command prints."""

from __future__ import annotations

import re

import pytest

from corpus.cli.languages import Language
from corpus.cli.lines import fact_lines
from corpus.cli.messages import Messages
from corpus.extraction import extract_file
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")
SAMPLE = ROOT / "corpus" / "samples" / "ke-hoach-cong-doan-tinh.txt"


def shown_facts() -> list[str]:
    """The lines of the example below the command that prints them."""
    block = re.search(r"```text\n\$ trichluc extract --format text [^\n]*\n(.*?)```", README, re.DOTALL)
    assert block is not None
    return block[1].splitlines()


@pytest.mark.parametrize("shown", shown_facts())
def test_shown_fact_is_printed(shown: str) -> None:
    printed = [line.split("\t")[1:] for line in fact_lines(extract_file(SAMPLE), Messages(Language.EN))]
    words = re.split(r" {2,}", shown.removesuffix(" …").strip())
    assert any(" ".join(filter(None, columns)).startswith(" ".join(words)) for columns in printed)
