"""`python -m evals.nearness`: how much of each set the encoder reads, and how many reports are read which way."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from evals.trials import TRIALS, folder
from tollbook import annotate, config, model, plugins, read, terms

near = annotate.encoder.near
SETS = [trial for trial in TRIALS if trial.name in ("gva", "airwars", "polnear")]


def pages(inputs: Path) -> Iterator[tuple[model.Annotations, str]]:
    """What the rules find in each report's text, and its headline."""
    stages = config.stages(config.Config(annotate="rules", attribute="rules"), plugins.tables())
    for raw in read.documents([inputs]):
        if isinstance(raw, model.RawDocument):
            document = stages.clean(raw)
            yield stages.annotate(document, terms.Field.TEXT), document.title or ""


def main() -> int:
    """Prints a row a set; 0 also without data."""
    place = folder()
    if place is None:
        print("nothing measured: no labelled data; set TOLLBOOK_DATA to the folder that holds evals/")
        return 0
    for one in SETS:
        ways: Counter[str] = Counter()
        letters: Counter[str] = Counter()
        for page, headline in pages(place / "data" / one.inputs):
            ways[near.way_of(page, headline)] += 1
            letters["all"] += sum(span.end - span.start for span in page.sentences)
            letters["read"] += sum(span.end - span.start for span in near.near(page, headline))
        told = ", ".join(f"{count} {way}" for way, count in ways.most_common())
        print(f"{one.name:8} {letters['read'] / letters['all']:.0%} of {ways.total()} reports read: {told}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
