"""A table shows what the JSON report says."""

from __future__ import annotations

from corpus.evaluate import Evaluation
from corpus.evaluate.report import total_lines
from corpus.evaluate.tally import Tally


def test_f1_is_shown_as_the_json_report_rounds_it() -> None:
    tally = Tally()
    tally.add("citations.span", hits=229, gold=232, predicted=229)  # 0.99349…: 0.9935 with four digits
    (row, _) = total_lines(Evaluation(total=tally))
    assert "F1  0.994" in row
