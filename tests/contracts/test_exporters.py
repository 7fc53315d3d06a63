"""What every exporter owes: the same book the same bytes, whole files, no names unless asked, no file of another."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.export.books import a_book, a_hostile_book
from tollbook.errors import TollbookError, UsageError
from tollbook.export import EXPORTERS, Choices, Exporter
from tollbook.model import Book

pytestmark = pytest.mark.parametrize("export", EXPORTERS.values(), ids=EXPORTERS)


@contextmanager
def limit_on_file_size(size: int) -> Iterator[None]:
    """Every write past this many bytes of a file fails, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("names", ["none", "all"])
def test_the_same_book_gives_the_same_bytes_whatever_order_its_parts_have(
    export: Exporter, names: str, tmp_path: Path
) -> None:
    book = a_book()
    turned = a_book(readings=book.readings[::-1], claims=book.claims[::-1], copies=book.copies[::-1])
    export(book, tmp_path / "one", Choices(names))
    export(turned, tmp_path / "two", Choices(names))
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_names_of_people_harmed_are_left_out_unless_they_are_asked_for(export: Exporter, tmp_path: Path) -> None:
    export(a_book(), tmp_path / "default", Choices())
    export(a_book(), tmp_path / "all", Choices("all"))
    assert "dovan" not in b"".join(files(tmp_path / "default").values()).decode().casefold()
    assert "dovan" in b"".join(files(tmp_path / "all").values()).decode().casefold()


def test_no_other_file_is_touched_and_nothing_temporary_is_left(export: Exporter, tmp_path: Path) -> None:
    export(a_book(), tmp_path, Choices())
    own = set(files(tmp_path))
    (tmp_path / "notes.txt").write_text("mine")
    export(a_book(), tmp_path, Choices())
    assert set(files(tmp_path)) == own | {"notes.txt"}
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_folders_are_made_where_they_are_absent(export: Exporter, tmp_path: Path) -> None:
    export(a_book(), tmp_path / "a" / "b", Choices())
    assert files(tmp_path / "a" / "b")


def test_a_place_that_cannot_be_written_is_one_line_that_says_so(export: Exporter, tmp_path: Path) -> None:
    (tmp_path / "taken\x1b[2J").write_text("a file, not a folder")
    with pytest.raises(TollbookError, match=r"^cannot write .*taken␛\[2J") as refusal:
        export(a_book(), tmp_path / "taken\x1b[2J", Choices())
    assert "\n" not in str(refusal.value)


def test_a_disk_that_fills_up_leaves_the_export_before_as_it_was(export: Exporter, tmp_path: Path) -> None:
    export(a_book(), tmp_path, Choices())
    before = files(tmp_path)
    with limit_on_file_size(1000), pytest.raises(TollbookError, match=r"^cannot write .*make room"):
        export(a_book(), tmp_path, Choices("all"))
    assert files(tmp_path) == before


def test_an_empty_book_can_be_exported(export: Exporter, tmp_path: Path) -> None:
    export(Book((), (), (), ()), tmp_path, Choices())
    assert files(tmp_path)


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\u202e", "\0", "\r\n", "</script>", "\u2028", "\U000e0041"])
def test_hostile_text_passes_through_and_no_file_holds_what_acts(
    export: Exporter, hostile: str, tmp_path: Path
) -> None:
    export(a_hostile_book(hostile), tmp_path, Choices("all"))
    written = b"".join(files(tmp_path).values()).decode("utf-8")
    assert not set(written) & set("\x00\x07\r\x1b\x7f\x9b\u2028\u2029\u202e\u2066\U000e0041")


@pytest.mark.parametrize("names", ["", "some", "ALL"])
def test_another_choice_of_names_is_refused(export: Exporter, names: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--names takes none or all"):
        export(a_book(), tmp_path, Choices(names))
