"""The archive: many records in one SQLite file, with full-text search.

    with Store.create("archive.db") as store, writing(store) as writer:
        writer.put_file(state, [StoredFile(path, sha256, prepare(document, extractor_version="1"))], [])

    with Store.open("archive.db") as store:
        for row in store.rows("SELECT * FROM calendar WHERE last_day BETWEEN :first AND :last", {...}):
            ...

The layout is in ``migrations/``, written for people who open the file with other tools; ``README.md`` explains it.
"""

from corpus.store.place import default_store
from corpus.store.rows import PreparedDocument, prepare
from corpus.store.store import Store
from corpus.store.writing import FailedFile, FileState, StoredFile, Writer, writing

__all__ = [
    "FailedFile",
    "FileState",
    "PreparedDocument",
    "Store",
    "StoredFile",
    "Writer",
    "default_store",
    "prepare",
    "writing",
]
