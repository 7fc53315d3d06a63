"""How many of the dead have a name: a recorder who "identified 13 victims by name" counts no fewer than these.

| told | counted |
|---|---|
| "helped to identify all 12 victims", "named 12 of the dead" | 12, and the words begin with the verb |
| "only 14 names have been identified" | 14 |
| "all 11 of the victims have been identified" | 11 |
| "identified 13 relatives by name" | 13 |
| "the victim's name was matched with the list", "both names were found on the list of fatalities" | 1, 2 |
| "Ana Prell's name was found on the clinic's list of fatalities" | 1, by name |
| "identified four wounded boys", "identified nine strikes", "12 names were matched with a list" | nobody |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tollbook import lexicon
from tollbook.extract.bind import Binding
from tollbook.extract.harms import Trigger
from tollbook.extract.line import Line
from tollbook.extract.nouns import noun
from tollbook.extract.people import People
from tollbook.terms import Bound

# So many tokens stand at most between the verb and its figure: "identified | the full or partial names of | 12".
BEFORE = 8
# The noun of a figure stands within so many tokens behind it: "12 | of the victims".
NOUN = 5
# What becomes of them is said within so many tokens behind the noun: "11 of the victims | have been identified".
BEHIND = 5


def marks() -> frozenset[str]:
    """The words without any of which a sentence names nobody so."""
    return _words("identify") | {"name", "names"}


def with_identified(line: Line, bound: Sequence[Binding]) -> tuple[Binding, ...]:
    """The bindings, those behind a verb of naming with that verb, and the figures that only the naming tells of."""
    if marks().isdisjoint(line.spoken):
        return tuple(bound)
    bound = (*bound, *(one for one in _on_lists(line) if not any(_is_inside(one, other) for other in bound)))
    if not _words("listed").isdisjoint(line.spoken):
        return bound
    found = [_from_verb(line, one) if one.trigger.harm == "killed" else one for one in bound]
    taken = {one.people.count.start for one in bound}
    return (*found, *(one for one in _bindings(line) if one.people.count.start not in taken))


def _from_verb(line: Line, one: Binding) -> Binding:
    verb = _verb(line, one.people.first) if one.people.form == "number" and one.people.low > 1 else None
    is_of_some = not _words("hurt").isdisjoint(line.words(one.people.first, one.last))
    return one if verb is None or is_of_some else replace(one, first=min(one.first, verb))


def _verb(line: Line, at: int) -> int | None:
    """Where the verb stands that these are the object of: "identified | the names of at least | 12"."""
    found = None
    for first in range(at - 1, max(at - 1 - BEFORE, -1), -1):
        is_naming = line.word(first) not in _words("of_names") or "names" in line.words(first, at + NOUN)
        if line.word(first) in _words("identify") and is_naming:
            found = first
        elif line.word(first) not in _words("between"):
            break
    return found


def _bindings(line: Line) -> Iterator[Binding]:
    for at, (number, last) in line.numbers.items():
        is_people = number.unit is None and number.low > 1 and number.high is not None
        head = _head(line, last) if is_people and number.bound is not Bound.VAGUE else None
        if head is None or _is_hurt(line, at, head):
            continue
        verb = _verb(line, at)
        end = _named(line, head)
        if verb is None and end is None:
            continue
        if line.word(head - 1) not in _words("dead") and not (verb is not None and _by_name(line, head)):
            continue
        first, end = at if verb is None else verb, head if end is None else end
        people = People(at, head, "number", number.low, number.high, number.bound, number.span, last)
        yield Binding(Trigger(first, end, "killed", "toll", "names"), people, "killed", first, end)


def _is_inside(one: Binding, other: Binding) -> bool:
    return one.people.first < other.people.last and other.people.first < one.people.last


def _on_lists(line: Line) -> Iterator[Binding]:
    """Whose names were found on a list of the dead, where the report tells that of all it knows."""
    if _words("lists").isdisjoint(line.spoken) or not lexicon.grammar("negations").isdisjoint(line.spoken):
        return
    for at, word in enumerate(line.spoken):
        people = _all_names(line, at) if word == "names" else _one_name(line, at) if word == "name" else None
        if people:
            trigger = Trigger(people.first, people.last, "killed", "toll", "names")
            yield Binding(trigger, people, "killed", people.first, people.last)


def _all_names(line: Line, at: int) -> People | None:
    """ "all four | names", "both | names"."""
    if line.word(at - 1) == "both":
        return _people(line, at - 1, at + 1, 2)
    is_all = line.word(at - 2) == "all" and at - 1 in line.numbers
    return _people(line, at - 2, at + 1, line.numbers[at - 1][0].low) if is_all else None


def _one_name(line: Line, at: int) -> People | None:
    """ "the victim's | name", "the | name of the man killed", "Ana Prell's | name" on a list of the dead."""
    if line.word(at - 1) in _words("owners"):
        return _people(line, at - 1, at + 1)
    if line.words(at + 1, at + 3) == ["of", "the"] and _is_dead(line, at + 3):
        return _people(line, at + 2, at + 4)
    owner = _owner(line, at) if _is_of_dead(line, at) else None
    return None if owner is None else replace(_people(line, owner, at + 1), persons=(line.names[owner][0].text,))


def _people(line: Line, first: int, last: int, many: int = 1) -> People:
    form = "definite" if many == 1 else "number"
    return People(first, last, form, many, many, Bound.EXACT, line.reach(first, last), last)


def _is_dead(line: Line, at: int) -> bool:
    """ "the name of the | victim", "the name of the | man killed"."""
    known = noun(line.word(at))
    is_one = line.word(at) in _words("victim") or (known is not None and not known[1])
    return is_one and (line.word(at) in _words("victim") or line.word(at + 1) == "killed")


def _owner(line: Line, at: int) -> int | None:
    """Where the name begins that ends in a possessive before "name": "| Ana Prell's name"."""
    is_owned = line.word(at - 1).endswith("'s")
    known = ((first, name) for first, (name, last) in line.names.items() if last == at and name.kind == "person")
    return next((first for first, _ in known), None) if is_owned else None


def _is_of_dead(line: Line, at: int) -> bool:
    """Whether the list behind is one of the dead: "the clinic's | list of fatalities"."""
    list_at = next((end for end in range(at, len(line.tokens)) if line.word(end) in _words("lists")), None)
    return list_at is not None and not _words("of_dead").isdisjoint(line.words(list_at, list_at + BEFORE))


def _head(line: Line, at: int) -> int | None:
    """The end of the noun that a figure counts: "12 | of the named victims"."""
    for end in range(at, at + NOUN):
        word = line.word(end)
        known = noun(word)
        if word in _words("dead") or (known and known[1] and line.word(end + 1) not in _words("dead")):
            return end + 1
        if word not in _words("between") | {"of", "family"} and not known:
            return None
    return None


def _named(line: Line, at: int) -> int | None:
    """The end of what tells that they have a name: "11 victims | have so far been identified"."""
    for end in range(at, at + BEHIND):
        if line.word(end) in _words("identified"):
            return end + 1
        if line.word(end) not in _words("been"):
            return None
    return None


def _by_name(line: Line, at: int) -> bool:
    return any(line.words(end, end + 2) == ["by", "name"] for end in range(at, at + BEHIND))


def _is_hurt(line: Line, at: int, head: int) -> bool:
    """ "identified 12 | victims who were injured"."""
    behind = line.words(head, head + BEHIND)
    behind = behind[: behind.index(",")] if "," in behind else behind
    return not _words("hurt").isdisjoint((*line.words(at, head), *behind))


def _words(key: str) -> frozenset[str]:
    return lexicon.words("identified", key)
