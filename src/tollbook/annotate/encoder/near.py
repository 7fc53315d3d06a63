"""Which sentences the encoder reads: those near a word of harm or of reporting; the rest is left to the rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from tollbook import lexicon
from tollbook.model import Annotations, Span

# A text of whose sentences this share and more hold a word of harm reports on harm: of gva and airwars 19 in 20 do, of
# PolNeAR 1 in 10. There it is enough to read whoever speaks near such a word: 37 % of the text of gva.
REPORTS_HARM = 0.2
_KINDS = ("killed", "injured", "missing", "captured", "unharmed")
_FORMS = ("participle", "gerund", "intransitive", "adjective", "noun")


def near(annotations: Annotations) -> tuple[Span, ...]:
    """The sentences to read, in text order."""
    sentences = annotations.sentences
    spoken = list(_spoken(annotations))
    harm = [not _harm().isdisjoint(words) for words in spoken]
    quoted = list(_quoted(annotations))
    if sum(harm) < REPORTS_HARM * len(sentences):
        known = _hinting()
        said = [is_in or not known.isdisjoint(words) for is_in, words in zip(quoted, spoken, strict=True)]
        chosen = _with_neighbours(said)
    else:
        known = _reporting()
        said = [is_in or not known.isdisjoint(words) for is_in, words in zip(quoted, spoken, strict=True)]
        chosen = [a and b for a, b in zip(said, _with_neighbours(harm), strict=True)]
    return tuple(span for span, is_chosen in zip(sentences, chosen, strict=True) if is_chosen)


def _with_neighbours(flags: Sequence[bool]) -> list[bool]:
    return [any(flags[max(at - 1, 0) : at + 2]) for at in range(len(flags))]


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
def _harm() -> frozenset[str]:
    """The words that tell of harm by themselves."""
    table: Mapping[str, Any] = lexicon.table("harm")
    phrases = {one for kind in _KINDS for form in _FORMS for one in table[kind].get(form, ())}
    return frozenset(one for one in phrases if " " not in one) | lexicon.words("harm", "open.weapons")


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
