"""``python -m corpus.calibrate SEEN_DIR… [--unseen DIR…] [--write]``: fit the weights of confidence.

The rules were built with the documents of SEEN_DIR at hand and are too often right in them. A weight of its own takes
that up, which is part of no confidence; how often records are right in new documents, the documents under ``--unseen``
say. Standard output shows what cross-validation by document finds: how reliable the confidence of records is in
documents that no weight was fitted to.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.calibrate.examples import examples_of
from corpus.calibrate.fitting import Fit, cross_validated, fit
from corpus.errors import GoldError
from corpus.evaluate.criteria import RECORD_LAYERS
from corpus.evaluate.reliability import Judgement, reliability_of
from corpus.evaluate.report import reliability_lines

_WEIGHTS = Path(__file__).resolve().parents[2] / "extractor" / "lexicon" / "confidence.toml"
_EXPECTED = Path(__file__).with_name("expected.toml")
_DIGITS = 2
_HEAD = """\
# What a signal tells of whether a record is right, in log odds: the confidence of a record is 1 / (1 + exp(-s)), s the
# sum of its layer's base and of the weights of the signals that it shows (`extractor/confidence`). A signal without a
# weight tells nothing. Fitted to annotated documents and written by `python -m corpus.calibrate … --write`.
"""


def main(arguments: Sequence[str]) -> int:
    """Fit, report and perhaps write; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m corpus.calibrate", description=__doc__.partition("\n\n")[2])
    parser.add_argument("seen", nargs="+", type=Path, metavar="SEEN_DIR", help="annotation the rules were built with")
    parser.add_argument("--unseen", nargs="*", type=Path, default=[], metavar="DIR", help="annotation first met since")
    parser.add_argument("--write", action="store_true", help=f"write {_WEIGHTS.name}")
    options = parser.parse_args(arguments)
    try:
        examples = [*examples_of(options.unseen, seen=False), *examples_of(options.seen, seen=True)]
    except GoldError as error:
        print(f"calibrate: {error}", file=sys.stderr)
        return 1
    expected = tomllib.loads(_EXPECTED.read_text("utf-8"))
    fits: dict[str, Fit] = {}
    for layer in RECORD_LAYERS:
        of_layer = [example for example in examples if example.layer == layer]
        prior, predictions = cross_validated(of_layer, expected[layer])
        fits[layer] = fit(of_layer, prior)
        trust = max((prior.expected[name] / weight for name, weight in expected[layer].items()), default=0.0)
        print(f"{layer}: penalty {prior.penalty}, trust in what is expected {trust}, seen {fits[layer].seen:+.2f}")
        for name, seen in (("unseen", False), ("seen", True)):
            held = [Judgement(layer, p, example.right) for p, example in predictions if example.seen is seen]
            if reliability := reliability_of(held):
                print("\n".join(f"  {name:8}{line}" for line in reliability_lines(layer, reliability)))
    if options.write:
        _WEIGHTS.write_text(_HEAD + "".join(_tables(fits)), encoding="utf-8", newline="\n")
    return 0


def _tables(fits: dict[str, Fit]) -> Iterator[str]:
    for layer, fitted in fits.items():
        yield f"\n[{layer}]\nbase = {fitted.base:.{_DIGITS}f}\n\n[{layer}.weights]\n"
        for name, weight in sorted(fitted.weights.items()):
            if round(weight, _DIGITS):
                yield f'"{name}" = {weight:.{_DIGITS}f}\n' if " " in name else f"{name} = {weight:.{_DIGITS}f}\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
