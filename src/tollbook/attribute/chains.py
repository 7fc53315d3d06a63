"""Through whom it reached the page: the links before and behind the one who says it, outermost first."""

from __future__ import annotations

from collections.abc import Sequence

from tollbook.attribute.cues import Cue
from tollbook.attribute.sentences import Sentence
from tollbook.attribute.sources import kind_of, right
from tollbook.model import Source, Span, Token
from tollbook.terms import SourceKind

Run = tuple[int, int]


def chain(sentence: Sentence, cue: Run, own: Span | None, verbs: Sequence[int]) -> tuple[Source, ...]:
    """The links: "X told Y" and "carried by Y" put Y before X, "citing Z" puts Z behind.

    `verbs` is where the sentence's cues begin that have a speaker of their own, in order, this one among them.
    """
    links = [sentence.link(own)] if own else []
    listener = listening(sentence.tokens, cue)
    if listener:
        links.insert(0, sentence.link(Span.over(sentence.tokens, *listener)))
    for other in sentence.cues:
        words = right(sentence.tokens, other.last) if other.form in ("citing", "carried") else None
        if words is None or not _belongs(other, cue, verbs):
            continue
        span = Span.over(sentence.tokens, *words)
        if not (own and own.touches(span)):
            links.insert(len(links) if other.form == "citing" else 0, sentence.link(span))
    return tuple(links)


def _belongs(other: Cue, cue: Run, verbs: Sequence[int]) -> bool:
    """Whether "citing …" or "based on …" is about this cue: the nearest before it, or the first behind it."""
    before = [one for one in verbs if one <= other.first]
    nearest = before[-1] if before else next(iter(verbs), None)
    return cue[0] == nearest


def listening(tokens: Sequence[Token], cue: Run) -> Run | None:
    """Who was told, where that is how it reached the page: "told Harbour Wire", but not "told his wife"."""
    first, last = cue
    if tokens[first].word not in ("told", "tells") or last >= len(tokens):
        return None
    run = right(tokens, last)
    if run is None:
        return None
    kind = kind_of(" ".join(token.word for token in tokens[run[0] : run[1]]))
    return run if kind in (SourceKind.MEDIA, SourceKind.POLICE) else None
