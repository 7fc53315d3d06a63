"""What a rank says of the dead: "a fourth victim has died" beside three makes four; "Third man dies" makes three.

Of the hurt it says nothing, for the first of those shot may be dead.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tollbook import lexicon
from tollbook.model import Claim
from tollbook.reconcile.account import Figure
from tollbook.reconcile.said import Said
from tollbook.reconcile.support import Candidate, Place
from tollbook.terms import Harm


def ranked(candidates: Sequence[Candidate], claims: Iterable[Said]) -> list[Candidate]:
    """The candidates, those one larger whose people a rank goes on from; and how many a death with a rank makes."""
    found = list(candidates)
    for one in claims:
        rank = _rank(one.claim) if one.claim.harm is Harm.KILLED else 0
        if rank > 1:
            found = [_raised(other, one, rank) for other in found]
            places = [place for place in one.places if place is not Place.BELOW and dead_by_rank(one.claim)]
            found += [_all(one, rank, place) for place in places]
    return found


def dead_by_rank(claim: Claim) -> int:
    """How many are dead by what a claim says of one: 3 for "Third man dies"; 0 where it says nothing of the others.

    "A third man was killed this week" may be another matter, and of those who were shot "the fourth victim" may be the
    only one dead.
    """
    words = claim.quote.casefold().split()
    is_death = words[0] != "the" and not lexicon.words("persons", "dying.words").isdisjoint(words)
    return _rank(claim) if is_death and claim.harm is Harm.KILLED else 0


def _rank(claim: Claim) -> int:
    """The rank of the single person whom a claim tells of; 0 where it has none."""
    words = claim.count.text.casefold().split()[:2] if claim.count and claim.count.is_one else []
    ranks = (lexicon.rank_of(word) for word in words)
    return next((rank for rank in ranks if rank), 0)


def _raised(candidate: Candidate, one: Said, rank: int) -> Candidate:
    """ "Three were killed. … A fourth victim died at the hospital": four."""
    figure = candidate.figure
    is_before = candidate.made == "counted" and (figure.low, figure.high) == (rank - 1, rank - 1)
    if not is_before or one.id in figure.claims:
        return candidate
    return replace(
        candidate, figure=replace(figure, low=rank, high=rank, claims=tuple(sorted({*figure.claims, one.id})))
    )


def _all(one: Said, rank: int, place: Place) -> Candidate:
    return Candidate(Figure(rank, rank, (one.id,), one.date), "counted", place, True, one.is_first_hand)
