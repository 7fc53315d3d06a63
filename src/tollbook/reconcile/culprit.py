"""Who did it and died as well: a count of those whom he killed does not hold him, a count of the dead may."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tollbook import lexicon
from tollbook.model import Claim, Reason
from tollbook.reconcile.outcome import Outcome, low_of, with_low
from tollbook.terms import Bound, Harm, Measure


def with_culprit(claims: Sequence[Claim], sentence_of: Mapping[str, int]) -> Outcome:
    """The claims, one more in each count of those whom somebody killed who is told to have died too; and why.

    "A man killed three guards", and "the gunman was shot dead": four are dead, and a headline's "three slain" is of
    the same three. "Killed three, then himself" adds him already, and so does "four dead, among them the gunman". On
    gva --cases killed exact is .920 without and .929 with. Measure again: python -m evals --only gva_cases
    """
    dead = [one for one in claims if one.harm is Harm.KILLED and one.supplies and one.count]
    his = [one for one in dead if _is_culprit(one)]
    if not his:
        return Outcome(tuple(claims), ())
    beside = {(one.document, sentence_of.get(one.id)) for one in his}
    beside_of = {one.part_of for one in his}
    victims = {low_of(one) for one in dead if _is_of_victims(one)} - {low_of(one) for one in dead if _holds_him(one)}
    counts = (one for one in dead if _is_count(one) and low_of(one) in victims and one.id not in beside_of)
    more = {one.id for one in counts if (one.document, sentence_of.get(one.id)) not in beside}
    reasons = tuple(Reason(one, True, "with the one who killed them, who died too") for one in sorted(more))
    return Outcome(tuple(with_low(one, low_of(one) + 1) if one.id in more else one for one in claims), reasons)


def _words(claim: Claim) -> list[str]:
    return (claim.count.text if claim.count else "").casefold().split()


def _is_culprit(claim: Claim) -> bool:
    """ "the gunman", "himself": the one who did it; "a second intruder" and "another suspect" are some of them."""
    his = lexicon.words("persons", "roles.attacker") | lexicon.words("persons", "self.words")
    is_one = claim.count is not None and claim.count.is_one and not his.isdisjoint(_words(claim))
    return is_one and lexicon.words("persons", "another.words").isdisjoint(_words(claim))


def _is_count(claim: Claim) -> bool:
    """Whether it counts several people by a number, and not those who did it."""
    if claim.count is None or claim.count.bound is not Bound.EXACT or claim.measure is not Measure.TOTAL:
        return False
    group = (claim.group.text if claim.group else "").casefold().split()
    is_told = bool(claim.persons) or _holds_him(claim)
    attackers = lexicon.words("persons", "roles.attacker")
    return low_of(claim) > 1 and not is_told and not any(word.removesuffix("s") in attackers for word in group)


def _holds_him(claim: Claim) -> bool:
    """ "killed his two sons and himself"."""
    words = _words(claim)
    return len(words) > 1 and not lexicon.words("persons", "self.words").isdisjoint(words)


def _is_of_victims(claim: Claim) -> bool:
    """ "killed three guards", "the murder of three": what somebody did to them."""
    if claim.count is None or not _is_count(claim):
        return False
    before = claim.quote[: max(0, claim.count.span.start - claim.span.start)].casefold().split()
    return not lexicon.words("persons", "acts.words").isdisjoint(before)
