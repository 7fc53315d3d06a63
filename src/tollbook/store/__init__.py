"""Where a book is kept: documents, decisions and configuration for ever, and what follows from them till it changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tollbook.store.base import Reader, Writer
from tollbook.store.codec import Packed, packed, reduced

if TYPE_CHECKING:
    from tollbook.store.sqlite import SqliteBook

__all__ = ["Packed", "Reader", "Writer", "open_book", "packed", "reduced"]


def open_book(path: Path, create: bool = False) -> SqliteBook:
    """The book in this file, made where `create` allows; BookError with one line that says what to do about it."""
    from tollbook.store import sqlite  # here, so that a process that only reads documents waits for no database

    return sqlite.open_book(path, create)
