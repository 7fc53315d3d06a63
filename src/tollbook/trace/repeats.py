"""Which wordings repeat which: candidates by shared runs of words, then an exact alignment."""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from rapidfuzz.distance import LCSseq

from tollbook.trace.passages import Page, Piece, Wording

# Shorter sentences are written by people who never read each other ("He was taken to a local hospital.").
SHORTEST_SENTENCE = 8
SHORTEST_QUOTATION = 5
# An edited sentence has this share of the shorter wording's words in the other one, in order. Pairs of gva dev articles
# with a share of .5 to .7 are mostly stock ("… was pronounced dead at the scene"): 4 in 5 join two incidents, of those
# above .85 one in four, before stock wording is taken out. `python -m evals.tracing` shows what is left.
SHARE = 0.75
# A run of words that stands in more wordings than this is a stock phrase; only the first of them are candidates, so
# that ten thousand variants of one sentence cost ten thousand times this and no more.
MOST_WORDINGS = 48
MOST_CANDIDATES = 24
# Aligned runs shorter than this are the articles and prepositions that any two sentences have in common.
SHORTEST_RUN = 3
# A longer one is a text without stops, and is compared only whole: alignment is quadratic.
LONGEST = 500


@dataclass(frozen=True, slots=True)
class Alignment:
    """What one wording has in common with another, as runs `(start in one, start in the other, words)`, in order."""

    runs: tuple[tuple[int, int, int], ...]

    @property
    def words(self) -> int:
        """How many words the runs have together."""
        return sum(words for _, _, words in self.runs)

    def turned(self) -> Alignment:
        """The same, seen from the other wording."""
        return Alignment(tuple((other, one, words) for one, other, words in self.runs))


Repeat = tuple[Wording, Alignment]


def repeatable(page: Page) -> Iterator[tuple[int, Piece, bool]]:
    """The pieces of a page that are long enough: `(number, piece, is_quotation)`, sentences first."""
    for number, piece in enumerate(page.sentences):
        if len(piece.words) >= SHORTEST_SENTENCE:
            yield number, piece, False
    for number, piece in enumerate(page.quotations):
        if len(piece.words) >= SHORTEST_QUOTATION:
            yield number, piece, True


def repeats(wordings: Sequence[Wording], quoted: Collection[Wording]) -> Mapping[Wording, Sequence[Repeat]]:
    """For each wording that repeats others, which, and how; `quoted` are those that stand between quotation marks."""
    found: dict[Wording, list[Repeat]] = defaultdict(list)
    for one, other in _candidates(wordings):
        alignment = _repeated(wordings[one], wordings[other], quoted)
        if alignment is not None:
            found[wordings[one]].append((wordings[other], alignment))
            found[wordings[other]].append((wordings[one], alignment.turned()))
    return found


def _repeated(one: Wording, other: Wording, quoted: Collection[Wording]) -> Alignment | None:
    if len(one) > len(other):
        turned = _repeated(other, one, quoted)
        return turned and turned.turned()
    if one in quoted and (other in quoted or len(one) >= SHORTEST_SENTENCE):
        for start in range(len(other) - len(one) + 1):
            if other[start : start + len(one)] == one:
                return Alignment(((0, start, len(one)),))
    least = max(SHORTEST_SENTENCE, SHARE * len(one))
    if not LCSseq.similarity(one, other, score_cutoff=math.ceil(least)):
        return None  # most pairs: to count is quicker than to align
    alignment = align(one, other)
    return alignment if alignment.words >= least else None


def align(one: Wording, other: Wording) -> Alignment:
    """The longest common sequence of two wordings, its runs of fewer than three words left out."""
    codes = LCSseq.opcodes(one, other)
    runs = ((code.src_start, code.dest_start, code.src_end - code.src_start) for code in codes if code.tag == "equal")
    return Alignment(tuple(run for run in runs if run[2] >= SHORTEST_RUN))


def _candidates(wordings: Sequence[Wording]) -> Iterator[tuple[int, int]]:
    """Pairs of places in `wordings` that share a run of words, the later place first; each pair once."""
    holders: dict[int, list[int]] = defaultdict(list)
    runs = [array("q", shingles(wording)) for wording in wordings]
    met = _met(runs)
    for place, some in enumerate(runs):
        held = [holders[shingle] for shingle in some if met[shingle % len(met)] > 1]
        shared = Counter(chain.from_iterable(held))
        for earlier in held:
            if len(earlier) < MOST_WORDINGS:
                earlier.append(place)
        best = sorted(shared, key=lambda one: (-shared[one], one))
        yield from ((place, other) for other in best[:MOST_CANDIDATES])


def _met(runs: Sequence[Sequence[int]]) -> bytearray:
    """How often each shingle was met, 2 for more, by its remainder: most stand nowhere else and need no index."""
    met = bytearray(max(1 << 16, 8 * sum(map(len, runs))))
    for some in runs:
        for shingle in some:
            slot = shingle % len(met)
            if met[slot] < 2:
                met[slot] += 1
    return met


def shingles(wording: Wording) -> Sequence[int]:
    """A hash for each run of five words, each once; hashes of numbers are the same in every process."""
    if len(wording) > LONGEST:
        return ()
    runs = zip(wording, wording[1:], wording[2:], wording[3:], wording[4:], strict=False)
    return list(dict.fromkeys(map(hash, runs)))
