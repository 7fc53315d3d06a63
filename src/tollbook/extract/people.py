"""Phrases that stand for people, with how many they are: "at least 12 soldiers", "a passenger", "Ana Prell, 34"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from tollbook import lexicon
from tollbook.extract.asides import past_age
from tollbook.extract.groups import group_of
from tollbook.extract.line import Line
from tollbook.extract.named import described, merged, named, with_names
from tollbook.extract.nouns import AGED, before_plurals, is_harm, is_plural, noun, noun_after
from tollbook.extract.phrase import People
from tollbook.terms import Bound

__all__ = ["AGED", "People", "noun", "people"]

Way = Callable[[Line, int], People | None]
# "the murders of judges, labour leaders and reporters": the list goes on over so many tokens.
LISTED = 8
PRONOUNS = frozenset(("he", "she", "him", "her", "himself", "herself", "self"))


def people(line: Line) -> tuple[People, ...]:
    """The phrases of a sentence that stand for people, in order, none inside another."""
    found: list[People] = []
    at, spoken, near = 0, line.spoken, before_plurals(line)
    while at < len(spoken):
        phrase = None
        for way in _ways(spoken[at], at in line.numbers, at in line.names, at in near):
            if phrase := way(line, at):
                break
        if phrase:
            found.append(described(line, with_names(line, phrase), found[-1].last if found else 0))
        at = found[-1].last if phrase else at + 1
    return tuple(merged(line, found))


@lru_cache(maxsize=1 << 14)
def _ways(word: str, is_number: bool, is_name: bool, is_near: bool) -> tuple[Way, ...]:
    """The ways that can come to anything at such a word, in order; `is_near` where a run may end in a plural."""
    is_led, known = word in lexicon.grammar("owners") or word in ("a", "an", "another"), noun(word)
    is_small = word in lexicon.grammar("stops") or word in lexicon.grammar("states") or is_harm(word)
    can = {
        _further: word in ("a", "an", "the", "another", "additional", "further"),
        _counted: is_led or word == "both",
        _numbered: is_number,
        named: is_name,
        _owned: is_name,
        _single: is_led,
        _definite: is_led,
        _aged: word.endswith("-old"),
        _plural: is_near and not is_small,
        _pronoun: word in PRONOUNS,
        _headed: known is not None and not known[1],
    }
    return tuple(way for way, may in can.items() if may)


def _numbered(line: Line, at: int) -> People | None:
    """ "at least 12 soldiers", "dozens of fighters", "five of the victims", "two others", "killing three"."""
    if at not in line.numbers or line.numbers[at][0].unit is not None:
        return None
    number, head = line.numbers[at]
    start, bodies = head, lexicon.words("harm", "hits.body")
    if line.words(start, start + 2) == ["names", "of"]:  # "12 names of people killed"
        start += 1
    if line.word(start) == "of":
        start += 1
    if start > head and line.word(start) in lexicon.grammar("owners") | {"them", "whom"}:
        start += 1
    if start > head and start in line.numbers:  # "one of five victims died"
        start = line.numbers[start][1]
    is_other = line.word(start) in ("other", "others", "more", "additional", "else")
    ending = noun_after(line, start)
    if line.word(at) == "no" and line.word(at + 1) == "one":
        is_other = line.word(at + 2) == "else"
        ending, head = (at + 2 + is_other, "other", False), at + 2
    is_pointed = line.word(at) == "one" and line.word(at - 1) in ("this", "that", "each", "every", "any", "which")
    if ending is None and (is_pointed or not _can_stand_alone(line, head, start)):
        return None
    if ending is None and line.word(head) in ("to", "in") and not bodies.isdisjoint(line.words(head, head + 4)):
        return None  # "with several gunshot wounds, including one | to the neck"
    animals = lexicon.words("people", "things.animals")
    if ending is None and start > head and not animals.isdisjoint(line.words(start, start + 3)):
        return None  # "one of the family dogs"
    last = ending[0] if ending else max(head, min(start + is_other, len(line.tokens)))
    bare = ending is None or ending[1] == "other"
    return People(at, last, "number", number.low, number.high, number.bound, number.span, head, bare, is_other,
                  group_of(line, start, last, ending and ending[1]))  # fmt: skip


def _further(line: Line, at: int) -> People | None:
    """ "injured | another four", "a further two people", "an additional 12", "the other five": so many more."""
    number = at + 1 + (line.word(at) in ("a", "an", "the"))
    if line.word(number - 1) not in ("another", "additional", "further", "other"):
        return None
    inner = _numbered(line, number)
    return replace(inner, first=at, is_other=True) if inner else None


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
        or is_harm(word)
    )


def _single(line: Line, at: int) -> People | None:
    """ "a 34-year-old man", "another passenger", "one soldier": one person."""
    if line.word(at) not in ("a", "an", "another"):
        return None
    inner = line.numbers.get(at + 1)
    is_ranked = inner is not None and inner[0].unit == "ordinal"  # "a third member"
    ending = noun_after(line, at + 1 + is_ranked) or _age(line, at + 1)
    if ending is None or ending[2] or ending[1] in ("police", "other", "media", "authority"):
        return None
    return People(at, ending[0], "single", 1, 1, Bound.EXACT, line.reach(at, ending[0]), at + 1, False,
                  line.word(at) == "another", group_of(line, at + 1, ending[0], ending[1]))  # fmt: skip


def _age(line: Line, at: int) -> tuple[int, str, bool] | None:
    """ "a | 12 year old was shot": the age with spaces is the noun, where no name follows."""
    past = past_age(line, at)
    is_told = past > at and line.word(past - 1).endswith("old") and past not in line.names
    return (past, line.word(past - 1), False) if is_told else None


def _definite(line: Line, at: int) -> People | None:
    """ "the victim", "her brother", "the three-man crew": people told of already, or known."""
    if line.word(at) not in lexicon.grammar("owners"):
        return None
    age, inner = _age(line, at + 1), line.numbers.get(at + 1)
    is_ranked = inner is not None and inner[0].unit == "ordinal"  # "the second deputy"
    if inner and not age and not is_ranked and not _is_inner(line, at + 1):
        return None
    inner = None if age or is_ranked else inner
    start = at + 2 if inner or is_ranked else at + 1
    ending = noun_after(line, start) or age or _whole(line, start)
    if ending is None or (line.word(at) in ("that", "this") and ending[2]):
        return None
    if line.word(at) == "that" and is_harm(line.word(at + 1)):
        return _headless(line, at + 2, ending)
    group = None if is_ranked else group_of(line, at + 1, ending[0], ending[1])
    if inner:
        number = inner[0]
        return People(at, ending[0], "number", number.low, number.high, number.bound, number.span, at + 1, group=group)
    low, high, bound = (2, None, Bound.VAGUE) if ending[2] else (1, 1, Bound.EXACT)
    return People(at, ending[0], "definite", low, high, bound, line.reach(at, ending[0]), at + 1, group=group)


def _headless(line: Line, at: int, ending: tuple[int, str, bool]) -> People | None:
    """ "the shooting that killed | woman": a headline's object; "that killed | 9-year-old Mia" has her name for it."""
    if at >= ending[0] or ending[0] in line.names:
        return None
    return People(at, ending[0], "single", 1, 1, Bound.EXACT, line.reach(at, ending[0]), at)


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
    ending = noun_after(line, at)
    if ending is None or not ending[2] or (ending[1] in lexicon.words("people", "officials") and not _is_of(line, at)):
        return None
    if line.word(at) == "twin":  # "Twin 13-year-old brothers"
        return People(at, ending[0], "number", 2, 2, Bound.EXACT, line.reach(at, ending[0]), at)
    low, high = (*lexicon.table("vague")[line.vague]["plural"], None)[:2]
    return People(at, ending[0], "plural", low, high, Bound.VAGUE, line.reach(at, ending[0]), at,
                  group=group_of(line, at, ending[0], ending[1]))  # fmt: skip


