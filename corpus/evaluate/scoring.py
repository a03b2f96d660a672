"""Comparing one document's records with its annotation."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from corpus.evaluate.constructions import constructions_at
from corpus.evaluate.criteria import (
    HEADER_FIELDS,
    LEAST_SIGNER,
    RECORD_LAYERS,
    agrees,
    header_agrees,
    wrong_fields,
)
from corpus.evaluate.gold import GoldDocument, Record
from corpus.evaluate.matching import Pair, folded, overlap, pair_up
from corpus.evaluate.reliability import Judgement
from corpus.evaluate.tally import Finding, Tally
from corpus.evaluate.tasks import link_score, task_scores

__all__ = ["LAYERS", "DocumentScore", "score_document"]

LAYERS: tuple[str, ...] = ("header", "sections", *RECORD_LAYERS)
"""The layers that annotation may cover, in the order of a report."""

_BULLETS = frozenset("-+*•–")
_START_TOLERANCE = 3
"""How far, in code points, the start of a section may be off: white space and emphasis before its marker."""
_SHOWN = 120
_SECTION_SHOWN = 80
_BOOKKEEPING = frozenset(
    {"id", "span", "text", "tasks", "task", "task_span", "bodies", "deadline", "section", "heading", "confidence"}
)
_WORK_ROWS = {"responsibilities": "tasks", "deadlines": "task"}
_LINKS = (("deadlines", "bodies", "responsibilities"), ("targets", "deadline", "deadlines"))
"""Layers of which a field holds links, the field, and the layer at their other end."""


@dataclass(slots=True)
class DocumentScore:
    """The counts of one document, every difference that they hide, and how sure its records were."""

    gold: GoldDocument
    tally: Tally = field(default_factory=Tally)
    findings: list[Finding] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)

    def note(self, layer: str, what: str, start: int, end: int, detail: str = "", fields: tuple[str, ...] = ()) -> None:
        """Report a difference with the text that it is about."""
        text = " ".join(self.gold.text[start:end].split())[:_SHOWN]
        shown = constructions_at(self.gold.text, start, end)
        self.findings.append(Finding(self.gold.name, layer, what, start, text, detail, fields, shown))


def score_document(gold: GoldDocument, predicted: Record) -> DocumentScore:
    """Score one record in its JSON form; an empty mapping stands for a document that nothing was predicted for."""
    score = DocumentScore(gold)
    if "header" in gold.layers:
        _score_header(score, predicted)
    if "sections" in gold.layers:
        _score_sections(score, predicted.get("sections") or [])
    pairs = {
        layer: _score_layer(score, layer, predicted.get(layer) or []) for layer in RECORD_LAYERS if layer in gold.layers
    }
    for layer, link, linked in _LINKS:
        if layer in pairs and linked in pairs:
            _score_links(score, predicted, f"{layer}.{link}", linked, pairs)
    for layer in ("sections", *RECORD_LAYERS):
        for record in predicted.get(layer) or []:
            score.tally.add("evidence", _is_evidence(record, gold.text), 1, 1)
    return score


def _score_header(score: DocumentScore, predicted: Record) -> None:
    wanted, header = score.gold.header, predicted.get("header") or {}
    fields = [(name, least, header.get(name)) for name, least in HEADER_FIELDS.items()]
    fields.append(("signer", LEAST_SIGNER, (predicted.get("signature") or {}).get("signer")))
    for name, least, found in fields:
        if name in wanted:
            right = header_agrees(wanted[name], found, least)
            score.tally.add(f"header.{name}", right, 1, 1)
            if not right:
                detail = f"gold {_compact(wanted[name])} got {_compact(found)}"
                what = "missed" if found in (None, "") else "spurious" if not wanted[name] else "wrong"
                score.findings.append(Finding(score.gold.name, f"header.{name}", what, 0, "", detail))


def _score_sections(score: DocumentScore, sections: Sequence[Record]) -> None:
    """Score the top level with its kinds, then every numbered unit by its place and marker; bullets are not scored."""
    wanted = [section for section in score.gold.records["sections"] if section["marker"] not in _BULLETS]
    given = [section for section in sections if section.get("marker") is not None and section["marker"] not in _BULLETS]
    top = [section for section in wanted if section["level"] == 1]
    roots = [section for section in given if section.get("parent") is None]
    for row, gold, found, kinds in (("sections.top", top, roots, True), ("sections.numbered", wanted, given, False)):
        left = list(found)
        missed = []
        for section in gold:
            match = next((other for other in left if _is_section(section, other, kinds=kinds)), None)
            if match is not None:
                left.remove(match)
            elif kinds or section["level"] > 1:  # a top-level unit that is missed is noted once
                missed.append(section)
        score.tally.add(row, len(found) - len(left), len(gold), len(found))
        _note_sections(score, row, missed, left if kinds else [one for one in left if one.get("parent") is not None])


def _note_sections(score: DocumentScore, row: str, missed: Sequence[Record], spurious: Sequence[Record]) -> None:
    left = list(spurious)
    for section in missed:
        detail = f"{section['marker']} {section.get('kind')}"
        end = min(section["start"] + _SECTION_SHOWN, section["end"])
        same = next((other for other in left if _is_section(section, other, kinds=False)), None)
        if same is None:
            score.note(row, "missed", section["start"], end, detail)
        else:
            left.remove(same)
            score.note(row, "value", section["start"], end, f"{detail} got {same.get('kind')}", ("kind",))
    for section in left:
        span = section["span"]
        end = min(span["start"] + _SECTION_SHOWN, span["end"])
        score.note(row, "spurious", span["start"], end, f"{section.get('marker')} {section.get('kind')}")


def _is_section(gold: Record, found: Record, *, kinds: bool) -> bool:
    return (
        abs(found["span"]["start"] - gold["start"]) <= _START_TOLERANCE
        and folded(found.get("marker")) == folded(gold["marker"])
        and (not kinds or found.get("kind") == gold.get("kind"))
    )


def _score_layer(score: DocumentScore, layer: str, found: Sequence[Record]) -> list[Pair]:
    """Score the records of a layer of spans and return which of them are matched."""
    gold = score.gold.records[layer]
    pairs = pair_up(gold, found, partial(agrees, layer))
    right = [pair for pair in pairs if pair.right]
    score.tally.add(f"{layer}.span", len(pairs), len(gold), len(found))
    score.tally.add(f"{layer}.value", len(right), len(gold), len(found))
    for pair in pairs:
        if not pair.right:
            wanted, given = gold[pair.gold], found[pair.predicted]
            detail = f"gold {_shown(wanted)} got {_shown(given)}"
            score.note(layer, "value", wanted["start"], wanted["end"], detail, wrong_fields(layer, wanted, given))
    _note_unpaired(score, layer, found, pairs)
    columns = {pair.predicted for pair in right}
    score.judgements.extend(
        Judgement(layer, record["confidence"], column in columns)
        for column, record in enumerate(found)
        if record.get("confidence") is not None
    )
    if layer == "citations":
        works, cited = _works(gold), _works(found)
        score.tally.add("citations.works", len(works & cited), len(works), len(cited))
        other = [pair for pair in right if gold[pair.gold]["relation"] != found[pair.predicted].get("relation")]
        score.tally.add("citations.relation", len(right) - len(other), len(right), len(right))
        for pair in other:
            wanted, relation = gold[pair.gold], found[pair.predicted].get("relation")
            detail = f"gold {wanted['relation']} got {relation}"
            score.note(layer, "relation", wanted["start"], wanted["end"], detail, (wanted["relation"],))
    _score_work(score, layer, found, pairs)
    return pairs


def _score_work(score: DocumentScore, layer: str, found: Sequence[Record], pairs: Sequence[Pair]) -> None:
    scores = task_scores(layer, score.gold.records[layer], found, pairs, score.gold.text)
    if scores is None:
        return
    exact, near, differences = scores
    row = f"{layer}.{_WORK_ROWS[layer]}"
    for name, counted in ((row, exact), (f"{row}_near", near)):
        score.tally.add(name, counted.hits, counted.gold, counted.predicted)
    for what, start, end, given in differences:
        score.note(row, what, start, end, f"got {' '.join(given.split())[:_SHOWN]}" if given else "")


def _score_links(
    score: DocumentScore, predicted: Record, row: str, linked: str, pairs: Mapping[str, Sequence[Pair]]
) -> None:
    """Score the links that a row (`deadlines.bodies`) is about, to the records of the layer `linked`."""
    layer, _, field = row.partition(".")
    gold, found = score.gold.records[layer], predicted.get(layer) or []
    scored = link_score(field, gold, found, pairs[layer], predicted.get(linked) or [], pairs[linked])
    if scored is None:
        return
    links, differences = scored
    score.tally.add(row, links.hits, links.gold, links.predicted)
    for place, wanted, given in differences:
        names = [[_quoted(score.gold, linked, one) for one in ends] for ends in (wanted, given)]
        detail = f"gold {_compact(names[0])} got {_compact(names[1])}"
        score.note(row, "value", gold[place]["start"], gold[place]["end"], detail)


def _quoted(gold: GoldDocument, layer: str, place: int) -> str:
    record = gold.records[layer][place]
    return " ".join(gold.text[record["start"] : record["end"]].split())[:_SHOWN]


def _note_unpaired(score: DocumentScore, layer: str, found: Sequence[Record], pairs: Sequence[Pair]) -> None:
    """Report what has no counterpart, and whether something that has one, or has none either, covers a part of it."""
    gold = score.gold.records[layer]
    rows, columns = {pair.gold for pair in pairs}, {pair.predicted for pair in pairs}
    near: set[int] = set()
    for row, wanted in enumerate(gold):
        if row in rows:
            continue
        touching = [column for column, given in enumerate(found) if overlap(wanted, given)]
        free = [column for column in touching if column not in columns and column not in near]
        detail = _shown(wanted)
        if free:
            near.add(free[0])
            detail = f"gold {detail} got {_shown(found[free[0]])}"
        what = "boundary" if free else "merged" if touching else "missed"
        score.note(layer, what, wanted["start"], wanted["end"], detail)
    for column, given in enumerate(found):
        if column not in columns and column not in near:
            what = "doubled" if any(overlap(wanted, given) for wanted in gold) else "spurious"
            score.note(layer, what, given["span"]["start"], given["span"]["end"], _shown(given))


def _works(citations: Sequence[Record]) -> set[str]:
    """The distinct numbered documents that are cited."""
    return {key for citation in citations if (key := citation.get("key"))}


def _is_evidence(record: Record, text: str) -> bool:
    """Tell whether a record points into the text, and prints what stands there."""
    span = record.get("span") or {}
    start, end = span.get("start"), span.get("end")
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
        return False
    return not record.get("text") or record["text"] == text[start:end]


def _shown(record: Record) -> str:
    """The fields of a record that say something, on one line."""
    flat = "span" not in record  # annotation: its span is "start" and "end"
    hidden = _BOOKKEEPING | {"start", "end"} if flat else _BOOKKEEPING
    return _compact(
        {name: value for name, value in record.items() if name not in hidden and value not in (None, [], "")}
    )


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
