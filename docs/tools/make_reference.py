"""Write the pages of the reference that come from the program itself: its commands, and the fields of its records.

    python docs/tools/make_reference.py          # writes docs/reference/*.md
    python docs/tools/make_reference.py --check  # says which are out of date; exit code 1 if any is

A test runs the check: what a page says and what the program does cannot part.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import typer

from corpus.cli.app import application
from corpus.cli.languages import Language
from corpus.cli.messages import Messages
from schemas.published import CONTRACTS, json_schema

REFERENCE = Path(__file__).resolve().parent.parent / "reference"

_WORDS = {
    Language.EN: {
        "title": "Commands",
        "made": "This page is written by the program itself, from the help of its commands.",
        "options": "Options of every command",
        "option": "option",
        "meaning": "what it does",
        "default": "default",
    },
    Language.VI: {
        "title": "Các lệnh",
        "made": "Trang này do chính chương trình viết ra, từ phần trợ giúp của các lệnh.",
        "options": "Tùy chọn chung của mọi lệnh",
        "option": "tùy chọn",
        "meaning": "ý nghĩa",
        "default": "mặc định",
    },
}


def main() -> None:
    """Write the pages, or check them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a page is out of date")
    check = parser.parse_args().check
    outdated = [path for path, text in pages().items() if not path.exists() or path.read_text("utf-8") != text]
    for path in outdated:
        if check:
            print(f"out of date: {path.name}", file=sys.stderr)
        else:
            path.write_text(pages()[path], "utf-8")
            print(f"written: {path.name}")
    if check and outdated:
        sys.exit(1)


def pages() -> dict[Path, str]:
    """Every page by its file."""
    return {
        REFERENCE / "commands.md": commands_page(Language.EN),
        REFERENCE / "commands.vi.md": commands_page(Language.VI),
        REFERENCE / "records.md": records_page(),
    }


def commands_page(language: Language) -> str:
    """All commands with all their options, in one language."""
    words = _WORDS[language]
    root: Any = typer.main.get_command(application(Messages(language)))
    parts = [f"# {words['title']}", words["made"], f"## {words['options']}", _options_table(root, words)]
    for name, command in _commands(root):
        usage = " ".join(part for part in ("trichluc", name, *_arguments(command)) if part)
        parts += [f"## `trichluc {name}`", _paragraph(command.help), f"```text\n{usage} [OPTIONS]\n```"]
        if table := _options_table(command, words):
            parts.append(table)
    return "\n\n".join(parts) + "\n"


def _commands(group: Any, above: str = "") -> Iterator[tuple[str, Any]]:
    """The commands and those of groups, in the order of the help."""
    for name, command in group.commands.items():
        path = f"{above}{name}"
        if hasattr(command, "commands"):
            yield from _commands(command, f"{path} ")
        elif not command.hidden:
            yield path, command


def _arguments(command: Any) -> list[str]:
    return [
        parameter.metavar or parameter.name.upper() for parameter in command.params if _kind(parameter) == "argument"
    ]


def _options_table(command: Any, words: Mapping[str, str]) -> str:
    rows = [
        f"| {_names(parameter)} | {_cell(parameter.help)} | {_default(parameter)} |"
        for parameter in command.params
        if not getattr(parameter, "hidden", False) and parameter.help
    ]
    head = [f"| {words['option']} | {words['meaning']} | {words['default']} |", "| --- | --- | --- |"]
    return "\n".join([*head, *rows]) if rows else ""


def _names(parameter: Any) -> str:
    if _kind(parameter) == "argument":
        return f"`{parameter.metavar or parameter.name.upper()}`".replace("|", "\\|")
    return ", ".join(f"`{name}`" for name in (*parameter.opts, *parameter.secondary_opts))


def _default(parameter: Any) -> str:
    value = parameter.default
    if value is None or value == [] or value is False or not parameter.show_default or callable(value):
        return ""
    return f"`{getattr(value, 'value', value)}`"


def _kind(parameter: Any) -> str:
    return str(parameter.param_type_name)


def _paragraph(text: str | None) -> str:
    return " ".join((text or "").split()).replace("``", "`")


def _cell(text: str | None) -> str:
    return _paragraph(text).replace("|", "\\|").replace("<", "&lt;")


def records_page() -> str:
    """The fields of everything that is written out, by the published schemas."""
    parts = [
        "# Records",
        "This page is written from the published JSON Schemas (`trichluc schema`). Values are stable; what is optional"
        " is `null` where the text does not say.",
    ]
    for contract in CONTRACTS:
        schema = json_schema(contract)
        parts.append(f"## `{contract}`")
        for name, part in {schema["title"]: schema, **schema.get("$defs", {})}.items():
            parts += [f"### {name}", _paragraph(part.get("description"))]
            if "enum" in part:
                parts.append(", ".join(f"`{value}`" for value in part["enum"]))
            if "properties" in part:
                parts.append(_fields_table(part))
    return "\n\n".join(part for part in parts if part) + "\n"


def _fields_table(schema: Mapping[str, Any]) -> str:
    rows = [
        f"| `{name}` | {_type(field)} | {_cell(field.get('description'))} |"
        for name, field in schema["properties"].items()
    ]
    return "\n".join(["| field | type | what it holds |", "| --- | --- | --- |", *rows])


def _type(field: Mapping[str, Any]) -> str:
    """The type in words: ``list of Section``, ``date or null``."""
    if "$ref" in field:
        name = str(field["$ref"]).rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in field:
        return " or ".join(_type(choice) for choice in field["anyOf"])
    if "allOf" in field:
        return " and ".join(_type(part) for part in field["allOf"])
    if field.get("type") == "array":
        return f"list of {_type(field.get('items', {}))}"
    if "const" in field:
        return f"`{field['const']}`"
    return str(field.get("format") or field.get("type") or "any")


if __name__ == "__main__":
    main()
