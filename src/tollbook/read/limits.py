"""How much one document may weigh, and reading no more of a file than that."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tollbook.errors import UnreadableError
from tollbook.read.decode import where


@dataclass(frozen=True, slots=True)
class Limits:
    """What a reader refuses, so that one hostile file cannot take the memory of a laptop.

    The longest row of 2,290 real news documents is 100,843 bytes
    (`LC_ALL=C awk 'length > n {n = length} END {print n}' documents.jsonl`); 20 million are two hundred times that.
    """

    document_bytes: int = 20_000_000

    @property
    def refusal(self) -> str:
        """What is said of a document that is over the limit."""
        return f"over the limit of {self.document_bytes / 1e6:g} MB for one document"


def whole(path: Path, limits: Limits) -> bytes:
    """All bytes of a file; UnreadableError where they are more than one document may have."""
    with path.open("rb") as file:
        content = file.read(limits.document_bytes + 1)
    if len(content) > limits.document_bytes:
        raise UnreadableError(where(path), limits.refusal)
    return content
