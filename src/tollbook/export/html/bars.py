"""Ranges of figures as places on one axis, in per cent of its width, and in words."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

_WIDTH = 94.0  # per cent; what is left to the right holds the arrow of an open end
_STEEP = 50  # a bar is drawn about 400 px wide: a figure 50 times smaller than the top is as narrow as its own dot
_TICKS = 5  # as many labels as fit side by side on a phone of 360 px


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale from 0 to `top` people. Where the figures differ too much to be told apart it is logarithmic."""

    top: int
    is_logarithmic: bool

    @staticmethod
    def over(figures: Iterable[int]) -> Axis:
        """The axis that shows all of these figures."""
        some = [figure for figure in figures if figure > 0]
        top = max(some, default=1)
        return Axis(top, top > _STEEP * min(some, default=1))

    def at(self, figure: int) -> float:
        """How far to the right the figure stands, in per cent of the width."""
        share = math.log1p(figure) / math.log1p(self.top) if self.is_logarithmic else figure / self.top
        return round(_WIDTH * share, 2)

    @property
    def ticks(self) -> tuple[tuple[int, float], ...]:
        """The figures to label, with their places; 0 is always among them."""
        steps = self._powers() if self.is_logarithmic else self._steps()
        return tuple((step, self.at(step)) for step in steps)

    def _powers(self) -> list[int]:
        powers = [10**power for power in range(len(str(self.top)))]
        thinned = powers[:: math.ceil(len(powers) / _TICKS)]
        return [0, *thinned]

    def _steps(self) -> list[int]:
        magnitude = 10 ** max(0, len(str(self.top)) - 2)
        sizes = [step * power for power in (magnitude, 10 * magnitude) for step in (1, 2, 5)]
        step = next(size for size in [*sizes, 100 * magnitude] if self.top / size <= _TICKS)
        return list(range(0, self.top + 1, step))


@dataclass(frozen=True, slots=True)
class Bar:
    """A range as drawn: its two ends, its best figure (None where there is none), and whether it is open above."""

    left: float
    right: float
    best: float | None
    is_open: bool

    @property
    def is_point(self) -> bool:
        """Whether it is one figure and no range."""
        return self.left == self.right and not self.is_open


def bar(axis: Axis, low: int | None, best: int | None, high: int | None) -> Bar | None:
    """The range on the axis; None where no figure is known, for an unknown figure has no place."""
    known = [axis.at(figure) for figure in (low, best, high) if figure is not None]
    if not known:
        return None
    return Bar(min(known), max(known), None if best is None else axis.at(best), high is None)


def in_words(low: int | None, high: int | None) -> str:
    """A range as a reader says it: "4 to 12", "12 or more", "up to 9", "5"; "unknown" where neither end is known."""
    if low is None and high is None:
        return "unknown"
    if high is None:
        return f"{low:,} or more"
    if low is None:
        return f"up to {high:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"
