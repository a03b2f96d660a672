"""What bodies must do, and what is to be reached."""

from __future__ import annotations

import pytest

from corpus.questions.duties import bodies, duties
from corpus.questions.targets import targets
from corpus.store import Store


def test_bodies_by_name(store: Store) -> None:
    assert [body.name for body in bodies(store, "tai chinh").items] == ["Sở Tài chính"]


def test_bodies_in_pages(store: Store) -> None:
    first = bodies(store, limit=2)
    rest = bodies(store, after=first.next)
    assert [*first.items, *rest.items] == list(bodies(store).items)


@pytest.mark.parametrize("words", ["Sở Tài chính", "so tai chinh"])
def test_what_a_body_must_do(store: Store, words: str) -> None:
    (duty,) = duties(store, words).items
    assert (duty.body, duty.due_on, duty.path) == ("Sở Tài chính", "2031-06-29", "second")


def test_by_role(store: Store) -> None:
    assert {duty.body for duty in duties(store, "", role="lead").items} == {"Văn phòng"}


def test_of_a_document(store: Store) -> None:
    assert {duty.path for duty in duties(store, "", document="49-KH/TU").items} == {"first"}


def test_duties_in_pages(store: Store) -> None:
    first = duties(store, "", limit=1)
    rest = duties(store, "", after=first.next)
    assert [*first.items, *rest.items] == list(duties(store, "").items)


def test_targets_by_words(store: Store) -> None:
    (goal,) = targets(store, "can bo").items
    assert (goal.comparator, goal.value, goal.unit, goal.due_on) == ("ge", "95", "%", "2031-06-29")


def test_targets_by_unit(store: Store) -> None:
    assert [goal.value for goal in targets(store, unit="%").items] == ["95"]


def test_targets_due_in_a_range(store: Store) -> None:
    assert [goal.value for goal in targets(store, first="2031-06-01", last="2031-06-30").items] == ["95"]


def test_targets_in_pages(store: Store) -> None:
    first = targets(store, limit=1)
    rest = targets(store, after=first.next)
    assert [*first.items, *rest.items] == list(targets(store).items)
