"""Attitude and hedging: how a statement is meant, by the words around it; the table is lexicon/en/stances.toml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from tollbook import lexicon
from tollbook.extract.line import Line
from tollbook.extract.nouns import is_harm, noun
from tollbook.extract.phrases import Phrases
from tollbook.terms import Certainty, Stance

# Marks and words that begin another clause: a hedge or a denial beyond them is not about this harm.
# "unclear who killed the four": it is not known who, and known that there were four.
ASKS = frozenset(("who", "why", "what", "where", "when", "which"))
# "knew of no … killed": no information reaches this far, in tokens.
NEAR = 8
_REFUSALS = frozenset(("denied", "denies", "deny", "denying"))
BREAKS = frozenset((";", ":", "but", "while", "although", "though", "whereas"))


def clause(line: Line, first: int, last: int) -> tuple[int, int]:
    """The tokens [start, end) of the clause that holds [first, last)."""
    start, end, spoken = first, last, line.spoken
    while start > 0 and spoken[start - 1] not in BREAKS:
        start -= 1
    while end < len(spoken) and spoken[end] not in BREAKS:
        end += 1
    return start, end


def certainty(line: Line, first: int, last: int) -> Certainty:
    """How the words hedge: "may have killed" is hedged, "if there was a loss of life" hypothetical."""
    start, _ = clause(line, first, last)
    before = line.words(max(start, first - 8), last)
    if not lexicon.words("stances", "hypothetical").isdisjoint(line.words(max(start, first - 12), first)):
        return Certainty.HYPOTHETICAL
    if _is_unreal(line, first, last):
        return Certainty.HYPOTHETICAL
    near = [*before, *line.words(last, last + 2)]
    is_hedged = not marks("hedges").isdisjoint(near) and contains(list(_of_harm(near)), "hedges")
    return Certainty.HEDGED if is_hedged else Certainty.STATED


def _is_unreal(line: Line, first: int, last: int) -> bool:
    """Whether it never came to that: "would have died", "should've been ten dead", "was nearly killed"."""
    if not lexicon.words("stances", "unreal").isdisjoint(line.words(max(first - 3, 0), last)):
        return True
    near = lexicon.words("stances", "short_of")
    return any(line.word(at) in near and is_harm(line.word(at + 1)) for at in range(max(first - 1, 0), last))


def _of_harm(words: list[str]) -> Iterator[str]:
    """The words without hedges that are of something else: "suspected | rebels", "suspected of | the raid"."""
    at, asides = 0, _asides()
    while at < len(words):
        some = asides.get(words[at], ())
        end = next((at + len(one) for one in some if words[at : at + len(one)] == one), at)
        is_of_people = end > at and " ".join(words[at:end]) in lexicon.words("stances", "of_people")
        if end == at or (is_of_people and not any(noun(word) for word in words[end : end + 2])):
            yield words[at]
            end = at + 1
        at = end


@cache
def _asides() -> Mapping[str, list[list[str]]]:
    """The hedges that may be of something else, by the first of their words, the longest first."""
    asides: dict[str, list[list[str]]] = {}
    phrases = lexicon.words("stances", "of_others") | lexicon.words("stances", "of_people")
    for words in sorted((one.split() for one in phrases), key=lambda one: (-len(one), one)):
        asides.setdefault(words[0], []).append(words)
    return asides


def stance(line: Line, first: int, last: int) -> Stance:
    """The attitude that the sentence itself tells of the tokens [first, last)."""
    start, _ = clause(line, first, last)
    near = line.words(max(start, first - NEAR), first + 3)
    if contains(near, "stance.no_information") and ASKS.isdisjoint(line.words(start, first)):
        return Stance.NO_INFORMATION
    behind = line.words(last, last + NEAR)
    if contains(behind, "denied_behind"):
        return Stance.DENIES
    if contains(behind, "doubted_behind"):
        return Stance.DOUBTS
    words = [] if is_refused(line) else line.words(start, last)
    for one in (Stance.DENIES, Stance.DOUBTS, Stance.CONFIRMS):
        if contains(words, f"stance.{one}"):
            return one
    return Stance.ASSERTS


def is_refused(line: Line) -> bool:
    """ "a judge denied bail for the man who killed his uncle": what is denied is no harm."""
    return not (_REFUSALS.isdisjoint(line.spoken) or lexicon.words("stances", "refused").isdisjoint(line.spoken))


def contains(words: list[str], key: str) -> bool:
    """Whether one of the table's phrases stands in the words, whole."""
    return found(words, key) is not None


def found(words: list[str], key: str) -> str | None:
    """The first of the table's phrases, the longest first, that stands in the words."""
    return _phrases()[key].first_in(words)


@cache
def marks(*keys: str) -> frozenset[str]:
    """A word of every phrase of these lists: a sentence without any of them holds no phrase."""
    return frozenset().union(*(_phrases()[key].longest_words for key in keys))


@cache
def _phrases() -> Mapping[str, Phrases]:
    table = lexicon.table("stances")
    nested = {f"{outer}.{key}": value for outer in ("stance", "topics") for key, value in table[outer].items()}
    flat = {key: value for key, value in table.items() if isinstance(value, list)}
    return {key: Phrases(sorted(value, key=lambda one: (-len(one), one))) for key, value in {**flat, **nested}.items()}
