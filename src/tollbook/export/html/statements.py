"""Claims as the page shows them: who says it, what, in which words, and who only repeats it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tollbook.export.html.bars import in_words
from tollbook.export.html.passages import Excerpt, Piece, around, clip, sentence
from tollbook.export.html.shelf import Card, Shelf, days
from tollbook.export.rows import Row
from tollbook.model import Claim, Span
from tollbook.terms import Certainty, Field, Harm, Kind, Measure, Stance

_STANCES = {
    Stance.ASSERTS: "says",
    Stance.CONFIRMS: "confirms",
    Stance.DENIES: "denies",
    Stance.DOUBTS: "doubts",
    Stance.NO_INFORMATION: "has no information",
}
_MEASURES = {Measure.NEW: "on top of earlier figures", Measure.PART: "part of a larger figure"}
_TOPICS: dict[tuple[Kind, Harm | None], str] = {
    **{(Kind.HARM, harm): harm.value.capitalize() for harm in Harm},
    (Kind.OCCURRENCE, None): "Whether it happened",
    (Kind.RESPONSIBILITY, None): "Who did it",
}
_QUOTED = 300  # characters: a long sentence of reporting; what is longer has lost its full stop
_DISSENT = (Stance.DENIES, Stance.DOUBTS, Stance.NO_INFORMATION)


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim: `chain` is empty where the report says it itself, `figure` None where it gives none.

    `details` are pairs of a label and words of the document.
    """

    id: str
    chain: tuple[str, ...]
    stance: str
    stance_words: str
    certainty: str | None
    figure: str | None
    details: tuple[tuple[str, str], ...]
    said: str | None
    excerpt: Excerpt
    is_headline: bool
    card: Card


@dataclass(frozen=True, slots=True)
class Voice:
    """One origin: the claim that it speaks through, and those that repeat it."""

    lead: Statement
    repeats: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """What claims are about, and the voices on it."""

    name: str
    voices: tuple[Voice, ...]
    claims: int


@dataclass(frozen=True, slots=True)
class Dissent:
    """One voice that denies, doubts or does not know, as a sentence; pieces of role "name" are the document's words.

    `quote` is the document's own sentence.
    """

    id: str
    chain: tuple[str, ...]
    told: tuple[Piece, ...]
    quote: str
    card: Card
    repeats: int


def topics(shelf: Shelf, claims: Iterable[Claim]) -> tuple[Topic, ...]:
    """The claims by what they are about, in the order of the closed vocabulary, each with its voices."""
    found: dict[tuple[Kind, Harm | None], list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.kind, claim.harm].append(claim)
    return tuple(
        Topic(name, tuple(_voice(shelf, voice) for voice in by_origin(shelf, found[key])), len(found[key]))
        for key, name in _TOPICS.items()
        if key in found
    )


def by_origin(shelf: Shelf, claims: Iterable[Claim]) -> list[list[Claim]]:
    """The claims of each voice, its own first: voices that give figures before those that do not, then the earliest."""
    voices: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        voices[claim.origin or claim.id].append(claim)
    for origin, voice in voices.items():
        voice.sort(key=lambda claim: (claim.id != origin, shelf.place(claim)))
    return sorted(voices.values(), key=lambda voice: (not voice[0].supplies, shelf.place(voice[0])))


def dissents(shelf: Shelf, claims: Iterable[Claim]) -> tuple[Dissent, ...]:
    """Who denies, who doubts, who has no information: one sentence for each voice and each quotation."""
    merged: dict[tuple[str, Field, Span, Stance], list[list[Claim]]] = defaultdict(list)
    voices = by_origin(shelf, (claim for claim in claims if claim.stance in _DISSENT))
    for voice in sorted(voices, key=lambda voice: _DISSENT.index(voice[0].stance)):
        lead = voice[0]
        merged[lead.document, lead.field, lead.span, lead.stance].append(voice)
    return tuple(_dissent(shelf, voices) for voices in merged.values())


