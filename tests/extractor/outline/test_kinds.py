from __future__ import annotations

import pytest

from extractor.outline.kinds import kind_of, kind_of_item
from schemas.vocabulary import DocumentType, SectionKind


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
        pytest.param("THÀNH LẬP BAN TỔ CHỨC", SectionKind.TO_CHUC_THUC_HIEN, id="who organises"),
        pytest.param("Báo cáo kết quả", SectionKind.TO_CHUC_THUC_HIEN, id="reporting is no newspaper"),
        pytest.param("LỆ PHÍ DỰ THI", SectionKind.KINH_PHI, id="fees"),
        pytest.param("TÔ CHỨC THƯC HIÊN", SectionKind.TO_CHUC_THUC_HIEN, id="marks lost in capitals"),
        pytest.param("Đoàn viên phải hoàn thành nhiệm vụ", None, id="a topic inside a sentence"),
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


@pytest.mark.parametrize(
    ("words", "titled", "assigned", "kind"),
    [
        pytest.param("Rà soát các quy định.", False, False, SectionKind.NHIEM_VU_GIAI_PHAP, id="work"),
        pytest.param("Nâng cao chất lượng", True, False, SectionKind.NHIEM_VU_GIAI_PHAP, id="work in a title"),
        pytest.param("Độ tuổi và trình độ", True, False, SectionKind.KHAC, id="a title that names a thing"),
        pytest.param("Sở Nội vụ", True, False, SectionKind.NHIEM_VU_GIAI_PHAP, id="a body among tasks"),
        pytest.param("Sở Nội vụ", True, True, SectionKind.TO_CHUC_THUC_HIEN, id="a body where all items name one"),
        pytest.param("Xử lý vi phạm", True, True, SectionKind.NHIEM_VU_GIAI_PHAP, id="work among items that name one"),
        pytest.param("Giao Sở Nội vụ theo dõi.", False, False, SectionKind.TO_CHUC_THUC_HIEN, id="an assignment"),
        pytest.param(
            "Phòng, chống dịch bệnh", True, False, SectionKind.NHIEM_VU_GIAI_PHAP, id="work that sounds a body"
        ),
        pytest.param("Giao thông nông thôn", True, False, SectionKind.NHIEM_VU_GIAI_PHAP, id="traffic, not assigning"),
        pytest.param("Thống nhất chủ trương sáp nhập.", False, False, SectionKind.KHAC, id="a decision"),
        pytest.param("Sửa đổi mục II như sau:", True, False, SectionKind.KHAC, id="an amendment"),
    ],
)
def test_kind_of_an_item_without_a_topic(words: str, titled: bool, assigned: bool, kind: SectionKind) -> None:
    assert kind_of_item(words, titled=titled, assigned=assigned) is kind


@pytest.mark.parametrize(
    ("doc_type", "words", "kind"),
    [
        pytest.param(DocumentType.THONG_BAO, "Về lịch nghỉ lễ", SectionKind.KHAC, id="a notice tells of a topic"),
        pytest.param(DocumentType.CHI_THI, "Về lịch nghỉ lễ", SectionKind.NHIEM_VU_GIAI_PHAP, id="a directive orders"),
        pytest.param(DocumentType.THONG_TU, "Hồ sơ hoàn phí", SectionKind.NOI_DUNG, id="a circular rules"),
        pytest.param(DocumentType.THONG_TU, "Sửa đổi mục II", SectionKind.KHAC, id="a circular amends"),
    ],
)
def test_kind_of_a_titled_item_by_the_type_of_its_document(
    doc_type: DocumentType, words: str, kind: SectionKind
) -> None:
    assert kind_of_item(words, doc_type, titled=True, assigned=False) is kind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        pytest.param("Những quy định chung", SectionKind.NOI_DUNG, id="general rules"),
        pytest.param("Kê khai, quyết toán thuế", SectionKind.NOI_DUNG, id="settling a tax is no funding"),
        pytest.param("Quyết toán", SectionKind.KINH_PHI, id="settling accounts is"),
        pytest.param("Tổ chức tín dụng", None, id="a body that begins like a verb"),
    ],
)
def test_topics_of_regulations(heading: str, kind: SectionKind | None) -> None:
    assert kind_of(heading, top=True) is kind
