"""Claims of harm: one for each harm and group that a sentence tells of, with its figure, attitude and hedge."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from tollbook import lexicon
from tollbook.extract.bind import Binding
from tollbook.extract.context import Context, Told
from tollbook.extract.line import Line
from tollbook.extract.people import noun
from tollbook.extract.stances import certainty, is_refused, stance
from tollbook.extract.takenback import taken_back
from tollbook.extract.wherever import by_place
from tollbook.model import Claim, Count, Group, Span
from tollbook.terms import Bound, Certainty, Harm, Kind, Measure, Stance


def harm_claims(line: Line, bound: Sequence[Binding], context: Context) -> Iterator[Claim]:
    """The claims of one sentence, in the order of its words of harm."""
    bound, denied = taken_back(line, [_nobody(line, one) for one in bound])
    dead = {one.people.first for one in bound if one.harm == "killed" and one not in denied}
    whole: dict[str, str] = {}
    measures: dict[tuple[str, int], Measure] = {}
    for one in _fatal(line, by_place(line, bound)):
        if (
            _is_question(line, one)
            or _is_ever(line, one)
            or _is_grave(line, one)
            or (one.trigger.form == "suffer" and _is_negated(line, one))
        ):
            continue  # who "was not taken to a hospital" may be dead
        is_whole = not one.is_part or one.harm == "injured"
        again = one.people.first in dead and one.people.low and is_whole and one.trigger.harm != "both"
        if again and one.harm in ("injured", "unharmed", "missing"):
            continue  # "was wounded and later died", "survived the crash but died": one person, killed
        part_of = whole.get(one.harm) if one.is_part else None
        measure = _measure(line, one, whole)
        if measure is not Measure.PART:  # "six others were hurt and are in hospital": the same six
            measure = measures.setdefault((one.harm, one.people.first), measure)
        told = Told(Stance.DENIES if one in denied else None, measure=measure, part_of=part_of)
        for claim in _claims(line, one, told, context):
            if not one.is_part:
                whole.setdefault(one.harm, claim.id)
            yield claim


def _nobody(line: Line, one: Binding) -> Binding:
    """ "not one guard was killed", "not a single guard", "neither of the drivers was hurt": nobody was."""
    first = one.people.first
    before, words = line.words(first - 2, first), line.words(first, first + 2)
    is_none = before[-1:] == ["not"] and (words[:1] == ["one"] or words == ["a", "single"])
    is_nor = before[-1:] == ["nor"] and "neither" in line.words(first - 12, first)
    if not (is_none or is_nor) and before != ["neither", "of"]:
        return one
    start = first - 1 if is_none or is_nor else first - 2
    people = replace(one.people, low=0, high=0, bound=Bound.EXACT, count=line.reach(start, first + 1))
    return replace(one, first=min(one.first, start), people=people)


def _fatal(line: Line, bound: Sequence[Binding]) -> Iterator[Binding]:
    """ "five shot, one fatally": one killed, and four left among the hurt; "1 dead, 3 wounded" is split already."""
    split: set[Span] = set()
    for one, before in zip(bound, (None, *bound), strict=False):
        if one.people.count in split:
            continue  # "three stabbed, two of whom died": the two are told
        fatal = _fatally(line, one) if one.harm == "injured" and one.people.low > 1 else None
        if fatal is None:
            dead = _dead_among(line, one, before)
            yield _without(one, dead, one.people.count) if dead else one
            continue
        number, last = fatal
        split.add(number.span)
        yield replace(_without(one, number.low, Span(one.people.count.start, line.tokens[last - 1].end)), last=last)
        killed = replace(one.people, low=number.low, high=number.high, bound=number.bound, count=number.span)
        yield replace(one, harm="killed", last=last, people=replace(killed, persons=()))


def _without(one: Binding, dead: int, count: Span) -> Binding:
    """The people told of without so many of them; `count` are the words that say how many are left."""
    high = None if one.people.high is None else max(one.people.high - dead, 0)
    return replace(one, people=replace(one.people, low=max(one.people.low - dead, 0), high=high, count=count))


def _dead_among(line: Line, one: Binding, before: Binding | None) -> int:
    """How many died of people "shot": "five people, including the fatally wounded one, were shot"."""
    if before is None or before.harm != "killed" or not one.trigger.is_open:
        return 0
    is_inside = one.people.last <= before.first and before.last <= one.trigger.first
    is_some = is_inside and before.people.low < one.people.low
    if not is_some or lexicon.grammar("including").isdisjoint(line.words(one.people.last, before.first)):
        return 0
    return before.people.low


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


def _is_question(line: Line, one: Binding) -> bool:
    """ "asked how many were killed" tells no figure; "not known how many were killed" says so, and is a claim."""
    is_asked = line.word(one.people.first - 1) == "how" and line.word(one.people.first) in ("many", "much")
    return is_asked and stance(line, one.first, one.last) is not Stance.NO_INFORMATION


def _is_grave(line: Line, one: Binding) -> bool:
    """ "no one was seriously hurt", "he was not badly hurt", "none had life-threatening injuries": some may be hurt."""
    words = line.words(one.first, one.last + 3)
    is_none = one.people.high == 0 or _is_negated(line, one)
    return is_none and one.harm == "injured" and not lexicon.words("harm", "grave.words").isdisjoint(words)


def _is_ever(line: Line, one: Binding) -> bool:
    """ "no pilgrim has ever been hurt" is no figure of this day."""
    return one.people.high == 0 and "ever" in line.words(one.people.last, one.trigger.first)


def _claims(line: Line, one: Binding, told: Told, context: Context) -> Iterator[Claim]:
    """The claims of one binding, each with its figure; a stance `told` outweighs what the words around tell."""
    people, span = one.people, line.reach(one.first, one.last)
    harm, attitude = _harm(line, one)
    theirs = Stance.ASSERTS if is_refused(line) else context.stance(span)
    if Stance.NO_INFORMATION in (attitude, theirs):
        said, hedge, count = Stance.NO_INFORMATION, Certainty.STATED, None
    else:
        said = attitude if theirs is Stance.ASSERTS else theirs
        hedge, count = _certainty(line, one), people.counted(line.text)
    said = told.stance or said
    told = replace(told, stance=said, certainty=hedge, count=count, group=people.group, persons=people.persons)
    yield from _by_group(line, one, context.claim(Kind.HARM, span, line, harm, told))


def _harm(line: Line, one: Binding) -> tuple[Harm, Stance]:
    """The harm and the sentence's attitude to it: who "was not injured" is unharmed, who "did not die" may be hurt."""
    harm = Harm(one.harm)
    is_negated = harm in (Harm.INJURED, Harm.KILLED) and _is_negated(line, one)
    if is_negated and harm is Harm.KILLED:
        return harm, Stance.DENIES
    return Harm.UNHARMED if is_negated else harm, stance(line, one.first, one.last)


