"""A program that extracts does not look for garbage again and again: there is none."""

import subprocess
import sys

from corpus.samples import sample_paths

_SCRIPT = """
import gc, sys
import extractor
from corpus.garbage import collect_seldom

text = open(sys.argv[1], encoding="utf-8").read()
extractor.extract(text)
gc.collect()
before = sum(generation["collections"] for generation in gc.get_stats())
if "seldom" in sys.argv:
    collect_seldom()
for _ in range(30):
    extractor.extract(text)
print(sum(generation["collections"] for generation in gc.get_stats()) - before, gc.collect())
"""


def looks_and_leftovers(*arguments: str) -> list[int]:
    """How often thirty extractions made Python look for garbage, and what a last look found."""
    command = [sys.executable, "-c", _SCRIPT, str(sample_paths()[0]), *arguments]
    return [
        int(figure) for figure in subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    ]


def test_it_looks_less_often() -> None:
    assert looks_and_leftovers("seldom")[0] < looks_and_leftovers()[0]


def test_there_is_no_garbage() -> None:
    assert looks_and_leftovers("seldom") == [0, 0]
