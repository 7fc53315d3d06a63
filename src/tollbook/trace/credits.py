"""Credits: the outlets and agencies that a text names as where a story is from."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from tollbook import lexicon
from tollbook.lexicon.outlets import outlet

# "HARBOUR CITY (Harbour Wire) — ": a dateline opens the story.
DATELINE = re.compile(r"\(([^()\n]{2,40})\)\s*[-‐-―:]")
DATELINE_WITHIN = 400
_WORD = r"[^\W_a-z](?:\w|[.&'’-](?=\w))*"
NAME = rf"{_WORD}(?:[ ](?:{_WORD}|of|and|the)){{0,5}}"
ENDS_IN_NAME = re.compile(rf"\b({NAME})$")
LONGEST_NAME = 80


def credits(text: str, known: Collection[str]) -> Mapping[str, str]:
    """Those of the `known` outlets that the text credits, each with the words that do; a dateline speaks first."""
    found: dict[str, str] = {}
    for name, words in _credited(text):
        if name in known:
            found.setdefault(name, words)
    return found


def _credited(text: str) -> Iterator[tuple[str, str]]:
    """Each outlet that may be credited, as it is compared, and the words as they stand."""
    for match in DATELINE.finditer(text, 0, DATELINE_WITHIN):
        yield outlet(match[1]), f"({match[1]})"
    before, after = _cues()
    for match in before.finditer(text):
        yield from ((outlet(name), f"{match[1]} {name}") for name in _runs(match[2]))
    for match in after.finditer(text):
        named = ENDS_IN_NAME.search(text, max(0, match.start() - LONGEST_NAME), match.start())
        yield from ((outlet(name), f"{name} {match[1]}") for name in _runs(named[1] if named else ""))


def _runs(words: str) -> Iterator[str]:
    """Any run of the words may be the name: "On Tuesday Harbour Post reported"."""
    some = words.split()
    yield from (" ".join(some[start:end]) for start in range(len(some)) for end in range(start + 1, len(some) + 1))


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = lexicon.table("agencies")
    before, after = ("|".join(map(re.escape, table[key])) for key in ("before", "after"))
    # The first letter is looked at before the words are: else each of them is tried at every word of a text.
    first = "".join(sorted({letter for words in table["before"] for letter in words[0].lower() + words[0].upper()}))
    return (
        re.compile(rf"((?=[{first}])(?<!\w)(?i:{before}))\s+(?:the\s+)?({NAME})"),
        re.compile(rf"\s({after})\b"),
    )
