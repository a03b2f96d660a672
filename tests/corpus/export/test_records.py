"""Full records as JSON Lines, and deadlines by their published contract."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import jsonschema
import pytest

from corpus.export import Selection
from corpus.store import Store
from schemas import Directive
from schemas.published import CONTRACTS, json_schema, schema_path, write_schema
from tests.conftest import Run
from tests.corpus.export.conftest import LETTER, PLAN, Export, archive
from tests.corpus.store.conftest import sha256


def due(exported: Export, selection: Selection = Selection()) -> list[dict[str, object]]:  # noqa: B008 - frozen
    listed: list[dict[str, object]] = json.loads(exported("deadlines", selection))["deadlines"]
    return listed


def test_record_is_whole_and_says_where_its_file_is(exported: Export) -> None:
    lines = exported("jsonl").decode().splitlines()
    records = [Directive.model_validate_json(line) for line in lines]
    assert [record.source.sha256 for record in records] == [sha256(PLAN), sha256(LETTER)]
    assert records[0].source.path == f"/kho/{sha256(PLAN)[:6]}.txt"


def test_record_is_written_as_extract_writes_it(exported: Export) -> None:
    line = exported("jsonl").decode().splitlines()[0]
    assert line == Directive.model_validate_json(line).model_dump_json()


def test_deadlines_keep_their_published_contract(exported: Export) -> None:
    listed = json.loads(exported("deadlines"))
    jsonschema.Draft202012Validator(
        json_schema("deadlines"), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    ).validate(listed)
    assert len(listed["deadlines"]) == 8


@pytest.mark.parametrize("contract", CONTRACTS)
def test_published_schema_is_that_of_the_models(tmp_path: Path, contract: str) -> None:
    write_schema(tmp_path / "now.json", contract)
    assert schema_path(contract).read_bytes() == (tmp_path / "now.json").read_bytes(), "run: python -m schemas"


def test_schema_of_deadlines_is_printed(trichluc: Run) -> None:
    assert trichluc("schema", "deadlines").stdout == schema_path("deadlines").read_bytes()


def test_deadline_names_its_document_and_bodies(exported: Export) -> None:
    found = next(deadline for deadline in due(exported) if deadline["text"] == "trước ngày 15/6/2031")
    assert found["document"] == {
        "sha256": sha256(PLAN),
        "doc_type": "ke_hoach",
        "number": "31/KH-CĐVC",
        "key": "31/KH-CĐVC",
        "title": "Tổ chức hội thi tay nghề giỏi năm 2031",
        "issuer": "Công đoàn Viên chức tỉnh Hà Giang",
        "issued_on": "2031-03-10",
    }
    assert (found["first_day"], found["last_day"], found["end"]) == ("2031-06-14", "2031-06-14", "2031-06-15")
    assert found["bodies"] != []


def test_before_an_hour_of_a_day_is_still_on_that_day(exported: Export) -> None:
    found = next(deadline for deadline in due(exported) if deadline["time"] == "17:00")
    assert (found["end"], found["last_day"]) == ("2031-04-30", "2031-04-30")


def in_text(exported: Export, selection: Selection) -> list[object]:
    return [deadline["text"] for deadline in due(exported, selection)]


MONTHLY = ["trước ngày 25 hằng tháng", "định kỳ hằng quý"]


@pytest.mark.parametrize(
    ("selection", "texts"),
    [
        pytest.param(
            Selection(due_from=dt.date(2031, 6, 14), due_to=dt.date(2031, 6, 30)),
            ["trước ngày 15/6/2031", *MONTHLY],
            id="a range, with what recurs in it",
        ),
        pytest.param(
            Selection(due_from=dt.date(2031, 6, 15), due_to=dt.date(2031, 6, 30)), MONTHLY, id="the day after is late"
        ),
        pytest.param(
            Selection(body="so noi vu", due_to=dt.date(2031, 12, 31)), ["trước 17 giờ ngày 30/4/2031"], id="of a body"
        ),
    ],
)
def test_selected_deadlines(exported: Export, selection: Selection, texts: list[str]) -> None:
    assert in_text(exported, selection) == texts


def test_uids_are_all_different(exported: Export) -> None:
    uids = [deadline["uid"] for deadline in due(exported)]
    assert len(set(uids)) == len(uids)


def test_uid_lasts_in_another_archive_with_other_records_before_it(
    exported: Export, store: Store, tmp_path: Path
) -> None:
    before = {deadline["text"]: deadline["uid"] for deadline in due(exported)}
    store.connection.execute("DELETE FROM deadline_bodies")
    store.connection.execute("DELETE FROM deadlines WHERE position = 0")  # as if an earlier version had missed it
    after = {deadline["text"]: deadline["uid"] for deadline in due(exported)}
    assert len(after) == len(before) - 2
    assert after.items() < before.items()


def test_archive_without_deadlines_is_an_empty_list(tmp_path: Path) -> None:
    from corpus.export import export

    with archive(tmp_path / "none.db") as store:
        export(store, "deadlines", tmp_path / "due.json")
    assert json.loads((tmp_path / "due.json").read_bytes()) == {"schema_version": "1", "deadlines": []}
