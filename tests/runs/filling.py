"""A build as a process of its own, for a test to kill: `python -m tests.runs.filling BOOK DOCUMENTS JOBS`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.plain_stages import STAGES
from tollbook.model import RawDocument
from tollbook.runs.fill import Progress, fill
from tollbook.store import open_book


def given(count: int) -> Iterator[RawDocument]:
    """Documents with claims, copies, pages and second versions among them."""
    for number in range(count):
        text = f"Mayor Anda said {number % 7} killed in {('Ostrava', 'Lun', 'Brezova')[number % 3]}."
        media = "html" if number % 5 == 0 else "text"
        yield RawDocument(f"d{number % (count - 3)}", media, text, published=f"2031-05-{number % 28 + 1:02}")


def tell(progress: Progress) -> None:
    """A line for each step, at once, so that the test knows where it kills."""
    print("settling" if progress.is_settling else progress.done, flush=True)


if __name__ == "__main__":
    place, count, jobs = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    with open_book(place, create=True) as book:
        print("open", flush=True)
        fill(book, STAGES, lambda: given(count), jobs, tell)
        print("settled", flush=True)
