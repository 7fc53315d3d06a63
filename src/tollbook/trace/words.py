"""Repeated passages by their words alone: verbatim, edited, and the same quotation."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from tollbook.model import Copy, Passage, Reading, Span
from tollbook.terms import CopyKind
from tollbook.trace.direction import Standing, in_line, tell
from tollbook.trace.passages import Page, Wording, pages
from tollbook.trace.repeats import Repeat, repeatable, repeats
from tollbook.trace.rows import row, rows, side
from tollbook.trace.shelf import Match, Shelf

ByPage = Mapping[int, Sequence[Match]]


def trace(readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """Every repeated passage, joined to the one that it most directly repeats: n copies of one are n-1 rows."""
    book = [page for page in pages(readings) if page.sentences]
    near = _near(book)
    leads: dict[Wording, Standing] = {}
    copies: list[Copy] = []
    for one in in_line(book, near):
        lead = leads.setdefault(one.page.wording, one)
        if lead is not one:
            copies.append(_whole(one, lead))
    shelf = Shelf(list(leads.values()), near)
    found = [_by_page(shelf.matches(number)) for number in range(len(shelf.line))]
    stories = _stories(found, shelf)
    for number, by_page in enumerate(found):
        same_story = {page: some for page, some in by_page.items() if stories[page] == stories[number]}
        copies.extend(_repeated(shelf.line[number], same_story, shelf))
    return tuple(sorted(copies, key=lambda copy: (copy.copy, copy.original)))


def _near(book: Sequence[Page]) -> Mapping[Wording, Sequence[Repeat]]:
    """Which wordings repeat each other; the earliest published come first, since they are the likeliest originals."""
    quoted: set[Wording] = set()
    wordings: dict[Wording, None] = {}
    for page in sorted(book, key=lambda page: (page.document.published or "~", page.document.id)):
        for _, piece, is_quotation in repeatable(page):
            wordings[piece.words] = None
            if is_quotation or piece.is_quoted:
                quoted.add(piece.words)
    return repeats(list(wordings), quoted)


def _whole(copy: Standing, original: Standing) -> Copy:
    """The row for a document that is another one, word for word."""
    directed, evidence = tell(copy, original, copy.page.size)
    return Copy(_all(copy), _all(original), CopyKind.VERBATIM, 1.0, directed, evidence)


def _all(one: Standing) -> Passage:
    return Passage(one.page.document.id, Span.around(piece.span for piece in one.page.sentences))


def _by_page(matches: Iterable[Match]) -> ByPage:
    by_page: dict[int, list[Match]] = defaultdict(list)
    for match in matches:
        by_page[match.original.page].append(match)
    return by_page


def _stories(found: Sequence[ByPage], shelf: Shelf) -> list[int]:
    """For each page the first one of its story: pages of which one repeats the other, and what these repeat, and so on.

    Within a story every match counts, so that it makes no difference which of its pages came first.
    """
    heads = list(range(len(found)))

    def head(page: int) -> int:
        while heads[page] != page:
            heads[page] = page = heads[heads[page]]
        return page

    for number, by_page in enumerate(found):
        for page, matches in by_page.items():
            one, other = sorted((head(number), head(page)))
            sentences = _chosen(matches, set())
            quotations = ([match] for match in matches if match.copy.is_quotation)
            if one != other and any(shelf.is_repeat(some) for some in chain([sentences] * bool(sentences), quotations)):
                heads[other] = one
    return [head(page) for page in range(len(found))]


def _repeated(here: Standing, by_page: ByPage, shelf: Shelf) -> Iterator[Copy]:
    """The rows for one page: first what it has most words of, so that few originals explain all that it repeats."""

    def weight(page: int) -> tuple[bool, int, int]:
        words = {match.copy: match.words for match in by_page[page] if not match.copy.is_quotation}
        return shelf.line[page].outlet not in here.credits, -sum(words.values()), page

    taken: set[int] = set()
    ordered = sorted(by_page, key=weight)
    for page in ordered:
        yield from rows(_chosen(by_page[page], taken), taken, shelf)
    spans = [here.page.sentences[sentence].span for sentence in sorted(taken)]
    for page in ordered:
        for match in _quotations(by_page[page], spans, shelf):
            yield row([match], match.words, shelf)


def _chosen(matches: Sequence[Match], taken: set[int]) -> list[Match]:
    """One match for each sentence not yet taken: the same words before edited ones, then what follows the last."""
    by_sentence: dict[int, list[Match]] = defaultdict(list)
    for match in matches:
        if not match.copy.is_quotation and match.copy.number not in taken:
            by_sentence[match.copy.number].append(match)
    chosen: list[Match] = []
    for sentence in sorted(by_sentence):
        follows = chosen[-1].original.number + 1 if chosen else 0
        chosen.append(min(by_sentence[sentence], key=lambda match: _distance(match, follows)))
    return chosen


def _distance(match: Match, follows: int) -> tuple[bool, bool, int, int]:
    number = match.original.number
    return match.alignment is not None, number != follows, -match.words, number


def _quotations(matches: Sequence[Match], spans: list[Span], shelf: Shelf) -> Iterator[Match]:
    """The quotations that stand in no repeated sentence, each once; `spans`, in order, grows by those taken."""
    for match in sorted(matches, key=lambda one: (one.copy.number, -one.words, one.original.number)):
        if not match.copy.is_quotation:
            continue
        span, _ = side(match.copy, match.alignment, shelf)
        at = bisect_left(spans, span)
        if not any(span.touches(other) for other in spans[max(0, at - 1) : at + 1]):
            spans.insert(at, span)
            yield match
