"""How far each record may be relied on, and why.

Every finding shows signals: the rule that decided it and what can be seen of it and around it (`signals`). A signal has
a weight in log odds for each layer in ``lexicon/confidence.toml``; base and weights add up to the log odds that the
record is right (`model`). The weights are fitted to annotated documents by ``python -m corpus.calibrate``.
"""

from extractor.confidence.model import Explanation, confidence_of, explanation_of
from extractor.confidence.signals import Signals, read_signals

__all__ = ["Explanation", "Signals", "confidence_of", "explanation_of", "read_signals"]
