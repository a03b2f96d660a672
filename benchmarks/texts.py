"""What is measured: the samples, any folder of texts, and texts made to hurt."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import FileError
from corpus.files import load
from corpus.samples import sample_paths

__all__ = ["adversarial", "load_folder", "load_samples"]


def load_samples() -> list[str]:
    """The project's own sample directives."""
    return [load(path).text for path in sample_paths()]


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
        "recipients": "Nơi nhận:\n- Như trên;\n",
        "semicolons": "chủ trì; phối hợp; ",
    }
    return {name: unit * (length // len(unit)) for name, unit in units.items()}