def _is_of(line: Line, at: int) -> bool:
    """ "the murders of | judges, | prosecutors and | reporters": such people do not only speak."""
    first = at
    while at - first < LISTED and (line.word(first - 1) in (",", "and") or is_plural(line.word(first - 1))):
        first -= 1
    return line.word(first - 1) == "of" and line.word(first - 2) in lexicon.words("harm", "killed.owned")


def _owned(line: Line, at: int) -> People | None:
    """ "Prell's son", "Ana Prell's two sisters": the people, not whose they are."""
    if (
        at not in line.names
        or line.names[at][0].kind != "person"
        or not line.word(line.names[at][1] - 1).endswith("'s")
    ):
        return None
    first = line.names[at][1]
    if first in line.numbers:
        inner = _numbered(line, first)
        return replace(inner, first=at) if inner and not inner.is_bare else None
    ending = noun_after(line, first)
    if ending is None:
        return None
    low, high, bound = (2, None, Bound.VAGUE) if ending[2] else (1, 1, Bound.EXACT)
    return People(at, ending[0], "definite", low, high, bound, line.reach(at, ending[0]), first)


def _pronoun(line: Line, at: int) -> People | None:
    if line.word(at) not in PRONOUNS or (line.word(at) == "her" and noun(line.word(at + 1))):
        return None
    other = _definite(line, at + 2) if line.word(at + 1) == "and" else None
    if other and other.high is not None:  # "he and his brother"
        many = other.high + 1
        return People(at, other.last, "number", many, many, Bound.EXACT, line.reach(at, other.last), other.last)
    return People(at, at + 1, "pronoun", 1, 1, Bound.EXACT, line.reach(at, at + 1), at + 1)


