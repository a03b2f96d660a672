"""The vocabularies hold the values of the contract, and each value knows its label, abbreviation and source."""

import pytest

from schemas import (
    Bound,
    Change,
    Comparator,
    DiagnosticCode,
    DocumentType,
    Granularity,
    Relation,
    Role,
    Secrecy,
    SectionKind,
    Term,
    Urgency,
)

CONTRACT: dict[type[Term], str] = {
    DocumentType: """
        hien_phap bo_luat luat phap_lenh lenh nghi_quyet nghi_dinh quyet_dinh chi_thi thong_tu thong_tu_lien_tich
        quy_che quy_dinh thong_cao thong_bao huong_dan chuong_trinh chuong_trinh_hanh_dong ke_hoach phuong_an de_an
        du_an bao_cao bien_ban to_trinh hop_dong cong_van cong_dien ket_luan thong_tri dieu_le quy_hoach chien_luoc
        giay_moi tuyen_bo loi_keu_goi khac""",
    SectionKind: """
        muc_dich_yeu_cau muc_tieu_chi_tieu noi_dung nhiem_vu_giai_phap doi_tuong_thoi_gian kinh_phi to_chuc_thuc_hien
        tinh_hinh dieu_khoan khac""",
    Relation: """
        can_cu thuc_hien sua_doi_bo_sung thay_the bai_bo huong_dan quy_dinh_chi_tiet hop_nhat dinh_chinh dinh_chi
        tam_ngung giai_thich dan_chieu""",
    Bound: "before by on within from recurring",
    Granularity: "time day week month quarter half_year year term",
    Comparator: "ge gt le lt eq range approx",
    Change: "increase decrease",
    Role: "lead coordinate execute report_to via",
    Urgency: "khan thuong_khan hoa_toc hoa_toc_hen_gio",
    Secrecy: "mat toi_mat tuyet_mat",
}
VOCABULARIES: tuple[type[Term], ...] = (*CONTRACT, DiagnosticCode)
TERMS = [
    pytest.param(term, id=f"{vocabulary.__name__}.{term.name}") for vocabulary in VOCABULARIES for term in vocabulary
]


@pytest.mark.parametrize(("vocabulary", "values"), CONTRACT.items(), ids=lambda part: getattr(part, "__name__", ""))
def test_a_vocabulary_has_the_values_of_the_contract(vocabulary: type[Term], values: str) -> None:
    assert [str(term) for term in vocabulary] == values.split()


@pytest.mark.parametrize("term", TERMS)
def test_a_term_is_its_value_and_named_after_it(term: Term) -> None:
    assert term.name.lower() == term.value == term


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda vocabulary: vocabulary.__name__)
def test_labels_tell_the_terms_apart(vocabulary: type[Term]) -> None:
    assert len({term.label for term in vocabulary} - {""}) == len(vocabulary)


@pytest.mark.parametrize(
    ("doc_type", "state", "party"),
    [
        (DocumentType.NGHI_QUYET, "NQ", "NQ"),
        (DocumentType.QUYET_DINH, "QĐ", "QĐ"),
        (DocumentType.QUY_DINH, "QyĐ", "QĐi"),
        (DocumentType.CHUONG_TRINH, "CTr", "CTr"),
        (DocumentType.KE_HOACH, "KH", "KH"),
        (DocumentType.DE_AN, "ĐA", "ĐA"),
        (DocumentType.TO_TRINH, "TTr", "TTr"),
        (DocumentType.CONG_DIEN, "CĐ", None),
        (DocumentType.GIAY_MOI, "GM", None),
        (DocumentType.NGHI_DINH, "NĐ", None),
        (DocumentType.THONG_TU_LIEN_TICH, "TTLT", None),
        (DocumentType.LUAT, None, None),
    ],
)
def test_official_abbreviations(doc_type: DocumentType, state: str | None, party: str | None) -> None:
    assert (doc_type.abbreviation, doc_type.party_abbreviation) == (state, party)


@pytest.mark.parametrize(
    ("doc_type", "abbreviation"),
    [(DocumentType.KET_LUAN, "KL"), (DocumentType.THONG_TRI, "TT"), (DocumentType.CONG_VAN, "CV")],
)
def test_what_only_the_party_abbreviates_has_its_abbreviation(doc_type: DocumentType, abbreviation: str) -> None:
    assert doc_type.abbreviation == doc_type.party_abbreviation == abbreviation


@pytest.mark.parametrize(
    ("doc_type", "convention"),
    [
        (DocumentType.KE_HOACH, "Nghị định 30/2020/NĐ-CP"),
        (DocumentType.KE_HOACH, "Hướng dẫn 36-HD/VPTW"),
        (DocumentType.CONG_DIEN, "Nghị định 30/2020/NĐ-CP"),
        (DocumentType.KET_LUAN, "Hướng dẫn 36-HD/VPTW"),
        (DocumentType.LUAT, "Luật Ban hành văn bản quy phạm pháp luật"),
    ],
)
def test_a_type_names_its_conventions(doc_type: DocumentType, convention: str) -> None:
    assert convention in doc_type.source
