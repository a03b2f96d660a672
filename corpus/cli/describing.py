"""``trichluc store datasette-metadata``: what Datasette is told of an archive, to a file or to standard output."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from corpus.cli.answers import ask
from corpus.cli.messages import Messages
from corpus.cli.streams import complain
from corpus.export.placing import placed_file
from corpus.store import Store
from corpus.store.datasette import metadata

__all__ = ["write_datasette_metadata"]

_STANDARD_OUTPUT = "-"


def write_datasette_metadata(store: Path, output: str | None, say: Messages) -> int:
    """Write the metadata in the language of the messages, and return the exit code."""

    def run(archive: Store) -> None:
        text = json.dumps(metadata(archive, say.language.value), ensure_ascii=False, indent=2) + "\n"
        if output is None or output == _STANDARD_OUTPUT:
            sys.stdout.write(text)
            return
        with placed_file(Path(output)) as file:
            file.write(text.encode("utf-8"))
        complain(say("note"), say("datasette.written", store=store, name=output))

    return ask(store, run, say)
