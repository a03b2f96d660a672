"""How surely old Vietnamese encodings are converted and told, beside other programs.

    python -m benchmarks.encodings WORDS TEXTS

WORDS is a list of Vietnamese words, one a line: each goes through every encoding and back. TEXTS is a folder of texts
in Unicode: stretches of them in every encoding are told and converted without font, by length. ``right`` is the share
that comes back to the letter, ``silent`` the share that comes back wrong without a warning. The last table gives the
same stretches, as bytes, to other programs: ``iconv -f TCVN``, and chardet, charset-normalizer and ftfy where they are
installed.
"""

from __future__ import annotations

import random
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

from corpus.files.encodings import Run, unicode_of
from corpus.files.encodings.charsets import charset, charset_names
from corpus.files.encodings.stored import as_bytes

LENGTHS = (1, 2, 3, 5, 10, 20, 50, 200)
STRETCHES = 400
STRETCHES_OF_RIVALS = 60
SEED = 7

Rival = Callable[[bytes, str], str]


def stored_of(text: str, name: str) -> tuple[str, str] | None:
    """A text as an encoding can have it, and its stored letters; None where it has no code for a letter."""
    if name == "TCVN3":  # capitals with tones are in the font
        text = "".join(letter if letter.isascii() or letter in "ĂÂÊÔƠƯĐ" else letter.lower() for letter in text)
    try:
        return text, charset(name).encode(text)
    except UnicodeEncodeError:
        return None


def conversion(words: Sequence[str], name: str) -> float:
    """Share of the words that come back from an encoding that is known."""
    pairs = [pair for word in words if (pair := stored_of(word, name))]
    return sum(charset(name).decode(stored) == text for text, stored in pairs) / len(pairs)


def stretches(texts: Sequence[Sequence[str]], length: int, count: int) -> Iterator[str]:
    """Stretches of words with marks on one in three at least."""
    chance = random.Random(SEED)
    while count:
        words = chance.choice(texts)
        if len(words) <= length:
            continue
        begin = chance.randrange(len(words) - length)
        chosen = words[begin : begin + length]
        if sum(not word.isascii() for word in chosen) >= max(1, length // 3):
            count -= 1
            yield " ".join(chosen)


def detection(samples: Sequence[str], name: str) -> tuple[float, float]:
    """Shares that come back, and that come back wrong without a warning."""
    right = silent = total = 0
    for text, stored in filter(None, (stored_of(sample, name) for sample in samples)):
        decoded = unicode_of([Run(stored)])
        total += 1
        right += decoded.texts == (text,)
        silent += decoded.texts != (text,) and not (decoded.doubts or decoded.unread)
    return right / total, silent / total


def rivals() -> dict[str, Rival]:
    """Other programs, each a function of the bytes and the letters that these look like."""
    found: dict[str, Rival] = {"iconv -f TCVN": lambda content, stored: _iconv(content, "TCVN")}
    try:
        chardet = import_module("chardet")
        found["chardet"] = lambda content, stored: _iconv(content, chardet.detect(content)["encoding"] or "ASCII")
    except ImportError:
        pass
    try:
        normalizer = import_module("charset_normalizer")
        found["charset-normalizer"] = lambda content, stored: str(normalizer.from_bytes(content).best())
    except ImportError:
        pass
    try:
        ftfy = import_module("ftfy")
        found["ftfy"] = lambda content, stored: str(ftfy.fix_text(stored))
    except ImportError:
        pass
    return found


def _iconv(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        command = ["iconv", "-f", encoding, "-t", "UTF-8"]
        return subprocess.run(command, input=content, capture_output=True, check=False).stdout.decode(
            "utf-8", "replace"
        )


def rivalry(samples: Sequence[str], name: str, rival: Rival) -> float:
    """Share that a rival brings back."""
    pairs = [pair for sample in samples if (pair := stored_of(sample, name))]
    contents = [(text, stored, as_bytes(stored) or b"") for text, stored in pairs]
    right = (unicodedata.normalize("NFC", rival(content, stored)) == text for text, stored, content in contents)
    return sum(right) / len(pairs)


def main(words_file: str, folder: str) -> None:
    """Print the tables."""
    words = unicodedata.normalize("NFC", Path(words_file).read_text("utf-8")).split("\n")
    texts = [
        unicodedata.normalize("NFC", path.read_text("utf-8", "replace")).split()
        for path in sorted(Path(folder).glob("*.txt"))
    ]
    print(f"conversion of {len(words):,} words")
    for name in charset_names():
        print(f"  {name:28} {conversion(words, name):.4f}")
    print("detection by length in words: right/silent")
    print(f"  {'':6}" + "".join(f"{name[:14]:>16}" for name in charset_names()))
    for length in LENGTHS:
        samples = list(stretches(texts, length, STRETCHES))
        shares = (detection(samples, name) for name in charset_names())
        print(f"  {length:6}" + "".join(f"{f'{right:.3f}/{silent:.3f}':>16}" for right, silent in shares))
    samples = list(stretches(texts, LENGTHS[-1], STRETCHES_OF_RIVALS))
    print(f"other programs, {LENGTHS[-1]} words")
    for rival, convert in rivals().items():
        print(f"  {rival:28}" + "".join(f"{rivalry(samples, name, convert):16.3f}" for name in charset_names()))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
