"""What any store of a book can do: `Reader` for those who look something up, `Writer` for those who add to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Protocol, Self

from tollbook.model import Book, Decision, Document, Incident, RawDocument, Reading
from tollbook.store.codec import Packed

Settle = Callable[[Sequence[Reading], Sequence[Decision]], Book]


class Reader(Protocol):
    """A book that is read. Every method that gives results raises BookError while the book is unfinished."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def close(self) -> None:
        """Let go of the book; a second time does nothing."""

    def configuration(self) -> str | None:
        """The settings that the book was built with, as JSON, or None where it has none yet."""

    def decisions(self) -> tuple[Decision, ...]:
        """Every row of the log, oldest first."""

    def book(self) -> Book:
        """All of it, as it was settled; its annotations come without tokens."""

    def documents(self) -> tuple[Document, ...]:
        """The documents that speak, by id."""

    def incidents(self) -> tuple[Incident, ...]:
        """Every incident with its tolls."""

    def sizes(self) -> Mapping[str, int]:
        """How many documents speak, and how many claims, copies and incidents there are, by these words."""

    def search(self, words: str) -> tuple[Document, ...]:
        """The documents that speak and hold all of these words, best match first; any characters are safe."""


class Writer(Reader, Protocol):
    """A book that is added to; nothing ever leaves it. Each method is one transaction."""

    def configure(self, configuration: str) -> None:
        """Keep these settings, in JSON, for all later builds."""

    def append(self, decision: Decision) -> None:
        """Add a row to the log; it can be neither changed nor removed."""

    def known(self) -> frozenset[str]:
        """Fingerprints of all documents in the book, whichever stages have read them."""

    def stale(self, version: str) -> tuple[str, ...]:
        """Fingerprints of the documents that the stages of this version have not read, by document id."""

    def raw_document(self, fingerprint: str) -> RawDocument:
        """A document in the book as it was given."""

    def versions(self, document: str) -> tuple[Document, ...]:
        """Every version of the document of this id, whether it speaks or not, finished or not; by fingerprint."""

    def add(self, read: Sequence[tuple[RawDocument, Packed]], version: str) -> None:
        """Keep documents and what the stages of this version read in each, in place of what others did; all or none.

        UnicodeError where a database cannot hold the characters of one.
        """

    def forget(self, fingerprint: str) -> None:
        """Drop what was read in a document, not the document: the present stages cannot read it."""

    def settle(self, make: Settle, settings: str) -> bool:
        """Bring results up to date with all that is stored; False where they were, under these very settings."""
