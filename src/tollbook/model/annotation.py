"""What stands where in a document, before anyone asks what it means."""

from __future__ import annotations

from dataclasses import dataclass

from tollbook.model.words import Span, Token
from tollbook.terms import Bound, Field


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
class Tagged:
    """What the encoder takes to belong to one cue: the words of the source, of the cue and of what is said.

    Each is in pieces, in text order; a part may have none.
    """

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Vector:
    """The sense of a sentence: 384 signed bytes that point the same way as those of sentences that say the same."""

    span: Span
    values: bytes


@dataclass(frozen=True, slots=True)
class Annotations:
    """What stands where in one field of one document, before anyone asks what it means.

    All spans point into the field. `sentences` and `tokens` are in text order and do not overlap; `quotations` are the
    spans between quotation marks, marks left out. Furniture is annotated like the rest: `furniture` says where it is.

    `is_foreign` is whether the field is in a language that neither the lexicon nor the model is made for. `encoder`
    names the model that read the field, None where none did; only then is there anything in `tagged`, in
    `tagged_names`, its own reading of the names, and in `vectors`, one for each sentence that it read.
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
    is_foreign: bool = False
    encoder: str | None = None
    tagged: tuple[Tagged, ...] = ()
    tagged_names: tuple[Name, ...] = ()
    vectors: tuple[Vector, ...] = ()
