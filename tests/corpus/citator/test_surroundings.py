"""The nearest of a chain, who cites one known work, and what a person may mean who still types."""

from __future__ import annotations

import pytest

from corpus.citator import cites
from corpus.citator.carrying import ChainEdge
from corpus.citator.citing import cites_work
from corpus.citator.matching import work_of_identity
from corpus.citator.suggesting import suggestions
from corpus.citator.surroundings import Surroundings, surroundings
from corpus.store import Store
from tests.corpus.citator.conftest import Hold
from tests.corpus.citator.test_chains import CENTRAL, LAST, PROVINCIAL
from tests.corpus.citator.test_meaning import plan


@pytest.fixture
def archive(store: Store, hold: Hold) -> Store:
    hold(
        top=plan(CENTRAL),
        middle=plan(CENTRAL, PROVINCIAL, number="07-KH/TU", province="Kon Tum"),
        bottom=plan(LAST, number="08-KH/TU", province="Nghệ An"),
        other=plan(LAST, number="10-KH/TU", province="Lào Cai"),
        third=plan(LAST, number="11-KH/TU", province="Yên Bái"),
    )
    return store


def work(store: Store, key: str) -> int:
    (row,) = store.rows("SELECT id FROM works WHERE key = ?", (key,))
    return int(row["id"])


def document(store: Store, key: str) -> int:
    (row,) = store.rows("SELECT id FROM documents WHERE key = ?", (key,))
    return int(row["id"])


def levels(found: Surroundings) -> list[set[str | None]]:
    return [{node.number for node in level} for level in found.levels]


ALL = [{"01-KL/TW"}, {"49-KH/TU"}, {"07-KH/TU"}, {"08-KH/TU", "10-KH/TU", "11-KH/TU"}]


def test_around_a_work_that_is_not_held(archive: Store) -> None:
    assert levels(surroundings(archive, work=work(archive, "01-KL/TW"))) == ALL


@pytest.mark.parametrize("key", ["49-KH/TU", "07-KH/TU"])
def test_around_a_document(archive: Store, key: str) -> None:
    found = surroundings(archive, document=document(archive, key))
    assert levels(found) == ALL
    assert found.centre == f"document:{document(archive, key)}"


def test_others_below_are_shown_or_counted(archive: Store) -> None:
    found = surroundings(archive, document=document(archive, "07-KH/TU"), most=2)
    centre = found.centre
    shown = [edge for edge in found.edges if edge.above == centre]
    assert len(shown) + found.hidden_below[centre] == 3
    assert len(shown) == 2


def test_others_above_are_counted(store: Store, hold: Hold) -> None:
    hold(one=plan(CENTRAL, "Kết luận số 02-KL/TW ngày 19/5/2021 của Bộ Chính trị"))
    found = surroundings(store, document=document(store, "49-KH/TU"), most=1)
    assert (len(found.edges), found.hidden_above) == (1, {found.centre: 1})


def test_shortcuts_are_left_out(archive: Store) -> None:
    found = surroundings(archive, document=document(archive, "49-KH/TU"))
    top, middle, low = (level[0].id for level in found.levels[:3])
    assert [edge for edge in found.edges if edge.above == top] == [ChainEdge(top, middle, "thuc_hien")]
    assert {edge.above for edge in found.edges if edge.below == low} == {middle}


def test_one_of_many_documents_is_told_from_others_of_its_number(store: Store, hold: Hold) -> None:
    mine = "Kế hoạch số 60-KH/TU ngày 12/3/2023 của Tỉnh ủy Kon Tum"
    other = "Kế hoạch số 60-KH/TU ngày 15/3/2023 của Tỉnh ủy Nghệ An"
    hold(one=plan(mine), two=plan(other, number="50-KH/TU"))
    identities = [known.identity for known in cites(store, "60-KH/TU").works]
    assert len(identities) == 2
    for identity in identities:
        known = work_of_identity(store, identity)
        assert known is not None
        (mention,) = cites_work(store, known).mentions
        assert mention.work_id == known.id


def test_a_work_that_is_not_known(store: Store) -> None:
    assert work_of_identity(store, "ket_luan|1-kl/tw|trung uong|1999") is None


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("01", "01-KL/TW"),
        ("1-KL", "01-KL/TW"),
        ("kl 01", "01-KL/TW"),
        ("kết luận", "01-KL/TW"),
        ("07", "07-KH/TU"),
        ("KH 49", "49-KH/TU"),
    ],
)
def test_suggested_while_typing(archive: Store, typed: str, first: str) -> None:
    assert [one.work.key for one in suggestions(archive, typed)][:1] == [first]


def test_the_most_cited_is_suggested_first(archive: Store) -> None:
    found = suggestions(archive, "kế hoạch")
    assert [(one.work.key, one.documents) for one in found][:2] == [("07-KH/TU", 3), ("49-KH/TU", 1)]


@pytest.mark.parametrize("typed", ["", "  ", "--", "kl 01 ngày 31/2/2021", "khong co"])
def test_nothing_to_suggest(archive: Store, typed: str) -> None:
    assert suggestions(archive, typed) == []
