"""Matches made into rows: repeated sentences that stand one after the other are one passage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from tollbook.model import Copy, Passage, Span
from tollbook.terms import CopyKind
from tollbook.trace.direction import tell
from tollbook.trace.repeats import SHARE, Alignment
from tollbook.trace.shelf import Match, Place, Shelf

# A copy that leaves out so many sentences of its original, and no more, goes on with the same passage.
LEFT_OUT = 2

Side = tuple[Span, int]


def rows(matches: Sequence[Match], taken: set[int], shelf: Shelf) -> Iterator[Copy]:
    """The rows for what one page repeats of another: `matches` has one a sentence at most, in the copy's order.

    `taken` are the copy's sentences that are in a row; those that go into these are added.
    """
    words = sum(match.words for match in matches)
    for run in _runs(matches, taken, shelf):
        yield row(run, words, shelf)


def row(run: Sequence[Match], words: int, shelf: Shelf) -> Copy:
    """One row for matches that follow one another; `words` is how many the whole copy has from this original."""
    copy, original = (shelf.line[place.page] for place in (run[0].copy, run[0].original))
    directed, evidence = tell(copy, original, words)
    copied = [side(match.copy, match.alignment, shelf) for match in run]
    turned = ((match.original, match.alignment and match.alignment.turned()) for match in run)
    originals = [side(place, alignment, shelf) for place, alignment in turned]
    return Copy(
        Passage(copy.page.document.id, Span.around(span for span, _ in copied)),
        Passage(original.page.document.id, Span.around(span for span, _ in originals)),
        _kind(run, shelf),
        round(sum(match.words for match in run) / sum(length for _, length in copied), 3),
        directed,
        evidence,
    )


def side(place: Place, alignment: Alignment | None, shelf: Shelf) -> Side:
    """Where one side of a match stands, and how many words that is: of a longer sentence only the part in common."""
    piece, page = shelf.piece(place), shelf.line[place.page].page
    if alignment is None or alignment.words >= SHARE * len(piece.words):
        return piece.span, len(piece.words)
    start, end = alignment.runs[0][0], alignment.runs[-1][0] + alignment.runs[-1][2]
    return page.part(piece, start, end), end - start


def _kind(run: Sequence[Match], shelf: Shelf) -> CopyKind:
    if all(shelf.piece(match.copy).is_quoted for match in run):
        return CopyKind.QUOTE
    return CopyKind.EDITED if any(match.alignment for match in run) else CopyKind.VERBATIM


def _runs(matches: Sequence[Match], taken: set[int], shelf: Shelf) -> Iterator[list[Match]]:
    """Matches that follow one another, and the sentences beside them that are the same but too short by themselves."""
    run: list[Match] = []
    matched = {match.copy.number for match in matches}
    for match in matches:
        if match.copy.number in taken:
            continue
        if run and not _goes_on(run, match):
            yield run
            run = []
        before = () if run else reversed([*_same_beside(match, -1, taken, shelf)])
        after = takewhile(lambda beside: beside.copy.number not in matched, _same_beside(match, +1, taken, shelf))
        added = [*before, match, *after]
        taken.update(one.copy.number for one in added)
        run.extend(added)
    if run:
        yield run


def _goes_on(run: Sequence[Match], match: Match) -> bool:
    last = run[-1]
    left_out = match.original.number - last.original.number - 1
    is_next = match.copy.number == last.copy.number + 1 and 0 <= left_out <= LEFT_OUT
    return is_next and (match.copy.page != match.original.page or match.original.number < run[0].copy.number)


def _same_beside(match: Match, step: int, taken: set[int], shelf: Shelf) -> Iterator[Match]:
    """The sentences after it (step 1) or before it (step -1) that are the same in both, up to the first that is not."""
    copy, original = (shelf.line[place.page].page.sentences for place in (match.copy, match.original))
    here, there = match.copy.number + step, match.original.number + step
    is_one_page = match.copy.page == match.original.page
    while 0 <= here < len(copy) and 0 <= there < len(original) and here not in taken and not is_one_page:
        if copy[here].words != original[there].words:
            return
        places = Place(match.copy.page, here, False), Place(match.original.page, there, False)
        yield Match(*places, None, len(copy[here].words))
        here, there = here + step, there + step
