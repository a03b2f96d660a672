"""What a person types, and what is found."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import QueryError
from corpus.store import Store, StoredFile, writing
from corpus.store.searching import search
from tests.corpus.store.conftest import PLAN, Put, prepared, sha256, state

LETTER = """ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ
Số: 812/UBND-NC
Quảng Trị, ngày 05 tháng 9 năm 2030

V/v hoà giải ở cơ sở và công tác thuỷ lợi

Kính gửi: Sở Tư pháp.

Hội nghị đang được chuẩn bị; đề nghị Sở Tư pháp báo cáo theo Kế hoạch số 49-KH/TU trước ngày 20/10/2030.
"""
DECOMPOSED = unicodedata.normalize("NFD", "THÔNG BÁO\nVề lịch trực ở Buôn Ma Thuột\n\nCác đơn vị cử người trực đêm.\n")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store.create(tmp_path_factory.mktemp("archive") / "archive.db")
    with writing(store) as writer:
        for path, text in {"plan": PLAN, "letter": LETTER, "notice": DECOMPOSED}.items():
            writer.put_file(state(path), [StoredFile(path, sha256(text), prepared(text))], [])
    return store


def found(store: Store, typed: str) -> list[str]:
    return [hit.path for hit in search(store, typed).hits]


@pytest.mark.parametrize(
    ("typed", "paths"),
    [
        pytest.param("dak lak", {"plan"}, id="without marks"),
        pytest.param("Đắk Lắk", {"plan"}, id="with marks"),
        pytest.param("ĐẮK LẮK", {"plan"}, id="in capitals"),
        pytest.param("đảng", {"plan"}, id="other marks are not meant"),
        pytest.param("đang", {"letter"}, id="no tone is a tone"),
        pytest.param("dang", {"plan", "letter"}, id="no marks mean any"),
        pytest.param("hòa giải", {"letter"}, id="tone in the modern place"),
        pytest.param("hoà giải", {"letter"}, id="tone in the old place"),
        pytest.param("trực đêm", {"notice"}, id="decomposed text"),
        pytest.param(unicodedata.normalize("NFD", "chuyển đổi"), {"plan"}, id="decomposed question"),
        pytest.param('"chuyển đổi số"', {"plan"}, id="phrase"),
        pytest.param('"số chuyển đổi"', set(), id="phrase in another order"),
        pytest.param('"chuyển đổi', {"plan"}, id="phrase without its end"),
        pytest.param("chuy*", {"plan"}, id="beginning"),
        pytest.param("chuyê*", set(), id="beginning with other marks"),
        pytest.param("kế hoạch báo cáo", {"plan", "letter"}, id="all words"),
        pytest.param("title:chuyển", {"plan"}, id="field"),
        pytest.param("trichyeu:bộ", set(), id="field in Vietnamese, the word is elsewhere"),
        pytest.param('issuer:"tinh uy dak lak"', {"plan"}, id="field with a phrase"),
        pytest.param("place:quang", {"letter"}, id="place"),
        pytest.param("number:49-kh/tu", {"plan"}, id="number by its field"),
        pytest.param("type:ke_hoach", {"plan"}, id="type by its value"),
        pytest.param('loai:"công văn"', {"letter"}, id="type by its name"),
        pytest.param("type:CV sở", {"letter"}, id="type by its abbreviation, and a word"),
        pytest.param("year:2031", {"plan"}, id="year"),
        pytest.param("812/UBND-NC", {"letter"}, id="number of a letter"),
        pytest.param("xyz", set(), id="nothing"),
        pytest.param("", set(), id="no question"),
        pytest.param('"', set(), id="a quote"),
        pytest.param("* - / ( ) ^ : + ' ;", set(), id="punctuation"),
    ],
)
def test_found(archive: Store, typed: str, paths: set[str]) -> None:
    result = search(archive, typed)
    assert ({hit.path for hit in result.hits}, result.total) == (paths, len(paths))


@pytest.mark.parametrize("typed", ["49-KH/TU", "49-kh/tu", "049-KH/TU", "49 - KH/TU"])
def test_number_finds_the_document_that_bears_it_first_and_then_those_that_mention_it(
    archive: Store, typed: str
) -> None:
    assert found(archive, typed) == ["plan", "letter"]


def test_title_counts_more_than_text(store: Store, put: Put) -> None:
    text = PLAN.replace("chuyển đổi số", "công tác lưu trữ")
    put(mentions=text.replace("I. MỤC TIÊU", "I. MỤC TIÊU, chuyển đổi số"), is_about=PLAN)
    assert found(store, "chuyển đổi số") == ["is_about", "mentions"]


def test_words_that_stand_together_come_first(store: Store, put: Put) -> None:
    put(
        apart="THÔNG BÁO\nCác đơn vị thi công hoàn thành cầu; phong trào đua thuyền vẫn tổ chức.\n",
        together="THÔNG BÁO\nCác đơn vị phát động phong trào thi đua; công trình cầu vẫn hoàn thành đúng hạn.\n",
    )
    assert found(store, "thi đua") == ["together", "apart"]


def test_many_hits_are_sorted_by_where_the_words_stand(store: Store, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.store.searching._RANKED", 3)
    plain = "THÔNG BÁO\nVề lịch họp\n\nCác đơn vị {}.\n"
    put(
        apart=plain.format("thi công cầu, tổ chức đua thuyền"),
        row=plain.format("phát động thi đua"),
        title_apart="THÔNG BÁO\nVề đua thuyền và thi nấu ăn\n\nCác đơn vị cử người.\n",
        title="THÔNG BÁO\nVề phong trào thi đua\n\nCác đơn vị cử người.\n",
    )
    result = search(store, "thi đua")
    assert [hit.path for hit in result.hits] == ["title", "title_apart", "row", "apart"]
    assert (result.total, result.is_more) == (3, True)
    assert [hit.path for hit in search(store, "thi đua", limit=2, offset=1).hits] == ["title_apart", "row"]


def test_pages_of_hits_follow_each_other(archive: Store) -> None:
    everything = found(archive, "dang")
    pages = [search(archive, "dang", limit=1, offset=offset) for offset in range(3)]
    assert [hit.path for page in pages for hit in page.hits] == everything
    assert [page.total for page in pages] == [2, 2, 2]


@pytest.mark.parametrize("typed", ["type:xyz", "year:12", "year:abcd"])
def test_refused(archive: Store, typed: str) -> None:
    with pytest.raises(QueryError):
        search(archive, typed)


@given(typed=st.text(max_size=40) | st.text(st.sampled_from("\"*-+/():^{}\\\x00 aAđ.,;'%_ORANDT"), max_size=30))
def test_anything_typed_is_harmless(archive: Store, typed: str) -> None:
    try:
        result = search(archive, typed)
    except QueryError:
        return
    assert all(hit.snippet.end <= len(hit.text) for hit in result.hits)


@pytest.mark.parametrize(
    ("typed", "path", "marked"),
    [
        pytest.param("dak lak", "plan", "ĐẮK LẮK", id="words together"),
        pytest.param("thủy lợi", "letter", "thuỷ lợi", id="tone in the old place"),
        pytest.param("truc dem", "notice", unicodedata.normalize("NFD", "trực đêm"), id="decomposed text"),
        pytest.param("49-KH/TU", "letter", "49-KH/TU", id="number"),
    ],
)
def test_snippet_marks_the_words_of_the_text_itself(archive: Store, typed: str, path: str, marked: str) -> None:
    hit = next(hit for hit in search(archive, typed).hits if hit.path == path)
    assert marked in [hit.text[start:end] for start, end in hit.snippet.matches]


def test_snippet_is_one_line_around_the_match(archive: Store) -> None:
    (hit,) = search(archive, "hòa giải").hits
    line = hit.snippet.marked(hit.text, "[", "]")
    assert "[hoà giải] ở cơ sở" in line
    assert "\n" not in line
