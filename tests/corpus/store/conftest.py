"""Small archives of invented documents."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.extraction import extract_loaded
from corpus.files import load
from corpus.store import FileState, PreparedDocument, Store, StoredFile, prepare, writing

VERSION = "1.0"

PLAN = """TỈNH ỦY ĐẮK LẮK
*
Số 49-KH/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Đắk Lắk, ngày 12 tháng 3 năm 2031

KẾ HOẠCH
Về chuyển đổi số trong các cơ quan đảng

Thực hiện Kết luận số 76-KL/TW ngày 15/01/2031 của Bộ Chính trị, Ban Thường vụ Tỉnh ủy xây dựng kế hoạch như sau:

I. MỤC TIÊU
1. Ít nhất 95% cán bộ được tập huấn trước ngày 30/6/2031.

II. TỔ CHỨC THỰC HIỆN
1. Văn phòng Tỉnh ủy chủ trì, phối hợp với Ban Tổ chức Tỉnh ủy tham mưu triển khai kế hoạch; báo cáo trước 15/12/2031.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Trần Văn Bình
"""


def prepared(text: str, version: str = VERSION) -> PreparedDocument:
    return prepare(extract_loaded(load(text.encode())), extractor_version=version)


def state(path: str, size: int = 1, modified_ns: int = 1) -> FileState:
    return FileState(path, size, modified_ns)


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.create(tmp_path / "archive.db")


Put = Callable[..., list[int]]


@pytest.fixture
def put(store: Store) -> Put:
    """Store texts under their paths, a file each."""

    def put_all(**texts: str) -> list[int]:
        written = []
        with writing(store) as writer:
            for path, text in texts.items():
                item = StoredFile(path, sha256(text), prepared(text))
                written += writer.put_file(state(path), [item], [])
        return written

    return put_all
