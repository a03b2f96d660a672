"""A package with a file of its own: a library that installs its tests under this name does not stand before it."""
