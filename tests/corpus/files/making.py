"""Real files, made in the test: documents of Word from their parts, archives, and what other programs make of them."""

from __future__ import annotations

import io
import os
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from corpus.files.programs import Program

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = " ".join(
    (
        f'xmlns:w="{_W}"',
        f'xmlns:r="{_R}"',
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
        'xmlns:v="urn:schemas-microsoft-com:vml"',
    )
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def needs(program: Program) -> None:
    """Skip the test where a program is not installed; in continuous integration all are, and nothing is skipped."""
    if program.path() is None and not os.environ.get("CI"):
        pytest.skip(f"{program.command} is not installed (on Debian: apt-get install {program.package})")


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of Word with one run."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def numbered(text: str, level: int = 0, number: int = 1) -> str:
    """A paragraph of Word in a list."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(index: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    """One level of a list's definition."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, overrides: str = "", more: str = "") -> str:
    """A definition of lists with two lists of it, 1 and 2; ``overrides`` are those of list 2."""
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{more}'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{overrides}</w:num>'
    )


def docx(body: str, **parts: str) -> bytes:
    """A document of Word: the inside of its body, and of the parts that it has beside (``styles``, ``numbering`` …)."""
    members = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations({part: (part, f"{part}.xml") for part in parts}),
    }
    for part, inside in parts.items():
        root = {"header": "hdr", "footer": "ftr"}.get(part, part)
        members[f"word/{part}.xml"] = f"<w:{root} {_NAMES}>{inside}</w:{root}>"
    return archive({name: content.encode() for name, content in members.items()})


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="{identifier}" Type="{_R}/{kind}" Target="{target}"/>'
        for identifier, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def archive(members: Mapping[str, bytes]) -> bytes:
    """A ZIP archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in members.items():
            container.writestr(name, content)
    return stream.getvalue()


@cache
def converted(content: bytes, suffix: str, target: str) -> bytes:
    """What LibreOffice makes of a document, once a run; ``target`` may name a filter as well (``doc:MS Word 97``)."""
    needs(Program.SOFFICE)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / f"made{suffix}"
        source.write_bytes(content)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", target, "--outdir", folder, source],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return (folder / f"made.{target.partition(':')[0]}").read_bytes()
