"""Files that hold other files: which they are, and the documents in them.

A document inside bears both names: ``archive.zip!/folder/inner.docx``.
"""

from corpus.files.containers.walking import CONTAINERS, Member, documents_in

__all__ = ["CONTAINERS", "Member", "documents_in"]
