"""What a claim takes over from around its words: who says it, when and where it happened, what kind of thing it was."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from typing import Generic, TypeVar

from tollbook import lexicon
from tollbook.extract.line import Line
from tollbook.extract.phrases import Phrases
from tollbook.model import (
    Actor,
    Annotations,
    Attribution,
    Claim,
    Count,
    Document,
    Group,
    Interval,
    Place,
    Source,
    Span,
    Words,
)
from tollbook.terms import Certainty, Harm, Kind, Measure, Stance

# A time this near behind the speaker or the cue is when it was said: "told reporters on Tuesday".
SAID_WITHIN = 20


Held = TypeVar("Held")


class Standing(Generic[Held]):
    """Things by where they stand, so that asking for those near a place does not read through all of a long text."""

    def __init__(self, held: Iterable[tuple[Span, Held]]) -> None:
        self._held = sorted(held, key=lambda one: one[0].start)
        self._starts = [span.start for span, _ in self._held]
        # How far anything up to here reaches: in order too, where the spans of things may overlap.
        self._ends = list(accumulate((span.end for span, _ in self._held), max))

    def touching(self, span: Span) -> Iterator[Held]:
        """Those that share a code point with the span, in text order."""
        first, last = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
        return (one for where, one in self._held[first:last] if where.touches(span))

    def starting(self, first: int, last: int) -> Iterator[Held]:
        """Those that begin at one of the characters from `first` to `last`, that one too, in text order."""
        return (one for _, one in self._held[bisect_left(self._starts, first) : bisect_right(self._starts, last)])


@dataclass(frozen=True, slots=True)
class Told:
    """What the words of a claim tell by themselves; `stance` None is that of whoever says them."""

    stance: Stance | None = None
    certainty: Certainty = Certainty.STATED
    count: Count | None = None
    measure: Measure = Measure.TOTAL
    part_of: str | None = None
    group: Group | None = None
    actor: Actor | None = None
    persons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """One field of one document, with its attributions."""

    document: Document
    annotations: Annotations
    attributions: tuple[Attribution, ...]
    sha256: str = field(init=False, repr=False, compare=False)
    _times: Standing[Interval] = field(init=False, repr=False, compare=False)
    _places: Standing[Place] = field(init=False, repr=False, compare=False)
    _contents: Standing[int] = field(init=False, repr=False, compare=False)
    _cue_ends: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        known = {
            "sha256": self.document.sha256,
            "_times": Standing((one.span, one) for one in self.annotations.times if one.span),
            "_places": Standing((one.span, one) for one in self.annotations.places if one.span),
            "_contents": Standing((piece, at) for at, one in enumerate(self.attributions) for piece in one.content),
            "_cue_ends": sorted(piece.end for one in self.attributions for piece in one.cue),
        }
        for name, value in known.items():
            object.__setattr__(self, name, value)

    def claim(self, kind: Kind, span: Span, line: Line, harm: Harm | None = None, told: Told | None = None) -> Claim:
        """A claim about these words, with what they tell and all that their surroundings do.

        It is made at one go: each `replace` of a claim would make its id anew.
        """
        told, saying = told or Told(), self.saying(span)
        said = self.said(saying)
        return Claim(
            self.document.id,
            self.sha256,
            self.annotations.field,
            span,
            span.of(self.annotations.text),
            kind,
            stance=told.stance or _stance(saying),
            certainty=told.certainty,
            sources=chain(saying),
            cue=self.cue(saying),
            harm=harm,
            count=told.count,
            measure=told.measure,
            part_of=told.part_of,
            group=told.group,
            actor=told.actor,
            persons=told.persons,
            when=self.when(span, line, said),
            said=said,
            where=self.where(span, line),
            incident_kind=_incident_kind(line),
        )

    def stance(self, span: Span) -> Stance:
        """The attitude of whoever says these words."""
        return _stance(self.saying(span))

    def saying(self, span: Span) -> tuple[Attribution, ...]:
        """The attributions whose content holds these words, outermost first."""
        holding = [self.attributions[at] for at in sorted(set(self._contents.touching(span)))]
        return tuple(sorted(holding, key=lambda one: -sum(piece.end - piece.start for piece in one.content)))

    def cue(self, saying: tuple[Attribution, ...]) -> Words | None:
        """The innermost cue, with its words."""
        spans = [one.cue[0] for one in saying if one.cue]
        return Words(spans[-1].of(self.annotations.text), spans[-1]) if spans else None

    def said(self, saying: tuple[Attribution, ...]) -> Interval | None:
        """When it was said: the time that stands right behind the speaker or the cue."""
        for one in reversed(saying):
            ends = sorted({piece.end for piece in (*one.cue, *one.source)}, reverse=True)
            times = [self._behind(end, one.content) for end in ends]
            if any(times):
                return next(time for time in times if time)
        return None

    def _behind(self, end: int, content: tuple[Span, ...]) -> Interval | None:
        """The first time that begins right behind a character and is no part of what is said."""
        near = self._times.starting(end, end + SAID_WITHIN)
        return next((time for time in near if time.span and not _inside(time.span, content)), None)

    def when(self, span: Span, line: Line, said: Interval | None) -> Interval | None:
        """When it happened: the nearest time of the sentence that is not when somebody spoke."""
        near = (one for one in self._times.touching(line.span) if one != said)
        near = (one for one in near if one.span and not self._is_speaking(one.span))
        return min(near, key=lambda one: _distance(one.span, span), default=None)

    def where(self, span: Span, line: Line) -> Place | None:
        """Where it happened: the nearest place of the sentence."""
        near = self._places.touching(line.span)
        return min(near, key=lambda one: _distance(one.span, span), default=None)

    def _is_speaking(self, time: Span) -> bool:
        at = bisect_right(self._cue_ends, time.start) - 1
        return at >= 0 and time.start - self._cue_ends[at] <= SAID_WITHIN // 2


def chain(saying: tuple[Attribution, ...]) -> tuple[Source, ...]:
    """The chains of nested attributions, joined: outermost first, no link twice."""
    links = [link for one in saying for link in one.chain]
    return tuple({link.span: link for link in links}.values())


def _stance(saying: tuple[Attribution, ...]) -> Stance:
    attitudes = [one.stance for one in saying if one.stance is not Stance.ASSERTS]
    return attitudes[-1] if attitudes else Stance.ASSERTS


def _inside(span: Span, pieces: tuple[Span, ...]) -> bool:
    return any(piece.holds(span) for piece in pieces)


def _distance(one: Span | None, other: Span) -> int:
    return 10**9 if one is None else max(0, one.start - other.end, other.start - one.end)


def _incident_kind(line: Line) -> str | None:
    """What kind of incident the sentence's words name; the order of the table decides between several."""
    phrases, kinds = _kinds()
    phrase = phrases.first_in(line.spoken)
    return kinds[phrase] if phrase else None


@cache
def _kinds() -> tuple[Phrases, dict[str, str]]:
    table = lexicon.table("incidents")["kinds"]
    kinds: dict[str, str] = {}
    for kind, entry in table.items():
        for phrase in entry["words"]:
            kinds.setdefault(phrase, kind)
    return Phrases(kinds), kinds
