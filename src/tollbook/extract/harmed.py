"""Claims of harm: one for each harm and group that a sentence tells of, with its figure, attitude and hedge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tollbook import lexicon
from tollbook.extract.bind import Binding
from tollbook.extract.context import Context
from tollbook.extract.line import Line
from tollbook.extract.people import noun
from tollbook.extract.stances import certainty, stance
from tollbook.model import Claim, Count, Group, Span
from tollbook.terms import Certainty, Harm, Kind, Measure, Stance


def harm_claims(line: Line, bound: Sequence[Binding], context: Context) -> Iterator[Claim]:
    """The claims of one sentence, in the order of its words of harm."""
    dead = {one.people.first for one in bound if one.harm == "killed"}
    whole: dict[str, str] = {}
    for one in _fatal(line, bound):
        if one.people.first in dead and one.people.low and not one.is_part and one.harm in ("injured", "unharmed"):
            continue  # "was wounded and later died", "survived the crash but died": one person, killed
        for claim in _claims(line, one, context):
            claim = replace(claim, part_of=whole.get(one.harm)) if one.is_part else claim
            if not one.is_part:
                whole.setdefault(one.harm, claim.id)
            yield claim


def _fatal(line: Line, bound: Sequence[Binding]) -> Iterator[Binding]:
    """ "five shot, one fatally": one killed, and four left among the hurt; "1 dead, 3 wounded" is split already."""
    for one in bound:
        fatal = _fatally(line, one) if one.harm == "injured" and one.people.low > 1 else None
        if fatal is None:
            yield one
            continue
        number, last = fatal
        people = one.people
        high = None if people.high is None else max(people.high - number.low, 0)
        count = Span(people.count.start, line.tokens[last - 1].span.end)
        yield replace(
            one, last=last, people=replace(people, low=max(people.low - number.low, 0), high=high, count=count)
        )
        killed = replace(people, low=number.low, high=number.high, bound=number.bound, count=number.span, persons=())
        yield replace(one, harm="killed", last=last, people=killed)


def _fatally(line: Line, one: Binding) -> tuple[Count, int] | None:
    """The number before "fatally" (or of whom it is said that they died) behind a figure of people shot."""
    for at in range(one.last, min(one.last + 9, len(line.tokens))):
        if at in line.numbers and line.numbers[at][0].unit is None and line.numbers[at][0].low:
            number, head = line.numbers[at]
            after = line.words(head, head + 3)
            if "fatally" in after or after[-1:] == ["died"] or line.words(head, head + 4)[-1:] == ["fatally"]:
                end = next(i for i in range(head, head + 4) if line.word(i) in ("fatally", "died")) + 1
                return Count(number.low, number.high, number.bound, number.span.of(line.text), number.span), end
    return None


def _claims(line: Line, one: Binding, context: Context) -> Iterator[Claim]:
    people, span = one.people, line.reach(one.first, one.last)
    harm = Harm(one.harm)
    count: Count | None = people.counted(line.text)
    attitude = stance(line, one.first, one.last)
    if _is_negated(line, one):
        if harm is Harm.INJURED:
            harm = Harm.UNHARMED
        elif harm is Harm.KILLED:
            attitude = Stance.DENIES
    claim = replace(
        context.claim(Kind.HARM, span, line, harm),
        count=count,
        group=people.group,
        persons=people.persons,
        certainty=_certainty(line, one),
        measure=_measure(line, one),
    )
    if attitude is Stance.NO_INFORMATION or claim.stance is Stance.NO_INFORMATION:
        claim = replace(claim, stance=Stance.NO_INFORMATION, count=None)
    elif claim.stance is Stance.ASSERTS:
        claim = replace(claim, stance=attitude)
    yield from _by_group(line, one, claim)


def _certainty(line: Line, one: Binding) -> Certainty:
    return certainty(line, one.first, one.last)


def _is_negated(line: Line, one: Binding) -> bool:
    """ "was not injured", "did not die"; "no one was hurt" is a figure, and no negation."""
    if one.people.high == 0 or one.trigger.phrase.startswith(("not ", "did not", "didn't")):
        return False
    between = line.words(one.people.last, one.trigger.first) if one.people.last <= one.trigger.first else []
    return bool(lexicon.grammar("negations") & set(between[-4:]))


def _measure(line: Line, one: Binding) -> Measure:
    """ "including two children" is a part; "two more died", "no one else was hurt" are added to what was told."""
    if one.is_part:
        return Measure.PART
    words = line.words(one.people.head, one.people.last + 1)
    added = {"more", "additional", "another", "else", "further"} & {
        *words,
        *(["another"] if line.word(one.people.first) == "another" else []),
    }
    nobody_else = one.people.high == 0 and one.people.is_other
    return Measure.NEW if added or nobody_else else Measure.TOTAL


def _by_group(line: Line, one: Binding, claim: Claim) -> Iterator[Claim]:
    """ "no U.S. troops or allied fighters were hurt" is two claims, one for each group, both of none."""
    groups = _other_groups(line, one) if one.people.high == 0 and one.people.group else []
    yield claim
    for group in groups:
        yield replace(claim, group=group)


def _other_groups(line: Line, one: Binding) -> list[Group]:
    """The group behind "or": its noun, and the words between."""
    last = one.people.last
    if line.word(last) not in ("or", "and", "nor"):
        return []
    for index in range(last + 1, min(last + 10, one.trigger.first)):
        known = noun(line.word(index))
        if known and known[1]:
            span = line.reach(last + 1, index + 1)
            combatant = one.people.group.combatant if one.people.group else None
            return [Group(span.of(line.text), span, None, combatant)]
    return []
