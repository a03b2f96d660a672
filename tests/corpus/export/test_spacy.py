"""An archive as a DocBin: texts, records and spans come back, and spaCy learns from it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import cast

import pytest
from spacy.pipeline import SpanCategorizer
from spacy.tokens import Doc, DocBin
from spacy.training import Corpus

from corpus.export import Selection, export
from corpus.export.spacy_docs import REVIEW, TRAINING_KEY
from corpus.reviews import Layer, Said, Verdict, save
from corpus.store import Store
from extractor.spacy import LAYERS, MENTIONS, blank
from schemas import Directive
from tests.corpus.export.conftest import LETTER, PLAN, Export


@pytest.fixture
def docs(exported: Export) -> list[Doc]:
    return list(DocBin().from_bytes(exported("spacy")).get_docs(blank().vocab))


def test_texts_come_back_in_the_lasting_order(docs: list[Doc]) -> None:
    assert [doc.text for doc in docs] == [PLAN, LETTER]


def test_records_are_those_of_the_export_as_json(docs: list[Doc], exported: Export) -> None:
    assert [doc._.directive for doc in docs] == [
        Directive.model_validate(json.loads(line)) for line in exported("jsonl").splitlines()
    ]


@pytest.mark.parametrize("name", LAYERS)
def test_layers_are_spans_of_their_records(docs: list[Doc], name: str) -> None:
    assert [[span.id_ for span in doc.spans[name]] for doc in docs] == [
        [record.id for record in getattr(doc._.directive, name)] for doc in docs
    ]


def test_mentions_of_all_layers_stand_under_the_key_for_training(docs: list[Doc]) -> None:
    labels = {span.label_ for doc in docs for span in doc.spans[TRAINING_KEY]}
    assert labels == {LAYERS[name].noun for name in MENTIONS}


def test_tokens_are_those_of_our_tokenizer(docs: list[Doc]) -> None:
    tokenizer = blank().tokenizer
    assert [[token.text for token in doc] for doc in docs] == [
        [token.text for token in tokenizer(text)] for text in (PLAN, LETTER)
    ]


def test_documents_that_were_reviewed_come_first_and_say_so(store: Store, exported: Export) -> None:
    letter = store.row("SELECT id FROM documents WHERE doc_type = 'cong_van'")
    assert letter is not None
    save(store, letter["id"], Said(Layer.DEADLINES, Verdict.CORRECTED, "d1", {"end": "2031-05-31"}))
    docs = list(DocBin().from_bytes(exported("spacy")).get_docs(blank().vocab))
    assert [(doc.text, doc.user_data[REVIEW]) for doc in docs] == [(LETTER, "part"), (PLAN, None)]
    assert docs[0].spans["deadlines"][0]._.record.end == dt.date(2031, 5, 31)


def test_documents_that_were_reviewed_whole_come_before_all(store: Store, exported: Export) -> None:
    plan, letter = (row["id"] for row in store.rows("SELECT id FROM documents ORDER BY issued_on"))
    save(store, plan, Said(Layer.CITATIONS, Verdict.CONFIRMED, "c1"))
    save(store, letter, Said(Layer.DOCUMENT, Verdict.CONFIRMED))
    kept = DocBin().from_bytes(exported("spacy")).get_docs(blank().vocab)
    assert [doc.user_data[REVIEW] for doc in kept] == ["whole", "part"]


def test_conditions_choose_documents(exported: Export) -> None:
    kept = DocBin().from_bytes(exported("spacy", Selection(doc_type="ke_hoach")))
    assert [doc.text for doc in kept.get_docs(blank().vocab)] == [PLAN]


def test_spacy_learns_from_it(store: Store, tmp_path: Path) -> None:
    export(store, "spacy", tmp_path / "train.spacy")
    nlp = blank()
    suggester = {"@misc": "spacy.ngram_range_suggester.v1", "min_size": 1, "max_size": 6}
    learner = cast(
        "SpanCategorizer", nlp.add_pipe("spancat", config={"spans_key": TRAINING_KEY, "suggester": suggester})
    )
    corpus = Corpus(tmp_path / "train.spacy")
    optimizer = nlp.initialize(lambda: list(corpus(nlp)))
    epochs: list[dict[str, float]] = [{}, {}]
    for losses in epochs:
        for example in corpus(nlp):
            nlp.update([example], sgd=optimizer, losses=losses)
    assert set(learner.labels) == {LAYERS[name].noun for name in MENTIONS}
    assert epochs[1]["spancat"] < epochs[0]["spancat"]
