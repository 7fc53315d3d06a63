"""A build that is killed at any moment and run again gives the same book as one that was left alone."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.plain_stages import STAGES
from tests.runs.filling import given
from tollbook.errors import BookError
from tollbook.model import Book
from tollbook.runs.fill import fill
from tollbook.store import open_book

DOCUMENTS = 60


def start(path: Path, jobs: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.runs.filling", str(path), str(DOCUMENTS), str(jobs)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)


def run_until(path: Path, line: str, moments: float, jobs: int = 1) -> int:
    """Start a build and kill it so many seconds after it has said this; they only vary the place."""
    process = start(path, jobs)
    assert process.stdout is not None
    for said in process.stdout:
        if said.strip() == line:
            break
    else:
        pytest.fail(f"the build never said {line!r}")
    time.sleep(moments)
    process.kill()
    process.wait()
    process.stdout.close()
    return process.pid


def finished(path: Path) -> Book:
    with open_book(path, create=True) as book:
        fill(book, STAGES, lambda: given(DOCUMENTS))
        return book.book()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Book:
    book = finished(tmp_path_factory.mktemp("whole") / "strike.db")
    assert len(book.readings) == DOCUMENTS - 3
    return book


def check(path: Path, whole: Book) -> None:
    assert finished(path) == whole
    assert [one.name for one in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(("line", "jobs"), [("open", 1), ("7", 1), ("59", 2), ("settling", 1), ("settled", 1)])
def test_a_build_killed_and_run_again_gives_the_same_book(tmp_path: Path, line: str, jobs: int, whole: Book) -> None:
    path = tmp_path / "strike.db"
    run_until(path, line, 0, jobs)
    check(path, whole)


def test_a_build_killed_again_and_again_comes_to_its_end(tmp_path: Path, whole: Book) -> None:
    path = tmp_path / "strike.db"
    for line in ("open", "3", "2", "settling"):
        run_until(path, line, 0.001)
    check(path, whole)


def test_a_book_cut_off_says_that_it_is_unfinished(tmp_path: Path) -> None:
    path = tmp_path / "strike.db"
    run_until(path, "7", 0)
    with pytest.raises(BookError, match="unfinished"), open_book(path) as book:
        book.book()


def is_running(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_killed_build_leaves_no_process_behind(tmp_path: Path) -> None:
    group = run_until(tmp_path / "strike.db", "7", 0, jobs=2)
    for _ in range(1000):
        if not is_running(group):
            return
        time.sleep(0.01)
    os.killpg(group, signal.SIGKILL)
    pytest.fail("the processes of a killed build go on without it")


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(25))
def test_a_build_killed_anywhere_gives_the_same_book(tmp_path: Path, seed: int, whole: Book) -> None:
    chance = random.Random(seed)
    path = tmp_path / "strike.db"
    for _ in range(chance.randint(1, 3)):
        run_until(path, "open", chance.uniform(0, 0.6), chance.choice([1, 1, 2]))
    check(path, whole)
