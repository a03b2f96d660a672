"""Quantities that someone commits to reach."""

from decimal import Decimal
from typing import Self

from pydantic import Field, model_validator

from schemas.record import Confidence, Evidence, Filled, Id, Inferred, Number
from schemas.vocabulary import Change, Comparator


class Target(Evidence):
    """A rate, a count or an amount to reach, with the thing measured."""

    comparator: Comparator = Field(description="How the quantity reached compares with the value.")
    value: Number = Field(description="The value in units, or the lower end of a range: 80000, 2.5.")
    value_max: Number | None = Field(None, description="The upper end of a range; null for all else.")
    unit: Filled | None = Field(None, description="'%', a currency, or the noun counted.")
    change: Change | None = Field(None, description="Set where the value is the amount of a change, not a level.")
    subject: Filled | None = Field(None, description="What is measured, from the same clause.")
    deadline: Id | None = Field(None, description="Id of the deadline that binds the target.")
    section: Id | None = Field(None, description="Id of the section of the target; null outside the outline.")
    inferred: Inferred = ()
    confidence: Confidence

    @model_validator(mode="after")
    def _range_has_two_ends(self) -> Self:
        if self.comparator is Comparator.RANGE:
            if self.value_max is None:
                raise ValueError("value_max is required where comparator is 'range'")
            if Decimal(self.value_max) < Decimal(self.value):
                raise ValueError(f"value_max {self.value_max} must not be less than value {self.value}")
        elif self.value_max is not None:
            raise ValueError(f"value_max must be null where comparator is {self.comparator.value!r}, not 'range'")
        return self
