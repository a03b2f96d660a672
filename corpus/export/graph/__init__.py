"""Who cites what, as a graph: its nodes are works, whether the archive holds a copy or not, its edges citations."""

from corpus.export.graph.reading import Edge, Graph, Level, Node

__all__ = ["Edge", "Graph", "Level", "Node"]
