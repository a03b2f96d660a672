"""What entries of a calendar say around the words of the documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

__all__ = ["WORDS", "Words"]


@dataclass(frozen=True, slots=True)
class Words:
    """Labels in one language."""

    calendar: str
    begins: str
    deadline: str
    work: str
    bodies: str
    document: str
    of_day: str
    subject: str
    section: str
    page: str
    inferred: str
    confidence: str


WORDS: Mapping[Literal["vi", "en"], Words] = MappingProxyType(
    {
        "vi": Words(
            calendar="Thời hạn trong văn bản",
            begins="Bắt đầu",
            deadline="Thời hạn",
            work="Việc",
            bodies="Cơ quan thực hiện",
            document="Văn bản",
            of_day="ngày",
            subject="Trích yếu",
            section="Mục",
            page="Trang",
            inferred="Suy ra, không in trong văn bản",
            confidence="Độ tin cậy",
        ),
        "en": Words(
            calendar="Deadlines in documents",
            begins="Begins",
            deadline="Deadline",
            work="Work",
            bodies="To be done by",
            document="Document",
            of_day="of",
            subject="Subject",
            section="Section",
            page="Page",
            inferred="Inferred, not printed",
            confidence="Confidence",
        ),
    }
)
