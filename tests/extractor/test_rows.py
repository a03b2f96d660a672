"""The rows of a table: cells that bars part on one line of the source."""

from __future__ import annotations

import pytest

from extractor.rows import barred_lines, may_have_rows, rows_of

TABLE = "Tiến độ:\n| TT | Việc | Hạn |\n|  1 | Lập đội | Quý I |\n"


@pytest.mark.parametrize(
    ("source", "numbers"),
    [
        pytest.param(TABLE, [1, 2], id="drawn-with-bars"),
        pytest.param("1\tLập đội\tQuý I\n2\tThả cá\tQuý II", [0, 1], id="set-with-tabs"),
        pytest.param("1 │ Lập đội ｜ Quý I", [0], id="bars-of-other-kinds"),
        pytest.param("|  | Nơi nhận: | GIÁM ĐỐC |", [], id="two-cells-are-no-row"),
        pytest.param("| | | | |\n|\u00a0|\t|", [], id="empty-cells-are-none"),
        pytest.param("a | b\nc | d\ne", [], id="cells-of-several-lines-are-no-row"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_a_line_may_be_a_row_where_bars_part_three_cells(source: str, numbers: list[int]) -> None:
    assert [line.number for line in barred_lines(source)] == numbers


@pytest.mark.parametrize(
    ("normalised", "may"),
    [pytest.param(TABLE, True, id="table"), pytest.param("Các sở | ngành\n", False, id="a-bar-alone")],
)
def test_a_text_with_few_bars_has_no_table(normalised: str, may: bool) -> None:
    assert may_have_rows(normalised) is may


def test_a_cell_knows_its_row_and_the_head_of_its_column() -> None:
    words = ["Tiến", "TT", "Việc", "Hạn", "1 ", "Lập", "Quý"]
    places = rows_of(barred_lines(TABLE), [(index, TABLE.index(word)) for index, word in enumerate(words)])

    assert (places[6].column, places[6].row.cells, places[6].row.heads) == (
        3,
        {1: 4, 2: 5, 3: 6},
        {1: 1, 2: 2, 3: 3},
    )


def test_another_table_begins_after_empty_lines() -> None:
    source = "a|b|c\n\n\nd|e|f"
    places = rows_of(barred_lines(source), [(index, source.index(word)) for index, word in enumerate("abcdef")])

    assert places[4].row.heads == {0: 3, 1: 4, 2: 5}


def test_what_stands_outside_a_table_has_no_place() -> None:
    assert 0 not in rows_of(barred_lines(TABLE), [(0, 0), (1, TABLE.index("TT")), (2, len(TABLE))])
