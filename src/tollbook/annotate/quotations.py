"""What stands between quotation marks of every kind, paired where the text allows it."""

from __future__ import annotations

import re

from tollbook.annotate.sentences import paragraphs
from tollbook.model import Span

# "’" inside a word is an apostrophe; a mark of any kind may open, and one that can close it closes it, since real
# texts mix them: ’an unprovoked attack" opens with one kind and closes with another.
# The first look ahead changes nothing: it makes the search run from mark to mark.
MARK = re.compile(
    r"(?=[\"“”„«»'’‘`])"
    r"(?:[\"“”„«»]|(?<![^\W_])['’‘`](?=[^\W_(\[])|(?<=[\w.,!?…)\]—-])['’‘](?![^\W_])|''|``)"
)
OPENERS = frozenset("“„«")
# Words in a pair of marks further apart than this are no quotation, but two unpaired marks. Longest quotation
# seen in one paragraph of the development texts: below 1,500 characters.
LONGEST = 1500


def quotations(text: str) -> tuple[Span, ...]:
    """The spans between the marks, marks left out, in order; a mark with no partner in its paragraph gives none."""
    found: list[Span] = []
    for paragraph in paragraphs(text):
        opened: re.Match[str] | None = None
        for mark in MARK.finditer(text, paragraph.start, paragraph.end):
            if opened is None:
                opened = mark if _can_open(text, mark) else None
            elif mark.group() in OPENERS:
                opened = mark
            elif _can_close(text, mark, opened):
                begin = opened.end()
                if 1 < mark.start() - begin <= LONGEST:
                    found.append(Span(begin, mark.start()))
                opened = None
    return tuple(found)


def _can_open(text: str, mark: re.Match[str]) -> bool:
    after = text[mark.end() : mark.end() + 1]
    before = text[mark.start() - 1 : mark.start()] if mark.start() else " "
    return bool(after) and not after.isspace() and not before.isalnum()


def _can_close(text: str, mark: re.Match[str], opened: re.Match[str]) -> bool:
    single = mark.group() in "'’‘"
    if single and opened.group() in '"“„«':
        return False
    before = text[mark.start() - 1]
    return not before.isspace()
