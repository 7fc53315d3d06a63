"""What a build adds to a book, what it leaves, and what a document that cannot be read costs."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests import plain_stages
from tests.plain_stages import STAGES
from tests.runs.filling import given
from tollbook.errors import BookError, UnreadableError
from tollbook.model import Book, Claim, Count, Document, RawDocument, Span, Unread
from tollbook.pipeline import keep_book, read_document
from tollbook.review import Verdict, next_decision
from tollbook.runs.fill import Progress, Summary, fill
from tollbook.stages import Stages
from tollbook.store import open_book, packed
from tollbook.store.sqlite import SqliteBook

FOUR = RawDocument("a", "text", "4 killed in Ostrava")
FIVE = RawDocument("b", "text", "5 killed in Ostrava")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[SqliteBook]:
    with open_book(tmp_path / "strike.db", create=True) as store:
        yield store


def add(book: SqliteBook, *inputs: RawDocument | Unread, stages: Stages = STAGES, jobs: int = 1) -> Summary:
    return fill(book, stages, lambda: inputs, jobs)


def contents(raws: Iterable[RawDocument]) -> Book:
    kept = keep_book([read_document(raw, STAGES) for raw in raws], (), STAGES)
    bare = [replace(one, annotations=tuple(replace(a, tokens=()) for a in one.annotations)) for one in kept.readings]
    return replace(kept, readings=tuple(bare))


def test_a_build_says_what_it_did(book: SqliteBook) -> None:
    inputs = (FOUR, Unread("x.pdf", "kind not read: .pdf", is_error=False), FIVE, FOUR, Unread("y.txt", "empty"))
    assert add(book, *inputs) == Summary(
        read=2, known=1, skipped={"kind not read: .pdf": 1}, errors=("y.txt: empty",),
        kept=2, documents=2, claims=2, incidents=1,
    )  # fmt: skip


def test_the_same_documents_again_change_nothing(book: SqliteBook) -> None:
    add(book, FOUR, FIVE)
    before = book.book()
    again = add(book, FIVE, FOUR)
    assert (again.read, again.known) == (0, 2)
    assert book.book() == before


def test_what_is_not_given_again_stays(book: SqliteBook) -> None:
    add(book, FOUR)
    add(book, FIVE)
    assert book.book() == contents([FOUR, FIVE])


@pytest.mark.parametrize("seed", range(3))
def test_any_order_any_batches_and_any_number_of_processes_give_the_same_book(book: SqliteBook, seed: int) -> None:
    chance = random.Random(seed)
    documents = list(given(30))
    expected = contents(documents)
    chance.shuffle(documents)
    while documents:
        size = chance.randint(1, 20)
        batch, documents = documents[:size], documents[size:]
        add(book, *batch, jobs=chance.choice([1, 2]))
    assert book.book() == expected


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("UNREADABLE", "bad: cannot be read: ValueError: a page of nonsense"),
        ("BOTTOMLESS", "bad: too deeply nested"),
    ],
)
def test_a_document_that_cannot_be_read_costs_one_line_and_no_other(book: SqliteBook, words: str, reason: str) -> None:
    summary = add(book, FOUR, RawDocument("bad", "text", words), FIVE)
    assert summary.errors == (reason,)
    assert (summary.read, summary.kept) == (2, 2)
    assert book.book() == contents([FOUR, FIVE])


def test_a_document_that_kills_its_reader_costs_one_line_and_no_other(book: SqliteBook) -> None:
    summary = add(book, FOUR, RawDocument("bad", "text", "DEADLY"), FIVE, jobs=2)
    (line,) = summary.errors
    assert line.startswith("bad: the process that read it died")
    assert book.book() == contents([FOUR, FIVE])


def out_of_memory(raw: RawDocument) -> Document:
    raise MemoryError if raw.id == "bad" else UnreadableError(raw.id, "empty")


def twice(document: Document, *rest: object) -> tuple[Claim, ...]:
    return plain_stages.extract(document, *rest) * 2  # type: ignore[arg-type]


def beyond_number(document: Document, *rest: object) -> tuple[Claim, ...]:
    count = Count(10**30, None, plain_stages.Bound.EXACT, "4", Span(0, 1))
    return tuple(replace(one, count=count) for one in plain_stages.extract(document, *rest))  # type: ignore[arg-type]


def partless(document: Document, *rest: object) -> tuple[Claim, ...]:
    return tuple(replace(one, part_of="c0") for one in plain_stages.extract(document, *rest))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stages", "lines"),
    [
        (replace(STAGES, clean=out_of_memory), ("a: empty", "bad: takes more memory than there is")),
        (replace(STAGES, extract=twice), ("a: cannot be read: ValueError: two claims in one place",)),
        (replace(STAGES, extract=partless), ("a: cannot be read: ValueError: a part without its whole",)),
        (
            replace(STAGES, extract=beyond_number),
            ("a: cannot be read: ValueError: a count of more people than there are",),
        ),
    ],
)
def test_a_stage_that_fails_on_a_document_does_not_stop_the_book(
    book: SqliteBook, stages: Stages, lines: tuple[str, ...]
) -> None:
    summary = add(book, FOUR, RawDocument("bad", "text", "Nothing."), stages=stages)
    assert summary.errors == lines
    assert book.documents() == tuple(one.document for one in book.book().readings)


def test_a_title_that_cannot_be_stored_costs_one_line(book: SqliteBook) -> None:
    summary = add(book, replace(FOUR, title="half a \ud83d"), FIVE)
    assert summary.errors == ("a: holds characters that are none",)
    assert book.book() == contents([FIVE])


def another_clean(raw: RawDocument) -> Document:
    if raw.id == "b":
        raise ValueError("not any more")
    return replace(plain_stages.clean(raw), text=raw.content.replace("4", "14"))


def test_other_stages_read_the_documents_of_the_book_again_without_their_files(book: SqliteBook) -> None:
    add(book, FOUR)
    other = replace(STAGES, clean=another_clean, version="plain 2")
    summary = add(book, stages=other)
    assert summary.read == 1
    assert [claim.quote for claim in book.book().claims] == ["14 killed in Ostrava"]
    add(book)
    assert book.book() == contents([FOUR])


def test_a_document_that_other_stages_cannot_read_gives_nothing_but_is_kept(book: SqliteBook) -> None:
    add(book, FOUR, FIVE)
    other = replace(STAGES, clean=another_clean, version="plain 2")
    for _ in range(2):
        summary = add(book, stages=other)
        assert summary.errors == ("b: cannot be read: ValueError: not any more",)
        assert (summary.kept, summary.documents) == (2, 1)
    add(book)
    assert book.book() == contents([FOUR, FIVE])


def no_incidents(*_: object) -> tuple[()]:
    return ()


def test_other_stages_across_documents_settle_again_and_read_nothing_again(book: SqliteBook) -> None:
    add(book, FOUR)
    summary = add(book, stages=replace(STAGES, link=no_incidents, settling="another link"))
    assert (summary.read, summary.documents, summary.incidents) == (0, 1, 0)


def test_a_build_without_inputs_finishes_the_book(book: SqliteBook) -> None:
    book.add([(FOUR, packed(read_document(FOUR, STAGES)))], STAGES.version)
    add(book)
    assert book.book() == contents([FOUR])


def test_a_build_tells_how_far_it_is(book: SqliteBook) -> None:
    add(book, FOUR)
    heard: list[Progress] = []
    inputs = (FOUR, FIVE, FIVE, replace(FIVE, id="c"))
    fill(book, STAGES, lambda: inputs, told=heard.append)
    assert heard == [Progress(1, 2), Progress(2, 2), Progress(2, 2, is_settling=True)]


def test_a_changed_log_of_decisions_settles_no_book(book: SqliteBook) -> None:
    add(book, FOUR)
    decision = next_decision("log", (), Verdict("withdraw", "a", "f", "a hoax"), "2031-05-05")
    book.append(replace(decision, why="no hoax"))
    with pytest.raises(BookError, match="decision 0 of log log is not as it was written"):
        add(book)
