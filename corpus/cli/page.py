"""A directive as a page for a person: what it is, how it is built, and what it asks of whom by when."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from itertools import chain

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from corpus.cli.messages import Messages
from corpus.cli.places import Places
from corpus.cli.wording import cited_document, clean, doc_type_label, quantity, when
from corpus.extraction import Document
from corpus.outline import BULLETS
from schemas import Citation, Deadline, Directive, Responsibility, Section, Span, Target

__all__ = ["PageWriter"]

_PIPE_WIDTH = 120
_EXCERPT = 160
_HEADING = 90
_DOUBTFUL = " ?"
_AS_LIKELY_WRONG = 0.5

_Judged = Citation | Deadline | Target | Responsibility


class PageWriter:
    """Prints each document as a page on standard output, coloured where the terminal is and NO_COLOR is unset."""

    def __init__(self, say: Messages) -> None:
        self._say = say
        width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else _PIPE_WIDTH
        self._console = Console(file=sys.stdout, width=width, highlight=False, emoji=False, markup=False)

    def write(self, document: Document) -> None:
        """Print one page."""
        for part in _Page(document, self._say).parts():
            self._console.print(part)

    def close(self) -> None:
        """Nothing follows the last page."""


class _Page:
    """The parts of one page."""

    def __init__(self, document: Document, say: Messages) -> None:
        self._document = document
        self._directive = document.directive
        self._places = Places(document)
        self._say = say

    def parts(self) -> Iterator[RenderableType]:
        yield self._header()
        yield self._outline()
        yield self._citations()
        yield self._deadlines()
        yield self._targets()
        yield self._responsibilities()
        if self._directive.diagnostics:
            yield self._diagnostics()
        if any(deadline.inferred for deadline in self._directive.deadlines):
            yield Text(self._say("page.inferred"), style="dim")
        if any(map(_mark, self._judged())):
            yield Text(self._say("page.doubtful"), style="dim")

    def _judged(self) -> Iterator[_Judged]:
        directive = self._directive
        return chain(directive.citations, directive.deadlines, directive.targets, directive.responsibilities)

    def _header(self) -> RenderableType:
        header, say = self._directive.header, self._say
        place_and_date = ", ".join(str(part) for part in (header.place, header.issued_on) if part)
        rows = [
            ("page.title", header.title),
            ("page.issuer", header.issuer),
            ("page.parent", header.parent_issuer),
            ("page.issued", place_and_date),
            ("page.urgency", header.urgency.label if header.urgency is not None else None),
            ("page.secrecy", header.secrecy.label if header.secrecy is not None else None),
            ("page.addressees", "; ".join(header.addressees)),
            ("page.signature", _signature(self._directive)),
            ("page.recipients", self._recipients()),
        ]
        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="dim", no_wrap=True)
        grid.add_column(overflow="fold")
        for key, value in rows:
            if value:
                grid.add_row(say(key), Text(clean(value)))
        title = Text(doc_type_label(header.doc_type, say).upper(), style="bold")
        if header.number:
            title.append(f"  {clean(header.number)}", style="bold cyan")
        name = Text(clean(self._document.loaded.name), style="dim")
        return Panel(grid, title=title, title_align="left", subtitle=name, subtitle_align="right", border_style="cyan")

    def _recipients(self) -> str | None:
        count = len(self._directive.recipients)
        return self._say("page.recipients.count", count=count) if count else None

    def _outline(self) -> RenderableType:
        """The tree of numbered units; bullets are only counted, or they would bury it."""
        children: dict[str | None, list[Section]] = {}
        for section in self._directive.sections:
            children.setdefault(section.parent, []).append(section)
        tree = Tree(Text(self._say("page.outline"), style="bold"), guide_style="dim")
        pending = [(tree, section) for section in reversed(_numbered(children.get(None, ())))]
        while pending:
            branch, section = pending.pop()
            below = children.get(section.id, ())
            numbered = _numbered(below)
            own_end = below[0].span.start if below else section.span.end
            label = self._section_label(section, own_end, bullets=len(below) - len(numbered))
            node = branch.add(label)
            pending.extend((node, child) for child in reversed(numbered))
        return Padding(tree, (1, 0), expand=False) if self._directive.sections else self._empty("page.outline")

    def _section_label(self, section: Section, own_end: int, *, bullets: int) -> Text:
        label = Text(section.marker or "", style="cyan")
        heading = section.heading or self._beginning(section, own_end)
        label.append(f" {_excerpt(heading, _HEADING)}", style="bold" if section.heading else "")
        if section.level == 1 and section.kind is not None:
            label.append(f"  [{section.kind.label}]", style="green")
        if bullets:
            label.append(f"  {self._say('page.bullets', count=bullets)}", style="dim")
        return label

    def _beginning(self, section: Section, own_end: int) -> str:
        """What a unit without a heading begins with, its marker and the units below it left out."""
        own = self._document.loaded.text[section.span.start : min(own_end, section.span.start + _EXCERPT)]
        return own.strip().removeprefix(section.marker or "").lstrip(" .)-/:")

    def _citations(self) -> RenderableType:
        rows = [
            (
                self._where(citation.span, citation.section),
                cited_document(citation) + _mark(citation),
                str(citation.issued_on or ""),
                citation.relation.label,
                citation.text,
            )
            for citation in self._directive.citations
        ]
        return self._table("page.citations", ("page.document", "page.date", "page.relation", "page.text"), rows)

    def _deadlines(self) -> RenderableType:
        bodies = {duty.id: duty.body for duty in self._directive.responsibilities}
        rows = [
            (
                self._where(deadline.span, deadline.section),
                when(deadline, self._say) + _mark(deadline),
                deadline.text,
                deadline.task or "",
                "; ".join(dict.fromkeys(bodies[body] for body in deadline.bodies)),
            )
            for deadline in self._directive.deadlines
        ]
        return self._table("page.deadlines", ("page.when", "page.text", "page.task", "page.body"), rows)

    def _targets(self) -> RenderableType:
        rows = [
            (
                self._where(target.span, target.section),
                quantity(target, self._say) + _mark(target),
                target.text,
                target.subject or "",
            )
            for target in self._directive.targets
        ]
        return self._table("page.targets", ("page.target", "page.text", "page.subject"), rows)

    def _responsibilities(self) -> RenderableType:
        text = self._document.loaded.text
        rows = []
        for duty in self._directive.responsibilities:
            owner = f" ({duty.parent_body})" if duty.parent_body else ""
            tasks = "; ".join(_excerpt(span.of(text), 100) for span in duty.tasks[:2])
            more = f" (+{len(duty.tasks) - 2})" if len(duty.tasks) > 2 else ""
            rows.append(
                (self._where(duty.span, duty.section), duty.role.label + _mark(duty), duty.body + owner, tasks + more)
            )
        return self._table("page.responsibilities", ("page.role", "page.body", "page.tasks"), rows)

    def _diagnostics(self) -> RenderableType:
        rows = [
            (self._where(found.span, None), found.code.label, found.message) for found in self._directive.diagnostics
        ]
        return self._table("page.diagnostics", ("page.message", "page.text"), rows)

    def _where(self, span: Span | None, section: str | None) -> str:
        if span is None:
            return ""
        line = self._say("page.line", line=self._places.line(span.start))
        page = self._directive.source.page_at(span.start)
        if page is not None:
            line = f"{self._say('page.page', page=page)} {line}"
        path = self._places.path(section)
        return f"{path} · {line}" if path else line

    def _table(self, title: str, columns: Sequence[str], rows: Sequence[tuple[str, ...]]) -> RenderableType:
        if not rows:
            return self._empty(title)
        table = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False, header_style="dim", expand=False)
        table.add_column(self._say("page.where"), style="dim", overflow="fold", max_width=24)
        for index, column in enumerate(columns):
            table.add_column(self._say(column), style="cyan" if index == 0 else "", overflow="fold")
        for row in rows:
            table.add_row(*(Text(_excerpt(cell, _EXCERPT)) for cell in row))
        return Group(self._title(title, len(rows)), table)

    def _empty(self, title: str) -> RenderableType:
        return self._title(title).append(f": {self._say('page.none')}\n", style="dim")

    def _title(self, key: str, count: int | None = None) -> Text:
        title = Text(self._say(key), style="bold")
        return title if count is None else title.append(f" ({count})", style="dim")


def _numbered(sections: Sequence[Section]) -> list[Section]:
    return [section for section in sections if section.marker not in BULLETS]


def _signature(directive: Directive) -> str | None:
    signature = directive.signature
    if signature is None:
        return None
    return ", ".join(part for part in (signature.signer, signature.position, signature.authority) if part)


def _mark(record: _Judged) -> str:
    """The mark of a record that a reader should not take without looking."""
    return _DOUBTFUL if record.confidence <= _AS_LIKELY_WRONG else ""


def _excerpt(text: str, length: int) -> str:
    shown = clean(text)
    return shown if len(shown) <= length else shown[: length - 1].rstrip() + "…"
