"""The configuration file: options that a person does not want to type every time.

    # trichluc.toml
    store = "/srv/van-thu/archive.db"
    lang = "vi"

    [index]
    jobs = 4

    [deadlines]
    format = "csv"

At the top stand options that several commands have, and ``lang``; in the table of a command (of a command in a group:
``[reviews.export]``) its own. The names are those of the options without the dashes. The command line wins over the
environment, the environment over the file.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.cli.languages import Language

if TYPE_CHECKING:
    from corpus.errors import ConfigurationError

__all__ = ["VARIABLE", "Configuration", "find_configuration", "load_configuration", "take_configuration"]

VARIABLE = "TRICHLUC_CONFIG"
"""The environment variable that names the file; empty, no file is read."""

_OPTION = "--config"
_FILE = "trichluc.toml"
_LANGUAGE = "lang"
_STORE = "store"
_STORE_VARIABLE = "TRICHLUC_STORE"
"""``corpus.store.place.VARIABLE``: to import it would bring all of the archive along, for ``--help`` too."""
_NEVER = frozenset({"help", "version", "lang", "config", "install_completion", "show_completion"})
"""Options of one call, which make no sense in a file."""

Command = Any
"""A command as the parser has it: typer's own copy of click is not public."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a file says, unchecked until it is held against the commands. Empty where there is no file."""

    path: Path | None = None
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def language(self) -> Language | None:
        """The language of the messages. Raises ``ConfigurationError`` for one that they do not exist in."""
        if _LANGUAGE not in self.values:
            return None
        try:
            return Language(str(self.values[_LANGUAGE]))
        except ValueError as error:
            raise self._wrong(_LANGUAGE, f"must be one of {', '.join(Language)}") from error

    def defaults(self, command: Command, environment: Mapping[str, str]) -> dict[str, object]:
        """What the options of every command are where they are not given, in the form that the parser takes.

        Raises ``ConfigurationError`` for a name that no command or option has, and for a value of the wrong form.
        """
        own = {name: value for name, value in self.values.items() if name != _LANGUAGE}
        shared = {name: own.pop(name) for name in list(own) if not isinstance(own[name], dict)}
        used: set[str] = set()
        defaults = self._of_group(command, own, shared, used, at=())
        for name in shared.keys() - used:
            raise self._wrong(name, "is no option of any command")
        if environment.get(_STORE_VARIABLE):
            _leave_out(defaults, _STORE)
        return defaults

    def _of_group(
        self,
        group: Command,
        tables: Mapping[str, object],
        shared: Mapping[str, object],
        used: set[str],
        at: Sequence[str],
    ) -> dict[str, object]:
        for name in tables:
            if name not in group.commands:
                raise self._wrong(".".join((*at, name)), "is no command")
        defaults: dict[str, object] = {}
        for name, command in group.commands.items():
            table = tables.get(name, {})
            if not isinstance(table, dict):
                raise self._wrong(".".join((*at, name)), "must be a table, as it is named like a command")
            below = (*at, name)
            if hasattr(command, "commands"):
                defaults[name] = self._of_group(command, table, shared, used, below)
            else:
                defaults[name] = self._of_command(command, table, shared, used, below)
        return defaults

    def _of_command(
        self,
        command: Command,
        table: Mapping[str, object],
        shared: Mapping[str, object],
        used: set[str],
        at: Sequence[str],
    ) -> dict[str, object]:
        options = dict(_options(command))
        defaults: dict[str, object] = {}
        for name, value in shared.items():
            if name in options:
                used.add(name)
                defaults[options[name].name] = self._checked(options[name], value, name)
        for name, value in table.items():
            where = ".".join((*at, name))
            if name not in options:
                raise self._wrong(where, f"is no option; there are: {', '.join(sorted(options))}")
            defaults[options[name].name] = self._checked(options[name], value, where)
        return defaults

    def _checked(self, option: Command, value: object, where: str) -> object:
        """The value, if it has the right form. Whether the option takes it, the parser finds out."""
        if option.is_flag and not isinstance(value, bool):
            raise self._wrong(where, "must be true or false")
        if isinstance(value, list) != bool(option.multiple):
            raise self._wrong(where, "must be a list" if option.multiple else "must be one value")
        if not all(
            isinstance(one, bool | int | float | str) for one in (value if isinstance(value, list) else [value])
        ):
            raise self._wrong(where, "must be a text, a number, true or false")
        return value

    def _wrong(self, key: str, reason: str) -> ConfigurationError:
        return _error(self.path, f"{key} {reason}")


def take_configuration(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """Take ``--config FILE`` out of the arguments, wherever it stands, and return the file and the rest."""
    rest = list(arguments)
    for position, argument in enumerate(rest):
        if argument == "--":
            break
        option, equals, value = argument.partition("=")
        if option == _OPTION and equals:
            return value, rest[:position] + rest[position + 1 :]
        if option == _OPTION and position + 1 < len(rest):
            return rest[position + 1], rest[:position] + rest[position + 2 :]
    return None, rest


def find_configuration(given: str | None, environment: Mapping[str, str], folder: Path) -> Path | None:
    """The file that counts: the first of these that there is, and only that one.

    1. ``--config``, then ``$TRICHLUC_CONFIG``: one that is named must exist, ``load_configuration`` says so.
    2. ``trichluc.toml`` in the folder where the command is run.
    3. ``trichluc/trichluc.toml`` in the user's configuration folder: ``$XDG_CONFIG_HOME`` or ``~/.config`` (XDG Base
       Directory), ``~/Library/Application Support`` on macOS, ``%APPDATA%`` on Windows.
    """
    if given is not None:
        return Path(given)
    if VARIABLE in environment:
        return Path(environment[VARIABLE]) if environment[VARIABLE] else None
    places = (folder / _FILE, _user_folder(environment) / "trichluc" / _FILE)
    return next((place for place in places if place.is_file()), None)


def load_configuration(path: Path | None) -> Configuration:
    """Read the file. Raises ``ConfigurationError`` where it cannot be read or is not TOML."""
    if path is None:
        return Configuration()
    import tomllib

    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise _error(path, error.strerror or str(error)) from error
    except ValueError as error:  # also of UTF-8
        raise _error(path, str(error)) from error
    return Configuration(path, values)


def _user_folder(environment: Mapping[str, str]) -> Path:
    home = Path(environment.get("HOME") or Path.home())
    if sys.platform == "win32":
        return Path(environment.get("APPDATA") or home / "AppData" / "Roaming")
    if sys.platform == "darwin":
        return home / "Library" / "Application Support"
    return Path(environment.get("XDG_CONFIG_HOME") or home / ".config")


def _options(command: Command) -> Iterator[tuple[str, Command]]:
    """The options of a command by their long names, without the dashes."""
    for parameter in command.params:
        if parameter.param_type_name == "option" and parameter.name not in _NEVER:
            for name in parameter.opts:
                if name.startswith("--"):
                    yield name.removeprefix("--"), parameter


def _leave_out(defaults: dict[str, Any], name: str) -> None:
    defaults.pop(name, None)
    for value in defaults.values():
        if isinstance(value, dict):
            _leave_out(value, name)


def _error(path: Path | None, reason: str) -> ConfigurationError:
    from corpus.errors import ConfigurationError  # late: it brings the extractor along

    return ConfigurationError(name=str(path), reason=reason)
