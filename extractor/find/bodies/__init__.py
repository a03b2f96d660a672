"""Names of bodies, and of kinds of bodies, wherever they stand in what the document says."""

from extractor.find.bodies.finder import canon_of, find_bodies

__all__ = ["canon_of", "find_bodies"]
