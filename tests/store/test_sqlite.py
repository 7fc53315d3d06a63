"""The file that a book is: what is left beside it, who may read it, and one clear line for whatever goes wrong."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.plain_stages import STAGES
from tollbook.errors import BookError
from tollbook.model import Decision, RawDocument
from tollbook.pipeline import keep_book, read_document
from tollbook.review import Verdict, next_decision
from tollbook.store import open_book, packed, sqlite
from tollbook.store.sqlite import SqliteBook


def add(book: SqliteBook, raw: RawDocument) -> None:
    book.add([(raw, packed(read_document(raw, STAGES)))], STAGES.version)


def settle(book: SqliteBook) -> None:
    book.settle(lambda readings, decisions: keep_book(readings, decisions, STAGES), "")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A finished book of one document."""
    place = tmp_path / "strike 50%?#.db"
    with open_book(place, create=True) as book:
        add(book, RawDocument("a", "text", "4 killed in Ostrava"))
        settle(book)
    return place


def test_a_finished_book_is_one_file(path: Path) -> None:
    with open_book(path) as book:
        assert len(book.incidents()) == 1
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_every_table_of_a_book_is_strict_and_the_log_is_written_ahead(path: Path) -> None:
    with sqlite3.connect(path) as plain:
        tables = plain.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
        loose = [name for name, strict in tables if not strict and not name.startswith(("sqlite_", "documents_text"))]
        assert loose == []
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert plain.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_person_can_ask_the_book_in_sql(path: Path) -> None:
    query = """
        SELECT incidents.place, incidents.earliest, claims.quote, claims.low, substr(documents.text, 1, 8), tolls.low
        FROM tolls JOIN incidents ON incidents.id = tolls.incident JOIN claims ON claims.incident = incidents.id
        JOIN documents ON documents.id = claims.document WHERE tolls."group" IS NULL
    """
    with sqlite3.connect(path) as plain:
        assert plain.execute(query).fetchall() == [("Ostrava", "2031-05-01", "4 killed in Ostrava", 4, "4 killed", 4)]


@pytest.fixture
def decided(path: Path) -> Iterator[sqlite3.Connection]:
    with open_book(path) as book:
        book.append(next_decision("log", (), Verdict("withdraw", "a", "f", "why"), "2031-05-05"))
    plain = sqlite3.connect(path)
    yield plain
    plain.close()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE decisions SET why = 'because'",
        "DELETE FROM decisions",
        "INSERT OR REPLACE INTO decisions SELECT * FROM decisions",
    ],
)
def test_a_decision_can_be_neither_changed_nor_removed(decided: sqlite3.Connection, change: str) -> None:
    before = decided.execute("SELECT * FROM decisions").fetchall()
    with pytest.raises(sqlite3.IntegrityError, match="decisions are kept"):
        decided.execute(change)
    assert decided.execute("SELECT * FROM decisions").fetchall() == before


def test_no_two_decisions_take_one_place_in_a_log(path: Path) -> None:
    decision: Decision = next_decision("log", (), Verdict("withdraw", "a", "f", "why"), "2031-05-05")
    with open_book(path) as book:
        book.append(decision)
        with pytest.raises(Exception, match="decisions are kept"):
            book.append(decision)


def one_line(error: pytest.ExceptionInfo[BookError], *words: str) -> None:
    text = str(error.value)
    assert "\n" not in text
    for word in words:
        assert word in text


def test_a_book_that_is_not_there_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(BookError) as error:
        open_book(tmp_path / "none.db")
    one_line(error, "there is no book", "tollbook build PATH --book")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_book(tmp_path: Path) -> None:
    with pytest.raises(BookError) as error:
        open_book(tmp_path, create=True)
    one_line(error, "is a folder")


@pytest.mark.parametrize("content", [b"x", b"Four people died.\n" * 200, b"\x89PNG\r\n\x1a\n" + bytes(4096)])
@pytest.mark.parametrize("create", [True, False])
def test_a_file_of_another_kind_is_told_and_left_alone(tmp_path: Path, content: bytes, create: bool) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(content)
    with pytest.raises(BookError) as error:
        open_book(path, create)
    one_line(error, "is no book")
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_another_program_s_database_is_told_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "places.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE places(name)")
    before = path.read_bytes()
    with pytest.raises(BookError) as error:
        open_book(path, create=True)
    one_line(error, "none of the tables")
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_book_where_one_may_be_made(tmp_path: Path) -> None:
    path = tmp_path / "strike.db"
    path.touch()
    with pytest.raises(BookError, match="is no book"):
        open_book(path)
    with open_book(path, create=True) as book:
        settle(book)
        assert book.incidents() == ()


