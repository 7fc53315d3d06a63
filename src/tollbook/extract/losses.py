"""Whose losses a figure tells of: "the coalition suffered no casualties" says nothing of anybody else."""

from __future__ import annotations

from collections.abc import Sequence

from tollbook import lexicon
from tollbook.extract.harms import Trigger
from tollbook.extract.line import Line
from tollbook.model import Group, Span


def losing(line: Line, at: int, head: int, trigger: Trigger) -> Group | None:
    """The group whose losses the number of tokens [at, head) counts; None where it may be everybody's."""
    if line.word(at - 1) in lexicon.words("harm", "losing.suffered"):
        span = _subject(line, at - 1)
        return Group(span.of(line.text), span) if span else None
    is_none = line.numbers[at][0].high == 0
    return _of_forces(line, at, head, trigger) if is_none else None


def _subject(line: Line, last: int) -> Span | None:
    """What stands before a verb in its clause; None where it is a pronoun or nothing."""
    first = last
    while first > 0 and line.word(first - 1) not in lexicon.grammar("clause_starts"):
        first -= 1
    while first < last and line.word(last - 1) in lexicon.grammar("adverbs"):
        last -= 1
    is_named = first < last and line.word(first) not in ("they", "it", "he", "she", "we")
    return line.reach(first, last) if is_named else None


def _of_forces(line: Line, at: int, head: int, trigger: Trigger) -> Group | None:
    """ "the army reported no casualties", "there were no army casualties": none of its own, and nothing of others."""
    words = line.words(head, trigger.first)
    if _is_force(words):
        span = line.reach(head, trigger.first)
        return Group(span.of(line.text), span)
    is_told = line.word(at - 1) in lexicon.words("harm", "losing.told") and not words
    subject = _subject(line, at - 1) if is_told else None
    is_own = subject is not None and _is_force(subject.of(line.text).lower().split())
    return Group(subject.of(line.text), subject) if subject and is_own else None


def _is_force(words: Sequence[str]) -> bool:
    armed, fighters = lexicon.words("people", "status.armed"), lexicon.words("people", "combatant")
    return bool(words) and (words[-1] in armed or words[-1].removesuffix("s") in fighters)
