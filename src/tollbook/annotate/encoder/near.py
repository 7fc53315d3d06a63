"""Which sentences the encoder reads: those near a word of harm or of reporting; the rest is left to the rules."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from tollbook import lexicon
from tollbook.annotate.tokens import tokens
from tollbook.model import Annotations, Span

# A text reports on harm where so many of its sentences hold a word of it; its speakers do where so many of those in
# which somebody speaks hold one, or its headline does. There it is enough to read whoever speaks of harm, but where
# that is plain, and in the rest of the first whoever may speak; elsewhere the sentences around those, too. How many
# texts of gva, airwars and PolNeAR are read which way, and how much of them: python -m evals.nearness
REPORTS_HARM, SPEAK_OF_IT, REACH = 0.2, 0.3, 3

Way = Literal["around whoever may speak", "whoever may speak", "whoever speaks of harm"]


@dataclass(frozen=True, slots=True)
class _Marked:
    """Of each sentence: its words, whether a part of a quotation stands in it, and whether it holds a word that
    reports, or one of harm or weapons."""

    spoken: tuple[tuple[str, ...], ...]
    quoted: tuple[bool, ...]
    reporting: tuple[bool, ...]
    struck: tuple[bool, ...]

    @property
    def said(self) -> list[bool]:
        """Where somebody speaks."""
        return _either(self.quoted, self.reporting)

    def way(self, headline: str) -> Way:
        """Which of its sentences are read."""
        if _tells_of_harm(headline):
            return "whoever speaks of harm"
        if sum(self.struck) < REPORTS_HARM * len(self.spoken):
            return "around whoever may speak"
        is_of_it = sum(_both(self.said, self.struck)) >= SPEAK_OF_IT * sum(self.said)
        return "whoever speaks of harm" if is_of_it else "whoever may speak"


def way_of(annotations: Annotations, headline: str) -> Way:
    """By what its text is about: which of its sentences are read."""
    return _marked(annotations).way(headline)


def near(annotations: Annotations, headline: str) -> tuple[Span, ...]:
    """The sentences to read, in text order; of a text without a headline that is ""."""
    marked = _marked(annotations)
    way = marked.way(headline)
    if way == "whoever speaks of harm":
        harm = _with(lexicon.harm(), marked.spoken)
        saying = _either(marked.quoted, map(_is_hard, marked.spoken))
        # "“Two are dead.” | That is what the mayor said.": who is quoted may stand beside the quotation.
        beside = _both(marked.reporting, _with_neighbours(_both(marked.quoted, harm)))
        chosen = _either(_both(saying, harm), beside)
    else:
        chosen = _either(marked.quoted, _with(_hinting(), marked.spoken))
        if way == "around whoever may speak":
            chosen = _with_neighbours(chosen, REACH)
    return tuple(span for span, is_chosen in zip(annotations.sentences, chosen, strict=True) if is_chosen)


def _marked(annotations: Annotations) -> _Marked:
    spoken = tuple(_spoken(annotations))
    struck = _with(lexicon.harm() | _weapons(), spoken)
    return _Marked(spoken, tuple(_quoted(annotations)), tuple(_with(_reporting(), spoken)), tuple(struck))


def _tells_of_harm(headline: str) -> bool:
    told = {token.word for token in tokens(headline, Span(0, len(headline)))} if headline else set()
    return not told.isdisjoint(lexicon.harm() | _weapons() | _events())


def _with(known: frozenset[str], spoken: Sequence[Sequence[str]]) -> list[bool]:
    return [not known.isdisjoint(words) for words in spoken]


def _is_hard(words: Sequence[str]) -> bool:
    """Whether words tell of speaking, and not as plainly as "two died, police said", which the rules read as well."""
    telling = [word for word in words if word in _reporting() or word in lexicon.words("cues", "hints.saying")]
    return len(telling) > 1 or not lexicon.words("cues", "hints.plain").issuperset(telling)


def _both(flags: Sequence[bool], others: Sequence[bool]) -> list[bool]:
    return [one and other for one, other in zip(flags, others, strict=True)]


def _either(flags: Iterable[bool], others: Iterable[bool]) -> list[bool]:
    return [one or other for one, other in zip(flags, others, strict=True)]


def _with_neighbours(flags: Sequence[bool], reach: int = 1) -> list[bool]:
    return [any(flags[max(at - reach, 0) : at + reach + 1]) for at in range(len(flags))]


def _spoken(annotations: Annotations) -> Iterator[tuple[str, ...]]:
    """The words of each sentence."""
    at, starts, words = 0, [start for start, _, _ in annotations.tokens], [word for _, _, word in annotations.tokens]
    for sentence in annotations.sentences:
        first, at = at, bisect_left(starts, sentence.end, at)
        yield tuple(words[first:at])


def _quoted(annotations: Annotations) -> Iterator[bool]:
    """Of each sentence, whether a part of a quotation stands in it."""
    at, quotations = 0, annotations.quotations
    for sentence in annotations.sentences:
        while at < len(quotations) and quotations[at].end <= sentence.start:
            at += 1
        yield at < len(quotations) and quotations[at].start < sentence.end


@cache
def _weapons() -> frozenset[str]:
    """The words for what does harm."""
    return lexicon.words("harm", "open.weapons")


@cache
def _events() -> frozenset[str]:
    """The words for what was done to somebody, and for what happened: "murder", "airstrike", "flood"."""
    told = lexicon.words("harm", "killed.owned").union(lexicon.happenings())
    return frozenset(one for one in told if " " not in one)


@cache
def _reporting() -> frozenset[str]:
    """The words that report by themselves, by lexicon/en/cues.toml."""
    verbs = {one for some in lexicon.table("cues")["verbs"].values() for one in some if " " not in one}
    return frozenset(verbs - lexicon.words("cues", "weak.verbs")) | lexicon.words("cues", "hints.sources")


@cache
def _hinting() -> frozenset[str]:
    """The words that report, may report, or hint that somebody does."""
    table = lexicon.table("cues")
    phrases = [one for group in ("verbs", "prepositions") for some in table[group].values() for one in some]
    # Of "in the words of" it is "words" that hints at it.
    hints = lexicon.words("cues", "hints.words") | lexicon.words("cues", "hints.saying")
    return frozenset(max(one.split(), key=len) for one in phrases) | hints
