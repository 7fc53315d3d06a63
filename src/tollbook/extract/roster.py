"""The dead told one by one behind a head, "the victims were identified as A, her husband B and their two sons".

A list of phrases (`lists`) is joined word by word and ends at the first thing that is no phrase. A roster has said
before it begins that everybody in it is dead, so what it does not know it passes over: it counts names and kin.

| told | counted |
|---|---|
| "Ana Prell, 34, a cook from Orsk, and her husband Tomas Prell" | 2 by name |
| "her mother and her two sons" | 3 without a name |
| "her three children: a son, Abel, and two daughters, Mira and Rima" | 3, all of them by name |
| "Ana Prell, a cook, and her sons Tom and Abel were killed, along with her aunt" | all that stand on both sides |
| "Ana Prell, daughter of Abel Castan" | 1: Castan says whose daughter she is |
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from tollbook import lexicon
from tollbook.extract.bind import Binding
from tollbook.extract.harms import Trigger
from tollbook.extract.kindred import is_kin
from tollbook.extract.line import Line
from tollbook.extract.nouns import noun
from tollbook.extract.people import People
from tollbook.extract.phrases import Phrases
from tollbook.extract.rollcall import Roll, fill, is_item, is_name, told_people

# So many tokens behind its head a list begins at the latest: "the victims of the strike on the camp were, as told, A".
REACH = 24
# A figure and who they are stand this near: "two young men of the Prell family, | Ana Prell …".
COUNTED = 14
# Marks behind the word that opens a list: "the names of the dead are | :".
MARKS = frozenset((":", "-", "–", "—", ","))
# Who mourns the dead is told of within so many tokens before them.
OTHERS = 5
# So many tokens stand at most between "were killed" and "along with".
BESIDE = 10


def with_rosters(line: Line, bound: Sequence[Binding]) -> tuple[Binding, ...]:
    """The bindings, and those of the rosters in the sentence; a roster replaces the shorter lists inside it."""
    found = list(bound)
    for one in _spelt_out(line, bound):
        found = [other for other in found if other.harm != "killed" or not _overlap(one, other)] + [one]
    for one in (*_rosters(line), *_clauses(line, bound)):
        inside = [other for other in found if other.harm == "killed" and _overlap(one, other)]
        wholes = [other.people for other in inside if not other.is_part]
        read = sum(other.low for other in wholes), sum(len(other.persons) for other in wholes)
        if read < (one.people.low, len(one.people.persons)):
            found = [other for other in found if other not in inside] + [one]
    return tuple(found)


def _spelt_out(line: Line, bound: Sequence[Binding]) -> Iterator[Binding]:
    """ "Her five children were killed with their mother | : Ana, Tom, …": the list is of the five."""
    for one in bound:
        first, last = one.people.first, max(one.trigger.last, one.people.first)
        begin = next((at for at in range(last, last + BESIDE) if line.word(at) == ":"), None)
        at = next((at for at in range(first, one.people.last) if at in line.numbers), None)  # "Ana's | five children"
        many = line.numbers[at][0].low if at is not None and one.harm == "killed" else 0
        if begin is None or many < 2:
            continue
        roll = Roll()
        if line.word(last) in ("with", "alongside", "along", "together") and is_item(line, begin + 1):
            fill(line, roll, begin + 1, len(line.tokens))
        people = told_people(line, roll, begin + 1) if len(roll.names) == roll.many == many else None
        if people:
            people = replace(people, first=first, last=max(people.last, one.people.last))
            yield Binding(one.trigger, people, "killed", first, people.last)


def _clauses(line: Line, bound: Sequence[Binding]) -> Iterator[Binding]:
    """ "Ana Prell, a cook from Orsk, her sister Mira and her son Tom | were killed, along with her aunt"."""
    end = 0
    for first, last in _verbs(line):
        roll, beside = Roll(), _beside(line, last)
        starts = _identified(line, end, first) if line.word(first) in ("as", "among") else _openings(line, end, first)
        start = next((at for at in starts if _reaches(line, at, first, roll)), None)
        start = _told(first, last, bound, roll) if start is None and beside is not None else start
        if start is None:
            continue
        if beside is not None and is_item(line, beside):
            fill(line, roll, beside, len(line.tokens))
        people = told_people(line, roll, start)
        if people:
            yield Binding(Trigger(first, last, "killed", "participle", "killed"), people, "killed", start,
                          max(last, people.last))  # fmt: skip
        end = max(last, roll.last)


def _verbs(line: Line) -> Iterator[tuple[int, int]]:
    """Where "were also killed", "was among those killed", "died" stand."""
    dies, killed = lexicon.words("rosters", "dies"), lexicon.words("rosters", "killed")
    heads = dies | {"was", "were", "as", "among", "lost"}
    for first in (at for at, word in enumerate(line.spoken) if word in heads and at > 0):
        if line.spoken[first] in dies:
            yield first, first + 1
            continue
        if line.spoken[first] == "lost":
            if line.word(first + 1) in lexicon.grammar("owners") and line.word(first + 2) in ("life", "lives"):
                yield first, first + 3
            continue
        if line.spoken[first] in ("as", "among"):  # "identified Ana Prell and her son | among the dead"
            if lexicon.words("rosters", "named").isdisjoint(line.words(0, first)):
                continue
            if line.spoken[first] == "among" and line.word(first - 1) not in lexicon.grammar("be"):
                yield from _among(line, first, first + 1)
                continue
        last = first + 1
        while line.word(last) in lexicon.words("rosters", "also"):
            last += 1
        if line.word(last) in killed or (line.spoken[first] == "as" and line.word(last) in ("dead", "victims")):
            yield first, last + 1
        elif line.word(last) in ("among", "amongst"):
            yield from _among(line, first, last)


def _among(line: Line, first: int, at: int) -> Iterator[tuple[int, int]]:
    """The verb up to the word for the dead that stands near: "were among | those killed"."""
    end = next((end for end in range(at, at + 4) if line.word(end) in lexicon.words("rosters", "dead")), None)
    if end is not None:
        yield first, end + 1


def _openings(line: Line, floor: int, end: int) -> Iterator[int]:
    """Where the list before a verb may begin: with the sentence, behind its first place or time, behind a clause."""
    if floor == 0:
        yield 0
        if line.word(0) in lexicon.grammar("prepositions") or line.word(0) == "according":
            yield from (at + 1 for at in range(end) if line.word(at) == ",")
    opens = lexicon.words("rosters", "stops") | lexicon.words("rosters", "opens")
    yield from (at + 1 for at in range(floor, end) if line.word(at) in opens)


def _identified(line: Line, floor: int, end: int) -> Iterator[int]:
    """ "A post identified | Ana Prell and her son as killed"."""
    yield from (at + 1 for at in range(floor, end) if line.word(at) in lexicon.words("rosters", "named"))


def _reaches(line: Line, start: int, end: int, roll: Roll) -> bool:
    """Whether a list from the start goes on up to the verb; the roll is then filled."""
    if start >= end or not is_item(line, start):
        return False
    found = Roll()
    if fill(line, found, start, end) < end or not found.names:
        return False
    roll.names, roll.unnamed, roll.open, roll.last = found.names, found.unnamed, found.open, found.last
    return True


def _told(first: int, last: int, bound: Sequence[Binding], roll: Roll) -> int | None:
    """Takes the one person whom the grammar finds before the verb, and gives where the words for them begin."""
    for one in bound:
        if one.harm == "killed" and one.people.first < first and first <= one.trigger.first < last and not one.is_part:
            name = one.people.persons[0] if one.people.persons else None
            roll.take(name, first)
            return one.people.first
    return None


def _beside(line: Line, at: int) -> int | None:
    """Where the list behind "were killed in Vell along | with" begins."""
    for end in range(at, at + BESIDE):
        word = line.word(end)
        if word in ("alongside", "along", "together") or (word == "with" and end <= at + 1):
            return end + 1 + (line.word(end + 1) == "with")
        if word in lexicon.words("rosters", "stops") or word in (".", ";"):
            return None
    return None


def _overlap(one: Binding, other: Binding) -> bool:
    """Whether they tell of the same words, or of the same names: "the names of two girls who were killed: A and B"."""
    is_inside = one.people.first < other.people.last and other.people.first < one.people.last
    return is_inside or not set(one.people.persons).isdisjoint(other.people.persons)


def _rosters(line: Line) -> Iterator[Binding]:
    end = 0
    for first, last in _heads(line):
        if first < end or _is_of_others(line, first, last):
            continue
        starts = [last] if _is_mourned(line, first, last) else _starts(line, last)
        for start in starts:
            is_open = _is_open(line, first, start)
            people = _read(line, start, 1 if is_open or line.word(first) == "also" else 2)
            if people:
                trigger = Trigger(first, last, "killed", "list", " ".join(line.words(first, last)))
                yield Binding(trigger, people, "killed", first, people.last, is_open)
                end = people.last
                break


def _is_of_others(line: Line, first: int, last: int) -> bool:
    """ "friends mourning | the victims, A", "relatives of | the dead", "the victims | ' friends, A and B"."""
    before = line.words(first - OTHERS, first)
    if before[-2:] != [] and not lexicon.words("rosters", "named").isdisjoint(
        before[-2:]
    ):  # "relatives listed the | dead"
        return line.word(last) in ("'", "’")
    return (
        line.word(last) in ("'", "’")
        or not lexicon.words("rosters", "mourners").isdisjoint(before)
        or ("of" in before and any(is_kin(word) for word in before))
    )


def _heads(line: Line) -> Iterator[tuple[int, int]]:
    """Where a word for the dead stands that a list may follow, the longest first."""
    known, spoken = _head_words(), line.spoken
    if known.keys().isdisjoint(spoken):
        return
    for first, word in enumerate(spoken):
        for words in known.get(word, ()):
            if spoken[first : first + len(words)] == words:
                yield first, first + len(words)
                break


@cache
def _head_words() -> Mapping[str, list[list[str]]]:
    """The words for the dead by the first of each, the longest first."""
    heads: dict[str, list[list[str]]] = {}
    for words in sorted((one.split() for one in _head_phrases()), key=len, reverse=True):
        heads.setdefault(words[0], []).append(words)
    return heads


def _head_phrases() -> frozenset[str]:
    return lexicon.words("rosters", "heads") | lexicon.words("rosters", "mourned")


@cache
def marks() -> frozenset[str]:
    """A word of every head: a sentence without any of them holds no roster."""
    return Phrases(_head_phrases()).longest_words


def _is_mourned(line: Line, first: int, last: int) -> bool:
    return " ".join(line.words(first, last)) in lexicon.words("rosters", "mourned")


def _is_open(line: Line, first: int, start: int) -> bool:
    """ "among the dead were A and B", "the dead include A and B": there may be more of them."""
    is_among = not {"among", "amongst"}.isdisjoint(line.words(first - 3, first))
    return is_among or line.word(start - 1).startswith("includ")


def _starts(line: Line, last: int) -> list[int]:
    """Where the list may begin behind its head; nowhere behind a word for the hurt."""
    before = line.words(last - 4, last)
    is_named = "among" in before and line.word(last - 1 - before[::-1].index("among") - 1) in lexicon.words(
        "rosters", "named"
    )
    found = [last] if is_named else []  # "identified among the dead | Ana Prell and her son"
    for at in range(last, min(last + REACH, len(line.tokens))):
        word = line.word(at)
        if word in lexicon.grammar("states") - {"killed", "dead"}:
            break
        is_alias = word == "as" and line.word(at - 1) == "known"
        if word in lexicon.words("rosters", "openers") and not is_alias:
            while line.word(at + 1) in MARKS:
                at += 1
            found.append(at + 1)
    return found


def _read(line: Line, start: int, least: int) -> People | None:
    """The people of a list that begins right here with somebody; None where it names nobody, or fewer than these."""
    roll = Roll()
    if not (is_item(line, start) or _is_counted(line, start)):
        return None
    fill(line, roll, start, len(line.tokens))
    return told_people(line, roll, start, least)


def _is_counted(line: Line, at: int) -> bool:
    """ "| two young men of the Prell family, Ana Prell and …": a figure, with names behind it."""
    if at not in line.numbers:
        return False
    head = line.numbers[at][1]
    is_said = any((known := noun(line.word(end))) is not None and known[1] for end in range(head, head + 3))
    return is_said and any(is_name(line, end) for end in range(head, head + COUNTED))
