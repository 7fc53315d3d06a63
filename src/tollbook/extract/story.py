"""The arithmetic of one story: who was "shot" and then told to be dead is counted once, among the dead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from tollbook import lexicon
from tollbook.extract.ended import ended
from tollbook.extract.phrases import Phrases
from tollbook.model import Claim
from tollbook.persons import is_of_bombs, is_open, people
from tollbook.terms import Bound, Harm, Measure

# Two clauses of one sentence stand this near, in words.
APART = 15
# One person told of anew.
SOMEBODY = frozenset(("a", "an", "another"))
# The place where somebody died or was brought to stands within so many characters behind.
NEAR = 40


def told(by_line: Sequence[Sequence[Claim]], text: str) -> tuple[Claim, ...]:
    """The claims of one field, which are given sentence by sentence, without those that tell the dead's wounds again.

    "A man was shot on Elm Street. … He died at the hospital": the first sentence leaves open what became of him, the
    second says it. Where more were shot than died, the rest are hurt and the claim stays.
    """
    apart = {one.id for claims in by_line for one in claims if _is_open(one) and _is_beside(one, claims, text)}
    claims = _without_victims(ended([claim for claims in by_line for claim in claims], text), text)
    dead = [claim for claim in claims if claim.harm is Harm.KILLED]
    killed, others = _most(dead), _most(claim for claim in dead if not _is_own(claim))
    hurt = _most(claim for claim in claims if claim.harm is Harm.INJURED and not _is_open(claim))
    shot = [claim for claim in claims if _is_open(claim)]
    again = {claim.id for claim in shot if _is_told(claim, killed if _is_own(claim) else others, hurt)} - apart
    if again:
        again -= _others(by_line, claims, killed) | _saved(dead, shot, text)
    if again and is_of_bombs(text, claims):
        again -= {claim.id for claim in shot if _is_of_bomb(claim)}
    left = [claim for claim in claims if claim.id not in again and claim.part_of not in again]
    return tuple(_as_state(claim, left) for claim in left)


def _others(by_line: Sequence[Sequence[Claim]], claims: Sequence[Claim], killed: int) -> set[str]:
    """ "A man was killed. … A girl was shot": the claims about single people where everybody who died is somebody else.

    Where nobody tells who a second dead is, she may be.
    """
    place = {one.id: at for at, line in enumerate(by_line) for one in line}
    keys = people(claims, place)
    dead = {key for one in claims if one.harm is Harm.KILLED and one.supplies for key in keys.get(one.id, ())}
    return {id for id, own in keys.items() if dead.isdisjoint(own)} if len(dead) >= killed else set()


def _is_of_bomb(claim: Claim) -> bool:
    """ "Two neighbours suffered burns", "their daughter was hospitalised": a bomb's hurt are not its dead again."""
    words = claim.count.text.lower().split() if claim.count else []
    is_counted = claim.count is not None and claim.count.low > 1 and claim.count.bound is not Bound.VAGUE
    return claim.count is not None and (is_counted or not lexicon.grammar("kin").isdisjoint(words))


def _saved(dead: Sequence[Claim], shot: Sequence[Claim], text: str) -> set[str]:
    """ "Two men died at the scene. A cook was taken to a hospital": whoever came there is none of the dead."""
    places, where = lexicon.words("harm", "open.scenes"), lexicon.words("harm", "open.arrived")
    here = (one for one in dead if not places.isdisjoint(_behind(one, text)))
    if not 0 < _most(dead) == _most(here):
        return set()
    return {one.id for one in shot if not where.isdisjoint([*one.quote.lower().split(), *_behind(one, text)])}


def _behind(claim: Claim, text: str) -> list[str]:
    """The words right behind a claim."""
    return text[claim.span.end : claim.span.end + NEAR].lower().replace(".", " . ").split(" . ")[0].split()


def _is_own(claim: Claim) -> bool:
    """ "killed himself": so he is none of those whom he shot."""
    words = claim.count.text.lower().split() if claim.count else []
    return len(words) == 1 and words[0] in lexicon.words("persons", "self.words")


def _as_state(one: Claim, claims: Sequence[Claim]) -> Claim:
    """ "Three were shot. … One is in critical condition": one of the three."""
    is_counted = one.measure is Measure.TOTAL or (one.measure is Measure.NEW and _is_rest(one))
    is_hurt = one.harm is Harm.INJURED and is_counted and one.supplies
    if not is_hurt or one.count is None or not (_is_state(one) or _is_share(one) or _is_rest(one)):
        return one
    whole = next((other for other in claims if _holds(other, one, one.count.low)), None)
    if whole is None:
        return replace(one, measure=Measure.PART) if _is_share(one) else one
    return replace(one, measure=Measure.PART, part_of=whole.id)


def _is_rest(one: Claim) -> bool:
    """ "The other seven had minor injuries": of those told of before."""
    return one.quote.lower().split()[:2] == ["the", "other"] and one.count is not None and one.count.low > 1


def _is_share(one: Claim) -> bool:
    """ "Two of the men were treated": some of those told of before, of whom nobody says how many they are."""
    if one.count is None or one.count.high == 0:  # "none of them were hurt"
        return False
    first, *rest = one.quote[max(0, one.count.span.end - one.span.start) :].lower().split()[:2] or [""]
    return first == "of" and not lexicon.words("persons", "back.shares").isdisjoint(rest)


