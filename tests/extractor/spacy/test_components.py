"""Components in pipelines: what they put on a Doc, their settings, and that a text is extracted once."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import pytest
import spacy
from confection import ConfigValidationError
from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor import extract
from extractor.spacy import JOINT_KEY, LAYERS, MENTIONS, LayerName, blank
from tests.extractor.spacy.conftest import TEXT

LAYER_NAMES = [pytest.param(name, id=name) for name in LAYERS]


def laid_out(doc: Doc, key: str) -> list[tuple[str, str]]:
    return [(span.text, span.label_) for span in doc.spans[key]]


def test_record_is_that_of_the_extractor(doc: Doc) -> None:
    assert doc._.directive == extract(TEXT)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        pytest.param(
            "citations",
            [
                ("Nghị định số 49/2029/NĐ-CP ngày 19/01/2029 của Chính phủ", "can_cu"),
                ("Kết luận số 01-KL/TW ngày 18/5/2030", "thuc_hien"),
            ],
            id="citations",
        ),
        pytest.param("deadlines", [("trước 31/7/2031", "before"), ("chậm nhất ngày 15/12/2031", "by")], id="deadlines"),
        pytest.param("targets", [("Ít nhất 90% hồ sơ", "ge")], id="targets"),
        pytest.param(
            "responsibilities",
            [
                ("Văn phòng Tỉnh ủy", "execute"),
                ("Ban Thường vụ", "report_to"),
                ("Ban Tổ chức Tỉnh ủy", "coordinate"),
            ],
            id="responsibilities",
        ),
        pytest.param(
            JOINT_KEY,
            [
                ("Nghị định số 49/2029/NĐ-CP ngày 19/01/2029 của Chính phủ", "citation"),
                ("Kết luận số 01-KL/TW ngày 18/5/2030", "citation"),
                ("Ít nhất 90% hồ sơ", "target"),
                ("Văn phòng Tỉnh ủy", "responsibility"),
                ("trước 31/7/2031", "deadline"),
                ("chậm nhất ngày 15/12/2031", "deadline"),
                ("Ban Thường vụ", "responsibility"),
                ("Ban Tổ chức Tỉnh ủy", "responsibility"),
            ],
            id="all mentions together",
        ),
    ],
)
def test_spans_and_labels(doc: Doc, key: str, expected: list[tuple[str, str]]) -> None:
    assert laid_out(doc, key) == expected


def test_sections_are_spans_of_their_kind(doc: Doc) -> None:
    starts = [(span.text.split("\n")[0], span.label_) for span in doc.spans["sections"]]
    assert starts == [
        ("I. MỤC TIÊU", "muc_tieu_chi_tieu"),
        ("1. Ít nhất 90% hồ sơ được số hóa.", "section"),
        ("II. TỔ CHỨC THỰC HIỆN", "to_chuc_thuc_hien"),
        ("1. Văn phòng Tỉnh ủy", "section"),
        ("a) Rà soát kho lưu trữ trước 31/7/2031.", "section"),
        ("b) Báo cáo kết quả chậm nhất ngày 15/12/2031, gửi Ban Thường vụ.", "section"),
        ("2. Ban Tổ chức Tỉnh ủy phối hợp thực hiện.", "section"),
    ]


@pytest.mark.parametrize("name", LAYER_NAMES)
def test_spans_have_the_ids_and_the_evidence_of_the_records(doc: Doc, name: LayerName) -> None:
    records = LAYERS[name].records(doc._.directive)
    assert [(span.id_, span.start_char, span.end_char) for span in doc.spans[name]] == [
        (record.id, record.span.start, record.span.end) for record in records
    ]


@pytest.mark.parametrize("name", LAYER_NAMES)
def test_every_label_is_declared(doc: Doc, name: LayerName) -> None:
    assert {span.label_ for span in doc.spans[name]} <= set(LAYERS[name].labels)


@pytest.mark.parametrize("name", LAYER_NAMES)
def test_component_of_one_layer(doc: Doc, name: LayerName) -> None:
    nlp = blank()
    nlp.add_pipe(f"trichluc_{name}")
    alone = nlp(TEXT)
    assert {key: laid_out(alone, key) for key in alone.spans} == {name: laid_out(doc, name)}


def test_evidence_within_a_token_takes_the_whole_token() -> None:
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})
    nlp.add_pipe("trichluc_deadlines")
    doc = nlp(TEXT)
    span = doc.spans["deadlines"][0]
    assert (span.text, span._.record.text) == ("trước 31/7/2031.", "trước 31/7/2031")


@pytest.mark.parametrize("text", ["", " \n", "Không có gì."], ids=["empty", "white space", "no directive"])
def test_any_text_gets_a_record(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert (doc._.directive.source.chars, len(doc.spans["citations"])) == (len(text), 0)


def test_text_is_extracted_once_for_all_components() -> None:
    nlp = blank()
    for name in LAYERS:
        nlp.add_pipe(f"trichluc_{name}")
    nlp.add_pipe("trichluc")
    doc = nlp.make_doc(TEXT)
    records = [nlp.get_pipe(name)(doc)._.directive for name in nlp.pipe_names]
    assert all(record is records[0] for record in records)


def test_record_that_was_set_is_laid_out(nlp: Language) -> None:
    record = extract(TEXT)
    doc = nlp.make_doc(TEXT)
    doc._.directive = record.model_copy(update={"citations": record.citations[:1]})
    assert len(nlp(doc).spans["citations"]) == 1


def test_record_of_another_text_is_refused(nlp: Language) -> None:
    with pytest.raises(ValueError, match="characters"):
        nlp.make_doc("Khác.")._.directive = extract(TEXT)


def test_doc_cut_out_of_another_is_extracted_anew(nlp: Language, doc: Doc) -> None:
    part = nlp(doc[40:70].as_doc(copy_user_data=True))
    assert part._.directive.source.chars == len(part.text)


@pytest.mark.parametrize(
    ("settings", "keys"),
    [
        pytest.param({}, {*LAYERS, JOINT_KEY}, id="standard"),
        pytest.param({"layers": ["deadlines"]}, {"deadlines", JOINT_KEY}, id="one layer"),
        pytest.param({"layers": ["deadlines"], "joint_key": None}, {"deadlines"}, id="no common key"),
        pytest.param({"layers": [], "joint_key": None}, set(), id="the record alone"),
        pytest.param({"joint_key": "sc"}, {*LAYERS, "sc"}, id="a common key of another name"),
    ],
)
def test_settings(settings: dict[str, object], keys: set[str]) -> None:
    nlp = blank()
    nlp.add_pipe("trichluc", config=settings)
    assert set(nlp(TEXT).spans) == keys


def test_key_of_one_layer_is_a_setting() -> None:
    nlp = blank()
    nlp.add_pipe("trichluc_citations", config={"spans_key": "cited"})
    assert list(nlp(TEXT).spans) == ["cited"]


def test_layer_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ConfigValidationError, match="layers"):
        blank().add_pipe("trichluc", config={"layers": ["tables"]})


def test_pipeline_says_what_it_assigns(nlp: Language) -> None:
    told = nlp.analyze_pipes(keys=["assigns", "requires"]) or {}
    assert told["problems"] == {"trichluc": []}
    assert {"doc._.directive", "doc.spans", "span._.record"} <= set(told["summary"]["trichluc"]["assigns"])


def test_component_that_requires_a_record_is_content_after_ours() -> None:
    Language.component("reader", requires=["doc._.directive"], func=lambda doc: doc)
    nlp = blank()
    nlp.add_pipe("reader")
    nlp.add_pipe("trichluc", first=True)
    assert (nlp.analyze_pipes() or {})["problems"]["reader"] == []


def test_mentions_are_short_and_sections_are_long() -> None:
    assert set(LAYERS) - set(MENTIONS) == {"sections"}


def test_components_can_be_pickled(nlp: Language) -> None:
    component = pickle.loads(pickle.dumps(nlp.get_pipe("trichluc")))
    assert laid_out(component(nlp.make_doc(TEXT)), "targets") == [("Ít nhất 90% hồ sơ", "ge")]


def section(doc: Doc, marker: str) -> Span:
    found: Span = next(span for span in doc.spans["sections"] if span._.record.marker == marker)
    return found


def test_span_knows_its_record(doc: Doc) -> None:
    assert [span._.record for span in doc.spans["deadlines"]] == list(doc._.directive.deadlines)


def test_mention_stands_in_a_section(doc: Doc) -> None:
    assert doc.spans["deadlines"][0]._.parent.text == "a) Rà soát kho lưu trữ trước 31/7/2031."


def test_mention_outside_the_outline_stands_in_none(doc: Doc) -> None:
    assert doc.spans["citations"][0]._.parent is None


def test_section_knows_the_one_above(doc: Doc) -> None:
    path, span = [], section(doc, "b")
    while span is not None:
        path.append(span._.record.marker)
        span = span._.parent
    assert path == ["b", "1", "II"]


def test_section_knows_those_below(doc: Doc) -> None:
    assert [part._.record.marker for part in section(doc, "II")._.children] == ["1", "2"]


def test_parent_is_labelled_like_the_section(doc: Doc) -> None:
    above = section(doc, "a")._.parent._.parent
    assert (above.label_, above.id_) == ("to_chuc_thuc_hien", section(doc, "II").id_)


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda doc: doc[0:3], id="any span"),
        pytest.param(lambda doc: Span(doc, 0, 2, span_id="c1"), id="a span of another component with such an id"),
    ],
)
def test_other_spans_stand_for_no_record(doc: Doc, make: Callable[[Doc], Span]) -> None:
    span = make(doc)
    assert (span._.record, span._.parent, span._.children) == (None, None, ())


def test_doc_without_a_record(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    assert (doc._.directive, doc[0:2]._.record) == (None, None)


def test_record_can_be_taken_away(doc: Doc) -> None:
    doc._.directive = None
    assert (doc._.directive, doc.spans["citations"][0]._.record) == (None, None)
