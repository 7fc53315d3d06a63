"""What is said, paragraph by paragraph: a quotation that runs on into the next, and nothing that only stands there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from tollbook.model import Span

LINE = re.compile(r"[^\n\r]+")
MARKS = frozenset("\"“„«‘’'`")
# The marks that a quotation of each kind opens and closes with; straight ones are counted.
PAIRS = (("“„", "”"), ("«", "»"))


class Paragraphs:
    """The lines of a text, which of them begin a quotation that they do not end, and where its cues begin, in order."""

    def __init__(self, text: str, cues: Sequence[int] = ()) -> None:
        self._text, self._cues = text, cues
        self._spans = [Span(*line.span()) for line in LINE.finditer(text) if not line.group().isspace()]
        self._starts = [span.start for span in self._spans]

    def told(self, content: Sequence[Span], cue: Span) -> tuple[Span, ...]:
        """The pieces of what a cue's source says, in text order.

        Before the cue's own paragraph nothing is said but in paragraphs that open with a quotation mark: “It fell.
        ¶ “Nobody was in it,” she said. Behind it nothing but in these, and in those where nobody else speaks.
        """
        own = self._at(cue.start)
        pieces = [part for span in content for part in self._parts(span) if self._is_told(part, own)]
        return tuple(sorted({*pieces, *self._running_on(pieces, own)}))

    def _at(self, place: int) -> int:
        return max(bisect_right(self._starts, place) - 1, 0)

    def _parts(self, span: Span) -> Iterator[Span]:
        """The span cut at the ends of paragraphs."""
        for at in range(self._at(span.start), self._at(span.end - 1) + 1):
            start, end = max(span.start, self._spans[at].start), min(span.end, self._spans[at].end)
            if start < end:
                yield Span(start, end)

    def _is_told(self, part: Span, own: int) -> bool:
        at = self._at(part.start)
        return at == own or self._mark(at) is not None or (at > own and not self._has_cue(at))

    def _has_cue(self, at: int) -> bool:
        first = bisect_left(self._cues, self._spans[at].start)
        return first < len(self._cues) and self._cues[first] < self._spans[at].end

    def _running_on(self, pieces: Sequence[Span], own: int) -> Iterator[Span]:
        """The paragraphs before a piece that begins the cue's paragraph with a mark, as far as each is left open."""
        if not self._spans or not any(self._begins(piece, own) for piece in pieces):
            return
        for at in range(own - 1, -1, -1):
            if not self._is_left_open(at):
                return
            yield self._spans[at]

    def _begins(self, piece: Span, own: int) -> bool:
        """Whether a piece is what the paragraph opens with, and that is a quotation."""
        mark = self._mark(own)
        return mark is not None and piece.start <= mark + 1 and self._at(piece.start) == own

    def _mark(self, at: int) -> int | None:
        """Where the quotation mark stands that the paragraph opens with; None where it opens with a word."""
        span = self._spans[at]
        words = span.of(self._text)
        first = span.end - len(words.lstrip())
        return first if self._text[first] in MARKS else None

    def _is_left_open(self, at: int) -> bool:
        place = self._mark(at)
        if place is None:
            return False
        mark, words = self._text[place], self._spans[at].of(self._text)
        if mark == '"':
            return words.count('"') % 2 == 1
        return any(
            mark in opening and sum(map(words.count, opening)) > sum(map(words.count, closing))
            for opening, closing in PAIRS
        )
