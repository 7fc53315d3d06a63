"""Hostile text made harmless to look at: what would move, hide or reorder characters is shown as a mark instead."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache

# Joiners shape Persian, Hindi and emoji; the signs below them are drawn although Unicode calls them "format".
_DRAWN = frozenset("\u200c\u200d\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
_PICTURES = 0x2400  # U+2400 is the picture of NUL, U+241B that of ESC
_SPACES = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029]+")
# All but the letters and marks that nearly every text is made of: only these few are looked up one by one.
_SUSPECT = re.compile("[^\n -~\u00a1-\u00ac\u00ae-\u02ff\u0400-\u052f\u2010-\u2027\u2030-\u205e\u2588]")


@cache
def _acts(character: str) -> bool:
    """Whether a terminal, a browser or a reader of lines would obey the character rather than draw it."""
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") and character not in _DRAWN


def visible(text: str) -> str:
    """The text with every control, format, bidi and surrogate character drawn: ESC as ␛, U+202E as \\u202e.

    Line feeds stay and tabs become spaces, so that a passage keeps its lines.
    """
    return _SUSPECT.sub(lambda found: _drawn(found[0]) if _acts(found[0]) else found[0], text)


def on_one_line(text: str) -> str:
    """The same, with every run of white space and line ends folded to one space: for tables, titles and errors."""
    return visible(_SPACES.sub(" ", text)).strip()


def spelled_out(text: str) -> str:
    """The same with no character left out or folded, on one line: for ids and file names."""
    return visible(text).replace("\n", "\u240a")


def as_json(value: object, indent: int | None = None) -> str:
    """The value as JSON that is harmless to print and has no line end inside a string; it reads back unchanged.

    What `visible` would draw is escaped as JSON escapes it; all else stays as it is, so that it can be read.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    return _SUSPECT.sub(lambda found: _escaped(found[0]) if _acts(found[0]) else found[0], text)


def _drawn(character: str) -> str:
    code = ord(character)
    if character == "\t":
        return " "
    if code < 0x20:
        return chr(_PICTURES + code)
    if code == 0x7F:
        return "\u2421"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _escaped(character: str) -> str:
    return json.dumps(character)[1:-1] if character != "\x7f" else "\\u007f"
