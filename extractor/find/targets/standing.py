"""What a section does with the quantities in it, from its kind, its heading and those above it."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache

from extractor.lexicon import load
from extractor.patterns import compile_plain
from extractor.reading import Paragraph, Reading, Unit
from schemas.vocabulary import DocumentType, SectionKind

__all__ = ["Standing", "Standings"]


class Standing(Enum):
    """What a quantity is taken for where its own clause says nothing."""

    PLAN = auto()  # orders work
    GOALS = auto()  # lists what is to be reached
    RESULTS = auto()  # tells what was reached or found
    RULE = auto()  # an article of a decision or resolution: lays down norms, and orders work at times
    STATUTE = auto()  # lays down norms


_ARTICLE = SectionKind.DIEU_KHOAN
_BARE_ARTICLE = compile_plain(r"Điều \d{1,3}[.:] ")

#: Documents that tell what was done; what they plan stands under a heading that says so.
_NARRATIVES = frozenset({DocumentType.BAO_CAO, DocumentType.BIEN_BAN})

#: Sections that only plans have.
_OF_PLANS = frozenset({SectionKind.MUC_DICH_YEU_CAU, SectionKind.MUC_TIEU_CHI_TIEU, SectionKind.NHIEM_VU_GIAI_PHAP})

#: Documents that lay down norms from beginning to end.
_STATUTES = frozenset(
    {
        DocumentType.HIEN_PHAP,
        DocumentType.BO_LUAT,
        DocumentType.LUAT,
        DocumentType.PHAP_LENH,
        DocumentType.NGHI_DINH,
        DocumentType.THONG_TU,
        DocumentType.THONG_TU_LIEN_TICH,
        DocumentType.QUY_CHE,
        DocumentType.QUY_DINH,
        DocumentType.DIEU_LE,
        DocumentType.HOP_DONG,
    }
)


class Standings:
    """The standing of the units of a reading, found when first asked for.

    Attributes:
        outside: The standing of what stands outside its units; that of a statute is the standing of all its units.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.outside = _outside(reading)
        self._found: dict[int, Standing] = {}

    def of(self, paragraph: Paragraph) -> Standing:
        """Return the standing of the innermost unit of `paragraph`."""
        return self._of_unit(paragraph.unit)

    def _of_unit(self, index: int | None) -> Standing:
        if index is None:
            return self.outside
        if index not in self._found:
            unit = self._reading.units[index]
            self._found[index] = _standing(self._reading, unit, self._of_unit(unit.parent))
        return self._found[index]


@cache
def _headings() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of headings of goals, of goals even in a statute, of results and of plans."""
    headings = load("target_cues")["headings"]
    goals, commitments, results = ("|".join(headings[name]) for name in ("goals", "commitments", "results"))
    return (
        compile_plain(rf"(?:[^\p{{L}}]*|[^\n]{{0,60}}(?<!\p{{L}}))(?:{goals})(?!\p{{L}})"),
        compile_plain(rf"[^\p{{L}}]*(?:{commitments})(?!\p{{L}})"),
        compile_plain(rf"[^\p{{L}}]*(?:{results})(?!\p{{L}})"),
        compile_plain(rf"(?<!\p{{L}})(?:{'|'.join(headings['plans'])})(?!\p{{L}})"),
    )


def _outside(reading: Reading) -> Standing:
    """Return the standing of what no unit and no heading says more about."""
    kind, units = reading.header.doc_type, reading.units
    has_articles = any(unit.kind is _ARTICLE for unit in units) if units else _has_bare_articles(reading)
    if kind in _NARRATIVES:
        return Standing.RESULTS
    if kind in _STATUTES or (kind is None and has_articles):
        return Standing.STATUTE
    if has_articles and not any(unit.kind in _OF_PLANS for unit in units if unit.level == 1):
        return Standing.RULE  # annexes of a decision that lays down norms
    return Standing.PLAN


def _has_bare_articles(reading: Reading) -> bool:
    """Say whether paragraphs begin with the numbers of articles though no outline could be read."""
    return any(_BARE_ARTICLE.match(reading.text, paragraph.start) for paragraph in reading.paragraphs)


def _standing(reading: Reading, unit: Unit, inherited: Standing) -> Standing:
    if inherited is Standing.STATUTE:
        return inherited
    if unit.kind is SectionKind.MUC_TIEU_CHI_TIEU:
        return Standing.GOALS
    if unit.kind is SectionKind.TINH_HINH:
        return Standing.RESULTS
    if unit.marker.startswith("Điều ") and inherited is Standing.PLAN:
        inherited = Standing.RULE
    if unit.kind is SectionKind.NHIEM_VU_GIAI_PHAP and inherited is Standing.RESULTS:
        inherited = Standing.PLAN
    if unit.heading is None:
        return inherited
    goals, commitments, results, plans = _headings()
    words = reading.text[unit.heading[0] : min(unit.heading[1], unit.heading[0] + 120)].lower()
    if inherited is Standing.RULE:
        return Standing.GOALS if commitments.match(words) else inherited
    if results.match(words):
        return Standing.RESULTS
    if inherited is Standing.RESULTS and plans.search(words):
        inherited = Standing.PLAN
    return Standing.GOALS if goals.match(words) else inherited
