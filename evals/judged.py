"""`python -m evals.judged`: how many of the claims read are right, by form, as judged by reading a random draw.

`--draw` reads gva and airwars again, draws as many claims by the seed and prints each with its surroundings, to be
judged; without it the table of the judgements in `labels/judged.jsonl` is printed, as it stands in docs/extract.md.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from evals.baseline import rows
from evals.claims import CORPORA
from evals.trials import folder
from tollbook import config, model, pipeline, plugins, read, terms

SEED, DRAWN = 20264, 200
AROUND = 220  # characters shown on either side of a claim
LABELS = Path(__file__).with_name("labels") / "judged.jsonl"
FORMS = ("digits", "number word", "bounds", "vague", "named", "one described", "several described", "none hurt")

Row = Mapping[str, Any]


def form(claim: model.Claim) -> str:
    """How the words give the figure: "12", "twelve", "at least 12", "dozens", a name, "a man", "her sons", "nobody"."""
    count = claim.count
    if count is None or count.high == 0:
        return "none hurt"
    if count.bound is terms.Bound.VAGUE:
        return "vague"
    if count.bound is not terms.Bound.EXACT:
        return "bounds"
    if claim.persons:
        return "named"
    if any(letter.isdigit() for letter in count.text) and "-year" not in count.text:
        return "digits"
    if count.low == 1:
        return "number word" if count.text.casefold().split()[0] == "one" else "one described"
    return "several described" if " " in count.text or not count.text.isalpha() else "number word"


def draw(place: Path) -> list[tuple[model.Document, model.Claim]]:
    """The claims of harm drawn from all that is read in the two corpora, in order of document and place."""
    stages = config.stages(config.Config(), plugins.tables())
    found = []
    for name in CORPORA:
        for raw in read.documents([place / "data" / name / "documents.jsonl"]):
            if isinstance(raw, model.RawDocument):
                reading = pipeline.read_document(raw, stages)
                found += [(reading.document, one) for one in reading.claims if one.harm and one.count]
    chosen = random.Random(SEED).sample(sorted(found, key=lambda one: (one[0].id, one[1].id)), DRAWN)
    return sorted(chosen, key=lambda one: (one[0].id, one[1].field, one[1].span))


def _shown(document: model.Document, claim: model.Claim) -> str:
    text, span, count = document.field(claim.field), claim.span, claim.count
    before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    words = " ".join(f"{before}[[{claim.quote}]]{after}".split())
    by = " > ".join(one.name for one in claim.sources) or "the report"
    said = count and f"{claim.harm} {count.low}-{count.high} {count.bound} ({count.text}) {claim.measure}"
    row = {"document": document.id, "field": claim.field, "span": [span.start, span.end], "harm": claim.harm,
           "low": count and count.low, "high": count and count.high, "form": form(claim)}  # fmt: skip
    return f"{json.dumps(row)}\n  {said} {claim.stance} {claim.certainty} by {by}\n  …{words}…\n"


def table(labels: Sequence[Row]) -> str:
    """Right and wrong by form, and why, as Markdown."""
    lines = ["| form | right | wrong | why |", "|---|---|---|---|"]
    for one in FORMS:
        if some := [label for label in labels if label["form"] == one]:
            lines.append(_line(one, some))
    return "\n".join([*lines, _line("all", labels)])


def _line(name: str, labels: Sequence[Row]) -> str:
    wrong = [label for label in labels if not label["right"]]
    return f"| {name} | {len(labels) - len(wrong)} | {len(wrong)} | {_why(wrong) if name != 'all' else ''} |"


def _why(wrong: Iterable[Row]) -> str:
    return ", ".join(f"{why} {many}" for why, many in Counter(label["why"] for label in wrong).most_common())


def main() -> int:
    """Print the table, or draw claims to be judged."""
    parser = argparse.ArgumentParser(prog="python -m evals.judged", description=__doc__)
    parser.add_argument("--draw", action="store_true", help="print claims drawn by the seed, to be judged")
    if not parser.parse_args().draw:
        print(table(rows(LABELS)))
        return 0
    if (place := folder()) is None:
        print("judged: skipped, there are no reports here; TOLLBOOK_DATA names the folder (default ../shared)")
        return 0
    for number, (document, claim) in enumerate(draw(place), 1):
        print(number, _shown(document, claim))
    return 0


if __name__ == "__main__":
    sys.exit(main())
