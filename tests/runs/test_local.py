"""The same results in the same order by any number of processes, and no document lost to one that kills its reader."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from itertools import islice

import pytest

from tollbook.model import RawDocument
from tollbook.runs import local


def shout(document: RawDocument) -> str:
    """The words in capitals; DEADLY words end the process."""
    if "DEADLY" in document.content:
        os._exit(9)
    return document.content.upper()


def lost(document: RawDocument) -> str:
    return f"{document.id} is lost"


def documents(count: int, words: str = "some words") -> list[RawDocument]:
    return [RawDocument(f"d{number}", "text", f"{words} {number}") for number in range(count)]


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 40])
def test_results_come_in_order_whoever_does_the_work(jobs: int, count: int) -> None:
    given = documents(count)
    assert list(local.map(shout, iter(given), jobs, lost)) == [(one, one.content.upper()) for one in given]


def test_long_documents_travel_alone() -> None:
    given = documents(5, "x" * local.CHUNK_CHARACTERS)
    assert [result for _, result in local.map(shout, given, 2, lost)] == [one.content.upper() for one in given]


@pytest.mark.parametrize("deadly", [{0}, {39}, {3, 4, 20}])
def test_a_document_that_kills_its_process_is_lost_and_no_other(deadly: set[int]) -> None:
    given = [RawDocument(f"d{n}", "text", "DEADLY" if n in deadly else f"w{n}") for n in range(40)]
    expected = [f"d{n} is lost" if n in deadly else f"W{n}" for n in range(40)]
    assert [result for _, result in local.map(shout, given, 2, lost)] == expected


def test_documents_are_taken_as_they_are_needed() -> None:
    taken = []

    def endless() -> Iterator[RawDocument]:
        for document in documents(100_000):
            taken.append(document.id)
            yield document

    for _ in islice(local.map(shout, endless(), 2, lost), 3):
        pass
    assert len(taken) <= 2 * local.CHUNKS_A_PROCESS * local.CHUNK_DOCUMENTS + local.CHUNK_DOCUMENTS


def add(*numbers: int) -> int:
    return sum(numbers)


def end_elsewhere(home: int, result: str) -> str:
    """The result in the process `home`; any other one ends."""
    if os.getpid() != home:
        os._exit(9)
    return result


@pytest.mark.parametrize("jobs", [1, 2])
def test_work_beside_gives_its_result_as_often_as_it_is_asked_for(jobs: int) -> None:
    with local.beside(jobs) as beside:
        one, other = beside(partial(add, 2, 3)), beside(partial(add, 4))
        assert (other(), one(), one()) == (4, 5, 5)


def test_with_one_job_work_waits_until_it_is_asked_for() -> None:
    done: list[int] = []
    with local.beside(1) as beside:
        later = beside(lambda: done.append(1))
        assert not done
        later()
        later()
    assert done == [1]


def test_work_whose_process_dies_is_done_here() -> None:
    with local.beside(2) as beside:
        first = beside(partial(end_elsewhere, os.getpid(), "one"))
        assert first() == "one"
        assert beside(partial(end_elsewhere, os.getpid(), "two"))() == "two"
