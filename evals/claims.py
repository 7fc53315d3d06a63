"""Our own labels of single claims, kept stand-off: the scorer is given them with the words taken from the texts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from evals.baseline import rows

LABELS = Path(__file__).with_name("labels") / "claims.jsonl"
CORPORA = ("gva", "airwars")

Row = Mapping[str, Any]


def gold(labels: Sequence[Row], texts: Mapping[str, str]) -> list[dict[str, Any]]:
    """The labels as the scorer reads them: the chain, which is kept as spans, becomes the names that stand there."""
    return [
        {**label, "chain": [texts[label["document"]][start:end] for start, end in label["chain"]]} for label in labels
    ]


def written(half: str, data: Path, work: Path, place: Path = LABELS) -> tuple[Path, Path]:
    """The labelled documents of one half and the answers to them, both as files in `work`."""
    labels = [label for label in rows(place) if label["half"] == half]
    wanted = {label["document"] for label in labels}
    documents = [row for name in CORPORA for row in rows(data / name / "documents.jsonl") if row["id"] in wanted]
    answers = gold(labels, {row["id"]: row["text"] for row in documents})
    return _lines(documents, work / "documents.jsonl"), _lines(answers, work / "gold.jsonl")


def _lines(values: Sequence[Row], place: Path) -> Path:
    place.write_text("".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values), encoding="utf-8")
    return place
