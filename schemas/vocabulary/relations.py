"""Vocabularies of what binds a directive to other documents and to bodies."""

from __future__ import annotations

from schemas.vocabulary.term import Term


class Relation(Term):
    """What the citing document does to the cited one: always active, always from citing to cited.

    The terms are those of the national database of legal documents (vbpl.vn). Passive labels (*bị thay thế bởi*) are
    derived where they are shown, never stored.
    """

    CAN_CU = "can_cu", "Căn cứ"
    THUC_HIEN = "thuc_hien", "Thực hiện"
    SUA_DOI_BO_SUNG = "sua_doi_bo_sung", "Sửa đổi, bổ sung"
    THAY_THE = "thay_the", "Thay thế"
    BAI_BO = "bai_bo", "Bãi bỏ"
    HUONG_DAN = "huong_dan", "Hướng dẫn"
    QUY_DINH_CHI_TIET = "quy_dinh_chi_tiet", "Quy định chi tiết"
    HOP_NHAT = "hop_nhat", "Hợp nhất"
    DINH_CHINH = "dinh_chinh", "Đính chính"
    DINH_CHI = "dinh_chi", "Đình chỉ việc thi hành"
    TAM_NGUNG = "tam_ngung", "Tạm ngưng hiệu lực"
    GIAI_THICH = "giai_thich", "Giải thích"
    DAN_CHIEU = "dan_chieu", "Dẫn chiếu"


class Role(Term):
    """The part a body has in the work."""

    LEAD = "lead", "Chủ trì"
    COORDINATE = "coordinate", "Phối hợp"
    EXECUTE = "execute", "Thực hiện"
    REPORT_TO = "report_to", "Nhận báo cáo"
    VIA = "via", "Thông qua"
