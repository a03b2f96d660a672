"""What a person does not want to type every time stands in a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.cli.configuration import find_configuration
from tests.conftest import Run

FILE = "trichluc.toml"


def asked_store(trichluc: Run, *arguments: str, environment: dict[str, str] | None = None) -> str:
    """The archive that a command goes to: named in the message, for there is none."""
    done = trichluc("stats", *arguments, environment=environment)
    return done.stderr.decode().removeprefix("trichluc: error: ").partition(":")[0]


def test_option_of_all_commands(trichluc: Run, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('store = "shared.db"\n')
    assert asked_store(trichluc) == "shared.db"


def test_option_of_one_command_wins_over_the_shared_one(trichluc: Run, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('store = "shared.db"\n[stats]\nstore = "own.db"\n')
    assert asked_store(trichluc) == "own.db"


def test_environment_wins_over_the_file(trichluc: Run, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('store = "shared.db"\n')
    assert asked_store(trichluc, environment={"TRICHLUC_STORE": "environment.db"}) == "environment.db"


def test_command_line_wins_over_everything(trichluc: Run, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('store = "shared.db"\n')
    assert asked_store(trichluc, "--store", "typed.db", environment={"TRICHLUC_STORE": "env.db"}) == "typed.db"


def test_language(trichluc: Run, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('lang = "vi"\n')
    assert trichluc("stats", "--store", "a.db").stderr.decode().startswith("trichluc: lỗi:")


def test_language_of_the_command_line_wins(trichluc: Run, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('lang = "vi"\n')
    assert trichluc("stats", "--store", "a.db", "--lang", "en").stderr.decode().startswith("trichluc: error:")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param("store = [", "Invalid", id="not TOML"),
        pytest.param("stor = 'a.db'", "stor is no option of any command", id="no option"),
        pytest.param("[statz]", "statz is no command", id="no command"),
        pytest.param("stats = 1", "stats is no option of any command", id="a command that is no table"),
        pytest.param(
            "[stats]\nstor = 'a.db'", "stats.stor is no option; there are: format, store", id="not its option"
        ),
        pytest.param("[stats]\nhelp = true", "stats.help is no option", id="an option of one call"),
        pytest.param("[index]\nprune = 'yes'", "index.prune must be true or false", id="a flag"),
        pytest.param("[index]\nredo = 'all'", "index.redo must be a list", id="an option that may be repeated"),
        pytest.param("[stats]\nstore = ['a']", "stats.store must be one value", id="one that may not"),
        pytest.param("[stats]\nstore = 2020-01-01", "stats.store must be a text, a number", id="a date"),
        pytest.param("lang = 'fr'", "lang must be one of vi, en", id="no language"),
    ],
)
def test_what_cannot_be_is_refused(content: str, reason: str, trichluc: Run, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(content)
    done = trichluc("stats")
    assert done.returncode == 2
    assert f"{tmp_path / FILE}: {reason}" in done.stderr.decode()


def test_a_value_that_the_option_does_not_take_names_the_file(trichluc: Run, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("[search]\nlimit = 0\n")
    done = trichluc("search", "x")
    assert done.returncode == 2
    assert f"taken from {tmp_path / FILE}" in done.stderr.decode()


def test_a_file_that_is_named_must_exist(trichluc: Run) -> None:
    done = trichluc("stats", "--config", "none.toml")
    assert (done.returncode, done.stderr) == (2, b"trichluc: error: none.toml: No such file or directory\n")


@pytest.mark.parametrize(
    ("made", "environment", "found"),
    [
        pytest.param([], {}, None, id="none"),
        pytest.param(["home/.config/trichluc/trichluc.toml"], {}, "home/.config/trichluc/trichluc.toml", id="user's"),
        pytest.param(
            ["home/.config/trichluc/trichluc.toml", "xdg/trichluc/trichluc.toml"],
            {"XDG_CONFIG_HOME": "xdg"},
            "xdg/trichluc/trichluc.toml",
            id="XDG_CONFIG_HOME",
        ),
        pytest.param(["trichluc.toml", "home/.config/trichluc/trichluc.toml"], {}, "trichluc.toml", id="folder's"),
        pytest.param(["trichluc.toml"], {"TRICHLUC_CONFIG": "other.toml"}, "other.toml", id="named"),
        pytest.param(["trichluc.toml"], {"TRICHLUC_CONFIG": ""}, None, id="none wanted"),
    ],
)
def test_which_file_counts(
    made: list[str], environment: dict[str, str], found: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in made:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).touch()
    assert find_configuration(None, {"HOME": "home", **environment}, Path()) == (Path(found) if found else None)
