"""Mentions of other documents."""

import datetime as dt
from typing import Annotated, Self

from pydantic import Field, model_validator

from schemas.number import Key, key_parts
from schemas.record import Confidence, Evidence, Filled, Id, Inferred
from schemas.vocabulary import DocumentType, Relation


class Citation(Evidence):
    """One mention of a particular document other than the citing one, numbered or named."""

    doc_type: DocumentType | None = Field(None, description="Type of the cited document, stated or told by its symbol.")
    key: Key | None = Field(
        None, description="Number in canonical form: 195-KH/TU, 49/2021/NĐ-CP; null for a named document."
    )
    serial: Annotated[int, Field(strict=True, ge=0)] | None = Field(None, description="The number alone: 195.")
    year: Annotated[int, Field(strict=True, ge=1900, le=2999)] | None = Field(
        None, description="The year, only where it is printed in the number: 49/2021/NĐ-CP."
    )
    symbol: Annotated[str, Field(pattern=r"^\S+$")] | None = Field(
        None, description="What follows the number: KH/TU, NĐ-CP, KH-LĐLĐ."
    )
    name: Filled | None = Field(
        None, description="What identifies a named document, without its type and dates: Trung ương 4 khóa XII."
    )
    issued_on: dt.date | None = Field(None, description="Date of the cited document, where the mention gives it.")
    issuer: Filled | None = Field(None, description="Who issued it, as printed.")
    title: Filled | None = Field(None, description="Its subject, quoted or after 'về', without quotes.")
    provisions: tuple[Filled, ...] = Field((), description="Cited parts, largest first within each: Điều 5 khoản 2.")
    relation: Relation = Field(description="What the citing document does to the cited one.")
    section: Id | None = Field(None, description="Id of the section of the mention; null outside the outline.")
    inferred: Inferred = ()
    confidence: Confidence

    @model_validator(mode="after")
    def _key_is_of_its_parts(self) -> Self:
        if self.key is None:
            return self
        serial, year, symbol = key_parts(self.key)
        if self.serial != serial:
            raise ValueError(f"serial {self.serial} is not that of key {self.key!r}")
        if self.year != year:
            raise ValueError(f"year {self.year} is not that of key {self.key!r}")
        # The key has the symbol's official case, whatever the print has: 01-CTr/TU for a printed 01-Ctr/TU.
        if self.symbol is None or self.symbol.casefold() != symbol.casefold():
            raise ValueError(f"symbol {self.symbol!r} is not that of key {self.key!r}")
        return self
