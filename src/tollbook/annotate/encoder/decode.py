"""From what the encoder tells of words to the words of each attribution: the likeliest run for each of its parts."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tollbook.annotate.encoder.windows import Window
from tollbook.model import Name, Span, Tagged, Vector

Scores = NDArray[np.float32]
Flags = NDArray[np.bool_]

# The columns of `told`: begins a cue; is of a source, a cue, a content; its name tag; then nine that go with the pairs.
TAGS, PAIRED = 4, 9
KINDS = ("person", "organisation", "place")
PARTS = ("source", "cue", "content")
EDGES = 3  # of each part: inside it, where it starts, the first word behind it
CONTENT = PARTS.index("content")
# A word begins a cue from the first logit on, and from the second where it makes attributed so many words that look
# said by somebody, and that no surer cue has. Content F1 on PolNeAR dev after one epoch: .833 with one, .862 with two.
BEGINS, MAY_BEGIN, EXPLAINED = 0.35, -3.6, 3
# A word looks said from this logit on. So long a run of such words is somebody's: the likeliest one's. The same after
# four epochs: .893 without, .909 with. Measure what is shipped again: python -m evals --only polnear
LOOKS_SAID, LONG = 0.3, 8


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """The encoder's outputs for one window of n words, c of which may begin a cue, in s sentences: `told` [n, 20],
    `vectors` [s, 384], `of_cue` [c, 9 × depth] and `of_word` [n, 9 × depth], and by how many words and sentences a
    word stands from a cue, `distances` and `row_distances`."""

    told: Scores
    vectors: Scores
    of_cue: Scores
    of_word: Scores
    distances: Scores
    row_distances: Scores


def tagged(window: Window, told: Told) -> Iterator[Tagged]:
    """What belongs to each cue that is this window's to tell, in text order."""
    begun: list[int] = np.flatnonzero(told.told[:, 0] > MAY_BEGIN).tolist()
    mine = [row for row, at in enumerate(begun) if window.first <= at < window.last]
    if not mine:
        return
    cues = [begun[row] for row in mine]
    inside, start, stop = _scores(window, replace(told, of_cue=told.of_cue[mine]), cues)
    held = chains(inside, start, stop).reshape(len(cues), len(PARTS), -1)
    chosen = list(_apart(cues, held, sorted(_chosen(told, cues, held))))
    likely = inside.reshape(held.shape)[chosen, CONTENT]
    for parts in _completed(window, told, held[chosen], likely):
        yield Tagged(*(tuple(_span(window, run) for run in _runs(part)) for part in parts))


def _apart(cues: Sequence[int], held: Flags, rows: Sequence[int]) -> Iterator[int]:
    """The rows whose cue is not the second word of the one before: "has | said"."""
    last = -1
    for row in rows:
        if cues[row] >= last:
            yield row
            last = max((end for _, end in _runs(held[row, PARTS.index("cue")])), default=cues[row] + 1)


def _completed(window: Window, told: Told, held: Flags, likely: Scores) -> Flags:
    """What belongs to each cue [cues, 3, n], with the words that look said by somebody and that no cue has.

    They go to the likeliest of the cues without a content, `likely` [cues, n]; a long run else to the likeliest of all.
    """
    whole = held.copy()
    empty = np.flatnonzero(~held[:, CONTENT].any(1))
    takers, shortest = (empty, EXPLAINED) if len(empty) else (np.arange(len(held)), LONG)
    free = _looks_said(told) & ~held.any((0, 1))
    free[: window.first] = free[window.last :] = False
    for first, last in _runs(free):
        if last - first >= shortest and len(takers):
            best = takers[likely[takers, first:last].mean(1).argmax()]
            whole[best, CONTENT, first:last] = True
    return whole


def _looks_said(told: Told) -> Flags:
    flags: Flags = told.told[:, 1 + CONTENT] > LOOKS_SAID
    return flags


