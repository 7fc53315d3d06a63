"""What is said beside a person in a list and is nobody else: an age, a nickname, a town, whose child it is."""

from __future__ import annotations

import re
from functools import lru_cache

from tollbook import lexicon
from tollbook.extract.line import Line
from tollbook.extract.nouns import AGED, noun

# "21-year", where "old" stands apart.
UNIT = re.compile(r"(?:\w+-)?(?:year|month|week|day)s?")
DASHES = frozenset(("-", "–", "‑"))
# The longest age in words that is met: "less than a year and a half old".
AGE_WORDS = 8
# "in his 40s", "in their early twenties".
DECADE = re.compile(r"\d0s|teens|twenties|thirties|forties|fifties|sixties|seventies|eighties")
# An address behind a name has no more tokens: "of the 300 block of Mill Street".
ADDRESS = 12
# A bracket behind a name has no more tokens: "(also known as Umm Rafi, wife of the late Tomas Prell)".
BRACKET = 14


def past_age(line: Line, at: int) -> int:
    """One past an age that begins at a token: "21-year old", "40- or 41-year old", "less than a year old"; else it."""
    if AGED.fullmatch(line.word(at)):
        return at + 1
    if line.word(at) in lexicon.grammar("joints") or not line.word(at)[:1].isalnum():
        return at
    for end in range(at, at + AGE_WORDS):
        if end > at and _ends_age(line, end):
            return end + 1
        if not (end in line.numbers or _is_of_age(line.word(end))):
            break
    return at


def _ends_age(line: Line, at: int) -> bool:
    """ "21-year | old", "20 – year – | old", "one year and a | half-year-old"."""
    word = line.word(at)
    if not word.endswith("old"):
        return False
    unit = line.word(at - 1 - (line.word(at - 1) in DASHES)) if word == "old" else word.removesuffix("-old")
    return unit != word and UNIT.fullmatch(unit) is not None


@lru_cache(maxsize=1 << 14)
def _is_of_age(word: str) -> bool:
    """Whether an age may hold the word: "40-", "years", "half"."""
    return word.isdigit() or UNIT.fullmatch(word) is not None or word in lexicon.grammar("age_parts")


def past_aside(line: Line, at: int, end: int) -> int:
    """One past what is said beside a person at `at`: "(51)", "19-year-old", "aged 9", "of Orsk", "her"; else `at`."""
    word = line.word(at)
    if word in ("(", "["):
        return next((close + 1 for close in range(at, min(at + BRACKET, end)) if line.word(close) in (")", "]")), at)
    if at in line.numbers and line.numbers[at][0].unit == "age":
        return line.numbers[at][1]
    if word in ("both", "about", "around") and line.word(at + 1).isdigit() and not line.word(at + 2)[:1].isalpha():
        return at + 2
    if word in lexicon.grammar("ages"):
        return _past_ages(line, at + 1, end)
    if word.isdigit() or word in lexicon.grammar("owners"):
        return at + 1
    aged = past_age(line, at)
    return min(aged, end) if aged > at else _past_words(line, at, end)


def _past_ages(line: Line, at: int, end: int) -> int:
    """One past "ages | 15, 18, and 22", "ages | 16 through 19"."""
    past = at
    while at < end and (line.word(at) in (",", "and") or line.word(at).isdigit()):
        is_age = at in line.numbers and line.numbers[at][0].unit == "age"
        at = line.numbers[at][1] if is_age else at + 1
        past = at if is_age else past
    return past


def _past_words(line: Line, at: int, end: int) -> int:
    """ "of Orsk", "known as Rima", "from the same family", "the late"."""
    word = line.word(at)
    if word == "in" and line.word(at + 1) in lexicon.grammar("owners"):
        return next((i + 1 for i in range(at + 2, min(at + 5, end)) if DECADE.fullmatch(line.word(i))), at)
    if word in ("of", "in") and {"block", "blocks"} & set(line.words(at + 1, at + 5)):
        return next((i for i in range(at, min(at + ADDRESS, end)) if line.word(i) in (",", ";", "and")), at)
    if word in ("of", "from") and at + 1 in line.names and line.names[at + 1][0].kind != "person":
        return min(line.names[at + 1][1], end)
    if word in ("known", "named", "called", "identified"):
        last = at + 1 + (line.word(at + 1) == "as")
        return min(line.names[last][1], end) if last in line.names else at
    if word in ("of", "from"):
        groups = lexicon.words("people", "groups")
        return next((i + 1 for i in range(at + 1, min(at + 6, end)) if line.word(i) in groups), at)
    known = noun(word)
    is_title = word in lexicon.grammar("called") or (known is not None and not known[1] and at + 1 in line.names)
    return at + 1 if is_title else at