def _is_state(one: Claim) -> bool:
    return not lexicon.words("persons", "state.words").isdisjoint(one.quote.lower().split())


def _holds(whole: Claim, one: Claim, many: int) -> bool:
    is_told = whole.harm is Harm.INJURED and whole.measure is Measure.TOTAL and whole.supplies and not _is_state(whole)
    is_before = is_told and whole.span.end <= one.span.start and whole.group == one.group
    return is_before and whole.count is not None and whole.count.low > many and whole.part_of is None


def _is_beside(one: Claim, claims: Sequence[Claim], text: str) -> bool:
    """ "A man was killed and a girl was shot": the sentence tells of both, and she is none of its dead."""
    words = one.count.text.lower().split() if one.count else []
    is_kin = not lexicon.grammar("kin").isdisjoint(words[1:])  # "a boy was killed and his sister was shot"
    if _is_before(one, claims, text, words):
        return True
    if one.count is None or (words[0] in lexicon.words("persons", "back.all") and not is_kin):
        return False
    for dead in claims:
        if dead.harm is Harm.KILLED and dead.supplies and dead.span.end <= one.span.start:
            between = text[dead.span.end : one.span.start].lower().replace(",", " , ").split()
            if between[-1:] in (["and"], [","], ["while"], ["but"]) and len(between) < APART:
                return True
            if between == ["and", "left"]:  # "killed nine and left | seven with burns"
                return True
    return False


def _is_before(one: Claim, claims: Sequence[Claim], text: str, words: Sequence[str]) -> bool:
    """ "A deputy was shot and a man was killed"; "two were shot and one was killed" are two."""
    for dead in claims:
        first = dead.count.text.lower().split()[:1] if dead.harm is Harm.KILLED and dead.count else []
        if SOMEBODY.isdisjoint(first) or SOMEBODY.isdisjoint(words[:1]) or dead.span.start < one.span.end:
            continue
        between = text[one.span.end : dead.span.start].lower().replace(",", " , ").split()
        if between[-1:] in (["and"], ["while"], ["but"]) and len(between) < APART:
            return True
    return False


def _without_victims(claims: Sequence[Claim], text: str) -> tuple[Claim, ...]:
    """The claims without "the victims were identified as Ana Prell and Tom Marl", but where all victims are dead.

    They are where somebody died and nobody was hurt, and where bombs fell and nobody was shot or stabbed: the story of
    a shooting calls the hurt victims too.
    """
    victims = {claim.id for claim in claims if claim.harm is Harm.KILLED and _is_of_victims(claim)}
    if not victims:
        return tuple(claims)
    others = [claim for claim in claims if claim.id not in victims and claim.count and claim.count.low]
    killed = _most(claim for claim in others if claim.harm is Harm.KILLED)
    hurt = [claim for claim in others if claim.harm is Harm.INJURED and not _is_open(claim)]
    is_clear = not hurt and 0 < killed >= _most(claim for claim in others if claim.harm is Harm.INJURED)
    return (
        tuple(claims)
        if is_clear or is_of_bombs(text, claims)
        else tuple(claim for claim in claims if claim.id not in victims)
    )


def _is_of_victims(claim: Claim) -> bool:
    words = " ".join(claim.quote.lower().split())
    if "victims killed" in words:
        return False
    # "victims: Ana Prell, her son Tom"; "victims killed were" says it.
    is_head = bool(claim.persons) and words.startswith(("victim", "names")) and words.split()[1:2] != ["killed"]
    if "names of" in words and "killed" in words.split():  # "the names of those killed" says it
        return False
    return is_head or _is_naming(words.split()) or any(one in words for one in lexicon.words("harm", "killed.victims"))


def _is_naming(words: Sequence[str]) -> bool:
    """ "identified 12 victims by name", "12 names have been identified": that they are dead the story tells."""
    verbs, dead = lexicon.words("identified", "identify"), lexicon.words("rosters", "dead") - {"victims"}
    is_told = words[0] in verbs or (words[-1] in lexicon.words("identified", "identified") and words[1:2] == ["names"])
    return is_told and dead.isdisjoint(words) and "died" not in words and not _fatal().first_in(list(words))


@cache
def _fatal() -> Phrases:
    """ "identified the two people | found shot to death", and not "identified the two | victims"."""
    return Phrases(lexicon.table("harm")["killed"]["participle"])


def _most(claims: Iterable[Claim]) -> int:
    """The largest figure that these claims supply."""
    return max((claim.count.low for claim in claims if claim.count and claim.supplies), default=0)


def _is_told(claim: Claim, killed: int, hurt: int) -> bool:
    """Whether the people "shot" are told of again: "three were shot", then one dead and two hurt."""
    many = claim.count.low if claim.count else 0
    return killed > 0 and hurt < many <= killed + hurt and _rank(claim) <= killed


def _rank(claim: Claim) -> int:
    """ "A fourth man was shot", where three are dead: he is none of them."""
    words = claim.count.text.lower().split()[:2] if claim.count and claim.count.low == 1 else []
    return max((lexicon.rank_of(word) or 0 for word in words), default=0)


def _is_open(claim: Claim) -> bool:
    """Whether the words leave open whether these people lived; "three others were shot" lived where a man died."""
    if claim.harm is not Harm.INJURED or not is_open(claim):
        return False
    words = f" {claim.quote.lower()} "
    return not any(f" {one} " in words for one in lexicon.words("persons", "others.words"))
