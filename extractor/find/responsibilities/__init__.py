"""Which bodies are answerable for which work, and in what role."""

from extractor.find.responsibilities.finder import find_responsibilities

__all__ = ["find_responsibilities"]
