"""Which rows an incident's tolls have: everybody, all civilians, then each side that claims speak of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tollbook.model import Claim, TollGroup
from tollbook.terms import Harm

Pair = tuple[str | None, bool | None]
"""(side, combatant), each None where the words do not tell."""


@dataclass(frozen=True, slots=True)
class Row:
    """One harm and the people that a toll counts; side and combatant None both: everybody.

    A row holds whoever it does not exclude: ("Orsk", None) is all of Orsk, (None, False) the civilians of all sides.
    """

    harm: Harm
    side: str | None = None
    combatant: bool | None = None

    @property
    def pair(self) -> Pair:
        """Whom it counts."""
        return self.side, self.combatant

    @property
    def group(self) -> TollGroup | None:
        """As a toll names it; None for everybody."""
        if self.pair == (None, None):
            return None
        status = {True: "combatants", False: "civilians", None: ""}[self.combatant]
        return TollGroup(f"{self.side or ''} {status}".strip(), self.side, self.combatant)

    def holds(self, pair: Pair) -> bool:
        """Whether all whom the pair counts are counted here."""
        return self.side in (None, pair[0]) and self.combatant in (None, pair[1])


def pair_of(claim: Claim) -> Pair:
    """Whom the claim counts, as far as its words tell; women, children and medics are people at large here."""
    return (claim.group.side, claim.group.combatant) if claim.group else (None, None)


def rows_of(claims: Iterable[Claim], harm: Harm) -> tuple[Row, ...]:
    """The rows for one harm, wholes before their parts: everybody, civilians, combatants of no side, sides by name."""
    pairs = {pair_of(claim) for claim in claims if claim.harm is harm}
    if not pairs:
        return ()
    if any(combatant is False for _, combatant in pairs):
        pairs.add((None, False))
    return tuple(Row(harm, *pair) for pair in sorted(pairs | {(None, None)}, key=_order))


def disjoint(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Those of the pairs that can be added, the first first: nobody is in two of them.

    No civilian is a combatant, and no villager of Orsk one of Vell. Of two sides that fight, one may be in the other:
    "Orsk volunteers" among "government forces", so their figures are added only where one breath tells of both.
    """
    chosen: list[Pair] = []
    for pair in pairs:
        if all(_differ(pair, other) for other in chosen):
            chosen.append(pair)
    return tuple(chosen)


def _differ(one: Pair, other: Pair) -> bool:
    (side, combatant), (other_side, other_combatant) = one, other
    if combatant is None or other_combatant is None:
        return False
    are_apart = side is not None and other_side is not None and side != other_side and not combatant
    return combatant != other_combatant or are_apart


def _order(pair: Pair) -> tuple[int, str, int]:
    side, combatant = pair
    status: Sequence[bool | None] = (None, False, True)
    return (0 if side is None else 1, side or "", status.index(combatant))
