"""The generator of archives: the same seed, the same texts."""

from __future__ import annotations

from itertools import islice

from benchmarks.generate import generate
from extractor import extract


def test_same_seed_gives_the_same_texts_however_many_there_are() -> None:
    assert list(islice(generate(1_000_000, seed=3), 40)) == list(generate(40, seed=3))


def test_texts_differ_from_one_to_the_next_and_from_seed_to_seed() -> None:
    texts = [*generate(60, seed=1), *generate(60, seed=2)]
    assert len(set(texts)) == len(texts)


def test_texts_are_directives() -> None:
    records = [extract(text) for text in generate(20, seed=1)]
    assert [record.header.doc_type is not None for record in records] == [True] * 20
    assert len({record.header.key for record in records}) > 15
