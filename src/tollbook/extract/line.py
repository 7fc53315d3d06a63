"""One sentence as the grammar sees it: tokens, and which of them begin a number or a name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
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
        object.__setattr__(self, "spoken", [word for _, _, word in self.tokens])

    def word(self, at: int) -> str:
        """The word at an index; no word outside the sentence."""
        try:
            return self.spoken[at] if at >= 0 else ""
        except IndexError:
            return ""

    def words(self, first: int, last: int) -> list[str]:
        """The words of tokens [first, last), as far as there are any."""
        return self.spoken[first if first > 0 else 0 : last if last > 0 else 0]

    def reach(self, first: int, last: int) -> Span:
        """The characters of tokens [first, last)."""
        return Span.over(self.tokens, first, last)


def lines(annotations: Annotations, telling: frozenset[str], vague: str = "default") -> Iterator[Line]:
    """The sentences of one field that hold one of the `telling` words and are no furniture, in order.

    `vague` names the lexicon for bare plurals.
    """
    starts, words = [start for start, _, _ in annotations.tokens], [word for _, _, word in annotations.tokens]
    surnames = _surnames(annotations.names)
    for span in annotations.sentences:
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        if telling.isdisjoint(words[first:last]) or _touches(span, annotations.furniture):
            continue
        tokens = annotations.tokens[first:last]
        if "[" in words[first:last]:
            tokens = _unbracketed(tokens)
        if tokens:
            line = _line(annotations, span, tokens, vague)
            opening = _opening(line, surnames)
            yield replace(line, names={0: (opening, 1), **line.names}) if opening else line


def _surnames(names: Sequence[Name]) -> frozenset[str]:
    """The last words of the full names of persons, and of those that may be persons'."""
    full = (name.text.split() for name in names if name.kind in ("person", "unknown"))
    last = (words[-1] for words in full if 1 < len(words) < 4)
    return frozenset(word for word in last if word.lower() not in lexicon.words("ordinary", "lands"))


def _opening(line: Line, surnames: frozenset[str]) -> Name | None:
    """ "| Prell died": a surname alone at the head of a sentence, where capitals tell nothing, of a full name."""
    span = line.reach(0, 1)
    is_next = len(line.tokens) > 1 and line.text[line.tokens[1].start].islower()
    is_known = is_next and 0 not in line.names and span.of(line.text) in surnames
    return Name(span, span.of(line.text), "person") if is_known else None


def _unbracketed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens without an editor's brackets: "six [members] of [his] family"."""
    return tuple(token for token in tokens if token.word not in "[]")


def _touches(span: Span, others: Sequence[Span]) -> bool:
    """Whether the span shares a code point with one of these, which are in order and do not overlap."""
    at = bisect_right(others, span.start, key=lambda one: one.end)
    return at < len(others) and others[at].start < span.end


def _line(annotations: Annotations, span: Span, tokens: tuple[Token, ...], vague: str) -> Line:
    at = [start for start, _, _ in tokens]
    numbers = {
        bisect_left(at, one.span.start): (one, bisect_left(at, one.span.end))
        for one in _within(annotations.numbers, span)
    }
    names = {
        bisect_left(at, one.span.start): (one, bisect_left(at, one.span.end))
        for one in _within(annotations.names, span)
        if not _is_harm(one.text)
    }
    return Line(annotations.text, span, tokens, numbers, names, vague)


@lru_cache(maxsize=1 << 12)
def _is_harm(name: str) -> bool:
    """ "16-Year-Old Accidentally Shot", "AFTER A FIRE IN TOWN": capitals of a headline, and no name."""
    words = name.lower().split()
    return words[0] in lexicon.grammar("prepositions") or any(
        word == "shot" or word in lexicon.grammar("states") for word in words
    )


def _within(marked: tuple[Marked, ...], span: Span) -> Iterator[Marked]:
    first = bisect_left(marked, span.start, key=lambda one: one.span.start)
    while first < len(marked) and marked[first].span.start < span.end:
        yield marked[first]
        first += 1
