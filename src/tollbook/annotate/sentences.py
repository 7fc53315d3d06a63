"""Sentences: a line is a paragraph unless the text is wrapped, and a stop inside "U.S. MQ-9" ends nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tollbook import lexicon
from tollbook.model import Span

# A stop ends a sentence where white space and something that can begin one follow: "Feb. 7 were" goes on.
# A space may be lost behind it: "officials said.The driver was hurt".
# It is tried at the first of several stops alone: from each of a megabyte of them it would run to the last.
# The stop itself is looked for first, and what is before it then: the search runs from stop to stop.
STOP = re.compile(
    r"[.!?…](?<![.!?…]{2})[.!?…]*[\"'”’»)\]]*"
    r"(?:(?=\s+[\"'“‘«(\[]*[^\W_a-z])|(?<=[a-z]{3}\.)(?=[A-Z][a-z])|$)"
)
LINE = re.compile(r"[^\n\r]+")
PARAGRAPH = re.compile(r"\S(?:[^\n\r]|(?:\r\n|\n|\r)(?![ \t]*(?:\r|\n|$)))*")
LAST_WORD = re.compile(r"(?:[^\W\d_]\.?)+$")
# A wrapped text has most of its lines this long, and paragraphs set off by blank lines or an indent.
WRAPPED = range(45, 95)
# No sentence of a real report is longer; without a bound one 50 MB line would be one sentence.
LONGEST = 2000


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text, in order, white space around them left out."""
    return tuple(span for block in paragraphs(text) for span in _split(text, block.start, block.end))


def paragraphs(text: str) -> Iterator[Span]:
    """The paragraphs of a text, in order: its lines, or what stands between blank lines where the text is wrapped."""
    blocks = PARAGRAPH if _is_wrapped(text) else LINE
    return (Span(*block.span()) for block in blocks.finditer(text))


def _is_wrapped(text: str) -> bool:
    lines = [line for line in text[:20000].splitlines() if line.strip()]
    if len(lines) < 4:
        return False
    wrapped = sum(len(line.rstrip()) in WRAPPED for line in lines)
    return wrapped > 0.6 * len(lines)


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    begin = start
    for stop in STOP.finditer(text, start, end):
        if not _is_abbreviation(text, begin, stop):
            yield from _bounded(text, begin, stop.end())
            begin = stop.end()
    yield from _bounded(text, begin, end)


def _is_abbreviation(text: str, begin: int, stop: re.Match[str]) -> bool:
    if stop.group() != ".":
        return False
    before = text[max(begin, stop.start() - 20) : stop.start()].rpartition(" ")[2]
    word = LAST_WORD.search(before)
    if word is None:
        return False
    name = word.group().lower()
    return (len(name) == 1 and name != "i") or "." in name or name in lexicon.words("abbreviations", "words")


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    start, end = start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield Span(start, cut)
        start = cut + 1 if text[cut] == " " else cut
    if start < end:
        yield Span(start, end)
