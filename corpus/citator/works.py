"""The works of an archive: made known by documents and mentions, with what most of them say."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from corpus.citator.data import load
from corpus.citator.identity import STATUTES, Identity, Work, kind_of, number_of, title_form
from corpus.citator.mention import ITSELF, Mention, date
from corpus.citator.names import canonical_name
from corpus.citator.scope import CENTRAL, is_of_the_party
from corpus.citator.wanted import title_clue
from extractor.names.places import Home
from schemas.number import key_parts

__all__ = ["Works", "work_of"]

_COLUMNS = "id, kind, number_form, name, scope, year, serial, symbol, issued_on, title_form, name_form, in_force_on"
_BY_CLUE = {
    "number": f"SELECT {_COLUMNS} FROM works WHERE number_form = :number AND scope = :scope",
    "any number": f"SELECT {_COLUMNS} FROM works WHERE number_form = :number",
    "serial": f"SELECT {_COLUMNS} FROM works WHERE kind = :kind AND serial = :serial",
    "name": f"SELECT {_COLUMNS} FROM works WHERE name_form = :name",
    "title": (
        f"SELECT {_COLUMNS} FROM works WHERE kind = :kind AND title_form >= :begin AND title_form < :begin || '{{'"
    ),
}
_SETTLED = ("doc_type", "key", "name", "issuer", "issued_on", "title")
_UPDATE = (
    f"UPDATE works SET {', '.join(f'{column} = :{column}' for column in _SETTLED)},"
    " title_form = :title_form, name_form = :name_form WHERE id = :id"
)


class Works:
    """The works within one transaction. What was touched is settled at its end (``settle``)."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._ids: dict[str, int] = {}

    def id_of(self, identity: Identity, mention: Mention | None = None) -> int:
        """The row of a work, made where there is none."""
        text = identity.text
        found = self._ids.get(text)
        if found is None:
            row = self._connection.execute("SELECT id FROM works WHERE identity = ?", (text,)).fetchone()
            found = self._ids[text] = row[0] if row is not None else self._insert(identity, mention)
        return found

    def _insert(self, identity: Identity, mention: Mention | None) -> int:
        parts = key_parts(mention.key) if mention is not None and mention.key else None
        cursor = self._connection.execute(
            "INSERT INTO works (identity, kind, number_form, serial, symbol, name, name_form, scope, year)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                identity.text,
                identity.kind,
                identity.number,
                parts.serial if parts else None,
                parts.symbol if parts else None,
                identity.name,
                identity.name,
                identity.scope,
                identity.year,
            ),
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def count(self, work_id: int, mention: Mention, change: int) -> None:
        """Add what a mention says of its work to what is said of it, or take it away again."""
        column = "held" if mention.id == ITSELF else "mentions"
        self._connection.executemany(
            f"INSERT INTO work_facts (work_id, fact, value, held, mentions) VALUES (?, ?, ?, ?, ?)"
            f" ON CONFLICT (work_id, fact, value) DO UPDATE SET {column} = {column} + ?",
            [
                (work_id, fact, value, change * (column == "held"), change * (column == "mentions"), change)
                for fact, value in _said(mention)
            ],
        )

    def settle(self, work_ids: Iterable[int]) -> set[str]:
        """Give works what most say of them and take out those that nobody knows; return the clues that changed."""
        changed: set[str] = set()
        for work_id in sorted(set(work_ids)):
            changed |= self._settle(work_id)
        return changed

    def _settle(self, work_id: int) -> set[str]:
        execute = self._connection.execute
        row = execute("SELECT * FROM works WHERE id = ?", (work_id,)).fetchone()
        if row is None:
            return set()
        execute("DELETE FROM work_facts WHERE work_id = ? AND held = 0 AND mentions = 0", (work_id,))
        said = execute(
            "SELECT fact, value FROM work_facts WHERE work_id = ? ORDER BY held, mentions, value DESC", (work_id,)
        ).fetchall()
        facts: dict[str, str | None] = dict(said)  # the last counts: most held, most said
        before = _clues(row)
        if "known" not in facts and not row["is_listed"]:
            execute("DELETE FROM works WHERE id = ?", (work_id,))
            self._ids.pop(row["identity"], None)
            return before
        if row["is_listed"]:
            facts |= _listed()[row["identity"]].facts
        values = {column: facts.get(column) for column in _SETTLED} | {"id": work_id}
        if row["number_form"] is None:
            values["name"] = facts.get("name") or row["name"]
        values |= _forms(row, values)
        if all(row[column] == value for column, value in values.items()):
            return before if not row["key"] and not row["doc_type"] else set()
        execute(_UPDATE, values)
        after = execute("SELECT * FROM works WHERE id = ?", (work_id,)).fetchone()
        if all(row[column] == after[column] for column in ("issued_on", "title_form", "name_form")) and row["doc_type"]:
            return set()  # nothing that a choice depends on
        return before | _clues(after)

    def candidates(self, clues: Iterable[str]) -> list[Work]:
        """The works that the clues lead to."""
        found: dict[int, Work] = {}
        for clue in clues:
            for row in self._connection.execute(*_lookup(clue)):
                found[row["id"]] = work_of(row)
        return list(found.values())

    def list_known(self) -> set[str]:
        """Enter the listed works (``data/named_works.toml``) where they are not; return the clues that changed."""
        count = self._connection.execute("SELECT count(*) FROM works WHERE is_listed").fetchone()[0]
        if count == len(_listed()):
            return set()
        ids = []
        for edition in _listed().values():
            ids.append(work_id := self.id_of(edition.identity))
            parts = key_parts(edition.key) if edition.key else None
            self._connection.execute(
                "UPDATE works SET is_listed = 1, in_force_on = ?, serial = ?, symbol = ? WHERE id = ?",
                (edition.in_force, parts.serial if parts else None, parts.symbol if parts else None, work_id),
            )
        return self.settle(ids)


