"""A document as tracing sees it: its sentences and quotations as rows of words, furniture left out."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count

from tollbook.model import Annotations, Document, Reading, Span
from tollbook.terms import Field
from tollbook.trace.wording import worded

Wording = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence or a quotation: its words as numbers of a vocabulary; `first` is the first one's place on the page."""

    span: Span
    words: Wording
    first: int
    is_quoted: bool


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """One document: the sentences of its text and its quotations, in order; `begins` and `ends` of all its words."""

    document: Document
    sentences: tuple[Piece, ...]
    quotations: tuple[Piece, ...]
    begins: array[int]
    ends: array[int]

    @property
    def wording(self) -> Wording:
        """All words of all sentences: where two documents agree in this, one is the other."""
        return tuple(chain.from_iterable(sentence.words for sentence in self.sentences))

    @property
    def size(self) -> int:
        """How many words the sentences have together."""
        return sum(len(sentence.words) for sentence in self.sentences)

    def part(self, piece: Piece, start: int, end: int) -> Span:
        """Where the words `start:end` of one of its pieces stand in the text."""
        return Span(self.begins[piece.first + start], self.ends[piece.first + end - 1])


def pages(readings: Sequence[Reading]) -> list[Page]:
    """The readings as pages, by document id; words get their numbers in that order, so no order of arrival shows."""
    vocabulary: dict[str, int] = defaultdict(count().__next__)
    ordered = sorted(readings, key=lambda reading: (reading.document.id, reading.document.fingerprint))
    return [_page(reading, vocabulary) for reading in ordered]


def _page(reading: Reading, vocabulary: Mapping[str, int]) -> Page:
    document = reading.document
    field = next((one for one in reading.annotations if one.field is Field.TEXT), Annotations(Field.TEXT, ""))
    told = worded(field.text, field.numbers)
    said, starts, stops = zip(*told, strict=True) if told else ((), (), ())
    words, begins, ends = [vocabulary[word] for word in said], array("l", starts), array("l", stops)
    furniture, quoted = _joined([*field.furniture, *document.furniture]), _joined(field.quotations)

    def pieces(spans: Iterable[Span]) -> tuple[Piece, ...]:
        cut = ((span, bisect_left(begins, span.start), bisect_left(begins, span.end)) for span in spans)
        return tuple(
            Piece(span, tuple(words[first:last]), first, _share(quoted, span) > 0.9)
            for span, first, last in cut
            if first < last and not _share(furniture, span)
        )

    return Page(document, pieces(field.sentences), pieces(field.quotations), begins, ends)


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The same stretches of text, in order and no two of them touching."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return joined


def _share(covers: Sequence[Span], span: Span) -> float:
    """How much of the span these cover, 0 to 1."""
    low = bisect_right(covers, span.start, key=lambda cover: cover.end)
    if low == len(covers) or covers[low].start >= span.end:
        return 0.0
    high = bisect_left(covers, span.end, key=lambda cover: cover.start)
    shared = sum(min(cover.end, span.end) - max(cover.start, span.start) for cover in covers[low:high])
    return shared / (span.end - span.start)
