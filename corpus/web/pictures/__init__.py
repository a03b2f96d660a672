"""Pictures made on the server: SVG in the page, from data alone.

Colours are classes, so that a page in the dark shows them dark; text is escaped; places along the width are percentages
where a picture has to fit any screen, so that letters keep their size. Whatever a picture shows is beside it in words.
"""

from corpus.web.pictures.bars import Bar, Column, bar, columns
from corpus.web.pictures.graph import GraphEdge, GraphNode, graph, graph_file
from corpus.web.pictures.line import Stretch, axis, track

__all__ = [
    "Bar",
    "Column",
    "GraphEdge",
    "GraphNode",
    "Stretch",
    "axis",
    "bar",
    "columns",
    "graph",
    "graph_file",
    "track",
]
