"""One sentence as the grammar sees it: tokens, and which of them begin a number or a name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from tollbook import lexicon
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
    spoken: list[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "spoken", [token.word for token in self.tokens])

    def word(self, at: int) -> str:
        """The word at an index; no word outside the sentence."""
        return self.spoken[at] if 0 <= at < len(self.spoken) else ""

    def words(self, first: int, last: int) -> list[str]:
        """The words of tokens [first, last), as far as there are any."""
        return self.spoken[first if first > 0 else 0 : last if last > 0 else 0]

    def reach(self, first: int, last: int) -> Span:
        """The characters of tokens [first, last)."""
        return Span(self.tokens[first].span.start, self.tokens[last - 1].span.end)


def lines(annotations: Annotations, vague: str = "default") -> Iterator[Line]:
    """The sentences of one field that are no furniture, in order; `vague` names the lexicon for bare plurals."""
    starts = [token.span.start for token in annotations.tokens]
    for span in annotations.sentences:
        if _touches(span, annotations.furniture):
            continue
        tokens = annotations.tokens[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        tokens = _unbracketed(tokens)
        if tokens:
            yield _line(annotations, span, tokens, vague)


def _unbracketed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens without an editor's brackets: "six [members] of [his] family"."""
    if not any(token.word == "[" for token in tokens):
        return tokens
    return tuple(token for token in tokens if token.word not in "[]")


def _touches(span: Span, others: Sequence[Span]) -> bool:
    """Whether the span shares a code point with one of these, which are in order and do not overlap."""
    at = bisect_right(others, span.start, key=lambda one: one.end)
    return at < len(others) and others[at].start < span.end


def _line(annotations: Annotations, span: Span, tokens: tuple[Token, ...], vague: str) -> Line:
    at = [token.span.start for token in tokens]
    numbers = {
        bisect_left(at, one.span.start): (one, bisect_left(at, one.span.end))
        for one in _within(annotations.numbers, span)
    }
    names = {
        bisect_left(at, one.span.start): (one, bisect_left(at, one.span.end))
        for one in _within(annotations.names, span)
        if not _is_harm(one)
    }
    return Line(annotations.text, span, tokens, numbers, names, vague)


def _is_harm(name: Name) -> bool:
    """ "16-Year-Old Accidentally Shot": capitals of a headline, and no name."""
    return any(word == "shot" or word in lexicon.grammar("states") for word in name.text.lower().split())


def _within(marked: tuple[Marked, ...], span: Span) -> Iterator[Marked]:
    first = bisect_left(marked, span.start, key=lambda one: one.span.start)
    for one in marked[first:]:
        if one.span.start >= span.end:
            return
        yield one
