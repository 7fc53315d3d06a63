"""No input makes a pattern or a stage run away: any long repetition takes about as long as as much prose does.

What is measured is CPU time as a ratio to prose of the same size in the same run, so that a slow machine changes
nothing. Something quadratic takes hundreds of times as long, and fails on the short text, before the long one hangs.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from types import ModuleType
from typing import Any

import pytest

import tollbook
from tollbook import annotate, attribute, clean, extract
from tollbook.annotate import mentions
from tollbook.model import RawDocument
from tollbook.terms import Field

SHORT, LONG = 20_000, 1_000_000
# A stage takes longer than a pattern: a megabyte of the worst would be a minute. What is quadratic takes a dozen
# times too long at this length already.
READ, READ_LONG = 8_000, 100_000
# Both generous: what runs away misses them by a factor of a hundred.
PATTERNS_AT_MOST, STAGES_AT_MOST = 5.0, 20.0

PROSE = (
    "At least 12 people were killed and 30 wounded on Tuesday when a shell hit a market in Port Miro, the mayor said.\n"
    '"We heard it from the river," said Ana Prell, 34, a nurse. The ministry denied that its jets were near Castan.\n'
    "Two boys, 9 and 12, died in hospital in the early hours of Feb. 7, 2018, according to the Vell Observatory (VO).\n"
)
PIECES = (
    "a", "A", "1", " ", ".", ",", "-", '"', "'", "’", "(", "\n", "\t", "é", "_", "@", "/", ":",
    "1,", "1, ", "1-", "1/1/", "a.", "A. ", "A ", "a-", "a'", "Aa ", "AA ", "AA\n", "a\n", "Al-", "é.", "x@x.", "?\n",
    "at least ", "Jan. ", "7 ", "the 7 of ", "last ", "in ", "In A ", "the city of ", "St. ", "two or ", "twenty-",
    "1 killed ", "2 killed. ", "2 were killed on Monday. ", "Two killed, 3 hurt in Aa, Bb said Monday.\n",
    "A and ", "Ana Prell, 34, ", "he said ", '"He died," he said. ', "according to A ", "no information ", "of them ",
    "Share this\n", "denied killing 2, ", "a man and ", "including 2 ", " killed", "--", "(A) -- ", "“", "”",
)  # fmt: skip

# Patterns that are only ever asked of a short piece of text, by how long that is at most.
BRIEF = {
    "tollbook.annotate.sentences.LAST_WORD": 20,
    "tollbook.annotate.places.SHORTENED": 200,
    "tollbook.annotate.times._stamps": 60,
    "tollbook.link.dating._behind": 60,
    "tollbook.trace.credits.ENDS_IN_NAME": 80,
}
# Patterns that are asked at the beginning alone.
FIRST = {r"tollbook.export.html.passages .*(?<=\S)(?=\s)"}
# Patterns that are asked of one token, whole.
WHOLE = {"DIGITS", "HYPHENATED", "ORDINAL", "YEAR", "AGED", "UNIT", "DECADE"}
# Patterns that are asked only where a quicker one says that they may hold, as the module does it.
FINDERS = {"tollbook.annotate.mentions._pattern": mentions._matches}
# The functions that take a pattern as it is spelled.
ASKING = {f"re.{name}" for name in ("search", "match", "fullmatch", "split", "findall", "finditer", "sub")}
# What those that make a pattern for a name are asked for.
NAMED = {
    "tollbook.link.dating._pattern": ("happened", "afterwards"),
    "tollbook.link.dating._behind": ("spoken",),
    "tollbook.link.tellings._markers": ("past",),
}


def _modules() -> Iterator[ModuleType]:
    for one in pkgutil.walk_packages(tollbook.__path__, "tollbook."):
        if not one.name.endswith("__main__"):
            yield importlib.import_module(one.name)


@cache
def _patterns() -> Mapping[str, re.Pattern[Any]]:
    """Every pattern that a module holds, a function of it makes or a call in it spells out, by its name."""
    found: dict[str, re.Pattern[Any]] = {}
    for module in _modules():
        for name, value in vars(module).items():
            full = f"{module.__name__}.{name}"
            if callable(value) and getattr(value, "__module__", "") == module.__name__:
                found |= _made(full, value)
            else:
                held = _named(full, value)
                found |= {name: pattern for name, pattern in held.items() if pattern not in found.values()}
        found |= _inline(module)
    return found


def _named(full: str, value: object) -> dict[str, re.Pattern[Any]]:
    """The pattern, or those of a tuple, by name."""
    if isinstance(value, tuple):
        return {f"{full}[{at}]": one for at, one in enumerate(value) if isinstance(one, re.Pattern)}
    return {full: value} if isinstance(value, re.Pattern) else {}


def _made(full: str, function: Callable[..., object]) -> dict[str, re.Pattern[Any]]:
    if "Pattern" not in str(getattr(function, "__annotations__", {}).get("return")):
        return {}
    calls = [()] if not inspect.signature(function).parameters else [(name,) for name in NAMED[full]]
    made = [_named(f"{full}{call or ''}", function(*call)) for call in calls]
    return {name: pattern for some in made for name, pattern in some.items()}


def _inline(module: ModuleType) -> dict[str, re.Pattern[str]]:
    """What is spelled out where it is used: `re.sub(r"…", …)` in a function."""
    calls = (node for node in ast.walk(ast.parse(inspect.getsource(module))) if isinstance(node, ast.Call))
    asked = [call.args[0] for call in calls if ast.unparse(call.func) in ASKING and call.args]
    nodes = [one for node in asked for one in ((node.body, node.orelse) if isinstance(node, ast.IfExp) else (node,))]
    spelled = [str(node.value) for node in nodes if isinstance(node, ast.Constant)]
    return {f"{module.__name__} {one}": re.compile(one) for one in spelled}


def _seconds(work: Callable[[], object], enough: float) -> float:
    """What the work takes in CPU time; where that is a little more than enough, the shorter of two runs."""
    taken = []
    for _ in range(2):
        started = time.process_time()
        work()
        taken.append(time.process_time() - started)
        if not enough < taken[0] < 10 * enough:
            break
    return min(taken)


def _cut(text: str, name: str) -> Sequence[str]:
    size = BRIEF.get(name.partition("(")[0], len(text))
    return [text[at : at + size] for at in range(0, len(text), size)]


def _search(name: str, text: str, enough: float) -> float:
    pattern, pieces = _patterns()[name], _cut(text, name)
    if isinstance(pattern.pattern, bytes):
        raw = text.encode()
        return _seconds(lambda: [0 for _ in pattern.finditer(raw)], enough)
    if name.rpartition(".")[2] in WHOLE:
        return _seconds(lambda: pattern.fullmatch(text), enough)
    if name in FIRST:
        return _seconds(lambda: pattern.match(text), enough)
    find = FINDERS.get(name, pattern.finditer)
    return _seconds(lambda: [0 for piece in pieces for _ in find(piece)], enough)


def _filled(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


@cache
def _on_prose(size: int) -> float:
    """What all patterns together take on prose of this size."""
    return sum(_search(name, _filled(PROSE, size), 0.0) for name in _patterns())


def _suggested(pattern: re.Pattern[Any]) -> Sequence[str]:
    """Pieces made of a pattern's own words, a few from all over its text."""
    spelled = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode()
    words = sorted(set(re.findall(r"(?<!\\)[^\W\d_]{2,}", spelled)))
    some = words[:: len(words) // 8 + 1]
    return [*(f"{word} " for word in some), *(f"1 {word} " for word in some[:3]), *some[:3]]


def test_the_patterns_are_found() -> None:
    assert {"tollbook.annotate.mentions._pattern", "tollbook.clean.furniture._ADDRESS"} <= set(_patterns())
    assert {*_patterns(), *(name.partition("(")[0] for name in _patterns())} >= {*BRIEF, *FIRST, *NAMED, *FINDERS}


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(_patterns()))
def test_no_repetition_makes_a_pattern_run_away(name: str) -> None:
    pieces = [*PIECES, *_suggested(_patterns()[name])]
    enough = PATTERNS_AT_MOST * _on_prose(SHORT)
    short = {piece: _search(name, _filled(piece, SHORT) + "\nx", enough) for piece in pieces}
    assert [piece for piece in pieces if short[piece] > enough] == []
    if name.partition("(")[0] in BRIEF:
        return  # a longer text is only more of the same short pieces
    worst = max(pieces, key=lambda piece: short[piece])
    enough *= LONG / SHORT  # so much more prose takes so much longer
    assert _search(name, _filled(worst, LONG) + "\nx", enough) < enough, worst


