"""An archive of any size, made from the samples: other numbers, dates, years, places, bodies and mixed-in lines.

    python -m benchmarks.generate FOLDER --documents 100000 [--seed 1]

The same seed gives the same files, byte for byte; document number n does not depend on how many there are.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.texts import load_samples
from extractor.names.places import provinces

__all__ = ["generate", "write_archive"]

_A_FOLDER = 1_000
_MIXED = 0.3
"""Of the list items, those that come from another sample."""

_SERIAL = re.compile(r"(?<![\d/.-])\d{1,4}(?=\s?[-/]\s?(?:(?:19|20)\d{2}/)?[A-ZĐ]{2})")
_DATE = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/((?:19|20)\d{2})(?![\d/])")
_WRITTEN_DATE = re.compile(r"ngày (\d{1,2}) tháng (\d{1,2}) năm ((?:19|20)\d{2})")
_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d{2}(?![\d])")
_ITEM = re.compile(r"^\s*[-+]\s+\S")
_WORKS = 400
"""So many numbers are cited: some works often, most rarely."""

_FIELDS = (
    "Nội vụ", "Tài chính", "Y tế", "Xây dựng", "Công Thương", "Tư pháp", "Khoa học và Công nghệ",
    "Nông nghiệp và Môi trường", "Giáo dục và Đào tạo", "Văn hóa, Thể thao và Du lịch",
)  # fmt: skip
_DEPARTMENT = re.compile(rf"Sở (?:{'|'.join(map(re.escape, _FIELDS))})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    size = write_archive(options.folder, options.documents, options.seed)
    print(f"{options.documents} documents, {size / 1e6:.1f} MB in {options.folder}")


def write_archive(folder: Path, documents: int, seed: int) -> int:
    """Write the files, a thousand a folder; return how many bytes they have."""
    size = 0
    for number, text in enumerate(generate(documents, seed)):
        path = folder / f"{number // _A_FOLDER:03d}" / f"{number:06d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        size += path.write_bytes(text.encode())
    return size


def generate(documents: int, seed: int) -> Iterator[str]:
    """Yield the texts."""
    samples = load_samples()
    items = [line for sample in samples for line in sample.splitlines() if _ITEM.match(line)]
    places = sorted(provinces())
    for number in range(documents):
        chance = random.Random(f"{seed}/{number}")
        yield _varied(samples[number % len(samples)], items, places, chance)


def _varied(text: str, items: list[str], places: list[str], chance: random.Random) -> str:
    text = _mixed(text, items, chance)
    for place in places:
        text = text.replace(place, "\x00").replace(place.upper(), "\x01")
    there = chance.choice(places)
    text = text.replace("\x00", there).replace("\x01", there.upper())
    return _renumbered(_redated(_DEPARTMENT.sub(lambda _: f"Sở {chance.choice(_FIELDS)}", text), chance), chance)


def _mixed(text: str, items: list[str], chance: random.Random) -> str:
    lines = text.split("\n")
    for index, line in enumerate(lines):
        if _ITEM.match(line) and chance.random() < _MIXED:
            lines[index] = chance.choice(items)
    return "\n".join(lines)


def _renumbered(text: str, chance: random.Random) -> str:
    """Other serial numbers, the same for the same one; the first is the document's own."""
    meant: dict[str, str] = {}

    def other(match: re.Match[str]) -> str:
        if match[0] not in meant:
            serial = chance.randint(1, 3_000) if not meant else min(_WORKS, int(chance.paretovariate(0.7)))
            meant[match[0]] = f"{serial:02d}"
        return meant[match[0]]

    return _SERIAL.sub(other, text)


def _redated(text: str, chance: random.Random) -> str:
    shift = chance.randint(-3, 6)

    def day() -> tuple[int, int]:
        return chance.randint(1, 28), chance.randint(1, 12)

    def printed(match: re.Match[str]) -> str:
        return "{:02d}/{:02d}/".format(*day()) + match[3]

    def written(match: re.Match[str]) -> str:
        return "ngày {:02d} tháng {:02d} năm ".format(*day()) + match[3]

    text = _WRITTEN_DATE.sub(written, _DATE.sub(printed, text))
    return _YEAR.sub(lambda match: str(int(match[0]) + shift), text)


if __name__ == "__main__":
    main()
