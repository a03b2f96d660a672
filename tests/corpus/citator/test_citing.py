"""Who cites what."""

from __future__ import annotations

import pytest

from corpus.citator import cites
from corpus.citator.cited import cited_by
from corpus.errors import QueryError
from corpus.store import Store
from tests.corpus.citator.conftest import Hold
from tests.corpus.citator.test_meaning import plan

EARLIER = "Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị"
DATED = "Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị"


def paths(store: Store, reference: str, *, by_name: bool = False) -> list[str]:
    return [mention.path for mention in cites(store, reference, by_name=by_name).mentions]


@pytest.fixture
def archive(store: Store, hold: Hold) -> Store:
    """A resolution, the province's plan for it, and a plan that only knows the province's."""
    below = plan("Kế hoạch số 49-KH/TU ngày 12/3/2023 của Tỉnh ủy Đắk Lắk", number="07-KH/TU", province="Kon Tum")
    hold(
        province=plan(DATED),
        below=below,
        undated=plan("Chỉ thị 05-CT/TW", "Luật Công đoàn", number="60-KH/TU"),
        dated=plan(
            "Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị", "Luật Công đoàn số 12/2012/QH13", number="61-KH/TU"
        ),
    )
    return store


@pytest.mark.parametrize("typed", ["01-KL/TW", "kl 01-kl/tw", "kết luận 01 ngày 18/5/2021"])
def test_a_reference_finds_its_documents_however_it_is_typed(archive: Store, typed: str) -> None:
    assert paths(archive, typed) == ["province"]


def test_another_date_is_another_work(archive: Store) -> None:
    assert paths(archive, "01-KL/TW ngày 19/5/2021") == []


def test_mentions_that_may_mean_it_are_found_with_their_status(archive: Store) -> None:
    found = {mention.path: mention.status for mention in cites(archive, "05-CT/TW").mentions}
    assert found == {"undated": "ambiguous", "dated": "resolved"}


@pytest.mark.parametrize("typed", ["chỉ thị 05", "chỉ thị 05 ngày 15/5/2016", "05-CT/TW ngày 15/5/2016"])
def test_they_are_found_by_a_serial_or_a_date_too(archive: Store, typed: str) -> None:
    assert sorted(paths(archive, typed)) == ["dated", "undated"]


def test_a_mention_has_its_place_relation_and_evidence(archive: Store) -> None:
    (mention,) = cites(archive, "01-KL/TW").mentions
    text = archive.rows("SELECT text FROM records WHERE document_id = ?", (mention.document_id,))[0][0]
    assert (mention.section, mention.relation, mention.depth) == ("1", "thuc_hien", 1)
    assert text[mention.start : mention.end] == mention.text == DATED


def test_transitive_goes_on_through_the_documents_that_carry_it_down(archive: Store) -> None:
    mentions = cites(archive, "01-KL/TW", transitive=True).mentions
    assert {(mention.path, mention.depth) for mention in mentions} == {("province", 1), ("below", 2)}


def test_a_number_leaves_mentions_by_name_alone_unless_they_are_asked_for(archive: Store) -> None:
    assert paths(archive, "12/2012/QH13") == ["dated"]
    assert sorted(paths(archive, "12/2012/QH13", by_name=True)) == ["dated", "undated"]


def test_a_name_finds_numbers_and_names(archive: Store) -> None:
    assert sorted(paths(archive, "Luật Công đoàn")) == ["dated", "undated"]


def test_only_some_relations(archive: Store) -> None:
    assert cites(archive, "01-KL/TW", relations=["can_cu"]).mentions == []


def test_pages_follow_each_other_without_gap(store: Store, hold: Hold) -> None:
    hold(**{f"p{place}": plan(DATED, number=f"{place}0-KH/TU") for place in range(1, 6)})
    found, after = [], None
    while True:
        page = cites(store, "01-KL/TW", limit=2, after=after)
        found += [mention.path for mention in page.mentions]
        if (after := page.next) is None:
            break
    assert found == paths(store, "01-KL/TW")


def test_a_wrong_cursor_is_refused(archive: Store) -> None:
    with pytest.raises(QueryError):
        cites(archive, "01-KL/TW", after="zzz")


def test_what_a_document_cites(archive: Store) -> None:
    cited = cited_by(archive, "49-KH/TU")
    assert [(one.key, one.work.issued_on if one.work else None) for one in cited] == [("01-KL/TW", "2021-05-18")]


def test_what_a_document_cites_names_the_candidates(archive: Store) -> None:
    directive, _law = cited_by(archive, "60-KH/TU")
    assert [work.identity for work in directive.candidates] == ["chi_thi|5-ct/tw|trung uong|2016"]


def test_a_held_work_is_named_by_its_document(archive: Store) -> None:
    (one,) = cited_by(archive, "07-KH/TU")
    assert archive.rows("SELECT key FROM documents WHERE id = ?", (one.held_id,))[0][0] == "49-KH/TU"


@pytest.mark.parametrize(
    ("sql", "rows"),
    [
        pytest.param(
            "SELECT key, documents FROM cited_works WHERE key = '01-KL/TW'", [("01-KL/TW", 1)], id="cited_works"
        ),
        pytest.param("SELECT number, work_key FROM carrying WHERE held_id", [("07-KH/TU", "49-KH/TU")], id="carrying"),
        pytest.param("SELECT * FROM conflicting_dates", [], id="conflicting_dates"),
    ],
)
def test_views_answer_too(archive: Store, sql: str, rows: list[tuple[object, ...]]) -> None:
    assert [tuple(row) for row in archive.rows(sql)] == rows


QUESTIONS = {
    "works by number": "SELECT 1 FROM works WHERE number_form = 'x'",
    "works by number and scope": "SELECT 1 FROM works WHERE number_form = 'x' AND scope = 'y'",
    "works by serial": "SELECT 1 FROM works WHERE kind = 'x' AND serial = 1",
    "works by name": "SELECT 1 FROM works WHERE name_form = 'x'",
    "works by title": "SELECT 1 FROM works WHERE kind = 'x' AND title_form >= 'a' AND title_form < 'b'",
    "citations of a work": "SELECT 1 FROM citations WHERE work_id = 1",
    "documents of a work": "SELECT 1 FROM documents WHERE work_id = 1",
    "waiting for a clue": "SELECT 1 FROM waiting WHERE clue >= 'a' AND clue < 'b'",
    "recurring": "SELECT 1 FROM deadlines WHERE rrule = 'x'",
}


@pytest.mark.parametrize("sql", QUESTIONS.values(), ids=QUESTIONS.keys())
def test_questions_are_answered_from_an_index(store: Store, sql: str) -> None:
    plan_of_query = " ".join(row["detail"] for row in store.rows(f"EXPLAIN QUERY PLAN {sql}"))
    assert "SEARCH" in plan_of_query
    assert "SCAN" not in plan_of_query
