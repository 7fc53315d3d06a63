"""Tolls as the page shows them: a range in words and as a bar, each rule's answer beside it, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tollbook.export.html.bars import Axis, Bar, bar, in_words
from tollbook.export.html.shelf import Shelf
from tollbook.export.rows import Row


@dataclass(frozen=True, slots=True)
class Figure:
    """A range in words, and its best figure in words; `best` None where there is nothing to say of it."""

    range: str
    best: str | None
    is_known: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What a rule says, or what is left where a voice is silent: its name, its range, its bar (None: unknown)."""

    name: tuple[str, ...]
    range: str
    best: str
    bar: Bar | None


@dataclass(frozen=True, slots=True)
class Why:
    """What became of a claim under the rule."""

    claim: str
    chain: tuple[str, ...]
    document: str
    was_used: bool
    why: str


@dataclass(frozen=True, slots=True)
class TollLine:
    """One toll with its bar, and what stands behind it."""

    harm: str
    whom: str
    row: Row
    figure: Figure
    bar: Bar | None
    rules: tuple[Answer, ...]
    without: tuple[Answer, ...]
    reasons: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """An incident's tolls on one axis."""

    axis: Axis
    tolls: tuple[TollLine, ...]


def chart(shelf: Shelf, tolls: Sequence[Row]) -> Chart:
    """The tolls, rows of an incident, on the axis that holds every figure of theirs and of the other rules."""
    axis = Axis.over(number for toll in tolls for number in _numbers(toll))
    return Chart(axis, tuple(_line(shelf, axis, toll) for toll in tolls))


def figure(toll: Row | None) -> Figure | None:
    """The toll's range in words; None where there is no toll."""
    return None if toll is None else _figure(toll["low"], toll["best"], toll["high"])


def _line(shelf: Shelf, axis: Axis, toll: Row) -> TollLine:
    own = (toll["low"], toll["best"], toll["high"])
    return TollLine(
        harm=toll["harm"],
        whom=toll["group"]["text"] if toll["group"] else "everybody",
        row=toll,
        figure=_figure(*own),
        bar=bar(axis, *own),
        rules=tuple(_answer(axis, (name,), answer) for name, answer in [(toll["rule"], own), *_others(toll)]),
        without=tuple(_answer(axis, _voice(shelf, origin), left) for origin, left in toll["leave_one_out"].items()),
        reasons=tuple(_reasons(shelf, toll)),
    )


def _others(toll: Row) -> Iterable[tuple[str, Sequence[int | None]]]:
    return ((name, answer) for name, answer in sorted(toll["other_rules"].items()) if name != toll["rule"])


def _answer(axis: Axis, name: tuple[str, ...], answer: Sequence[int | None]) -> Answer:
    low, best, high = answer
    return Answer(name, in_words(low, high), "none" if best is None else f"{best:,}", bar(axis, low, best, high))


def _figure(low: int | None, best: int | None, high: int | None) -> Figure:
    is_known = any(number is not None for number in (low, best, high))
    words = f"best {best:,}" if best is not None else "no best figure" if is_known else None
    return Figure(in_words(low, high), None if low == best == high else words, is_known)


def _numbers(toll: Row) -> Iterable[int]:
    ranges = [[toll["low"], toll["best"], toll["high"]], *toll["other_rules"].values(), *toll["leave_one_out"].values()]
    return (number for answer in ranges for number in answer if number is not None)


def _voice(shelf: Shelf, origin: str) -> tuple[str, ...]:
    """The name of a voice: its chain, or the document that says it itself."""
    claim = shelf.claims.get(origin)
    if claim is None:
        return (origin,)
    return shelf.chain(claim) or (shelf.cards[claim.document].name,)


def _reasons(shelf: Shelf, toll: Row) -> Iterable[Why]:
    for reason in toll["reasons"]:
        claim = shelf.claims.get(reason["claim"])
        if claim is not None:
            document = shelf.cards[claim.document].name
            yield Why(claim.id, shelf.chain(claim), document, reason["used"], reason["why"])
