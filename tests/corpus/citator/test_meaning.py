"""What mentions mean: the outcome, its reason, and what it waits for."""

from __future__ import annotations

import json

import pytest

from corpus.citator import resolve_pending
from corpus.store import Store, writing
from tests.corpus.citator.conftest import Hold, letterhead, meaning


def plan(
    *works: str, date: str = "ngày 12 tháng 3 năm 2023", number: str = "49-KH/TU", province: str = "Đắk Lắk"
) -> str:
    head = letterhead(f"Tỉnh ủy {province}", number, f"{province}, {date}", "Kế hoạch", "Về trồng cây")
    return head + "".join(f"{place}. Thực hiện {work} theo chức năng.\n" for place, work in enumerate(works, 1))


OF_DAK_LAK = "ke_hoach|12-kh/tu|tinh dak lak|2023"
OF_KON_TUM = "ke_hoach|12-kh/tu|tinh kon tum|2023"
OF_THE_PARTY = "nghi_quyet|dai hoi 13|dang cong san viet nam|"
OF_THE_UNIONS = "nghi_quyet|dai hoi 13|cong doan viet nam|"
CENTRAL_2021 = "ket_luan|1-kl/tw|trung uong|2021"


@pytest.mark.parametrize(
    ("work", "identity"),
    [
        pytest.param("Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị", CENTRAL_2021, id="central and dated"),
        pytest.param("Kế hoạch số 12-KH/TU ngày 03/02/2023 của Tỉnh ủy", OF_DAK_LAK, id="own province"),
        pytest.param("Nghị định số 49/2021/NĐ-CP", "nghi_dinh|49/2021/nd-cp|trung uong|2021", id="year printed"),
        pytest.param("Nghị quyết Đại hội XIII của Đảng", OF_THE_PARTY, id="congress"),
        pytest.param("Quy định số 24-QĐ/TW ngày 30/7/2021", "quyet_dinh|24-qd/tw|trung uong|2021", id="one series"),
    ],
)
def test_a_mention_that_says_it_all(store: Store, hold: Hold, work: str, identity: str) -> None:
    hold(a=plan(work))
    assert meaning(store, work) == ("resolved", "printed", identity)


def test_the_same_number_of_two_provinces_is_two_works(store: Store, hold: Hold) -> None:
    work = "Kế hoạch số 12-KH/TU ngày 03/02/2023 của Tỉnh ủy"
    hold(a=plan(work), b=plan(work, province="Kon Tum"))
    rows = store.rows("SELECT identity FROM works WHERE number_form = '12-kh/tu' ORDER BY 1")
    assert [row[0] for row in rows] == [OF_DAK_LAK, OF_KON_TUM]


def test_an_antecedent_in_the_same_document(store: Store, hold: Hold) -> None:
    hold(a=plan("Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị", "Kết luận 01-KL/TW"))
    assert meaning(store, "Kết luận 01-KL/TW") == ("resolved", "same_document", CENTRAL_2021)


def test_a_congress_of_no_owner_is_the_one_that_the_document_names(store: Store, hold: Hold) -> None:
    hold(a=plan("Nghị quyết Đại hội XIII Công đoàn Việt Nam", "Nghị quyết Đại hội XIII"))
    rows = store.rows("SELECT DISTINCT w.identity FROM citations AS c JOIN works AS w ON w.id = c.work_id")
    assert [row[0] for row in rows] == [OF_THE_UNIONS]


def test_an_undated_number_of_the_citing_documents_own_term(store: Store, hold: Hold) -> None:
    hold(a=plan("Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị", number="50-KH/TU"), b=plan("Kết luận 01-KL/TW"))
    assert meaning(store, "Kết luận 01-KL/TW") == ("resolved", "period", CENTRAL_2021)


def test_an_undated_number_of_an_earlier_term_is_not_guessed(store: Store, hold: Hold) -> None:
    hold(a=plan("Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị", number="50-KH/TU"), b=plan("Chỉ thị 05-CT/TW"))
    assert meaning(store, "Chỉ thị 05-CT/TW") == ("ambiguous", "other_period", None)


def test_a_named_term_decides(store: Store, hold: Hold) -> None:
    dated = "Nghị quyết số 04-NQ/TW ngày 30/10/2016 của Ban Chấp hành Trung ương"
    hold(a=plan(dated, number="50-KH/TU"), b=plan("Nghị quyết số 04-NQ/TW của Ban Chấp hành Trung ương Đảng khóa XII"))
    assert meaning(store, "Nghị quyết số 04-NQ/TW của")[:2] == ("resolved", "term")


