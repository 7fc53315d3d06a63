"""What a number counts where that is no people: an age, money, a distance, a day, a house."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from tollbook import lexicon
from tollbook.model import Token

YEAR = re.compile(r"(?:19|20)\d\d")
# A list of ages has no more tokens: "ages 15, 17, 18, 21 and 22".
AGES = 12


def unit_of(tokens: Sequence[Token], first: int, last: int, low: int) -> str | None:
    """The unit of the number in tokens [first, last), `low` at least; None where it may be people."""
    word = tokens[first].word
    after = [token.word for token in tokens[last : last + 2]]
    before = tokens[first - 1].word if first else ""
    if YEAR.fullmatch(word) and (
        before in lexicon.grammar("before_year") or before[:1].isdigit() or not after or not after[0][0].isalpha()
    ):
        return "date"
    for unit in _units("units_before").get(before, ()):
        if not (unit in ("address", "age") and word.isalpha() and before not in ("age", "aged")):
            return unit
    if after[1:] and after[1] in lexicon.words("numbers", "victims.words"):  # "two shooting victims"
        return None
    units = _units("units_after")
    named = [unit for words in (after[:1], after) for unit in units.get(" ".join(words), ())]
    if named:
        return min(named, key=_ranks().__getitem__)
    return _appositive(tokens, first, last, low)


@cache
def _units(side: str) -> Mapping[str, list[str]]:
    """What a word or two beside a number say that it counts, in the order of the table."""
    units: dict[str, list[str]] = {}
    for unit, phrases in lexicon.table("numbers")[side].items():
        for phrase in dict.fromkeys(phrases):
            units.setdefault(phrase, []).append(unit)
    return units


@cache
def _ranks() -> Mapping[str, int]:
    return {unit: rank for rank, unit in enumerate(lexicon.table("numbers")["units_after"])}


def _is_listed_age(before: list[str], word: str, after: list[str]) -> bool:
    """ "two men, 20 and 23, were shot": both numbers are ages."""
    first = before[-1:] == [","] and after[:1] == ["and"] and after[1:] and after[1].isdigit()
    second = len(before) > 1 and before[-1] == "and" and before[-2].isdigit() and after[:1] and after[0] in ",.;"
    closed = before[-1:] == ["("] and after[:1] and after[0] in ",)"
    return bool(word.isdigit() and len(word) < 3 and (first or second or closed))


def _goes_on_ages(tokens: Sequence[Token], at: int) -> bool:
    """ "three men, ages 15, 18 and | 22": one more of the ages; behind a second "and" are others: "and | 3 women"."""
    begin = at
    while at > 0 and begin - at < AGES and (tokens[at - 1].word in (",", "and") or tokens[at - 1].word.isdigit()):
        at -= 1
    is_listed = tokens[begin].word.isdigit() and len(tokens[begin].word) < 3 and at < begin
    is_last = sum(token.word == "and" for token in tokens[at:begin]) < 2
    return is_listed and is_last and at > 0 and tokens[at - 1].word in lexicon.words("numbers", "units_before.age")


def _is_house(word: str, after: list[str]) -> bool:
    """ "at 24 Elm Street"."""
    streets = lexicon.words("numbers", "streets.words")
    return word.isdigit() and bool(streets & set(after[1:])) and after[0] not in lexicon.grammar("stops")


def _is_dialled(word: str, after: list[str]) -> bool:
    """ "the family called 911", and not "112 men"."""
    return word in lexicon.words("numbers", "phones.words") and (
        not after or after[0] not in lexicon.table("people")["plurals"]
    )


def _appositive(tokens: Sequence[Token], first: int, last: int, low: int) -> str | None:
    """ "Ana Prell, 34, died" tells an age; "Feb. 7" and "7 February" a day; "9:30" an hour; "M-19" a name."""
    near = max(0, first - 3)
    words = [token.word for token in tokens[near : last + 3]]
    before, after = words[: first - near], words[last - near :]
    word = tokens[first].word
    if _is_house(word, after) or _is_dialled(word, after):
        return "address"
    if before[-1:] == [","] and after[:1] and after[0] in ",.;)" and word.isdigit() and low < 120:
        return "age"
    if _is_listed_age(before, word, after) or _goes_on_ages(tokens, first):
        return "age"
    if after[:1] == ["-"] and after[1:2] and (after[1] in ("and", "or") or after[1].startswith("year")):
        return "age"  # "a 12- year-old boy", where the line broke; "14- and 18-year-olds"
    months = lexicon.grammar("months")
    if (before and before[-1] in months) or (len(before) > 1 and before[-2] in months and before[-1] == "."):
        return "date" if low <= 31 else None
    if after[:1] and after[0] in lexicon.grammar("months") and low <= 31:
        return "date"
    if before[-1:] and before[-1] in ("-", "/", "#", "+") and tokens[first - 1].end == tokens[first].start:
        return "name"
    return "decimal" if "." in word else None
