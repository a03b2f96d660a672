"""Comparing one document's records with its annotation."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.evaluate.criteria import AGREEMENT, HEADER_FIELDS, LEAST_SIGNER, header_agrees
from corpus.evaluate.gold import GoldDocument, Record
from corpus.evaluate.matching import Pair, folded, pair_up
from corpus.evaluate.tally import Finding, Tally
from corpus.evaluate.tasks import link_score, task_scores

__all__ = ["LAYERS", "DocumentScore", "score_document"]

LAYERS: tuple[str, ...] = ("header", "sections", *AGREEMENT)
"""The layers that annotation may cover, in the order of a report."""

_BULLETS = frozenset("-+*•–")
_START_TOLERANCE = 3
"""How far, in code points, the start of a section may be off: white space and emphasis before its marker."""
_SHOWN = 120
_BOOKKEEPING = frozenset(
    {"id", "span", "text", "tasks", "task", "task_span", "bodies", "deadline", "section", "heading"}
)
_WORK_ROWS = {"responsibilities": "tasks", "deadlines": "task"}
_LINKS = (("deadlines", "bodies", "responsibilities"), ("targets", "deadline", "deadlines"))
"""Layers of which a field holds links, the field, and the layer at their other end."""


@dataclass(slots=True)
class DocumentScore:
    """The counts of one document and every difference that they hide."""

    gold: GoldDocument
    tally: Tally = field(default_factory=Tally)
    findings: list[Finding] = field(default_factory=list)

    def note(self, layer: str, what: str, start: int, end: int, detail: str = "") -> None:
        """Report a difference with the text that it is about."""
        text = " ".join(self.gold.text[start:end].split())[:_SHOWN]
        self.findings.append(Finding(self.gold.name, layer, what, start, text, detail))


def score_document(gold: GoldDocument, predicted: Record) -> DocumentScore:
    """Score one record in its JSON form; an empty mapping stands for a document that nothing was predicted for."""
    score = DocumentScore(gold)
    if "header" in gold.layers:
        _score_header(score, predicted)
    if "sections" in gold.layers:
        _score_sections(score, predicted.get("sections") or [])
    pairs = {
        layer: _score_layer(score, layer, predicted.get(layer) or []) for layer in AGREEMENT if layer in gold.layers
    }
    for layer, link, linked in _LINKS:
        if layer in pairs and linked in pairs:
            _score_links(score, predicted, f"{layer}.{link}", linked, pairs)
    for layer in ("sections", *AGREEMENT):
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
                score.findings.append(Finding(score.gold.name, f"header.{name}", "wrong", 0, "", detail))


def _score_sections(score: DocumentScore, sections: Sequence[Record]) -> None:
    """Score the top level with its kinds, then every numbered unit by its place and marker; bullets are not scored."""
    wanted = [section for section in score.gold.records["sections"] if section["marker"] not in _BULLETS]
    given = [section for section in sections if section.get("marker") is not None and section["marker"] not in _BULLETS]
    top = [section for section in wanted if section["level"] == 1]
    roots = [section for section in given if section.get("parent") is None]
    for row, gold, found, kinds in (("sections.top", top, roots, True), ("sections.numbered", wanted, given, False)):
        left = list(found)
        for section in gold:
            match = next((other for other in left if _is_section(section, other, kinds=kinds)), None)
            if match is not None:
                left.remove(match)
            elif kinds or section["level"] > 1:  # a top-level unit that is missed is noted once
                detail = f"{section['marker']} {section.get('kind')}"
                score.note(row, "missed", section["start"], section["end"], detail)
        if kinds:
            for section in left:
                span = section["span"]
                detail = f"{section.get('marker')} {section.get('kind')}"
                score.note(row, "spurious", span["start"], min(span["start"] + 80, span["end"]), detail)
        score.tally.add(row, len(found) - len(left), len(gold), len(found))


def _is_section(gold: Record, found: Record, *, kinds: bool) -> bool:
    return (
        abs(found["span"]["start"] - gold["start"]) <= _START_TOLERANCE
        and folded(found.get("marker")) == folded(gold["marker"])
        and (not kinds or found.get("kind") == gold.get("kind"))
    )


def _score_layer(score: DocumentScore, layer: str, found: Sequence[Record]) -> list[Pair]:
    """Score the records of a layer of spans and return which of them are matched."""
    gold = score.gold.records[layer]
    pairs = pair_up(gold, found, AGREEMENT[layer])
    right = [pair for pair in pairs if pair.right]
    score.tally.add(f"{layer}.span", len(pairs), len(gold), len(found))
    score.tally.add(f"{layer}.value", len(right), len(gold), len(found))
    for pair in pairs:
        if not pair.right:
            wanted = gold[pair.gold]
            detail = f"gold {_shown(wanted)} got {_shown(found[pair.predicted])}"
            score.note(layer, "value", wanted["start"], wanted["end"], detail)
    paired_gold, paired_found = {pair.gold for pair in pairs}, {pair.predicted for pair in pairs}
    for row, record in enumerate(gold):
        if row not in paired_gold:
            score.note(layer, "missed", record["start"], record["end"], _shown(record))
    for column, record in enumerate(found):
        if column not in paired_found:
            score.note(layer, "spurious", record["span"]["start"], record["span"]["end"], _shown(record))
    if layer == "citations":
        works, cited = _works(gold), _works(found)
        score.tally.add("citations.works", len(works & cited), len(works), len(cited))
        same = sum(gold[pair.gold]["relation"] == found[pair.predicted].get("relation") for pair in right)
        score.tally.add("citations.relation", same, len(right), len(right))
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
    flat = "from" in record  # the annotation of a deadline: "start" is its span there
    hidden = _BOOKKEEPING | {"start", "end"} if flat else _BOOKKEEPING
    return _compact(
        {name: value for name, value in record.items() if name not in hidden and value not in (None, [], "")}
    )


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
