"""Which people a word of harm is said of: the way goes by the word's form, left or right in its sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from tollbook import lexicon
from tollbook.extract import nominal, verbal
from tollbook.extract.gapped import gapped
from tollbook.extract.harms import Trigger
from tollbook.extract.line import Line
from tollbook.extract.lists import COLONS, joined
from tollbook.extract.people import People
from tollbook.extract.scene import Scene, scene
from tollbook.extract.shares import Binding, shared
from tollbook.extract.sides import right
from tollbook.terms import Bound

__all__ = ["Binding", "bindings"]

Form = Callable[[Scene, Trigger], Iterator[People]]
# A part stands within so many tokens behind its whole, or behind what is said of the whole.
NEAR = 12
# "turned the gun on himself, | but he survived": it stands within so many tokens.
OUTLIVED = 4
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
    "fold": nominal.fold,
    "owned": nominal.owned,
    "list": nominal.named_among,
}


def bindings(line: Line, phrases: Sequence[People], found: Sequence[Trigger]) -> tuple[Binding, ...]:
    """Every harm of the sentence with its people; a word of harm with nobody to tell it of gives none."""
    told = scene(line, phrases, found)
    bound: list[Binding] = []
    for trigger in found:
        for people in FORMS[trigger.form](told, trigger):
            behind = _identified(told, trigger, people)
            people = replace(people, persons=behind.persons) if behind else _with_list(told, trigger, people)
            for one in _bound(line, trigger, people, list(bound)):
                bound.append(replace(one, last=max(one.last, behind.last)) if behind else one)
    bound = _with_names([*bound, *gapped(told, bound)])
    bound = [_as_part(told, one, bound) for one in shared(told, bound)]
    hurt = {one.people.first for one in bound if one.harm == "injured"}
    told_of = {
        one.people.first for one in bound if one.harm != "unharmed" and not one.trigger.phrase.startswith("with ")
    }
    bound = [one for one in bound if not (one.trigger.phrase.startswith("with ") and one.people.first in told_of)]
    bound = [one for one in bound if not (one.harm == "unharmed" and one.people.first in hurt)]  # "hurt but survived"
    return tuple(dict.fromkeys([*bound, *_parts(told, bound)]))


def _with_names(bound: Sequence[Binding]) -> list[Binding]:
    """ "shooting their daughter, Wynn, who is in hospital": her name goes with all that is told of her."""
    named = {one.people.first: one.people.persons for one in bound if len(one.people.persons) == one.people.high == 1}
    return [
        replace(one, people=replace(one.people, persons=named[one.people.first]))
        if not one.people.persons and one.people.high == 1 and one.people.first in named
        else one
        for one in bound
    ]


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


def _identified(told: Scene, trigger: Trigger, people: People) -> People | None:
    """Whose name follows: "the man who was killed was identified as | Tom Prell"."""
    line, at = told.line, max(trigger.last, people.last)
    if not people.is_one or people.persons or trigger.first < people.first:
        return None
    while line.word(at) in ("has", "had", "been", "was", "is"):
        at += 1
    if line.word(at) not in ("identified", "named") or line.word(at + 1) != "as":
        return None
    named = [one for one in right(told, at + 2) if one.persons and one.is_one]
    return named[0] if len(named) == 1 else None


def _colon(line: Line, begin: int) -> int | None:
    return next((at for at in range(begin, begin + NEAR) if line.word(at) in COLONS), None)


def _bound(line: Line, trigger: Trigger, people: People, bound: Sequence[Binding]) -> Iterator[Binding]:
    first, last = min(trigger.first, people.first), max(trigger.last, people.last)
    if trigger.harm == "injured" and first == trigger.first and _is_to_death(line, people.last):
        yield Binding(trigger, people, "killed", first, people.last + 2)
        return
    is_part = trigger.form == "list" and _is_part(line, people, trigger, bound)
    if trigger.harm != "both":
        past = _past_outlived(line, trigger.last) if trigger.form == "self" else None
        yield Binding(trigger, people, "injured" if past else trigger.harm, first, past or last, is_part)
        return
    for harm in ("killed", "injured"):
        yield Binding(trigger, _share(trigger, people), harm, first, last, is_part)


def _is_to_death(line: Line, at: int) -> bool:
    """ "stabbed three men | to death"."""
    return line.words(at, at + 2) == ["to", "death"]


def _past_outlived(line: Line, at: int) -> int | None:
    """One past "survived" behind what somebody did to himself: "turned the gun on himself | but survived"."""
    if line.word(at) not in ("but", "and", ","):
        return None
    return next((end + 1 for end in range(at + 1, at + OUTLIVED) if line.word(end) in ("survived", "lived")), None)


def _is_part(line: Line, people: People, trigger: Trigger, bound: Sequence[Binding]) -> bool:
    """ "among the dead were Ana Prell and a cook" leaves open how many more; "the dead were identified as" does not."""
    is_open = line.word(trigger.first - 1) == "among" or line.word(trigger.last).startswith("includ")
    if trigger.phrase == "names of" or trigger.phrase.endswith("by name"):  # "13 victims by name"
        return False
    is_told = bool(people.persons) or people.form == "single"
    return is_open or not is_told or any(one.harm == trigger.harm for one in bound)


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
        for part in _told_apart(told, index) or joined(told, index, 1):
            reached = max(reached, part.last)
            yield replace(whole, people=part, first=part.first, last=part.last, is_part=True)


def _as_part(told: Scene, one: Binding, bound: Sequence[Binding]) -> Binding:
    """ "two were hurt, including a nurse who was shot": she is one of the two."""
    is_some = one.people.form in ("single", "named", "number") and one.people.high is not None and not one.is_part
    wholes = (other for other in bound if other.harm == one.harm and other.people.last <= one.people.first)
    is_larger = any(other.people.low > max(1, one.people.low) for other in wholes)
    is_part = is_some and is_larger and told.is_included(one.people)
    is_of_told = _is_of_hurt(told.line, one) or _is_state(told.line, one)
    opens = told.line.word(one.people.first - 1) in lexicon.grammar("including")
    is_next = (
        is_larger and is_some and opens and one.trigger.first == one.people.last
    )  # "including four killed in Orsk"
    return replace(one, is_part=True) if is_part or is_of_told or is_next else one


def _is_state(line: Line, one: Binding) -> bool:
    """ "two of them were in critical condition": of those told of before; "all three were" are no part of them."""
    words = line.words(one.people.head, one.people.last)
    is_share = one.people.form == "number" and one.people.low > 0 and words in ([], ["of", "them"])
    is_fare = one.trigger.form == "suffer" and "condition" in one.trigger.phrase
    is_some = not one.people.is_other and line.word(one.people.first - 1) not in ("all", "both")
    return is_share and is_fare and is_some and line.word(one.people.last) in lexicon.grammar("be")


def _is_of_hurt(line: Line, one: Binding) -> bool:
    """ "four of the injured were flown out": they are part of the hurt."""
    words = line.words(one.people.head, one.people.last)
    is_share = one.people.form == "number" and words[:1] == ["of"] and one.people.low > 0
    # Those left when the dead are taken away begin at their head, and are no part.
    return (
        is_share
        and one.people.first < one.people.head
        and one.harm == "injured"
        and words[-1] in ("injured", "wounded", "hurt")
    )


def _told_apart(told: Scene, index: int) -> list[People]:
    """ "including at least five boys and three girls": a part each, and what opens the first opens all."""
    found = [told.phrases[index]]
    for one in told.phrases[index + 1 :]:
        words = told.line.words(found[-1].last, one.first)
        if one.form != "number" or one.is_bare or one.is_other or words not in (["and"], [","], [",", "and"]):
            break
        found.append(one)
    if found[0].form != "number" or found[0].is_bare or len(found) < 2 or told.has_verb(found[-1].last):
        return []
    is_open = found[0].bound is Bound.AT_LEAST
    return [replace(one, high=None, bound=Bound.AT_LEAST) if is_open and one.high == one.low else one for one in found]


def _whole(told: Scene, part: People, bound: Sequence[Binding]) -> Binding | None:
    """What is said of the people nearest before the part; none where they are told to be dead and hurt in one."""
    at = told.including(part)
    at = part.first if at is None else at
    near = [one for one in bound if one.people.last <= at and _distance(one, at) < NEAR and not one.is_part]
    whole = max(near, key=lambda one: one.people.last, default=None)
    return whole if whole and whole.trigger.harm != "both" else None


def _distance(one: Binding, at: int) -> int:
    return min(abs(at - one.last), at - one.people.last)
