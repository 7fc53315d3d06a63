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
    claims = _without_victims(claims)
    killed = _most(claim for claim in claims if claim.harm is Harm.KILLED)
    hurt = _most(claim for claim in claims if claim.harm is Harm.INJURED and not _is_open(claim))
    again = {claim.id for claim in claims if _is_open(claim) and _is_told(claim, killed, hurt)}
    return tuple(claim for claim in claims if claim.id not in again and claim.part_of not in again)


def _without_victims(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims without "the victims were identified as Ana Prell and Tom Marl", but where all victims are dead."""
    victims = {claim.id for claim in claims if claim.harm is Harm.KILLED and _is_of_victims(claim)}
    others = [claim for claim in claims if claim.id not in victims and claim.count and claim.count.low]
    killed = _most(claim for claim in others if claim.harm is Harm.KILLED)
    hurt = [claim for claim in others if claim.harm is Harm.INJURED and not _is_open(claim)]
    is_clear = not hurt and 0 < killed >= _most(claim for claim in others if claim.harm is Harm.INJURED)
    return tuple(claims) if is_clear else tuple(claim for claim in claims if claim.id not in victims)


def _is_of_victims(claim: Claim) -> bool:
    words = " ".join(claim.quote.lower().split())
    return any(one in words for one in lexicon.words("harm", "killed.victims"))


def _most(claims: Iterable[Claim]) -> int:
    """The largest figure that these claims supply."""
    return max((claim.count.low for claim in claims if claim.count and claim.supplies), default=0)


def _is_told(claim: Claim, killed: int, hurt: int) -> bool:
    """Whether the people "shot" are told of again: "three were shot", then one dead and two hurt."""
    many = claim.count.low if claim.count else 0
    return killed > 0 and hurt < many <= killed + hurt


def _is_open(claim: Claim) -> bool:
    """Whether the words leave open whether these people lived; "five were shot, one fatally" says who did not."""
    words = f" {claim.quote.lower()} "
    is_open = any(f" {one} " in words for one in lexicon.words("harm", "open.words"))
    is_split = any(f" {one} " in words for one in lexicon.words("persons", "others.words"))
    return claim.harm is Harm.INJURED and is_open and not is_split
