"""Words of several kinds around a quantity: one pass over its sentence tells which of them may stand there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from extractor.lexicon import load
from extractor.text.phrases import PhraseScanner

__all__ = ["KindsOfWords", "words_after", "words_around", "words_before"]

_NONE: frozenset[str] = frozenset()


class KindsOfWords:
    """Words by their kinds; one word may be of several."""

    def __init__(self, kinds: Mapping[str, Iterable[str]]) -> None:
        of_word: dict[str, set[str]] = {}
        for kind, words in kinds.items():
            for word in words:
                of_word.setdefault(word, set()).add(kind)
        self._kinds = of_word
        self._scanner = PhraseScanner(of_word)

    def kinds_in(self, text: str) -> frozenset[str]:
        """Return the kinds of which a word, or letters like those of one, stand in `text`."""
        found = [self._kinds[word] for _, word in self._scanner.scan(text)] if text else []
        return frozenset().union(*found) if found else _NONE


@cache
def words_before() -> KindsOfWords:
    """Return the words that stand before a quantity, by the signs that they are looked at for."""
    cues = load("target_cues")
    goals, rates, conditions, entitlements = cues["goals"], cues["rates"], cues["conditions"], cues["entitlements"]
    allotments = cues["allotments"]["words"]
    return KindsOfWords(
        {
            "goal": [*goals["words"], *goals["nouns"]],
            "rate": rates["words"],
            "order": cues["reached"]["orders"],
            "reached": cues["reached"]["words"],
            "definition": [*cues["definitions"]["properties"], "mỗi"],
            "money": [
                *rates["budgets"],
                *rates["totals"],
                *entitlements["words"],
                *entitlements["giving"],
                *allotments,
            ],
            "measure": cues["measures"]["words"],
            "condition": conditions["words"],
            "selection": [*conditions["marked"], *conditions["selected"]],
        }
    )


@cache
def words_around() -> KindsOfWords:
    """Return the words with which the paragraph of a quantity reports."""
    return KindsOfWords({"report": load("target_cues")["reached"]["reports"]})


@cache
def words_after() -> KindsOfWords:
    """Return the words that stand after a quantity."""
    cues = load("target_cues")
    return KindsOfWords({"told": cues["reached"]["after"], "vote": cues["entitlements"]["votes"]})
