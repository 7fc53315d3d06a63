"""Which of a report's tellings is the case's: the one that the case's other reports tell too."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from tollbook.lexicon import words
from tollbook.link import dating
from tollbook.link.tellings import Telling

# Another telling than the report's first is the case's where it shares this much more of what is rare with the other
# reports.
MORE = 1.25
# What was so many days before the day that the report's first tells of is what they remember. On gva --cases killed
# exact is .928 without, .929 with; with three or more dead .814 and .825.
# Measure again: python -m evals --only gva_cases
LONG_BEFORE = 31


def chosen(told: Sequence[Telling]) -> list[Telling]:
    """The tellings, of each document with a case that one as its main which its case's other documents tell too.

    A round-up tells of eight shootings, and the case is about the third: names, streets and ages say which.
    """
    rarity = _rarity(told)
    of_case: dict[str, dict[str, list[Telling]]] = defaultdict(lambda: defaultdict(list))
    for one in told:
        if one.case is not None:
            of_case[one.case][one.document.id].append(one)
    mains = {main.id: main for documents in of_case.values() for main in _mains(documents, rarity)}
    return [one if one.case is None else mains.get(one.id, replace(one, is_main=False)) for one in told]


def _mains(documents: Mapping[str, Sequence[Telling]], rarity: Mapping[str, float]) -> Iterable[Telling]:
    """The main telling of each document, with the days that the document votes for as a whole."""
    for name, some in documents.items():
        others = [one for other, told in documents.items() if other != name for one in told]
        known = frozenset(word for one in others if not one.is_background for word in one.own)
        first = next(one for one in some if one.is_main)
        best = max(some, key=lambda one: (_shared(one, known, rarity), one.is_main, one.id))
        is_better = _shared(best, known, rarity) > MORE * _shared(first, known, rarity)
        main = best if is_better and not best.is_background and not _is_long_before(best, first) else first
        yield replace(main, is_main=True, days=first.days)


def _is_long_before(one: Telling, first: Telling) -> bool:
    """Whether it is of a day more than a month before that which the report's first tells of: what both remember."""
    days, since = dating.best(one.days), dating.best(first.days)
    if days is None or since is None:
        return False
    return date.fromisoformat(since.start) - date.fromisoformat(days.end) > timedelta(days=LONG_BEFORE)


def _shared(one: Telling, known: frozenset[str], rarity: Mapping[str, float]) -> float:
    """How much of what is rare in the telling the other reports have, for its length."""
    total = sum(rarity.get(word, 0.0) for word in sorted(one.own))
    return sum(rarity.get(word, 0.0) for word in sorted(one.own & known)) / math.sqrt(total) if total else 0.0


def _rarity(told: Sequence[Telling]) -> Mapping[str, float]:
    documents: dict[str, set[str]] = defaultdict(set)
    for one in told:
        for word in one.own:
            documents[word].add(one.document.id)
    many = 1 + len({one.document.id for one in told})
    common = words("incidents", "words.common")
    return {word: math.log(many / len(ids)) for word, ids in documents.items() if word not in common}