STAGES = ("clean", "annotate", "attribute", "extract")


def _read(text: str) -> dict[str, float]:
    """What each stage takes to read a document, in CPU time."""
    taken = {}

    def timed(stage: str, work: Callable[[], Any]) -> Any:
        started = time.process_time()
        made = work()
        taken[stage] = time.process_time() - started
        return made

    document = timed("clean", lambda: clean.clean(RawDocument("d", "text", text, published="2018-02-09")))
    annotations = timed("annotate", lambda: annotate.ANNOTATORS["rules"](document, Field.TEXT))
    attributions = timed("attribute", lambda: attribute.ATTRIBUTORS["rules"](annotations))
    timed("extract", lambda: extract.EXTRACTORS["rules"](document, annotations, attributions))
    return taken


@cache
def _short() -> Mapping[str, Mapping[str, float]]:
    """What each stage takes on each repetition, in the time of all stages on prose of the same size."""
    _read(PROSE)  # tables and patterns are made once
    prose = sum(_read(_filled(PROSE, READ)).values())
    read = {piece: _read(_filled(piece, READ) + "\nx") for piece in PIECES}
    return {piece: {stage: took / prose for stage, took in one.items()} for piece, one in read.items()}


@pytest.mark.slow
@pytest.mark.parametrize("stage", STAGES)
def test_no_repetition_makes_a_stage_run_away(stage: str) -> None:
    assert {piece: one[stage] for piece, one in _short().items() if one[stage] > STAGES_AT_MOST} == {}


@cache
def _on_long_prose() -> Mapping[str, float]:
    """The lesser of two readings: once in a long run the collection of garbage falls into a stage that takes little."""
    once, again = (_read(_filled(PROSE, READ_LONG)) for _ in range(2))
    return {stage: min(took, again[stage]) for stage, took in once.items()}


@pytest.mark.slow
@pytest.mark.parametrize("rank", range(3))
def test_a_long_text_costs_by_its_length(rank: int) -> None:
    """The repetitions that are worst when short, a dozen times as long, against prose as long."""
    worst = sorted(PIECES, key=lambda piece: -sum(_short()[piece].values()))[rank]
    took = sum(_read(_filled(worst, READ_LONG)).values())
    assert took < STAGES_AT_MOST * sum(_on_long_prose().values()), worst


@pytest.mark.slow
@pytest.mark.parametrize("stage", STAGES)
def test_long_prose_costs_by_its_length(stage: str) -> None:
    prose = _read(_filled(PROSE, READ))
    longer = READ_LONG / READ
    assert _on_long_prose()[stage] < 3 * longer * max(prose[stage], 0.01 * sum(prose.values()))
