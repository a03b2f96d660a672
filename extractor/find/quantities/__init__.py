"""Numbers with their comparator and unit.

`finder` reads them, `grammar` holds the patterns made of the lexicon, `numerals` knows the value of a printed number,
`counted` where the counted noun ends.
"""

from extractor.find.quantities.finder import find_quantities

__all__ = ["find_quantities"]
