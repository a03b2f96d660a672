"""Vocabulary of a directive's outline."""

from __future__ import annotations

from schemas.vocabulary.term import Term


class SectionKind(Term):
    """What a section is about; a heading of several topics takes the kind of its first."""

    MUC_DICH_YEU_CAU = "muc_dich_yeu_cau", "Mục đích, yêu cầu"
    MUC_TIEU_CHI_TIEU = "muc_tieu_chi_tieu", "Mục tiêu, chỉ tiêu"
    NOI_DUNG = "noi_dung", "Nội dung"
    NHIEM_VU_GIAI_PHAP = "nhiem_vu_giai_phap", "Nhiệm vụ, giải pháp"
    DOI_TUONG_THOI_GIAN = "doi_tuong_thoi_gian", "Đối tượng, thời gian, địa điểm, hình thức"
    KINH_PHI = "kinh_phi", "Kinh phí"
    TO_CHUC_THUC_HIEN = "to_chuc_thuc_hien", "Tổ chức thực hiện"
    TINH_HINH = "tinh_hinh", "Tình hình, kết quả"
    DIEU_KHOAN = "dieu_khoan", "Điều khoản"
    KHAC = "khac", "Nội dung khác"
