"""Nouns for people, and where the run of words that ends in one goes."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tollbook import lexicon
from tollbook.extract.line import Line

AGED = re.compile(r"(?:\d+|[a-z]+(?:-[a-z]+)?)-(?:year|month|week|day)s?-olds?")
# The longest run from a quantity to its noun: "three | senior Southern Front field commanders".
REACH = 7


@cache
def noun(word: str) -> tuple[str, bool] | None:
    """The singular of a word for people and whether the word is a plural; None for other words."""
    word = word.removesuffix("'s") if word.endswith("s's") else word
    plurals = lexicon.table("people")["plurals"]
    if word in plurals:
        return plurals[word], word != "police"
    if _is_listed(word):
        return word, False
    for ending, instead in (("ies", "y"), ("es", ""), ("s", "")):
        if word.endswith(ending) and _is_listed(word.removesuffix(ending) + instead):
            return word.removesuffix(ending) + instead, True
    if AGED.fullmatch(word):
        return word, word.endswith("olds")
    if word in lexicon.words("people", "peoples.words"):
        return word, True
    return (word, True) if word.endswith(tuple(lexicon.table("people")["trades"]["endings"])) else None


@cache
def _is_listed(word: str) -> bool:
    if any(word in lexicon.words("people", key) for key in ("people", "combatant", "civilian", "officials")):
        return True
    _, hyphen, rest = word.partition("-")
    return bool(hyphen) and word.startswith(tuple(lexicon.words("people", "prefixes"))) and _is_listed(rest)


def noun_after(line: Line, at: int) -> tuple[int, str, bool] | None:
    """The noun that a run beginning at `at` ends in: one past it, its singular, whether it is plural."""
    found, spoken = None, line.spoken
    for index in range(at, min(at + REACH, len(spoken))):
        word = spoken[index]
        if "old" in spoken[index + 1 : index + 3] and _is_age(line, index):
            continue
        if index in line.names and line.names[index][0].kind == "person":  # "the blast wounded Ana Prell's son"
            break
        if word == "other" and (not _is_closed(line, index + 1) or _is_state(line, index + 1)):
            continue  # "five other family members", "two other cars", "two other wounded nuns"
        if index > at and _is_verb(line, index):
            break
        if found and found[2] and AGED.fullmatch(word):  # "their children | 10-year-old Rima"
            break
        known, may_end = _nature(word)
        known = known or _compatriot(line, index)
        if known:
            found = (index + 1, *known) if known[1] or not _is_adjunct(line, index) else found
        elif found or may_end or index in line.numbers:
            break
    return found


def _is_state(line: Line, at: int) -> bool:
    """ "other | wounded nuns"."""
    return line.word(at) in lexicon.grammar("states") and noun(line.word(at + 1)) is not None


def _is_verb(line: Line, at: int) -> bool:
    """ "the group | gunned down Judge Prell"; "the badly | burned man", "two other | wounded nuns" are whole."""
    word, before = line.spoken[at], line.spoken[at - 1]
    is_done = word.endswith("ed") and word not in lexicon.grammar("states") and is_harm(word)
    return is_done and before != "other" and not before.endswith("ly") and before not in lexicon.grammar("adverbs")


def before_plurals(line: Line) -> set[int]:
    """The tokens at which a run may begin that ends in a plural, for `noun_after` to read; from others none does."""
    near: set[int] = set()
    is_closed = "old" not in line.spoken  # an age may stand in a run with any word in front of it
    for at, word in enumerate(line.spoken):
        if not is_plural(word):
            continue
        first = at
        near.add(at)
        while first > max(at - REACH + 1, 0) and not (is_closed and _ends(line.spoken[first - 1])):
            first -= 1
            near.add(first)
    return near


@lru_cache(maxsize=1 << 14)
def is_plural(word: str) -> bool:
    """Whether the word stands for several people: "nurses"."""
    known = noun(word)
    return known is not None and known[1]


@lru_cache(maxsize=1 << 14)
def _ends(word: str) -> bool:
    """Whether no run goes on over the word, wherever it stands."""
    return noun(word) is None and is_stop(word) and word != "other" and word not in _compatriots()


@lru_cache(maxsize=1 << 14)
def _nature(word: str) -> tuple[tuple[str, bool] | None, bool]:
    """The word's noun, and whether no run goes on over it."""
    return noun(word), is_stop(word)


def _is_age(line: Line, at: int) -> bool:
    """ "a 16-year old boy", "a twenty-two year old sailor": an age with spaces stands between."""
    ages = ("year", "years", "month", "months")
    if line.word(at + 1) == "old":
        return line.word(at) in ages or line.word(at).endswith(("-year", "-month"))
    return line.word(at + 2) == "old" and line.word(at + 1) in ages


def _is_adjunct(line: Line, at: int) -> bool:
    """Whether the word only tells of the next noun: "the national guard", "a terrorist attack"."""
    return line.word(at) in lexicon.words("people", "adjectival") and not _is_closed(line, at + 1)


def _compatriot(line: Line, at: int) -> tuple[str, bool] | None:
    """ "a Colombian", "one Briton" where no noun follows; "a pole" in small letters is none."""
    word = line.spoken[at]
    if word not in _compatriots() or not line.text[line.tokens[at].start].isupper():
        return None
    return (word, False) if _is_closed(line, at + 1) else None


@cache
def _compatriots() -> frozenset[str]:
    return frozenset(one.removesuffix("s") for one in lexicon.words("people", "peoples.words") if one.endswith("s"))


def _is_closed(line: Line, at: int) -> bool:
    """Whether the word at `at` cannot be a noun that the one before belongs to."""
    word = line.word(at)
    return (
        not word or is_stop(word) or is_harm(word) or word in lexicon.grammar("adverbs") or word.endswith("ed")
        or noun(word) is not None or at in line.names
    )  # fmt: skip


def is_stop(word: str) -> bool:
    """Whether no phrase for people goes on over the word: "was", a mark."""
    return word in lexicon.grammar("stops") or not (word[0].isalnum() or word == "-")


def is_harm(word: str) -> bool:
    """Whether a word of harm, or what hedges it, begins with the word: "killed", "reportedly"."""
    return word in _harm_words()


@cache
def _harm_words() -> frozenset[str]:
    """The words that a word of harm, or what hedges it, can begin with."""
    forms = ("participle", "gerund", "intransitive", "adjective", "noun", "suffer")
    tables = [one for one in lexicon.table("harm").values() if isinstance(one, dict)]
    first = {phrase.split()[0] for one in tables for form in forms for phrase in one.get(form, ())}
    return frozenset({*first, "reportedly", "fatally", "critically", "seriously"})
