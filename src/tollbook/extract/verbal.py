"""The people of verbs and adjectives of harm: "killed eight", "eight were killed", "eight died", "eight dead"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tollbook import lexicon
from tollbook.extract.alongside import alongside
from tollbook.extract.harms import Trigger
from tollbook.extract.lists import summed
from tollbook.extract.people import People, noun
from tollbook.extract.scene import Scene
from tollbook.extract.sides import FAR, left, listed, object_of, reduced, right
from tollbook.extract.unnumbered import unnumbered
from tollbook.terms import Bound

# The words between "killed" and its "were" where the people come last: "Killed in the raid on Orsk on Monday were A".
INVERTED = 12
# So many tokens before "dead" its people end, where no aside parts them: "five people, two of them boys, are | dead".
NEAR = 5
ASIDES = frozenset((",", ")", "–", "—"))


def participle(scene: Scene, trigger: Trigger) -> Iterator[People]:
    """ "eight were killed", "gunmen killed eight", "eight killed": the object, where there is one, else the subject."""
    inside = scene.holding(trigger)
    if inside:
        yield from _as_state(scene, trigger, inside)
        return
    passive = scene.is_passive(trigger)
    objects = None if passive else _objects(scene, trigger)
    if _is_of_things(scene, trigger):
        return
    if trigger.first == (scene.line.word(0) == "also") and (behind := _inverted(scene, trigger)):
        yield from behind
    elif trigger.is_present:
        yield from (one for one in objects or () if one.form != "plural")
    elif objects is not None:
        yield from objects
    else:
        beside = alongside(scene, trigger)
        agent = passive and not scene.has_auxiliary(trigger)
        near = reduced(scene, trigger) if agent or not passive else []  # "a man | killed by the guard"
        together = [*(near or (left(scene, trigger.first) if passive else [])), *beside]
        yield from (summed(scene.line, together) if beside else together) or _unnumbered(scene, trigger)


def _unnumbered(scene: Scene, trigger: Trigger) -> Iterator[People]:
    """ "martyrs and | wounded": the hurt without a number, and without a noun."""
    yield from unnumbered(scene.line, trigger) if trigger.phrase in ("wounded", "injured") else ()


def _is_of_things(scene: Scene, trigger: Trigger) -> bool:
    """ "rebels burned | half the crop"."""
    after = scene.line.word(trigger.last)
    is_object = after in lexicon.grammar("owners") or after in ("a", "an", "half", "several", "down", "some", "many")
    is_people = any(trigger.last <= one.first <= trigger.last + 1 for one in scene.phrases)
    return (
        trigger.phrase in ("burned", "burnt")
        and not scene.is_passive(trigger)
        and ((is_object or trigger.last in scene.line.numbers) and not is_people)
    )


def _inverted(scene: Scene, trigger: Trigger) -> list[People]:
    """ "Killed in the raid were Ana Prell and her son"."""
    for at in range(trigger.last, trigger.last + INVERTED):
        if scene.line.word(at) in ("was", "were") and not any(one.last == at for one in scene.phrases):
            return right(scene, at + 1 + (scene.line.word(at + 1) == ":"))
    return []


def _objects(scene: Scene, trigger: Trigger) -> list[People] | None:
    """Whom the verb harms; "kidnapped and killed Ana Prell" has one object for both. None where it has none."""
    other = scene.joined_to(trigger)
    return right(scene, trigger.last) or (right(scene, other.last) if other else []) or object_of(scene, trigger)


def gerund(scene: Scene, trigger: Trigger) -> Iterator[People]:
    """ "killing eight", "killing and then wounding eight"."""
    other = scene.joined_to(trigger)
    found = right(scene, trigger.last) or (right(scene, other.last) if other else [])
    # "killing people", "they are killing nurses" is what is done, and to nobody in particular.
    is_habit = scene.line.word(trigger.first - 1) in ("is", "are", "keep", "keeps", "stop", "stops")
    for one in found:
        if scene.line.words(one.first, one.last) != ["people"] and not (is_habit and one.form == "plural"):
            yield one


def intransitive(scene: Scene, trigger: Trigger) -> Iterator[People]:
    """ "eight died", "did not survive", "Ana Prell died along with her sons"."""
    beside = alongside(scene, trigger)
    together = [*left(scene, trigger.first), *beside]
    yield from summed(scene.line, together) if beside else together


def suffer(scene: Scene, trigger: Trigger) -> Iterator[People]:
    """ "two suffered burns"; who "suffered no injuries" is not hurt."""
    if "no" not in scene.line.words(trigger.last, trigger.last + 2):
        yield from left(scene, trigger.first)


def itself(scene: Scene, trigger: Trigger) -> Iterator[People]:
    """ "shot himself", "before turning the gun on herself": whoever did it; who "was shot himself" did not."""
    if scene.line.word(trigger.first - 1) in lexicon.grammar("be"):
        return
    at = trigger.last - 1 - 2 * (scene.line.word(trigger.last - 1) == "life")  # "took | his own life"
    span = scene.line.reach(at, at + 1)
    only = People(at, at + 1, "pronoun", 1, 1, Bound.EXACT, span, at + 1)
    beside = right(scene, trigger.last + 1, near=1) if scene.line.word(trigger.last) in (",", "and", "&") else []
    is_counted = len(beside) == 1 and beside[0].form == "number" and not beside[0].is_bare
    is_one = len(beside) == 1 and beside[0].form in ("single", "definite") and scene.line.word(trigger.last) == "and"
    is_more = (is_counted or is_one) and beside[0].high is not None
    if is_more and not scene.has_verb(beside[0].last):  # "kills himself, two children", "shot himself and a friend"
        many = 1 + beside[0].low
        span = scene.line.reach(only.first, beside[0].last)
        yield People(only.first, beside[0].last, "number", many, many, Bound.EXACT, span, only.last)
    else:
        yield only


def adjective(scene: Scene, trigger: Trigger) -> Iterator[People]:
    """ "2 dead", "left five people dead", "are missing"; the "dead end" tells nothing.

    Nobody else is who is told of beside "the dead": "Ana Prell, a sister of the deceased", "Tom Marl mourned the dead".
    """
    inside = scene.holding(trigger)
    if inside:
        yield from _as_state(scene, trigger, inside)
    elif scene.line.word(trigger.first - 1) in lexicon.grammar("owners"):
        return
    elif not noun(scene.line.word(trigger.last)) and scene.line.word(trigger.last) not in lexicon.words(
        "harm", "decoys.after_dead"
    ):
        name = _shot_dead(scene, trigger)
        is_past_aside = scene.has_auxiliary(trigger) and scene.line.word(trigger.first - 2) in ASIDES
        yield from [name] if name else left(scene, trigger.first, FAR if is_past_aside else NEAR)


def _shot_dead(scene: Scene, trigger: Trigger) -> People | None:
    """ "guards opened fire and shot Prell | dead": a name that nothing else tells to be a person's."""
    at = next((first for first, (_, last) in scene.line.names.items() if last == trigger.first), None)
    if at is None or scene.line.word(at - 1) not in ("shot", "left") or scene.phrase_at(at):
        return None
    name = scene.line.names[at][0]
    return People(at, trigger.first, "named", 1, 1, Bound.EXACT, name.span, trigger.first, persons=(name.text,))


