"""A book in a relational database, through SQLAlchemy Core alone: nothing here knows which database it is."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import Connection, Engine, Select, Table, delete, func, insert, select

from tollbook.errors import BookError
from tollbook.model import (
    Book,
    Claim,
    Copy,
    Decision,
    Document,
    Incident,
    RawDocument,
    Reading,
    Toll,
    digest,
)
from tollbook.store import schema
from tollbook.store.base import Settle
from tollbook.store.codec import Packed, typed, unpacked

T = TypeVar("T")


class SqlBook:
    """Reader and Writer over one engine. A write is one transaction that no other write overlaps."""

    def __init__(self, engine: Engine, path: Path) -> None:
        self.engine = engine
        self.path = path
        self._writing = engine.execution_options(is_writing=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self.engine.dispose()

    # What is true.

    def configuration(self) -> str | None:
        with self.engine.connect() as connection:
            return meta_of(connection, "configuration")

    def configure(self, configuration: str) -> None:
        with self._writing.begin() as connection:
            if configuration != meta_of(connection, "configuration"):
                _put(connection, "configuration", configuration)
                _unsettle(connection)

    def decisions(self) -> tuple[Decision, ...]:
        with self.engine.connect() as connection:
            return _decisions(connection)

    def append(self, decision: Decision) -> None:
        with self._writing.begin() as connection:
            connection.execute(insert(schema.decisions), schema.row_of(schema.decisions, decision))
            _unsettle(connection)

    # What was read in it.

    def known(self) -> frozenset[str]:
        with self.engine.connect() as connection:
            return frozenset(connection.scalars(select(schema.raw_documents.c.fingerprint)))

    def stale(self, version: str) -> tuple[str, ...]:
        raw, read = schema.raw_documents, schema.documents
        fresh = select(read.c.fingerprint).where(read.c.version == version)
        query = select(raw.c.fingerprint).where(raw.c.fingerprint.not_in(fresh)).order_by(raw.c.id, raw.c.fingerprint)
        with self.engine.connect() as connection:
            return tuple(connection.scalars(query))

    def raw_document(self, fingerprint: str) -> RawDocument:
        raw = schema.raw_documents
        with self.engine.connect() as connection:
            row = connection.execute(select(raw).where(raw.c.fingerprint == fingerprint)).mappings().one()
        return _raw_document(dict(row))

    def versions(self, document: str) -> tuple[Document, ...]:
        with self.engine.connect() as connection:
            return documents_of(connection, _every_version().where(schema.documents.c.id == document))

    def add(self, read: Sequence[tuple[RawDocument, Packed]], version: str) -> None:
        if not read:
            return
        given = [one.document.fingerprint for _, one in read]  # to make it from the raw one takes longer
        rows = [
            schema.row_of(schema.documents, one.document, row=None, version=version, reading=one.reading)
            for _, one in read
        ]
        with self._writing.begin() as connection:
            kept = schema.raw_documents.c.fingerprint
            there = frozenset(connection.scalars(select(kept).where(kept.in_(given))))
            new = [_raw_row(raw, name) for (raw, _), name in zip(read, given, strict=True) if name not in there]
            if new:
                connection.execute(insert(schema.raw_documents), new)
            connection.execute(delete(schema.documents).where(schema.documents.c.fingerprint.in_(given)))
            connection.execute(insert(schema.documents), rows)
            _unsettle(connection)

    def forget(self, fingerprint: str) -> None:
        with self._writing.begin() as connection:
            if _has(connection, schema.documents, fingerprint):
                _forget(connection, fingerprint)
                _unsettle(connection)

    # What follows.

    def settle(self, make: Settle, settings: str) -> bool:
        with self._writing.begin() as connection:
            state = _state(connection, settings)
            if meta_of(connection, "settled") == state:
                return False
            _replace(connection, make(_readings(connection, _every_version()), _decisions(connection)))
            _put(connection, "settled", state)
        return True

    def book(self) -> Book:
        with self._finished() as connection:
            return Book(
                _readings(connection, those_that_speak()),
                _values(connection, Claim, select(schema.claims)),
                _values(connection, Copy, select(schema.copies)),
                _incidents(connection),
                _unresolved(connection),
            )

    def documents(self) -> tuple[Document, ...]:
        with self._finished() as connection:
            return documents_of(connection, those_that_speak())

    def incidents(self) -> tuple[Incident, ...]:
        with self._finished() as connection:
            return _incidents(connection)

    def sizes(self) -> Mapping[str, int]:
        counted = {
            "documents": schema.speaking, "claims": schema.claims,
            "copies": schema.copies, "incidents": schema.incidents,
        }  # fmt: skip
        with self._finished() as connection:
            return {
                name: connection.scalar(select(func.count()).select_from(table)) or 0 for name, table in counted.items()
            }

    @contextmanager
    def _finished(self) -> Iterator[Connection]:
        with self.engine.connect() as connection:
            if meta_of(connection, "settled") is None:
                raise BookError(f"{self.path} is unfinished: run `tollbook build --book {self.path}` to finish it")
            yield connection


def meta_of(connection: Connection, key: str) -> str | None:
    """What the book says of itself under this key."""
    return connection.scalar(select(schema.meta.c.value).where(schema.meta.c.key == key))


def _put(connection: Connection, key: str, value: str) -> None:
    connection.execute(delete(schema.meta).where(schema.meta.c.key == key))
    connection.execute(insert(schema.meta), {"key": key, "value": value})


def _unsettle(connection: Connection) -> None:
    connection.execute(delete(schema.meta).where(schema.meta.c.key == "settled"))


def _state(connection: Connection, settings: str) -> str:
    """What the results follow from, in one hash."""
    read, log = schema.documents, schema.decisions
    readings = select(read.c.fingerprint, read.c.version).order_by(read.c.fingerprint)
    rows = select(log.c.hash).order_by(log.c.log, log.c.sequence)
    return digest(
        schema.FORMAT,
        meta_of(connection, "configuration"),
        settings,
        [list(row) for row in connection.execute(readings)],
        list(connection.scalars(rows)),
    )


def _has(connection: Connection, table: Table, fingerprint: str) -> bool:
    return connection.scalar(select(table.c.fingerprint).where(table.c.fingerprint == fingerprint)) is not None


def _forget(connection: Connection, fingerprint: str) -> None:
    connection.execute(delete(schema.documents).where(schema.documents.c.fingerprint == fingerprint))


def _raw_row(raw: RawDocument, fingerprint: str) -> schema.Row:
    content = zlib.compress(raw.content.encode("utf-8", "surrogatepass"))
    page = raw.raw and zlib.compress(raw.raw)
    return schema.row_of(schema.raw_documents, raw, fingerprint=fingerprint, content=content, raw=page)


def _raw_document(found: schema.Row) -> RawDocument:
    content, raw = zlib.decompress(found["content"]).decode("utf-8", "surrogatepass"), found["raw"]
    return typed(RawDocument, found | {"content": content, "raw": raw and zlib.decompress(raw)})


def _every_version() -> Select[Any]:
    return select(schema.documents).order_by(schema.documents.c.id, schema.documents.c.fingerprint)


def those_that_speak() -> Select[Any]:
    """The query for the rows of the documents that speak, by id."""
    documents, speaking = schema.documents, schema.speaking
    joined = select(documents).join(speaking, speaking.c.fingerprint == documents.c.fingerprint)
    return joined.order_by(documents.c.id)


def _readings(connection: Connection, query: Select[Any]) -> tuple[Reading, ...]:
    rows = connection.execute(query).mappings()
    return tuple(unpacked(Packed(typed(Document, row), row["reading"])) for row in rows)


def documents_of(connection: Connection, query: Select[Any]) -> tuple[Document, ...]:
    """The documents in rows of this query, which selects from `documents`."""
    return tuple(typed(Document, row) for row in connection.execute(query).mappings())


def _decisions(connection: Connection) -> tuple[Decision, ...]:
    log = schema.decisions
    rows = connection.execute(select(log).order_by(log.c.log, log.c.sequence)).mappings()
    return tuple(typed(Decision, row) for row in rows)


def _unresolved(connection: Connection) -> tuple[Decision, ...]:
    log, undone = schema.decisions, schema.unresolved
    joined = select(log).join(undone, (undone.c.log == log.c.log) & (undone.c.sequence == log.c.sequence))
    return tuple(typed(Decision, row) for row in connection.execute(joined.order_by(undone.c.position)).mappings())


def _values(connection: Connection, kind: type[T], query: Select[Any]) -> tuple[T, ...]:
    rows = connection.execute(query.order_by("position")).mappings()
    return tuple(typed(kind, row) for row in rows)


def _incidents(connection: Connection) -> tuple[Incident, ...]:
    tolls: dict[str, list[Toll]] = defaultdict(list)
    for row in connection.execute(select(schema.tolls).order_by(schema.tolls.c.position)).mappings():
        tolls[row["incident"]].append(typed(Toll, row))
    found = _values(connection, Incident, select(schema.incidents))
    return tuple(replace(incident, tolls=tuple(tolls[incident.id])) for incident in found)


def _replace(connection: Connection, book: Book) -> None:
    for table in schema.DERIVED:
        connection.execute(delete(table))
    for table, rows in schema.rows_of(book):
        if rows:
            connection.execute(insert(table), rows)
