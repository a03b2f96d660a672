"""A check of our own for schemathesis: what fits the description is never refused for its form."""

from __future__ import annotations

from typing import Any

import schemathesis

UNPROCESSABLE = 422


@schemathesis.check
def fitting_requests_are_not_invalid(
    ctx: schemathesis.CheckContext, response: schemathesis.Response, case: schemathesis.Case[Any]
) -> None:
    if response.status_code != UNPROCESSABLE or case.meta is None or not case.meta.generation.mode.is_positive:
        return
    code = response.json()["code"]
    assert code != "invalid", response.text
