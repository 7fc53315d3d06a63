"""The passage around a quotation: enough to judge it by, never the whole article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tollbook.model import Claim, Span

REACH = 200  # characters on each side; the report's promise to publishers, not a tuned number
_LONGEST = 800  # a "sentence" without an end must not carry a whole article in


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words on the page; `role` is what it is to the claim: count, source, cue or None."""

    text: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A quotation with what stands before and after it; `is_cut_…` says whether the document goes on there."""

    before: tuple[Piece, ...]
    quote: tuple[Piece, ...]
    after: tuple[Piece, ...]
    is_cut_before: bool
    is_cut_after: bool


def around(text: str, claim: Claim, sentences: Sequence[Span]) -> Excerpt:
    """The claim's quotation within its field's text, cut at sentences where they end in reach, else at words.

    `text` is the field as it may be shown, of the same length as the one that the spans point into.
    """
    quote = _clipped(claim)
    start = _start(text, quote.start, sentences)
    end = _end(text, quote.end, sentences)
    roles = _roles(claim)
    return Excerpt(
        _pieces(text, start, quote.start, roles),
        _pieces(text, quote.start, quote.end, roles),
        _pieces(text, quote.end, end, roles),
        start > 0,
        end < len(text),
    )


def sentence(span: Span, sentences: Sequence[Span], limit: int) -> Span:
    """The sentence that holds the span, where it is no longer than `limit` characters; else the span itself."""
    index = bisect_left(sentences, span.start + 1, key=lambda one: one.start) - 1
    whole = sentences[index] if index >= 0 else span
    return whole if whole.holds(span) and whole.end - whole.start <= limit else span


def clip(text: str, span: Span, limit: int = 160) -> str:
    """The words of a span on one line, cut at a word with "…" where they are more than `limit` characters."""
    words = " ".join(text[span.start : min(span.end, span.start + limit)].split())
    if span.end - span.start <= limit:
        return words
    return words.rpartition(" ")[0] + " …" if " " in words else words + "…"


def _clipped(claim: Claim) -> Span:
    """The quotation's span, or where it is longer than anything said in one breath, the run around its figure."""
    span = claim.span
    if span.end - span.start <= _LONGEST:
        return span
    focus = claim.count.span.start if claim.count else span.start
    start = max(span.start, min(focus - _LONGEST // 2, span.end - _LONGEST))
    return Span(start, start + _LONGEST)


def _start(text: str, quote: int, sentences: Sequence[Span]) -> int:
    earliest = max(0, quote - REACH)
    if earliest == 0:
        return 0
    index = bisect_left(sentences, earliest, key=lambda sentence: sentence.start)
    if index < len(sentences) and sentences[index].start < quote:
        return sentences[index].start
    word = re.search(r"\s(?=\S)", text[earliest:quote])
    return earliest + word.end() if word else earliest


def _end(text: str, quote: int, sentences: Sequence[Span]) -> int:
    latest = min(len(text), quote + REACH)
    if latest == len(text):
        return latest
    index = bisect_left(sentences, latest + 1, key=lambda sentence: sentence.end) - 1
    if index >= 0 and sentences[index].end > quote:
        return sentences[index].end
    words = re.match(r".*(?<=\S)(?=\s)", text[quote:latest], re.DOTALL)
    return quote + words.end() if words else latest


def _roles(claim: Claim) -> list[tuple[Span, str]]:
    """What stands where, the more telling first: a piece that is two things shows the first."""
    counts = [(claim.count.span, "count")] if claim.count else []
    sources = [(source.span, "source") for source in claim.sources]
    cues = [(claim.cue.span, "cue")] if claim.cue else []
    return counts + sources + cues


def _pieces(text: str, start: int, end: int, roles: Sequence[tuple[Span, str]]) -> tuple[Piece, ...]:
    edges = {edge for span, _ in roles for edge in (span.start, span.end) if start < edge < end}
    cuts = [start, *sorted(edges), end]
    return tuple(
        Piece(_one_break(text[a:b]), next((role for span, role in roles if span.start <= a < span.end), None))
        for a, b in pairwise(cuts)
        if a < b
    )


def _one_break(text: str) -> str:
    """Empty lines between paragraphs are no news: a row of line ends is shown as one."""
    return re.sub(r"\s*\n\s*", "\n", text)
