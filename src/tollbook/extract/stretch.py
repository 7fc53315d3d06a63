"""Phrases stretched over words that belong to them, "a boy of 14", and ranks that stand for a person, "a third"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from tollbook import lexicon
from tollbook.extract.line import Line
from tollbook.extract.nouns import is_harm, noun, noun_after
from tollbook.extract.people import People
from tollbook.terms import Bound

# Whoever was older has been in no report.
OLDEST = 120
# What stands between two people of whom one is a pronoun: "killed two women | and then | himself".
JOINING = frozenset(
    (("and",), ("and", "his"), ("and", "her"), ("and", "then"), (",", "and", "then"), (",", "then"), ("then",), (",",))
)
SELF = frozenset(("himself", "herself", "self"))
COUNTED = frozenset(("number", "single", "definite", "named"))


def stretched(line: Line, phrases: Sequence[People]) -> tuple[People, ...]:
    """The phrases of a sentence in order, none inside another."""
    found: list[People] = []
    for one in sorted([*phrases, *_ranked(line)], key=lambda one: (one.first, -one.last)):
        if found and one.first < found[-1].last:
            continue
        found.append(_as_many(line, _with_state(line, _with_age(line, one))))
    return tuple(together(line, _told_by_lists(line, found)))


def _as_many(line: Line, one: People) -> People:
    """ "the slain couple", "a Vell couple" are two, and so are "her parents, Ana Prell and Tom Prell"."""
    if one.form in ("definite", "single") and one.high == 1:
        many = lexicon.table("people")["sets"].get(line.word(one.last - 1))
        return replace(one, form="number", low=many, high=many) if many else one
    if one.form in ("definite", "plural") and one.high is None and len(one.persons) > 1:
        many = len(one.persons)
        return replace(one, form="number", low=many, high=many, bound=Bound.EXACT)
    many = _ages(line, one.last) if one.form == "definite" and one.high is None else 0
    return replace(one, form="number", low=many, high=many, bound=Bound.EXACT) if many > 1 else one


def _ages(line: Line, at: int) -> int:
    """How many ages stand behind people: "the victims, | ages 16, 17 and 19,", "the brothers, | 25 and 28, were"."""
    if line.word(at) != ",":
        return 0
    at, many = at + 1 + (line.word(at + 1) in lexicon.grammar("ages")), 0
    while line.word(at) in (",", "and") or line.word(at).isdigit():
        many += line.word(at).isdigit()
        at += 1
    return many if line.word(at - 1) == "," else 0


def _told_by_lists(line: Line, phrases: Sequence[People]) -> Iterator[People]:
    """The phrases without "the victims" right before the list that counts them: "the victims, two men and a boy,"."""
    for one, after in zip_longest(phrases, phrases[1:]):
        is_next = after is not None and line.words(one.last, after.first) == [","] and not after.is_other
        is_list = is_next and after is not None and after.form in ("number", "single") and not after.is_bare
        is_whole = one.form == "definite" and one.high is None and not one.persons
        is_pointed = line.word(one.first) == "the" and line.word(one.last - 1) in lexicon.grammar("pointed")
        is_known = is_pointed or line.word(one.last - 1) in lexicon.grammar("wholes")
        if not (is_list and is_whole and is_known):
            yield one


def together(line: Line, phrases: Iterable[People]) -> Iterator[People]:
    """The phrases with the pronouns beside them: "killed | her and three others", "his wife and himself"."""
    before: People | None = None
    for one in phrases:
        between = line.words(before.last, one.first) if before else []
        pair = _pair(line, before, one) if before and tuple(between) in JOINING else None
        if before and not pair:
            yield before
        before = pair or one
    if before:
        yield before


def _pair(line: Line, one: People, other: People) -> People | None:
    """The two as one phrase, where one of them is a pronoun and both are counted."""
    first, last, after = line.word(one.first), line.word(other.last - 1), line.word(other.last)
    is_verb = after in lexicon.grammar("be") or after in ("died", "had", "has", "have")
    is_subject = first in ("he", "she") and one.form == "pronoun" and is_verb
    is_object = first in ("him", "her") and one.form == "pronoun" and not is_verb
    is_self = other.form == "pronoun" and last in SELF and one.form in COUNTED
    if one.high is None or other.high is None or not (is_self or ((is_subject or is_object) and other.form in COUNTED)):
        return None
    low, high, span = one.low + other.low, one.high + other.high, line.reach(one.first, other.last)
    bound = Bound.EXACT if low == high else Bound.RANGE
    names = (*one.persons, *other.persons)
    return People(one.first, other.last, "number", low, high, bound, span, one.last, persons=names)


def _with_age(line: Line, one: People) -> People:
    """ "a boy of | 14", "the girl of | six": an age, and no people; nor are the children of "a mother of | two"."""
    at = one.last + 1
    is_one = one.form in ("single", "definite") and one.high == 1 and not one.persons and line.word(one.last) == "of"
    if not is_one or at not in line.numbers:
        return one
    number, last = line.numbers[at]
    is_closed = last >= len(line.tokens) or not noun_after(line, last) or is_harm(line.word(last))
    is_plain = number.unit in (None, "age") and number.high is not None and number.high < OLDEST
    return replace(one, last=last) if is_plain and is_closed else one


def _with_state(line: Line, one: People) -> People:
    """ "three of the | wounded": the state is their noun, where no other follows."""
    words = line.words(one.head, one.last)
    is_of = words[:1] == ["of"] and (words[-1] in lexicon.grammar("owners") or one.last - 1 in line.numbers)
    is_open = one.form == "number" and one.is_bare and is_of
    if not is_open or line.word(one.last) not in lexicon.grammar("states") or noun(line.word(one.last + 1)):
        return one
    return replace(one, last=one.last + 1, is_bare=False)


def _is_harmed(line: Line, at: int, last: int) -> bool:
    """ "a third | was hurt", "a second | died", "wounding a | third"."""
    is_object = is_harm(line.word(at - 2)) and line.word(last) != "of"
    return is_object or line.word(last) in lexicon.grammar("be") | {"died", "later"}


def _ranked(line: Line) -> Iterator[People]:
    """ "a third was hurt", "the third victim", "Third victim dies": one person each, however many there were before."""
    for at, (number, last) in line.numbers.items():
        if number.unit != "ordinal" or last >= len(line.tokens):
            continue
        ending, article = noun_after(line, last), line.word(at - 1)
        if (
            (article == "the" or at == 0)
            and ending
            and not ending[2]
            and ending[1] not in lexicon.words("people", "officials")
        ):
            first = max(at - 1, 0)
            yield People(first, ending[0], "definite", 1, 1, Bound.EXACT, line.reach(first, ending[0]), at + 1)
        elif (article == "a" and _is_harmed(line, at, last)) or (article == "the" and line.word(last) == "died"):
            yield People(at - 1, last, "single", 1, 1, Bound.EXACT, line.reach(at - 1, last), last)
