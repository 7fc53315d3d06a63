"""Words, numbers and marks, where they stand."""

from __future__ import annotations

import re
from functools import lru_cache

from tollbook.model import Span, Token

# One alternative a kind, tried in this order. The first three are what most tokens are, taken early: a plain word or
# letter that nothing goes on from, a stop or a comma. Then "U.S." and "p.m." · "9:30" · "13-year-old" and "122mm",
# which are no counts · "1,200", "7.62", "34th" · words, with what a hyphen or an apostrophe joins ("three-man") · one
# mark.
TOKEN = re.compile(
    r"[A-Za-z]{2,}+(?![\w'’\-‐‑])|[A-Za-z](?![\w.'’\-‐‑])|[.,]"
    r"|(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])\.?"
    r"|\d{1,2}:\d{2}"
    r"|\d+(?:[-‐‑][^\W\d_]+)+"
    r"|\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?[^\W\d_]*"
    r"|[^\W\d_](?:[^\W_]|['’\-‐‑](?=[^\W_]))*"
    r"|[^\w\s]|_"
)
APOSTROPHES = str.maketrans("’‘‐‑", "''--")


def tokens(text: str, within: Span) -> tuple[Token, ...]:
    """The tokens of one stretch of the text, in order; they stand where they do in the whole text."""
    found = list(TOKEN.finditer(text, within.start, within.end))
    words = map(_folded, map(re.Match.group, found))
    return tuple(map(Token, map(re.Match.start, found), map(re.Match.end, found), words))


# Two words in three of a text are among the few thousand commonest of the language.
@lru_cache(maxsize=10_000)
def _folded(words: str) -> str:
    return words.lower().translate(APOSTROPHES)
