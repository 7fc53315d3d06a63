"""`tollbook export` and `tollbook report`: what leaves the book, with names of victims masked unless asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tollbook.cli.options import BookPath, GivenNames, Names
from tollbook.cli.page import tell
from tollbook.errors import UsageError
from tollbook.export import Choices
from tollbook.export.visible import spelled_out
from tollbook.model import Book

if TYPE_CHECKING:
    from tollbook.plugins import Tables

Folder = Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder to write into; made where absent.")]
File = Annotated[Path, typer.Option("--to", metavar="FILE", help="The HTML file to write, such as report.html.")]
Format = Annotated[str, typer.Option("--format", metavar="NAME", help="jsonl, html, or one that a plug-in brings.")]


def export(book: BookPath, to: Folder, form: Format = "jsonl", names: GivenNames = Names.NONE) -> None:
    """Write the book in a format that other programs read; the same book gives the same bytes."""
    from tollbook import plugins

    tables = plugins.tables()
    if form not in tables.export:
        raise UsageError(f"no format {spelled_out(form)}: --format takes {', '.join(tables.export)}")
    tables.export[form](_whole(book), to, _choices(names, tables))
    _written(to, names)


def report(book: BookPath, to: File, names: GivenNames = Names.NONE) -> None:
    """Write one self-contained HTML page that opens in any browser, offline."""
    from tollbook import plugins
    from tollbook.export import html

    html.export(_whole(book), to, _choices(names, plugins.tables()))
    _written(to, names)


def _choices(names: Names, tables: Tables) -> Choices:
    return Choices(names, {name: rule.summary for name, rule in tables.reconcile.items()})


def _whole(path: Path) -> Book:
    from tollbook.store import open_book

    with open_book(path) as reader:
        return reader.book()


def _written(to: Path, names: str) -> None:
    masked = "names of people harmed are masked; --names all leaves them in" if names == "none" else "with all names"
    tell(f"wrote {spelled_out(str(to))} ({masked})")
