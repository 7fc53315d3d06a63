"""The arithmetic of one story: who was "shot" and then told to be dead is counted once, among the dead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tollbook import lexicon
from tollbook.model import Claim
from tollbook.terms import Harm


def told(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of one field without those that tell the dead's wounds again.

    "A man was shot on Elm Street. … He died at the hospital": the first sentence leaves open what became of him, the
    second says it. Where more were shot than died, the rest are hurt and the claim stays.
    """
    killed = _most(claim for claim in claims if claim.harm is Harm.KILLED)
    hurt = _most(claim for claim in claims if claim.harm is Harm.INJURED and not _is_open(claim))
    again = {claim.id for claim in claims if _is_open(claim) and _is_told(claim, killed, hurt)}
    return tuple(claim for claim in claims if claim.id not in again and claim.part_of not in again)


def _most(claims: Iterable[Claim]) -> int:
    """The largest figure that these claims supply."""
    return max((claim.count.low for claim in claims if claim.count and claim.supplies), default=0)


def _is_told(claim: Claim, killed: int, hurt: int) -> bool:
    """Whether the people "shot" are told of again: "three were shot", then one dead and two hurt."""
    many = claim.count.low if claim.count else 0
    return killed > 0 and hurt < many <= killed + hurt


def _is_open(claim: Claim) -> bool:
    """Whether the words leave open whether these people lived."""
    words = f" {claim.quote.lower()} "
    return claim.harm is Harm.INJURED and any(f" {one} " in words for one in lexicon.words("harm", "open.words"))
