"""What an archive holds, counted: read from tables that are kept up to date, so that it takes milliseconds at any size.

``migrations/0006_figures.sql`` makes the tables and the triggers that keep them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.citator.matching import KnownWork
from corpus.store import Store

__all__ = ["CitedOften", "Count", "Figures", "Run", "figures", "last_run", "most_cited", "units"]

_GROUPED = "SELECT {facet}, sum(documents) AS documents FROM catalogue_counts GROUP BY 1 ORDER BY 2 DESC, 1"
_MOST_CITED = """
SELECT k.mentions, k.documents, w.id, w.identity, w.doc_type, w.key, w.name, w.scope, w.issuer, w.issued_on, w.title,
    (SELECT d.sha256 FROM documents AS d WHERE d.work_id = w.id ORDER BY d.sha256 LIMIT 1) AS held
FROM work_counts AS k CROSS JOIN works AS w ON w.id = k.work_id
ORDER BY k.documents DESC, k.mentions DESC LIMIT :limit
"""


@dataclass(frozen=True, slots=True)
class Count:
    """How many documents have a value."""

    value: str | None
    """Null where they do not say."""
    documents: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What an archive holds."""

    documents: int
    characters: int
    types: Sequence[Count]
    """The most first, as issuers."""
    issuers: Sequence[Count]
    years: Sequence[Count]
    """From the earliest on; first those that do not say."""
    records: Mapping[str, int]
    """By layer."""
    citations: Mapping[str | None, int]
    """Citations by their status; null is what was not looked at."""
    bodies: int
    failures: int
    """Files that could not be read."""


@dataclass(frozen=True, slots=True)
class CitedOften:
    """A work and how often it is cited."""

    work: KnownWork
    documents: int
    mentions: int
    held: str | None
    """The SHA-256 of the document that is the work, where the archive holds it."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of the indexer."""

    started_at: str
    finished_at: str | None
    """Null while it runs, and for ever where it was broken off."""
    files_found: int
    documents_stored: int
    failures: int


def figures(store: Store) -> Figures:
    """Count what an archive holds."""
    row = store.row("SELECT sum(documents) AS documents, sum(characters) AS characters FROM catalogue_counts")
    assert row is not None  # sums are one row always
    layers = store.rows("SELECT layer, value, records FROM record_counts ORDER BY layer, value")
    records = dict.fromkeys(("sections", "citations", "deadlines", "targets", "diagnostics"), 0)
    for layer in layers:
        records[layer["layer"]] += layer["records"]
    duties = store.row("SELECT coalesce(sum(duties), 0) AS duties, count(*) AS bodies FROM body_counts")
    assert duties is not None
    failed = store.row("SELECT count(*) AS failures FROM failures")
    assert failed is not None
    return Figures(
        documents=row["documents"] or 0,
        characters=row["characters"] or 0,
        types=_grouped(store, "doc_type"),
        issuers=_grouped(store, "issuer"),
        years=sorted(_grouped(store, "year"), key=lambda count: count.value or ""),
        records=records | {"responsibilities": duties["duties"]},
        citations={one["value"] or None: one["records"] for one in layers if one["layer"] == "citations"},
        bodies=duties["bodies"],
        failures=failed["failures"],
    )


def most_cited(store: Store, *, limit: int) -> list[CitedOften]:
    """The works that the most documents cite."""
    return [
        CitedOften(KnownWork.of_row(row), row["documents"], row["mentions"], row["held"])
        for row in store.rows(_MOST_CITED, {"limit": limit})
    ]


def units(store: Store) -> list[tuple[str | None, int]]:
    """The units of targets and how many have each, the commonest first."""
    rows = store.rows("SELECT value, records FROM record_counts WHERE layer = 'targets' ORDER BY records DESC, value")
    return [(row["value"] or None, row["records"]) for row in rows]


def last_run(store: Store) -> Run | None:
    """The run of the indexer that began last."""
    row = store.row(
        "SELECT started_at, finished_at, files_found, documents_stored, failures FROM runs ORDER BY id DESC LIMIT 1"
    )
    return Run(*row) if row is not None else None


def _grouped(store: Store, facet: str) -> list[Count]:
    return [Count(row[0] or None, row[1]) for row in store.rows(_GROUPED.format(facet=facet))]
