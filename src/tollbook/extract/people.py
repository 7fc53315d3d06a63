"""Phrases that stand for people, with how many they are: "at least 12 soldiers", "a passenger", "Ana Prell, 34"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from tollbook import lexicon
from tollbook.extract.line import Line
from tollbook.model import Count, Group, Span
from tollbook.terms import Bound

AGED = re.compile(r"(?:\d+|[a-z]+(?:-[a-z]+)?)-(?:year|month|week|day)s?-olds?")
PRONOUNS = frozenset(("he", "she", "him", "her", "himself", "herself"))
# The longest run from a quantity to its noun: "three | senior Southern Front field commanders".
REACH = 7


@dataclass(frozen=True, slots=True)
class People:
    """Tokens [first, last) that stand for people; `form` says how: number, named, single, plural, definite, pronoun.

    `low`, `high`, `bound` and `count` (the quantity's characters) as a Count has them. `head` is one past the quantity.
    `is_bare` marks a number with no noun ("killing three"), `is_other` one that counts others ("two others").
    """

    first: int
    last: int
    form: str
    low: int
    high: int | None
    bound: Bound
    count: Span
    head: int
    is_bare: bool = False
    is_other: bool = False
    group: Group | None = None
    persons: tuple[str, ...] = ()

    def counted(self, text: str) -> Count:
        """The figure, with its words."""
        return Count(self.low, self.high, self.bound, self.count.of(text), self.count)


def people(line: Line) -> tuple[People, ...]:
    """The phrases of a sentence that stand for people, in order, none inside another."""
    found: list[People] = []
    at = 0
    while at < len(line.tokens):
        phrase = next((one for way in WAYS if (one := way(line, at))), None)
        if phrase:
            found.append(_with_names(line, phrase))
        at = found[-1].last if phrase else at + 1
    return tuple(found)


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
    return any(word in lexicon.words("people", key) for key in ("people", "combatant", "civilian", "officials"))


def _noun_after(line: Line, at: int) -> tuple[int, str, bool] | None:
    """The noun that a run beginning at `at` ends in: one past it, its singular, whether it is plural."""
    found = None
    for index in range(at, min(at + REACH, len(line.tokens))):
        word = line.word(index)
        known = noun(word)
        if known:
            found = (index + 1, *known)
        elif found or index in line.numbers or _is_stop(word):
            break
    return found


def _is_stop(word: str) -> bool:
    return word in lexicon.grammar("stops") or not (word[0].isalnum() or word == "-")


def _numbered(line: Line, at: int) -> People | None:
    """ "at least 12 soldiers", "dozens of fighters", "five of the victims", "two others", "killing three"."""
    if at not in line.numbers or line.numbers[at][0].unit is not None:
        return None
    number, head = line.numbers[at]
    start = head
    if line.word(start) == "of":
        start += 1
    if start > head and line.word(start) in lexicon.grammar("owners") | {"them", "whom"}:
        start += 1
    if start > head and start in line.numbers:  # "one of five victims died"
        start = line.numbers[start][1]
    is_other = line.word(start) in ("other", "others", "more", "additional", "else")
    ending = _noun_after(line, start)
    if line.word(at) == "no" and line.word(at + 1) == "one":
        is_other = line.word(at + 2) == "else"
        ending, head = (at + 2 + is_other, "other", False), at + 2
    if ending is None and not _can_stand_alone(line, head, start):
        return None
    last = ending[0] if ending else max(head, min(start + is_other, len(line.tokens)))
    bare = ending is None or ending[1] == "other"
    return People(at, last, "number", number.low, number.high, number.bound, number.span, head, bare, is_other,
                  _group(line, start, last, ending and ending[1]))  # fmt: skip


def _can_stand_alone(line: Line, head: int, start: int) -> bool:
    """Whether a number without a noun may be people: "three were", "killing three.", never "three massacres"."""
    word = line.word(head)
    return (
        start > head
        or not word
        or not word[0].isalpha()
        or word in lexicon.grammar("alone")
        or word in lexicon.grammar("stops")
        or word in lexicon.grammar("states")
        or _is_harm(word)
    )


def _is_harm(word: str) -> bool:
    return word in _harm_words()


@cache
def _harm_words() -> frozenset[str]:
    """The words that a word of harm, or what hedges it, can begin with."""
    forms = ("participle", "gerund", "intransitive", "adjective", "noun", "suffer")
    tables = [one for one in lexicon.table("harm").values() if isinstance(one, dict)]
    first = {phrase.split()[0] for one in tables for form in forms for phrase in one.get(form, ())}
    return frozenset({*first, "reportedly", "fatally", "critically", "seriously"})


def _named(line: Line, at: int) -> People | None:
    """ "Ana Prell, 34, and Tomas Prell": each name one person."""
    names: list[str] = []
    last, index = at, at
    while index in line.names and _is_person(line, index, bool(names)):
        name, last = line.names[index]
        names.append(name.text)
        index = _next_name(line, last)
    if not names:
        return None
    distinct = tuple(dict.fromkeys(names))
    return People(
        at, last, "named", len(distinct), len(distinct), Bound.EXACT, line.reach(at, last), last, persons=distinct
    )


def _is_person(line: Line, index: int, is_listed: bool) -> bool:
    name, last = line.names[index]
    if name.kind == "person":
        return not line.word(last - 1).endswith("'s")
    return (
        name.kind == "unknown"
        and (" " in name.text or is_listed)
        and line.word(index - 1) not in ("in", "at", "near", "the", "of", "from")
    )


def _next_name(line: Line, last: int) -> int:
    """Where the next name of a list would begin: past an age in commas and past the "and"."""
    if line.word(last) == "," and last + 1 in line.numbers and line.numbers[last + 1][0].unit == "age":
        last = line.numbers[last + 1][1]
    if line.word(last) == ",":
        last += 1
    return last + 1 if line.word(last) in ("and", "&") else last


def _single(line: Line, at: int) -> People | None:
    """ "a 34-year-old man", "another passenger", "one soldier": one person."""
    if line.word(at) not in ("a", "an", "another"):
        return None
    ending = _noun_after(line, at + 1)
    if ending is None or ending[2] or ending[1] in ("police", "other", "media", "authority"):
        return None
    return People(at, ending[0], "single", 1, 1, Bound.EXACT, line.reach(at, ending[0]), at + 1, False,
                  line.word(at) == "another", _group(line, at + 1, ending[0], ending[1]))  # fmt: skip


def _definite(line: Line, at: int) -> People | None:
    """ "the victim", "her brother", "the three-man crew": people told of already, or known."""
    if line.word(at) not in lexicon.grammar("owners") or (at + 1 in line.numbers and not _is_inner(line, at + 1)):
        return None
    inner = line.numbers.get(at + 1)
    ending = _noun_after(line, at + 2 if inner else at + 1) or _whole(line, at + 2 if inner else at + 1)
    if ending is None or (line.word(at) in ("that", "this") and ending[2]):
        return None
    group = _group(line, at + 1, ending[0], ending[1])
    if inner:
        number = inner[0]
        return People(at, ending[0], "number", number.low, number.high, number.bound, number.span, at + 1, group=group)
    low, high, bound = (2, None, Bound.VAGUE) if ending[2] else (1, 1, Bound.EXACT)
    return People(at, ending[0], "definite", low, high, bound, line.reach(at, ending[0]), at + 1, group=group)


def _is_inner(line: Line, at: int) -> bool:
    """Whether the number is inside a word, "three-man", so that "the" belongs to the crew."""
    return "-" in line.word(at) and line.word(at)[-1].isalpha()


def _whole(line: Line, at: int) -> tuple[int, str, bool] | None:
    for index in range(at, min(at + 4, len(line.tokens))):
        if line.word(index) in lexicon.words("people", "groups"):
            return index + 1, line.word(index), False
        if line.word(index) in lexicon.grammar("stops"):
            break
    return None


def _plural(line: Line, at: int) -> People | None:
    """ "civilians", "Russian fighters", "large-scale loss of life" is elsewhere: two and more."""
    if line.word(at) in lexicon.grammar("stops") | lexicon.grammar("states") or _is_harm(line.word(at)):
        return None
    ending = _noun_after(line, at)
    if ending is None or not ending[2] or ending[1] in lexicon.words("people", "officials"):
        return None
    low, high = (*lexicon.table("vague")[line.vague]["plural"], None)[:2]
    return People(at, ending[0], "plural", low, high, Bound.VAGUE, line.reach(at, ending[0]), at,
                  group=_group(line, at, ending[0], ending[1]))  # fmt: skip


def _pronoun(line: Line, at: int) -> People | None:
    if line.word(at) not in PRONOUNS or (line.word(at) == "her" and noun(line.word(at + 1))):
        return None
    return People(at, at + 1, "pronoun", 1, 1, Bound.EXACT, line.reach(at, at + 1), at + 1)


WAYS: tuple[Callable[[Line, int], People | None], ...] = (_numbered, _named, _single, _definite, _plural, _pronoun)


def _with_names(line: Line, phrase: People) -> People:
    """ "residents A and B", "15-year-old A": the names behind a noun are the people, and are counted."""
    if phrase.form == "plural" and (named := _named(line, phrase.last)):
        return replace(named, first=phrase.first, head=phrase.head, group=phrase.group)
    if phrase.form in ("definite", "single") and phrase.low == 1 and phrase.last in line.names:
        name, last = line.names[phrase.last]
        if _is_person(line, phrase.last, True):
            return replace(phrase, last=last, persons=(name.text,))
    return phrase


def _group(line: Line, first: int, last: int, head: str | None) -> Group | None:
    """Whom the phrase counts, where it says more than "people"; with what follows in "fighters from the front"."""
    words = line.words(first, last)
    combatant = _combatant(words, head)
    small = lexicon.grammar("plain")
    plain = combatant is None and all(word in small or noun(word) == ("person", True) for word in words)
    if head is None or plain or first >= last:
        return None
    end = _of_whom(line, last) if head in lexicon.words("people", "combatant") or head == "member" else last
    if end > last and head == "member":
        combatant = any(word in lexicon.words("people", "status.armed") for word in line.words(last, end)) or None
    span = line.reach(first, end)
    return Group(span.of(line.text), span, _side(line, first, end) if combatant else None, combatant)


def _combatant(words: list[str], head: str | None) -> bool | None:
    if head in lexicon.words("people", "civilian") or any(
        word in lexicon.words("people", "status.civilian") for word in words
    ):
        return False
    if head in lexicon.words("people", "combatant"):
        return True
    return True if any(word in lexicon.words("people", "status.combatant") for word in words[:-1]) else None


def _of_whom(line: Line, last: int) -> int:
    """One past "from pro-government forces", "of the Southern Front" behind a noun; `last` where none follows."""
    if line.word(last) not in lexicon.words("people", "status.joins"):
        return last
    end = last + 1
    while end < min(last + 6, len(line.tokens)):
        word = line.word(end)
        if (
            word in ("the", "of")
            or line.text[line.tokens[end].span.start].isupper()
            or word in lexicon.words("people", "status.combatant")
            or word in lexicon.words("people", "status.armed")
        ):
            end += 1
        else:
            break
    return end if end > last + 1 and line.word(end - 1) not in ("the", "of") else last


def _side(line: Line, first: int, end: int) -> str | None:
    """The actor that the words name: "Russian", "pro-government", "Southern Front"; None where they name none."""
    for index in range(first, end):
        word, token = line.word(index), line.tokens[index]
        if line.text[token.span.start].isupper() and not noun(word) and word not in lexicon.grammar("states"):
            return _proper(line, index, end)
        if word.startswith(("pro-", "anti-")) or word in ("government", "rebel", "regime", "army"):
            return word
    return None


def _proper(line: Line, index: int, end: int) -> str:
    last = index
    while last < end and line.text[line.tokens[last].span.start].isupper() and not noun(line.word(last)):
        last += 1
    return line.reach(index, last).of(line.text)
