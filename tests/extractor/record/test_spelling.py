from __future__ import annotations

import pytest

from extractor import extract


def directive(uy: str) -> str:
    return f"""ĐẢNG {uy.upper()} XÃ TÂN LẬP

KẾ HOẠCH
Chăm lo người cao tuổi

I. TỔ CHỨC THỰC HIỆN

1. Đảng {uy} xã theo dõi việc thực hiện; các cấp {uy} chủ động phối hợp.
2. Giao {uy.capitalize()} ban nhân dân xã lập danh sách trước ngày 15/6/2025.
"""


@pytest.mark.parametrize("uy", ["uỷ", "ủy"])
def test_names_keep_the_spelling_of_their_document(uy: str) -> None:
    record = extract(directive(uy))
    names = {record.header.issuer, *(item.body for item in record.responsibilities)}
    assert names == {f"Đảng {uy} xã Tân Lập", f"Cấp {uy}", f"{uy.capitalize()} ban nhân dân xã Tân Lập"}


def test_a_mixed_text_is_held_to_what_it_writes_more_often() -> None:
    mixed = directive("ủy").replace("các cấp ủy", "các cấp uỷ")
    assert "Cấp ủy" in {item.body for item in extract(mixed).responsibilities}
