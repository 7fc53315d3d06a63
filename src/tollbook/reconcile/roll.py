"""How many different people a report tells of one by one: each name once, however it is spelt, and kin without one.

| told | counted |
|---|---|
| "Rima Castan and her two sons" | 3, one of them by name |
| "the sons, Tom Castan and Abel Castan, …" behind that | the two sons, and nobody new |
| "Tomm Kastan" and "Tom Castan" | one: the consonants are the same |
| "Muhammad" and "Mohamed", "Mahmoud" | one, and another: an "h" before a consonant is heard |
| "Abd al-Castan", "Abdulcastan" and "Abdel Castan" | one: what stands behind "servant of" is one word with it |
| "Tom Castan" and "Abel Tom Castan" | two: a name that begins with another is another's, here the son's |
| "Rima Castan and four cooks", and three new names behind that | 5: the three are of the four |
| "Rima Castan and her children" | 1: open kin are as many as the report names |
| "his cousin", "a man" | nobody: it may be anyone of those told of |
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from tollbook import lexicon
from tollbook.model import Claim
from tollbook.terms import Bound, Field

WORD = re.compile(r"[^\W\d_]+")
POSSESSIVE = re.compile(r"[’'‘`]s?(?![^\W\d_])")
MARKS = re.compile(r"[’'‘`]")
VOWELS = re.compile(r"[aeiouyw]|h(?![bcdfgjklmnpqrstvxz])")
DOUBLE = re.compile(r"(.)\1+")
SPELT = (("ou", "u"), ("ee", "i"), ("q", "k"), ("c", "k"), ("dh", "d"), ("th", "t"))

SERVANT = re.compile(r"\babd(?:[aeiou]l|[uo]r)?[-– ]*(?:[ae][a-z][-– ])?(?=[a-z])")


def roll(claims: Iterable[Claim]) -> int:
    """How many people the claims of the fullest report tell of one by one; the claims are of one harm."""
    documents: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.count and claim.supplies and not (claim.group and claim.group.combatant):
            documents[claim.document].append(claim)
    return max(map(_roll, documents.values()), default=0)


def same_name(one: str, other: str) -> bool:
    """Whether the names may be one person's: what the shorter has is in the longer, and both begin alike.

    A single word may be the first name or the last.
    """
    shorter, longer = sorted((name_words(one), name_words(other)), key=len)
    if not shorter:
        return False
    if len(shorter) == 1:
        return shorter[0] in (longer[0], longer[-1])
    return shorter[0] == longer[0] and set(shorter[1:]) <= set(longer[1:])


@cache
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name without articles and titles, each as its first letter and its consonants."""
    words = WORD.findall(SERVANT.sub("abd", MARKS.sub("", POSSESSIVE.sub("", name)).casefold()))
    kept = [word for word in words if word not in lexicon.words("persons", "particles.words")] or words
    return tuple(map(_consonants, kept))


def _consonants(word: str) -> str:
    for old, new in SPELT:
        word = word.replace(old, new)
    return DOUBLE.sub(r"\1", word[:1] + VOWELS.sub("", word[1:]))


def _roll(claims: Sequence[Claim]) -> int:
    names: list[str] = []
    unnamed: list[tuple[int, int]] = []
    for claim in sorted(claims, key=lambda one: (one.field is not Field.TITLE, one.span, one.id)):
        new = _new(claim.persons, names)
        names += new
        unnamed = _spelt_out(unnamed, len(new))
        if rest := _without_names(claim, bool(new)):
            unnamed.append((rest, rest))
    return len(names) + sum(rest for rest, _ in unnamed)


def _new(persons: Iterable[str], names: Sequence[str]) -> list[str]:
    found: list[str] = []
    for name in sorted(persons, key=lambda one: -len(name_words(one))):
        if not any(same_name(name, other) for other in (*names, *found)):
            found.append(name)
    return found


def _spelt_out(unnamed: Sequence[tuple[int, int]], many: int) -> list[tuple[int, int]]:
    """The people without names, left and at first, less these new names, taken off the first; two are both or neither.

    "Her three sons", and then three names in three sentences: of the last two one may be told alone.
    """
    for at, (rest, first) in enumerate(unnamed):
        if many and rest and (first > 2 or first == 2 == many):
            return [*unnamed[:at], (max(0, rest - many), first), *unnamed[at + 1 :]]
    return list(unnamed)


def _without_names(claim: Claim, is_new: bool) -> int:
    """How many a claim counts beside those it names; where it names nobody new, it tells of the same family again.

    "Ana Prell and her children" counts her alone: they are as many as the report names elsewhere.
    """
    count = claim.count
    if count is None or count.high is None or count.bound is Bound.VAGUE or not claim.persons:
        return 0
    return max(0, count.low - len(claim.persons)) if is_new else 0
