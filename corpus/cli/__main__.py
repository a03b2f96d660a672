"""``python -m corpus.cli``."""

from corpus.cli import main

main()
