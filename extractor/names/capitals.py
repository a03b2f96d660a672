"""Capitals of names that are printed in capitals throughout."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from extractor.lexicon import load
from extractor.names.places import COMMITTEES, LEVELS, provinces
from extractor.patterns import compile_plain

__all__ = ["sentence_case"]

_PUNCTUATION = " .,;:()-\"'"
_ROMAN = compile_plain(r"[IVX]{1,4}")
#: Words that a roman numeral follows.
_NUMBERED = frozenset({"khu", "vực", "số", "vùng", "khóa", "hạng", "thứ", "cấp", "lần"})
#: Two capitals at the head of a word; what stands before them is asked after the first, by which places are found.
_SHOUTED = compile_plain(r"\p{Lu}(?<!\p{L}.)\p{Lu}")
_VOWELS = "AEIOUYĂÂÊÔƠƯÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ"
#: What can be a syllable: at most three consonants, one to three vowels, at most two consonants. `VNPT` is none.
_SYLLABLE = compile_plain(rf"(?:[BCDĐGHKLMNPQRSTVX']{{0,3}}[{_VOWELS}]{{1,3}}[CHGKLMNPRST]{{0,2}}[-']?){{1,4}}")


@lru_cache(maxsize=4096)
def sentence_case(name: str) -> str:
    """Return `name` with the words that are printed all in capitals written as Nghị định 30/2020/NĐ-CP writes them.

    Abbreviations are best written out first; a word that cannot be Vietnamese (`VNPT`) keeps its capitals. A name
    without capitalised words is returned as it is.

    >>> sentence_case("LIÊN ĐOÀN LAO ĐỘNG TỈNH ĐẮK LẮK")
    'Liên đoàn Lao động tỉnh Đắk Lắk'
    """
    if not _SHOUTED.search(name):
        return name
    words = [_quiet(word, before) for before, word in zip(("", *name.split()), name.split(), strict=False)]
    return _Caser(words).text()


def _quiet(word: str, before: str) -> str:
    """Return a shouted word in small letters, unless it is a roman numeral (`QUÂN KHU V`) or an abbreviation."""
    if not word.isupper() or not _SYLLABLE.fullmatch(word.strip(_PUNCTUATION)):
        return word
    if _ROMAN.fullmatch(word) and before.lower() in _NUMBERED:
        return word
    return word.lower()


class _Caser:
    """Sets the capitals of one name, word by word from the left."""

    def __init__(self, words: list[str]) -> None:
        self._words = words
        self._keys = [word.strip(_PUNCTUATION).lower() for word in words]
        self._done: list[str] = []

    def text(self) -> str:
        """Return the name with its capitals."""
        # A capital is due at the head, after a kind, and after each joint of a list of fields; a kind may stand there
        # and after any complete phrase.
        due = in_field = kind_due = True
        while (here := len(self._done)) < len(self._words):
            key = self._keys[here]
            phrase, kind = self._phrase(here, _cased()), self._phrase(here, _kinds()) if kind_due else None
            if kind and len(kind) >= len(phrase or ""):
                self._take(kind.split(" "))
                if kind.lower() in load("bodies")["schools"]:
                    self._take_place()
                due = in_field = kind_due = True
            elif phrase:
                self._take(phrase.split(" "))
                if phrase.lower() in COMMITTEES:
                    self._take_place()
                due, in_field, kind_due = False, True, True
            elif level := self._phrase(here, _levels()):
                self._take(level.split(" "))
                self._take_place()
                due, in_field, kind_due = True, False, True
            elif key in _small() or not key:
                self._take([key])
                due = in_field and (key in {"và", ""} or due)
            else:
                self._take([_capital(key) if due else key])
                due = kind_due = in_field and self._words[here].endswith(",")
        text = " ".join(self._done)
        return text[:1].upper() + text[1:]

    def _phrase(self, here: int, phrases: Mapping[str, list[str]]) -> str | None:
        for phrase in phrases.get(self._keys[here], ()):
            length = phrase.count(" ") + 1
            if self._keys[here : here + length] == _keys(phrase):
                return phrase
        return None

    def _take(self, cased: list[str]) -> None:
        """Take the next words with the letters of `cased`, keeping the punctuation that is printed round them."""
        for new in cased:
            word, key = self._words[len(self._done)], self._keys[len(self._done)]
            # What still has a capital was not shouted: the printer meant it.
            self._done.append(word.replace(key, new.strip(_PUNCTUATION), 1) if word.islower() else word)

    def _take_place(self) -> None:
        """Take the name of the place after a level: up to five words, all with capitals."""
        for _ in range(5):
            here = len(self._done)
            if here < len(self._words) and (province := self._phrase(here, _by_province())):
                self._take(province.split(" "))
                return
            if here == len(self._words) or not self._keys[here]:
                return
            if self._keys[here] in _small() or self._phrase(here, _levels()):
                return
            self._take([_capital(self._keys[here])])
            if self._words[here][-1] in ",;":
                return


def _keys(phrase: str) -> list[str]:
    return [word.strip(_PUNCTUATION).lower() for word in phrase.split(" ")]


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _by_first_word(phrases: list[str]) -> dict[str, list[str]]:
    """Return `phrases` by their first word in small letters, the longest first."""
    table: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        table.setdefault(_keys(phrase)[0], []).append(phrase)
    return table


@cache
def _cased() -> dict[str, list[str]]:
    return _by_first_word([*load("bodies")["cased"], *provinces()])


@cache
def _by_province() -> dict[str, list[str]]:
    return _by_first_word(list(provinces()))


@cache
def _kinds() -> dict[str, list[str]]:
    return _by_first_word([_capital(kind) for kind in load("bodies")["kinds"]])


@cache
def _levels() -> dict[str, list[str]]:
    return _by_first_word(list(LEVELS))


@cache
def _small() -> frozenset[str]:
    return frozenset(load("bodies")["small"])
