"""Bulk indexing: from folders of files to an archive, in parallel, and again without doing anything twice.

report = index(["documents/"], "archive.db")
print(report.documents, "documents,", report.failures, "failures")
"""

from corpus.index.run import Options, Redo, Report, Watcher, index

__all__ = ["Options", "Redo", "Report", "Watcher", "index"]
