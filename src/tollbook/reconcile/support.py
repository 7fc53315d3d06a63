"""How much of a report stands behind each figure that it gives: where it is told, whether it counts, who says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from tollbook.reconcile.account import Figure


class Place(IntEnum):
    """Where in a report a statement stands, what is read first the least."""

    HEADLINE = 0
    OPENING = 1
    BELOW = 2


SUPPORT: Mapping[str, Mapping[Place, int]] = {
    "counted": {Place.HEADLINE: 50, Place.OPENING: 75, Place.BELOW: 15},
    "told": {Place.HEADLINE: 24, Place.OPENING: 24, Place.BELOW: 3},
    "told together": {Place.HEADLINE: 16, Place.OPENING: 16, Place.BELOW: 6},
    "all told": {Place.HEADLINE: 30, Place.OPENING: 28, Place.BELOW: 6},
    "vague": {Place.HEADLINE: 8, Place.OPENING: 3, Place.BELOW: 2},
}
"""What a statement of a figure is worth, by how it is made and where it stands; each kind counts once a report.

A report gives the count in its headline and in its opening; below it tells of some, of background and of other days.
`counted` is "three people" or "two soldiers and three villagers"; `told` is "a man" or a name, `told together` are
those of one breath, `all told` all whom the report tells of one by one, each once; `vague` is "dozens".
Found by changing each by three fifths on gva with its cases, where killed and injured exact are as written in
evals/floors.toml; no single change moves either by more than .006. Two people told of one by one outweigh either of
them. Measure a change of any: python -m evals --only gva_cases
"""

AT_FIRST_HAND = 5
"""More for a figure that somebody counts who was there: the police, medics, witnesses."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure that a voice gives, how it makes it (a row of `SUPPORT`) and where.

    `is_whole`: it counts all, where others tell of some.
    """

    figure: Figure
    made: str
    place: Place
    is_whole: bool
    is_first_hand: bool = False


def support(candidates: Iterable[Candidate]) -> Mapping[int, int]:
    """For each low what stands behind it."""
    kinds: dict[int, set[tuple[str, Place]]] = defaultdict(set)
    seen: set[int] = set()
    for one in candidates:
        kinds[one.figure.low].add((one.made, one.place))
        seen |= {one.figure.low} if one.is_first_hand and one.made == "counted" else set()
    return {
        low: sum(SUPPORT[made][place] for made, place in of_low) + AT_FIRST_HAND * (low in seen)
        for low, of_low in kinds.items()
    }


def best_supported(candidates: Sequence[Candidate]) -> tuple[Candidate, int]:
    """The candidate with the most behind its low, and how much that is; of equals the larger.

    "Dozens" stands where it lies wholly above the count and is told as early. "Up to 27" beside "19" is 19 to 27, for
    a ceiling says nothing of the least; it is left to the caller, and here stands only where nothing else does.
    """
    behind = support(candidates)
    counts = [one for one in candidates if not one.figure.is_ceiling] or list(candidates)
    firm = [one for one in counts if not one.figure.is_vague] or counts
    best = max(firm, key=lambda one: (behind[one.figure.low], one.is_whole, _size(one.figure)))
    above = [one for one in counts if one.figure.is_vague and _is_above(one, best)]
    best = max(above, key=lambda one: _size(one.figure), default=best)
    return best, behind[best.figure.low]


def _is_above(vague: Candidate, count: Candidate) -> bool:
    return vague.is_whole and vague.figure.low > count.figure.top and vague.place <= count.place


def _size(figure: Figure) -> tuple[int, bool, int, tuple[str, ...]]:
    """To sort by: the larger figure is the greater, of two with one low that which closes sooner."""
    return figure.low, figure.high is not None, -(figure.high or 0), figure.claims
