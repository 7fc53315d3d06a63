"""Who is told of one by one: the same person met again in a document, by name, age and the words that point back."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from tollbook import lexicon
from tollbook.model import Claim
from tollbook.terms import Field, Harm

Keys = Mapping[str, tuple[str, ...]]
"""For the id of each claim that tells of people one by one, whom it tells of."""

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
AGE = re.compile(r"\b(\d{1,3})[\s-]{1,2}(?:year|month|week)")
AGE_BEHIND = re.compile(r"\W{1,3}(?:aged? )?(\d{1,3})(?:[,.);]|$)")
AGE_BEFORE = re.compile(r"\b(\d{1,3})-year-old(?: [^\W\d_]+)?$")
AGE_INSIDE = re.compile(r", (\d{1,3})$")
GROWN = 18
"""From this age on nobody is called a child; "teen" and "boy" reach up to it."""
OF_AGE = 21
"""And from this age on nobody is called a teen."""


@dataclass(frozen=True, slots=True)
class Told:
    """One person as one claim tells of them: what the words give, and None or nothing where they do not."""

    names: frozenset[str] = frozenset()
    age: int | None = None
    is_male: bool | None = None
    is_grown: bool | None = None
    role: str | None = None
    rank: int | None = None
    is_back: bool = False
    is_pronoun: bool = False
    is_another: bool = False
    is_dead: bool = False
    is_hurt: bool = False

    def can_be(self, other: Told) -> bool:
        """Whether nothing that is told of the two speaks against their being one person."""
        apart = (
            (self.age is not None and other.age is not None and self.age != other.age)
            or (self.is_male is not None and other.is_male is not None and self.is_male != other.is_male)
            or (self.is_grown is not None and other.is_grown is not None and self.is_grown != other.is_grown)
            or (self.role is not None and other.role is not None and self.role != other.role)
            or (self.rank is not None and other.rank is not None and self.rank != other.rank)
        )
        return not apart and (not self.names or not other.names or _is_one_name(self.names, other.names))


@dataclass(slots=True)
class _Met:
    """Somebody met so far in a document."""

    key: str
    told: Told
    sentences: set[int] = field(default_factory=set)


def people(claims: Iterable[Claim], sentence_of: Mapping[str, int]) -> Keys:
    """Whom each claim about single people tells of; two claims of a document share a key where it is one person.

    "A man, 34, was shot. … Tomas Prell was taken to a hospital, where he died": one person. `sentence_of` numbers the
    sentences that the claims stand in: two men in one sentence are two.
    """
    documents: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if tells_of_single(claim):
            documents[claim.document].append(claim)
    return {id: keys for some in documents.values() for id, keys in _in_document(some, sentence_of).items()}


def tells_of_single(claim: Claim) -> bool:
    """Whether the claim tells of people one by one: named, or a single one."""
    if claim.count is None or claim.harm not in (Harm.KILLED, Harm.INJURED):
        return False
    return bool(claim.persons) or claim.count.is_one


def _in_document(claims: Sequence[Claim], sentence_of: Mapping[str, int]) -> Keys:
    met: list[_Met] = []
    found: dict[str, tuple[str, ...]] = {}
    # Two words of harm may be said of the same words: "murder in the shooting death of a boy" tells of one.
    said: dict[object, list[_Met]] = {}
    for claim in sorted(claims, key=lambda one: (one.field is not Field.TITLE, one.span, one.id)):
        place, words = sentence_of.get(claim.id, -1), (claim.field, claim.count and claim.count.span)
        again, here = said.get(words, []), list[_Met]()
        for at, told in enumerate(_told(claim)):
            known = again[at] if at < len(again) else _same(told, met, place)
            one = known or _Met(f"{claim.document}:{claim.field}:{len(met)}", told)
            one.told = _merged(one.told, told)
            one.sentences.add(place)
            met[:] = [*(other for other in met if other is not one), one]
            here.append(one)
        said[words] = here
        found[claim.id] = tuple(dict.fromkeys(one.key for one in here))
    return found


def is_open(claim: Claim) -> bool:
    """Whether the words leave open whether these people lived: "shot", and not "shot and wounded"."""
    return _leaves_open(claim.quote)


# Every claim is asked several times.
@lru_cache(maxsize=1 << 10)
def _leaves_open(quote: str) -> bool:
    words = f" {quote.casefold()} "
    has = (any(f" {one} " in words for one in lexicon.words("harm", f"open.{key}")) for key in ("words", "closed"))
    is_said, is_closed = has
    return is_said and not is_closed


def is_of_bombs(text: str, claims: Iterable[Claim]) -> bool:
    """Whether bombs fell and nobody was shot or stabbed: "nine were taken to hospital" are none of the dead then."""
    if any(is_of_weapons(claim) for claim in claims):
        return False
    words = text.lower()
    return any(word in words for word in lexicon.words("harm", "open.bombs"))


def is_of_weapons(claim: Claim) -> bool:
    """Whether it tells of people shot or stabbed: "shooting", "stabbed", "gunshot wounds"."""
    words = claim.quote.lower().replace("-", " ").split()
    return not lexicon.words("harm", "open.weapons").isdisjoint(words)


def points_back(claim: Claim) -> bool:
    """Whether the words take up whoever was told of last: "he", "the man"."""
    return any(one.is_back or one.is_pronoun for one in _told(claim))


def _told(claim: Claim) -> list[Told]:
    words = [word.casefold() for word in WORD.findall(claim.count.text if claim.count else "")]
    first = words[0] if words else ""
    rank = next((rank for word in words[:2] if (rank := lexicon.rank_of(word))), None)
    pronoun = len(words) == 1 and first in lexicon.words("persons", "pronouns.words")
    described = Told(
        age=_age(claim),
        is_male=_either(words, "sex.male", "sex.female"),
        is_grown=_either(words, "grown.old", "grown.young"),
        role=_role(words),
        rank=rank,
        is_back=first in lexicon.words("persons", "back.singular"),
        is_pronoun=pronoun,
        is_another=(rank or 1) > 1 or not lexicon.words("persons", "another.words").isdisjoint(words[:3]),
        is_dead=claim.harm is Harm.KILLED,
        is_hurt=claim.harm is Harm.INJURED and not is_open(claim),
    )
    if described.age is not None and described.age < GROWN:
        described = replace(described, is_grown=False)
    elif described.age is not None and described.age >= OF_AGE and described.is_grown is None:
        described = replace(described, is_grown=True)
    if len(claim.persons) == 1:
        return [replace(described, names=_words(claim.persons[0]), is_back=False)]
    state = Told(is_dead=described.is_dead, is_hurt=described.is_hurt)
    return [replace(state, names=_words(name)) for name in claim.persons] or [described]


def _age(claim: Claim) -> int | None:
    """The age in the words or right beside them: "a 34-year-old man", "Ana Prell, 34, was", "killed 9-year-old Ana"."""
    if claim.count is None:
        return None
    inside = AGE.search(claim.count.text) or AGE_INSIDE.search(claim.count.text)
    if inside:
        return int(inside[1])
    begin, end = (max(0, at - claim.span.start) for at in (claim.count.span.start, claim.count.span.end))
    beside = AGE_BEHIND.match(claim.quote, end) or AGE_BEFORE.search(claim.quote[:begin].rstrip())
    return int(beside[1]) if beside else None


def _either(words: Sequence[str], one: str, other: str) -> bool | None:
    """True or False by which of the two lists has one of the words; None where neither or both have."""
    parts = {part for word in words for part in (word, *word.split("-"))}
    has, lacks = (not parts.isdisjoint(lexicon.words("persons", key)) for key in (one, other))
    return has if has != lacks else None


def _role(words: Sequence[str]) -> str | None:
    """What the words say that somebody is there as; None where they say nothing or two things."""
    roles = [
        role
        for role in lexicon.table("persons")["roles"]
        if not lexicon.words("persons", f"roles.{role}").isdisjoint(words)
    ]
    return roles[0] if len(roles) == 1 else None


def _same(told: Told, met: Sequence[_Met], place: int) -> _Met | None:
    """The one met last who is meant again; None for somebody new."""
    near = [one for one in reversed(met) if told.can_be(one.told) and not (told.is_hurt and one.told.is_dead)]
    if told.is_pronoun or (told.is_back and not told.is_another):
        return near[0] if near else None
    if told.names:
        named = [one for one in near if one.told.names]
        unnamed = [one for one in near if not one.told.names and place not in one.sentences]
        return next(iter([*named, *_by_fate(told, _by_age(told, unnamed))]), None)
    near = [one for one in near if place not in one.sentences and not (told.is_dead and one.told.is_hurt)]
    if told.is_another and not any(_is_other(one, told, place) for one in met):
        near = [one for one in near if one.told.is_another]
    return next(iter(_by_fate(told, _by_age(told, near))), None)


def _is_other(one: _Met, told: Told, place: int) -> bool:
    """ "A boy has died, | another is in hospital": other than the dead boy, and maybe the boy hurt before."""
    return place in one.sentences and one.told.is_dead != told.is_dead and told.can_be(one.told)


def _by_age(told: Told, met: Sequence[_Met]) -> list[_Met]:
    return sorted(met, key=lambda one: one.told.age is None or one.told.age != told.age)


def _by_fate(told: Told, met: Sequence[_Met]) -> list[_Met]:
    """For one of the dead those told to be dead first: "his wife was shot … Prell, who died" is "the dead man"."""

    def is_apart(one: _Met) -> bool:
        is_of_age = told.age is not None and one.told.age == told.age
        return told.is_dead and not one.told.is_dead and not is_of_age

    return sorted(met, key=is_apart)


def _merged(one: Told, other: Told) -> Told:
    """What is known of the person after the second telling."""
    return Told(
        max(one.names, other.names, key=len),
        other.age if one.age is None else one.age,
        other.is_male if one.is_male is None else one.is_male,
        other.is_grown if one.is_grown is None else one.is_grown,
        one.role or other.role,
        one.rank or other.rank,
        is_another=one.is_another or other.is_another,
        is_dead=one.is_dead or other.is_dead,
        is_hurt=one.is_hurt or other.is_hurt,
    )


def _is_one_name(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one


def _words(name: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in WORD.findall(name))
