"""Who can speak in a text: its names by where they stand, and the sources met so far."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tollbook import lexicon
from tollbook.model import Name, Source, Span

WORDS = re.compile(r"[\w'’-]+")


def _pronouns(said: set[str], is_named: bool) -> tuple[str, ...]:
    """Which of he and she may be the one whom these words name: "a spokeswoman" is no he, "police" is neither."""
    she, he, single = (not said.isdisjoint(lexicon.words("speakers", key)) for key in ("she", "he", "single"))
    if she != he:
        return ("she",) if she else ("he",)
    return ("he", "she") if is_named or single else ()


class Speakers:
    """Nothing here goes through all names of a text for each source: it is asked some hundred times a page."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._names = sorted(names, key=lambda one: one.span.start)
        self._starts = [one.span.start for one in self._names]
        self._persons = {one.text for one in names if one.kind == "person"}
        # By the first letter: how long the names of persons are.
        self._lengths: dict[str, set[int]] = {}
        for text in self._persons:
            self._lengths.setdefault(text[0], set()).add(len(text))
        self._known: dict[str, Source] = {}
        self._roles: dict[str, Source] = {}

    def inside(self, span: Span) -> Iterator[Name]:
        """The names that stand wholly in a span, in text order."""
        near = self._names[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
        return (name for name in near if span.holds(name.span))

    def is_name(self, at: int) -> bool:
        """Whether a name begins at a character, and no place's."""
        first, last = bisect_left(self._starts, at), bisect_left(self._starts, at + 1)
        return any(name.kind != "place" for name in self._names[first:last])

    def known(self, word: str) -> Source | None:
        """The source so far that a surname or a pronoun stands for."""
        return self._known.get(word)

    def called(self, noun: str) -> Source | None:
        """The source so far that "the spokesman" or "the group" is: the last that was told with this word, or for the
        words of lexicon/en/speakers.toml the last of one of their kinds."""
        return self._roles.get(noun)

    def remember(self, one: Source, words: str) -> None:
        """What the document knows of its sources after this one, which stands there in these words."""
        said = set(WORDS.findall(words.lower()))
        is_named = bool(one.name) and self._is_person(one.name)
        self._known.update(dict.fromkeys(_pronouns(said, is_named), one))
        if is_named:
            self._known.setdefault(one.name.split()[-1].lower(), one)
        self._known["they"] = one
        nouns = said & lexicon.words("speakers", "roles")
        nouns |= {noun for noun, kinds in lexicon.table("speakers")["of_kind"].items() if one.kind in kinds}
        self._roles.update(dict.fromkeys(nouns, one))

    def _is_person(self, called: str) -> bool:
        """Whether the name of a person of this text stands in what a source is called."""
        return any(
            called[at : at + length] in self._persons
            for at, letter in enumerate(called)
            for length in self._lengths.get(letter, ())
        )
