"""Numbers of documents (số, ký hiệu) in canonical form."""

import re
from typing import Annotated, NamedTuple

from pydantic import Field

PATTERN = r"^[0-9]{2,}(?:\.[0-9]{1,3})?[A-Za-zĐđ]{0,3}[-/]\S+$"
_KEY = re.compile(r"([0-9]+)(?:\.[0-9]{1,3})?[A-Za-zĐđ]{0,3}[-/](?:([0-9]{4})/)?(\S+)")

Key = Annotated[str, Field(pattern=PATTERN)]
"""A document's number in canonical form, unique within its issuer's numbering: ``195-KH/TU``, ``49/2021/NĐ-CP``.

The serial has at least two digits (and keeps what is suffixed: ``12a``, ``66.15``); then ``-`` or ``/`` as the class of
document prints it, ``year/`` where the number has one, and the symbol in its official case, with plain hyphens and no
spaces.
"""


class KeyParts(NamedTuple):
    """What a key is made of."""

    serial: int
    year: int | None
    symbol: str


def key_parts(key: str) -> KeyParts:
    """Take a canonical key apart: ``49/2021/NĐ-CP`` is 49, 2021 and ``NĐ-CP``.

    Raises ``ValueError`` for what is no key.
    """
    match = _KEY.fullmatch(key)
    if match is None:
        raise ValueError(f"{key!r} is not the canonical number of a document")
    serial, year, symbol = match.groups()
    return KeyParts(int(serial), int(year) if year else None, symbol)
