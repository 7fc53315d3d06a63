"""The tables of a book: what is true, what was read in it, and what follows; and the row of each value."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import REAL, TypeDecorator

from tollbook.model import Book, Claim, Copy, Incident, Toll
from tollbook.store.codec import plain

FORMAT = 2  # raised when an older Tollbook could no longer read the tables


class Json(TypeDecorator[Any]):
    """A nested value, as JSON that keeps its characters readable; STRICT tables know TEXT only."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else msgspec.json.encode(value).decode()

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:  # noqa: ARG002
        return None if value is None else msgspec.json.decode(value)


class Flag(TypeDecorator[bool]):
    """True, False or unknown as 1, 0 or null; STRICT tables know no booleans."""

    impl = Integer
    cache_ok = True

    def process_result_value(self, value: Any, dialect: Dialect) -> bool | None:  # noqa: ARG002
        return None if value is None else bool(value)


Real = Float(53).with_variant(REAL(), "sqlite")
metadata = MetaData()


def _table(name: str, *columns: Any) -> Table:
    return Table(name, metadata, *columns, sqlite_strict=True)


def _text(name: str, *rest: Any, needed: bool = False, **more: Any) -> Column[str]:
    return Column(name, Text, *rest, nullable=not needed, **more)


def _to(target: str) -> ForeignKey:
    # Rows of one settlement come in any order, so they are compared when it ends.
    return ForeignKey(target, deferrable=True, initially="DEFERRED")


def _published() -> list[Column[str]]:
    return [_text(name) for name in ("url", "publisher", "title", "language", "published", "case")]


def _position() -> Column[int]:
    return Column("position", Integer, primary_key=True)


# What is true: kept for ever.

meta = _table("meta", _text("key", primary_key=True), _text("value", needed=True))

raw_documents = _table(
    "raw_documents",
    _text("fingerprint", primary_key=True),
    _text("id", needed=True, index=True),
    _text("media", needed=True),
    Column("content", LargeBinary, nullable=False),  # zlib, UTF-8
    Column("raw", LargeBinary),  # zlib
    *_published(),
)

decisions = _table(
    "decisions",
    _text("log", needed=True),
    Column("sequence", Integer, nullable=False),
    *(_text(name, needed=True) for name in ("previous", "hash", "kind", "subject", "fingerprint", "why", "when")),
    _text("who"),
    _text("role"),
    _text("content", needed=True),
    PrimaryKeyConstraint("log", "sequence"),
)

# What was read in it: made again when a stage changes. `reading` is the codec's `packed`.

documents = _table(
    "documents",
    Column("row", Integer, primary_key=True),
    _text("fingerprint", _to("raw_documents.fingerprint"), needed=True, unique=True),
    _text("id", needed=True, index=True),
    _text("version", needed=True),
    _text("sha256", needed=True),
    *_published(),
    _text("text", needed=True),
    Column("furniture", Json, nullable=False),
    Column("reading", LargeBinary, nullable=False),
)

# What follows: replaced as a whole when a book is settled. Columns go by the names of the model's fields; those that
# the model does not have repeat a part of a nested value, for people who query the book by hand.

incidents = _table(
    "incidents",
    _position(),
    _text("id", needed=True, unique=True),
    _text("title", needed=True),
    _text("kind", needed=True),
    _text("earliest"),
    _text("latest"),
    _text("place"),
    _text("country"),
    Column("latitude", Real),
    Column("longitude", Real),
    *(Column(name, Json) for name in ("when", "where", "actors", "documents", "claims", "about")),
)

speaking = _table(
    "speaking",
    _text("document", primary_key=True),
    _text("fingerprint", _to("raw_documents.fingerprint"), needed=True),
    _text("incident", _to("incidents.id")),
)

attributions = _table(
    "attributions",
    _position(),
    _text("document", _to("speaking.document"), needed=True, index=True),
    _text("field", needed=True),
    _text("stance", needed=True),
    *(Column(name, Json, nullable=False) for name in ("source", "cue", "content", "chain")),
)

