"""Words as they are compared: case, white space, marks and the way a number is written make no difference."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from tollbook.model import Number

# "U.S." and "Russia’s" are one word each, "1,200" and "7.62" one number; hyphens and dashes divide.
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[.'’‘][^\W\d_]+)*")
INSIDE = re.compile(r"[.,'’‘]")

Told = tuple[str, int, int]


def worded(text: str, numbers: Sequence[Number] = ()) -> list[Told]:
    """Each word of a text in the form in which it is compared, with its start and end, in text order.

    `numbers` are the text's, in order: "twenty-five", "Twenty five" and "25" become one word.
    """
    found: list[Told] = []
    begin = 0
    for number in numbers:
        if number.low == number.high and number.span.start >= begin:
            found += _plain(text, begin, number.span.start)
            found.append((str(number.low), number.span.start, number.span.end))
            begin = number.span.end
    return found + _plain(text, begin, len(text))


def _plain(text: str, start: int, end: int) -> list[Told]:
    found = list(WORD.finditer(text, start, end))
    words = map(_compared, map(re.Match.group, found))
    return list(zip(words, map(re.Match.start, found), map(re.Match.end, found), strict=True))


@lru_cache(1 << 16)
def _compared(word: str) -> str:
    if not word.isascii():
        word = unicodedata.normalize("NFKC", word)
    return word.casefold() if word.isalnum() else INSIDE.sub("", word.casefold())
