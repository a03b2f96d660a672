"""Which quantities someone commits to reach.

`places` says where any can stand; `finder` decides, by the `cues` of the clause and the `standing` of the section;
`subjects` tells what is measured.
"""

from extractor.find.targets.finder import find_targets
from extractor.find.targets.places import places_of_targets

__all__ = ["find_targets", "places_of_targets"]
