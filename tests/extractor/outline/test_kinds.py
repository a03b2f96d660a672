from __future__ import annotations

import pytest

from extractor.outline.kinds import kind_of
from schemas.vocabulary import SectionKind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        pytest.param("MỤC ĐÍCH, YÊU CẦU", SectionKind.MUC_DICH_YEU_CAU, id="purpose"),
        pytest.param("CÁC CHỈ TIÊU CHỦ YẾU", SectionKind.MUC_TIEU_CHI_TIEU, id="targets"),
        pytest.param("NỘI DUNG VÀ THỜI GIAN", SectionKind.NOI_DUNG, id="the first topic decides"),
        pytest.param("Nhiệm vụ, giải pháp trọng tâm", SectionKind.NHIEM_VU_GIAI_PHAP, id="tasks"),
        pytest.param("THỜI GIAN, ĐỊA ĐIỂM", SectionKind.DOI_TUONG_THOI_GIAN, id="when and where"),
        pytest.param("KINH PHÍ THỰC HIỆN", SectionKind.KINH_PHI, id="money"),
        pytest.param("TỔ CHỨC THỰC HIỆN", SectionKind.TO_CHUC_THUC_HIEN, id="who does what"),
        pytest.param("TÌNH HÌNH, KẾT QUẢ", SectionKind.TINH_HINH, id="the situation"),
        pytest.param("Sở Tài chính", None, id="a body's name is no topic"),
        pytest.param("CÁC TRƯỜNG HỢP KHÁC", None, id="no topic"),
    ],
)
def test_kind_of_a_top_level_heading(heading: str, kind: SectionKind | None) -> None:
    assert kind_of(heading, top=True) is kind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        pytest.param("Hình thức", SectionKind.DOI_TUONG_THOI_GIAN, id="begins with its topic"),
        pytest.param("Các giải pháp trước mắt", SectionKind.NHIEM_VU_GIAI_PHAP, id="after a plural word"),
        pytest.param("Đổi mới nội dung tuyên truyền", None, id="speaks of something else"),
    ],
)
def test_deeper_headings_have_a_kind_only_where_they_begin_with_it(heading: str, kind: SectionKind | None) -> None:
    assert kind_of(heading, top=False) is kind
