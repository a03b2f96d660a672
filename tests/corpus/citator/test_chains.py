"""From a central resolution down to a commune's plan, and what documents contradict each other in."""

from __future__ import annotations

import pytest

from corpus.citator.chains import chain
from corpus.citator.conflicts import conflicts
from corpus.errors import QueryError
from corpus.store import Store
from tests.corpus.citator.conftest import Hold
from tests.corpus.citator.test_meaning import plan

CENTRAL = "Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị"
PROVINCIAL = "Kế hoạch số 49-KH/TU ngày 12/3/2023 của Tỉnh ủy Đắk Lắk"
LAST = "Kế hoạch số 07-KH/TU ngày 12/3/2023 của Tỉnh ủy Kon Tum"


@pytest.fixture
def archive(store: Store, hold: Hold) -> Store:
    hold(
        top=plan(CENTRAL),
        middle=plan(CENTRAL, PROVINCIAL, number="07-KH/TU", province="Kon Tum"),
        bottom=plan(LAST, number="08-KH/TU", province="Nghệ An"),
        aside=plan("Kết luận số 77-KL/TW ngày 18/5/2021 của Bộ Chính trị", number="09-KH/TU", province="Nghệ An"),
    )
    return store


def numbers(store: Store, document: str) -> list[str | None]:
    return [node.number for node in chain(store, document).nodes]


@pytest.mark.parametrize("document", ["49-KH/TU", "07-KH/TU", "08-KH/TU"])
def test_the_chain_is_the_same_wherever_one_stands_in_it(archive: Store, document: str) -> None:
    assert numbers(archive, document) == ["01-KL/TW", "49-KH/TU", "07-KH/TU", "08-KH/TU"]


def test_the_top_is_a_work_that_is_not_held(archive: Store) -> None:
    (top,) = chain(archive, "08-KH/TU").tops()
    assert (top.number, top.document_id) == ("01-KL/TW", None)


def test_shortcuts_are_left_out(archive: Store) -> None:
    found = chain(archive, "49-KH/TU")
    names = {node.id: node.number for node in found.nodes}
    assert [(names[edge.above], names[edge.below]) for edge in found.edges if names[edge.above] == "01-KL/TW"] == [
        ("01-KL/TW", "49-KH/TU")
    ]


def test_documents_that_carry_each_other_out_end(store: Store, hold: Hold) -> None:
    hold(
        one=plan(LAST),
        other=plan(PROVINCIAL, number="07-KH/TU", province="Kon Tum"),
    )
    assert sorted(numbers(store, "49-KH/TU"), key=str) == ["07-KH/TU", "49-KH/TU"]


def test_a_document_that_is_not_there(archive: Store) -> None:
    with pytest.raises(QueryError):
        chain(archive, "99-KH/TU")


def test_two_dates_of_one_work(store: Store, hold: Hold) -> None:
    hold(
        one=plan(CENTRAL),
        other=plan("Kết luận số 01-KL/TW ngày 15/8/2021 của Bộ Chính trị", number="50-KH/TU"),
        third=plan(CENTRAL, number="51-KH/TU"),
    )
    (found,) = conflicts(store)
    assert (found.kind, found.key) == ("dates", "01-KL/TW")
    assert [(saying.value, saying.times) for saying in found.sayings] == [("2021-05-18", 2), ("2021-08-15", 1)]


def test_one_number_twice_in_a_term(store: Store, hold: Hold) -> None:
    hold(one=plan(CENTRAL), other=plan("Kết luận số 01-KL/TW ngày 18/5/2022 của Bộ Chính trị", number="50-KH/TU"))
    assert [(found.kind, len(found.works)) for found in conflicts(store)] == [("years", 2)]


def test_one_number_in_two_terms_is_no_conflict(store: Store, hold: Hold) -> None:
    hold(one=plan(CENTRAL), other=plan("Kết luận số 01-KL/TW ngày 04/4/2016 của Bộ Chính trị", number="50-KH/TU"))
    assert conflicts(store) == []


def test_two_titles_of_one_work(store: Store, hold: Hold) -> None:
    hold(
        one=plan(f"{CENTRAL} về chuyển đổi số trong các cơ quan đảng"),
        other=plan(f"{CENTRAL} về phòng cháy rừng mùa khô ở vùng cao", number="50-KH/TU"),
    )
    assert [found.kind for found in conflicts(store)] == ["titles"]
