"""A plain text file: one document, its text as it stands in the file, headline included."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tollbook.errors import UnreadableError
from tollbook.model import RawDocument
from tollbook.read.decode import decode, sound, where
from tollbook.read.limits import Limits, whole


def read(path: Path, id: str, limits: Limits) -> Iterator[RawDocument]:
    """The one document of the file; UnreadableError where it is empty, binary or over the limit."""
    text = sound(decode(whole(path, limits), where(path)))
    if not text.strip():
        raise UnreadableError(where(path), "empty")
    yield RawDocument(id, "text", text)
