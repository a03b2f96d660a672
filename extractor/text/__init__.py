"""From the text as loaded to the text as read, with every offset leading back."""

from extractor.text.flow import Flow, FlowBuilder
from extractor.text.letters import lowered
from extractor.text.lines import Line, split_lines
from extractor.text.normalise import UPRIGHT_LINES, normalise
from extractor.text.offsets import OffsetMap
from extractor.text.source import SourceText

__all__ = [
    "UPRIGHT_LINES",
    "Flow",
    "FlowBuilder",
    "Line",
    "OffsetMap",
    "SourceText",
    "lowered",
    "normalise",
    "split_lines",
]
