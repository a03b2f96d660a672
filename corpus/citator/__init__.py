"""The citator: which document every mention means, and who cites what.

    with Store.create("archive.db") as store:
        resolve(store)

    with Store.open("archive.db") as store:
        for mention in cites(store, "01-KL/TW").mentions:
            print(mention.path, mention.section, mention.text)

How a work is told from another is in ``identity``, ``scope`` and ``terms``; how a mention is read in ``reading``; how
the archive's works explain what a mention leaves out in ``wanted``. Facts that change are in ``data``.
"""

from corpus.citator.citing import Citing, CitingMention, cites
from corpus.citator.resolving import Resolved, resolve, resolve_new, resolve_pending

__all__ = ["Citing", "CitingMention", "Resolved", "cites", "resolve", "resolve_new", "resolve_pending"]
