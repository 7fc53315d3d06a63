"""The nouns: frozen values that every stage takes and returns, and nothing that knows how they are made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from tollbook.terms import Bound, Certainty, CopyKind, Field, Harm, Kind, Measure, SourceKind, Stance


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open run of Unicode code points, `text[start:end]`; never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"no span: [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        """The words that the span points at."""
        return text[self.start : self.end]

    def touches(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """The same run, `by` code points further on."""
        return Span(self.start + by, self.end + by)

    @staticmethod
    def around(spans: Iterable[Span]) -> Span:
        """The shortest span that holds all of these; there must be one at least."""
        some = list(spans)
        return Span(min(s.start for s in some), max(s.end for s in some))


def digest(*parts: object) -> str:
    """A name made from content alone: the SHA-256, in hex, of the parts as one JSON list."""
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False, default=str).encode("utf-8", "replace")).hexdigest()


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One published item as it was given: decoded, but with the article not yet taken out of its page.

    `media` is "text" (`content` is the article, code point for code point) or "html" (`content` is the page, `raw` its
    bytes). All else is the publisher's own word, or None.
    """

    id: str
    media: str
    content: str
    raw: bytes | None = None
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    language: str | None = None
    published: str | None = None
    case: str | None = None

    @property
    def fingerprint(self) -> str:
        """What tells that this very item is in the book already."""
        return digest(
            self.id, self.media, self.content, self.url, self.publisher,
            self.title, self.language, self.published, self.case,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that gave no document, and why in a few words; `is_error` is False for kinds of files not read."""

    where: str
    reason: str
    is_error: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """One published item, with the one text that every span points into.

    `furniture` is what stands in the text and is no reporting: appeals, "Latest News", captions, sub-headings. It
    stays where it is and makes no claims. `fingerprint` is its RawDocument's.
    """

    id: str
    text: str
    fingerprint: str
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    language: str | None = None
    published: str | None = None
    case: str | None = None
    furniture: tuple[Span, ...] = ()

    @property
    def sha256(self) -> str:
        """The hash of the stored text, in UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    def field(self, field: Field) -> str:
        """The words that spans of this field point into; an absent title is no words."""
        return self.text if field is Field.TEXT else self.title or ""


@dataclass(frozen=True, slots=True)
class Words:
    """Some words and where they stand."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a mark; `word` is it in lower case, with straight apostrophes."""

    span: Span
    word: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the text as bounds: "200 to 300" is low 200, high 300; `high` None is open.

    `unit` is what the words count where that is no people: age, money, distance, time, date, ordinal, calibre …;
    None where it may be people. `low` of an ordinal is its rank.
    """

    span: Span
    low: int
    high: int | None
    bound: Bound
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name; `kind` is person, organisation, place or unknown."""

    span: Span
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Interval:
    """When: the earliest and the latest ISO date (YYYY-MM-DD) it can have been, and the words that say so."""

    start: str
    end: str
    span: Span | None = None

    def __post_init__(self) -> None:
        if self.start > self.end:
            raise ValueError(f"no interval: {self.start} after {self.end}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where, as far as the words and the gazetteer tell; coordinates are WGS84 degrees, the radius is in kilometres."""

    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
    span: Span | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotations:
    """What stands where in one field of one document, before anyone asks what it means.

    All spans point into the field. `sentences` and `tokens` are in text order and do not overlap; `quotations` are the
    spans between quotation marks, marks left out. Furniture is annotated like the rest: `furniture` says where it is.
    """

    field: Field
    text: str
    sentences: tuple[Span, ...] = ()
    tokens: tuple[Token, ...] = ()
    numbers: tuple[Number, ...] = ()
    quotations: tuple[Span, ...] = ()
    names: tuple[Name, ...] = ()
    times: tuple[Interval, ...] = ()
    places: tuple[Place, ...] = ()
    furniture: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One link of a chain: its name as resolved within the document, and the words as they stand."""

    name: str
    kind: SourceKind
    span: Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """One place where the text says who says something; each part may have several pieces, or none.

    `chain` is the sources, outermost first, as a claim inside the content takes them over. `stance` is what the cue
    tells of the attitude ("denied").
    """

    field: Field
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    chain: tuple[Source, ...] = ()
    stance: Stance = Stance.ASSERTS


@dataclass(frozen=True, slots=True)
class Count:
    """The number said, with its words: a figure with no characters behind it cannot be stored."""

    low: int
    high: int | None
    bound: Bound
    text: str
    span: Span

    def __post_init__(self) -> None:
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise ValueError(f"no count: [{self.low}, {self.high}]")
        if len(self.text) != self.span.end - self.span.start:
            raise ValueError("a count's words must be those of its span")


@dataclass(frozen=True, slots=True)
class Group:
    """Whom the figure counts. `side` is the actor's name or None, `combatant` None where the words do not tell."""

    text: str
    span: Span
    side: str | None = None
    combatant: bool | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who did it or is said to have; `span` is None on an incident."""

    name: str
    role: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One source, one count, one harm: a statement, with the words it was read from.

    Every span points into the document's `field`. `sources` is the chain, outermost first; empty where the article
    says it itself. `incident_kind` is what the words call it ("airstrike"), or None. `incident` and `origin` are None
    until the stages across documents have filled them in.
    """

    document: str
    text_sha256: str
    field: Field
    span: Span
    quote: str
    kind: Kind
    stance: Stance = Stance.ASSERTS
    certainty: Certainty = Certainty.STATED
    sources: tuple[Source, ...] = ()
    cue: Words | None = None
    harm: Harm | None = None
    count: Count | None = None
    measure: Measure = Measure.TOTAL
    part_of: str | None = None
    group: Group | None = None
    actor: Actor | None = None
    persons: tuple[str, ...] = ()
    when: Interval | None = None
    said: Interval | None = None
    where: Place | None = None
    incident_kind: str | None = None
    incident: str | None = None
    origin: str | None = None

    def __post_init__(self) -> None:
        if len(self.quote) != self.span.end - self.span.start:
            raise ValueError("a claim's quotation must be the words of its span")
        if (self.kind is Kind.HARM) != (self.harm is not None):
            raise ValueError("a claim of harm names the harm, and no other claim does")
        if self.kind is not Kind.HARM and (self.count or self.group):
            raise ValueError("only a claim of harm counts people")

    @property
    def id(self) -> str:
        """Made from what the claim says and where, so that every machine and every order gives the same."""
        group = self.group and (self.group.text, self.group.span.start)
        where = (self.field, self.span.start, self.span.end)
        return "c" + digest(self.document, self.text_sha256, where, self.harm, group, self.kind)[:16]

    @property
    def supplies(self) -> bool:
        """Whether the claim gives a number that a toll may use."""
        return self.count is not None and self.stance in (Stance.ASSERTS, Stance.CONFIRMS)


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A run of text in one document."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Copy:
    """One repeat: `copy` most directly repeats `original`; `overlap` is the share of its words found there, 0 to 1.

    `evidence` says in a few words why the direction is what it is; `directed` is False where nothing tells.
    """

    copy: Passage
    original: Passage
    kind: CopyKind
    overlap: float
    directed: bool
    evidence: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a rule used a claim, or dropped it, in words that a recorder can quote."""

    claim: str
    used: bool
    why: str


@dataclass(frozen=True, slots=True)
class TollGroup:
    """Whom a toll counts where it is not everybody."""

    text: str
    side: str | None
    combatant: bool | None


@dataclass(frozen=True, slots=True)
class Ruling:
    """A rule's answer: the range that it finds, and what became of each claim. None is unknown or open, never 0."""

    low: int | None
    best: int | None
    high: int | None
    provisional: bool
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Toll:
    """Reconciled for an incident: one harm, one group, one named rule; a range of reports, no confidence interval.

    `origins` and `documents` count what supplies figures; `other_rules` holds every other rule's (low, best, high).
    `leave_one_out` is, for each origin, the range without it: (origin, low, best, high).
    """

    harm: Harm
    group: TollGroup | None
    low: int | None
    best: int | None
    high: int | None
    contested: bool
    provisional: bool
    grade: str | None
    origins: int
    documents: int
    rule: str
    evidence: tuple[str, ...]
    against: tuple[str, ...]
    other_rules: tuple[tuple[str, int | None, int | None, int | None], ...] = ()
    reasons: tuple[Reason, ...] = ()
    leave_one_out: tuple[tuple[str, int | None, int | None, int | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Incident:
    """What happened: the claims about it, the documents that hold them, and what they add up to.

    `about` are the documents that are mainly about it. `tolls` is empty until it is reconciled.
    """

    id: str
    title: str
    kind: str
    when: Interval | None
    where: Place | None
    actors: tuple[Actor, ...]
    documents: tuple[str, ...]
    claims: tuple[str, ...]
    about: tuple[str, ...] = ()
    tolls: tuple[Toll, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's verdict: one row of a log that only grows; `fingerprint` is that of the subject as it was seen."""

    log: str
    sequence: int
    previous: str
    hash: str
    kind: str
    subject: str
    fingerprint: str
    why: str
    when: str
    who: str | None = None
    role: str | None = None
    content: str = "{}"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one document, by the stages that look at nothing else.

    `annotations` holds one value a field. What is kept in the book leaves `tokens` out: they are cheap to make again.
    """

    document: Document
    annotations: tuple[Annotations, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """What the documents, the configuration and the decisions add up to; all of it can be made again from those three.

    `readings` are of the documents that speak (newest version, not withdrawn), by id; `claims` are theirs with
    incident and origin filled in. `unresolved` are decisions whose subject has changed or gone.
    """

    readings: tuple[Reading, ...]
    claims: tuple[Claim, ...]
    copies: tuple[Copy, ...]
    incidents: tuple[Incident, ...]
    unresolved: tuple[Decision, ...] = ()
