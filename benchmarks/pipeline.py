"""Speed in process, text in and validated record out, beside peers on the same texts in the same run, and by stage.

    python -m benchmarks.pipeline [--texts DIR] [--repeats N]

Peers do less than extraction does: word segmentation is what most Vietnamese pipelines begin with, sentence
splitting is
cheaper still, a bare pattern for document numbers is the floor of any citation finder, and dateparser finds dates only.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import extractor
from benchmarks.measure import median_seconds, megabytes, print_table
from benchmarks.stages import stage_seconds
from benchmarks.texts import load_folder, load_samples

_BARE_NUMBER = re.compile(r"\d+[-/][A-ZĐ]")
_DATES_SHARE = 5_000
"""Code points of each text that dateparser is given: it needs seconds for more."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, help="a folder of *.txt (default: the samples)")
    parser.add_argument("--repeats", type=int, default=15, help="of extraction; slow peers get fewer")
    options = parser.parse_args()
    texts = load_folder(options.texts) if options.texts else load_samples()
    print(f"{len(texts)} texts, {megabytes(texts):.3f} MB of UTF-8, {sum(map(len, texts))} code points\n")
    print_table(("", "ms", "MB/s", "trichluc is"), _peer_rows(texts, options.repeats))
    print()
    print_table(("stage", "ms", "share"), _stage_rows(texts, options.repeats))


def _peer_rows(texts: list[str], repeats: int) -> Iterator[tuple[str, str, str, str]]:
    ours = _speed(extractor.extract, texts, repeats)
    yield ("trichluc extract", f"{megabytes(texts) / ours * 1000:.1f}", f"{ours:.2f}", "")
    for name, run, peer_texts, runs in _peers(texts, repeats):
        speed = _speed(run, peer_texts, runs)
        seconds = megabytes(peer_texts) / speed
        yield (name, f"{seconds * 1000:.1f}", f"{speed:.2f}", f"{ours / speed:.2f} times as fast")


def _speed(run: Callable[[str], object], texts: list[str], repeats: int) -> float:
    """Megabytes a second over all texts, median of the repeats."""
    return megabytes(texts) / median_seconds(lambda: [run(text) for text in texts], repeats)


def _peers(texts: list[str], repeats: int) -> Iterator[tuple[str, Callable[[str], object], list[str], int]]:
    from underthesea import sent_tokenize, word_tokenize

    yield "underthesea.word_tokenize", word_tokenize, texts, 3
    yield "underthesea.sent_tokenize", sent_tokenize, texts, 5
    yield "re: bare document numbers", _BARE_NUMBER.findall, texts, repeats
    if importlib.util.find_spec("dateparser"):
        from dateparser.search import search_dates

        excerpts = [text[:_DATES_SHARE] for text in texts[:3]]
        yield "dateparser.search (excerpts)", lambda text: search_dates(text, languages=["vi"]), excerpts, 1


def _stage_rows(texts: list[str], repeats: int) -> Iterator[tuple[str, str, str]]:
    seconds = stage_seconds(texts, repeats)
    total = sum(seconds.values())
    for name, value in seconds.items():
        yield (name, f"{value * 1000:.1f}", f"{value / total:.0%}")
    yield ("all", f"{total * 1000:.1f}", "")


if __name__ == "__main__":
    main()
