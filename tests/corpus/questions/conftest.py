"""An archive of two plans with deadlines, targets and bodies."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.extraction import extract_loaded
from corpus.files import load
from corpus.store import FileState, Store, StoredFile, prepare, writing

FIRST = """TỈNH ỦY ĐẮK LẮK
*
Số 49-KH/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Đắk Lắk, ngày 12 tháng 3 năm 2031

KẾ HOẠCH
Về chuyển đổi số trong các cơ quan đảng

I. MỤC TIÊU
1. Ít nhất 95% cán bộ được tập huấn trước ngày 30/6/2031.

II. TỔ CHỨC THỰC HIỆN
1. Văn phòng Tỉnh ủy chủ trì xây dựng phần mềm, hoàn thành trước ngày 15/12/2031.
2. Ban Tổ chức Tỉnh ủy báo cáo kết quả thực hiện về Ban Thường vụ chậm nhất ngày 25 hằng tháng.
3. Ban Tuyên giáo Tỉnh ủy hoàn thành tài liệu sau hội nghị cán bộ toàn tỉnh.
"""
SECOND = """ỦY BAN NHÂN DÂN
TỈNH NGHỆ AN
Số: 12/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Nghệ An, ngày 05 tháng 01 năm 2031

KẾ HOẠCH
Về trồng rừng

I. CHỈ TIÊU
1. Trồng mới 5.000 ha rừng.

II. TỔ CHỨC THỰC HIỆN
1. Sở Tài chính cấp kinh phí trước ngày 30/6/2031.
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "archive.db") as archive:
        with writing(archive) as writer:
            for path, text in {"first": FIRST, "second": SECOND}.items():
                sha256 = hashlib.sha256(text.encode()).hexdigest()
                document = prepare(extract_loaded(load(text.encode())), extractor_version="1")
                writer.put_file(FileState(path, 1, 1), [StoredFile(path, sha256, document)], [])
        yield archive