def _chosen(told: Told, cues: Sequence[int], held: Flags) -> Iterator[int]:
    """The rows of the cues that count, the surest first; each of the less sure must explain what none before it did."""
    looks_said = _looks_said(told)
    said, cued = np.zeros(held.shape[-1], bool), np.zeros(held.shape[-1], bool)
    for row in sorted(range(len(cues)), key=lambda row: -told.told[cues[row], 0]):
        source, cue, content = held[row]
        is_sure = told.told[cues[row], 0] > BEGINS
        explained = int((content & looks_said & ~said).sum())
        explains = explained >= max(EXPLAINED, 2 * (int(content.sum()) - explained))
        if not cued[cues[row]] and cue.any() and (source.any() or content.any()) and (is_sure or explains):
            said, cued = said | content, cued | cue
            yield row


def _scores(window: Window, told: Told, cues: Sequence[int]) -> tuple[Scores, Scores, Scores]:
    """Inside, start and stop for each cue and part, a row each, over the words [cues × 3, n]."""
    count = len(window.words)
    of_word = told.of_word.reshape(count, PAIRED, -1)
    of_cue = told.of_cue.reshape(len(cues), PAIRED, -1)
    # Not through BLAS, which would start threads in each process of a build.
    pairs = np.einsum("acd,ncd->acn", of_cue, of_word) / math.sqrt(of_word.shape[-1])
    pairs += told.told[:, -PAIRED:].T
    away = np.arange(count) - np.array(cues)[:, None]
    pairs += _near(told.distances, away)
    rows = np.array(window.rows)
    pairs += _near(told.row_distances, rows - rows[list(cues)][:, None])
    split = pairs.reshape(len(cues), len(PARTS), EDGES, count)
    inside, start, stop = (split[:, :, edge].reshape(-1, count) for edge in range(EDGES))
    return inside, start, stop


def _near(table: Scores, away: NDArray[np.int64]) -> Scores:
    """The table's row for each distance, the last one for all beyond: [cues, 9, n]."""
    reach = len(table) // 2
    found: Scores = table[np.clip(away, -reach, reach) + reach].transpose(0, 2, 1)
    return found


def chains(inside: Scores, start: Scores, stop: Scores) -> Flags:
    """For each row the words that are inside, so that most is gained: `inside` for each, `start` for the first of a
    run, `stop` for the word behind it. All are [rows, n]."""
    rows, count = inside.shape
    gained, begun, ended = (np.ascontiguousarray(one.T) for one in (inside, start, stop))
    out, within = np.zeros((count + 1, rows), np.float32), np.empty((count + 1, rows), np.float32)
    within[0] = -np.inf
    for at in range(count):
        np.maximum(out[at], within[at] + ended[at], out=out[at + 1])
        np.maximum(within[at], out[at] + begun[at], out=within[at + 1])
        within[at + 1] += gained[at]
    left, entered = within[:-1] + ended > out[:-1], out[:-1] + begun > within[:-1]
    held = np.empty((count, rows), bool)
    state = within[-1] > out[-1]
    for at in range(count - 1, -1, -1):
        held[at] = state
        state = np.where(state, ~entered[at], left[at])
    return held.T


def _runs(held: Flags) -> Iterator[tuple[int, int]]:
    bounded = np.zeros(len(held) + 2, bool)
    bounded[1:-1] = held
    edges = np.flatnonzero(bounded[1:] != bounded[:-1]).tolist()
    return zip(edges[::2], edges[1::2], strict=True)


def _span(window: Window, run: tuple[int, int]) -> Span:
    return Span(window.words[run[0]].start, window.words[run[1] - 1].end)


def names(window: Window, told: Told, text: str) -> Iterator[Name]:
    """The names of people, organisations and places that this window is to tell."""
    best = told.told[:, TAGS:-PAIRED].argmax(1).tolist()
    at = window.first
    while at < window.last:
        end = at + 1
        if best[at]:
            kind = (best[at] - 1) // 2
            while end < window.last and best[end] == 2 * kind + 2:
                end += 1
            span = _span(window, (at, end))
            yield Name(span, span.of(text), KINDS[kind])
        at = end


def vectors(window: Window, told: Told) -> Iterator[Vector]:
    """A vector for each sentence that this window is to tell: the mean of its words', at full length 127."""
    for row in dict.fromkeys(window.rows[window.first : window.last]):
        mean = told.vectors[row]
        values = np.rint(mean * (127 / max(float(np.abs(mean).max()), 1e-9))).astype(np.int8)
        within = bisect_left(window.rows, row), bisect_right(window.rows, row)
        yield Vector(_span(window, within), values.tobytes())
