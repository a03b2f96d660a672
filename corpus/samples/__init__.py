"""Sample directives written for the project, each with its annotation.

The texts have the true form of Vietnamese official documents and invented content, so that tests, the
quick start and `trichluc evaluate` run anywhere. Beside `NAME.txt` lies `NAME.gold.json`, the standoff
annotation that `README.md` in this folder explains.

The files are package data: `importlib.resources.files("corpus.samples")` reaches them as well.
"""

from pathlib import Path

__all__ = ["chain_paths", "gold_path", "sample_paths"]

_HERE = Path(__file__).parent


def sample_paths() -> list[Path]:
    """Return the texts of all samples, sorted by name."""
    return sorted(_HERE.glob("*.txt"))


def chain_paths() -> list[Path]:
    """Return the texts of a resolution and the plans that carry it down, sorted by name; they are not annotated."""
    return sorted((_HERE / "chain").glob("*.txt"))


def gold_path(sample: Path) -> Path:
    """Return where the annotation of a sample's text lies (`NAME.txt` → `NAME.gold.json`)."""
    return sample.with_suffix(".gold.json")
