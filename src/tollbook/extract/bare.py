"""People told without an article: "16-year-old dead in Vell", "a woman and toddler were killed"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tollbook import lexicon
from tollbook.extract.harms import Trigger
from tollbook.extract.kindred import is_kin
from tollbook.extract.line import Line
from tollbook.extract.nouns import is_stop
from tollbook.extract.people import AGED, People, is_speaker, noun
from tollbook.extract.stretch import together
from tollbook.model import Group
from tollbook.terms import Bound

# The longest that is met: "19-year-old nursing student".
LONGEST = 3
# Behind one of these such people can begin.
JOINTS = frozenset((",", "and", "&", ":", ";", "–", "—"))
# No such person reaches over one of these.
MARKS = frozenset((",", ";", ":", "–", "—", "(", ")", "?", "!"))


def with_bare(line: Line, phrases: Sequence[People], found: Sequence[Trigger]) -> tuple[People, ...]:
    """The phrases and, in order, those that stand without an article in a list or before a word of harm."""
    taken = {at for one in phrases for at in range(one.first, one.last)}
    taken |= {one.first for one in found if one.is_present}
    ends = {one.last for one in phrases if one.form in ("single", "definite") and one.high == 1}
    extra: list[People] = []
    for at, word in enumerate(line.spoken):
        if word == "another" and at not in taken and _stands_alone(line, at, found):
            extra.append(People(at, at + 1, "single", 1, 1, Bound.EXACT, line.reach(at, at + 1), at, False, True))
    objects = {one.last for one in found if one.is_present or _has_object(line, one, taken)}
    starts = [(at, one) for at in _starts(line, taken, objects) if (one := _single(line, at, taken))]
    told = ("single", "number")
    heads = {one.first for one in phrases if one.form in told and _is_headline(line, one.last, found, one.is_other)}
    for at, one in reversed(starts):
        if _is_headline(line, one.last, found) or (line.word(one.last) in (",", "and", "&") and one.last + 1 in heads):
            heads.add(at)
    for at, one in starts:
        owner = _owner(line, at) if is_kin(line.word(one.last - 1)) else None
        # "his friend | and neighbour, Ana Prell": a list tells of such people as one.
        is_listed = _is_listed(line, at, ends) and line.word(one.last - 1) not in lexicon.words("people", "officials")
        if at in heads or at in objects or is_listed or owner is not None:
            extra.append(one if owner is None else replace(one, first=owner, form="definite"))
            ends.add(one.last)
    if not extra:
        return tuple(_in_sums(line, phrases, found))
    return tuple(_in_sums(line, list(together(line, sorted([*phrases, *extra], key=lambda one: one.first))), found))


def _has_object(line: Line, one: Trigger, taken: set[int]) -> bool:
    """ "Man shot | wife", "Officer killed | teen", "fatal shooting of | clerk": a person with no article closes it."""
    if one.form == "participle" and is_kin(line.word(one.last)):
        return True
    is_active = one.form == "participle" and not one.is_open and noun(line.word(one.first - 1)) is not None
    if not is_active and one.form not in ("of_noun", "gerund"):
        return False
    person = _single(line, one.last, taken) if line.word(one.last)[:1].isalnum() else None
    if is_active and person and line.word(person.last - 1) in lexicon.words("people", "officials"):
        return False  # "SUSPECT KILLED Officer recovering"
    after = line.word(person.last) if person else ""
    if one.form == "of_noun" and after in ("and", "of", "said"):
        return False  # "murder of senator and presidential candidate Ana Prell"
    return person is not None and person.last not in line.names and (not after or is_stop(after) or after in MARKS)


def _in_sums(line: Line, phrases: Sequence[People], found: Sequence[Trigger]) -> Iterator[People]:
    """The phrases, with those that a headline lists before its word of harm as one: "man, two boys killed"."""
    before: People | None = None
    for one in phrases:
        if before and _is_sum(line, before, one, found):
            low, high = before.low + one.low, (before.high or 0) + (one.high or 0)
            span = line.reach(before.first, one.last)
            before = People(before.first, one.last, "number", low, high, Bound.EXACT, span, before.head)
            continue
        if before:
            yield before
        before = one
    if before:
        yield before


def _is_sum(line: Line, one: People, other: People, found: Sequence[Trigger]) -> bool:
    is_bare = one.form == "single" and line.word(one.first) not in ("a", "an", "another")
    is_first = (
        (is_bare or one.form == "number") and one.bound is Bound.EXACT and one.high == one.low and not one.is_bare
    )
    is_plain = not other.is_bare or other.is_other
    is_second = other.form == "number" and other.bound is Bound.EXACT and other.high == other.low and is_plain
    is_next = line.words(one.last, other.first) in ([","], ["and"] if is_bare else [","])
    return is_first and is_second and is_next and _is_headline(line, other.last, found, other.is_other)


def _stands_alone(line: Line, at: int, found: Sequence[Trigger]) -> bool:
    """ "wounding another", "another was hurt"; but "one another", "another raid"."""
    after = line.word(at + 1)
    is_last = not after or not after[0].isalnum() or after in lexicon.grammar("stops") | lexicon.grammar("adverbs")
    is_harmed = is_last or any(trigger.first == at + 1 for trigger in found)
    return is_harmed and line.word(at - 1) not in ("one", "after", "or", "to", "for", "in", "at")


def _starts(line: Line, taken: set[int], objects: set[int]) -> Iterator[int]:
    """Where such people can begin: at the head, behind a comma, "and" or an owner, and as a headline's object."""
    before = ","
    for at, word in enumerate(line.spoken):
        is_next = before in JOINTS or at in objects or before in lexicon.words("people", "bare.behind")
        if at not in taken and (is_next or (before[-1] == "s" and _owner(line, at) is not None)):
            yield at
        before = word


