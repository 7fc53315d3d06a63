"""Attributions by rules and tables alone: the way that needs no model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tollbook import lexicon
from tollbook.attribute.chains import chain, listening
from tollbook.attribute.contents import contents
from tollbook.attribute.cues import QUOTES, Cue
from tollbook.attribute.handles import posted
from tollbook.attribute.sentences import Sentence, gone_through
from tollbook.attribute.sources import kind_of, left, right
from tollbook.attribute.speakers import Speakers
from tollbook.model import Annotations, Attribution, Span, Token
from tollbook.terms import SourceKind


def attribute(annotations: Annotations) -> tuple[Attribution, ...]:
    """Who says what in one field, in text order; furniture says nothing."""
    return gone_through(annotations, of_sentence)


def of_sentence(sentence: Sentence) -> Iterator[Attribution]:
    """Who says what in one sentence."""
    found, tokens, annotations = sentence.cues, sentence.tokens, sentence.annotations
    speaking = [cue for cue in found if cue.form in ("verb", "according")]
    verbs = [cue.first for cue in speaking]
    if (post := posted(sentence)) is not None:
        yield post
        speaking = [cue for cue in speaking if not post.source[0].touches(Span.over(tokens, cue.first, cue.last))]
    for cue in speaking:
        run = _run(sentence.speakers, tokens, cue)
        listener = listening(tokens, (cue.first, cue.last))
        heard = replace(cue, last=listener[1]) if listener else cue
        pieces = contents(annotations, tokens, heard, run, [other for other in found if other is not cue])
        if not pieces and run is None:
            continue
        own = Span.over(tokens, *run) if run else None
        words = (Span.over(tokens, cue.first, cue.last),)
        links = chain(sentence, (cue.first, cue.last), own, verbs)
        yield Attribution(annotations.field, (own,) if own else (), words, pieces, links, cue.stance)


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