claims = _table(
    "claims",
    _position(),
    _text("id", needed=True, unique=True),
    _text("document", _to("speaking.document"), needed=True, index=True),
    _text("incident", _to("incidents.id"), index=True),
    _text("origin", _to("claims.id"), index=True),
    _text("part_of", _to("claims.id"), index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("low", Integer),
    Column("high", Integer),
    *(_text(name, needed=True) for name in ("text_sha256", "field", "quote", "kind", "stance", "certainty", "measure")),
    _text("harm"),
    _text("incident_kind"),
    *(Column(name, Json) for name in ("span", "sources", "cue", "count", "group", "actor", "persons")),
    *(Column(name, Json) for name in ("when", "said", "where")),
)

copies = _table(
    "copies",
    _position(),
    _text("copy_document", _to("speaking.document"), needed=True, index=True),
    _text("original_document", _to("speaking.document"), needed=True, index=True),
    _text("kind", needed=True),
    Column("overlap", Real, nullable=False),
    Column("directed", Flag, nullable=False),
    _text("evidence", needed=True),
    Column("copy", Json, nullable=False),
    Column("original", Json, nullable=False),
)

tolls = _table(
    "tolls",
    _position(),
    _text("incident", _to("incidents.id"), needed=True, index=True),
    _text("harm", needed=True),
    _text("side"),
    Column("combatant", Flag),
    *(Column(name, Integer) for name in ("low", "best", "high")),
    *(Column(name, Flag, nullable=False) for name in ("contested", "provisional")),
    _text("grade"),
    *(Column(name, Integer, nullable=False) for name in ("origins", "documents")),
    _text("rule", needed=True),
    Column("group", Json),
    *(Column(name, Json) for name in ("evidence", "against", "other_rules", "reasons", "leave_one_out")),
)

unresolved = _table("unresolved", _position(), _text("log", needed=True), Column("sequence", Integer, nullable=False))

DERIVED = (unresolved, tolls, copies, claims, attributions, speaking, incidents)

Row = dict[str, Any]


def row_of(table: Table, value: Any, **more: Any) -> Row:
    """The row that keeps a model value: `more` gives the columns that are no attribute of it."""
    own = [column.name for column in table.columns if column.name not in more]
    return more | {name: plain(getattr(value, name)) for name in own}


def rows_of(book: Book) -> Iterable[tuple[Table, list[Row]]]:
    """The rows of every derived table that hold this book, in its order."""
    readings = [(one.document.id, attribution) for one in book.readings for attribution in one.attributions]
    tolled = [(one.id, toll) for one in book.incidents for toll in one.tolls]
    undone = [{"position": at, "log": one.log, "sequence": one.sequence} for at, one in enumerate(book.unresolved)]
    return [
        (incidents, [_incident(at, one) for at, one in enumerate(book.incidents)]),
        (speaking, _speaking(book)),
        (attributions, [row_of(attributions, a, position=at, document=id) for at, (id, a) in enumerate(readings)]),
        (claims, [_claim(at, one) for at, one in enumerate(book.claims)]),
        (copies, [_copy(at, one) for at, one in enumerate(book.copies)]),
        (tolls, [_toll(at, incident, one) for at, (incident, one) in enumerate(tolled)]),
        (unresolved, undone),
    ]


def _speaking(book: Book) -> list[Row]:
    about = {document: incident.id for incident in book.incidents for document in incident.about}
    return [
        {"document": one.id, "fingerprint": one.fingerprint, "incident": about.get(one.id)}
        for one in (reading.document for reading in book.readings)
    ]


def _incident(at: int, incident: Incident) -> Row:
    when, where = incident.when, incident.where
    return row_of(
        incidents, incident, position=at,
        earliest=when and when.start, latest=when and when.end,
        place=where and where.name, country=where and where.country,
        latitude=where and where.latitude, longitude=where and where.longitude,
    )  # fmt: skip


def _claim(at: int, claim: Claim) -> Row:
    count = claim.count
    return row_of(
        claims, claim, position=at, start=claim.span.start, end=claim.span.end,
        low=count and count.low, high=count and count.high,
    )  # fmt: skip


def _copy(at: int, copy: Copy) -> Row:
    return row_of(copies, copy, position=at, copy_document=copy.copy.document, original_document=copy.original.document)


def _toll(at: int, incident: str, toll: Toll) -> Row:
    group = toll.group
    return row_of(
        tolls, toll, position=at, incident=incident, side=group and group.side, combatant=group and group.combatant
    )
