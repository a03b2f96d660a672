"""Vocabulary of what the extractor reports besides its records."""

from __future__ import annotations

from schemas.vocabulary.term import Term


class DiagnosticCode(Term):
    """What was noticed about the text, or could not be read from it."""

    EMPTY_TEXT = "empty_text", "Văn bản không có nội dung"
    NOT_VIETNAMESE = "not_vietnamese", "Văn bản không phải tiếng Việt"
    GARBLED_TEXT = "garbled_text", "Văn bản bị lỗi mã hóa hoặc nhận dạng ký tự"
    MISSING_TYPE_LINE = "missing_type_line", "Không có dòng tên loại văn bản"
    UNDEFINED_TYPE = "undefined_type", "Tên loại văn bản không xác định"
    MISSING_NUMBER = "missing_number", "Không có số, ký hiệu"
    MISSING_DATE = "missing_date", "Không có ngày ban hành"
    MISSING_ISSUER = "missing_issuer", "Không xác định được cơ quan ban hành"
    MISSING_SIGNATURE = "missing_signature", "Không có phần ký"
    MISNUMBERED_SECTION = "misnumbered_section", "Mục đánh số sai"
    SECTION_SKIPPED = "section_skipped", "Số thứ tự của mục bị bỏ qua"
    DUPLICATE_MARKER = "duplicate_marker", "Số thứ tự của mục bị lặp"
    INVALID_DATE = "invalid_date", "Ngày tháng không có thật"
    AMBIGUOUS_DATE = "ambiguous_date", "Ngày tháng chưa rõ"
    INVALID_NUMBER = "invalid_number", "Con số không hợp lệ"
    UNKNOWN_ABBREVIATION = "unknown_abbreviation", "Chữ viết tắt không rõ nghĩa"
    UNRESOLVED_BODY = "unresolved_body", "Chưa xác định được tên đầy đủ của cơ quan"
    CONFLICTING_DATE = "conflicting_date", "Một văn bản được dẫn với hai ngày khác nhau"
    DEADLINE_BEFORE_ISSUE = "deadline_before_issue", "Thời hạn trước ngày ban hành"
    INVALID_RECORD = "invalid_record", "Kết quả trích không hợp lệ, đã bỏ"
