"""What is measured: the samples, any folder of texts, and texts made to hurt."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import FileError
from corpus.files import load
from corpus.samples import chain_paths, sample_paths

__all__ = ["SAMPLES", "adversarial", "load_chain", "load_folder", "load_samples"]

SAMPLES = sample_paths()[0].parent
"""The folder of the sample directives."""

_MARKERS = (
    "Phần thứ nhất", "Chương XII", "Mục 3.", "Điều 15. A", "XVIII. A", "12. A", "1.2.3. A", "đ) a", "(iv) a", "- a",
    "+ a", "PHỤ LỤC II", "Mẫu số 05", "Nơi nhận:", "Kính gửi:", "V/v a", "Số: 15/KH-UBND", "TM. ỦY BAN NHÂN DÂN",
    "KT. CHỦ TỊCH",
)  # fmt: skip
_CITATION = "Điều 7 Nghị định số 49/2031/NĐ-CP ngày 15 tháng 4 năm 2031 của Chính phủ về lưu trữ"
_DEADLINE = "hoàn thành và báo cáo chậm nhất trước ngày 25 hằng tháng, quý IV năm 2031"
_BODY = "Ban Thường vụ Ban Chấp hành Liên đoàn Lao động các huyện, thành phố và tương đương"


def load_samples() -> list[str]:
    """The project's own sample directives."""
    return [load(path).text for path in sample_paths()]


def load_chain() -> list[str]:
    """The samples that carry a resolution down."""
    return [load(path).text for path in chain_paths()]


def load_folder(folder: Path) -> list[str]:
    """Every readable ``*.txt`` of a folder, by name."""
    texts = []
    for path in sorted(folder.glob("*.txt")):
        try:
            texts.append(load(path).text)
        except FileError as error:
            print(f"left out: {error}")
    if not texts:
        raise SystemExit(f"{folder} holds no readable *.txt")
    return texts


def adversarial(length: int) -> dict[str, str]:
    """Texts of about ``length`` code points that repeat what patterns anchor on, mostly without completing it."""
    units = {
        "one word": "kế hoạch ",
        "digits": "1234567890",
        "spaces": "a" + " " * 199,
        "empty lines": "\n",
        "citations": "Kế hoạch số 12-KH/TU, ",
        "dated citations": "Nghị định số 99/2030/NĐ-CP ngày 01/11/2030 của Chính phủ và ",
        "deadlines": "báo cáo trước ngày 15/4/2031, ",
        "targets": "đạt từ 95% hộ dân trở lên, ",
        "duties": "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính, ",
        "numbers of documents": "số 12/",
        "symbols": "12-KH/TU-",
        "type words": "Nghị quyết ",
        "dates cut short": "ngày 31 tháng ",
        "slashes": "1/2/3/4/",
        "prepositions of time": "trước ngày đến hết trong quý ",
        "percentages": "từ 80% đến ",
        "bodies": "Ban Thường vụ Ban Chấp hành Liên đoàn ",
        "lists of bodies": "các sở, ban, ngành, ",
        "markers": "1.1.1.1.",
        "marker lines": "a) \n",
        "rising marker lines": "I. A\n1. B\na) C\n- D\n",
        "bullets": "- ",
        "opening quotes": "“về việc ",
        "opening brackets": "((",
        "capitals": "BAN CHẤP HÀNH ",
        "capital lines": "BAN CHẤP HÀNH\n",
        "table bars": "| a | ",
        "emphasis": "**",
        "combining marks": "o\u0302\u0301",
        "marks without letters": "\u0301\u0323",
        "damaged words": "thành phô triên khai ",
        "old tone marks": "hoà thuỷ ",
        "signs that are on no page": "☃",
        "recipients": "Nơi nhận:\n- Như trên;\n",
        "semicolons": "chủ trì; phối hợp; ",
        "dashes": "-",
        "dashes and spaces": "- – — ",
        "rows of dots": "......",
        "quotes in quotes": "“a “b “c ” d ",
        "brackets in brackets": "(a (b (c) d ",
        "one endless line": "các cơ quan, đơn vị tổ chức thực hiện kịp thời và hiệu quả ",
        "beginnings of markers": "".join(_beginnings(marker, "\n") for marker in _MARKERS),
        "beginnings of citations": _beginnings(_CITATION, "; "),
        "beginnings of deadlines": _beginnings(_DEADLINE, ", "),
        "beginnings of bodies": _beginnings(_BODY, " "),
    }
    return {name: unit * (length // len(unit)) for name, unit in units.items()}


def _beginnings(phrase: str, joint: str) -> str:
    """Every beginning of a phrase, the shortest first."""
    return "".join(phrase[:end] + joint for end in range(1, len(phrase) + 1))
