"""Which sentences the encoder reads: those near a word of harm or of reporting; the rest is left to the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from tollbook import lexicon
from tollbook.model import Annotations, Span

# A text reports on harm where so many of its sentences hold a word of it: of gva and airwars 9 in 10 do, of PolNeAR
# 1 in 35. Its speakers do where so many of those in which somebody speaks hold one: 13 in 20 of gva, 1 in 200 of
# PolNeAR. There it is enough to read whoever speaks of harm, and in the rest of the first whoever may speak; elsewhere
# the sentences around those, too: in all 44 % of gva and 98 % of PolNeAR.
REPORTS_HARM, SPEAK_OF_IT, REACH = 0.2, 0.3, 3


def near(annotations: Annotations) -> tuple[Span, ...]:
    """The sentences to read, in text order."""
    sentences = annotations.sentences
    spoken = list(_spoken(annotations))
    quoted = list(_quoted(annotations))
    reporting, harm = _with(_reporting(), spoken), _with(lexicon.harm(), spoken)
    said, struck = _either(quoted, reporting), _with(lexicon.harm() | _weapons(), spoken)
    if sum(struck) < REPORTS_HARM * len(sentences):
        chosen = _with_neighbours(_either(quoted, _with(_hinting(), spoken)), REACH)
    elif sum(_both(said, struck)) < SPEAK_OF_IT * sum(said):
        chosen = _either(quoted, _with(_hinting(), spoken))
    else:
        # "“Two are dead.” | That is what the mayor said.": who is quoted may stand beside the quotation.
        chosen = _either(_both(said, harm), _both(reporting, _with_neighbours(_both(quoted, harm))))
    return tuple(span for span, is_chosen in zip(sentences, chosen, strict=True) if is_chosen)


def _with(known: frozenset[str], spoken: Sequence[set[str]]) -> list[bool]:
    return [not known.isdisjoint(words) for words in spoken]


def _both(flags: Sequence[bool], others: Sequence[bool]) -> list[bool]:
    return [one and other for one, other in zip(flags, others, strict=True)]


def _either(flags: Sequence[bool], others: Sequence[bool]) -> list[bool]:
    return [one or other for one, other in zip(flags, others, strict=True)]


def _with_neighbours(flags: Sequence[bool], reach: int = 1) -> list[bool]:
    return [any(flags[max(at - reach, 0) : at + reach + 1]) for at in range(len(flags))]


def _spoken(annotations: Annotations) -> Iterator[set[str]]:
    """The words of each sentence."""
    at, tokens = 0, annotations.tokens
    for sentence in annotations.sentences:
        first = at
        while at < len(tokens) and tokens[at].start < sentence.end:
            at += 1
        yield {token.word for token in tokens[first:at]}


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
    return frozenset(max(one.split(), key=len) for one in phrases) | lexicon.words("cues", "hints.words")
