"""The book as the page tells it: what it holds, each incident with its tolls and voices, what repeats what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tollbook import __version__
from tollbook.export.choices import Choices
from tollbook.export.html.passages import clip
from tollbook.export.html.shelf import Card, Shelf, anchor, days
from tollbook.export.html.statements import Dissent, Topic, dissents, topics
from tollbook.export.html.tolls import Chart, Figure, chart, figure
from tollbook.export.rows import Row, decision
from tollbook.export.rows import incident as incident_row
from tollbook.model import Book, Claim, Copy, Decision, Incident, Passage
from tollbook.terms import CopyKind, Field, Harm

_REPEATS = {
    CopyKind.VERBATIM: "word for word",
    CopyKind.EDITED: "with edits",
    CopyKind.QUOTE: "the same quotation",
    CopyKind.REWRITTEN: "in other words",
}


@dataclass(frozen=True, slots=True)
class Line:
    """An incident in the overview; `killed` and `injured` are of everybody, None where no claim speaks of them.

    `origins` is how many supply a figure to the toll that has most of them, as in the terminal's table.
    """

    anchor: str
    title: str
    kind: str
    when: str | None
    where: str | None
    killed: Figure | None
    injured: Figure | None
    origins: int
    is_contested: bool
    row: Row


@dataclass(frozen=True, slots=True)
class Repeat:
    """One copy: the words, where they stand and where they stood before, and what tells so."""

    words: str
    copy: Card
    original: Card
    manner: str
    overlap: str
    is_directed: bool
    evidence: str


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """All that the page tells of one incident."""

    line: Line
    coordinates: str | None
    chart: Chart
    dissents: tuple[Dissent, ...]
    topics: tuple[Topic, ...]
    repeats: tuple[Repeat, ...]
    documents: int
    claims: int
    voices: int


@dataclass(frozen=True, slots=True)
class Report:
    """The whole page. Its incidents are made one by one as they are asked for, for there may be thousands."""

    version: str
    names: str
    claims: int
    rules: tuple[str, ...]
    methods: tuple[tuple[str, str | None], ...]
    lines: tuple[Line, ...]
    cards: tuple[Card, ...]
    loose: tuple[Topic, ...]
    repeats: tuple[Repeat, ...]
    unresolved: tuple[Row, ...]
    _shelf: Shelf
    _files: tuple[_File, ...]

    def incidents(self) -> Iterator[IncidentPage]:
        """Each incident's part of the page, in the order of the overview."""
        return (_incident(self._shelf, line, file) for line, file in zip(self.lines, self._files, strict=True))


@dataclass(frozen=True, slots=True)
class _File:
    """An incident with what belongs to it."""

    incident: Incident
    claims: tuple[Claim, ...]
    copies: tuple[Copy, ...]


def report(book: Book, choices: Choices) -> Report:
    """The page of this book, with names as these choices say; incidents in the order of their days."""
    shelf = Shelf.of(book, choices)
    files = _files(book)
    told = {copy for file in files for copy in file.copies}
    used = sorted({toll.rule for one in book.incidents for toll in one.tolls})
    others = sorted({rule for one in book.incidents for toll in one.tolls for rule, *_ in toll.other_rules} - {*used})
    return Report(
        version=__version__,
        names=choices.names,
        claims=len(book.claims),
        rules=tuple(used),
        methods=tuple((rule, choices.rules.get(rule.partition("@")[0])) for rule in [*used, *others]),
        lines=tuple(_line(shelf, file) for file in files),
        cards=tuple(shelf.cards.values()),
        loose=topics(shelf, (claim for claim in book.claims if claim.incident is None)),
        repeats=tuple(_repeat(shelf, copy) for copy in sorted(book.copies, key=_passages) if copy not in told),
        unresolved=tuple(_decision(shelf, one) for one in book.unresolved),
        _shelf=shelf,
        _files=files,
    )


def _decision(shelf: Shelf, one: Decision) -> Row:
    mask = shelf.view.masks.book
    return {**decision(one, mask), "subject": mask(one.subject)}


def _files(book: Book) -> tuple[_File, ...]:
    claims: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in book.claims:
        claims[claim.incident].append(claim)
    copies = _copies_by_incident(book)
    ordered = sorted(book.incidents, key=lambda one: (one.when.start if one.when else "9999", one.id))
    return tuple(_File(one, tuple(claims[one.id]), tuple(copies.get(one.id, ()))) for one in ordered)


def _copies_by_incident(book: Book) -> Mapping[str, Sequence[Copy]]:
    """The copies whose words, in the one document or the other, hold a claim about the incident."""
    standing: dict[str, list[Claim]] = defaultdict(list)
    for claim in book.claims:
        if claim.field is Field.TEXT and claim.incident is not None:
            standing[claim.document].append(claim)
    found: dict[str, list[Copy]] = defaultdict(list)
    for copy in sorted(book.copies, key=_passages):
        about = {
            claim.incident
            for end in (copy.copy, copy.original)
            for claim in standing[end.document]
            if claim.span.touches(end.span)
        }
        for incident in sorted(filter(None, about)):
            found[incident].append(copy)
    return found


def _passages(copy: Copy) -> tuple[Passage, Passage, CopyKind]:
    return copy.copy, copy.original, copy.kind


def _line(shelf: Shelf, file: _File) -> Line:
    row = incident_row(shelf.view, file.incident)
    whole = {toll["harm"]: toll for toll in row["tolls"] if toll["group"] is None}
    return Line(
        anchor=anchor("incident", file.incident.id),
        title=row["title"],
        kind=row["kind"].replace("_", " "),
        when=days(row["when"]),
        where=_where(row["where"]),
        killed=figure(whole.get(Harm.KILLED)),
        injured=figure(whole.get(Harm.INJURED)),
        origins=max((toll["origins"] for toll in row["tolls"]), default=0),
        is_contested=any(toll["contested"] for toll in row["tolls"]),
        row=row,
    )


def _where(row: Row | None) -> str | None:
    return ", ".join(filter(None, (row["name"], row["country"]))) if row else None


def _coordinates(row: Row | None) -> str | None:
    if not row or row["latitude"] is None or row["longitude"] is None:
        return None
    within = "" if row["radius_km"] is None else f", within {row['radius_km']:g} km"
    return f"{row['latitude']:.4g}, {row['longitude']:.4g}{within}"


def _incident(shelf: Shelf, line: Line, file: _File) -> IncidentPage:
    return IncidentPage(
        line=line,
        coordinates=_coordinates(line.row["where"]),
        chart=chart(shelf, line.row["tolls"]),
        dissents=dissents(shelf, file.claims),
        topics=topics(shelf, file.claims),
        repeats=tuple(_repeat(shelf, copy) for copy in file.copies),
        documents=len({claim.document for claim in file.claims} | {*file.incident.documents}),
        claims=len(file.claims),
        voices=len({claim.origin or claim.id for claim in file.claims}),
    )


def _repeat(shelf: Shelf, copy: Copy) -> Repeat:
    return Repeat(
        words=clip(shelf.text(copy.copy.document, Field.TEXT), copy.copy.span, 200),
        copy=shelf.cards[copy.copy.document],
        original=shelf.cards[copy.original.document],
        manner=_REPEATS[copy.kind],
        overlap=f"{copy.overlap:.0%}",
        is_directed=copy.directed,
        evidence=shelf.view.masks.book(copy.evidence),
    )
