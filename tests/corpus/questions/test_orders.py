"""Sorted answers in pages: bodies, targets, and the work of one body."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from corpus.errors import QueryError
from corpus.questions import targets as asking_targets
from corpus.questions import workload as asking_workload
from corpus.questions.duties import BodyOrder, bodies
from corpus.questions.targets import TargetOrder, targets
from corpus.questions.workload import WorkOrder, roles, workload
from corpus.store import Store

DOCUMENT = (
    "INSERT INTO documents (id, sha256, doc_type, number, issued_on, addressees, inferred, media_type, characters,"
    " is_recognised, load_warnings, extractor_version, stored_at)"
    " VALUES (?, ?, 'ke_hoach', ?, ?, '[]', '[]', 'text/plain', 9, 0, '[]', '1', '2031-01-01')"
)
TARGET = (
    "INSERT INTO targets (document_id, id, position, text, span_start, span_end, comparator, value, amount, unit,"
    " deadline_id, inferred) VALUES (?, ?, 0, ?, ?, 9, 'eq', ?, ?, ?, ?, '[]')"
)
DEADLINE = (
    "INSERT INTO deadlines (document_id, id, position, text, span_start, span_end, bound, first_day, last_day,"
    " inferred) VALUES (?, ?, 0, 'hạn', 0, 3, 'by', ?, ?, '[]')"
)
DUTY = (
    "INSERT INTO responsibilities (document_id, id, position, text, span_start, span_end, body, role, inferred)"
    " VALUES (?, ?, 0, 'Sở', ?, 9, ?, ?, '[]')"
)

TARGETS = [
    # document, id, text, place in the text, amount, unit, deadline
    (11, "g1", "80% cơ sở", 5, 80, "%", "d1"),
    (11, "g2", "100% cán bộ", 15, 100, "%", None),
    (11, "g10", "3 lớp", 25, 3, "lớp", "d2"),
    (12, "g1", "95% cơ sở", 5, 95, "%", "d1"),
    (12, "g2", "vài nơi", 5, 7, None, "d2"),
    (13, "g1", "80% cơ sở", 5, 80, "%", "d1"),
    (14, "g1", "5 ha", 5, 5, "ha", None),
]
DEADLINES = [
    (11, "d1", "2031-06-30"), (11, "d2", "2031-03-31"), (12, "d1", "2031-06-30"), (12, "d2", None),
    (13, "d1", "2031-12-31"),
]  # fmt: skip
DUTIES = [
    # document, id, place in the text, body, role, deadlines
    (11, "r1", 5, "Sở Y tế", "lead", ["d1", "d2"]),
    (11, "r2", 15, "Sở Y tế", "coordinate", []),
    (11, "r3", 25, "Sở Tài chính", "lead", ["d1"]),
    (12, "r1", 5, "Sở Y tế", "lead", ["d2"]),
    (13, "r1", 5, "Sở Y tế", "execute", ["d1"]),
    (14, "r1", 5, "Văn phòng", "execute", []),
]


@pytest.fixture(scope="module")
def sorted_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Four documents, of which one has no date and two are of one day."""
    with Store.create(tmp_path_factory.mktemp("sorted") / "archive.db") as store:
        with store.transaction() as connection:
            for number, day in ((11, "2031-01-05"), (12, None), (13, "2031-02-01"), (14, "2031-01-05")):
                connection.execute(DOCUMENT, (number, f"{number:064}", f"{number}-KH/TU", day))
            connection.executemany(DEADLINE, [(document, one, day, day) for document, one, day in DEADLINES])
            for document, one, text, start, amount, unit, deadline in TARGETS:
                connection.execute(TARGET, (document, one, text, start, str(amount), amount, unit, deadline))
                words = {"80% cơ sở": "80 co so", "95% cơ sở": "95 co so"}.get(text, "")
                connection.execute("INSERT INTO target_words VALUES (?, ?, ?)", (document, one, words))
            connection.executemany(
                "INSERT INTO bodies (name, folded) VALUES (?, ?)",
                [("Sở Y tế", "so y te"), ("Sở Tài chính", "so tai chinh"), ("Văn phòng", "van phong")],
            )
            for document, one, start, body, role, bound in DUTIES:
                connection.execute(DUTY, (document, one, start, body, role))
                connection.executemany(
                    "INSERT INTO deadline_bodies VALUES (?, ?, ?)", [(document, d, one) for d in bound]
                )
        yield store


