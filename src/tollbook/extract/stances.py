"""Attitude and hedging: how a statement is meant, by the words around it; the table is lexicon/en/stances.toml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from tollbook import lexicon
from tollbook.extract.line import Line
from tollbook.terms import Certainty, Stance

# Marks and words that begin another clause: a hedge or a denial beyond them is not about this harm.
# "unclear who killed the four": it is not known who, and known that there were four.
ASKS = frozenset(("who", "why", "what", "where", "when", "which"))
# "knew of no … killed": no information reaches this far, in tokens.
NEAR = 8
BREAKS = frozenset((";", ":", "but", "while", "although", "though", "whereas"))


def clause(line: Line, first: int, last: int) -> tuple[int, int]:
    """The tokens [start, end) of the clause that holds [first, last)."""
    start, end = first, last
    while start > 0 and line.word(start - 1) not in BREAKS:
        start -= 1
    while end < len(line.tokens) and line.word(end) not in BREAKS:
        end += 1
    return start, end


def certainty(line: Line, first: int, last: int) -> Certainty:
    """How the words hedge: "may have killed" is hedged, "if there was a loss of life" hypothetical."""
    start, _ = clause(line, first, last)
    before = line.words(max(start, first - 8), last)
    if lexicon.words("stances", "hypothetical") & set(line.words(max(start, first - 12), first)):
        return Certainty.HYPOTHETICAL
    if "would" in line.words(max(first - 3, 0), last):
        return Certainty.HYPOTHETICAL
    joined = " ".join([*before, *line.words(last, last + 2)])
    return Certainty.HEDGED if contains(joined, "hedges") else Certainty.STATED


def stance(line: Line, first: int, last: int) -> Stance:
    """The attitude that the sentence itself tells of the tokens [first, last)."""
    start, _ = clause(line, first, last)
    if contains(" ".join(line.words(max(start, first - NEAR), first + 3)), "stance.no_information") and not ASKS & set(
        line.words(start, first)
    ):
        return Stance.NO_INFORMATION
    if contains(" ".join(line.words(last, last + NEAR)), "denied_behind"):
        return Stance.DENIES
    words = " ".join(line.words(start, last))
    for one in (Stance.DENIES, Stance.DOUBTS, Stance.CONFIRMS):
        if contains(words, f"stance.{one}"):
            return one
    return Stance.ASSERTS


def contains(words: str, key: str) -> bool:
    """Whether one of the table's phrases stands in the words, whole."""
    return found(words, key) is not None


def found(words: str, key: str) -> str | None:
    """The first of the table's phrases, the longest first, that stands in the words."""
    padded = f" {words} "
    return next((phrase.strip() for phrase in _phrases()[key] if phrase in padded), None)


@cache
def _phrases() -> Mapping[str, tuple[str, ...]]:
    table = lexicon.table("stances")
    nested = {f"{outer}.{key}": value for outer in ("stance", "topics") for key, value in table[outer].items()}
    flat = {key: value for key, value in table.items() if isinstance(value, list)}
    return {
        key: tuple(f" {one} " for one in sorted(value, key=lambda one: (-len(one), one)))
        for key, value in {**flat, **nested}.items()
    }
