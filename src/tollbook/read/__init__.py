"""Files and folders to raw documents: each file goes to the reader of its kind, and what cannot be read says why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tollbook.errors import UnreadableError
from tollbook.model import RawDocument, Unread
from tollbook.read import html, jsonl, text, walk
from tollbook.read.decode import where
from tollbook.read.limits import Limits
from tollbook.read.walk import Found

__all__ = ["READERS", "Found", "Limits", "Reader", "documents", "find"]

Reader = Callable[[Path, str, Limits], Iterator[RawDocument | Unread]]
"""Takes a file, its id and the limits; raises UnreadableError or OSError where nothing more of the file can be read."""

READERS: dict[str, Reader] = {
    ".txt": text.read,
    ".html": html.read,
    ".htm": html.read,
    ".jsonl": jsonl.read,
}


def find(paths: Sequence[Path]) -> tuple[Found | Unread, ...]:
    """Every file at and below these paths with the id it is known by, before any of them is opened."""
    return walk.files(paths, READERS)


def documents(paths: Sequence[Path], limits: Limits | None = None) -> Iterator[RawDocument | Unread]:
    """Every document at and below these paths, in the order of the files; raises nothing.

    What gave no document comes as an Unread that says where and why, and the rest is read all the same.
    """
    for found in find(paths):
        if isinstance(found, Unread):
            yield found
        else:
            yield from _read(found, limits or Limits())


def _read(found: Found, limits: Limits) -> Iterator[RawDocument | Unread]:
    try:
        yield from READERS[found.path.suffix.lower()](found.path, found.id, limits)
    except UnreadableError as error:
        yield Unread(error.where, error.reason)
    except OSError as error:
        yield Unread(where(found.path), walk.trouble(error))
