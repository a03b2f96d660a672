"""The command line: ``trichluc``, or ``python -m corpus.cli``.

Every import here is late: ``trichluc --help`` must answer at once, and a command pays only for what it uses.
"""

import sys

__all__ = ["main"]


def main() -> None:
    """Run the command line with the arguments of this process, and end it with the exit code.

    0: done. 1: some inputs failed, the rest is done. 2: wrong usage.
    """
    from corpus.cli.app import run
    from corpus.garbage import collect_seldom

    collect_seldom()
    sys.exit(run(sys.argv[1:]))
