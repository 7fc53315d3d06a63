"""Tellings gathered into incidents, best pair first, so that no chain joins two incidents through one report."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tollbook.link.resemblance import Pair
from tollbook.link.tellings import Telling

# Positions of tellings. A pair without a score counts as 0: groups are joined on the average of all their pairs.
Group = list[int]


def join(tellings: Sequence[Telling], scores: Mapping[Pair, float], same: float) -> list[Group]:
    """Groups of positions in `tellings`, each one incident, sorted; no group holds two tellings of one document.

    Main tellings of one case are together from the start, and two cases never join. First the main tellings are
    joined on the average of their scores; then each brief one goes to the group that it fits best, so that background
    and round-ups never join what the news keeps apart; then those left join each other.
    """
    mains = [at for at, one in enumerate(tellings) if one.is_main]
    groups = _merged(_by_case(tellings, mains), tellings, scores, same)
    homes, near = _Homes(groups, tellings), _near(scores)
    left = []
    for brief in (at for at, one in enumerate(tellings) if not one.is_main):
        home = _home(brief, near, homes, same)
        if home is None:
            left.append([brief])
        else:
            homes.take(brief, home)
    return sorted(sorted(group) for group in [*groups, *_merged(left, tellings, scores, same)])


class _Homes:
    """The groups of main tellings, while brief ones find their place in them."""

    def __init__(self, groups: Sequence[Group], tellings: Sequence[Telling]) -> None:
        self.groups, self.tellings = groups, tellings
        self.group_of = {one: at for at, group in enumerate(groups) for one in group}
        self.sizes = [len(group) for group in groups]
        self.documents = [{tellings[one].document.id for one in group} for group in groups]

    def take(self, brief: int, home: int) -> None:
        """Puts the brief telling into a group; that it is there draws no other."""
        self.groups[home].append(brief)
        self.documents[home].add(self.tellings[brief].document.id)


def _near(scores: Mapping[Pair, float]) -> Mapping[int, Mapping[int, float]]:
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), score in scores.items():
        near[one][other] = near[other][one] = score
    return near


def _by_case(tellings: Sequence[Telling], mains: Iterable[int]) -> list[Group]:
    cases: dict[tuple[str, str], Group] = defaultdict(list)
    for at in mains:
        case = tellings[at].case
        cases[("telling", tellings[at].id) if case is None else ("case", case)].append(at)
    return [cases[key] for key in sorted(cases)]


def _home(brief: int, near: Mapping[int, Mapping[int, float]], homes: _Homes, same: float) -> int | None:
    """The group of main tellings that the brief one resembles most on the average, if it does enough."""
    totals: dict[int, float] = defaultdict(float)
    for other, score in sorted(near.get(brief, {}).items()):
        if other in homes.group_of:
            totals[homes.group_of[other]] += score
    best: tuple[float, int] | None = None
    for at in sorted(totals):
        score = totals[at] / homes.sizes[at]
        is_own = homes.tellings[brief].document.id in homes.documents[at]
        if score >= same and not is_own and (best is None or score > best[0]):
            best = score, at
    return None if best is None else best[1]


class _Merging:
    """The groups that are left, and the average score between those that have any."""

    def __init__(self, groups: Sequence[Group], tellings: Sequence[Telling], scores: Mapping[Pair, float]) -> None:
        self.members = dict(enumerate(groups))
        self.following = len(groups)
        self.documents = {at: {tellings[one].document.id for one in group} for at, group in self.members.items()}
        self.case = {at: tellings[group[0]].case for at, group in self.members.items()}
        self.near: dict[int, dict[int, float]] = {at: {} for at in self.members}
        group_of = {one: at for at, group in self.members.items() for one in group}
        for (one, other), score in sorted(scores.items()):
            first, second = group_of.get(one), group_of.get(other)
            if first is not None and second is not None and first != second:
                share = score / (len(self.members[first]) * len(self.members[second]))
                for left, right in ((first, second), (second, first)):
                    self.near[left][right] = self.near[left].get(right, 0.0) + share

    def may_join(self, one: int, other: int) -> bool:
        cases = self.case[one], self.case[other]
        return self.documents[one].isdisjoint(self.documents[other]) and None in cases

    def join(self, one: int, other: int) -> int:
        """Puts the two into a new group and gives its number."""
        new, self.following = self.following, self.following + 1
        sizes = len(self.members[one]), len(self.members[other])
        near = self.near.pop(one), self.near.pop(other)
        self.members[new] = self.members.pop(one) + self.members.pop(other)
        self.documents[new] = self.documents[one] | self.documents[other]
        self.case[new] = self.case[one] or self.case[other]
        self.near[new] = {}
        for third in sorted((near[0].keys() | near[1].keys()) - {one, other}):
            score = (near[0].get(third, 0.0) * sizes[0] + near[1].get(third, 0.0) * sizes[1]) / sum(sizes)
            self.near[new][third] = self.near[third][new] = score
            self.near[third].pop(one, None)
            self.near[third].pop(other, None)
        return new


def _merged(
    groups: Sequence[Group], tellings: Sequence[Telling], scores: Mapping[Pair, float], same: float
) -> list[Group]:
    """The groups, joined on the average for as long as two of them reach `same`; equals by position."""
    merging = _Merging(groups, tellings, scores)
    heap = [(-score, one, other) for one, near in merging.near.items() for other, score in near.items() if one < other]
    heap = [entry for entry in heap if -entry[0] >= same]
    heapq.heapify(heap)
    while heap:
        _, one, other = heapq.heappop(heap)
        if one in merging.members and other in merging.members and merging.may_join(one, other):
            new = merging.join(one, other)
            for third, score in merging.near[new].items():
                if score >= same:
                    heapq.heappush(heap, (-score, third, new))
    return list(merging.members.values())
