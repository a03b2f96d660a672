"""Pictures as SVG, drawn without other tools: who cites whom in layers, and deadlines along a line of time.

SVG(citation_picture(nodes, edges))        # in a notebook: from IPython.display import SVG
"""

from corpus.export.picture.choosing import chosen_graph
from corpus.export.picture.citations import citation_picture
from corpus.export.picture.timeline import timeline_picture

__all__ = ["chosen_graph", "citation_picture", "timeline_picture"]