def work_of(row: sqlite3.Row) -> Work:
    """A row of ``works`` as a candidate."""
    identity = Identity(
        row["kind"],
        row["number_form"],
        None if row["number_form"] else row["name_form"],
        row["scope"] or "",
        row["year"],
    )
    return Work(
        identity,
        row["serial"],
        date(row["issued_on"]),
        row["title_form"],
        is_of_the_party(row["symbol"] or ""),
        date(row["in_force_on"]),
    )


def _said(mention: Mention) -> Iterator[tuple[str, str]]:
    yield "known", ""
    for fact in ("doc_type", "key", "name", "issuer", "title"):
        if value := getattr(mention, fact):
            yield fact, value
    if mention.issued_on is not None:
        yield "issued_on", mention.issued_on.isoformat()


def _forms(row: sqlite3.Row, values: Mapping[str, object]) -> dict[str, str | None]:
    title = values["title"]
    form = title_form(title if isinstance(title, str) else None)
    name = row["name_form"] if row["number_form"] is None else None
    if row["number_form"] is not None and row["kind"] in STATUTES and isinstance(title, str):
        name = canonical_name(row["kind"], title, Home()).name
    return {"title_form": form, "name_form": name}


def _clues(row: sqlite3.Row) -> set[str]:
    """Everything that leads to a work."""
    clues = set()
    if row["number_form"]:
        clues |= {f"number|{row['number_form']}|{row['scope']}", f"number|{row['number_form']}|"}
    if row["serial"] is not None:
        clues.add(f"serial|{row['kind']}|{row['serial']}")
    if row["name_form"]:
        clues.add(f"name|{row['name_form']}")
    if row["title_form"]:
        clues.add(title_clue(row["kind"], row["title_form"]))
    return clues


def _lookup(clue: str) -> tuple[str, dict[str, str | int]]:
    match clue.split("|"):
        case ["number", number, ""]:
            return _BY_CLUE["any number"], {"number": number}
        case ["number", number, scope]:
            return _BY_CLUE["number"], {"number": number, "scope": scope}
        case ["serial", kind, serial]:
            return _BY_CLUE["serial"], {"kind": kind, "serial": int(serial)}
        case ["name", name]:
            return _BY_CLUE["name"], {"name": name}
        case ["title", kind, begin]:
            return _BY_CLUE["title"], {"kind": kind, "begin": begin}
    raise ValueError(f"{clue!r} is no clue")


@dataclass(frozen=True, slots=True)
class _Edition:
    """A listed work."""

    identity: Identity
    doc_type: str
    key: str | None
    name: str
    issued_on: str
    in_force: str

    @property
    def facts(self) -> dict[str, str | None]:
        """What the list says of it, which goes before what mentions say."""
        told: dict[str, str | None] = {"doc_type": self.doc_type, "issued_on": self.issued_on}
        return told | ({"key": self.key, "title": self.name} if self.key else {"name": self.name})


@cache
def _listed() -> dict[str, _Edition]:
    """The listed works by their identity."""
    found = {}
    for entry in load("named_works")["editions"]:
        kind, key, year = kind_of(None, entry["doc_type"]), entry.get("key"), entry["issued_on"].year
        name = canonical_name(kind, entry["name"], Home()).name
        identity = Identity(kind, number_of(key) if key else None, None if key else name, CENTRAL, year)
        found[identity.text] = _Edition(
            identity,
            entry["doc_type"],
            key,
            entry["name"],
            entry["issued_on"].isoformat(),
            entry["in_force"].isoformat(),
        )
    return found
