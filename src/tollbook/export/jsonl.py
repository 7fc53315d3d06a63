"""The contract's own format: one JSON Lines file a table, and `book.json` that says how they were made."""

from __future__ import annotations

from pathlib import Path

from tollbook.export.choices import Choices
from tollbook.export.files import put
from tollbook.export.rows import Row, about, shown, tables
from tollbook.export.visible import as_json
from tollbook.model import Book


def export(book: Book, folder: Path, choices: Choices) -> None:
    """Write the five tables and `book.json` into the folder: the same book gives the same bytes.

    TollbookError where the folder cannot be written; what stood there before stands there still.
    """
    view = shown(book, choices)
    files = {folder / f"{name}.jsonl": map(_line, rows) for name, rows in tables(view).items()}
    put({**files, folder / "book.json": [as_json(about(view), indent=2) + "\n"]})


def _line(row: Row) -> str:
    return as_json(row) + "\n"
