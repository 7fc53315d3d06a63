"""The names of people harmed, masked: as many █ as a name has code points, so that every span still fits.

A name is recognised where a claim names a person killed, hurt, missing or captured. It is then masked wherever it
stands in the book, in capitals or not. Its parts may stand alone later ("Orlova was 34"): the surname is masked in the
whole book, the other parts in the documents that name the person, so that one Jordan Hale hides no country of Jordan.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from types import MappingProxyType

from tollbook.export.choices import Choices
from tollbook.model import Book, Claim
from tollbook.terms import Field, Harm

MASK = "█"
MASKED_HARMS = frozenset({Harm.KILLED, Harm.INJURED, Harm.MISSING, Harm.CAPTURED})

Name = tuple[str, ...]

_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f\u064b-\u065f])+")
# What may stand between two words of one name: "Ana-Luz", "O'Hara", "J. Hale", a line end; and ana_luz in an address.
_GAP = re.compile(r"[\W_]{1,4}|\s+")
_LETTERS_ALONE = 3  # fewer, as "al", "de", "Jr", stand in too many names to be masked alone


@dataclass(frozen=True, slots=True)
class Mask:
    """Puts █ over names: `names` of several words by the first two, `single` words that are masked where capitalised.

    Both are in lower case and composed. `spelled` are single names exactly as given, masked in lower case too.
    """

    names: Mapping[Name, frozenset[Name]] = field(default_factory=dict)
    single: frozenset[str] = frozenset()
    spelled: frozenset[str] = frozenset()

    def __call__(self, text: str) -> str:
        """The text with its names masked, of the same length in code points."""
        masked = list(text)
        for start, end in self._hidden(text):
            masked[start:end] = MASK * (end - start)
        return "".join(masked)

    def names_in(self, text: str) -> set[Name]:
        """The names of several words that stand in the text."""
        return {name for _, _, name in self._standing(list(_WORD.finditer(text)))}

    def _hidden(self, text: str) -> Iterator[tuple[int, int]]:
        words = list(_WORD.finditer(text)) if self.names or self.single else []
        yield from (word.span() for word in words if self._is_masked_alone(word.group()))
        yield from ((start, end) for start, end, _ in self._standing(words))

    def _standing(self, words: list[re.Match[str]]) -> Iterator[tuple[int, int, Name]]:
        folded = [_folded(word.group()) for word in words]
        for at, first_two in enumerate(pairwise(folded)):
            for name in self.names.get(first_two, ()):
                end = at + len(name)
                if tuple(folded[at:end]) == name and _is_joined(words[at:end]):
                    yield words[at].start(), words[end - 1].end(), name

    def _is_masked_alone(self, word: str) -> bool:
        return _folded(word) in self.single and (not word[0].islower() or word in self.spelled)


@dataclass(frozen=True, slots=True)
class Masks:
    """The masks of one book, for what belongs to the whole of it, to one document and to one incident, by id."""

    book: Mask
    documents: Mapping[str, Mask]
    incidents: Mapping[str, Mask]


def masks(book: Book, choices: Choices) -> Masks:
    """How each text of the book is to be shown under these choices; with names "all", as it stands."""
    if choices.names == "all":
        return _everywhere(book, Mask())
    named = sorted({(person, claim.document) for claim in book.claims if is_masked(claim) for person in claim.persons})
    parts: dict[Name, frozenset[str]] = defaultdict(frozenset)
    for person, _ in named:
        parts[_words(person)] |= _parts(person)
    whole = _mask({person for person, _ in named})
    alone: dict[str, set[str]] = {one.document.id: set() for one in book.readings}
    for person, document in named:
        alone.setdefault(document, set()).update(parts[_words(person)])
    for reading in book.readings:
        for text in map(reading.document.field, Field):
            alone[reading.document.id].update(*(parts[name] for name in whole.names_in(text)))
    return _everywhere(book, whole, alone)


def is_masked(claim: Claim) -> bool:
    """Whether the persons whom the claim names are hidden unless names are asked for."""
    return claim.harm in MASKED_HARMS


def _everywhere(book: Book, whole: Mask, alone: Mapping[str, Iterable[str]] = MappingProxyType({})) -> Masks:
    def of(*documents: str) -> Mask:
        return replace(whole, single=whole.single.union(*(alone.get(one, ()) for one in documents)))

    return Masks(
        whole,
        {one.document.id: of(one.document.id) for one in book.readings},
        {one.id: of(*one.documents) for one in book.incidents},
    )


def _mask(persons: Iterable[str]) -> Mask:
    names: dict[Name, set[Name]] = defaultdict(set)
    single: set[str] = set()
    spelled: set[str] = set()
    for person in persons:
        words = _words(person)
        single |= _surname(person)
        if len(words) > 1:
            names[words[:2]].add(words)
        elif words:
            single.add(words[0])
            spelled.update(_WORD.findall(person))
    return Mask({start: frozenset(some) for start, some in names.items()}, frozenset(single), frozenset(spelled))


def _words(person: str) -> Name:
    return tuple(map(_folded, _WORD.findall(person)))


def _parts(person: str) -> frozenset[str]:
    """The words of a name that can stand for the person alone."""
    return frozenset(
        _folded(word) for word in _WORD.findall(person) if len(word) >= _LETTERS_ALONE and not word[0].islower()
    )


def _surname(person: str) -> frozenset[str]:
    """The last piece of a name that can stand alone: "Masri" of "Adel al-Masri", "Hale" of "Jordan Hale Jr."."""
    return next((parts for piece in reversed(person.split()) if (parts := _parts(piece))), frozenset())


@cache
def _folded(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold()


def _is_joined(words: list[re.Match[str]]) -> bool:
    return all(_GAP.fullmatch(a.string, a.end(), b.start()) for a, b in pairwise(words))
