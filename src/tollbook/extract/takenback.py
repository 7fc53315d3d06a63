"""Deaths that a sentence takes back: "was initially reported killed, but was later learned to be injured"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tollbook import lexicon
from tollbook.extract.bind import Binding
from tollbook.extract.harms import Trigger, triggers
from tollbook.extract.line import Line
from tollbook.extract.people import People

# A death and what is told instead of it stand this near, in tokens.
NEAR = 20


def taken_back(line: Line, bound: Sequence[Binding]) -> tuple[Sequence[Binding], frozenset[Binding]]:
    """What the sentence tells, what it tells instead of a death included; and those of it that it denies.

    Who "turned out to be alive" is not dead, and nothing else is told of them.
    """
    doubtful = [one for one in bound if one.harm == "killed" and _is_reported_first(line, one)]
    if not doubtful:
        return bound, frozenset()
    found, people = triggers(line), {one.trigger: one.people for one in bound}
    instead = {one: _instead(line, one, found, people) for one in doubtful}
    told = [other for other in instead.values() if other]
    settled = {other.trigger for other in told}
    denied = frozenset(one for one, other in instead.items() if other or _is_alive(line, one))
    return [*(one for one in bound if one.trigger not in settled), *told], denied


def _is_reported_first(line: Line, one: Binding) -> bool:
    beside = set(line.words(min(one.people.last, one.trigger.first), one.trigger.last))
    return all(lexicon.words("stances", f"taken_back.{key}") & beside for key in ("at_first", "said"))


def _instead(line: Line, one: Binding, found: Sequence[Trigger], people: Mapping[Trigger, People]) -> Binding | None:
    """The next state that is told of the same people, or of nobody else: "but she", "… was in fact wounded"."""
    for other in found:
        if not one.trigger.last <= other.first <= one.trigger.last + NEAR:
            continue
        same = people.get(other, one.people)
        is_state = other.form in ("participle", "adjective")  # "died of his injuries" tells no wound instead
        is_turn = lexicon.words("stances", "taken_back.turn") & set(line.words(one.trigger.last, other.first))
        if is_state and is_turn and (same == one.people or same.form == "pronoun"):
            is_other = other.harm not in ("killed", "both")
            return (
                replace(one, trigger=other, harm=other.harm, first=other.first, last=other.last) if is_other else None
            )
    return None


def _is_alive(line: Line, one: Binding) -> bool:
    last = one.trigger.last
    return not lexicon.words("stances", "taken_back.alive").isdisjoint(line.words(last, last + NEAR))
