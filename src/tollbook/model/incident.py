"""What happened and what it adds up to: copies, incidents and their tolls."""

from __future__ import annotations

from dataclasses import dataclass

from tollbook.model.annotation import Interval, Place
from tollbook.model.claim import Actor
from tollbook.model.words import Passage
from tollbook.terms import CopyKind, Harm


@dataclass(frozen=True, slots=True)
class Copy:
    """One repeat: `copy` most directly repeats `original`; `overlap` is the share of its words found there, 0 to 1.

    `evidence` says in a few words why the direction is what it is; `directed` is False where nothing tells.
    """

    copy: Passage
    original: Passage
    kind: CopyKind
    overlap: float
    directed: bool
    evidence: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a rule used a claim, or dropped it, in words that a recorder can quote."""

    claim: str
    used: bool
    why: str


@dataclass(frozen=True, slots=True)
class TollGroup:
    """Whom a toll counts where it is not everybody."""

    text: str
    side: str | None
    combatant: bool | None


@dataclass(frozen=True, slots=True)
class Ruling:
    """A rule's answer: the range that it finds, and what became of each claim. None is unknown or open, never 0."""

    low: int | None
    best: int | None
    high: int | None
    provisional: bool
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Toll:
    """Reconciled for an incident: one harm, one group, one named rule; a range of reports, no confidence interval.

    `origins` and `documents` count what supplies figures; `other_rules` holds every other rule's (low, best, high).
    `leave_one_out` is, for each origin, the range without it: (origin, low, best, high).
    """

    harm: Harm
    group: TollGroup | None
    low: int | None
    best: int | None
    high: int | None
    contested: bool
    provisional: bool
    grade: str | None
    origins: int
    documents: int
    rule: str
    evidence: tuple[str, ...]
    against: tuple[str, ...]
    other_rules: tuple[tuple[str, int | None, int | None, int | None], ...] = ()
    reasons: tuple[Reason, ...] = ()
    leave_one_out: tuple[tuple[str, int | None, int | None, int | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Incident:
    """What happened: the claims about it, the documents that hold them, and what they add up to.

    `about` are the documents that are mainly about it. `tolls` is empty until it is reconciled.
    """

    id: str
    title: str
    kind: str
    when: Interval | None
    where: Place | None
    actors: tuple[Actor, ...]
    documents: tuple[str, ...]
    claims: tuple[str, ...]
    about: tuple[str, ...] = ()
    tolls: tuple[Toll, ...] = ()
