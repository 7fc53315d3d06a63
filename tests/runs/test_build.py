"""From files to a finished book by the stages that Tollbook ships, and documents taken out of it again."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import TOP
from tollbook.config import Config
from tollbook.errors import BookError, NotFoundError, UsageError
from tollbook.export import EXPORTERS, Choices
from tollbook.model import Book
from tollbook.runs.build import build, kept_config, withdraw
from tollbook.store import open_book

WHEN = "2031-05-05T10:00:00+00:00"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Two reports on one attack, and a file of another kind."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "crier.txt").write_text("Four people were killed in a bombing in Ostrava on Monday, police said.")
    (folder / "herald.txt").write_text("A bombing in Ostrava on Monday killed six people, the mayor said.")
    (folder / "map.png").write_bytes(b"\x89PNG")
    return folder


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "strike.db"


def kept(book: Path) -> Book:
    with open_book(book) as reader:
        return reader.book()


def exported(book: Path, folder: Path) -> dict[str, bytes]:
    EXPORTERS["jsonl"](kept(book), folder, Choices("all"))
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_folder_becomes_a_book(reports: Path, book: Path) -> None:
    summary = build([reports], book)
    assert (summary.read, summary.kept, summary.errors) == (2, 2, ())
    assert sum(summary.skipped.values()) == 1
    assert summary.claims >= 2
    assert {claim.count.low for claim in kept(book).claims if claim.count} == {4, 6}


def test_a_build_without_paths_makes_no_book(book: Path) -> None:
    with pytest.raises(BookError, match="there is no book"):
        build([], book)
    assert not book.exists()


def test_a_wrong_setting_makes_no_difference_to_the_book(reports: Path, book: Path) -> None:
    build([reports], book)
    with pytest.raises(UsageError, match="rule takes"):
        build([reports], book, Config(rule="dice"))
    assert kept_config(book) == Config()
    kept(book)


def test_a_book_keeps_its_settings_until_others_are_given(reports: Path, book: Path) -> None:
    assert kept_config(book) == Config()
    build([reports / "crier.txt"], book, Config(rule="envelope"))
    build([reports / "herald.txt"], book)
    assert kept_config(book) == Config(rule="envelope")
    rules = {toll.rule.partition("@")[0] for incident in kept(book).incidents for toll in incident.tolls}
    assert rules == {"envelope"}
    build([], book, replace(kept_config(book), rule="tollbook"))
    assert kept_config(book) == Config()


def test_order_batches_and_processes_export_the_same_bytes(reports: Path, tmp_path: Path) -> None:
    build([reports], tmp_path / "once.db", jobs=2)
    for name in ("herald.txt", "crier.txt"):
        build([reports / name], tmp_path / "twice.db")
    once, twice = (exported(tmp_path / f"{name}.db", tmp_path / name) for name in ("once", "twice"))
    assert once == twice
    assert b"Ostrava" in once["claims.jsonl"]


def test_a_withdrawn_document_gives_nothing_and_its_decision_stays(reports: Path, book: Path) -> None:
    build([reports], book)
    withdraw(book, "crier", "a hoax", "R. Ames", "editor", WHEN)
    after = kept(book)
    assert [one.document.id for one in after.readings] == ["herald"]
    assert {claim.document for claim in after.claims} == {"herald"}
    with open_book(book) as reader:
        (decision,) = reader.decisions()
    assert (decision.subject, decision.why, decision.who, decision.when) == ("crier", "a hoax", "R. Ames", WHEN)
    build([reports], book)
    assert kept(book) == after


def test_a_new_version_of_a_withdrawn_document_speaks(reports: Path, book: Path) -> None:
    (reports / "row.jsonl").write_text(
        '{"id": "w", "text": "Two people were killed in Lun.", "published": "2031-05-01"}'
    )
    build([reports], book)
    withdraw(book, "w", "a hoax", when=WHEN)
    (reports / "row.jsonl").write_text(
        '{"id": "w", "text": "One person was killed in Lun.", "published": "2031-05-02"}'
    )
    build([reports], book)
    after = kept(book)
    assert "w" in [one.document.id for one in after.readings]
    assert [decision.subject for decision in after.unresolved] == ["w"]
    withdraw(book, "w", "still a hoax", when=WHEN)
    assert "w" not in [one.document.id for one in kept(book).readings]


def test_the_time_of_a_decision_is_now_unless_it_is_given(reports: Path, book: Path) -> None:
    build([reports], book)
    withdraw(book, "crier", "a hoax")
    with open_book(book) as reader:
        assert reader.decisions()[0].when.endswith("+00:00")


def test_what_is_not_in_the_book_cannot_be_withdrawn(reports: Path, book: Path) -> None:
    build([reports], book)
    with pytest.raises(NotFoundError, match="no document in the book goes by 'tribune'"):
        withdraw(book, "tribune", "a hoax")
    with pytest.raises(BookError, match="there is no book"):
        withdraw(reports / "none.db", "crier", "a hoax")


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(5))
def test_the_command_killed_anywhere_and_run_again_exports_the_same_bytes(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    samples, jobs = TOP / "samples", str(chance.choice([1, 2]))
    whole, cut = tmp_path / "whole.db", tmp_path / "cut.db"
    build([samples], whole)
    command = [str(Path(sys.executable).with_name("tollbook")), "build", str(samples)]
    for _ in range(3):
        process = subprocess.Popen([*command, "--book", str(cut), "--jobs", jobs], stdout=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.3, 2.5))
        process.kill()
        process.wait()
    build([samples], cut)
    assert exported(cut, tmp_path / "b") == exported(whole, tmp_path / "a")
