"""Optical character recognition: tesseract with Vietnamese, on pictures of pages."""

from corpus.files.recognition.tesseract import DPI, Picture, recognise, warnings_of, why_not
from corpus.files.recognition.words import Reading

__all__ = ["DPI", "Picture", "Reading", "recognise", "warnings_of", "why_not"]
