"""``trichluc samples``: something to try the other commands on."""

from __future__ import annotations

import shutil
from pathlib import Path

from corpus.cli.messages import Messages
from corpus.cli.streams import complain
from corpus.errors import OutputNotWritableError
from corpus.samples import chain_paths, sample_paths

__all__ = ["write_samples"]


def write_samples(folder: Path, say: Messages) -> int:
    """Copy the texts of the samples into a folder, where they are not yet; return the exit code."""
    paths = [*sample_paths(), *chain_paths()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in paths:
            if not (folder / path.name).exists():
                shutil.copyfile(path, folder / path.name)
    except OSError as error:
        reason = error.strerror or str(error)
        complain(say("error"), say.error(OutputNotWritableError(name=str(folder), reason=reason)))
        return 1
    complain(say("note"), say("samples.written", count=len(paths), folder=folder))
    return 0
