"""Headers of edXML messages (QCVN 102:2016/BTTTT): a file for each document, to be completed by who sends it.

A header that can be sent needs codes that no text gives (of the sender and the receivers, of the type). Those elements
are there, empty; ``edxml.toml`` tells why.
"""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from corpus.export.archival.describing import described
from corpus.export.archival.fields import Field, rule
from corpus.export.archival.values import VALUES, Described
from corpus.export.options import Options
from corpus.export.plain import one_line
from corpus.export.reading import Snapshot
from corpus.export.report import Report, Tally

__all__ = ["write_edxml_folder"]

_NAMESPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016"
_NAME_LENGTH = 16


def write_edxml_folder(snapshot: Snapshot, folder: Path, options: Options) -> Report:
    """Write ``<beginning of the SHA-256>.edxml`` for every document."""
    tally = Tally()
    for document in described(snapshot):
        name = document.row["sha256"][:_NAME_LENGTH]
        (folder / f"{name}.edxml").write_bytes(_header(document, rule("edxml").fields))
        tally.write()
    return tally.report()


def _header(document: Described, fields: tuple[Field, ...]) -> bytes:
    root = ET.Element("edXML", {"xmlns": _NAMESPACE})
    envelope = ET.SubElement(root, "edXML:edXMLEnvelope", {"xmlns:edXML": _NAMESPACE})
    header = ET.SubElement(ET.SubElement(envelope, "edXML:edXMLHeader"), "edXML:MessageHeader")
    for field in fields:
        _add(header, field, VALUES[field.value](document) if field.value is not None else [""])
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _add(header: ET.Element, field: Field, values: list[str]) -> None:
    """Add a field with its values. ``+`` marks the element that is repeated for each: ``To+/OrganName``."""
    steps = field.name.split("/")
    for number, value in enumerate(values or [""] * (not any("+" in step for step in steps))):
        element = header
        for step in steps:
            name = f"edXML:{step.rstrip('+')}"
            found = element.findall(name)
            if step.endswith("+"):
                element = found[number] if len(found) > number else ET.SubElement(element, name)
            else:
                element = found[0] if found else ET.SubElement(element, name)
        element.text = one_line(value) or None