def _counted(line: Line, at: int) -> People | None:
    """ "both officers", "the couple", "a couple was", "the two were", "a family of five": as many as the word says."""
    said = line.word(at)
    is_led = said == "a" or said in lexicon.grammar("owners")
    if not is_led and said != "both":
        return None
    sets, word = lexicon.table("people")["sets"], at + is_led
    if is_led and word in line.numbers and _is_closed_number(line, word) and not _is_stated(line, word):
        number, last = line.numbers[word]
        return People(at, last, "number", number.low, number.high, number.bound, number.span, last)
    if many := _of_many(line, at, word):
        return many
    if line.word(word) == "both" or (is_led and line.word(word) in sets and line.word(word + 1) != "of"):
        last = word + 3 if line.words(word, word + 3) in (["both", "of", "them"], ["both", "of", "whom"]) else word + 1
        is_owned = line.word(last) in lexicon.grammar("owners")  # "both his sons"
        ending = noun_after(line, last + is_owned) if line.word(word) == "both" else None
        if line.word(word) == "both" and (ending is None or not ending[2]) and not _is_told(line, last):
            return None
        many, last = sets.get(line.word(word), 2), ending[0] if ending and ending[2] else last
        group = group_of(line, word + 1, last, ending[1]) if ending and ending[2] else None
        if line.word(word) == "parents":
            group = group_of(line, word, last, "parent")
        return People(at, last, "number", many, many, Bound.EXACT, line.reach(at, last), last, group=group)
    if is_led and line.word(word) in lexicon.words("people", "groups") and line.word(word + 1) == "of":
        return _sized(line, at, word + 2)
    return None


def _of_many(line: Line, at: int, word: int) -> People | None:
    """ "both of his parents", "a pair of brothers"; but "a pair of shoes"."""
    many = {**lexicon.table("people")["sets"], "both": 2}.get(line.word(word))
    if line.word(word + 1) != "of" or many is None:
        return None
    ending = noun_after(line, word + 2 + (line.word(word + 2) in lexicon.grammar("owners")))
    if ending is None or not ending[2]:
        return None
    return People(at, ending[0], "number", many, many, Bound.EXACT, line.reach(at, ending[0]), word + 1)


def _is_closed_number(line: Line, at: int) -> bool:
    """ "the two were", "the three who": a number told of already, with no noun behind it."""
    number, last = line.numbers[at]
    return number.unit is None and 1 < number.low < 20 and line.word(at).isalpha() and _is_told(line, last)


def _is_stated(line: Line, at: int) -> bool:
    """ "the | two wounded nuns": their state stands between the number and the noun."""
    last = line.numbers[at][1]
    known = noun(line.word(last + 1))
    return line.word(last) in lexicon.grammar("states") and known is not None and known[1]


def _is_told(line: Line, at: int) -> bool:
    word = line.word(at)
    return (
        word in lexicon.grammar("be") or word in ("had", "have", "died", "who") or (is_harm(word) and word[-1] == "d")
    )


def _sized(line: Line, at: int, inner: int) -> People | None:
    if inner not in line.numbers or line.numbers[inner][0].unit is not None:
        return None
    number, last = line.numbers[inner]
    return People(at, last, "number", number.low, number.high, number.bound, number.span, last)


def _aged(line: Line, at: int) -> People | None:
    """ "2-year-old boy shot", "said 16-year-old Ana Prell": one person, told of without an article."""
    if not line.word(at).endswith("-old") or not AGED.fullmatch(line.word(at)):
        return None
    ending = noun_after(line, at)
    last = ending[0] if ending and not ending[2] else at + 1
    if last in line.names:
        past = line.names[last][1]
        known = noun(line.word(past))
        if known is None or known[1] or not is_harm(line.word(past + 1)):
            return None  # the name is the phrase, and may open a list
        last = past + 1  # "14-year-old Marl boy dies"
    return People(at, last, "single", 1, 1, Bound.EXACT, line.reach(at, last), at,
                  group=group_of(line, at, last, ending[1] if ending else None))  # fmt: skip


def _headed(line: Line, at: int) -> People | None:
    """ "Man killed in Vell", "…, woman wounded": a headline leaves the article out."""
    known = noun(line.word(at))
    is_head = at == 0 or line.word(at - 1) in (",", ";", ":", "and")
    is_first = at == 0 or line.word(at - 1) == ":"
    is_opening = is_first and line.word(at + 1) in ("of", "in", "from", "with")  # "Victim of drive-by shooting dies"
    is_shot = line.word(at) == "victim" and line.word(at - 1) in ("shooting", "stabbing")  # "Vell shooting victim dies"
    if not (is_head or is_shot) or known is None or known[1] or is_speaker(known[0]):
        return None
    if known[0] in ("suspect", "person"):
        return None
    if not (is_opening or is_harm(line.word(at + 1))):
        return None
    return People(at, at + 1, "single", 1, 1, Bound.EXACT, line.reach(at, at + 1), at,
                  group=group_of(line, at, at + 1, known[0]))  # fmt: skip


def is_speaker(word: str) -> bool:
    """Whether a report rather cites such people than tells of their harm: "Sources killed the story"."""
    is_official = word in lexicon.words("people", "officials") and word not in lexicon.words("people", "bare.harmed")
    return is_official or word in ("other", "police")
