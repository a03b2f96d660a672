"""Vocabularies of the document itself: its type, its urgency, its secrecy.

Abbreviations are facts of the conventions cited here; variants that are merely found in print belong to the extractor.
"""

from __future__ import annotations

from schemas.vocabulary.term import Term

STATE = "Nghị định 30/2020/NĐ-CP, Phụ lục III"
"""The table of abbreviations of administrative documents."""
PARTY = "Hướng dẫn 36-HD/VPTW ngày 03/4/2018"
"""Form and technique of the documents of the party."""
BOTH = f"{STATE}; {PARTY}"
STATUTES = "Luật Ban hành văn bản quy phạm pháp luật 64/2025/QH15"
"""The system of normative documents; these have no abbreviation of their own, their numbers name the issuer alone."""
STATUTE_TABLE = "Thông tư liên tịch 55/2005/TTLT-BNV-VPCP"
"""The last table of abbreviations that includes normative documents; their numbers still follow it."""
PARTY_TYPES = "Quy định 66-QĐ/TW ngày 06/02/2017"
"""Types of the party's documents and who may issue them."""
PLANNING = "Luật Quy hoạch 21/2017/QH14"
USAGE = "usage"
"""No convention names the type, but documents of this name are common."""


class DocumentType(Term):
    """What kind of document it is (tên loại)."""

    abbreviation: str | None
    """The official short form in the numbers of state documents (``QyĐ``), or in the party's where only it has one."""
    party_abbreviation: str | None
    """The official short form in the numbers of party documents; null for a type that the party does not number."""
    source: str
    """The convention that names the type and its abbreviation."""

    def __new__(
        cls, value: str, label: str = "", abbreviation: str | None = None, party: str | None = None, source: str = USAGE
    ) -> DocumentType:
        """Make the member for ``value`` with its abbreviations and the convention they come from."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.abbreviation = abbreviation or party
        member.party_abbreviation = party
        member.source = source
        return member

    HIEN_PHAP = "hien_phap", "Hiến pháp", None, None, STATUTES
    BO_LUAT = "bo_luat", "Bộ luật", None, None, STATUTES
    LUAT = "luat", "Luật", None, None, STATUTES
    PHAP_LENH = "phap_lenh", "Pháp lệnh", "PL", None, STATUTE_TABLE
    LENH = "lenh", "Lệnh", "L", None, STATUTE_TABLE
    NGHI_QUYET = "nghi_quyet", "Nghị quyết", "NQ", "NQ", BOTH
    NGHI_DINH = "nghi_dinh", "Nghị định", "NĐ", None, STATUTE_TABLE
    QUYET_DINH = "quyet_dinh", "Quyết định", "QĐ", "QĐ", BOTH
    CHI_THI = "chi_thi", "Chỉ thị", "CT", "CT", BOTH
    THONG_TU = "thong_tu", "Thông tư", "TT", None, STATUTE_TABLE
    THONG_TU_LIEN_TICH = "thong_tu_lien_tich", "Thông tư liên tịch", "TTLT", None, STATUTE_TABLE
    QUY_CHE = "quy_che", "Quy chế", "QC", "QC", BOTH
    # The Central Committee itself numbers its regulations QĐ, like decisions (66-QĐ/TW).
    QUY_DINH = "quy_dinh", "Quy định", "QyĐ", "QĐi", BOTH
    THONG_CAO = "thong_cao", "Thông cáo", "TC", "TC", BOTH
    THONG_BAO = "thong_bao", "Thông báo", "TB", "TB", BOTH
    HUONG_DAN = "huong_dan", "Hướng dẫn", "HD", "HD", BOTH
    CHUONG_TRINH = "chuong_trinh", "Chương trình", "CTr", "CTr", BOTH
    CHUONG_TRINH_HANH_DONG = "chuong_trinh_hanh_dong", "Chương trình hành động", "CTr", "CTr", USAGE
    KE_HOACH = "ke_hoach", "Kế hoạch", "KH", "KH", BOTH
    PHUONG_AN = "phuong_an", "Phương án", "PA", "PA", BOTH
    DE_AN = "de_an", "Đề án", "ĐA", "ĐA", BOTH
    DU_AN = "du_an", "Dự án", "DA", "DA", BOTH
    BAO_CAO = "bao_cao", "Báo cáo", "BC", "BC", BOTH
    BIEN_BAN = "bien_ban", "Biên bản", "BB", "BB", BOTH
    TO_TRINH = "to_trinh", "Tờ trình", "TTr", "TTr", BOTH
    HOP_DONG = "hop_dong", "Hợp đồng", "HĐ", None, STATE
    CONG_VAN = "cong_van", "Công văn", None, "CV", BOTH
    CONG_DIEN = "cong_dien", "Công điện", "CĐ", None, STATE
    KET_LUAN = "ket_luan", "Kết luận", None, "KL", PARTY
    THONG_TRI = "thong_tri", "Thông tri", None, "TT", PARTY
    DIEU_LE = "dieu_le", "Điều lệ", None, None, PARTY_TYPES
    QUY_HOACH = "quy_hoach", "Quy hoạch", None, None, PLANNING
    CHIEN_LUOC = "chien_luoc", "Chiến lược", None, None, PARTY_TYPES
    GIAY_MOI = "giay_moi", "Giấy mời", "GM", None, STATE
    TUYEN_BO = "tuyen_bo", "Tuyên bố", None, None, PARTY_TYPES
    LOI_KEU_GOI = "loi_keu_goi", "Lời kêu gọi", None, None, PARTY_TYPES
    KHAC = "khac", "Văn bản khác"


class Urgency(Term):
    """How fast a document must be delivered (mức độ khẩn), by Nghị định 30/2020/NĐ-CP.

    *Hỏa tốc hẹn giờ* is of the earlier Thông tư 01/2011/TT-BNV, and still stamped.
    """

    KHAN = "khan", "Khẩn"
    THUONG_KHAN = "thuong_khan", "Thượng khẩn"
    HOA_TOC = "hoa_toc", "Hỏa tốc"
    HOA_TOC_HEN_GIO = "hoa_toc_hen_gio", "Hỏa tốc hẹn giờ"


class Secrecy(Term):
    """The degree of state secrecy (độ mật), by Luật Bảo vệ bí mật nhà nước 29/2018/QH14, Điều 8."""

    MAT = "mat", "Mật"
    TOI_MAT = "toi_mat", "Tối mật"
    TUYET_MAT = "tuyet_mat", "Tuyệt mật"
