"""Harm told in passing: what one report mentions below its news, and no other report of the incident knows of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tollbook import lexicon
from tollbook.link.tellings import Telling
from tollbook.model import Claim
from tollbook.terms import Bound, Harm

# In one breath two claims stand this near, in characters. On gva --cases 0 to 80 score alike; without an end two
# incidents of 874 are lost (injured exact .863, not .865).
BREATH = 40
# The harm that may be told in passing, and the other one that reports then open with.
BESIDE = ((Harm.KILLED, Harm.INJURED), (Harm.INJURED, Harm.KILLED))


def parted(group: Sequence[Telling]) -> list[list[Telling]]:
    """The tellings of one incident; what is told in passing apart from them, as incidents of their own.

    Two reports open with four people wounded. Deep in one stands that a man was shot dead near there, with no word to
    say that it was another matter: it was, for whoever knows that one of the four has died says so at the head. The
    hurt beside the dead likewise. On gva --cases killed exact is .910 without and .929 with, injured .843 and .865.
    Measure again: python -m evals --only gva_cases
    """
    news, aside = list(group), []
    for harm, other in BESIDE:
        passing = _passing(news, harm, other)
        if passing:
            claims = _of(passing, harm)
            aside.append([replace(passing, claims=claims, case=None, is_main=False, is_background=True, is_news=False)])
            news = [one for two in news if (one := two if two is not passing else _rest(two, harm))]
    return [news, *aside] if news else aside


def _passing(group: Sequence[Telling], harm: Harm, other: Harm) -> Telling | None:
    """The one telling of such harm, where that is below its head and another report opens with the other harm."""
    telling = [one for one in group if _of(one, harm)]
    if len(telling) != 1 or _is_headed(telling[0], harm) or not (_rest(telling[0], harm) or telling[0].case):
        return None
    if any(_goes_on(one) or _is_beside(one, telling[0]) for one in _of(telling[0], harm)):
        return None
    others = (one for one in group if one is not telling[0] and one.is_main)
    return telling[0] if any(_is_headed(one, other) for one in others) else None


def _goes_on(claim: Claim) -> bool:
    """Whether it goes on from people told of before: "two others were also hurt", "a second victim was hit"."""
    if claim.count is None or claim.count.bound is Bound.VAGUE:
        return False
    words = claim.quote.casefold().split()
    harmed = lexicon.words("harm", "injured.participle")
    is_also = any(one == "also" and other in harmed for one, other in pairwise(words))
    return is_also or "second" in claim.count.text.casefold().split()[:2]


def _is_beside(claim: Claim, telling: Telling) -> bool:
    """Whether one breath counts the hurt and tells of the dead: "killed a girl and injured three of her kin"."""
    is_counted = claim.count is not None and claim.count.low > 1 and claim.count.bound is Bound.EXACT
    words = f" {claim.quote.casefold()} "
    is_open = any(f" {one} " in words for one in lexicon.words("harm", "open.words"))
    if claim.harm is not Harm.INJURED or not is_counted or is_open:
        return False
    near = (one for one in _of(telling, Harm.KILLED) if one.field is claim.field)
    return any(max(one.span.start, claim.span.start) - min(one.span.end, claim.span.end) <= BREATH for one in near)


def _is_headed(telling: Telling, harm: Harm) -> bool:
    return not telling.lead.isdisjoint(one.id for one in _of(telling, harm))


def _rest(telling: Telling, harm: Harm) -> Telling | None:
    """The telling without the claims of such harm; None where it has no others."""
    gone = _of(telling, harm)
    left = tuple(one for one in telling.claims if one not in gone)
    return replace(telling, claims=left) if left else None


def _of(telling: Telling, harm: Harm) -> tuple[Claim, ...]:
    """The claims that count somebody so harmed."""
    return tuple(one for one in telling.claims if one.harm is harm and one.supplies and one.count and one.count.low)
