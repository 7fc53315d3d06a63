"""Attributions by rules and tables alone: the way that needs no model."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tollbook import lexicon
from tollbook.attribute.contents import contents
from tollbook.attribute.cues import QUOTES, Cue, cues
from tollbook.attribute.sources import kind_of, left, right, source
from tollbook.attribute.speakers import Speakers
from tollbook.model import Annotations, Attribution, Source, Span, Token
from tollbook.terms import SourceKind


def attribute(annotations: Annotations) -> tuple[Attribution, ...]:
    """Who says what in one field, in text order; furniture says nothing."""
    starts = [token.start for token in annotations.tokens]
    speakers = Speakers(annotations.names)
    found: list[Attribution] = []
    for span in annotations.sentences:
        if _touches(span, annotations.furniture):
            continue
        tokens = annotations.tokens[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        told = tuple(_of_sentence(annotations, tokens, speakers))
        found += told
        # Only now: "he" in a sentence is nobody whom the same sentence names as a source.
        for link in (link for one in told for link in one.chain):
            speakers.remember(link)
    return tuple(found)


def _touches(span: Span, others: Sequence[Span]) -> bool:
    """Whether the span shares a code point with one of these, which are in order and do not overlap."""
    at = bisect_right(others, span.start, key=lambda one: one.end)
    return at < len(others) and others[at].start < span.end


def _of_sentence(annotations: Annotations, tokens: Sequence[Token], speakers: Speakers) -> Iterator[Attribution]:
    found = cues(tokens)
    through = [(cue, run) for cue in found if cue.form in ("citing", "carried") and (run := right(tokens, cue.last))]
    for cue in found:
        if cue.form not in ("verb", "according"):
            continue
        run = _run(speakers, tokens, cue)
        listener = _listener(tokens, cue)
        heard = replace(cue, last=listener[1]) if listener else cue
        pieces = contents(annotations, tokens, heard, run, [other for other in found if other is not cue])
        if not pieces and run is None:
            continue
        chain = _chain(
            annotations, tokens, speakers, cue, run, [one for one in through if _belongs(one[0], cue, found)]
        )
        spans = (Span.over(tokens, *run),) if run else ()
        yield Attribution(
            annotations.field, spans, (Span.over(tokens, cue.first, cue.last),), pieces, chain, cue.stance
        )


def _run(speakers: Speakers, tokens: Sequence[Token], cue: Cue) -> tuple[int, int] | None:
    """Where the source stands: behind "according to" and an inverted verb, else before the verb."""
    if cue.form == "according":
        return right(tokens, cue.last)
    before = tokens[cue.first - 1].word if cue.first else ""
    if before in QUOTES or before in "?!" or (before == "," and _is_inverted(speakers, tokens, cue)):
        return right(tokens, cue.last) or left(tokens, cue.first)
    return left(tokens, cue.first)


def _is_inverted(speakers: Speakers, tokens: Sequence[Token], cue: Cue) -> bool:
    """ "…, said Ana Prell": a name or a role follows; in "Prell, a nurse, said the car …" the speaker stands before."""
    run = right(tokens, cue.last)
    if run is None or tokens[run[0]].word in lexicon.grammar("speaking_pronouns"):
        return False
    is_name = speakers.is_name(tokens[run[0]].start)
    words = " ".join(token.word for token in tokens[run[0] : run[1]])
    return is_name or (run[1] - run[0] < 8 and kind_of(words) is not SourceKind.UNKNOWN)


def _belongs(other: Cue, cue: Cue, found: Sequence[Cue]) -> bool:
    """Whether "citing …" or "based on …" is about this cue: the nearest before it, or the first behind it."""
    verbs = [one for one in found if one.form in ("verb", "according")]
    before = [one for one in verbs if one.first < other.first]
    return cue == (before[-1] if before else verbs[0])


def _chain(
    annotations: Annotations,
    tokens: Sequence[Token],
    speakers: Speakers,
    cue: Cue,
    run: tuple[int, int] | None,
    through: Sequence[tuple[Cue, tuple[int, int]]],
) -> tuple[Source, ...]:
    """The links, outermost first: "X told Y" and "carried by Y" put Y before X, "citing Z" puts Z behind."""

    def link(first: int, last: int) -> Source:
        return source(annotations.text, Span.over(tokens, first, last), speakers)

    chain = [link(*run)] if run else []
    listener = _listener(tokens, cue)
    if listener:
        chain.insert(0, link(*listener))
    for other, words in through:
        if run and words[0] < run[1] and run[0] < words[1]:
            continue
        chain.insert(len(chain) if other.form == "citing" else 0, link(*words))
    return tuple(chain)


def _listener(tokens: Sequence[Token], cue: Cue) -> tuple[int, int] | None:
    """Who was told, where that is how it reached the page: "told Harbour Wire", but not "told his wife"."""
    if tokens[cue.first].word not in ("told", "tells") or cue.last >= len(tokens):
        return None
    run = right(tokens, cue.last)
    if run is None:
        return None
    kind = kind_of(" ".join(token.word for token in tokens[run[0] : run[1]]))
    return run if kind in (SourceKind.MEDIA, SourceKind.POLICE) else None
