"""Elements of SVG as text that is safe in a page and well-formed XML."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from corpus.export.plain import without_controls

__all__ = ["element", "percent", "picture"]

_NAMES = {"class_": "class"}


def element(name: str, *content: Markup | str, **attributes: str | float | None) -> Markup:
    """An element; ``None`` leaves an attribute out. ``stroke_width`` is ``stroke-width``, ``class_`` is ``class``."""
    said = "".join(
        f' {_NAMES.get(key) or key.replace("_", "-")}="{escape(_value(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = Markup("").join(part if isinstance(part, Markup) else escape(without_controls(part)) for part in content)
    return Markup(f"<{name}{said}>{inner}</{name}>" if content else f"<{name}{said}/>")


def picture(
    content: Iterable[Markup], title: str, description: str, *, id_: str, **attributes: str | float | None
) -> Markup:
    """A whole picture with its name and its description, for those who do not see it. ``id_`` is its own on a page."""
    return element(
        "svg",
        element("title", title, id=f"{id_}-title"),
        element("desc", description, id=f"{id_}-desc"),
        *content,
        xmlns="http://www.w3.org/2000/svg",
        aria_labelledby=f"{id_}-title",
        aria_describedby=f"{id_}-desc",
        **attributes,
    )


def percent(share: float) -> str:
    """A place along the width."""
    return f"{round(100 * share, 3):g}%"


def _value(value: str | float) -> str:
    return without_controls(value) if isinstance(value, str) else f"{round(value, 2):g}"
