"""What a claim takes over from around its words: who says it, when and where it happened, what kind of thing it was."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tollbook import lexicon
from tollbook.extract.line import Line
from tollbook.model import Annotations, Attribution, Claim, Document, Interval, Place, Source, Span, Words
from tollbook.terms import Harm, Kind, Stance

# A time this near behind the speaker or the cue is when it was said: "told reporters on Tuesday".
SAID_WITHIN = 20


@dataclass(frozen=True, slots=True)
class Context:
    """One field of one document, with its attributions."""

    document: Document
    annotations: Annotations
    attributions: tuple[Attribution, ...]

    def claim(self, kind: Kind, span: Span, line: Line, harm: Harm | None = None) -> Claim:
        """A claim about these words with all that its surroundings tell, and no count yet."""
        field = self.annotations.field
        saying = self.saying(span)
        said = self.said(saying)
        return Claim(
            self.document.id,
            self.document.sha256,
            field,
            span,
            span.of(self.annotations.text),
            kind,
            harm=harm,
            stance=_stance(saying),
            sources=chain(saying),
            cue=self.cue(saying),
            said=said,
            when=self.when(span, line, said),
            where=self.where(span, line),
            incident_kind=_incident_kind(line),
        )

    def saying(self, span: Span) -> tuple[Attribution, ...]:
        """The attributions whose content holds these words, outermost first."""
        holding = [one for one in self.attributions if any(piece.touches(span) for piece in one.content)]
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
        for time in self.annotations.times:
            if time.span and 0 <= time.span.start - end <= SAID_WITHIN and not _inside(time.span, content):
                return time
        return None

    def when(self, span: Span, line: Line, said: Interval | None) -> Interval | None:
        """When it happened: the nearest time of the sentence that is not when somebody spoke."""
        near = [one for one in self.annotations.times if one.span and line.span.touches(one.span) and one != said]
        near = [one for one in near if one.span and not self._is_speaking(one.span)]
        return min(near, key=lambda one: _distance(one.span, span), default=None)

    def where(self, span: Span, line: Line) -> Place | None:
        """Where it happened: the nearest place of the sentence."""
        near = [one for one in self.annotations.places if one.span and line.span.touches(one.span)]
        return min(near, key=lambda one: _distance(one.span, span), default=None)

    def _is_speaking(self, time: Span) -> bool:
        ends = [piece.end for one in self.attributions for piece in one.cue]
        return any(0 <= time.start - end <= SAID_WITHIN // 2 for end in ends)


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
    words = f" {' '.join(token.word for token in line.tokens)} "
    return next((kind for phrase, kind in _kinds() if f" {phrase} " in words), None)


@cache
def _kinds() -> tuple[tuple[str, str], ...]:
    kinds = lexicon.table("incidents")["kinds"]
    return tuple((phrase, kind) for kind, entry in kinds.items() for phrase in entry["words"])
