"""One function over many documents, in order, in this process or in several of this machine."""

from __future__ import annotations

import copyreg
import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache, partial
from itertools import chain
from threading import Thread
from typing import TypeVar

from tollbook.model import RawDocument, Reading
from tollbook.stages import Beside, Later
from tollbook.store import reduced

Result = TypeVar("Result")
Work = Callable[[RawDocument], Result]
Pair = tuple[RawDocument, Result]
Chunk = tuple[RawDocument, ...]
Running = deque[tuple[Chunk, Future[list[Result]]]]

# What travels to a process at once, and how many such chunks a process has waiting: enough to keep it busy, little
# enough that a thousand long pages are never in memory together.
CHUNK_DOCUMENTS = 8
CHUNK_CHARACTERS = 200_000
CHUNKS_A_PROCESS = 2
# How many new objects a process of ours makes before it looks for cycles. A document is some thousands of small frozen
# objects without any, and a settled book millions: looking after every 50,000 took .9 s of the 12 to 15 that settling
# gva takes of a processor, and freed 3,069 objects in all.
OBJECTS_A_LOOK = 2_000_000


def map(
    work: Work[Result], documents: Iterable[RawDocument], jobs: int, lost: Callable[[RawDocument], Result]
) -> Iterator[Pair[Result]]:
    """Each document with what `work` makes of it, in the order of the documents, by this many processes.

    `work` must not raise; for more than one process it must be a function of a module, or a partial of one. Where a
    process dies over a document, the result is what `lost` says of it, and the rest is done all the same.
    """
    if jobs > 1:
        yield from _by_processes(work, iter(documents), jobs, lost)
    else:
        for document in documents:
            yield document, work(document)


@contextmanager
def beside(jobs: int) -> Iterator[Beside]:
    """How to have work done in another process while this one goes on; with one job it is done here, once asked for.

    The work must be a function of a module, or a partial of one. Where its process dies, it is done here after all.
    """
    if jobs == 1:
        yield cache
        return
    copyreg.pickle(Reading, reduced)
    pool = _pool(1)
    _submitted(pool, os.getpid)  # it starts while this process makes ready what it will be given
    try:
        yield partial(_later, pool)
    finally:
        pool.shutdown(cancel_futures=True)


def _later(pool: ProcessPoolExecutor, work: Later[Result]) -> Later[Result]:
    future = _submitted(pool, work)

    @cache
    def result() -> Result:
        try:
            return future.result()
        except BrokenProcessPool:
            return work()

    return result


def _by_processes(
    work: Work[Result], documents: Iterator[RawDocument], jobs: int, lost: Callable[[RawDocument], Result]
) -> Iterator[Pair[Result]]:
    waiting: Running[Result] = deque()
    pool = _pool(jobs)
    try:
        while True:
            while len(waiting) < jobs * CHUNKS_A_PROCESS and (chunk := _chunk(documents)):
                waiting.append((chunk, _submit(pool, work, chunk)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                results = future.result()
            except BrokenProcessPool:
                # Any document under way may have done it, so each of them goes alone.
                suspects = chain(chunk, *(others for others, _ in waiting))
                waiting.clear()
                yield from _one_by_one(work, suspects, lost)
                pool = _pool(jobs)
            else:
                yield from zip(chunk, results, strict=True)
    finally:
        pool.shutdown(cancel_futures=True)


def _one_by_one(
    work: Work[Result], documents: Iterable[RawDocument], lost: Callable[[RawDocument], Result]
) -> Iterator[Pair[Result]]:
    pool = _pool(1)
    try:
        for document in documents:
            try:
                (result,) = _submit(pool, work, (document,)).result()
            except BrokenProcessPool:
                result, pool = lost(document), _pool(1)
            yield document, result
    finally:
        pool.shutdown(cancel_futures=True)


def _chunk(documents: Iterator[RawDocument]) -> Chunk:
    """The next few documents; none at the end."""
    taken: list[RawDocument] = []
    for document in documents:
        taken.append(document)
        if len(taken) == CHUNK_DOCUMENTS or sum(len(one.content) for one in taken) >= CHUNK_CHARACTERS:
            break
    return tuple(taken)


def _submit(pool: ProcessPoolExecutor, work: Work[Result], chunk: Chunk) -> Future[list[Result]]:
    return _submitted(pool, partial(_each, work, chunk))


def _submitted(pool: ProcessPoolExecutor, work: Later[Result]) -> Future[Result]:
    try:
        return pool.submit(work)
    except BrokenProcessPool as error:
        failed: Future[Result] = Future()
        failed.set_exception(error)
        return failed


def _each(work: Work[Result], chunk: Sequence[RawDocument]) -> list[Result]:
    return [work(document) for document in chunk]


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Spawned and not forked: a fork copies locks that a thread of this process may hold.
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), initializer=_start)


def _start() -> None:
    """Leave an interruption to the parent, and end with it: a killed parent can no longer say that work is over."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(OBJECTS_A_LOOK)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
