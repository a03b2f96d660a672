"""Adding documents by way of the page: what is sent is kept at once and indexed in the background.

The folder of what was sent and the archive together tell how far it is, so that nothing is lost or forgotten when the
server stops: ``Worker`` goes on with what lies there unread, ``Jobs`` says of each file what came of it.
"""

from corpus.web.adding.desk import Desk
from corpus.web.adding.worker import FullError

__all__ = ["Desk", "FullError"]
