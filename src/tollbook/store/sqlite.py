"""A book as one SQLite file: opening it, full-text search, and what each failure of the file means for a person."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, ExceptionContext, column, create_engine, event, insert, inspect, table

from tollbook.errors import BookError
from tollbook.model import Document
from tollbook.store import schema
from tollbook.store.sql import SqlBook, documents_of, meta_of, those_that_speak

BUSY_SECONDS = 10  # how long to wait for another build's transaction: its last one may read every document
MOST_WORDS = 64  # of one search; SQLite's parser gives up on expressions that are nested too deeply

# What SQLite says, and what it means. The first that fits is told; {book} is the path.
TROUBLES = (
    ("file is not a database", "{book} is no book: it is a file of another kind"),
    ("no such table: meta", "{book} is no book: it holds none of the tables of one"),
    ("disk is full", "the disk is full: make room and run the same command again; what is in {book} is safe"),
    ("disk I/O error", "{book} cannot be written or read: check the disk, then run the same command again"),
    ("is locked", "{book} is in use by another build: wait until that has finished"),
    ("readonly database", "{book} may only be read here: copy it to a place where you may write"),
    ("unable to open", "{book} cannot be opened: check that its folder exists and that you may read and write there"),
    ("malformed", "{book} is damaged: take a copy of it, or build it again from the same documents"),
    ("", "{book} cannot be used: {error}"),
)

# What no other database does in these words: full-text search, and a log that only grows. INSERT OR REPLACE removes a
# row without firing triggers on DELETE: hence the last.
OWN_TABLES = (
    """
    CREATE VIRTUAL TABLE documents_text USING fts5(
        title, text, content='documents', content_rowid='row', tokenize='unicode61 remove_diacritics 2')
    """,
    """
    CREATE TRIGGER documents_added AFTER INSERT ON documents BEGIN
        INSERT INTO documents_text(rowid, title, text) VALUES (new."row", new.title, new.text);
    END
    """,
    """
    CREATE TRIGGER documents_removed AFTER DELETE ON documents BEGIN
        INSERT INTO documents_text(documents_text, rowid, title, text)
        VALUES ('delete', old."row", old.title, old.text);
    END
    """,
    "CREATE TRIGGER decisions_kept BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are kept'); END",
    "CREATE TRIGGER decisions_fixed BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are kept'); END",
    """
    CREATE TRIGGER decisions_once BEFORE INSERT ON decisions
    WHEN EXISTS (SELECT 1 FROM decisions WHERE log = new.log AND sequence = new.sequence)
    BEGIN SELECT RAISE(ABORT, 'decisions are kept'); END
    """,
)

documents_text = table("documents_text", column("rowid"), column("documents_text"), column("rank"))


# What a file of SQLite's begins with.
KIND = b"SQLite format 3\0"


class SqliteBook(SqlBook):
    """The book in one file."""

    def search(self, words: str) -> tuple[Document, ...]:
        asked = _match(words)
        with self._finished() as connection:
            if not asked:
                return ()
            found = those_that_speak().join(documents_text, documents_text.c.rowid == schema.documents.c.row)
            found = found.where(documents_text.c.documents_text.op("MATCH")(asked))
            return documents_of(connection, found.order_by(None).order_by(documents_text.c.rank, schema.documents.c.id))


def open_book(path: Path, create: bool = False) -> SqliteBook:
    """The book in this file, made where `create` allows; BookError with one line that says what to do about it.

    A finished book opens on a read-only medium too; there it cannot be added to.
    """
    if path.is_dir():
        raise BookError(f"{path} is a folder: a book is one file, such as {path / 'strike.db'}")
    if not create and not path.exists():
        raise BookError(f"there is no book {path}: `tollbook build PATH --book {path}` makes one")
    if create:
        _prepare(path)
    try:
        return _opened(path, "mode=rw")
    except BookError as error:
        if not isinstance(error.__cause__, sqlite3.OperationalError) or _has_log(path):
            raise
    return _opened(path, "immutable=1")


def _prepare(path: Path) -> None:
    """Make the tables where the file is new or empty, or was left so by a killed build; leave any other as it is."""
    if path.exists() and path.stat().st_size and not _is_bare(path):
        return
    engine = _engine(path, "mode=rwc")
    try:
        with engine.execution_options(is_writing=True).begin() as connection:
            _make_tables(connection)
    finally:
        engine.dispose()


def _is_bare(path: Path) -> bool:
    """Whether it is a database with nothing in it: its kind is written down before its tables are."""
    try:
        with path.open("rb") as file:
            if file.read(len(KIND)) != KIND:
                return False
        with closing(sqlite3.connect(_address(path, "mode=rw"), uri=True)) as connection:
            return not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    except (OSError, sqlite3.Error):  # whoever opens it next says what is wrong
        return False


def _make_tables(connection: Connection) -> None:
    if inspect(connection).has_table("meta"):  # another build was quicker
        return
    schema.metadata.create_all(connection)
    for statement in OWN_TABLES:
        connection.exec_driver_sql(statement)
    connection.execute(insert(schema.meta), {"key": "format", "value": str(schema.FORMAT)})


def _opened(path: Path, mode: str) -> SqliteBook:
    book = SqliteBook(_engine(path, mode), path)
    try:
        with book.engine.connect() as connection:
            written = meta_of(connection, "format")
        if int(written or 0) > schema.FORMAT:
            raise BookError(f"{path} is from a newer Tollbook: upgrade with `pip install --upgrade tollbook`")
    except BookError:
        book.close()
        raise
    return book


def _address(path: Path, mode: str) -> str:
    return f"file:{quote(str(path.absolute()))}?{mode}"


def _engine(path: Path, mode: str) -> Engine:
    address = _address(path, mode)

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=NORMAL")  # in WAL mode, safe from all but loss of the newest documents
        if mode == "mode=rwc":
            connection.execute("PRAGMA journal_mode=WAL")
        return connection

    engine = create_engine(URL.create("sqlite", database=str(path)), creator=connect)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", lambda context: _explain(context, path))
    return engine


def _begin(connection: Connection) -> None:
    # The driver begins too late for a read and too weakly for a write, so it is told to leave that to us.
    is_writing = connection.get_execution_options().get("is_writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")


def _explain(context: ExceptionContext, path: Path) -> None:
    """Turn what a person can put right into one line; a broken constraint is our own fault and stays as it is."""
    error = context.original_exception
    if isinstance(error, sqlite3.OperationalError) or type(error) is sqlite3.DatabaseError:
        meaning = next(told for said, told in TROUBLES if said in str(error))
        raise BookError(meaning.format(book=path, error=error)) from error


def _has_log(path: Path) -> bool:
    """Whether a build was cut off here: what it wrote last stands beside the book, not in it."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _match(words: str) -> str:
    """The words as quoted strings, so that nothing in them is search syntax."""
    found = [word for word in re.findall(r"\w+", words) if any(map(str.isalnum, word))]
    return " ".join(f'"{word}"' for word in found[:MOST_WORDS])
