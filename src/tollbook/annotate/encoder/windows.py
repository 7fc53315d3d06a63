"""A field's sentences cut into the windows of word pieces that the encoder reads, the same in training and in use."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from tokenizers import Encoding, Tokenizer

from tollbook.model import Span

CLS, SEP = "[CLS]", "[SEP]"
# The pieces that a window holds, its two marks included; a sentence that has more is cut.
LONGEST = 256
# So many sentences of a window stand in the next one too: a cue at the end of one has its content further on.
SHARED = 2
# How a word is written: in small letters, with a capital, in capitals; and the same inside quotation marks.
SHAPES = 6


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters and digits or one mark, as the tokeniser cuts it: where it stands, its pieces, its shape."""

    span: Span
    pieces: tuple[int, ...]
    shape: int


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, or what of it fits a window; `opens` where a paragraph begins with it."""

    words: tuple[Word, ...]
    opens: bool

    @property
    def length(self) -> int:
        """The pieces that it takes."""
        return sum(len(word.pieces) for word in self.words) + self.opens


@dataclass(frozen=True, slots=True)
class Window:
    """What is read at once.

    `pieces` and `shapes` are as long as one another. So are `words`, `firsts`, where each word's first piece stands,
    and `rows`, the sentence it is in. A cue among the words [first, last) is this window's to tell: what stands before
    and behind, a neighbour reads with more around it.
    """

    pieces: tuple[int, ...]
    shapes: tuple[int, ...]
    words: tuple[Span, ...]
    firsts: tuple[int, ...]
    rows: tuple[int, ...]
    first: int
    last: int


def lines(tokenizer: Tokenizer, text: str, sentences: Sequence[Span], quotations: Sequence[Span]) -> tuple[Line, ...]:
    """The sentences as the encoder's words."""
    encoded = tokenizer.encode_batch([span.of(text) for span in sentences], add_special_tokens=False)
    found: list[Line] = []
    before = 0
    for span, one in zip(sentences, encoded, strict=True):
        opens = not before or "\n" in text[before : span.start]
        for some in _fitting(_words(one, span.start, text, quotations)):
            found.append(Line(some, opens))
            opens = False
        before = span.end
    return tuple(found)


def _words(encoded: Encoding, begin: int, text: str, quotations: Sequence[Span]) -> Iterator[Word]:
    # Each of these is made anew, whole, whenever it is asked for.
    ids, offsets = encoded.ids, encoded.offsets
    for _, pieces in groupby(range(len(ids)), key=encoded.word_ids.__getitem__):
        some = list(pieces)
        start, end = begin + offsets[some[0]][0], begin + offsets[some[-1]][1]
        if start < end:
            span = Span(start, end)
            shape = _shape(span.of(text)) + SHAPES // 2 * _is_quoted(start, quotations)
            yield Word(span, tuple(ids[some[0] : some[-1] + 1]), shape)


def _shape(word: str) -> int:
    return 2 if len(word) > 1 and word.isupper() else int(word[0].isupper())


def _is_quoted(start: int, quotations: Sequence[Span]) -> bool:
    at = bisect_right(quotations, start, key=lambda one: one.end)
    return at < len(quotations) and quotations[at].start <= start


def _fitting(words: Iterator[Word]) -> Iterator[tuple[Word, ...]]:
    """The words in stretches that fit a window: one, but for a text without sentence ends."""
    some: list[Word] = []
    room = LONGEST - 3
    for word in words:
        if len(word.pieces) > room and some:
            yield tuple(some)
            some, room = [], LONGEST - 3
        some.append(word)
        room -= len(word.pieces)
    if some:
        yield tuple(some)


def windows(tokenizer: Tokenizer, run: Sequence[Line], shared: int = SHARED) -> tuple[Window, ...]:
    """The windows over sentences that follow one another; each but the first begins with the last `shared` of the one
    before, and the two tell half of these each."""
    marks = tokenizer.token_to_id(CLS), tokenizer.token_to_id(SEP)
    bounds = list(_bounds([line.length for line in run], shared))
    middles = [(later[0] + earlier[1] + 1) // 2 for earlier, later in pairwise(bounds)]
    own = zip([0, *middles], [*middles, len(run)], strict=True)
    return tuple(
        window(run[first:last], (begin - first, end - first), marks)
        for (first, last), (begin, end) in zip(bounds, own, strict=False)
    )


def _bounds(lengths: Sequence[int], shared: int) -> Iterator[tuple[int, int]]:
    """The sentences [first, last) of each window; each is as full as it gets."""
    first = last = 0
    while last < len(lengths):
        room = LONGEST - 2 - sum(lengths[first:last])
        begun = last
        while last < len(lengths) and lengths[last] <= room:
            room -= lengths[last]
            last += 1
        if last == begun:  # what is shared leaves no room for the next
            first += 1
            continue
        yield first, last
        first = max(last - shared, first + 1)


def window(run: Sequence[Line], own: tuple[int, int], marks: tuple[int | None, int | None]) -> Window:
    """These sentences as one window, of which it tells the sentences [own[0], own[1])."""
    opening, closing = (mark or 0 for mark in marks)
    pieces, shapes = [opening], [0]
    words: list[Span] = []
    firsts: list[int] = []
    rows: list[int] = []
    for row, line in enumerate(run):
        if line.opens and row:
            pieces.append(closing)
            shapes.append(0)
        for word in line.words:
            firsts.append(len(pieces))
            rows.append(row)
            words.append(word.span)
            pieces += word.pieces
            shapes += [word.shape] * len(word.pieces)
    first, last = (bisect_left(rows, at) for at in own)
    return Window((*pieces, closing), (*shapes, 0), tuple(words), tuple(firsts), tuple(rows), first, last)
