"""The range that a recorder puts down: "a minimum number of dead was recorded as 15".

| told | counted |
|---|---|
| "has used a 14–21 range in the fatality and injury fields" | 14 to 21 killed, and as many hurt |
| "an upper range of nine casualties has been included" | at most 9 killed |
| "estimated a casualty range of at least 30 civilians killed and wounded" | at least 30 of each |
| "the minimum number of children killed has been put at 3", "sources cited a range from 5 to 9" | nobody |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tollbook import lexicon
from tollbook.extract.bind import Binding
from tollbook.extract.harms import Trigger
from tollbook.extract.line import Line
from tollbook.extract.nouns import noun
from tollbook.extract.people import People
from tollbook.model import Number
from tollbook.terms import Bound

LEXICON = "ranges"
# The figure stands within so many tokens behind the range, and whom it counts within so many around both.
REACH = 16
AROUND = 6
# "an upper range of five has been set for the Prell family": whom alone it counts, within so many behind.
BEHIND = 10
# "12–24 in the fatality range": so many tokens stand at most between the figure and the range.
BEFORE = 4


@dataclass(frozen=True, slots=True)
class Range:
    """Tokens [first, last) that stand for a range or one end of it; `bound` is the end, None where it is both."""

    first: int
    last: int
    bound: Bound | None


def marks() -> frozenset[str]:
    """The words without any of which a sentence puts down no range."""
    return _words("nouns") | _words("low") | _words("high")


def with_ranges(line: Line, bound: Sequence[Binding]) -> tuple[Binding, ...]:
    """The bindings, and those of the ranges that are put down; a range takes the place of its bare figure."""
    found = tuple(_bindings(line)) if not marks().isdisjoint(line.spoken) else ()
    taken = {(one.harm, one.people.count) for one in found}
    return (*(one for one in bound if (one.harm, one.people.count) not in taken), *found)


def _bindings(line: Line) -> Iterator[Binding]:
    if _words("verbs").isdisjoint(line.spoken):
        return
    anchors = list(_ranges(line))
    for index, one in enumerate(anchors):
        end = anchors[index + 1].first if index + 1 < len(anchors) else len(line.tokens)
        begin = anchors[index - 1].last if index else 0
        if figure := _figure(line, one, begin, end):
            at, last = figure
            yield from _told(line, one, _number(line, at, one), (at, last), (begin, end))


def _ranges(line: Line) -> Iterator[Range]:
    """The ranges of the sentence in order: "an upper casualty range", "the minimum number", "a range"."""
    at = 0
    while at < len(line.tokens):
        word, last = line.word(at), at + 1
        bound = Bound.AT_LEAST if word in _words("low") else Bound.AT_MOST if word in _words("high") else None
        if bound:
            while line.word(last) in _words("between"):
                last += 1
            if line.word(last) in _words("counts"):
                yield Range(at, last := _whole_range(line, last + 1), bound)
        elif word in _words("nouns") and line.word(at - 1) not in _words("some"):
            yield Range(at, last, None)
        at = last


def _whole_range(line: Line, at: int) -> int:
    """ "an upper estimate | for the fatality range"."""
    end = next((end for end in range(at, at + BEFORE) if line.word(end) in _words("nouns")), at - 1)
    return end + 1 if line.word(at) in ("for", "of", "in") and end not in line.numbers else at


def _figure(line: Line, one: Range, begin: int, end: int) -> tuple[int, int] | None:
    """Where the range's figure stands: right before it, or behind it in its clause."""
    for at in range(max(begin, one.first - BEFORE - 3), one.first):
        if one.bound is None and _is_people(line, at) and _is_led(line, _end(line, at), one.first):
            return at, _end(line, at)
    for at in range(one.last, min(end, one.last + REACH)):
        if line.word(at) in _words("stops") or line.word(at) in _words("some"):
            return None
        if _is_people(line, at):
            return at, _end(line, at)
    return None


def _end(line: Line, at: int) -> int:
    """ "2–2 |" is one figure too."""
    end = line.numbers[at][1]
    is_twice = line.word(end) in ("-", "–") and line.word(end + 1) == line.word(at)
    return end + 2 if is_twice else end


def _is_led(line: Line, last: int, first: int) -> bool:
    """ "12–24 | range", "12–24 | in the fatality | range"."""
    words = line.words(last, first)
    return not words or (len(words) <= BEFORE and words[0] in ("in", "casualty", "fatality", "injury", "civilian"))


def _is_people(line: Line, at: int) -> bool:
    """Whether a figure stands there that may count people, and no "range of five weapons"."""
    if at not in line.numbers or line.numbers[at][0].unit is not None or line.numbers[at][0].bound is Bound.VAGUE:
        return False
    word = line.word(_end(line, at))
    is_open = not word[:1].isalpha() or any(word in lexicon.grammar(key) for key in ("alone", "stops", "states"))
    is_led = any(word in _words(key) for key in ("people", "between", "killed", "injured", "nouns", "some"))
    return is_open or is_led or noun(word) is not None or word in lexicon.grammar("prepositions")


def _number(line: Line, at: int, one: Range) -> Number:
    """The figure as the range's end has it: "a minimum of 12 was recorded" is at least 12."""
    number = line.numbers[at][0]
    if number.bound is not Bound.EXACT or one.bound is None:
        return number
    if one.bound is Bound.AT_LEAST:
        return replace(number, high=None, bound=one.bound)
    return replace(number, low=0, bound=one.bound)


def _told(line: Line, one: Range, number: Number, at: tuple[int, int], near: tuple[int, int]) -> Iterator[Binding]:
    first, last = min(one.first, at[0]), max(one.last, at[1])
    begin = first if at[0] == first else max(near[0], first - AROUND)  # "12–24 in the fatality range"
    before, behind = _clause(line.words(begin, first)[::-1])[::-1], _clause(line.words(last, last + BEHIND))
    if not _words("some").isdisjoint((*before, *line.words(first, last), *behind)):
        return
    harms = _harms({*line.words(begin, last), *behind[: min(AROUND, near[1] - last)]}) or _afar({*line.spoken})
    people = People(*at, "number", number.low, number.high, number.bound, number.span, at[1], is_bare=True)
    trigger = Trigger(one.first, one.last, "both" if len(harms) > 1 else "".join(harms), "toll", "range")
    for harm in harms:
        yield Binding(trigger, people, harm, first, last)


def _afar(words: set[str]) -> tuple[str, ...]:
    """Whom a range counts that does not say it itself: "an upper range of nine casualties" are dead."""
    return () if _words("people").isdisjoint(words) else _harms(words) or ("killed",)


def _clause(words: list[str]) -> list[str]:
    """The words up to the next clause."""
    return words[: next((at for at, word in enumerate(words) if word == "," or word in _words("stops")), len(words))]


def _harms(words: set[str]) -> tuple[str, ...]:
    return tuple(harm for harm in ("killed", "injured") if not _words(harm).isdisjoint(words))


def _words(key: str) -> frozenset[str]:
    return lexicon.words(LEXICON, key)
