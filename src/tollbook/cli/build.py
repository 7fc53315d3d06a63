"""`tollbook build`: documents into a book, with its progress on the way and what was skipped at the end."""

from __future__ import annotations

import gc
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from tollbook.cli.options import AsJson
from tollbook.cli.page import is_terminal, line, show, show_json, tell, words
from tollbook.cli.progress import bar, lines
from tollbook.cli.statements import number_of
from tollbook.export.visible import spelled_out

if TYPE_CHECKING:
    from tollbook.config import Config
    from tollbook.runs.build import Summary

Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="PATH", help="Files and folders of .txt, .html or .jsonl; none: finish what was begun."),
]
BookFile = Annotated[Path, typer.Option("--book", metavar="BOOK", help="The book's file, made where it is absent.")]
Cases = Annotated[
    bool | None,
    typer.Option("--cases/--no-cases", help="Documents of one case are about one incident (else: as before)."),
]
Jobs = Annotated[int, typer.Option(min=1, metavar="N", help="Processes to read with; the result is always the same.")]
Settings = Annotated[Path | None, typer.Option("--config", metavar="FILE", help="Settings in TOML (else: as before).")]


def build(
    book: BookFile,
    paths: Paths = None,
    cases: Cases = None,
    jobs: Jobs = 1,
    config: Settings = None,
    as_json: AsJson = False,
) -> None:
    """Read documents into a book. It adds and never removes; run it again at any time, also after it was cut off."""
    from tollbook.runs.build import build as into
    from tollbook.runs.local import OBJECTS_A_LOOK

    gc.set_threshold(OBJECTS_A_LOOK)  # this process too, which settles the book
    with bar() if is_terminal() else lines() as told:
        summary = into(paths or (), book, _settings(book, config, cases), jobs, told)
    for error in summary.errors:
        tell(f"not read: {error}")
    if as_json:
        show_json(asdict(summary))
    else:
        show(_told(summary, book))
    if not summary.kept:
        tell("tollbook: nothing could be read: give files or folders that hold .txt, .html or .jsonl")
        raise typer.Exit(1)


def _settings(book: Path, file: Path | None, cases: bool | None) -> Config:
    """The settings in the file, else those that the book keeps; and --cases or --no-cases over them."""
    from tollbook import config
    from tollbook.runs.build import kept_config

    chosen = config.load(file) if file else kept_config(book)
    return chosen if cases is None else replace(chosen, cases=cases)


def _told(summary: Summary, book: Path) -> list[Text]:
    skipped = sum(summary.skipped.values())
    now = [f"{number_of(summary.read, 'document')} read", f"{summary.known} known already"]
    now += [f"{number_of(skipped, 'file')} skipped"] if skipped else []
    now += [f"{len(summary.errors)} not read, see above"] if summary.errors else []
    holds = [number_of(getattr(summary, f"{name}s"), name) for name in ("document", "claim", "incident")]
    return [
        Text(", ".join(now)),
        *(line(f"  {number} skipped: ", words(reason)) for reason, number in summary.skipped.items()),
        line(Text(spelled_out(str(book)), "bold"), f" holds {', '.join(holds)}"),
    ]
