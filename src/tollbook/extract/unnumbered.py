"""The dead and hurt whom words of state alone tell of: "martyrs and wounded", "dozens of dead and injured"."""

from __future__ import annotations

from collections.abc import Iterator

from tollbook import lexicon
from tollbook.extract.harms import Trigger
from tollbook.extract.line import Line
from tollbook.extract.people import People
from tollbook.extract.scene import QUOTES
from tollbook.terms import Bound


def unnumbered(line: Line, trigger: Trigger) -> Iterator[People]:
    """ "martyrs and | wounded", "dozens of dead and | wounded", "mentioned | wounded": some, or as vague a figure."""
    at, number = _past_quotes(line, trigger.first), None
    is_pair = line.word(at - 1) == "and"
    if is_pair:
        at = _past_quotes(line, at - 1) - 1
        if line.word(at) not in lexicon.words("harm", "counted.pairs"):
            return
        at = _past_quotes(line, at)
        if line.word(at - 1) in lexicon.words("harm", "counted.split"):
            return
        number = next((one for one, last in line.numbers.values() if last == at), None)
    is_there = line.words(at - 2, at) == ["there", "were"]
    is_said = is_pair or is_there or line.word(at - 1) in ("mentioned", "mentions", "mentioning")
    if (number is None and is_said) or (number is not None and number.bound is Bound.VAGUE):
        plural = (*lexicon.table("vague")[line.vague]["plural"], None)[:2]
        low, high = (number.low, number.high) if number else plural
        span = number.span if number else line.reach(trigger.first, trigger.last)
        yield People(trigger.first, trigger.last, "plural", low, high, Bound.VAGUE, span, trigger.last, True)


def _past_quotes(line: Line, at: int) -> int:
    """Where the marks begin that stand right before a token."""
    while line.word(at - 1) in QUOTES:
        at -= 1
    return at