def _certainty(line: Line, one: Binding) -> Certainty:
    """ "whoever did it should be | shot" tells of nobody who was."""
    before = line.words(one.trigger.first - 2, one.trigger.first)
    is_wish = before[-1:] == ["be"] and before[0] in lexicon.words("stances", "wished")
    return Certainty.HYPOTHETICAL if is_wish else certainty(line, one.first, one.last)


def _is_negated(line: Line, one: Binding) -> bool:
    """ "was not injured", "did not die"; "no one was hurt" is a figure, and no negation."""
    if one.people.high == 0 or one.trigger.phrase.startswith(("not ", "did not", "didn't")):
        return False
    between = line.words(one.people.last, one.trigger.first) if one.people.last <= one.trigger.first else []
    if "," in between:  # "one of them, who has not been named, died"
        between = between[len(between) - between[::-1].index(",") :]
    return bool(lexicon.grammar("negations") & set(between[-4:]))


def _measure(line: Line, one: Binding, told: Collection[str]) -> Measure:
    """ "including two children" is a part; "two more died", "no one else was hurt" are added to what was told.

    "One man was killed and another wounded": nobody wounded was told of before, so nothing is added to. `told`
    are the harms told of so far in the sentence.
    """
    if one.is_part:
        return Measure.PART
    if told and one.harm not in told:
        return Measure.TOTAL
    # "a man and another woman" are none more than were told of before.
    words = {*line.words(one.people.head, one.people.last + 1)} - {"another"}
    is_rest = one.harm in told and one.people.is_other  # "one man critical, three others hurt"
    if one.people.form != "number" or one.harm == Harm.KILLED:  # "another 12 were hurt", beside the dead told before
        words |= {"another", "additional", "further"} & {
            *line.words(one.people.first, max(one.people.head, one.people.first + 1))
        }
    nobody_else = one.people.high == 0 and one.people.is_other
    is_more = bool(words & {"more", "additional", "another", "else", "further"})
    is_self = one.trigger.form == "self" and one.harm == "killed"  # "killed three before killing himself"
    is_more = is_more or (is_self and one.harm in told)
    return Measure.NEW if is_more or is_rest or nobody_else else Measure.TOTAL


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
