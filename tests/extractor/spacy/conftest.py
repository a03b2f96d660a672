"""An invented directive, and pipelines that read it."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from extractor.spacy import blank

TEXT = """TỈNH ỦY LẠNG SƠN
Số: 88-KH/TU
Lạng Sơn, ngày 03 tháng 5 năm 2031

KẾ HOẠCH
Nâng cao chất lượng công tác lưu trữ

Căn cứ Nghị định số 49/2029/NĐ-CP ngày 19/01/2029 của Chính phủ; thực hiện Kết luận số 01-KL/TW ngày 18/5/2030.

I. MỤC TIÊU
1. Ít nhất 90% hồ sơ được số hóa.

II. TỔ CHỨC THỰC HIỆN
1. Văn phòng Tỉnh ủy
a) Rà soát kho lưu trữ trước 31/7/2031.
b) Báo cáo kết quả chậm nhất ngày 15/12/2031, gửi Ban Thường vụ.
2. Ban Tổ chức Tỉnh ủy phối hợp thực hiện.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Nông Văn Thành
"""


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The tokenizer and every layer."""
    pipeline = blank()
    pipeline.add_pipe("trichluc")
    return pipeline


@pytest.fixture
def doc(nlp: Language) -> Doc:
    """The directive, read."""
    return nlp(TEXT)
