"""Which people a word of harm is said of: the way goes by the word's form, left or right in its sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from tollbook.extract import nominal, verbal
from tollbook.extract.harms import Trigger
from tollbook.extract.line import Line
from tollbook.extract.lists import COLONS, joined
from tollbook.extract.people import People
from tollbook.extract.scene import Scene, scene
from tollbook.extract.sides import right
from tollbook.terms import Bound

Form = Callable[[Scene, Trigger], Iterator[People]]
# A part stands within so many tokens behind its whole, or behind what is said of the whole.
NEAR = 12
FORMS: dict[str, Form] = {
    "participle": verbal.participle,
    "gerund": verbal.gerund,
    "intransitive": verbal.intransitive,
    "adjective": verbal.adjective,
    "suffer": verbal.suffer,
    "self": verbal.itself,
    "noun": nominal.noun,
    "title": nominal.title,
    "of_noun": nominal.of_noun,
    "toll": nominal.toll,
    "lives": nominal.lives,
    "owned": nominal.owned,
    "list": nominal.named_among,
}


@dataclass(frozen=True, slots=True)
class Binding:
    """One harm said of some people: the trigger, the people, and the tokens [first, last) that tell it."""

    trigger: Trigger
    people: People
    harm: str
    first: int
    last: int
    is_part: bool = False


def bindings(line: Line, phrases: Sequence[People], found: Sequence[Trigger]) -> tuple[Binding, ...]:
    """Every harm of the sentence with its people; a word of harm with nobody to tell it of gives none."""
    told = scene(line, phrases, found)
    bound: list[Binding] = []
    for trigger in found:
        for people in FORMS[trigger.form](told, trigger):
            bound += _bound(trigger, _with_list(told, trigger, people), bound)
    hurt = {one.people.first for one in bound if one.harm == "injured"}
    bound = [one for one in bound if not (one.harm == "unharmed" and one.people.first in hurt)]  # "hurt but survived"
    return tuple(dict.fromkeys([*bound, *_parts(told, bound)]))


def _with_list(told: Scene, trigger: Trigger, people: People) -> People:
    """ "Two of her sons were killed: Tom Prell, 9, and Abel Prell": the names behind a colon are those people's."""
    if people.low < 2 or people.persons or trigger.first < people.first:
        return people
    line, begin = told.line, max(trigger.last, people.last)
    colon = begin if line.word(begin) == "as" else _colon(line, begin)
    if colon is None or told.has_harm(begin, colon):
        return people
    listed = right(told, colon + 1)
    if len(listed) != 1 or len(listed[0].persons) != listed[0].low or listed[0].low < 2:
        return people
    is_fit = people.low <= listed[0].low <= (people.high or listed[0].low)
    if people.bound is Bound.VAGUE and is_fit:
        return replace(listed[0], form="number", group=people.group)
    return replace(people, persons=listed[0].persons) if is_fit else people


def _colon(line: Line, begin: int) -> int | None:
    return next((at for at in range(begin, begin + NEAR) if line.word(at) in COLONS), None)


def _bound(trigger: Trigger, people: People, bound: Sequence[Binding]) -> Iterator[Binding]:
    first, last = min(trigger.first, people.first), max(trigger.last, people.last)
    is_part = trigger.form == "list" and _is_part(people, trigger, bound)
    if trigger.harm != "both":
        yield Binding(trigger, people, trigger.harm, first, last, is_part)
        return
    for harm in ("killed", "injured"):
        yield Binding(trigger, _share(trigger, people), harm, first, last, is_part)


def _is_part(people: People, trigger: Trigger, bound: Sequence[Binding]) -> bool:
    """ "among the dead were Ana Prell and a cook" tells of them one by one: no part, where no figure holds them."""
    is_told = bool(people.persons) or people.form == "single"
    return not is_told or any(one.harm == trigger.harm for one in bound)


def _share(trigger: Trigger, people: People) -> People:
    """ "13 people were killed and hurt": one of them at least was killed, and one hurt; how many is not said."""
    if trigger.form == "noun" or people.bound is Bound.VAGUE or people.low < 2:
        return people
    least = 0 if "or" in trigger.phrase.split() else 1
    if people.high is None:
        return replace(people, low=least, bound=Bound.AT_LEAST)
    return replace(people, low=least, high=people.high - least, bound=Bound.RANGE)


def _parts(told: Scene, bound: Sequence[Binding]) -> Iterator[Binding]:
    """ "15 people, including four children, were killed": the part has its whole's harm."""
    taken, reached = {one.people.first for one in bound}, -1
    for index, one in enumerate(told.phrases):
        if one.first in taken or one.first <= reached or one.form == "pronoun" or not told.is_included(one):
            continue
        whole = _whole(told, one, bound)
        if whole is None:
            continue
        for part in joined(told, index, 1):
            reached = max(reached, part.last)
            yield replace(whole, people=part, first=part.first, last=part.last, is_part=True)


def _whole(told: Scene, part: People, bound: Sequence[Binding]) -> Binding | None:
    """What is said of the people nearest before the part; none where they are told to be dead and hurt in one."""
    at = told.including(part)
    at = part.first if at is None else at
    near = [one for one in bound if one.people.last <= at and _distance(one, at) < NEAR and not one.is_part]
    whole = max(near, key=lambda one: one.people.last, default=None)
    return whole if whole and whole.trigger.harm != "both" else None


def _distance(one: Binding, at: int) -> int:
    return min(abs(at - one.last), at - one.people.last)
