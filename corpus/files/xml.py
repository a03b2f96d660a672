"""XML parts of document containers, parsed so that they can do no harm.

No entity is expanded, nothing is fetched, and depth is bounded by libxml2 (256 elements, which no document reaches).
"""

from __future__ import annotations

from lxml import etree

from corpus.errors import CorruptFileError
from corpus.files.loader import Job

__all__ = ["parse_part"]


def parse_part(content: bytes, member: str, job: Job) -> etree._Element:
    """Return the root of an XML part.

    Raises ``CorruptFileError`` for what is not XML, and for a document type declaration: the container formats forbid
    it (ECMA-376 part 2, 8.1.4), so that it only ever serves entity tricks.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise CorruptFileError(name=job.name, reason=f"{member}: {error.msg}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise CorruptFileError(name=job.name, reason=f"{member}: it declares a document type")
    return root