def statement(shelf: Shelf, claim: Claim) -> Statement:
    """The claim with its passage."""
    row = shelf.row(claim)
    text = shelf.text(claim.document, claim.field)
    return Statement(
        id=claim.id,
        chain=shelf.chain(claim),
        stance=claim.stance.value,
        stance_words=_STANCES[claim.stance],
        certainty=None if claim.certainty is Certainty.STATED else claim.certainty.value,
        figure=_figure(claim),
        details=tuple(_details(row)),
        said=days(row["said"]),
        excerpt=around(text, claim, shelf.sentences(claim.document, claim.field)),
        is_headline=claim.field is Field.TITLE,
        card=shelf.cards[claim.document],
    )


def _voice(shelf: Shelf, claims: Sequence[Claim]) -> Voice:
    lead, *repeats = (statement(shelf, claim) for claim in claims)
    return Voice(lead, tuple(repeats))


def _figure(claim: Claim) -> str | None:
    if claim.kind is Kind.OCCURRENCE:
        return "that it happened"
    if claim.count is None:
        return None
    if claim.count.high == 0:
        return f"nobody {claim.harm}"
    return f"{in_words(claim.count.low, claim.count.high)} {claim.harm}"


def _details(row: Row) -> Iterable[tuple[str, str]]:
    """What else the claim says, with the words that a figure was read from unless they are the figure itself."""
    if row["count"] and not re.fullmatch(r"\d+", row["count"]["text"]):
        yield "From the words", _short(row["count"]["text"])
    if row["group"]:
        yield "Whom", _short(row["group"]["text"])
    if row["group"] and row["group"]["side"]:
        yield "Side", row["group"]["side"]
    if row["measure"] in _MEASURES:
        yield "How", _MEASURES[row["measure"]]
    if row["actor"]:
        yield "Named", row["actor"]["name"]
    if row["persons"]:
        yield "Persons", ", ".join(row["persons"])


def _short(words: str) -> str:
    return clip(words, Span(0, len(words)))


def _dissent(shelf: Shelf, voices: Sequence[Sequence[Claim]]) -> Dissent:
    lead = voices[0][0]
    clauses = (_clause(lead.stance, shelf.row(voice[0])) for voice in voices)
    sentences = shelf.sentences(lead.document, lead.field)
    joined = [piece for clause in clauses for piece in (Piece(" and "), *clause)][1:]
    return Dissent(
        id=lead.id,
        chain=shelf.chain(lead),
        told=(Piece(f"{_STANCES[lead.stance]} "), *joined),
        quote=clip(shelf.text(lead.document, lead.field), sentence(lead.span, sentences, _QUOTED), _QUOTED),
        card=shelf.cards[lead.document],
        repeats=max(len(voice) for voice in voices) - 1,
    )


def _clause(stance: Stance, row: Row) -> tuple[Piece, ...]:
    """What is denied, doubted or not known: "that 12 people were killed", "on whether it happened"."""
    knows_nothing = stance is Stance.NO_INFORMATION
    if row["kind"] == Kind.OCCURRENCE:
        return (Piece("on whether it happened" if knows_nothing else "that it happened"),)
    if row["kind"] == Kind.RESPONSIBILITY:
        return _blame(row, knows_nothing)
    whom = Piece(_short(row["group"]["text"]), "name") if row["group"] else Piece("people")
    if knows_nothing:
        return Piece("on "), whom, Piece(f" {row['harm']}")
    return Piece(f"that {_number(row)}"), whom, Piece(f" were {row['harm']}")


def _number(row: Row) -> str:
    """The number before the people: "12 or more ", "no "; "any " where none is said of nobody in particular."""
    if row["count"] is None:
        return "" if row["group"] else "any "
    return "no " if row["count"]["high"] == 0 else f"{in_words(row['count']['low'], row['count']['high'])} "


def _blame(row: Row, knows_nothing: bool) -> tuple[Piece, ...]:
    speaker = row["sources"][-1]["name"] if row["sources"] else None
    if row["actor"] is None or row["actor"]["name"] == speaker:
        return (Piece("on who did it" if knows_nothing else "responsibility"),)
    return Piece("on whether " if knows_nothing else "that "), Piece(row["actor"]["name"], "name"), Piece(" did it")
