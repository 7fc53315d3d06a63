"""`make bench`: how quick, as ratios within one run, so that two machines can be compared."""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from evals import baseline
from evals.measure import TOLLBOOK, CommandFailed, run
from evals.trials import WORK, folder
from tollbook import config, model, plugins, read, stages, terms

REPORTS = 300  # of gva: enough that starting Python is a small part of each build
PASSES = 5  # over the same reports in each round, the best of which counts: other guests of a machine take turns on it
WARMING = 20  # reports read before the clock starts, so that no table and no pattern is made behind it
REGEX = "regular expressions"
# Annotators and attributors of builds beside the one whose encoder reads near words of harm and of reporting.
OTHER_WAYS = {"  by rules alone": ("rules", "rules"), "  every sentence read": ("encoder_everywhere", "encoder")}
OBJECTS_A_LOOK = 50_000  # new objects before they are looked over for cycles, as in the workers of a build

# A document, one of its fields, and who says what in it: all that annotating and extracting take.
Job = tuple[model.Document, terms.Field, tuple[model.Attribution, ...]]


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _best(work: Callable[[], object]) -> float:
    return min(_seconds(work) for _ in range(PASSES))


def _regex(inputs: Path) -> float:
    texts = [row["text"] for row in baseline.rows(inputs)]
    return _best(lambda: [baseline.numbers(text, harm) for text in texts for harm in baseline.PATTERNS])


def _by_rules() -> stages.Stages:
    return config.stages(config.Config(annotate="rules", attribute="rules"), plugins.tables())


def _jobs(inputs: Path) -> list[list[Job]]:
    """For each report the work on its fields: read, cleaned and attributed, since none of that is measured here."""
    by = _by_rules()
    documents = [by.clean(raw) for raw in read.documents([inputs]) if isinstance(raw, model.RawDocument)]
    return [
        [(one, field, by.attribute(by.annotate(one, field))) for field in terms.Field if one.field(field)]
        for one in documents
    ]


def _share(jobs: Sequence[Sequence[Job]]) -> float:
    """The seconds that one process takes to annotate and extract its share of the reports, as a build's workers do."""
    gc.set_threshold(OBJECTS_A_LOOK)
    by = _by_rules()

    def through(some: Sequence[Sequence[Job]]) -> None:
        for document, field, attributions in (job for fields in some for job in fields):
            by.extract(document, by.annotate(document, field), attributions)

    through(jobs[:WARMING])
    return _best(lambda: through(jobs))


def _alone(jobs: Sequence[Sequence[Job]], processes: int) -> float:
    """The seconds that the slowest of so many processes takes."""
    with multiprocessing.Pool(processes) as pool:
        return max(pool.map(_share, [jobs[at::processes] for at in range(processes)], chunksize=1))


def _build(inputs: Path, book: Path, options: Sequence[str]) -> float:
    return run([TOLLBOOK, "build", inputs, "--book", book, *options], book.with_suffix(".txt")).seconds


def once(inputs: Path, jobs: Sequence[Sequence[Job]], work: Path) -> dict[str, float]:
    """The seconds that each way of reading the same reports takes, the regular expressions first."""
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    return {
        REGEX: _regex(inputs),
        "rules: annotate, extract, 1 process": _alone(jobs, 1),
        "rules: annotate, extract, 2 processes": _alone(jobs, 2),
        "build --jobs 1": _build(inputs, work / "one.db", ("--jobs", "1")),
        "build --jobs 2": _build(inputs, work / "two.db", ("--jobs", "2")),
        **{name: _build(inputs, work / f"{way[0]}.db", _by(way, work)) for name, way in OTHER_WAYS.items()},
        "build again, nothing new": _build(inputs, work / "two.db", ("--jobs", "2")),
    }


def _by(way: tuple[str, str], work: Path) -> tuple[str, ...]:
    """The options of a build with two processes, this annotator and this attributor."""
    annotate, attribute = way
    settings = work / f"{annotate}.toml"
    settings.write_text(f'annotate = "{annotate}"\nattribute = "{attribute}"\n', encoding="utf-8")
    return ("--jobs", "2", "--config", str(settings))


def _show(best: dict[str, float]) -> None:
    print(f"{'':<38}{'documents/s':>12}{'time, of regex':>16}{'speed, of --jobs 1':>20}")
    for name, seconds in best.items():
        regex, build = seconds / best[REGEX], best["build --jobs 1"] / seconds
        print(f"{name:<38}{REPORTS / seconds:>12.1f}{regex:>15.1f}x{build:>19.2f}x")


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
    jobs = _jobs(inputs)
    try:
        rounds = [once(inputs, jobs, WORK / "bench") for _ in range(given.rounds)]
    except CommandFailed as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    print(f"{REPORTS} reports, best of {given.rounds}")
    _show({name: min(one[name] for one in rounds) for name in rounds[0]})
    return 0


if __name__ == "__main__":
    sys.exit(main())
