"""From the book to what other tools read: one file a format, each a function of (book, place, choices)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tollbook.export import html, jsonl
from tollbook.export.choices import Choices
from tollbook.model import Book

Exporter = Callable[[Book, Path, Choices], None]

EXPORTERS: dict[str, Exporter] = {
    "jsonl": jsonl.export,
    "html": html.export,
}

__all__ = ["EXPORTERS", "Choices", "Exporter"]
