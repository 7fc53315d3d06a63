"""Figures whose harm stands with the figure before them: "the clinic counted nine dead, Vell Live | eleven".

| told | counted too |
|---|---|
| "the clinic counted nine dead, Vell Live eleven", "… while Orsk News spoke of ten" | 11, 10 |
| "put the toll at 12, others at as low as six" | 6 |
| "five were killed, or six according to one source" | 6 |
| "reported nine dead but later revised this to 14", "nine dead; it later climbed to 20" | 14, 20 |
| "killed nine and wounded four, Vell Live eleven", "killed nine, while Vell Live showed 11 tanks" | nobody |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tollbook import lexicon
from tollbook.extract.bind import Binding
from tollbook.extract.line import Line
from tollbook.extract.people import People
from tollbook.terms import Bound

# From the figure told in full to the one told in short are at most so many tokens, and so many such figures follow it.
FAR = 24
MANY = 4
# Before the figure stands who gives it, or that it changed, within so many tokens.
BEFORE = 7


def with_elided(line: Line, bound: Sequence[Binding]) -> tuple[Binding, ...]:
    """The bindings, and those of the figures that a sentence tells in short behind the last one told in full."""
    wholes = [one for one in bound if one.harm in ("killed", "injured") and not one.is_part]
    told = next((one for one in reversed(wholes) if one.people.form == "number"), None)
    if told is None or len({one.harm for one in wholes}) > 1:
        return tuple(bound)
    last = max(max(one.last, one.people.last) for one in wholes)
    taken = {one.people.count.start for one in bound}
    return (*bound, *(one for one in _bindings(line, told, last) if one.people.count.start not in taken))


def _bindings(line: Line, told: Binding, last: int) -> Iterator[Binding]:
    begin = last
    for _ in range(MANY):
        at = next((at for at in range(begin, min(begin + FAR, len(line.tokens))) if at in line.numbers), None)
        if at is None:
            return
        number, end = line.numbers[at]
        is_count = number.unit is None and number.bound is not Bound.VAGUE and number.low > 1
        if not (is_count and _is_closed(line, end) and _is_given(line, begin, at)):
            return
        people = People(at, end, "number", number.low, number.high, number.bound, number.span, end, is_bare=True)
        yield replace(told, people=people, first=at, last=end)
        begin = end


def _is_closed(line: Line, end: int) -> bool:
    """Whether nothing behind a figure says that it counts something else."""
    word = line.word(end)
    return not word or not word[0].isalnum() or word in _words("behind")


def _is_given(line: Line, begin: int, at: int) -> bool:
    """Whether the words between say who gives the figure, that it is another's, or that the first one changed."""
    between = line.words(begin, at)
    near = between[-BEFORE:]
    if between[-1:] == ["or"]:
        return not _words("according").isdisjoint(line.words(at, at + 3))
    if not near or _words("opens").isdisjoint(between) or not _words("stops").isdisjoint(between):
        return False
    if between[-1] == "to":
        is_changed = not (_words("changes").isdisjoint(near) or _words("changed").isdisjoint(between))
        return is_changed and "from" not in near
    gap = at
    while gap > begin and line.word(gap - 1) in _words("leads"):
        gap -= 1
    is_name = any(begin <= first and end == gap for first, (_, end) in line.names.items())
    return gap > begin and (is_name or line.word(gap - 1) in _words("voices")) and not _is_new(between)


def _is_new(between: Sequence[str]) -> bool:
    """ "nine dead, and another Vell Live …": somebody is added."""
    return not lexicon.words("persons", "beside.words").isdisjoint(between)


def _words(key: str) -> frozenset[str]:
    return lexicon.words("elided", key)
