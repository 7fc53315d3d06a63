"""People whose verb stands with those before them: "one was shot in the chest and | another | in the hand"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tollbook import lexicon
from tollbook.extract.people import People
from tollbook.extract.scene import Scene
from tollbook.extract.shares import Binding

# "in | the upper left leg": the part of the body stands within so many tokens.
BODY = 5
# Before somebody whose verb is left out.
JOINTS = frozenset((",", ";", "and", "while", "but"))
FORMS = frozenset(("single", "definite", "number", "named"))


def gapped(told: Scene, bound: Sequence[Binding]) -> Iterator[Binding]:
    """The bindings that a wound alone tells of, behind one whose wound has its verb."""
    for one in bound:
        if one.harm != "injured" or one.trigger.form != "participle" or one.people.last > one.trigger.first:
            continue
        end = one.trigger.last if one.trigger.phrase.startswith("hit") else _past_wound(told, one.trigger.last)
        for people in told.phrases:
            if end is None or people.first < end:
                continue
            at = people.last + (told.line.word(people.last) == ",")  # "the man, | in the chest"
            past = _past_wound(told, at) if people.form in FORMS and _is_joined(told, end, people) else None
            if past is None:
                break
            yield Binding(one.trigger, people, "injured", one.trigger.first, past)
            end = past


def _is_joined(told: Scene, end: int, people: People) -> bool:
    between = told.line.words(end, people.first)
    return bool(between) and JOINTS.issuperset(between)


def _past_wound(told: Scene, at: int) -> int | None:
    """One past "in the hand" at a token; None where no wound is told there."""
    line = told.line
    if line.word(at) != "in" or line.word(at + 1) not in lexicon.grammar("owners") | {"both"}:
        return None
    body = lexicon.words("harm", "hits.body")
    return next((end + 1 for end in range(at + 2, at + BODY + 1) if line.word(end) in body), None)
