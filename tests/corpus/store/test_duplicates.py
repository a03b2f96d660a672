"""Which documents are nearly the same."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from corpus.store import Store, StoredFile, writing
from corpus.store.duplicates import link_duplicates, similarity
from corpus.store.reading import duplicates
from tests.corpus.store.conftest import PLAN, prepared, sha256, state

UNNUMBERED = PLAN.replace("Số 49-KH/TU", "Số -KH/TU").replace("ngày 12 tháng 3", "ngày tháng")
COPY = PLAN.replace("Trần Văn Bình", "(đã ký)\nTrần Văn Bình")
REWORDED = "\n".join(PLAN.split("\n")[:9]) + "\nNội dung hoàn toàn khác, gồm những việc chưa từng nêu ở trên.\n" * 20


def linked(tmp_path: Path, *texts: str) -> list[tuple[str, ...]]:
    """The names of those that were linked, in alphabetical order, and what they share."""
    with Store.create(tmp_path / f"{len(list(tmp_path.iterdir()))}.db") as store:
        for number, text in enumerate(texts):
            name = f"document {number}"
            with writing(store) as writer:
                item = StoredFile(name, sha256(text), prepared(text))
                link_duplicates(writer.connection, writer.put_file(state(name), [item], []))
        return [(pair.path[-1], pair.other_path[-1], pair.reason) for pair in duplicates(store)]


@pytest.mark.parametrize(
    ("other", "links"),
    [
        pytest.param(COPY, [("0", "1", "number")], id="the same number"),
        pytest.param(UNNUMBERED, [("0", "1", "title")], id="a draft without a number"),
        pytest.param(REWORDED, [], id="the same number, another text"),
        pytest.param(PLAN.replace("49-KH/TU", "50-KH/TU"), [], id="the same text, another number"),
        pytest.param(PLAN.replace("2031", "2032"), [], id="the same number, another year"),
        pytest.param(PLAN.replace("ĐẮK LẮK", "GIA LAI").replace("Đắk Lắk", "Gia Lai"), [], id="another issuer"),
    ],
)
def test_pair(tmp_path: Path, other: str, links: list[tuple[str, ...]]) -> None:
    assert linked(tmp_path, PLAN, other) == links


def test_order_of_arrival_does_not_matter(tmp_path: Path) -> None:
    found = set()
    for order in itertools.permutations([PLAN, COPY, UNNUMBERED, REWORDED]):
        names = {
            str(number): "PCUR"[[PLAN, COPY, UNNUMBERED, REWORDED].index(text)] for number, text in enumerate(order)
        }
        found.add(frozenset(frozenset([names[one], names[other]]) for one, other, _ in linked(tmp_path, *order)))
    assert found == {frozenset(map(frozenset, ("PC", "PU", "CU")))}


def test_number_that_many_bear_says_nothing(tmp_path: Path) -> None:
    assert linked(tmp_path, *(f"{PLAN}Bản số {number}\n" for number in range(23))) == []


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        pytest.param("a b c d e", "a b c d e", 1.0, id="the same"),
        pytest.param("Kế hoạch – năm 2031", "ke hoach nam 2031", 1.0, id="case, marks and punctuation"),
        pytest.param("a b c d", "e f g h", 0.0, id="nothing"),
        pytest.param("a b c d e", "a b c d f", 1 / 3, id="one of three"),
        pytest.param("", "", 1.0, id="empty"),
        pytest.param("a", "a", 1.0, id="short"),
    ],
)
def test_similarity(one: str, other: str, share: float) -> None:
    assert similarity(one, other) == pytest.approx(share)
