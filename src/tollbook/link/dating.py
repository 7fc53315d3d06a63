"""Which of a report's many dates is that of the incident: each time expression votes, by the words around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from tollbook.lexicon import happenings, table
from tollbook.model import Annotations, Interval, Span
from tollbook.terms import Field

# The share of a vote that is left in sentence n is 1 / (1 + DECAY * n). Measured on gva, incidents given, share
# of dates exact: .884 with these four, .572 with the first publication date; a prototype that halved or doubled each
# of them stayed within .006.
# Measure again: `make evals`, gva_cases, date_exact.
DECAY = 0.2
HAPPENED = 2.0
AFTERWARDS = 0.6
SPOKEN = 0.3
# "December 2017" dates no incident: longer intervals have no vote.
LONGEST_DAYS = 10
# An interval of days votes less than a day, so that "over the weekend" yields to "Saturday".
VAGUE = 0.5

Days = tuple[str, str]
Votes = Mapping[Days, float]


def votes(annotations: Annotations, sentences: Sequence[Span]) -> Votes:
    """For each interval of days that these sentences name, how strongly it is told as the incident's; sums to 1."""
    found: dict[Days, float] = defaultdict(float)
    times = [one for one in annotations.times if one.span is not None and length(one) <= LONGEST_DAYS]
    starts = [_span(one).start for one in times]
    for sentence in sorted(sentences):
        for time in times[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]:
            rank = bisect_left(annotations.sentences, sentence)
            found[time.start, time.end] += _vote(annotations, sentence, time, rank)
    return shares(found)


def shares(found: Mapping[Days, float]) -> Votes:
    """The votes as shares of 1, or none."""
    total = sum(found[days] for days in sorted(found))
    return {days: found[days] / total for days in sorted(found)} if total else {}


def best(found: Votes) -> Interval | None:
    """The interval with most votes, the earliest of equals: what comes after is told of as well.

    A longer interval ("over the weekend") lends its votes to those that are told inside it ("Saturday").
    """
    if not found:
        return None
    lent = {days: sum(found[other] for other in sorted(found) if _holds(other, days)) for days in found}
    start, end = min(found, key=lambda days: (-round(lent[days], 6), _days(days), days))
    return Interval(start, end)


def _holds(longer: Days, days: Days) -> bool:
    return longer[0] <= days[0] and days[1] <= longer[1]


def _days(days: Days) -> int:
    return (date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days


def length(time: Interval) -> int:
    """The days in the interval, 1 for a day."""
    return (date.fromisoformat(time.end) - date.fromisoformat(time.start)).days + 1


def _span(time: Interval) -> Span:
    return time.span or Span(0, 1)


def _vote(annotations: Annotations, sentence: Span, time: Interval, rank: int) -> float:
    text, span = annotations.text, _span(time)
    words, before = sentence.of(text).lower(), text[max(sentence.start, span.start - 60) : span.start].lower()
    vote = 1 / (1 + DECAY * rank) if annotations.field is Field.TEXT else 1.0
    vote *= HAPPENED if _pattern("happened").search(words) else 1
    vote *= AFTERWARDS if _pattern("afterwards").search(words) else 1
    vote *= SPOKEN if _behind("spoken").search(before) else 1
    return vote * (VAGUE if time.start != time.end else 1)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """The words that mean it, in small letters: a search that must heed no capitals takes a fifth of the time."""
    words = [*table("incidents")["dates"][name], *(happenings() if name == "happened" else ())]
    return re.compile(rf"\b(?:{'|'.join(re.escape(word.lower()) for word in words)})\b")


@cache
def _behind(name: str) -> re.Pattern[str]:
    return re.compile(_pattern(name).pattern + r"[^.]{0,30}$")