@pytest.mark.parametrize("is_left_open", [False, True])
def test_a_file_that_a_killed_build_left_without_tables_becomes_a_book(tmp_path: Path, is_left_open: bool) -> None:
    path = tmp_path / "cut.db"
    begin = "import os, sqlite3; book = sqlite3.connect(os.sys.argv[1]); book.execute('PRAGMA journal_mode=WAL');"
    leave = "book.execute('CREATE TABLE a (b)');" if is_left_open else ""
    start = "book.isolation_level = None; book.execute('BEGIN IMMEDIATE');" if is_left_open else ""
    subprocess.run([sys.executable, "-c", f"{begin}{start}{leave} os._exit(1)", str(path)], check=False)
    assert path.stat().st_size
    open_book(path, create=True).close()
    open_book(path).close()


def test_a_book_from_a_newer_version_is_told(path: Path) -> None:
    with sqlite3.connect(path) as plain:
        plain.execute("UPDATE meta SET value = '99' WHERE key = 'format'")
    with pytest.raises(BookError) as error:
        open_book(path)
    one_line(error, "newer Tollbook", "upgrade")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BookError) as error:
        open_book(tmp_path / "no" / "strike.db", create=True)
    one_line(error, "cannot be opened", "folder")


def test_a_damaged_book_is_told(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(BookError) as error, open_book(path) as book:
        book.book()
    one_line(error, "damaged")


def test_a_full_disk_is_told_and_loses_nothing(path: Path) -> None:
    with open_book(path) as book:
        with book.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 3}")
        with pytest.raises(BookError) as error:
            add(book, RawDocument("big", "text", " ".join(map(str, range(50000)))))
    one_line(error, "disk is full", "run the same command again", "is safe")
    with open_book(path) as book:
        assert [document.id for document in book.documents()] == ["a"]


def test_a_book_that_another_build_writes_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.01)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_book(path) as book:
        assert len(book.incidents()) == 1
        with pytest.raises(BookError) as error:
            add(book, RawDocument("b", "text", "5 killed in Ostrava"))
    one_line(error, "another build", "wait")
    other.close()


# Root may write anywhere, so a test that root runs becomes another user once everything is imported.
READ = """
import os, sqlalchemy.dialects.sqlite.pysqlite
from pathlib import Path
from tollbook.store import open_book, sqlite
if os.geteuid() == 0:
    os.seteuid(65534)
with open_book(Path({!r})) as book:
    print({})
"""


@pytest.fixture
def shut(path: Path) -> Iterator[Path]:
    """A copy of the book in a folder where nobody may write."""
    folder = Path(tempfile.mkdtemp())
    place = shutil.copy(path, folder / "strike.db")
    os.chmod(place, 0o444)
    os.chmod(folder, 0o555)
    yield place
    os.chmod(folder, 0o755)
    shutil.rmtree(folder)


def as_one_who_may_not_write(path: Path, what: str) -> subprocess.CompletedProcess[str]:
    program = READ.format(str(path), what)
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)


def test_a_finished_book_is_read_where_nothing_can_be_written(shut: Path) -> None:
    ran = as_one_who_may_not_write(shut, "len(book.incidents()), len(book.search('ostrava'))")
    assert (ran.stdout, ran.stderr) == ("1 1\n", "")
    assert [one.name for one in shut.parent.iterdir()] == [shut.name]


def test_a_book_that_may_only_be_read_says_so_when_it_is_to_be_changed(shut: Path) -> None:
    ran = as_one_who_may_not_write(shut, "book.configure('{}')")
    assert "BookError" in ran.stderr.splitlines()[-1]
    assert "may only be read here" in ran.stderr.splitlines()[-1]


def test_a_book_that_may_not_be_read_is_told(shut: Path) -> None:
    os.chmod(shut, 0)
    ran = as_one_who_may_not_write(shut, "book.incidents()")
    assert "BookError" in ran.stderr.splitlines()[-1]
    assert "cannot be opened" in ran.stderr.splitlines()[-1]
