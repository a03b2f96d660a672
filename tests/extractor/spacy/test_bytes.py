"""Pipelines and what they read, written and read back; and work in several processes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.util import load_model_from_config

from extractor import extract
from extractor.spacy import COLOURS, LAYERS, TOKENIZER, blank
from tests.conftest import ROOT
from tests.extractor.spacy.conftest import TEXT

_IN_A_PROCESS_OF_ITS_OWN = """
import json, spacy
from spacy.displacy.render import SpanRenderer
nlp = spacy.blank("xx", config={"nlp": {"tokenizer": {"@tokenizers": "trichluc.VietnameseTokenizer.v1"}}})
nlp.add_pipe("trichluc")
doc = nlp("CHỈ THỊ\\nVề lưu trữ\\n\\nThực hiện Kết luận số 76-KL/TU ngày 15/4/2031.")
factories = sorted(name for name in nlp.factory_names if name.startswith("trichluc"))
print(json.dumps([doc._.directive.citations[0].key, factories, SpanRenderer().colors["CITATION"]]))
"""


def annotation(doc: Doc) -> dict[str, list[tuple[str, str, str]]]:
    return {key: [(span.text, span.label_, span.id_) for span in group] for key, group in doc.spans.items()}


@pytest.fixture
def pipeline() -> Language:
    """A pipeline with settings of its own."""
    nlp = blank("underthesea")
    nlp.add_pipe("trichluc", config={"layers": ["citations", "deadlines"], "joint_key": "sc"})
    nlp.add_pipe("trichluc_targets", config={"spans_key": "goals"})
    return nlp


def through_disk(nlp: Language, folder: Path) -> Language:
    nlp.to_disk(folder)
    return spacy.load(folder)


def through_bytes(nlp: Language, folder: Path) -> Language:
    return load_model_from_config(nlp.config).from_bytes(nlp.to_bytes())


def through_config(nlp: Language, folder: Path) -> Language:
    return load_model_from_config(nlp.config, auto_fill=True)


@pytest.mark.parametrize("there_and_back", [through_disk, through_bytes, through_config])
def test_pipeline_comes_back(
    pipeline: Language, tmp_path: Path, there_and_back: Callable[[Language, Path], Language]
) -> None:
    again = there_and_back(pipeline, tmp_path / "pipeline")
    assert again.config.to_str() == pipeline.config.to_str()
    assert annotation(again(TEXT)) == annotation(pipeline(TEXT))


def test_config_names_the_tokenizer(pipeline: Language) -> None:
    assert pipeline.config["nlp"]["tokenizer"] == {"@tokenizers": TOKENIZER, "segmenter": "underthesea"}


def doc_bytes(doc: Doc) -> Doc:
    return Doc(blank().vocab).from_bytes(doc.to_bytes())


def doc_bin(doc: Doc) -> Doc:
    kept = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    return next(DocBin().from_bytes(kept).get_docs(blank().vocab))


@pytest.mark.parametrize("there_and_back", [doc_bytes, doc_bin])
def test_doc_comes_back_with_its_record(doc: Doc, there_and_back: Callable[[Doc], Doc]) -> None:
    again = there_and_back(doc)
    assert (again.text, again._.directive, annotation(again)) == (doc.text, doc._.directive, annotation(doc))


@pytest.mark.parametrize("there_and_back", [doc_bytes, doc_bin])
def test_spans_that_came_back_know_their_records(doc: Doc, there_and_back: Callable[[Doc], Doc]) -> None:
    again = there_and_back(doc)
    assert [span._.record for span in again.spans["citations"]] == list(doc._.directive.citations)


def test_bin_without_user_data_keeps_spans_and_ids_alone(doc: Doc) -> None:
    again = next(DocBin(docs=[doc]).get_docs(blank().vocab))
    assert (again._.directive, annotation(again)) == (None, annotation(doc))


def test_user_data_of_others_is_left_as_it_is(doc: Doc) -> None:
    doc.user_data["theirs"] = {"trichluc": 1, "more": [1, 2]}
    assert doc_bytes(doc).user_data["theirs"] == {"trichluc": 1, "more": [1, 2]}


@pytest.mark.slow
def test_several_processes(nlp: Language, doc: Doc) -> None:
    texts = [TEXT, "Không có gì.", TEXT]
    read = list(nlp.pipe(texts, n_process=2, batch_size=1))
    assert [found._.directive for found in read] == [extract(text) for text in texts]
    assert annotation(read[2]) == annotation(doc)


def test_installed_package_is_found_without_an_import() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _IN_A_PROCESS_OF_ITS_OWN], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == [
        "76-KL/TU",
        sorted(["trichluc", *(f"trichluc_{name}" for name in LAYERS)]),
        COLOURS["CITATION"],
    ]
