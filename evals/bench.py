"""`make bench`: how quick, as ratios within one run, so that two machines can be compared."""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from evals import baseline
from evals.measure import TOLLBOOK, CommandFailed, run
from evals.trials import WORK, folder

REPORTS = 300  # of gva: enough that starting Python is a small part of each build


def _regex(inputs: Path) -> float:
    started = time.perf_counter()
    for row in baseline.rows(inputs):
        for harm in baseline.PATTERNS:
            baseline.numbers(row["text"], harm)
    return time.perf_counter() - started


def _build(inputs: Path, book: Path, options: Sequence[str]) -> float:
    return run([TOLLBOOK, "build", inputs, "--book", book, *options], book.with_suffix(".txt")).seconds


def once(inputs: Path, work: Path) -> dict[str, float]:
    """The seconds that each way of reading the same reports takes, the regular expressions first."""
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    return {
        "regular expressions": _regex(inputs),
        "build --jobs 1": _build(inputs, work / "one.db", ("--jobs", "1")),
        "build --jobs 2": _build(inputs, work / "two.db", ("--jobs", "2")),
        "build again, nothing new": _build(inputs, work / "two.db", ("--jobs", "2")),
    }


def main() -> int:
    """Print a table of the best of several rounds; nothing is judged."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often each is run; the best counts")
    given = parser.parse_args()
    if (place := folder()) is None:
        print("bench: skipped, there are no reports here; TOLLBOOK_DATA names the folder (default ../shared)")
        return 0
    WORK.mkdir(parents=True, exist_ok=True)
    inputs = WORK / "bench.jsonl"
    lines = (place / "data" / "gva" / "documents.jsonl").read_text(encoding="utf-8").split("\n")[:REPORTS]
    inputs.write_text("\n".join(lines) + "\n", encoding="utf-8")
    try:
        rounds = [once(inputs, WORK / "bench") for _ in range(given.rounds)]
    except CommandFailed as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    best = {name: min(one[name] for one in rounds) for name in rounds[0]}
    print(f"{REPORTS} reports, best of {given.rounds}\n{'':<26}{'documents/s':>12}{'against --jobs 1':>18}")
    for name, seconds in best.items():
        print(f"{name:<26}{REPORTS / seconds:>12.1f}{best['build --jobs 1'] / seconds:>17.2f}x")
    return 0


if __name__ == "__main__":
    sys.exit(main())
