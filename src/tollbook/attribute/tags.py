"""Attributions from what the encoder tagged; in sentences that it did not read, by the rules."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tollbook import lexicon
from tollbook.attribute import rules
from tollbook.attribute.chains import chain
from tollbook.attribute.cues import cues
from tollbook.attribute.handles import posted
from tollbook.attribute.paragraphs import Paragraphs
from tollbook.attribute.sentences import Sentence, gone_through
from tollbook.attribute.sources import left
from tollbook.model import Annotations, Attribution, Source, Span, Tagged
from tollbook.terms import Stance

Run = tuple[int, int]


def attribute(annotations: Annotations) -> tuple[Attribution, ...]:
    """Who says what in one field, in text order; furniture says nothing."""
    whole = (one for one in annotations.tagged if one.cue and (one.source or one.content))
    told = sorted(whole, key=lambda one: one.cue[0])
    places = [one.cue[0].start for one in told]
    read = sorted(vector.span.start for vector in annotations.vectors)
    paragraphs = Paragraphs(annotations.text, places)

    def of(sentence: Sentence) -> Iterable[Attribution]:
        start, end = sentence.span.start, sentence.span.end
        if bisect_left(read, start) == bisect_left(read, end):
            return rules.of_sentence(sentence)
        here = told[bisect_left(places, start) : bisect_left(places, end)]
        return sorted(_of_sentence(sentence, paragraphs, here), key=lambda one: one.cue[0])

    return gone_through(annotations, of)


def _of_sentence(sentence: Sentence, paragraphs: Paragraphs, told: Sequence[Tagged]) -> Iterator[Attribution]:
    post = posted(sentence)
    if post is not None:
        yield post
        told = [one for one in told if not one.cue[0].touches(Span(post.source[0].start, post.cue[0].end))]
    told = [one for one in told if not _is_label(sentence, one, told)]
    contents = [_content(sentence, paragraphs, one) for one in told]
    tagged = [cue for one in told for cue in one.cue]
    inner = [*_inside(sentence, tagged, contents), *_counting(sentence, tagged)]
    through = [(cue.first, cue.last) for cue in sentence.cues if cue.form in ("citing", "carried")]
    runs = [_before(_run(sentence, Span.around(one.cue)), through) for one in told]
    speaking = [run for run in runs if not any(run[0] < last and first < run[1] for first, last in through)]
    verbs = sorted(run[0] for run in (*speaking, *(_run(sentence, one.cue[0]) for one in inner)))
    before: tuple[Source, ...] = ()
    for one, run, content in zip(told, runs, contents, strict=True):
        source = _speaking(sentence, one.source) or _before_colon(sentence, run)
        links = chain(sentence, run, Span.around(source) if source else None, verbs)
        if not source and _goes_on(sentence, run):
            links = before  # "Officials said that seven died, correcting an earlier count": it is still they who speak
        before = links
        if source or content:
            yield Attribution(sentence.annotations.field, source, one.cue, content, links, _stance(sentence, run))
    yield from inner


def _is_label(sentence: Sentence, one: Tagged, told: Sequence[Tagged]) -> bool:
    """ "Orsk: The bridge fell, police said.": the words before the colon tell where, and somebody else speaks."""
    if one.cue[0].of(sentence.annotations.text).strip() != ":" or any(map(sentence.is_quoted, one.content)):
        return False
    others = [other.cue[0] for other in told if other is not one and other.source]
    return any(sentence.span.holds(cue) and cue.start > one.cue[0].start for cue in others)


def _speaking(sentence: Sentence, source: tuple[Span, ...]) -> tuple[Span, ...]:
    """The source, but for a bare number: of "at least 14 were named" the fourteen say nothing."""
    numbers = sentence.annotations.numbers
    return tuple(piece for piece in source if not any(number.span.holds(piece) for number in numbers))


def _content(sentence: Sentence, paragraphs: Paragraphs, one: Tagged) -> tuple[Span, ...]:
    """What is said; where a source has a cue and nothing is tagged, what the rules find that the cue tells of."""
    if one.content or not one.source:
        return paragraphs.told(one.content, one.cue[0])
    cue = Span.around(one.cue)
    found = (other.content for other in rules.of_sentence(sentence) if cue.touches(other.cue[0]))
    content = next(found, ())
    return () if any(piece.touches(part) for piece in content for part in one.source) else content


def _before(run: Run, through: Sequence[Run]) -> Run:
    """ "said in a statement | cited by Norfax": what the tagged cue has of a link of the chain is that link's."""
    return run[0], min([run[1], *(first for first, _ in through if run[0] < first < run[1])])


