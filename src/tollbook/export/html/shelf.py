"""What the page takes from the book: its rows, with names masked as chosen, and the documents that they stand in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from tollbook.export import rows
from tollbook.export.choices import Choices
from tollbook.export.visible import on_one_line
from tollbook.model import Book, Claim, Document, Reading, Span, digest
from tollbook.terms import Field

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Card:
    """A document as the page names it. `link` is an address that may be followed, or None; `url` is as published."""

    anchor: str
    id: str
    name: str
    publisher: str | None
    title: str | None
    published: str | None
    url: str | None
    link: str | None
    language: str | None
    sha256: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """The book by id. Every word of a document reaches the page through `view`, so none comes unmasked."""

    view: rows.Shown
    readings: Mapping[str, Reading]
    claims: Mapping[str, Claim]
    cards: Mapping[str, Card]

    @staticmethod
    def of(book: Book, choices: Choices) -> Shelf:
        """The shelf that shows names as these choices say."""
        view = rows.shown(book, choices)
        readings = {one.document.id: one for one in sorted(book.readings, key=lambda one: one.document.id)}
        cards = {id: _card(view, reading.document) for id, reading in readings.items()}
        return Shelf(view, readings, {claim.id: claim for claim in book.claims}, cards)

    def row(self, claim: Claim) -> rows.Row:
        """The claim's row of the contract."""
        return rows.claim(self.view, claim)

    def text(self, document: str, field: Field) -> str:
        """The field's whole text, as long as it was."""
        return self.view.texts[document, field]

    def sentences(self, document: str, field: Field) -> tuple[Span, ...]:
        """The sentences of the field."""
        return next((one.sentences for one in self.readings[document].annotations if one.field is field), ())

    def chain(self, claim: Claim) -> tuple[str, ...]:
        """The names of the claim's sources, outermost first."""
        mask = self.view.mask(claim.document)
        return tuple(on_one_line(mask(source.name)) for source in claim.sources)

    def place(self, claim: Claim) -> tuple[str, str, Span, str]:
        """Where the claim stands among others: by the day its document was published, those without one last."""
        published = self.readings[claim.document].document.published or "9999"
        return published, claim.document, claim.span, claim.id


def day(iso: str) -> str:
    """An ISO date or date-time as "2 May 2031", and what is none as it stands."""
    try:
        read = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return f"{read.day} {_MONTHS[read.month - 1]} {read.year}"


def days(when: rows.Row | None) -> str | None:
    """A row's interval as a reader says it, or None where the texts do not tell."""
    if when is None:
        return None
    start, end = day(when["start"]), day(when["end"])
    return start if start == end else f"{start} to {end}"


def anchor(kind: str, id: str) -> str:
    """The place on the page of what goes by this id: ids are the callers' own and may hold any character."""
    return f"{kind}-{digest(id)[:16]}"


def _card(view: rows.Shown, document: Document) -> Card:
    row = rows.document(view, document, None)
    mask = view.mask(document.id)
    title, publisher, url = (on_one_line(row[name] or "") or None for name in ("title", "publisher", "url"))
    id = on_one_line(mask(document.id))
    language = document.language if document.language and _LANGUAGE.fullmatch(document.language) else None
    return Card(
        anchor=anchor("document", document.id),
        id=id,
        name=publisher or title or id,
        publisher=publisher,
        title=title,
        published=document.published and day(mask(document.published)),
        url=url,
        link=url if url and url == document.url and _may_be_followed(url) else None,
        language=language,
        sha256=document.sha256,
    )


def _may_be_followed(url: str) -> bool:
    """Whether it is an address on the web: javascript:, data: and file: are shown and lead nowhere."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)
