"""A phrase of a sentence that stands for people, with how many they are."""

from __future__ import annotations

from dataclasses import dataclass

from tollbook.model import Count, Group, Span
from tollbook.terms import Bound


@dataclass(frozen=True, slots=True)
class People:
    """Tokens [first, last) that stand for people; `form` says how: number, named, single, plural, definite, pronoun.

    `low`, `high`, `bound` and `count` (the quantity's characters) as a Count has them. `head` is one past the quantity.
    `is_bare` marks a number with no noun ("killing three"), `is_other` one that counts others ("two others").
    """

    first: int
    last: int
    form: str
    low: int
    high: int | None
    bound: Bound
    count: Span
    head: int
    is_bare: bool = False
    is_other: bool = False
    group: Group | None = None
    persons: tuple[str, ...] = ()

    @property
    def is_one(self) -> bool:
        """Whether it is one person and no more."""
        return self.low == self.high == 1

    def counted(self, text: str) -> Count:
        """The figure, with its words."""
        return Count(self.low, self.high, self.bound, self.count.of(text), self.count)
