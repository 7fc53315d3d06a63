"""Who says what, and who was harmed: attributions and claims, with the words they were read from."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import lru_cache

from tollbook.model.annotation import Interval, Place
from tollbook.model.words import Span, Words, digest
from tollbook.terms import Bound, Certainty, Field, Harm, Kind, Measure, SourceKind, Stance


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

    @property
    def is_one(self) -> bool:
        """Whether it is exactly one person."""
        return (self.low, self.high) == (1, 1)


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

    `id` is made from what the claim says and where, so that every machine and every order gives the same. Every span
    points into the document's `field`. `sources` is the chain, outermost first; empty where the article
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
    id: str = dataclasses.field(init=False, compare=False)

    def __post_init__(self) -> None:
        if len(self.quote) != self.span.end - self.span.start:
            raise ValueError("a claim's quotation must be the words of its span")
        if (self.kind is Kind.HARM) != (self.harm is not None):
            raise ValueError("a claim of harm names the harm, and no other claim does")
        if self.kind is not Kind.HARM and (self.count or self.group):
            raise ValueError("only a claim of harm counts people")
        group = self.group and (self.group.text, self.group.span.start)
        where = (self.field, self.span.start, self.span.end)
        object.__setattr__(self, "id", _id(self.document, self.text_sha256, where, self.harm, group, self.kind))

    @property
    def supplies(self) -> bool:
        """Whether the claim gives a number that a toll may use."""
        return self.count is not None and self.stance in (Stance.ASSERTS, Stance.CONFIRMS)


@lru_cache(1 << 15)  # each stage that fills in a field makes the claim anew, and the id stays
def _id(*parts: object) -> str:
    return "c" + digest(*parts)[:16]
