"""Stock wording: what recurs across documents that share nothing else is furniture, and the book itself tells it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from math import log10

from tollbook.trace.passages import Page, Wording
from tollbook.trace.repeats import shingles

# The figures here were swept on gva dev: rows that join two of its incidents went from 103 to 13, those between two
# articles on one from 700 to 545; mostly calls for witnesses went. `python -m evals.tracing` prints both again.

# A word is rare where it stands in no more than this share of the documents, or in no more than this many.
RARE_SHARE = 0.01
RARE_AT_MOST = 3
# Two documents tell of one thing where they share this many rare words beside what they repeat of each other: names,
# streets, ages. Those of one publisher share the newsroom's own names as well.
SHARED_RARE = 3
SHARED_RARE_ONE_PUBLISHER = 5
# Without that, a passage that is half of a document still is a repeat, and so is a long one: the more documents, the
# more pairs that can agree by chance, so each tenfold asks for this many words more (40 among the 2,290 of gva dev).
LONG_EACH_TENFOLD = 12
LARGE_SHARE = 0.5
# A wording is judged where it stands in this many documents, by the pairs among the first few of them.
RECURS = 4
JUDGED = 10
# Documents that share so many words, or so much of the shorter one, are one text whatever their rest: a wire story
# under two mastheads.
ONE_TEXT = 60
ONE_TEXT_SHARE = 0.75


class Kinship:
    """What documents have in common beside the passages that they share, as far as the book's own words tell."""

    def __init__(self, pages: Sequence[Page]) -> None:
        documents = Counter(word for page in pages for word in set(page.wording))
        most = max(RARE_AT_MOST, RARE_SHARE * len(pages))
        self._rare = frozenset(word for word, number in documents.items() if number <= most)
        self._long = LONG_EACH_TENFOLD * log10(max(1, len(pages)))
        self._runs: dict[Page, tuple[frozenset[int], ...]] = {}
        self._rare_words: dict[Page, tuple[frozenset[int], ...]] = {}

    def are_related(self, one: Page, other: Page) -> bool:
        """Whether two documents tell of one thing, judged by what is not the same in both."""
        here, there = self._all_runs(one), self._all_runs(other)
        shared = self._rare_beside(one, frozenset().union(*there)) & self._rare_beside(other, frozenset().union(*here))
        is_one_publisher = one.document.publisher is not None and one.document.publisher == other.document.publisher
        return len(shared) >= (SHARED_RARE_ONE_PUBLISHER if is_one_publisher else SHARED_RARE)

    def is_repeat(self, one: Page, other: Page, words: int) -> bool:
        """Whether a passage of so many words that stands in both is a repeat and no stock phrase."""
        is_large = words >= LARGE_SHARE * min(one.size, other.size)
        return words >= self._long or is_large or self.are_related(one, other)

    def _rare_beside(self, page: Page, there: frozenset[int]) -> set[int]:
        """The rare words of the sentences that have no run of words in common with the other page."""
        if page not in self._rare_words:
            self._rare_words[page] = tuple(self._rare.intersection(piece.words) for piece in page.sentences)
        pairs = zip(self._rare_words[page], self._all_runs(page), strict=True)
        return set().union(*(words for words, runs in pairs if words and there.isdisjoint(runs)))

    def _all_runs(self, page: Page) -> tuple[frozenset[int], ...]:
        """The runs of words in each sentence; kept, since a page is asked for again and again."""
        if page not in self._runs:
            self._runs[page] = tuple(frozenset(shingles(piece.words)) for piece in page.sentences)
        return self._runs[page]


def stock(holders: Mapping[Wording, Sequence[Page]], kinship: Kinship) -> frozenset[Wording]:
    """The wordings that recur in documents most of which have nothing else in common."""
    recurring = ((wording, pages) for wording, pages in holders.items() if len(pages) >= RECURS)
    return frozenset(wording for wording, pages in recurring if _is_stock(pages, kinship))


def _is_stock(pages: Sequence[Page], kinship: Kinship) -> bool:
    # By content, so that a copy with another date or id leaves the verdict as it is.
    some = sorted(pages, key=lambda page: page.document.sha256)[:JUDGED]
    pairs = list(combinations(some, 2))
    return 2 * sum(_are_strangers(one, other, kinship) for one, other in pairs) > len(pairs)


def _are_strangers(one: Page, other: Page, kinship: Kinship) -> bool:
    shared = {piece.words for piece in one.sentences} & {piece.words for piece in other.sentences}
    words = sum(map(len, shared))
    return words < min(ONE_TEXT, ONE_TEXT_SHARE * min(one.size, other.size)) and not kinship.are_related(one, other)
