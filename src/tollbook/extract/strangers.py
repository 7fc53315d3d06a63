"""People told by nouns that no list has: "two bailiffs were wounded"; whatever is killed or hurt is a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tollbook import lexicon
from tollbook.extract.groups import group_of
from tollbook.extract.harms import Trigger
from tollbook.extract.line import Line
from tollbook.extract.nouns import is_harm, is_stop, noun
from tollbook.extract.people import People
from tollbook.terms import Bound

# The longest run from a quantity to such a noun: "two | senior court bailiffs".
LONGEST = 3


def with_strangers(line: Line, phrases: Sequence[People], found: Sequence[Trigger]) -> tuple[People, ...]:
    """The phrases and, in order, those of unknown nouns right beside a word of harm."""
    telling = [one for one in found if one.phrase in lexicon.words("harm", "hits.living")]
    if not telling:
        return tuple(phrases)
    taken = {at for one in phrases for at in range(one.first, one.last)}
    more = [one for trigger in telling for one in _beside(line, trigger, taken)]
    return tuple(sorted([*phrases, *more], key=lambda one: one.first)) if more else tuple(phrases)


def _beside(line: Line, trigger: Trigger, taken: set[int]) -> Iterator[People]:
    at = trigger.first - 1
    while line.word(at) in lexicon.grammar("be") or line.word(at) in lexicon.grammar("adverbs"):
        at -= 1
    has_verb = at < trigger.first - 1 or trigger.form == "intransitive"
    subject = _ending(line, at, taken, is_told=has_verb) if at >= 0 else None
    if subject:
        yield subject
    elif trigger.last in line.numbers and not has_verb:
        head = line.numbers[trigger.last][1]
        ends = (last for last in range(head, head + LONGEST) if _is_plural(line.word(last)))
        last = next(ends, None)
        counted = _ending(line, last, taken) if last is not None else None
        if counted and counted.first == trigger.last:
            yield counted


def _ending(line: Line, at: int, taken: set[int], is_told: bool = False) -> People | None:
    """The phrase that ends with a token: a number and an unknown plural, an article and an unknown noun."""
    word = line.word(at)
    if not _is_unknown(word) or at in taken or any(first <= at < last for first, (_, last) in line.names.items()):
        return None
    for first in range(at - 1, max(at - 1 - LONGEST, -1), -1):
        if first in taken:
            return None
        if line.word(first) in ("a", "an") and is_told and not _is_plural(word):
            span = line.reach(first, at + 1)
            group = group_of(line, first + 1, at + 1, word)
            return People(first, at + 1, "single", 1, 1, Bound.EXACT, span, first + 1, group=group)
        start = next((begin for begin, (_, last) in line.numbers.items() if last == first + 1), None)
        if start is not None:
            return _counted(line, start, at)
        if is_stop(line.word(first)) or is_harm(line.word(first)):
            return None
    return None


def _counted(line: Line, start: int, at: int) -> People | None:
    number, head = line.numbers[start]
    if number.unit is not None or not (_is_plural(line.word(at)) or number.high == 1):
        return None
    group = group_of(line, head, at + 1, line.word(at))
    return People(start, at + 1, "number", number.low, number.high, number.bound, number.span, head, group=group)


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _is_unknown(word: str) -> bool:
    is_word = len(word) > 2 and word.isalpha() and not is_stop(word) and not is_harm(word) and noun(word) is None
    things = lexicon.words("people", "things.killed") | lexicon.words("people", "things.animals")
    return is_word and word not in things and word not in lexicon.grammar("adverbs")
