"""Joins what was found: every mention to its section, deadlines to their bodies, targets to their deadline."""
