"""The outline of a document: its paragraphs, its head, its section tree and its close."""

from extractor.outline.read import read_outline

__all__ = ["read_outline"]
