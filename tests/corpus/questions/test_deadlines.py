"""What is due, and when."""

from __future__ import annotations

import datetime as dt

import pytest

from corpus.errors import QueryError
from corpus.questions.deadlines import Asked, deadlines
from corpus.store import Store

JUNE = (dt.date(2031, 6, 1), dt.date(2031, 6, 30))
YEAR = (dt.date(2031, 1, 1), dt.date(2031, 12, 31))


def due(store: Store, asked: Asked) -> list[tuple[str | None, str]]:
    return [(one.due_on, one.path) for one in deadlines(store, asked).items]


def test_a_month(store: Store) -> None:
    assert due(store, Asked(*JUNE)) == [("2031-06-25", "first"), ("2031-06-29", "first"), ("2031-06-29", "second")]


def test_what_recurs_comes_every_time_from_the_day_of_its_document(store: Store) -> None:
    days = [day for day, _ in due(store, Asked(*YEAR, document="49-KH/TU")) if day is not None and day.endswith("-25")]
    assert days == [f"2031-{month:02}-25" for month in range(3, 13)]


def test_what_recurs_can_be_left_out(store: Store) -> None:
    assert due(store, Asked(*JUNE, recurring=False)) == [("2031-06-29", "first"), ("2031-06-29", "second")]


def test_without_a_range_what_recurs_is_left_out(store: Store) -> None:
    assert [day for day, _ in due(store, Asked())] == ["2031-06-29", "2031-06-29", "2031-12-14"]


@pytest.mark.parametrize("words", ["Văn phòng", "van phong", "VAN PHONG"])
def test_of_a_body(store: Store, words: str) -> None:
    assert due(store, Asked(body=words)) == [("2031-12-14", "first")]


def test_of_a_document(store: Store) -> None:
    assert due(store, Asked(document="12/KH-UBND")) == [("2031-06-29", "second")]


def test_overdue(store: Store) -> None:
    assert [day for day, _ in due(store, Asked(overdue_on=dt.date(2031, 6, 30)))] == ["2031-06-29", "2031-06-29"]


def test_what_is_due_today_is_not_overdue(store: Store) -> None:
    assert due(store, Asked(overdue_on=dt.date(2031, 6, 29))) == []


def test_without_any_date(store: Store) -> None:
    (one,) = deadlines(store, Asked(undated=True)).items
    assert (one.due_on, one.text) == (None, "sau hội nghị cán bộ toàn tỉnh")


@pytest.mark.parametrize("size", [1, 2, 5])
def test_pages_follow_each_other_without_gap(store: Store, size: int) -> None:
    found, after = [], None
    while True:
        page = deadlines(store, Asked(*YEAR), limit=size, after=after)
        found += [(one.due_on, one.path, one.deadline_id) for one in page.items]
        if (after := page.next) is None:
            break
    assert found == [(one.due_on, one.path, one.deadline_id) for one in deadlines(store, Asked(*YEAR)).items]


@pytest.mark.parametrize("cursor", ["", "zzz", "WyJ4Il0"])
def test_a_wrong_cursor_is_refused(store: Store, cursor: str) -> None:
    with pytest.raises(QueryError):
        deadlines(store, Asked(), after=cursor)


def test_a_page_is_read_from_an_index_in_its_order(store: Store) -> None:
    seen: list[str] = []
    store.connection.set_trace_callback(seen.append)
    deadlines(store, Asked(*YEAR), limit=5)
    store.connection.set_trace_callback(None)
    dated = [sql for sql in seen if "INDEXED BY" in sql]
    plans = [row["detail"] for sql in dated for row in store.rows(f"EXPLAIN QUERY PLAN {sql}")]
    assert len(plans) == 2
    assert all("SEARCH t USING COVERING INDEX" in step for step in plans)


def test_what_recurs_of_a_body(store: Store) -> None:
    assert due(store, Asked(*JUNE, body="Ban Tổ chức")) == [("2031-06-25", "first")]


def test_pages_of_a_body(store: Store) -> None:
    asked = Asked(*YEAR, body="ban to chuc")
    first = deadlines(store, asked, limit=3)
    rest = deadlines(store, asked, after=first.next)
    assert [*first.items, *rest.items] == list(deadlines(store, asked).items)
