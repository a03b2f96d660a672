"""The figures are those of the reference scorer that lies beside the annotated documents, to the digit.

It is not part of the project; where it is not there, the rules are still held by test_scoring.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from corpus.evaluate import GoldDocument, evaluate, load_gold
from corpus.evaluate.report import as_json
from corpus.evaluate.running import extract_record, load_predictions

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = ROOT / "corpus" / "samples"
REFERENCE = ROOT.parent / "shared" / "gold" / "score.py"

pytestmark = pytest.mark.skipif(not REFERENCE.is_file(), reason="the reference scorer is not beside this checkout")

Record = dict[str, Any]


def reference(folder: Path, predictions: Path, out: Path) -> Record:
    command = [sys.executable, str(REFERENCE), str(folder), str(predictions), "--json", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    rows: Record = json.loads(out.read_text("utf-8"))
    return rows


def agree(ours: Record, theirs: Record) -> bool:
    """Tell whether all rows of the reference are ours, to the digit; rows of work and links are ours alone."""
    assert theirs
    return {row: ours[row] for row in theirs} == theirs


def perfect(gold: GoldDocument) -> Record:
    """The prediction that annotation itself would make."""
    record: Record = {
        "source": {"sha256": gold.sha256},
        "header": {key: value[0] if isinstance(value, list) else value for key, value in gold.header.items()},
        "signature": {"signer": gold.header.get("signer")},
    }
    for layer, records in gold.records.items():
        record[layer] = [
            {
                **{key: value for key, value in one.items() if key not in ("start", "end", "from", "to")},
                **({"start": one["from"], "end": one["to"]} if "from" in one else {}),
                "span": {"start": one["start"], "end": one["end"]},
                "parent": None if one.get("level", 1) == 1 else "above",
            }
            for one in records
        ]
    return record


def spoiled(record: Record, chance: random.Random) -> Record:
    """Lose, shift, double and falsify some records, as a bad extractor would."""
    for layer in ("sections", "citations", "deadlines", "targets", "responsibilities"):
        kept = []
        for one in record.get(layer, []):
            fate = chance.random()
            if fate < 0.15:
                continue
            if fate < 0.4:
                shift = chance.randint(-12, 12)
                one["span"] = {"start": max(0, one["span"]["start"] + shift), "end": one["span"]["end"] + abs(shift)}
            if 0.3 < fate < 0.6:
                field = chance.choice(sorted(set(one) - {"span"}))
                one[field] = chance.choice([None, "", "khac", "90", "Sở Nội vụ"])
            kept.append(one)
            if fate > 0.9:
                kept.append(json.loads(json.dumps(one)))
        chance.shuffle(kept)
        record[layer] = kept
    record["header"].pop(chance.choice(sorted(record["header"])), None)
    return record


@pytest.mark.parametrize("seed", range(6))
def test_spoiled_predictions(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    records = [spoiled(perfect(gold), chance) for gold in load_gold(SAMPLES)][seed % 2 :]
    predictions = tmp_path / "predictions.jsonl"
    predictions.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    by_hash = load_predictions(predictions)
    ours = as_json(evaluate(SAMPLES, lambda gold: by_hash.get(gold.sha256)))["total"]
    assert agree(ours, reference(SAMPLES, predictions, tmp_path / "reference.json"))


def test_extracted_records(tmp_path: Path) -> None:
    predictions = tmp_path / "predictions.jsonl"
    with predictions.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(extract_record(gold)) + "\n" for gold in load_gold(SAMPLES))
    ours = as_json(evaluate(SAMPLES))["total"]
    assert agree(ours, reference(SAMPLES, predictions, tmp_path / "reference.json"))
