"""What an archive holds, and how much is due."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from corpus.citator import resolve
from corpus.errors import QueryError
from corpus.questions.agenda import Day, agenda
from corpus.questions.deadlines import Asked, deadlines
from corpus.questions.figures import Count, figures, last_run, most_cited, units
from corpus.store import Store
from corpus.store.reading import statistics

YEAR = (dt.date(2031, 1, 1), dt.date(2031, 12, 31))


def test_documents_by_what_a_catalogue_says(store: Store) -> None:
    held = figures(store)
    assert held.documents == 2
    assert held.types == [Count("ke_hoach", 2)]
    assert held.years == [Count("2031", 2)]
    assert {count.value for count in held.issuers} == {"Tỉnh ủy Đắk Lắk", "Ủy ban nhân dân tỉnh Nghệ An"}


@pytest.mark.parametrize("facet", ["types", "issuers", "years"])
def test_every_document_is_counted_once_in_each_way(store: Store, facet: str) -> None:
    held = figures(store)
    assert sum(count.documents for count in getattr(held, facet)) == held.documents


@pytest.mark.parametrize("layer", ["sections", "citations", "deadlines", "targets", "responsibilities", "diagnostics"])
def test_records_are_those_of_the_tables(store: Store, layer: str) -> None:
    (row,) = store.rows(f"SELECT count(*) AS records FROM {layer}")
    assert figures(store).records[layer] == statistics(store).records[layer] == row["records"]


def test_the_work_cited_by_most_documents_comes_first(store: Store) -> None:
    with store.transaction() as connection:
        connection.execute("INSERT INTO works (id, identity, key) VALUES (901, 'one', '01-KL/TW'), (902, 'two', '02')")
        for document, citation, work in ((1, "x1", 902), (1, "x2", 901), (1, "x3", 901), (2, "x1", 902)):
            connection.execute(
                "INSERT INTO citations (document_id, id, position, text, span_start, span_end, relation, provisions,"
                " inferred, work_id, status) VALUES (?, ?, 0, '', 0, 1, 'can_cu', '[]', '[]', ?, 'resolved')",
                (document, citation, work),
            )
    counted = [(one.work.key, one.documents, one.mentions) for one in most_cited(store, limit=10)]
    assert counted == [("02", 2, 2), ("01-KL/TW", 1, 2)]


def test_a_cited_work_that_the_archive_holds(store: Store) -> None:
    resolve(store)
    with store.transaction() as connection:
        work = connection.execute("SELECT work_id, sha256 FROM documents WHERE number = '49-KH/TU'").fetchone()
        connection.execute(
            "INSERT INTO citations (document_id, id, position, text, span_start, span_end, relation, provisions,"
            " inferred, work_id, status) VALUES (2, 'x1', 0, '', 0, 1, 'can_cu', '[]', '[]', ?, 'resolved')",
            (work["work_id"],),
        )
    assert [one.held for one in most_cited(store, limit=10)] == [work["sha256"]]


def test_units_of_targets(store: Store) -> None:
    assert dict(units(store)) == {"%": 1, "ha": 1}


def test_without_a_run(store: Store) -> None:
    assert last_run(store) is None


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param(Asked(*YEAR), id="everything"),
        pytest.param(Asked(*YEAR, recurring=False), id="without what recurs"),
        pytest.param(Asked(*YEAR, body="ban to chuc"), id="of a body"),
        pytest.param(Asked(*YEAR, document="49-KH/TU"), id="of a document"),
        pytest.param(Asked(*YEAR, overdue_on=dt.date(2031, 7, 1)), id="overdue"),
    ],
)
def test_an_agenda_counts_what_is_listed(store: Store, asked: Asked) -> None:
    listed = Counter(due.due_on for due in deadlines(store, asked).items)
    assert {day: counted.total for day, counted in agenda(store, asked).items()} == listed


def test_an_agenda_tells_what_recurs(store: Store) -> None:
    june = Asked(dt.date(2031, 6, 1), dt.date(2031, 6, 30))
    assert agenda(store, june) == {"2031-06-25": Day(0, 1), "2031-06-29": Day(2, 0)}


def test_an_agenda_of_an_unknown_document_is_refused(store: Store) -> None:
    with pytest.raises(QueryError):
        agenda(store, Asked(*YEAR, document="404/KH"))


@pytest.mark.parametrize("body", [None, "ban"])
def test_an_agenda_gives_the_first_of_a_day(store: Store, body: str | None) -> None:
    days = agenda(store, Asked(*YEAR, body=body), most=1)
    assert {day: len(counted.first) for day, counted in days.items()} == dict.fromkeys(days, 1)


def test_what_has_a_day_of_its_own_comes_first(store: Store) -> None:
    with store.transaction() as connection:
        connection.execute("UPDATE deadlines SET rrule = 'FREQ=MONTHLY;BYMONTHDAY=29' WHERE rrule IS NOT NULL")
    for asked in (Asked(*YEAR), Asked(*YEAR, document="49-KH/TU")):
        (first, *_, last) = agenda(store, asked, most=5)["2031-06-29"].first
        assert (first.rrule, last.rrule) == (None, "FREQ=MONTHLY;BYMONTHDAY=29")