def test_two_terms_are_candidates(store: Store, hold: Hold) -> None:
    hold(
        a=plan("Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị", number="50-KH/TU"),
        b=plan("Kết luận số 01-KL/TW ngày 04/4/2016 của Bộ Chính trị", number="51-KH/TU"),
        c=plan("Kết luận 01-KL/TW"),
    )
    assert meaning(store, "Kết luận 01-KL/TW") == ("ambiguous", "several", None)
    row = store.row("SELECT candidates FROM citations WHERE text = 'Kết luận 01-KL/TW'")
    assert row is not None
    assert len(json.loads(row[0])) == 2


def test_a_work_cannot_be_cited_before_it_was_issued(store: Store, hold: Hold) -> None:
    hold(
        a=plan("Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị", number="50-KH/TU"),
        b=plan("Kết luận 01-KL/TW", date="ngày 10 tháng 6 năm 2019"),
    )
    assert meaning(store, "Kết luận 01-KL/TW") == ("unresolved", "no_candidate", None)


def test_what_waits_is_explained_when_the_archive_grows(store: Store, hold: Hold) -> None:
    hold(a=plan("Kết luận 01-KL/TW"))
    before = meaning(store, "Kết luận 01-KL/TW")
    hold(b=plan("Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị", number="50-KH/TU"))
    assert (before[0], meaning(store, "Kết luận 01-KL/TW")[0]) == ("unresolved", "resolved")


def test_and_waits_again_when_what_explained_it_is_taken_out(store: Store, hold: Hold) -> None:
    hold(a=plan("Kết luận 01-KL/TW"), b=plan("Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị", number="50-KH/TU"))
    with writing(store) as writer:
        writer.forget_file("b")
        resolve_pending(writer.connection)
    assert meaning(store, "Kết luận 01-KL/TW") == ("unresolved", "no_candidate", None)


def test_a_serial_with_a_date(store: Store, hold: Hold) -> None:
    hold(
        a=plan("Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị", number="50-KH/TU"),
        b=plan("Kết luận 01 ngày 18/5/2021 của Bộ Chính trị"),
    )
    assert meaning(store, "Kết luận 01 ngày") == ("resolved", "date", CENTRAL_2021)


def test_a_held_document_is_the_work(store: Store, hold: Hold) -> None:
    hold(a=plan("Kết luận 02-KL/TW"), b=plan("Kế hoạch số 49-KH/TU ngày 12/3/2023 của Tỉnh ủy", number="50-KH/TU"))
    row = store.row(
        "SELECT count(*) FROM citations AS c JOIN documents AS d ON d.work_id = c.work_id WHERE d.key = '49-KH/TU'"
    )
    assert row is not None
    assert row[0] == 1


@pytest.mark.parametrize(
    ("date", "outcome"),
    [
        pytest.param(
            "ngày 12 tháng 3 năm 2023", ("resolved", "in_force", "luat|12/2012/qh13|trung uong|2012"), id="old"
        ),
        pytest.param(
            "ngày 12 tháng 8 năm 2025", ("resolved", "in_force", "luat|50/2024/qh15|trung uong|2024"), id="new"
        ),
        pytest.param("ngày 12 tháng 3 năm 2027", ("ambiguous", "several", None), id="after the list ends"),
    ],
)
def test_the_edition_of_a_law_that_was_in_force(
    store: Store, hold: Hold, date: str, outcome: tuple[str, str, str | None]
) -> None:
    hold(a=plan("Luật Công đoàn", date=date))
    assert meaning(store, "Luật Công đoàn") == outcome


def test_a_law_of_a_year_is_its_numbered_edition_once_that_is_known(store: Store, hold: Hold) -> None:
    hold(a=plan("Luật Thư viện ngày 21/11/2019"))
    before = meaning(store, "Luật Thư viện ngày")
    hold(b=plan("Luật Thư viện số 46/2019/QH14", number="50-KH/TU"))
    assert before == ("resolved", "own_name", "luat|thu vien|trung uong|2019")
    assert meaning(store, "Luật Thư viện ngày") == ("resolved", "date", "luat|46/2019/qh14|trung uong|2019")


def test_a_work_that_nobody_names_any_more_is_gone(store: Store, hold: Hold) -> None:
    hold(a=plan("Luật Thư viện ngày 21/11/2019"))
    hold(b=plan("Luật Thư viện số 46/2019/QH14", number="50-KH/TU"))
    assert store.rows("SELECT 1 FROM works WHERE identity = 'luat|thu vien|trung uong|2019'") == []
