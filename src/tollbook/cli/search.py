"""`tollbook search`: the documents that hold these words."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from tollbook.cli.figures import UNKNOWN
from tollbook.cli.opened import view
from tollbook.cli.options import AsJson, BookPath, Names, ShownNames
from tollbook.cli.page import show, show_json, words
from tollbook.export import rows
from tollbook.export.visible import spelled_out

Wanted = Annotated[list[str], typer.Argument(metavar="WORDS", help="Words that a document must hold, all of them.")]


def search(book: BookPath, wanted: Wanted, as_json: AsJson = False, names: ShownNames = Names.ALL) -> None:
    """Find the documents that hold all of these words, best match first."""
    from tollbook.store import open_book

    with open_book(book) as reader:
        hits = [document.id for document in reader.search(" ".join(wanted))]
    known = {row["id"]: row for row in rows.documents(view(book, names))}
    found = [known[one] for one in hits]
    if as_json:
        show_json(found)
    elif found:
        show([_table(found)])
    else:
        show([words(f"No document holds {' '.join(wanted)}")])


def _table(found: list[dict[str, Any]]) -> Table:
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for heading in ("id", "published", "publisher", "title", "incident"):
        table.add_column(heading, overflow="fold")
    for one in found:
        table.add_row(
            Text(spelled_out(one["id"])),
            *(words(UNKNOWN if one[name] is None else one[name]) for name in ("published", "publisher", "title")),
            words(one["incident"] or ""),
        )
    return table
