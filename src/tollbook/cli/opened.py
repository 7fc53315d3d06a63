"""A book opened for a command, and the one thing in it that an id from the command line stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from tollbook.errors import NotFoundError
from tollbook.export.choices import Choices
from tollbook.export.rows import Shown, shown
from tollbook.export.visible import spelled_out
from tollbook.model import Book, Claim, Document, Incident

T = TypeVar("T", Claim, Incident)
Found = Claim | Document | Incident

SHORTEST = 9  # of an id in a table: a letter and 8 hex digits, more where those are not unique


def view(path: Path, names: str) -> Shown:
    """The whole book in this file as it may be shown; BookError where there is none."""
    from tollbook.store import open_book

    with open_book(path) as reader:
        return shown(reader.book(), Choices(names))


def view_incidents(path: Path, names: str) -> Shown:
    """The book's incidents alone, which is quick; where names are masked it takes the whole book to know them."""
    if names == "none":
        return view(path, names)
    from tollbook.store import open_book

    with open_book(path) as reader:
        return shown(Book((), (), (), reader.incidents()), Choices(names))


def find(book: Book, name: str) -> Found:
    """The document, claim or incident that goes by this id or by a beginning of it that no other has.

    An id made from any claim of an incident (i1234 from c1234) is the incident's, whichever it goes by now.
    """
    for reading in book.readings:
        if reading.document.id == name:
            return reading.document
    if name.startswith("c"):
        return _only(name, [one for one in book.claims if one.id.startswith(name)])
    if name.startswith("i"):
        return _incident(book, name)
    raise _not_found(name)


def find_incident(book: Book, name: str) -> Incident:
    """The same, where only an incident will do; a claim stands for the incident that it is about."""
    found = find(book, name)
    if isinstance(found, Incident):
        return found
    if isinstance(found, Claim) and found.incident:
        return next(one for one in book.incidents if one.id == found.incident)
    raise NotFoundError(f"{spelled_out(name)} is no incident: `tollbook incidents BOOK` lists them")


def shortened(ids: Iterable[str]) -> Callable[[str], str]:
    """Cuts each of these ids to as few characters as still tell them apart."""
    whole = sorted(set(ids))
    length = SHORTEST
    while len({one[:length] for one in whole}) < len(whole):
        length += 1
    return lambda one: one[:length]


def _incident(book: Book, name: str) -> Incident:
    holders = {one.incident for one in book.claims if one.id.startswith("c" + name[1:])}
    return _only(name, [one for one in book.incidents if one.id.startswith(name) or one.id in holders])


def _only(name: str, found: Sequence[T]) -> T:
    exact = [one for one in found if one.id == name]
    if len(exact or found) > 1 and len(name) > 1:
        raise NotFoundError(f"{len(found)} ids begin with {spelled_out(name)}: give more of its characters")
    if not found or len(name) == 1:
        raise _not_found(name)
    return (exact or found)[0]


def _not_found(name: str) -> NotFoundError:
    where = "`tollbook incidents BOOK` lists incidents, `tollbook search BOOK WORDS` documents"
    return NotFoundError(f"nothing in the book goes by {spelled_out(name)}: {where}")
