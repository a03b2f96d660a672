"""The outcome does not depend on the order in which documents came, nor on how they were parted into batches."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.citator import resolve, resolve_new, resolve_pending
from corpus.store import Store, writing
from corpus.store.fingerprint import table_fingerprints
from tests.corpus.citator.conftest import letterhead, stored

TABLES = (
    "works",
    "work_facts",
    "citations",
    "documents",
    "waiting",
    "pending_documents",
    "pending_works",
    "pending_clues",
)

DAK_LAK = letterhead("Tỉnh ủy Đắk Lắk", "49-KH/TU", "Đắk Lắk, ngày 12 tháng 3 năm 2023", "Kế hoạch", "Về trồng cây")
KON_TUM = letterhead("Tỉnh ủy Kon Tum", "49-KH/TU", "Kon Tum, ngày 20 tháng 5 năm 2023", "Kế hoạch", "Về chăm rừng")
COMMUNE = letterhead("Đảng ủy xã Ea Tul", "03-KH/ĐU", "Ea Tul, ngày 05 tháng 9 năm 2025", "Kế hoạch", "Về trồng cây")
UNDATED = "TỈNH ỦY ĐẮK LẮK\n*\n\nKẾ HOẠCH\nVề việc chung\n\n"


def saying(head: str, *works: str) -> str:
    return head + "\n".join(f"{place}. Thực hiện {work} theo chức năng." for place, work in enumerate(works, 1)) + "\n"


DOCUMENTS = {
    "dated": saying(
        DAK_LAK, "Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị", "Nghị quyết Đại hội XIII của Đảng"
    ),
    "undated": saying(KON_TUM, "Kết luận số 01-KL/TW của Bộ Chính trị", "Kế hoạch số 12-KH/TU của Tỉnh ủy"),
    "older": saying(
        letterhead("Tỉnh ủy Đắk Lắk", "77-KH/TU", "Đắk Lắk, ngày 02 tháng 4 năm 2019", "Kế hoạch", "Về việc cũ"),
        "Kết luận số 01-KL/TW ngày 04/4/2016 của Bộ Chính trị",
        "Luật Thư viện ngày 21/11/2019",
    ),
    "unplaced": saying(
        UNDATED, "Kết luận số 01-KL/TW của Bộ Chính trị", "Kế hoạch số 12-KH/TU ngày 03/02/2023 của Tỉnh ủy"
    ),
    "carrying": saying(
        letterhead("Huyện ủy Cư Kuin", "08-KH/HU", "Cư Kuin, ngày 01 tháng 6 năm 2023", "Kế hoạch", "Về trồng cây"),
        "Kế hoạch số 49-KH/TU của Tỉnh ủy Đắk Lắk",
        "Luật Thư viện",
        "Nghị quyết Đại hội XIII Công đoàn Việt Nam",
    ),
    "library": saying(
        COMMUNE, "Luật Thư viện số 46/2019/QH14", "Kế hoạch số 49-KH/TU ngày 12/3/2023 của Tỉnh ủy Đắk Lắk"
    ),
    "misprint": saying(
        letterhead("Tỉnh ủy Kon Tum", "50-KH/TU", "Kon Tum, ngày 21 tháng 5 năm 2023", "Kế hoạch", "Về việc khác"),
        "Kết luận số 01-KL/TW ngày 15/8/2021 của Bộ Chính trị",
        "Luật Công đoàn",
        "Luật Thư viện năm 2019",
    ),
    "short": saying(
        letterhead("Tỉnh ủy Kon Tum", "51-KH/TU", "Kon Tum, ngày 22 tháng 5 năm 2023", "Kế hoạch", "Về việc nữa"),
        "Kết luận 01 ngày 18/5/2021 của Bộ Chính trị",
        "Luật Công đoàn năm 2012",
    ),
}


def put(store: Store, texts: Mapping[str, str], *, redo: bool = False) -> None:
    with writing(store) as writer:
        for path, text in texts.items():
            state, found = stored(path, text)
            writer.put_file(state, [replace(item, redo=redo) for item in found], [])
        resolve_pending(writer.connection)


def forget(store: Store, paths: Iterable[str]) -> None:
    with writing(store) as writer:
        for path in paths:
            writer.forget_file(path)
        resolve_pending(writer.connection)


def chosen(names: Iterable[str]) -> dict[str, str]:
    return {name: DOCUMENTS[name] for name in names}


@contextmanager
def archive() -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder, Store.create(Path(folder) / "archive.db") as store:
        yield store


def outcome(store: Store) -> dict[str, str]:
    """What the citator says, as hashes that leave the order of arrival out."""
    prints = table_fingerprints(store)
    return {table: prints[table] for table in TABLES}


@pytest.fixture(scope="module")
def at_once() -> dict[str, str]:
    """The outcome of one batch of everything."""
    with archive() as store:
        put(store, DOCUMENTS)
        return outcome(store)


NAMES = sorted(DOCUMENTS)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(NAMES), cuts=st.sets(st.integers(1, len(NAMES) - 1)))
def test_any_order_in_any_batches_gives_the_same(at_once: dict[str, str], order: list[str], cuts: set[int]) -> None:
    edges = [0, *sorted(cuts), len(order)]
    with archive() as store:
        for start, end in pairwise(edges):
            put(store, chosen(order[start:end]))
        assert outcome(store) == at_once


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=st.sets(st.sampled_from(NAMES)), passing=st.sets(st.sampled_from(NAMES), min_size=1))
def test_documents_that_came_and_went_leave_no_trace(
    at_once: dict[str, str], first: set[str], passing: set[str]
) -> None:
    with archive() as store:
        put(store, chosen(sorted(first)))
        put(store, {f"passing/{name}": f"{DOCUMENTS[name]}\nBản sao.\n" for name in sorted(passing)})
        put(store, chosen(NAMES))
        forget(store, [f"passing/{name}" for name in sorted(passing)])
        assert outcome(store) == at_once


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(again=st.sets(st.sampled_from(NAMES), min_size=1))
def test_extracting_again_changes_nothing(at_once: dict[str, str], again: set[str]) -> None:
    with archive() as store:
        put(store, DOCUMENTS)
        put(store, chosen(sorted(again)), redo=True)
        assert outcome(store) == at_once


def test_looking_again_once_at_the_end_gives_the_same(at_once: dict[str, str]) -> None:
    with archive() as store:
        for name in reversed(NAMES):
            with writing(store) as writer:
                writer.put_file(*stored(name, DOCUMENTS[name]), [])
                resolve_new(writer.connection)
        resolve(store)
        assert outcome(store) == at_once


def test_resolving_later_gives_the_same_as_resolving_in_the_batch(at_once: dict[str, str]) -> None:
    with archive() as store:
        with writing(store) as writer:
            for path, text in DOCUMENTS.items():
                state, found = stored(path, text)
                writer.put_file(state, found, [])
        resolve(store, batch=3)
        assert outcome(store) == at_once
