"""The tables of ``docs/accuracy.md``: what they count, and where they are put."""

from __future__ import annotations

import pytest

from benchmarks.accuracy import DOCUMENT, TABLES, classes, figures, filled, reliability
from corpus.evaluate import Evaluation, Finding
from corpus.evaluate.reliability import Judgement
from corpus.evaluate.tally import Tally


def evaluation(confidence: float, *, right: bool) -> Evaluation:
    """One document with one target, found and perhaps wrong."""
    tally = Tally()
    tally.add("targets.value", hits=int(right), gold=1, predicted=1)
    found = Evaluation(total=tally, documents={"a.txt": tally})
    found.judgements.append(Judgement("targets", confidence, right))
    if not right:
        found.findings.append(Finding("a.txt", "targets", "value", 0, "95%", "", ("value",), ("table",)))
    return found


SETS = {"seen": evaluation(0.9, right=True), "unseen one": evaluation(0.6, right=False)}


def test_figures_have_a_column_a_set() -> None:
    assert list(figures(SETS))[0::2] == [
        "| row | seen (1) | unseen one (1) |",
        "| targets.value | 1.000 (1.00/1.00) | 0.000 (0.00/0.00) |",
    ]


def test_classes_count_the_errors_of_sets_that_have_been_looked_into() -> None:
    sets = {"read": evaluation(0.6, right=False), **SETS}
    assert list(classes(sets))[0::4] == ["Over: read, seen.", "| targets | wrong value | 1 | 1 | table 1 |"]


def test_reliability_is_of_unseen_sets_where_there_are_any() -> None:
    assert "| targets | 0.50–0.70 | 1 | 0.600 | 0.000 |" in list(reliability(SETS))
    assert not any("0.900" in line for line in reliability(SETS))


def test_reliability_is_of_all_sets_where_none_is_unseen() -> None:
    assert "| targets | 0.90–0.95 | 1 | 0.900 | 1.000 |" in list(reliability({"seen": SETS["seen"]}))


def test_a_table_replaces_what_stands_between_its_marks() -> None:
    text = "Above\n<!-- figures -->\nold\n<!-- /figures -->\nbelow\n"
    assert filled(text, {"figures": "| new |"}) == "Above\n<!-- figures -->\n| new |\n<!-- /figures -->\nbelow\n"


def test_a_table_without_a_place_is_an_error() -> None:
    with pytest.raises(ValueError, match="figures"):
        filled("nothing", {"figures": "| new |"})


def test_the_document_has_a_place_for_every_table() -> None:
    text = DOCUMENT.read_text("utf-8")
    assert filled(text, dict.fromkeys(TABLES, "")) != text
