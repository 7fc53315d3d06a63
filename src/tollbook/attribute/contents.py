"""The words said: before, behind or around their cue and source, and as far as their quotation runs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from tollbook import lexicon
from tollbook.attribute.cues import QUOTES, Cue
from tollbook.model import Annotations, Span, Token

Run = tuple[int, int]
# A quotation touches the words beside it when no more than this many characters (marks, a comma, a blank) lie between.
BESIDE = 3


def contents(
    annotations: Annotations, tokens: Sequence[Token], cue: Cue, run: Run | None, others: Sequence[Cue]
) -> tuple[Span, ...]:
    """The pieces of what is said, in text order; none where the sentence holds nothing but source and cue."""
    first, last = min(cue.first, run[0] if run else cue.first), max(cue.last, run[1] if run else cue.last)
    before = _before(tokens, first)
    after = _after(tokens, cue, last, others)
    is_inverted = run is not None and run[0] >= cue.last
    if cue.form == "according":
        pieces = [after] if first <= 1 else [before]
    elif is_inverted or _is_trailing(tokens, last) or _is_closing(tokens, first, last):
        pieces = [before, after if _is_quoted(tokens, after) else None]
    else:
        pieces = [before if _is_marked(tokens, first) else None, after]
    return tuple(_quoted(annotations, tokens, piece) for piece in pieces if piece)


def _before(tokens: Sequence[Token], first: int) -> Run | None:
    """From the sentence's start to the source, the comma or the closing mark left out."""
    last = first
    while last > 0 and (tokens[last - 1].word == "," or tokens[last - 1].word in QUOTES):
        last -= 1
    return (0, last) if last > 0 else None


def _after(tokens: Sequence[Token], cue: Cue, last: int, others: Sequence[Cue]) -> Run | None:
    start = last
    lead_in = 0
    while start < len(tokens) and tokens[start].word in lexicon.grammar("lead_in") and lead_in < 8:
        start += 1
        lead_in += 1
        if tokens[start - 1].word in ("that", ":") or (tokens[start - 1].word == "," and cue.form == "according"):
            break
    start = _back_to_noun(tokens, last, start)
    stop = next((one.first for one in others if one.form == "according" and one.first > start), len(tokens))
    while stop > start and tokens[stop - 1].word in ".,;:":
        stop -= 1
    return (start, stop) if start < stop else None


def _back_to_noun(tokens: Sequence[Token], last: int, start: int) -> int:
    """An article or preposition skipped right before the words said belongs to them: "said the bridge fell"."""
    while start > last and tokens[start - 1].word in ("the", "a", "an", "in", "at", "to", "of", "on", "by", "during"):
        start -= 1
    return start


def _is_trailing(tokens: Sequence[Token], last: int) -> bool:
    """Whether nothing more than a day and a stop follows: "…, Prell said on Tuesday."."""
    return all(token.word in _small() for token in tokens[last:])


@cache
def _small() -> frozenset[str]:
    return lexicon.grammar("lead_in") | QUOTES | {".", "!", "?"}


def _is_closing(tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "No bridge fell, the ministry said in a statement …": a comma before the source, no content behind."""
    behind = tokens[last].word if last < len(tokens) else ""
    return first > 3 and tokens[first - 1].word == "," and behind in lexicon.grammar("closing")


def _is_marked(tokens: Sequence[Token], first: int) -> bool:
    """Whether what stands before the source is closed off as said: by a comma and a mark."""
    return first > 1 and (
        tokens[first - 1].word in QUOTES or (tokens[first - 1].word == "," and tokens[first - 2].word in QUOTES)
    )


def _is_quoted(tokens: Sequence[Token], run: Run | None) -> bool:
    return run is not None and (tokens[run[0]].word in QUOTES or (run[0] > 0 and tokens[run[0] - 1].word in QUOTES))


def _quoted(annotations: Annotations, tokens: Sequence[Token], run: Run) -> Span:
    """The piece, stretched to the whole of a quotation that begins or ends in it, over sentences and paragraphs."""
    span = Span.over(tokens, *run)
    quotations = annotations.quotations
    for at in range(bisect_right(quotations, span.start, key=lambda one: one.end), len(quotations)):
        quotation = quotations[at]
        if quotation.start > span.end + BESIDE:
            break
        if quotation.touches(span) and (
            abs(quotation.start - span.start) <= BESIDE or abs(quotation.end - span.end) <= BESIDE
        ):
            span = Span(min(span.start, quotation.start), max(span.end, quotation.end))
    return span
