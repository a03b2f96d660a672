"""Documents a second through a spaCy pipeline, beside extraction alone, on the same texts in the same run.

    python -m benchmarks.spacy_pipe [--texts DIR] [--repeats N] [--processes N]

What the pipeline adds is tokens and spans; with several processes every ``Doc`` goes through bytes on its way back.
Processor time is that of all processes, and tells more than wall time where other programs are at work.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

import extractor
from benchmarks.measure import megabytes, print_table
from benchmarks.texts import load_folder, load_samples
from extractor.spacy import blank


@dataclass(frozen=True, slots=True)
class Effort:
    """What a run took, in seconds."""

    wall: float
    processor: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, help="a folder of *.txt (default: the samples)")
    parser.add_argument("--repeats", type=int, default=5, help="of which the best counts")
    parser.add_argument("--processes", type=int, default=2, help="of the last row")
    options = parser.parse_args()
    texts = load_folder(options.texts) if options.texts else load_samples()
    print(f"{len(texts)} texts, {megabytes(texts):.3f} MB of UTF-8\n")
    columns = ("", "documents/s", "MB/s", "of extraction", "processor ms/document")
    print_table(columns, _rows(texts, options.repeats, options.processes))


def _rows(texts: list[str], repeats: int, processes: int) -> Iterator[tuple[str, str, str, str, str]]:
    ways = dict(_ways(texts, processes))
    efforts: dict[str, list[Effort]] = {name: [] for name in ways}
    for _ in range(repeats + 1):  # by turns, so that a busy machine slows all of them
        for name, run in ways.items():
            efforts[name].append(_effort(run))
    wall = {name: min(effort.wall for effort in found[1:]) for name, found in efforts.items()}  # the first fills caches
    alone = wall["extractor.extract"]
    for name, found in efforts.items():
        processor = min(effort.processor for effort in found[1:])
        speed = megabytes(texts) / wall[name]
        per_document = f"{processor / len(texts) * 1000:.1f}"
        yield (name, f"{len(texts) / wall[name]:.1f}", f"{speed:.2f}", f"{alone / wall[name]:.0%}", per_document)


def _ways(texts: list[str], processes: int) -> Iterator[tuple[str, Callable[[], object]]]:
    tokens, one_layer, every_layer = _pipeline(), _pipeline("trichluc_citations"), _pipeline("trichluc")
    yield "extractor.extract", lambda: [extractor.extract(text) for text in texts]
    yield "nlp.pipe, tokens alone", lambda: list(tokens.pipe(texts))
    yield "nlp.pipe, one layer", lambda: list(one_layer.pipe(texts))
    yield "nlp.pipe, all layers", lambda: list(every_layer.pipe(texts))
    yield (
        f"nlp.pipe, n_process={processes}",
        lambda: list(every_layer.pipe(texts, n_process=processes, batch_size=16)),
    )


def _pipeline(*components: str) -> Language:
    nlp = blank()
    nlp.max_length = sys.maxsize
    for component in components:
        nlp.add_pipe(component)
    return nlp


def _effort(run: Callable[[], object]) -> Effort:
    start, used = time.perf_counter(), _processor_seconds()
    run()
    return Effort(time.perf_counter() - start, _processor_seconds() - used)


def _processor_seconds() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


if __name__ == "__main__":
    main()
