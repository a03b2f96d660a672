"""Documents narrowed by the catalogue, put in order, and counted by type, issuer, year and place."""

from __future__ import annotations

import pytest

from corpus.store import Store, StoredFile, writing
from corpus.store.facets import Facets, FacetValue, facets
from corpus.store.searching import EVERYTHING, Filters, Order, browse, search
from tests.corpus.store.conftest import prepared, sha256, state


def directive(doc_type: str, number: str, issuer: str, place: str, day: int, year: int) -> str:
    return (
        f"{issuer.upper()}\n*\nSố {number}\nĐẢNG CỘNG SẢN VIỆT NAM\n{place}, ngày {day} tháng 3 năm {year}\n\n"
        f"{doc_type}\nVề phòng cháy rừng\n\nCác chi bộ tổ chức trực đêm trong mùa khô.\n"
    )


TEXTS = {
    "plan": directive("KẾ HOẠCH", "12-KH/TU", "Tỉnh ủy Đắk Lắk", "Đắk Lắk", 12, 2031),
    "older plan": directive("KẾ HOẠCH", "07-KH/TU", "Tỉnh ủy Gia Lai", "Gia Lai", 10, 2029),
    "notice": directive("THÔNG BÁO", "31-TB/TU", "Tỉnh ủy Gia Lai", "Gia Lai", 11, 2030),
    "undated": "THÔNG BÁO\nVề lịch trực\n\nCác đơn vị cử người trực đêm.\n",
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store.create(tmp_path_factory.mktemp("facets") / "archive.db")
    with writing(store) as writer:
        for path, text in TEXTS.items():
            writer.put_file(state(path), [StoredFile(path, sha256(text), prepared(text))], [])
    return store


FILTERS = [
    pytest.param(EVERYTHING, {"plan", "older plan", "notice", "undated"}, id="none"),
    pytest.param(Filters(doc_type="ke_hoach"), {"plan", "older plan"}, id="type"),
    pytest.param(Filters(issuer="Tỉnh ủy Gia Lai"), {"older plan", "notice"}, id="issuer"),
    pytest.param(Filters(year=2031), {"plan"}, id="year"),
    pytest.param(Filters(place="Gia Lai"), {"older plan", "notice"}, id="place"),
    pytest.param(Filters(doc_type="ke_hoach", place="Gia Lai"), {"older plan"}, id="two"),
    pytest.param(Filters(issuer="Tỉnh ủy"), set(), id="half a name"),
    pytest.param(Filters(year=1066), set(), id="year of nothing"),
]


@pytest.mark.parametrize(("filters", "paths"), FILTERS)
def test_search_is_narrowed_by(archive: Store, filters: Filters, paths: set[str]) -> None:
    result = search(archive, "trực đêm", filters=filters)
    assert ({hit.path for hit in result.hits}, result.total) == (paths, len(paths))


@pytest.mark.parametrize(("filters", "paths"), FILTERS)
def test_browsing_is_narrowed_by(archive: Store, filters: Filters, paths: set[str]) -> None:
    result = browse(archive, filters=filters)
    assert ({hit.path for hit in result.hits}, result.total) == (paths, len(paths))


@pytest.mark.parametrize(
    ("order", "paths"),
    [
        pytest.param(Order.ISSUED, ["plan", "notice", "older plan", "undated"], id="last issued first"),
        pytest.param(Order.STORED, ["undated", "notice", "older plan", "plan"], id="last stored first"),
    ],
)
@pytest.mark.parametrize("typed", ["", "trực đêm"])
def test_order(archive: Store, typed: str, order: Order, paths: list[str]) -> None:
    result = search(archive, typed, order=order) if typed else browse(archive, order=order)
    assert [hit.path for hit in result.hits] == paths


def test_pages_follow_each_other(archive: Store) -> None:
    pages = [browse(archive, order=Order.ISSUED, limit=2, offset=offset).hits for offset in (0, 2, 4)]
    assert [[hit.path for hit in page] for page in pages] == [["plan", "notice"], ["older plan", "undated"], []]


def test_number_typed_is_found_in_any_order(archive: Store) -> None:
    assert [hit.path for hit in search(archive, "7-kh/tu", order=Order.ISSUED).hits] == ["older plan"]


COUNTED = Facets(
    doc_type=[FacetValue("ke_hoach", 2), FacetValue("thong_bao", 2)],
    issuer=[FacetValue("Tỉnh ủy Gia Lai", 2), FacetValue("Tỉnh ủy Đắk Lắk", 1)],
    year=[FacetValue("2031", 1), FacetValue("2030", 1), FacetValue("2029", 1)],
    place=[FacetValue("Gia Lai", 2), FacetValue("Đắk Lắk", 1)],
)


@pytest.mark.parametrize(
    "typed", [pytest.param("", id="of the whole archive"), pytest.param("trực đêm", id="of what is found")]
)
def test_facets(archive: Store, typed: str) -> None:
    assert facets(archive, typed) == COUNTED


def test_facets_of_a_filter(archive: Store) -> None:
    assert facets(archive, "", Filters(place="Gia Lai")).doc_type == [
        FacetValue("ke_hoach", 1),
        FacetValue("thong_bao", 1),
    ]


def test_facets_of_nothing_found(archive: Store) -> None:
    assert facets(archive, "xyz") == Facets([], [], [], [])