def _run(sentence: Sentence, span: Span) -> Run:
    """The tokens [first, last) of a sentence that share a character with a span; one at least."""
    starts = [token.start for token in sentence.tokens]
    first = max(bisect_right(starts, span.start) - 1, 0)
    return first, max(bisect_left(starts, span.end), first + 1)


def _goes_on(sentence: Sentence, run: Run) -> bool:
    """Whether the cue is a participle that hangs on what was said before: ", saying", ", correcting"."""
    first = run[0]
    return first > 0 and sentence.tokens[first].word.endswith("ing") and sentence.tokens[first - 1].word == ","


def _stance(sentence: Sentence, run: Run) -> Stance:
    """The attitude of the reporting words; of several, the first that does more than to say so."""
    stances = [cue.stance for cue in sentence.cues if cue.first < run[1] and run[0] < cue.last]
    return next((one for one in stances if one is not Stance.ASSERTS), Stance.ASSERTS)


def _before_colon(sentence: Sentence, run: Run) -> tuple[Span, ...]:
    """ "Prell: “It fell.”": the words before a colon that opens the sentence with whose words they are."""
    own = left(sentence.tokens, run[0]) if sentence.tokens[run[0]].word == ":" else None
    return (Span.over(sentence.tokens, *own),) if own and own[0] == 0 else ()


def _inside(sentence: Sentence, tagged: Sequence[Span], contents: Sequence[Sequence[Span]]) -> Iterator[Attribution]:
    """ "Leva said | his group has confirmed four deaths": who says it inside what somebody says.

    PolNeAR labels no attribution inside another, so the encoder tags none. The rules look for them alone where a
    claim's chain may hang on it, in sentences with numbers and words of harm.
    """
    if lexicon.harm().isdisjoint(token.word for token in sentence.tokens):
        return
    if not any(sentence.span.touches(number.span) for number in sentence.annotations.numbers):
        return
    for piece in (piece for pieces in contents for piece in pieces if sentence.span.holds(piece)):
        first, last = _run(sentence, piece)
        tokens = sentence.tokens[first:last]
        for one in rules.of_sentence(replace(sentence, tokens=tokens, cues=cues(tokens))):
            if not any(cue.touches(one.cue[0]) for cue in tagged) and _is_another(sentence, one):
                yield one


def _counting(sentence: Sentence, tagged: Sequence[Span]) -> Iterator[Attribution]:
    """ "The coast guard lowered the death toll to 11": too rare in PolNeAR for the encoder to learn it."""
    if any(cue.form == "verb" and cue.last - cue.first > 1 for cue in sentence.cues):
        for one in rules.of_sentence(sentence):
            is_phrase = " " in one.cue[0].of(sentence.annotations.text)
            if is_phrase and one.source and not any(cue.touches(one.cue[0]) for cue in tagged):
                yield one


def _is_another(sentence: Sentence, one: Attribution) -> bool:
    """Whether somebody else reports here, in words that are not quoted: "I told you" in a quotation reports nothing."""
    text = sentence.annotations.text
    if not one.source or not one.content or one.cue[0].of(text).lower() in lexicon.words("cues", "weak.verbs"):
        return False
    is_pronoun = one.source[0].of(text).lower() in lexicon.grammar("speaking_pronouns")
    return not is_pronoun and not sentence.is_quoted(one.cue[0])
