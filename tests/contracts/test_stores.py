"""What every store of a book keeps to; one more store is one more line in `STORES`."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.plain_stages import STAGES
from tollbook import review
from tollbook.errors import BookError
from tollbook.model import Book, RawDocument, Reading
from tollbook.pipeline import keep_book, read_document
from tollbook.store import Writer, open_book, packed

STORES: dict[str, Callable[[Path], Writer]] = {"sqlite": lambda folder: open_book(folder / "strike.db", create=True)}

GIVEN = (
    RawDocument("b", "text", "Mayor Anda said 4 killed in Ostrava, and 2 killed in Lun.", title="9 killed in Lun"),
    RawDocument("a", "html", "<p>7 killed in Ostrava", b"<p>7 killed in Ostrava", "https://a.example", "The Crier"),
    RawDocument("c", "text", "Nothing happened.\r\n\x00\u202e É", published="2031-05-03", language="en", case="k"),
    RawDocument("d", "text", "Nothing happened.\r\n\x00\u202e É"),
    RawDocument("e", "html", "<p>No more \ud83d\r\n", "<p>No more \x00\r\n".encode("utf-16")),
    RawDocument("b", "text", "Mayor Anda said 5 killed in Ostrava.", published="2031-05-01"),
)


@pytest.fixture(params=sorted(STORES))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Writer]:
    with STORES[request.param](tmp_path) as book:
        yield book


def fill(store: Writer, given: tuple[RawDocument, ...] = GIVEN) -> None:
    for raw in given:
        store.add([(raw, packed(read_document(raw, STAGES)))], STAGES.version)


def settle(store: Writer, settings: str = "") -> bool:
    return store.settle(lambda readings, decisions: keep_book(readings, decisions, STAGES), settings)


def without_tokens(reading: Reading) -> Reading:
    return replace(reading, annotations=tuple(replace(one, tokens=()) for one in reading.annotations))


def expected(given: tuple[RawDocument, ...] = GIVEN) -> Book:
    book = keep_book([read_document(raw, STAGES) for raw in given], (), STAGES)
    return replace(book, readings=tuple(map(without_tokens, book.readings)))


def withdrawal(fingerprint: str, subject: str = "b") -> review.Verdict:
    return review.Verdict("withdraw", subject, fingerprint, "a hoax", role="editor")


def test_a_settled_book_comes_back_as_it_was_made(store: Writer) -> None:
    fill(store)
    assert settle(store)
    assert store.book() == expected()
    assert store.book().incidents
    assert store.book().copies


def test_the_order_of_arrival_makes_no_difference(tmp_path: Path) -> None:
    for name, make in STORES.items():
        for seed in range(4):
            folder = tmp_path / f"{name}{seed}"
            folder.mkdir()
            with make(folder) as store:
                fill(store, tuple(random.Random(seed).sample(GIVEN, len(GIVEN))))
                settle(store)
                assert store.book() == expected()


def test_a_book_settles_once(store: Writer) -> None:
    fill(store)
    assert settle(store)
    assert not settle(store)
    assert settle(store, "other settings")


@pytest.mark.parametrize(
    "change",
    [
        lambda store: store.add(
            [(RawDocument("e", "text", "x"), packed(read_document(RawDocument("e", "text", "x"), STAGES)))], "v"
        ),
        lambda store: store.forget(GIVEN[0].fingerprint),
        lambda store: store.configure('{"rule": "another"}'),
        lambda store: store.append(review.next_decision("log", (), withdrawal("f"), "2031-05-05")),
    ],
    ids=["a document", "one fewer reading", "a configuration", "a decision"],
)
def test_whatever_changes_the_book_leaves_it_unfinished_until_it_is_settled(
    store: Writer, change: Callable[[Writer], None]
) -> None:
    fill(store)
    settle(store)
    change(store)
    for ask in (store.book, store.documents, store.incidents, lambda: store.search("x")):
        with pytest.raises(BookError, match=r"unfinished: run `tollbook build --book .*`"):
            ask()
    assert settle(store)
    store.book()


def test_the_same_configuration_again_changes_nothing(store: Writer) -> None:
    store.configure("{}")
    settle(store)
    store.configure("{}")
    assert store.configuration() == "{}"
    assert not settle(store)


def test_a_book_without_a_document_settles_too(store: Writer) -> None:
    assert settle(store)
    assert store.book() == Book((), (), (), ())


def test_the_parts_of_a_book_are_those_of_the_whole(store: Writer) -> None:
    fill(store)
    settle(store)
    book = store.book()
    assert store.incidents() == book.incidents
    assert store.documents() == tuple(reading.document for reading in book.readings)
    sizes = {"documents": len(book.readings), "claims": len(book.claims), "copies": len(book.copies)}
    assert store.sizes() == sizes | {"incidents": len(book.incidents)}


def test_every_version_of_a_document_is_kept(store: Writer) -> None:
    fill(store)
    assert {one.text for one in store.versions("b")} == {raw.content for raw in GIVEN if raw.id == "b"}
    assert store.versions("none") == ()


def test_documents_are_stale_for_another_version_and_come_back_as_they_were_given(store: Writer) -> None:
    fill(store)
    assert store.known() == {raw.fingerprint for raw in GIVEN}
    assert store.stale(STAGES.version) == ()
    stale = [store.raw_document(one) for one in store.stale("plain 2")]
    assert stale == sorted(GIVEN, key=lambda raw: (raw.id, raw.fingerprint))


def test_a_document_read_again_takes_the_place_of_what_was_read_before(store: Writer) -> None:
    fill(store)
    raw = GIVEN[0]
    other = replace(read_document(raw, STAGES), claims=())
    store.add([(raw, packed(other))], "plain 2")
    assert store.stale("plain 1") == (raw.fingerprint,)
    assert raw.fingerprint not in store.stale("plain 2")
    settle(store)
    assert len(store.documents()) == 5


def test_a_forgotten_reading_leaves_the_document_to_be_read_again(store: Writer) -> None:
    fill(store)
    store.forget(GIVEN[1].fingerprint)
    assert store.stale(STAGES.version) == (GIVEN[1].fingerprint,)
    assert GIVEN[1].fingerprint in store.known()
    settle(store)
    assert "a" not in [document.id for document in store.documents()]


def test_decisions_come_back_in_order_and_are_heeded(store: Writer) -> None:
    fill(store)
    settle(store)
    (seen,) = (document.fingerprint for document in store.documents() if document.id == "b")
    first = review.next_decision("log", (), withdrawal(seen), "2031-05-05")
    second = review.next_decision("log", (first,), withdrawal("of another text"), "2031-05-06")
    store.append(first)
    store.append(second)
    assert store.decisions() == (first, second)
    settle(store)
    assert store.book().unresolved == (second,)
    assert "b" not in [document.id for document in store.documents()]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ostrava", ["a", "b"]),
        ("OSTRAVA mayor", ["b"]),
        ("e", ["c", "d"]),
        ("lun", []),  # stands in the older version of b only
        ("", []),
        ("NOT", []),
        ('"', []),
        ("ostrava AND", []),
        ("ostrava*", ["a", "b"]),
        ("text:ostrava", []),
        ("NEAR(ostrava", []),
        ("ostrava\x00\ud800 ) --", ["a", "b"]),
        ("ostrava " * 5000, ["a", "b"]),
    ],
    ids=lambda given: repr(given)[:20],
)
def test_search_finds_the_documents_that_hold_every_word(store: Writer, words: str, found: list[str]) -> None:
    fill(store)
    settle(store)
    assert sorted(document.id for document in store.search(words)) == found


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Writer]:
    with open_book(tmp_path_factory.mktemp("book") / "strike.db", create=True) as store:
        fill(store)
        settle(store)
        yield store


@given(st.text(st.characters(), max_size=30))
@example("a_b _ __ ^ + - : {x y}")
def test_no_characters_are_an_error_to_search(settled: Writer, words: str) -> None:
    settled.search(words)
