"""`make evals`: build a book from each set of labelled reports, score it, and hold the figures against their floors."""

from __future__ import annotations

import argparse
import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals import baseline, claims, floors
from evals.measure import TOLLBOOK, CommandFailed, Ran, run
from evals.trials import OTHERS, TRIALS, WORK, Others, Trial, folder

JOBS = "2"
# A scorer may say behind a figure of how many it is the share: "named_recall: 0.5000 (12)".
PRINTED = re.compile(r"^(\w+): ([\d.]+)(?: \(\d+\))?$", re.MULTILINE)


@dataclass(frozen=True)
class Result:
    """What one trial gave: its figures, those of the regular expression on the same texts, and what the build cost."""

    trial: Trial
    data: str
    figures: Mapping[str, float]
    regex: Mapping[str, float]
    built: Ran
    documents: int


def measured(trial: Trial, place: Path, config: Path | None) -> Result:
    """Build, by these settings if any are given, export, check and score; CommandFailed where any of the four fails."""
    work = WORK / trial.name
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    inputs, gold = _answered(trial, place / "data", work)
    book, tables = work / "the.db", work / "tables"
    build: list[str | Path] = [TOLLBOOK, "build", inputs, "--book", book, "--jobs", JOBS, *trial.build]
    build += ["--config", config] if config else []
    built = run(build, work / "build.txt")
    run([TOLLBOOK, "export", book, "--to", tables, "--format", "jsonl", "--names", "all"], work / "export.txt")
    run([sys.executable, place / "check_export.py", tables, inputs], work / "check.txt")
    against = [gold, inputs] if trial.half else [gold]
    scored = run([sys.executable, place / trial.scorer, *against, tables, *trial.score], work / "score.txt")
    printed = {name: float(value) for name, value in PRINTED.findall(scored.output)}
    documents = len(baseline.rows(tables / "documents.jsonl"))
    if documents < (given := _given(inputs)):
        raise CommandFailed(f"only {documents} of {given} documents are in the book: {work / 'build.txt'} says why")
    regex = baseline.figures(trial.name, gold, inputs)
    return Result(trial, floors.digest(inputs, gold), printed, regex, built, documents)


def _answered(trial: Trial, data: Path, work: Path) -> tuple[Path, Path]:
    return claims.written(trial.half, data, work) if trial.half else (data / trial.inputs, data / trial.gold)


def _given(inputs: Path) -> int:
    return len(list(inputs.glob("*.txt"))) if inputs.is_dir() else len(baseline.rows(inputs))


def _shown(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def scores(result: Result, limits: Mapping[str, float]) -> list[str]:
    """The lines of the table of scores for one trial."""
    lines = []
    for name in result.trial.figures:
        others = OTHERS.get((result.trial.name, name), Others(None, None))
        values = (result.figures.get(name), limits.get(name), result.regex.get(name), others.regex, others.people)
        lines.append(f"{result.trial.name:<16} {name:<22}" + "".join(f"{_shown(value):>11}" for value in values))
    return lines


def cost(result: Result) -> str:
    """The line of the table of speed and memory for one trial."""
    rate = result.documents / result.built.seconds
    return (
        f"{result.trial.name:<16} {result.documents:>9} {result.built.seconds:>9.1f} {rate:>12.1f} "
        f"{result.built.megabytes:>9.0f}"
    )


def report(results: Sequence[Result], limits: Mapping[str, Mapping[str, float]]) -> None:
    """Print both tables."""
    heads = ("Tollbook", "floor", "regex here", "regex*", "people*")
    print(f"\n{'trial':<16} {'figure':<22}" + "".join(f"{head:>11}" for head in heads))
    for result in results:
        print("\n".join(scores(result, limits[result.trial.name])))
    print("* measured once on held-out parts of the same data; `regex here` on the very texts that Tollbook read\n")
    print(f"{'trial':<16} {'documents':>9} {'seconds':>9} {'documents/s':>12} {'MB*':>9}")
    for result in results:
        print(cost(result))
    print(f"* the largest process of a build with --jobs {JOBS}\n")


def judged(results: Sequence[Result], limits: Mapping[str, Mapping[str, float]]) -> list[str]:
    """A line for each figure below its floor."""
    lines = []
    for result in results:
        mine = limits[result.trial.name]
        for name in floors.broken(result.figures, mine):
            reached = _shown(result.figures.get(name))
            lines.append(f"{result.trial.name}: {name} is {reached}, below its floor of {mine[name]:.4f}")
    return lines


def lift(results: Sequence[Result], limits: Mapping[str, Mapping[str, float]]) -> None:
    """Write the floors anew: those reached now where they are higher; other trials' as they are."""
    on_file = floors.kept()
    for result in results:
        name = result.trial.name
        reached = {figure: result.figures[figure] for figure in result.trial.figures if figure in result.figures}
        on_file[name] = {"data": result.data, **floors.raised(reached, limits[name])}
    floors.write({trial.name: on_file[trial.name] for trial in TRIALS if trial.name in on_file})


def main() -> int:
    """The exit code: 0 where all went well or there is no data, 1 where a figure or a command fell short."""
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    parser.add_argument("--raise", dest="is_raising", action="store_true", help="lift the floors to what is reached")
    parser.add_argument("--only", choices=[trial.name for trial in TRIALS], action="append", help="these trials alone")
    parser.add_argument("--config", type=Path, help="build by these settings, to see what they change")
    given = parser.parse_args()
    if given.config and given.is_raising:
        parser.error("floors are those of the settings that are shipped: --raise takes no --config")
    if (place := folder()) is None:
        print("evals: skipped, there are no labelled reports here; TOLLBOOK_DATA names the folder (default ../shared)")
        return 0
    results, failed = [], []
    for trial in TRIALS:
        if given.only and trial.name not in given.only:
            continue
        print(f"evals: {trial.name}", flush=True)
        try:
            results.append(measured(trial, place, given.config))
        except CommandFailed as error:
            failed.append(f"{trial.name}: {error}")
    on_file = floors.kept()
    limits = {one.trial.name: floors.floors_for(one.trial.name, one.data, on_file) for one in results}
    report(results, limits)
    failed += judged(results, limits)
    if given.is_raising:
        lift(results, limits)
    print("\n".join(failed), file=sys.stderr, end="\n" if failed else "")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
