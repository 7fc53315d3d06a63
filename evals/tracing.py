"""`python -m evals.tracing`: what trace finds on gva, and how much of it joins two incidents."""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Sequence

from evals.linking import readings
from evals.trials import folder
from tollbook import model, trace


def joined(copy: model.Copy) -> str:
    """What a row joins; the archive's incident is a document's id without its last number."""
    one, other = copy.copy.document, copy.original.document
    same = one.rpartition("-")[0] == other.rpartition("-")[0]
    return "one document" if one == other else "one incident" if same else "two incidents"


def show(copies: Sequence[model.Copy], texts: dict[str, str]) -> None:
    """Prints passages side by side, to be judged by eye."""
    for copy in copies:
        print(f"\n{copy.kind} {copy.overlap} · {copy.evidence}")
        for side in (copy.copy, copy.original):
            print(f"  {side.document}: {side.span.of(texts[side.document])[:240]!r}")


def main(number: int) -> int:
    """Prints the table, every row that joins two incidents, and so many others drawn at random; 0 also without data."""
    place = folder()
    if place is None:
        print("nothing measured: no labelled data; set TOLLBOOK_DATA to the folder that holds evals/")
        return 0
    read = readings(place / "data/gva/documents.jsonl")
    texts = {one.document.id: one.document.text for one in read}
    start = time.process_time()
    copies = trace.TRACERS["words"](read)
    print(f"{len(copies)} rows in {time.process_time() - start:.1f} s")
    for (kind, where), rows in sorted(Counter((copy.kind.value, joined(copy)) for copy in copies).items()):
        print(f"{rows:6} {kind:9} {where}")
    show([copy for copy in copies if joined(copy) == "two incidents"], texts)
    show(random.Random(1).sample([copy for copy in copies if joined(copy) == "one incident"], number), texts)
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 40))
