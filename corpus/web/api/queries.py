"""The parameters that several addresses take. A parameter that an address does not know is refused: it was meant to
do something.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

from fastapi import Path
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from corpus.cli.languages import Language
from corpus.questions.documents import HASH_DIGITS

__all__ = ["DOCUMENT_ID", "Day", "DocumentId", "InLanguage", "Listing", "OfDocuments", "Words"]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_MOST = 200
_LONGEST = 500

DOCUMENT_ID = f"^[0-9a-f]{{{HASH_DIGITS},64}}$"


def _plain_day(value: object) -> object:
    """Let nothing but ISO 8601 pass: the library would take ``0`` for a day in 1970."""
    if isinstance(value, str) and not _DAY.fullmatch(value):
        raise ValueError("must be a day, YYYY-MM-DD")
    return value


Day = Annotated[dt.date, BeforeValidator(_plain_day)]
"""A day as ``2031-05-31``."""

Words = Annotated[str, Field(max_length=_LONGEST)]
"""What a person types."""

DocumentId = Annotated[
    str,
    Path(
        pattern=DOCUMENT_ID,
        description="The SHA-256 of the document's file, or the first 16 or more of its digits, as in `id`.",
        examples=["3f0c9a41d27be605"],
    ),
]


class InLanguage(BaseModel):
    """What every address takes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lang: Language | None = Field(None, description="The language of messages.")


class Listing(InLanguage):
    """A page of a list."""

    limit: int = Field(50, ge=1, le=_MOST, description="At most so many.")
    after: str | None = Field(
        None,
        max_length=_LONGEST,
        description="The cursor of the page before: its `next`. It stays valid as the archive grows.",
    )


class OfDocuments(Listing):
    """A page of a list of documents, narrowed by their catalogue."""

    type: str | None = Field(None, max_length=_LONGEST, description="A document type, as in `doc_type`: `ke_hoach`.")
    issuer: str | None = Field(None, max_length=_LONGEST, description="The issuer, letter for letter.")
    year: int | None = Field(None, ge=1, le=9999, description="The year of issue.")
    place: str | None = Field(None, max_length=_LONGEST, description="The place of issue, letter for letter.")
