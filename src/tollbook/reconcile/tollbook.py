"""The default best: one vote a voice, early counts brought up to date, the lower median of what is left.

| step | what is done |
|---|---|
| 1 | every voice has one vote, its latest figure, which weighs what stands behind it (`support.py`) |
| 2 | a running count (`RUNNING`, or the same speaker) that is older and lower gives way to the lowest newer one |
|   | above it with as much behind it, unless somebody still gives so low a figure on that day or later |
| 3 | low and high are the envelope; with five voices or more, the weighted 10% of the lows and 90% of the highs |
| 4 | best is the weighted lower median of the lows; where anybody counted all, there is no vote for "dozens" or |
|   | "up to 9", nor for a voice that tells of some and agrees with what another counted; a party to the incident |
|   | has none at all, so that it never sets best alone |
| 5 | no best where only parties count, or where one voice's range is wider than fourfold |
| 6 | provisional with fewer than two voices, without a best, or where every voice hedges |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from tollbook.model import Ruling
from tollbook.reconcile.account import Account, Figure
from tollbook.reconcile.envelope import highest
from tollbook.reconcile.record import COUNTING
from tollbook.terms import SourceKind

RUNNING = COUNTING | {SourceKind.MEDIA}
"""Voices that give the count as it stands on the day, as a report's own words do; a later one replaces it."""

TOLD_OF_ALL = 20
"""Of more people than this nobody tells one by one: who names three of the hurt is no vote against "53 were hurt".

One incident of gva is right with it and wrong without; with 10 one of `gva_cases` is lost.
Measure again: python -m evals --only gva --only gva_cases
"""

MANY = 5
"""Voices from which the outermost tenth on each side no longer sets the range (domain.md)."""


def decide(accounts: Sequence[Account]) -> Ruling:
    """The range and the best that the voices support."""
    voices = tuple(_up_to_date(one, accounts) for one in accounts)
    low, high = _range(voices)
    counting = [one for one in voices if _is_counting(one, voices)] or voices
    counting = [one for one in counting if not one.is_interested]
    best, why = _best(counting, low, high, len(voices))
    if best is not None:
        low, high = min(low, best), high if high is None else max(high, best)
    provisional = len(voices) < 2 or best is None or all(one.is_hedged for one in voices)
    has_vote = [best is None or one in counting for one in voices]
    reasons = [
        r for one, votes in zip(voices, has_vote, strict=True) for r in one.because(_part_played(one, why, votes))
    ]
    return Ruling(low, best, high, provisional, tuple(reasons))


def lower_quantile(values: Sequence[tuple[int, int]], share: tuple[int, int]) -> int:
    """The smallest of the (value, weight) pairs that at least this share of the weight does not exceed."""
    ranked = sorted(values)
    needed = sum(weight for _, weight in values) * share[0]
    reached = accumulate(weight * share[1] for _, weight in ranked)
    return next(value for (value, _), so_far in zip(ranked, reached, strict=True) if so_far >= needed)


def _is_counting(account: Account, accounts: Sequence[Account]) -> bool:
    """Whether it says how many there were: not vaguely, at most, or of some only whom its own report counts as well.

    A report that counts nobody and tells of one man has him for its count, though he is no count beside a full one.
    """
    if account.vote.is_vague or account.figure.is_ceiling or account.is_whole:
        return account.is_whole and not account.vote.is_vague and not account.figure.is_ceiling
    here = [one for one in accounts if one.is_whole and not set(one.documents).isdisjoint(account.documents)]
    return account.stands_behind is None or not any(one.figure.low >= account.figure.low for one in here)


def _counted(account: Account, accounts: Sequence[Account]) -> tuple[int, int]:
    """What it votes for, and with how much weight: its figure, or the people that it tells of where others count."""
    is_few = account.vote.low <= TOLD_OF_ALL
    is_told = not (account.is_whole or account.is_part) and is_few and any(one.is_whole for one in accounts)
    return (account.figure.low if is_told else account.vote.low), account.support


def _up_to_date(account: Account, accounts: Sequence[Account]) -> Account:
    """The account, behind the lowest of the newer counts that its own early one was superseded by."""
    newer = [one.vote for one in accounts if _supersedes(one, account)]
    newer = [vote for vote in newer if not any(_still_gives(one, account, vote) for one in accounts)]
    return replace(account, stands_behind=min(newer, key=lambda one: one.size)) if newer else account


def _still_gives(one: Account, old: Account, new: Figure) -> bool:
    """Whether the one counts no more than the old, as late as the new figure or later."""
    return one.is_whole and one.vote.low <= old.vote.low and (one.vote.date or "") >= (new.date or "")


def _supersedes(new: Account, old: Account) -> bool:
    if not new.is_whole or new.vote.date is None or old.vote.date is None or new.vote.date <= old.vote.date:
        return False
    is_one_series = _is_running(new) and _is_running(old)
    is_same = new.source is not None and old.source is not None and new.speaker.casefold() == old.speaker.casefold()
    return (
        (is_one_series or is_same)
        and new.vote.low > old.vote.low
        and not new.vote.is_vague
        and new.support >= old.support
    )


def _is_running(account: Account) -> bool:
    return account.source is None or account.source.kind in RUNNING


def _range(voices: Sequence[Account]) -> tuple[int, int | None]:
    """The envelope, or its inner four fifths with many voices; an open figure counts as its low where others close."""
    lows = [(one.vote.low, one.support) for one in voices]
    high = highest(voices)
    if len(voices) < MANY:
        return min(lows)[0], high
    low = lower_quantile(lows, (1, 10))
    if high is None:
        return low, None
    highs = [(-one.vote.top, one.support) for one in voices]
    return low, max(low, -lower_quantile(highs, (1, 10)))


def _best(counting: Sequence[Account], low: int, high: int | None, voices: int) -> tuple[int | None, str]:
    if not counting:
        return None, "no best, only parties to the incident count"
    if voices < 2 and high is not None and high + 1 > 4 * (low + 1):
        return None, "no best, one voice with so wide a range"
    best = lower_quantile([_counted(one, counting) for one in counting], (1, 2))
    return best, f"best {best} is the lower median"


def _part_played(account: Account, why: str, is_counting: bool) -> str:
    return f"{account.says}: " + (why if is_counting else "no vote, bounds the range only")
