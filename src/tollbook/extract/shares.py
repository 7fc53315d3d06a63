"""A number out of a number: "one of three people killed", "of the 30 dead, 12 were cooks"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tollbook import lexicon
from tollbook.extract.harms import Trigger
from tollbook.extract.line import Line
from tollbook.extract.people import People
from tollbook.extract.scene import Scene
from tollbook.model import Number

# The verb of "one of the five men shot in the port on Monday | has" stands within so many tokens.
NEAR = 14


@dataclass(frozen=True, slots=True)
class Binding:
    """One harm said of some people: the trigger, the people, and the tokens [first, last) that tell it."""

    trigger: Trigger
    people: People
    harm: str
    first: int
    last: int
    is_part: bool = False


def shared(told: Scene, bound: Sequence[Binding]) -> list[Binding]:
    """The bindings with every whole as large as it is told to be, and those who are told of apart as its part."""
    if not any(one.people.form == "number" for one in bound):
        return list(bound)
    found = [other for one in bound for other in _out_of(told, one, bound)]
    return [other for one in found for other in _with_rest(told, one, found)]


def _out_of(told: Scene, one: Binding, bound: Sequence[Binding]) -> Iterator[Binding]:
    """ "Nine of the 50 killed were cooks" tells of 50, "two of the five shot died" of two and of three."""
    whole = _whole(told.line, one)
    if whole is None:
        yield one
        return
    again = [other for other in bound if other.people.first == one.people.first and other.trigger != one.trigger]
    many = replace(one.people, low=whole.low, high=whole.high, bound=whole.bound, count=whole.span, is_bare=False)
    dead = next((other for other in again if other.harm == "killed"), None)
    if one.people.high == 0:  # "none of the four people shot died": of another token, for the 0 dead have theirs
        yield replace(one, people=replace(many, first=one.people.head))
    elif one.harm == "injured" and dead:
        yield _without(replace(one, people=many), one.people.low, dead)
    elif again:
        yield one
    elif _is_who(told.line, one) or _is_predicate(told, one) or _has_verb(told.line, one.trigger.last):
        yield replace(one, people=many)
        yield replace(one, is_part=True, last=min(one.people.last, one.trigger.first))
    else:
        yield one


def _whole(line: Line, one: Binding) -> Number | None:
    """The second number of "two of the five men | shot", where no verb stands between."""
    people, at = one.people, one.people.head
    if people.form != "number" or one.is_part or one.trigger.form not in ("participle", "adjective", "intransitive"):
        return None
    at += 1 + (line.word(at + 1) in lexicon.grammar("owners"))
    is_who = _is_who(line, one)
    is_near = is_who or people.last - 1 <= one.trigger.first <= people.last + 1
    is_next = is_near and line.word(people.head) == "of"
    if not is_next or at >= people.last or at not in line.numbers:
        return None
    number = line.numbers[at][0]
    is_none = line.word(people.first) == "none" and (is_who or one.trigger.form != "intransitive")
    is_more = number.unit is None and number.low > people.low and (people.low > 0 or is_none)
    is_verb = line.word(one.trigger.first - 1) in lexicon.grammar("be") and not is_who
    return number if is_more and not is_verb else None


def _is_who(line: Line, one: Binding) -> bool:
    """ "one of the two men | who died": all of them did."""
    return line.word(one.people.last) in ("who", "that") and 0 < one.trigger.first - one.people.last <= 3


def _without(one: Binding, dead: int, told: Binding) -> Binding:
    """One binding without so many of its people, of whom another tells that they died; its words hold both."""
    high = None if one.people.high is None else one.people.high - dead
    # Another token, so that they are not taken for those who died.
    people = replace(one.people, first=one.people.head, low=one.people.low - dead, high=high)
    return replace(one, people=people, last=max(one.last, told.last))


def _is_predicate(told: Scene, one: Binding) -> bool:
    """ "he was | one of three killed", "Prell, | one of three killed", "cook | one of three killed"."""
    before = told.line.word(one.people.first - 1)
    is_next = any(other.last == one.people.first for other in told.phrases)
    return is_next or before in (",", "–", "—", "(") or before in lexicon.grammar("be")


def _has_verb(line: Line, at: int) -> bool:
    for word in line.words(at, at + NEAR):
        if word in (";", "and", "but", "who", "which", "that", "when", "after"):
            return False
        if word in lexicon.grammar("be") or word in ("has", "have", "had", "died"):
            return True
    return False


def _with_rest(told: Scene, one: Binding, bound: Sequence[Binding]) -> Iterator[Binding]:
    """One binding without those of its people who are told to be dead behind it; and its parts told of beside it."""
    apart = _apart(told, one)
    if apart is None:
        dead = _dead_of(told.line, one, bound)
        yield _without(one, dead.people.low, dead) if dead else one
        return
    harmed = next((other for other in bound if other.people.first == apart.first), None)
    if harmed is None:
        yield one
        yield replace(one, people=apart, first=apart.first, last=apart.last, is_part=True)
    elif harmed.harm == "killed" and one.harm == "injured":
        yield _without(one, apart.low, harmed)
    else:
        yield one


def _apart(told: Scene, one: Binding) -> People | None:
    """The share told of apart: "of the 30 dead, | 12 were cooks", "| four children were among the 15 killed"."""
    line, people = told.line, one.people
    before = line.words(people.first - 2, people.first)
    if people.form != "number" or one.is_part or one.harm not in ("killed", "injured"):
        return None
    if "among" in before:
        at = people.first - 1 - (before[-1] != "among")
        near = [other for other in told.phrases if other.last < at and other.form == "number"]
        is_told = bool(near) and all(
            word in lexicon.grammar("be") | lexicon.grammar("adverbs") for word in line.words(near[-1].last, at)
        )
        return near[-1] if is_told and near[-1].low < people.low else None
    at = people.first - 1 - (before[-1:] != ["of"])
    if "of" not in before or (at > 0 and line.word(at - 1) not in (",", ";", "and", "but")):
        return None
    last = max(one.trigger.last, people.last)
    other = next((other for other in told.phrases if other.first > last), None)
    is_share = other is not None and other.form == "number" and line.words(last, other.first)[-1:] == [","]
    return other if is_share and other and 0 < other.low < people.low and _has_verb(line, other.last) else None


def _dead_of(line: Line, one: Binding, bound: Sequence[Binding]) -> Binding | None:
    """Who of people "shot" died: "four people were shot in the port, and two did not survive"."""
    if one.harm != "injured" or not one.trigger.is_open or one.people.form != "number" or one.people.low < 2:
        return None
    for other in bound:
        is_rest = other.harm == "killed" and other.trigger.form in ("intransitive", "adjective", "gerund", "participle")
        is_some = other.people.form == "number" and other.people.is_bare and not other.people.is_other
        is_told = other.trigger.form == "gerund" and line.words(other.people.head, other.people.last) == ["of", "them"]
        if is_rest and is_some and one.last <= other.first and 0 < other.people.low < one.people.low:
            is_split = ";" in line.words(one.last, other.first)
            return None if is_split or (line.word(other.people.head) == "of" and not is_told) else other
    return None