def _as_state(scene: Scene, trigger: Trigger, people: People) -> Iterator[People]:
    """ "two wounded soldiers", "the wounded officer": the state stands inside; "the wounded men" are no figure.

    Where a list tells who they are, the list is: "the killed relatives as Ana Prell and her son".
    """
    is_told = people.form == "definite" and people.low == people.high == 1
    if (people.form in ("number", "single") or is_told) and trigger.form in ("participle", "adjective"):
        yield _with_name(scene, people)
    elif people.form == "definite" and scene.line.word(people.last) in lexicon.grammar("lists"):
        yield from listed(scene, people.last)


def _with_name(scene: Scene, people: People) -> People:
    """ "the injured officer | is Tom Prell", "the two wounded nuns | are A and B": the people, with their names."""
    line, at = scene.line, people.last
    is_share = "of" in line.words(people.first, people.last)  # "one of the four dead | was Tom Prell"
    if line.word(at) not in ("is", "are", "was", "were") or people.persons or not people.low or is_share:
        return people
    told = [one for one in listed(scene, at) if one.persons and not scene.has_verb(one.last)]
    is_fit = len(told) == 1 and told[0].low == people.low == people.high == len(told[0].persons)
    return replace(people, last=told[0].last, persons=told[0].persons) if is_fit else people
