"""From the text as loaded to the text as read, with every offset leading back."""

from extractor.text.flow import Flow, lay_out
from extractor.text.letters import lowered
from extractor.text.lines import Lines, split_lines
from extractor.text.normalise import UPRIGHT_LINES, normalise
from extractor.text.offsets import OffsetMap
from extractor.text.source import SourceText

__all__ = [
    "UPRIGHT_LINES",
    "Flow",
    "Lines",
    "OffsetMap",
    "SourceText",
    "lay_out",
    "lowered",
    "normalise",
    "split_lines",
]
