"""A small archive of invented documents, one state of it, and exports read back."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.export import EVERYTHING, Options, Selection, export_to
from corpus.store import Store, StoredFile, writing
from tests.corpus.store.conftest import prepared, sha256, state

PLAN = """LIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ GIANG
CÔNG ĐOÀN VIÊN CHỨC TỈNH
Số: 31/KH-CĐVC
Hà Giang, ngày 10 tháng 3 năm 2031

KẾ HOẠCH
Tổ chức hội thi tay nghề giỏi năm 2031

Thực hiện Kế hoạch số 07/KH-LĐLĐ ngày 15/02/2031 của Liên đoàn Lao động tỉnh về phong trào “Giỏi nghề & giỏi tin học”.

I. MỤC TIÊU
1. Ít nhất 85% công đoàn cơ sở tham gia hội thi.

II. THỜI GIAN
1. Hội thi cấp tỉnh tổ chức trong quý III/2031.
2. Đăng ký danh sách từ ngày 05/5/2031 đến ngày 20/5/2031.

III. TỔ CHỨC THỰC HIỆN
1. Ban Chính sách - Pháp luật chủ trì, gửi danh sách thí sinh trước ngày 15/6/2031.
2. Công đoàn cơ sở báo cáo kết quả trước ngày 25 hằng tháng.
3. Các đơn vị báo cáo định kỳ hằng quý.
4. Văn phòng tổng kết hội thi đến cuối năm 2032.

TM. BAN THƯỜNG VỤ
CHỦ TỊCH
Lý Thị Hạnh
"""

LETTER = """ỦY BAN NHÂN DÂN TỈNH LAI CHÂU
Số: 902/UBND-KT
V/v rà soát kho lưu trữ
Lai Châu, ngày 02 tháng 4 năm 2031

Kính gửi: Sở Nội vụ.

1. Sở Nội vụ rà soát kho lưu trữ, báo cáo Ủy ban nhân dân tỉnh trước 17 giờ ngày 30/4/2031.
2. Sở Nội vụ báo cáo kết quả trước ngày bầu cử 10 ngày.

Nơi nhận:
- Như trên;
- Lưu: VT, KT.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Trần Văn Khoa
"""

Export = Callable[..., bytes]


def archive(path: Path, *texts: str) -> Store:
    """An archive of these texts, stored in this order."""
    store = Store.create(path)
    with writing(store) as writer:
        for text in texts:
            name = f"/kho/{sha256(text)[:6]}.txt"
            writer.put_file(state(name), [StoredFile(name, sha256(text), prepared(text))], [])
    return store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with archive(tmp_path / "archive.db", LETTER, PLAN) as opened:
        yield opened


@pytest.fixture
def exported(store: Store) -> Export:
    """Export to memory: ``exported("ics", Selection(…), todo=True)``."""

    def run(name: str, selection: Selection = EVERYTHING, **options: object) -> bytes:
        out = io.BytesIO()
        export_to(store, name, out, selection, Options(**options))  # type: ignore[arg-type]
        return out.getvalue()

    return run
