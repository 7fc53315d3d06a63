"""The envelope: from the lowest figure that any voice gives to the highest; it prefers none, so it has no best.

| step | what is done |
|---|---|
| 1 | every voice counts with the figure that it stands by now |
| 2 | low is the lowest of all lows |
| 3 | high is the highest number that any voice gives; open where no voice closes its figure |
| 4 | provisional with fewer than two voices |
"""

from __future__ import annotations

from collections.abc import Sequence

from tollbook.model import Ruling
from tollbook.reconcile.account import Account


def decide(accounts: Sequence[Account]) -> Ruling:
    """The range that holds every voice."""
    low = min(account.vote.low for account in accounts)
    high = highest(accounts)
    reasons = [reason for one in accounts for reason in one.because(_part_played(one, low, high))]
    return Ruling(low, None, high, len(accounts) < 2, tuple(reasons))


def highest(accounts: Sequence[Account]) -> int | None:
    """The highest number that any voice gives, "at least 12" giving 12; None where no voice closes its figure."""
    votes = [account.vote for account in accounts]
    if all(vote.high is None for vote in votes):
        return None
    return max(vote.top for vote in votes)


def _part_played(account: Account, low: int, high: int | None) -> str:
    vote = account.vote
    bounds = {"low": vote.low == low, "high": high is not None and high in (vote.low, vote.high)}
    sets = " and ".join(name for name, is_set in bounds.items() if is_set)
    return f"{account.says}: " + (f"sets {sets}" if sets else "within the range")
