"""Figures in words: unknown is "?", open is "+", and where no claim was made there is a dash, never a nought."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

NO_CLAIM = "–"
UNKNOWN = "?"
LEGEND = "low/best/high; one figure: all three agree; ? not known; + open; – no claim, which is not 0"


def bounds(low: int | None, high: int | None) -> str:
    """A range as a recorder writes it: 4, 4–8, 101+; "?" where nothing is known."""
    if low is None:
        return UNKNOWN if high is None else f"?–{high}"
    if high is None:
        return f"{low}+"
    return str(low) if low == high else f"{low}–{high}"


def figure(number: int | None) -> str:
    """One figure, or "?" where it is not known."""
    return UNKNOWN if number is None else str(number)


def toll(row: Mapping[str, Any] | None) -> str:
    """A toll in a narrow column: 4, 2/4/8, 12/?/+; "–" where no claim speaks of that harm."""
    if row is None:
        return NO_CLAIM
    low, best, high = row["low"], row["best"], row["high"]
    if low == best == high:
        return figure(low)
    return f"{figure(low)}/{figure(best)}/{_high(low, high)}"


def everybody(tolls: Iterable[Mapping[str, Any]], harm: str) -> Mapping[str, Any] | None:
    """The toll of one harm that counts everybody, or None where no claim speaks of it."""
    return next((one for one in tolls if one["harm"] == harm and one["group"] is None), None)


def _high(low: int | None, high: int | None) -> str:
    if high is not None:
        return str(high)
    return UNKNOWN if low is None else "+"