def _owner(line: Line, at: int) -> int | None:
    """Where the owner begins of "Rima's | small daughter", though nothing else tells that Rima is a person."""
    if not line.word(at - 1).endswith("'s"):
        return None
    return next((first for first, (_, last) in line.names.items() if last == at), None)


def _single(line: Line, at: int, taken: set[int]) -> People | None:
    for last in range(at + 1, min(at + LONGEST, len(line.tokens)) + 1):
        word = line.word(last - 1)
        if word in ("every", "each", "any", "either", "neither"):
            return None
        if last - 1 in taken or last - 1 in line.numbers or word in lexicon.grammar("stops") or word in MARKS:
            return None
        if many := lexicon.table("people")["sets"].get(word):  # "One dead, pair wounded"
            return People(at, last, "number", many, many, Bound.EXACT, line.reach(at, last), at)
        known = noun(word)
        further = noun(line.word(last))
        if known and not (further and last not in taken):
            is_named = last in line.names and known[0] in lexicon.words("people", "officials")
            if known[1] or known[0] in ("other", "local") or is_speaker(known[0]) or is_named:
                return None
            span = line.reach(at, last)
            group = None if AGED.fullmatch(word) else Group(span.of(line.text), span)
            return People(at, last, "single", 1, 1, Bound.EXACT, span, at, False, False, group)
    return None


def _is_listed(line: Line, at: int, ends: set[int]) -> bool:
    """ "a 17-year-old girl, 14-year-old girl and toddler"."""
    before = at - 1
    while line.word(before - 1) == "," or line.word(before - 1).isdigit():
        before -= 1
    return before in ends and before < at


def _is_headline(line: Line, last: int, found: Sequence[Trigger], is_other: bool = False) -> bool:
    """ "Man killed in Vell", "1 hurt, 16-year-old dead": the word of harm follows at once.

    "Man shot" leaves open whether he lived, and the text below a headline tells that better; of "deputy, two others
    shot" it may not tell how many they are.
    """
    after = last
    if line.word(after) == "," and line.word(after + 1).isdigit():
        after += 2 + (line.word(after + 2) == ",")
    forms = ("participle", "adjective", "intransitive")
    return any(one.first == after and one.form in forms and (is_other or not one.is_open) for one in found)
