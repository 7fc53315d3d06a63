"""Where words stand: the spans that everything else points with."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open run of Unicode code points, `text[start:end]`; never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"no span: [{self.start}, {self.end})")

    def __reduce__(self) -> tuple[type[Span], tuple[int, int]]:
        # Most of what goes from one process to another is spans: by their slots they take twice as long.
        return Span, (self.start, self.end)

    def of(self, text: str) -> str:
        """The words that the span points at."""
        return text[self.start : self.end]

    def touches(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    @staticmethod
    def around(spans: Iterable[Span]) -> Span:
        """The shortest span that holds all of these; there must be one at least."""
        some = list(spans)
        return Span(min(s.start for s in some), max(s.end for s in some))

    @staticmethod
    def over(tokens: Sequence[Token], first: int, last: int) -> Span:
        """The characters of tokens [first, last); there must be one at least."""
        return Span(tokens[first].start, tokens[last - 1].end)


# `json.dumps` would make one on every call.
ENCODER = json.JSONEncoder(ensure_ascii=False, default=str)


def digest(*parts: object) -> str:
    """A name made from content alone: the SHA-256, in hex, of the parts as one JSON list."""
    return hashlib.sha256(ENCODER.encode(parts).encode("utf-8", "replace")).hexdigest()


class Token(NamedTuple):
    """A word, a number or a mark, `text[start:end]`; `word` is it in lower case, with straight apostrophes."""

    start: int
    end: int
    word: str

    def of(self, text: str) -> str:
        """The token as it stands there."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Words:
    """Some words and where they stand."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A run of text in one document."""

    document: str
    span: Span
