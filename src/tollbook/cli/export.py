"""`tollbook export` and `tollbook report`: what leaves the book, with names of victims masked unless asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tollbook.cli.options import BookPath, GivenNames, Names
from tollbook.cli.page import tell
from tollbook.errors import UsageError
from tollbook.export import Choices
from tollbook.export.visible import spelled_out
from tollbook.model import Book

Folder = Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder to write into; made where absent.")]
File = Annotated[Path, typer.Option("--to", metavar="FILE", help="The HTML file to write, such as report.html.")]
Format = Annotated[str, typer.Option("--format", metavar="NAME", help="jsonl, html, or one that a plug-in brings.")]


def export(book: BookPath, to: Folder, form: Format = "jsonl", names: GivenNames = Names.NONE) -> None:
    """Write the book in a format that other programs read; the same book gives the same bytes."""
    from tollbook import plugins

    exporters = plugins.tables().export
    if form not in exporters:
        raise UsageError(f"no format {spelled_out(form)}: --format takes {', '.join(exporters)}")
    exporters[form](_whole(book), to, Choices(names))
    _written(to, names)


def report(book: BookPath, to: File, names: GivenNames = Names.NONE) -> None:
    """Write one self-contained HTML page that opens in any browser, offline."""
    from tollbook.export import html

    html.export(_whole(book), to, Choices(names))
    _written(to, names)


def _whole(path: Path) -> Book:
    from tollbook.store import open_book

    with open_book(path) as reader:
        return reader.book()


def _written(to: Path, names: str) -> None:
    masked = "names of people harmed are masked; --names all leaves them in" if names == "none" else "with all names"
    tell(f"wrote {spelled_out(str(to))} ({masked})")
