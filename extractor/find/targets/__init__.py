"""Which quantities someone commits to reach.

`finder` decides, by the `cues` of the clause and the `standing` of the section; `subjects` tells what is measured.
"""

from extractor.find.targets.finder import find_targets

__all__ = ["find_targets"]
