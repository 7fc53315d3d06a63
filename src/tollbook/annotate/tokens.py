"""Words, numbers and marks, where they stand."""

from __future__ import annotations

import re

from tollbook.model import Span, Token

# One alternative a kind, tried in this order: "U.S." and "p.m." · "9:30" · "13-year-old" and "122mm", which are no
# counts · "1,200", "7.62", "34th" · words, with what a hyphen or an apostrophe joins ("three-man") · one mark.
TOKEN = re.compile(
    r"(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])\.?"
    r"|\d{1,2}:\d{2}"
    r"|\d+(?:[-‐‑][^\W\d_]+)+"
    r"|\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?[^\W\d_]*"
    r"|[^\W\d_](?:[^\W_]|['’\-‐‑](?=[^\W_]))*"
    r"|[^\w\s]|_"
)
APOSTROPHES = str.maketrans("’‘‐‑", "''--")


def tokens(text: str, within: Span) -> tuple[Token, ...]:
    """The tokens of one stretch of the text, in order; spans point into the whole text."""
    return tuple(
        Token(Span(*match.span()), match.group().lower().translate(APOSTROPHES))
        for match in TOKEN.finditer(text, within.start, within.end)
    )
