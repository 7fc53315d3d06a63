"""Labelled text as lessons: windows begun anywhere and roughened, with what is true of their words."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tokenizers import Tokenizer

from tollbook.annotate.encoder.decode import PARTS
from tollbook.annotate.encoder.windows import SHAPES, Line, Window, Word, windows
from training.corpora import Example, Parts

QUOTES = frozenset("\"'“”„«»‘’`")
# Of a hundred texts so many are read as if in capitals throughout, and so many more as if their marks were lost.
IN_CAPITALS, WITHOUT_MARKS = 6, 6
FIRST_WINDOW = 8  # sentences at most: where the windows of a text begin changes from epoch to epoch

Where = tuple[str, int]  # a text, and where a sentence's first word stands in it
Held = dict[str, list[int]]  # source, cue, content -> its words


@dataclass(frozen=True)
class Lesson:
    """A window and what is true of its words. What is None is not labelled in its text.

    `held` is every attribution that has words here, `cues` those that are whole, by the word that begins the cue;
    `names` is each word's name tag; `sentences` says of each row which sentence it is.
    """

    window: Window
    held: tuple[Held, ...] | None
    cues: dict[int, Held]
    names: list[int] | None
    sentences: list[Where]


def lessons(one: Example, tokenizer: Tokenizer, chance: random.Random) -> Iterator[Lesson]:
    """The windows of an example. They share no sentence: every sentence is learned from as often as any other."""
    run = _roughened(one.lines, one.text, chance)
    begin = chance.randint(1, FIRST_WINDOW)
    for some in (run[:begin], run[begin:]):
        for window in windows(tokenizer, some, 0) if some else ():
            yield _lesson(one, window)


def _roughened(lines: Sequence[Line], text: str, chance: random.Random) -> list[Line]:
    luck = chance.randrange(100)
    if luck < IN_CAPITALS:
        return [_changed(line, [replace(word, shape=2 + _quoted(word)) for word in line.words]) for line in lines]
    if luck < IN_CAPITALS + WITHOUT_MARKS:
        kept = [[word for word in line.words if word.span.of(text) not in QUOTES] for line in lines]
        bare = [[replace(word, shape=word.shape - _quoted(word)) for word in words] for words in kept]
        return [_changed(line, words) for line, words in zip(lines, bare, strict=True) if words]
    return list(lines)


def _quoted(word: Word) -> int:
    """What a word's shape is more for standing inside quotation marks."""
    return SHAPES // 2 * (word.shape >= SHAPES // 2)


def _changed(line: Line, words: Sequence[Word]) -> Line:
    return replace(line, words=tuple(words))


def _lesson(one: Example, window: Window) -> Lesson:
    held = None if one.attributions is None else tuple(_held(window, told) for told in one.attributions)
    whole = [words for told, words in zip(one.attributions or (), held or (), strict=True) if _is_whole(window, told)]
    sentences: dict[int, Where] = {}
    for row, span in zip(window.rows, window.words, strict=True):
        if row not in sentences and span.of(one.text)[0].isalnum():
            sentences[row] = one.name, span.start
    return Lesson(
        window,
        held,
        {min(words["cue"]): words for words in whole},
        None if one.names is None else _name_tags(one, window),
        [sentences.get(row, (one.name, -1)) for row in range(window.rows[-1] + 1)],
    )


def _within(window: Window, start: int, end: int) -> list[int]:
    return [at for at, span in enumerate(window.words) if span.start < end and start < span.end]


def _held(window: Window, told: Parts) -> Held:
    return {part: sorted({at for a, b in told[part] for at in _within(window, a, b)}) for part in PARTS}


def _is_whole(window: Window, told: Parts) -> bool:
    """Whether every piece of the attribution has words in the window, and the cue its first."""
    starts = {span.start for span in window.words}
    return (
        bool(told["cue"])
        and min(told["cue"])[0] in starts
        and all(_within(window, a, b) for part in PARTS for a, b in told[part])
    )


def _name_tags(one: Example, window: Window) -> list[int]:
    """0 for no name, else 1 or 2 and two more for each kind further on: the name's first word, or another."""
    tags = [0] * len(window.words)
    for start, end, kind in one.names or ():
        for order, at in enumerate(_within(window, start, end)):
            tags[at] = 1 + 2 * kind + (order > 0)
    return tags
