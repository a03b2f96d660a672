"""Tables read back by other readers: the csv module, pyarrow."""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.export import export
from corpus.export.csv_tables import cell_text
from corpus.export.tables import DEFAULT_TABLES, TABLES
from corpus.store import Store
from tests.corpus.export.conftest import PLAN, Export
from tests.corpus.store.conftest import sha256

CsvRow = dict[str, str]


def read(table: bytes, delimiter: str = ",") -> list[CsvRow]:
    return list(csv.DictReader(io.StringIO(table.decode("utf-8"), newline=""), delimiter=delimiter))


def test_folder_holds_a_file_for_every_table(store: Store, tmp_path: Path) -> None:
    export(store, "csv", tmp_path / "csv")
    assert {path.name for path in (tmp_path / "csv").iterdir()} == {f"{name}.csv" for name in DEFAULT_TABLES}


@pytest.mark.parametrize("name", TABLES)
def test_tables_of_csv_and_parquet_are_the_same(exported: Export, name: str) -> None:
    in_csv = read(exported("csv", table=name))
    in_parquet = pq.read_table(io.BytesIO(exported("parquet", table=name))).to_pylist()
    assert in_csv == [{key: cell_text(value) for key, value in row.items()} for row in in_parquet]


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_the_rows_of_the_archive(exported: Export, store: Store, name: str) -> None:
    table = "records" if name == "texts" else name
    count = store.row(f"SELECT count(*) FROM {table}")
    assert count is not None
    assert len(read(exported("csv", table=name))) == count[0]


def test_row_names_its_document(exported: Export) -> None:
    rows = read(exported("csv", table="targets"))
    assert [(row["document"], row["number"], row["value"]) for row in rows] == [(sha256(PLAN), "31/KH-CĐVC", "85")]


def test_parquet_has_types(exported: Export) -> None:
    rows = pq.read_table(io.BytesIO(exported("parquet", table="deadlines"))).to_pylist()
    found = next(row for row in rows if row["text"] == "trước ngày 15/6/2031")
    assert found["ends_on"] == dt.date(2031, 6, 15)
    assert isinstance(found["bodies"], list)
    assert isinstance(found["confidence"], float)
    assert isinstance(found["span_start"], int)


def test_parquet_is_written_group_by_group(exported: Export, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.export.parquet._ROWS", 3)
    file = pq.ParquetFile(io.BytesIO(exported("parquet", table="deadlines")))
    assert (file.metadata.num_row_groups, file.metadata.num_rows) == (3, 8)


def test_text_is_not_touched_in_parquet(exported: Export) -> None:
    assert PLAN in pq.read_table(io.BytesIO(exported("parquet", table="texts")))["text"].to_pylist()


def test_mark_for_excel(exported: Export) -> None:
    plain, marked = exported("csv", table="documents"), exported("csv", table="documents", bom=True)
    assert marked == b"\xef\xbb\xbf" + plain


def test_other_delimiter(exported: Export) -> None:
    assert read(exported("csv", table="citations", delimiter=";"), ";") == read(exported("csv", table="citations"))


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+84 24 3804",
        "-",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        " =1+1",
        "\n=1",
        "\u200b=1",
        "＝1",
        '=HYPERLINK("http://example.org")',
    ],
    ids=repr,
)
def test_formula_is_text(text: str) -> None:
    assert cell_text(text).startswith("'")


@pytest.mark.parametrize("text", ["Sở Tài chính", "31/KH-CĐVC", "", "1 = 1", "'đã'"], ids=repr)
def test_other_text_stays(text: str) -> None:
    assert cell_text(text) == text


@given(st.text())
def test_no_cell_is_a_formula(text: str) -> None:
    stored = io.StringIO(newline="")
    csv.writer(stored).writerow([cell_text(text)])
    back = next(csv.reader(io.StringIO(stored.getvalue(), newline="")), [""])
    assert not "".join(back).strip()[:1] or "".join(back).strip()[0] not in "=+-@"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        pytest.param(None, "", id="nothing"),
        pytest.param(True, "true", id="a flag"),
        pytest.param(dt.date(2031, 3, 1), "2031-03-01", id="a day"),
        pytest.param(-2.5, "-2.5", id="a number is no formula"),
        pytest.param(["a", "b"], "a; b", id="a list"),
        pytest.param(["-a"], "'-a", id="a list that begins like a formula"),
    ],
)
def test_cell(cell: object, text: str) -> None:
    assert cell_text(cell) == text  # type: ignore[arg-type]