@pytest.fixture(params=["collected", "walked"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways to answer: few are collected and sorted, many are met in order."""
    if request.param == "walked":
        monkeypatch.setattr(asking_targets, "_FEW", -1)
        monkeypatch.setattr(asking_workload, "_FEW", -1)


NEWEST = ["13 g1", "14 g1", "11 g1", "11 g2", "11 g10", "12 g1", "12 g2"]
SMALLEST = ["12 g2", "11 g1", "13 g1", "12 g1", "11 g2", "14 g1", "11 g10"]
DUE = ["11 g10", "11 g1", "12 g1", "13 g1", "11 g2", "12 g2", "14 g1"]


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (TargetOrder.ARRIVAL, ["11 g1", "11 g2", "11 g10", "12 g1", "12 g2", "13 g1", "14 g1"]),
        (TargetOrder.NEWEST, NEWEST),
        (TargetOrder.SMALLEST, SMALLEST),
        (TargetOrder.LARGEST, SMALLEST[::-1]),
        (TargetOrder.DUE, DUE),
    ],
)
class TestTargets:
    def test_order(self, sorted_store: Store, order: TargetOrder, expected: list[str]) -> None:
        assert named_targets(targets(sorted_store, order=order).items) == expected

    @pytest.mark.parametrize("size", [1, 2, 3])
    def test_pages(self, sorted_store: Store, order: TargetOrder, expected: list[str], size: int) -> None:
        def page(after: str | None) -> Any:
            return targets(sorted_store, order=order, limit=size, after=after)

        assert named_targets(in_pages(page)) == expected

    @pytest.mark.parametrize(
        ("narrowed", "kept"),
        [
            pytest.param({"unit": "%"}, {"11 g1", "11 g2", "12 g1", "13 g1"}, id="unit"),
            pytest.param({"unit": ""}, {"12 g2"}, id="without a unit"),
            pytest.param({"words": "Cơ sở"}, {"11 g1", "12 g1", "13 g1"}, id="words"),
            pytest.param({"words": "95 co", "unit": "%"}, {"12 g1"}, id="words and unit"),
            pytest.param({"document": "#11"}, {"11 g1", "11 g2", "11 g10"}, id="document"),
            pytest.param({"first": "2031-01-01", "last": "2031-06-30"}, {"11 g1", "11 g10", "12 g1"}, id="due"),
            pytest.param({"words": "khong co"}, set(), id="nothing"),
        ],
    )
    def test_narrowed(
        self, sorted_store: Store, order: TargetOrder, expected: list[str], narrowed: dict[str, str], kept: set[str]
    ) -> None:
        def page(after: str | None) -> Any:
            return targets(sorted_store, **narrowed, order=order, limit=2, after=after)

        assert named_targets(in_pages(page)) == [one for one in expected if one in kept]


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(
    ("order", "expected"),
    [(WorkOrder.DUE, ["11 r1", "13 r1", "11 r2", "12 r1"]), (WorkOrder.NEWEST, ["13 r1", "11 r1", "11 r2", "12 r1"])],
)
class TestWorkload:
    def test_order(self, sorted_store: Store, order: WorkOrder, expected: list[str]) -> None:
        assert named_work(workload(sorted_store, "Sở Y tế", order=order).items) == expected

    @pytest.mark.parametrize("size", [1, 2, 3])
    def test_pages(self, sorted_store: Store, order: WorkOrder, expected: list[str], size: int) -> None:
        def page(after: str | None) -> Any:
            return workload(sorted_store, "Sở Y tế", order=order, limit=size, after=after)

        assert named_work(in_pages(page)) == expected

    def test_of_a_role(self, sorted_store: Store, order: WorkOrder, expected: list[str]) -> None:
        of_role = workload(sorted_store, "Sở Y tế", role="lead", order=order).items
        assert named_work(of_role) == [one for one in expected if one in {"11 r1", "12 r1"}]


def test_work_tells_every_deadline_the_earliest_first(sorted_store: Store) -> None:
    work = workload(sorted_store, "Sở Y tế").items[0]
    assert [one.last_day for one in work.deadlines] == ["2031-03-31", "2031-06-30"]


def test_the_body_is_meant_by_its_whole_name(sorted_store: Store) -> None:
    assert workload(sorted_store, "Sở").items == []


def test_roles_of_a_body(sorted_store: Store) -> None:
    assert roles(sorted_store, "Sở Y tế") == {"lead": 2, "coordinate": 1, "execute": 1}


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (BodyOrder.NAME, ["Sở Tài chính", "Sở Y tế", "Văn phòng"]),
        (BodyOrder.DUTIES, ["Sở Y tế", "Sở Tài chính", "Văn phòng"]),
        (BodyOrder.DOCUMENTS, ["Sở Y tế", "Sở Tài chính", "Văn phòng"]),
    ],
)
@pytest.mark.parametrize("size", [1, 2, 5])
def test_bodies_in_order(sorted_store: Store, order: BodyOrder, expected: list[str], size: int) -> None:
    def page(after: str | None) -> Any:
        return bodies(sorted_store, order=order, limit=size, after=after)

    assert [body.name for body in in_pages(page)] == expected


@pytest.mark.parametrize("order", TargetOrder)
def test_a_cursor_of_another_list_is_refused(sorted_store: Store, order: TargetOrder) -> None:
    with pytest.raises(QueryError):
        targets(sorted_store, order=order, after=bodies(sorted_store, limit=1).next)


def in_pages(page: Callable[[str | None], Any]) -> list[Any]:
    """Everything that a list has, page by page."""
    found, after = [], None
    while True:
        answer = page(after)
        found += answer.items
        if (after := answer.next) is None:
            return found


def named_targets(items: Any) -> list[str]:
    return [f"{goal.document_id} {goal.target_id}" for goal in items]


def named_work(items: Any) -> list[str]:
    return [f"{int(work.sha256)} {work.responsibility_id}" for work in items]
