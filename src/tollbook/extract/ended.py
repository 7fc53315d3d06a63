"""Whoever was shot in what the report calls a murder-suicide: they died, though their sentence leaves it open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tollbook import lexicon
from tollbook.model import Claim, Span
from tollbook.terms import Harm, Measure

# "an attempted | murder-suicide": the word stands within so many before.
NEAR = 3


def ended(claims: Sequence[Claim], text: str) -> list[Claim]:
    """The claims, with whoever "shot his wife and then himself" and she among the dead where it was a murder-suicide.

    Not where it was only attempted, nor where somebody is told to be hurt in any other way: she may have lived.
    """
    hurt = [one for one in claims if one.harm is Harm.INJURED]
    is_by_self = any(is_own(one) for one in claims if one.harm in (Harm.INJURED, Harm.KILLED))
    if not hurt or not is_by_self or not _is_named_so(text) or not all(_is_open_act(one) for one in hurt):
        return list(claims)
    first = min(one.span for one in hurt)
    return [replace(one, harm=Harm.KILLED) if one.harm is Harm.INJURED else _besides(one, first) for one in claims]


def _besides(one: Claim, first: Span) -> Claim:
    """ "shot his wife | then turned the gun on himself": he comes to her."""
    is_more = one.harm is Harm.KILLED and one.measure is Measure.TOTAL and is_own(one) and one.span > first
    return replace(one, measure=Measure.NEW) if is_more else one


def is_own(claim: Claim) -> bool:
    """ "killed himself", "shot her husband and then herself"."""
    words = claim.count.text.lower().split() if claim.count else []
    return bool(words) and words[-1] in lexicon.words("persons", "self.words")


def _is_open_act(claim: Claim) -> bool:
    """ "shot his wife", "then himself", "found them with gunshot wounds", and not "is in critical condition"."""
    words = claim.quote.lower().split()
    is_act = words[0] in lexicon.words("persons", "acts.words") or is_own(claim)
    return (is_act and lexicon.words("persons", "state.alive").isdisjoint(words)) or words[-1].startswith("wound")


def _is_named_so(text: str) -> bool:
    """Whether the text calls it a murder-suicide, and never an attempted one."""
    words = text.lower().replace("/", "-").replace("murder suicide", "murder-suicide").split()
    found = [at for at, word in enumerate(words) if "murder-suicide" in word]
    return bool(found) and not any("attempted" in words[max(at - NEAR, 0) : at] for at in found)
