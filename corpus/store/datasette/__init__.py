"""An archive in Datasette: titles, facets, what columns hold, and the common questions.

    metadata(store, "vi")  # written as JSON: datasette archive.db --metadata metadata.json

What is said stands in TOML files in this folder, in both languages. ``plugin`` is what Datasette finds where this
package is installed beside it: the functions that the questions use, and links.
"""

from corpus.store.datasette.describing import PLUGIN, Language, metadata

__all__ = ["PLUGIN", "Language", "metadata"]
