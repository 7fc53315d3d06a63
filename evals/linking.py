"""`python -m evals.linking`: what each setting of link is worth, on gva; the figures beside the settings are its."""

from __future__ import annotations

import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from evals.baseline import rows
from evals.trials import folder
from tollbook import config, link, model, pipeline, plugins

FIELDS = ("url", "publisher", "title", "published")


def readings(inputs: Path) -> list[model.Reading]:
    """Every document of the file, read as a build reads it; no copies are traced, so that words alone are measured."""
    stages = config.stages(config.Config(), plugins.tables())
    return [pipeline.read_document(_raw(row), stages) for row in rows(inputs)]


def _raw(row: Mapping[str, Any]) -> model.RawDocument:
    return model.RawDocument(row["id"], "text", row["text"], **{name: row.get(name) for name in FIELDS})


def b_cubed(truth: Mapping[str, str], main: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over documents; one that is mainly about nothing is alone."""
    found, gold = defaultdict(set), defaultdict(set)
    for document, incident in truth.items():
        found[main.get(document, document)].add(document)
        gold[incident].add(document)
    pairs = [(found[main.get(one, one)], gold[truth[one]]) for one in truth]
    precision = sum(len(mine & right) / len(mine) for mine, right in pairs) / len(pairs)
    recall = sum(len(mine & right) / len(right) for mine, right in pairs) / len(pairs)
    return precision, recall, 2 * precision * recall / (precision + recall)


def dated(gold: Sequence[Mapping[str, Any]], incidents: Sequence[model.Incident]) -> float:
    """The share of the gold incidents whose date is exact on the incident that most of their documents are about."""
    by_document = {document: one for one in incidents for document in one.about}
    right = 0
    for row in gold:
        votes = Counter(by_document[one].id for one in row["documents"] if one in by_document)
        when = {one.id: one.when for one in by_document.values()}[votes.most_common(1)[0][0]] if votes else None
        right += when is not None and when.start == when.end == row["date"]
    return right / len(gold)


def variants() -> Iterator[tuple[str, link.Settings]]:
    """The settings as they are, and each of them changed."""
    base = link.Settings()
    yield "as shipped", base
    for same in (0.06, 0.08, 0.12, 0.18):
        yield f"same {same}", replace(base, same=same)
    yield "days left out", replace(base, days=(), days_beyond=1.0)
    yield "publication left out", replace(base, published=(), published_beyond=1.0)
    yield "words alone", replace(base, days=(), days_beyond=1.0, published=(), published_beyond=1.0)


def small_books(gold: Sequence[Mapping[str, Any]], read: Sequence[model.Reading], unseen: int) -> Iterator[float]:
    """The F1 of books of two, four and twelve incidents, each the average of forty drawn by lot."""
    by_id, lots = {one.document.id: one for one in read}, random.Random(3)
    for size in (2, 4, 12):
        drawn = [[(row, id) for row in lots.sample(gold, size) for id in row["documents"][:3]] for _ in range(40)]
        yield sum(_f1_of(book, by_id, link.Settings(unseen=unseen)) for book in drawn) / len(drawn)


def _f1_of(book: Sequence[Any], by_id: Mapping[str, model.Reading], settings: link.Settings) -> float:
    incidents = link.LINKERS["words"]([by_id[id] for _, id in book], tuple, settings)
    truth = {id: row["incident"] for row, id in book}
    return b_cubed(truth, {id: one.id for one in incidents for id in one.about})[2]


def main() -> int:
    """Prints precision, recall, F1 and dates for each variant, then small books; 0 also where there is no data."""
    place = folder()
    if place is None:
        print("nothing measured: no labelled data; set TOLLBOOK_DATA to the folder that holds evals/")
        return 0
    gold = [json.loads(line) for line in (place / "data/gva/gold.jsonl").read_text(encoding="utf-8").splitlines()]
    truth = {document: row["incident"] for row in gold for document in row["documents"]}
    read = readings(place / "data/gva/documents.jsonl")
    for name, settings in variants():
        incidents = link.LINKERS["words"](read, tuple, settings)
        main_of = {document: one.id for one in incidents for document in one.about}
        scores = (*b_cubed(truth, main_of), dated(gold, incidents))
        print(f"{name:22}", *(f"{score:.4f}" for score in scores), flush=True)
    for unseen in (1, 10, 30, 100):
        print(f"small books, unseen {unseen:3}", *(f"{one:.4f}" for one in small_books(gold, read, unseen)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
