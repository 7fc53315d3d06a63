"""The range that a recorder of air strikes keeps: from the lowest to the highest credible count of civilians.

| step | what is done |
|---|---|
| 1 | every voice counts with its latest figure; a vague word is read by the lexicon `assessed` (`dozens` 12 to 24) |
| 2 | a report that opens with a count in its own words has weighed those it quotes: "11 were killed" and "between 12 |
|   | and 15" stand as they are, "at least 12" is the least and "up to 15" the most |
| 3 | an end that no such report closes is the lowest or the highest count of the other voices that count all |
| 4 | without such a report low is no lower than the number of people told by name |
| 5 | no best; provisional with fewer than two voices |

In the row of civilians, people whose status nobody tells are counted too, unless fighters are counted beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tollbook import lexicon
from tollbook.model import Claim, Ruling
from tollbook.reconcile.account import Account, Figure
from tollbook.reconcile.said import ONE, distinct_names
from tollbook.terms import Bound, Field, Measure

LEXICON = "assessed"
# In so many characters a report says what it found; what it quotes and tells one by one comes behind. In the leads of
# 592 assessments the longest stretch before the count is 330 characters. Measure again: python -m evals --only airwars
OPENING = 400


def decide(accounts: Sequence[Account]) -> Ruling:
    """The range of the credible counts."""
    counted = [_read(one) for one in accounts]
    is_alone = len({document for one in accounts for document in one.documents}) == 1
    openings = [claim for one in accounts if (claim := _opening(one, is_alone))]
    whole = [figure for one, figure in zip(accounts, counted, strict=True) if one.is_whole] or counted
    exact = [figure for figure in whole if not figure.is_vague] or whole
    low, high = _opened(openings)
    if low is None:
        low = _least(
            exact, len(distinct_names(name for one in accounts for claim in one.claims for name in claim.persons))
        )
    if high is None:
        high = max(low, *(_top(figure) for figure in exact))
    low = min(low, high)
    reasons = [
        reason
        for one, figure in zip(accounts, counted, strict=True)
        for reason in one.because(_part_played(one, figure, low, high))
    ]
    return Ruling(low, None, high, len(accounts) < 2, tuple(reasons))


def _opening(account: Account, is_alone: bool) -> Claim | None:
    """The count that a report opens with in its own words; None where it opens otherwise.

    "A man was killed" is a count where there is no other report, and no figure of its own behind it.
    """
    if account.source is not None:
        return None
    first = sorted(account.claims, key=lambda one: (one.field is not Field.TITLE, one.span.start))
    counts = [one for one in first if one.count and one.measure is Measure.TOTAL]
    counts = [one for one in counts if not (one.persons or _is_single(one))] or (
        counts if is_alone and not account.is_whole else []
    )
    return next((one for one in counts if one.field is Field.TITLE or one.span.start < OPENING), None)


def _opened(openings: Sequence[Claim]) -> tuple[int | None, int | None]:
    """Low and high as far as the reports that open with a count close them."""
    figures = [(one.count.bound, *_bounds(one)) for one in openings if one.count]
    lows = [low for bound, low, _ in figures if bound is not Bound.AT_MOST]
    highs = [high for bound, _, high in figures if bound is not Bound.AT_LEAST]
    return (min(lows) if lows else None), (max(highs) if len(highs) == len(figures) and highs else None)


def _is_single(claim: Claim) -> bool:
    return (
        claim.count is not None and (claim.count.low, claim.count.high) == (1, 1) and not ONE.search(claim.count.text)
    )


def _bounds(claim: Claim) -> tuple[int, int]:
    count = claim.count
    if count is None:
        return 0, 0
    low, high = (count.low, count.high) if count.bound is not Bound.VAGUE else _assessed(claim)
    return low, low if high is None else high


def _least(figures: Sequence[Figure], named: int) -> int:
    """The lowest count, and no lower than the number of people named, as far as anybody counts so many."""
    low = min([one.low for one in figures if not one.is_ceiling] or [min(one.high or 0 for one in figures)])
    return max(low, min(named, max(_top(one) for one in figures)))


def _read(account: Account) -> Figure:
    """The voice's figure, a vague word as recorders read it."""
    figure = account.vote
    if not figure.is_vague:
        return figure
    claim = next((one for one in account.claims if one.id in figure.claims and one.count), None)
    low, high = _assessed(claim) if claim else (figure.low, figure.high)
    return replace(figure, low=low, high=high)


def _assessed(claim: Claim) -> tuple[int, int]:
    words = claim.count.text.casefold().split() if claim.count else []
    table = lexicon.table("vague")[LEXICON]
    bounds = next((table[word] for word in words if word in table), table["plural"])
    return bounds[0], bounds[-1]


def _top(figure: Figure) -> int:
    return figure.low if figure.high is None else figure.high


def _part_played(account: Account, figure: Figure, low: int, high: int) -> str:
    played = [name for name, at in (("low", figure.low == low), ("high", _top(figure) == high)) if at]
    return f"{account.says}: " + (f"sets {' and '.join(played)}" if played else f"within {low} to {high}")
