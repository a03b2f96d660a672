"""The parts of a Word package: which there are, and how they refer to each other (ECMA-376 part 2)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from corpus.errors import CorruptFileError, FileError
from corpus.files.archives import Archive
from corpus.files.loaded import LoadWarning, WarningCode
from corpus.files.loader import Job
from corpus.files.xml import parse_part

__all__ = ["Package", "Relation"]

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "word/document.xml"
# The strict variant of the format (ISO/IEC 29500-1) has other namespaces for the same elements.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


@dataclass(frozen=True, slots=True)
class Relation:
    """A reference from one part to another: ``kind`` is the last word of its type (``footnotes``)."""

    identifier: str
    kind: str
    target: str


@dataclass(slots=True)
class Package:
    """An opened document. A part beside the main one that cannot be read is left out, with a warning."""

    archive: Archive
    job: Job
    warnings: list[LoadWarning] = field(default_factory=list)
    main: str = _MAIN
    relations: tuple[Relation, ...] = ()

    @classmethod
    def open(cls, content: bytes, job: Job) -> Package:
        """Open the package and find its main part. Raises a ``FileError`` where it is damaged or too much."""
        package = cls(Archive.open(content, job), job)
        main = next((found.target for found in package._relations_of("") if found.kind == "officeDocument"), _MAIN)
        if main not in package.archive.names:
            main = _MAIN
        if main not in package.archive.names:
            raise CorruptFileError(name=job.name, reason=f"{_MAIN} is missing")
        package.main = main
        package.relations = tuple(package._relations_of(main))
        return package

    def document(self) -> etree._Element:
        """Return the root of the main part. Raises a ``FileError`` where it cannot be read."""
        return self._parse(self.main)

    def of_kind(self, kind: str) -> etree._Element | None:
        """Return the root of the part that the main one refers to as ``styles``, ``numbering`` and so on."""
        return next((self._optional(found.target) for found in self.relations if found.kind == kind), None)

    def by_id(self, identifier: str | None) -> etree._Element | None:
        """Return the root of the part that the main one refers to by a relationship's id: a header, a footer."""
        return next((self._optional(found.target) for found in self.relations if found.identifier == identifier), None)

    def _optional(self, part: str) -> etree._Element | None:
        if part not in self.archive.names:
            return None
        try:
            return self._parse(part)
        except CorruptFileError:
            self.warnings.append(LoadWarning(WarningCode.DAMAGED_PART, part))
            return None

    def _parse(self, part: str) -> etree._Element:
        content = self.archive.read_part(part)
        for strict, transitional in _STRICT:
            content = content.replace(strict, transitional)
        return parse_part(content, part, self.job)

    def _relations_of(self, part: str) -> Iterator[Relation]:
        folder, base = posixpath.split(part)
        listed = posixpath.join(folder, "_rels", f"{base}.rels")
        if listed not in self.archive.names:
            return
        try:
            root = parse_part(self.archive.read_part(listed), listed, self.job)
        except FileError:
            self.warnings.append(LoadWarning(WarningCode.DAMAGED_PART, listed))
            return
        for element in root.iter(_RELATIONS):
            if element.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", ""))).lstrip("/")
                yield Relation(element.get("Id", ""), element.get("Type", "").rpartition("/")[2], target)
