"""What a directive says of itself: type, number, issuer, date, title."""

import datetime as dt
import re
from typing import Annotated, Self

from pydantic import Field, model_validator

from schemas.number import Key, key_parts
from schemas.record import Filled, Inferred, Record
from schemas.vocabulary import DocumentType, Secrecy, Urgency

_LEADING_DIGITS = re.compile("[0-9]+")


class Header(Record):
    """The facts of the letterhead, the type line and the date line; null where the document does not give them."""

    doc_type: DocumentType | None = Field(None, description="Type of the document.")
    number: Annotated[str, Field(pattern=r"^\S+$")] | None = Field(
        None, description="Number and symbol as printed, without inner spaces: 26/KH-LĐLĐ."
    )
    key: Key | None = Field(None, description="The number in canonical form, as in citations: 01-KL/TW, 26/KH-LĐLĐ.")
    issuer: Filled | None = Field(
        None, description="The body that issues, in sentence case with abbreviations expanded."
    )
    parent_issuer: Filled | None = Field(None, description="The body above the issuer in the letterhead.")
    place: Filled | None = Field(None, description="Place of the date line: Đắk Lắk.")
    issued_on: dt.date | None = Field(None, description="Date of the date line; null in a draft with blanks.")
    title: Filled | None = Field(None, description="The subject (trích yếu), its lines joined by single spaces.")
    urgency: Urgency | None = Field(None, description="Degree of urgency stamped on the document.")
    secrecy: Secrecy | None = Field(None, description="Degree of secrecy stamped on the document.")
    addressees: tuple[Filled, ...] = Field((), description="To whom it is addressed (Kính gửi), in document order.")
    inferred: Inferred = ()

    @model_validator(mode="after")
    def _key_is_of_the_number(self) -> Self:
        if self.key is None:
            return self
        if self.number is None:
            raise ValueError(f"key {self.key!r} needs the number that it is the canonical form of")
        printed = _LEADING_DIGITS.match(self.number)
        if printed and int(printed[0]) != key_parts(self.key).serial:
            raise ValueError(f"key {self.key!r} has another serial than number {self.number!r}")
        return self
