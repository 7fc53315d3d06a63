"""A text gone through sentence by sentence, with whom it has named as a source by then."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tollbook.attribute.cues import Cue, cues
from tollbook.attribute.sources import source
from tollbook.attribute.speakers import Speakers
from tollbook.model import Annotations, Attribution, Source, Span, Token
from tollbook.terms import SourceKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a text: where it stands, its tokens, its reporting words, and whom the document knows by then."""

    annotations: Annotations
    span: Span
    tokens: Sequence[Token]
    cues: Sequence[Cue]
    speakers: Speakers

    def link(self, span: Span) -> Source:
        """The source that these words are."""
        return source(self.annotations.text, span, self.speakers)

    def is_quoted(self, span: Span) -> bool:
        """Whether a quotation holds these words."""
        quotations = self.annotations.quotations
        at = bisect_right(quotations, span.start, key=lambda one: one.end)
        return at < len(quotations) and quotations[at].holds(span)


def gone_through(
    annotations: Annotations, told: Callable[[Sentence], Iterable[Attribution]]
) -> tuple[Attribution, ...]:
    """What is `told` in each sentence, in text order; furniture says nothing."""
    starts = [token.start for token in annotations.tokens]
    speakers = Speakers(annotations.names)
    found: list[Attribution] = []
    for span in annotations.sentences:
        if _touches(span, annotations.furniture):
            continue
        tokens = annotations.tokens[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        here = tuple(told(Sentence(annotations, span, tokens, cues(tokens), speakers)))
        found += here
        # Only now: "he" in a sentence is nobody whom the same sentence names as a source.
        links = [link for one in here for link in one.chain] or _quoting(annotations, span, speakers)
        for link in links:
            speakers.remember(link, link.span.of(annotations.text))
    return _one_name_each(found)


def _quoting(annotations: Annotations, sentence: Span, speakers: Speakers) -> Iterator[Source]:
    """ "Mayor Ana Moll called it “a tragedy”": whom a sentence with a quotation begins with may speak in the next."""
    if any(sentence.touches(one) for one in annotations.quotations):
        first = next((one for one in speakers.inside(sentence) if one.kind == "person"), None)
        words = Span(sentence.start, first.span.end) if first else sentence
        if first and words.of(annotations.text).istitle():
            yield source(annotations.text, words, speakers)


def _one_name_each(found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions with each surname as the name in full that stands elsewhere, where there is one such name; and
    with each source as what it is called anywhere: "Moll said so. Sheriff Ana Moll said no more."."""
    links = [link for one in found for link in one.chain]
    names = {link.name for link in links}
    full = {name: [other for other in names if other.endswith(f" {name}")] for name in names if _is_surname(name)}
    known = {name: others[0] for name, others in full.items() if len(others) == 1}
    kinds: dict[str, SourceKind] = {}
    for link in links:
        if link.kind is not SourceKind.UNKNOWN:
            kinds.setdefault(known.get(link.name, link.name), link.kind)

    def as_known(link: Source) -> Source:
        name = known.get(link.name, link.name)
        kind = kinds.get(name, link.kind) if link.kind is SourceKind.UNKNOWN else link.kind
        return replace(link, name=name, kind=kind)

    return tuple(replace(one, chain=tuple(map(as_known, one.chain))) for one in found)


def _is_surname(name: str) -> bool:
    return " " not in name and name[:1].isupper() and not name.isupper()


def _touches(span: Span, others: Sequence[Span]) -> bool:
    """Whether the span shares a code point with one of these, which are in order and do not overlap."""
    at = bisect_right(others, span.start, key=lambda one: one.end)
    return at < len(others) and others[at].start < span.end
