"""Every wording of a book that is long enough to be repeated: where it stands, and what it repeats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tollbook.trace.direction import Standing
from tollbook.trace.passages import Page, Piece, Wording
from tollbook.trace.repeats import Alignment, Repeat, repeatable
from tollbook.trace.stock import Kinship, stock

# Of the documents that hold a wording only the first few are weighed as originals, so that a sentence that stands in
# thousands costs thousands and not millions.
ORIGINALS = 8
# A part of a sentence that stands again in one document is said again from this many words on; shorter ones are
# phrases of a list ("was taken to the county hospital, where he later died").
SAID_AGAIN = 12


@dataclass(frozen=True, slots=True)
class Place:
    """Where a wording stands: its page's place in the line of repeats, and which of its sentences or quotations."""

    page: int
    number: int
    is_quotation: bool


@dataclass(frozen=True, slots=True)
class Match:
    """What the piece at `copy` has in common with that at `original`; `alignment` is None where that is all words."""

    copy: Place
    original: Place
    alignment: Alignment | None
    words: int


class Shelf:
    """The pages in the line of repeats, and an index of their wordings; stock wording is left out of it."""

    def __init__(self, line: Sequence[Standing], near: Mapping[Wording, Sequence[Repeat]]) -> None:
        self.line = line
        self.kinship = Kinship([one.page for one in line])
        self._near = near
        self._places: dict[Wording, list[Place]] = defaultdict(list)
        for place, one in enumerate(line):
            for number, piece, is_quotation in repeatable(one.page):
                self._places[piece.words].append(Place(place, number, is_quotation))
        for wording in stock({wording: self._holders(wording) for wording in self._places}, self.kinship):
            del self._places[wording]

    def piece(self, place: Place) -> Piece:
        """The sentence or quotation that stands there."""
        page = self.line[place.page].page
        return page.quotations[place.number] if place.is_quotation else page.sentences[place.number]

    def is_repeat(self, matches: Sequence[Match]) -> bool:
        """Whether what one page has in common with another is a repeat, and no phrase that anybody may use."""
        copy, original = (self.line[place.page].page for place in (matches[0].copy, matches[0].original))
        return self.kinship.is_repeat(copy, original, sum(match.words for match in matches))

    def matches(self, page: int) -> Iterator[Match]:
        """Everything before it in the line, and before it on the page, that a piece of this page may repeat."""
        for number, piece, is_quotation in repeatable(self.line[page].page):
            if piece.words not in self._places:
                continue
            here = Place(page, number, is_quotation)
            for wording, alignment in ((piece.words, None), *self._near.get(piece.words, ())):
                words = alignment.words if alignment else len(wording)
                for there in self._places.get(wording, ())[:ORIGINALS]:
                    if self._is_before(there, here, alignment):
                        yield Match(here, there, alignment, words)

    def _is_before(self, there: Place, here: Place, alignment: Alignment | None) -> bool:
        if here.is_quotation < there.is_quotation or there.page > here.page:
            return False
        return there.page < here.page or self._is_said_again(there, here, alignment)

    def _is_said_again(self, there: Place, here: Place, alignment: Alignment | None) -> bool:
        """Whether a passage stands twice on one page; two lines of a list ("X, 18, was charged with …") do not."""
        one, other = self.piece(there), self.piece(here)
        shorter = min(len(one.words), len(other.words))
        is_whole = alignment is None or (alignment.words == shorter and shorter >= SAID_AGAIN)
        return is_whole and one.span.end <= other.span.start

    def _holders(self, wording: Wording) -> list[Page]:
        """The pages that hold it or an edited form: a call for witnesses is one wording with many telephone numbers."""
        family = (wording, *(other for other, _ in self._near.get(wording, ())))
        numbers = {place.page for one in family for place in self._places[one]}
        return [self.line[number].page for number in sorted(numbers)]
