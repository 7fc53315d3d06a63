"""What a rule is given: each independent voice about one harm and one row of people, with the figure it stands for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tollbook.model import Claim, Reason, Ruling, Source


@dataclass(frozen=True, slots=True)
class Figure:
    """How many, as bounds (`high` None is open), and the ids of the claims that add up to it.

    `date` is the ISO date on which the voice first gave it, or None. A vague figure ("dozens") is bounds from a
    lexicon, and nobody's count.
    """

    low: int
    high: int | None
    claims: tuple[str, ...]
    date: str | None = None
    is_vague: bool = False

    @property
    def is_ceiling(self) -> bool:
        """Whether it says how many at most and nothing of the least: "up to 27"."""
        return self.low == 0 and bool(self.high)

    @property
    def top(self) -> int:
        """The highest number said: 12 for "at least 12"."""
        return self.low if self.high is None else self.high

    @property
    def size(self) -> tuple[int, bool, int, tuple[str, ...]]:
        """To sort by: the larger figure is the greater, an open one greater than one that closes."""
        return self.low, self.high is None, self.high or 0, self.claims

    @property
    def words(self) -> str:
        """The bounds as a recorder would write them: 5, 5–7, 5 or more, 7 at most."""
        if self.high is None:
            return f"{self.low} or more"
        if self.is_ceiling:
            return f"{self.high} at most"
        return str(self.low) if self.low == self.high else f"{self.low}–{self.high}"


@dataclass(frozen=True, slots=True)
class Account:
    """One voice: all claims of one origin about one harm and one row of people, the oldest first.

    `figure` is what it says now, `earlier` what it said before, oldest first; `stands_behind` is another voice's figure
    that its own supports, or gave way to. `speaker` is its name for a reader, `source` the innermost of its chain, None
    where the report says it itself. `reasons` say what became of the claims that are not in `figure`.

    `is_whole` is False where it tells of some of the people only (a name, "a man", one side's soldiers where the row
    counts everybody) and `is_part` where all of these are such a group or part; `support` is what stands behind it in
    its reports; `is_interested` where a party to the incident speaks; `is_hedged` where all of the figure is "feared"
    or the like. `opening` are the ids of the claims that stand in a headline or in the first sentence of a report.
    """

    origin: str
    speaker: str
    figure: Figure
    claims: tuple[Claim, ...]
    documents: tuple[str, ...]
    earlier: tuple[Figure, ...] = ()
    source: Source | None = None
    is_whole: bool = True
    is_part: bool = False
    is_interested: bool = False
    is_hedged: bool = False
    reasons: tuple[Reason, ...] = ()
    stands_behind: Figure | None = None
    support: int = 1
    opening: frozenset[str] = frozenset()

    @property
    def vote(self) -> Figure:
        """The figure that a rule counts: the one that it stands behind, else its own."""
        return self.stands_behind or self.figure

    @property
    def says(self) -> str:
        """What it says, in words for a recorder."""
        own = f"{self.speaker} {'says' if self.is_whole else 'tells of'} {self.figure.words}"
        return own if self.stands_behind is None else f"{own} and stands behind {self.stands_behind.words}"

    def because(self, why: str, used: bool = True) -> tuple[Reason, ...]:
        """This reason for every claim that makes the figure."""
        why = f"{why} (hedged)" if used and self.is_hedged else why
        return tuple(Reason(claim, used, why) for claim in self.figure.claims)


Rule = Callable[[Sequence[Account]], Ruling]
"""A rule gets at least one account, in order of origin, and gives the range with a reason for each figure's claims."""


@dataclass(frozen=True, slots=True)
class NamedRule:
    """A rule as the table lists it; `summary` is one line for a reader who must choose.

    `takes_unsure` is True where people whose status nobody tells count as civilians, as long as no fighter is counted.
    """

    name: str
    version: str
    decide: Rule
    summary: str
    takes_unsure: bool = False

    @property
    def title(self) -> str:
        """How tolls name it: "envelope@1"."""
        return f"{self.name}@{self.version}"
