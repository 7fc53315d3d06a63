"""One sentence as the grammar sees it: tokens, and which of them begin a number or a name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from tollbook.model import Annotations, Name, Number, Span, Token

Marked = TypeVar("Marked", Number, Name)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence; `numbers` and `names` go from the index of their first token to themselves and their end."""

    text: str
    span: Span
    tokens: tuple[Token, ...]
    numbers: dict[int, tuple[Number, int]]
    names: dict[int, tuple[Name, int]]
    vague: str = "default"

    def word(self, at: int) -> str:
        """The word at an index; no word outside the sentence."""
        return self.tokens[at].word if 0 <= at < len(self.tokens) else ""

    def words(self, first: int, last: int) -> list[str]:
        """The words of tokens [first, last), as far as there are any."""
        return [token.word for token in self.tokens[max(first, 0) : max(last, 0)]]

    def reach(self, first: int, last: int) -> Span:
        """The characters of tokens [first, last)."""
        return Span(self.tokens[first].span.start, self.tokens[last - 1].span.end)


def lines(annotations: Annotations, vague: str = "default") -> Iterator[Line]:
    """The sentences of one field that are no furniture, in order; `vague` names the lexicon for bare plurals."""
    starts = [token.span.start for token in annotations.tokens]
    for span in annotations.sentences:
        if any(span.touches(furniture) for furniture in annotations.furniture):
            continue
        tokens = annotations.tokens[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        if tokens:
            yield _line(annotations, span, tokens, vague)


def _line(annotations: Annotations, span: Span, tokens: tuple[Token, ...], vague: str) -> Line:
    at = [token.span.start for token in tokens]
    numbers = {
        bisect_left(at, one.span.start): (one, bisect_left(at, one.span.end))
        for one in _within(annotations.numbers, span)
    }
    names = {
        bisect_left(at, one.span.start): (one, bisect_left(at, one.span.end))
        for one in _within(annotations.names, span)
    }
    return Line(annotations.text, span, tokens, numbers, names, vague)


def _within(marked: tuple[Marked, ...], span: Span) -> Iterator[Marked]:
    first = bisect_left(marked, span.start, key=lambda one: one.span.start)
    for one in marked[first:]:
        if one.span.start >= span.end:
            return
        yield one
