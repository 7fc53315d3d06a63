"""The words that name a source, left or right of its cue, what kind of source it is, and what it is called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from tollbook import lexicon
from tollbook.attribute.cues import QUOTES
from tollbook.attribute.speakers import Speakers
from tollbook.model import Source, Span, Token
from tollbook.terms import SourceKind

LONGEST = 16
BREAKS = frozenset(",-–—")  # a comma, or the dash behind the place of a report
WORD = re.compile(r"[\w'-]+(?:\.[a-z]+)?")
# "Ana Prell, a lawmaker in Vell, …": what she is stands behind her name.
APPOSITION = re.compile(r", (?:a|an|the) ([^,.;:“”\"\n]{3,60})(?=[,.;])")
APOSTROPHE = str.maketrans("’", "'")


def left(tokens: Sequence[Token], end: int) -> tuple[int, int] | None:
    """The tokens [first, last) that name the source before a cue at `end`; None where none stand there."""
    last = end
    while last > 0 and (tokens[last - 1].word in _between() or _is_on_day(tokens, last - 1)):
        last -= 1
    if last > 0 and tokens[last - 1].word == ",":
        return _before_apposition(tokens, last - 1)
    first = _run_left(tokens, last)
    return (first, last) if first < last and _can_speak(tokens[first:last]) else None


@cache
def _between() -> frozenset[str]:
    return lexicon.words("cues", "between.words") | lexicon.grammar("weekdays")


def _is_on_day(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].word == "on" and at + 1 < len(tokens) and tokens[at + 1].word in lexicon.grammar("weekdays")


def _run_left(tokens: Sequence[Token], last: int) -> int:
    first = last
    while first > 0 and last - first < LONGEST:
        word = tokens[first - 1].word
        if word in _ends_left():
            break
        if word == "and" and not _joins(tokens, first - 1):
            break
        if word == "." and len(tokens[first - 2].word) > 5:
            break
        first -= 1
    while first < last and tokens[first].word in (
        "in",
        "on",
        "at",
        "with",
        "meanwhile",
        "and",
        "but",
        "however",
        "later",
        "now",
        ".",
        "also",
    ):
        first += 1
    return first


@cache
def _ends_left() -> frozenset[str]:
    """What no name of a source goes back over: a mark, a small word, or a verb of which another is the source."""
    verbs = lexicon.words("cues", "verbs.asserts") - lexicon.words("cues", "weak.verbs")
    return QUOTES | lexicon.grammar("source_left") | verbs | {","}


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether "and" stands inside one name: "the Ministry of Roads and Bridges said"."""
    return (
        at >= 2
        and at + 2 < len(tokens)
        and tokens[at - 1].word not in (",",)
        and tokens[at - 2].word in ("of", "for", "the")
    )


def _before_apposition(tokens: Sequence[Token], comma: int) -> tuple[int, int] | None:
    """ "Ana Prell, a port official, said": the name before the first comma, with what describes it. In "ORSK, Vell - A
    man, described as" a dash stands between, and Orsk is no such name."""
    around = (at for at in range(comma - 1, max(comma - 20, 0), -1) if tokens[at].word in BREAKS)
    opening = next(around, None)
    if opening is None or tokens[opening].word != ",":
        return None
    first = _run_left(tokens, opening)
    return (first, comma) if first < opening and opening - first <= 8 and _can_speak(tokens[first:opening]) else None


def right(tokens: Sequence[Token], start: int) -> tuple[int, int] | None:
    """The tokens [first, last) that name the source behind a cue that ends at `start`."""
    last = start
    while last < len(tokens) and last - start < LONGEST:
        word = tokens[last].word
        if (word in QUOTES or word in lexicon.grammar("source_right")) and not (word == "and" and _joins(tokens, last)):
            break
        if word == "." and (last + 1 == len(tokens) or len(tokens[last - 1].word) > 4):
            break
        last += 1
    while last > start and tokens[last - 1].word in lexicon.grammar("weekdays"):
        last -= 1
    return (start, last) if last > start and _can_speak(tokens[start:last]) else None


def _can_speak(tokens: Sequence[Token]) -> bool:
    return any(token.word[0].isalpha() for token in tokens) and tokens[0].word not in (
        "there",
        "what",
        "this",
        "not",
        "how",
        "why",
    )


def source(text: str, span: Span, speakers: Speakers) -> Source:
    """The link that these words are."""
    words = _without_day(span.of(text))
    persons = [
        name
        for name in speakers.inside(span)
        if name.kind == "person" and text[name.span.end : name.span.end + 2] not in ("'s", "’s")
    ]
    person = persons[-1] if persons else None
    if words.lower() in lexicon.grammar("speaking_pronouns"):
        before = speakers.known("he" if words.lower() in ("who", "i") else words.lower())
        return Source(before.name, before.kind, span) if before else Source(words, SourceKind.UNKNOWN, span)
    known = _known_role(words, speakers) if person is None else None
    if known:
        return Source(known.name, known.kind, span)
    called = person.text if person else _plain(words.partition(",")[0])
    is_surname = " " not in called and called[:1].isupper()
    earlier = speakers.known(called.split()[-1].lower()) if called.split() and (person or is_surname) else None
    kind = kind_of(words.partition(",")[0])
    kind = kind_of(words) if kind is SourceKind.UNKNOWN else kind
    if kind is SourceKind.UNKNOWN and person and (told := APPOSITION.match(text, span.end)):
        kind = kind_of(told[1])
    if person and kind is SourceKind.OFFICIAL_UNNAMED:  # "the mayor's spokesman Tom Marl" has a name
        kind = SourceKind.UNKNOWN
    if earlier and earlier.name.endswith(called):
        return Source(earlier.name, earlier.kind if kind is SourceKind.UNKNOWN else kind, span)
    return Source(called, kind, span)


def _without_day(words: str) -> str:
    """ "The coast guard on Saturday" is the coast guard."""
    before, on, day = words.rpartition(" on ")
    return before if on and day.lower() in lexicon.grammar("weekdays") else words


def _known_role(words: str, speakers: Speakers) -> Source | None:
    """Who "the spokesman" is; "the army spokesman" says more by itself."""
    article, _, noun = words.lower().partition(" ")
    return speakers.called(noun) if article == "the" else None


def _plain(words: str) -> str:
    """The words without their article: "the ministry" is "ministry"."""
    for article in ("the ", "The ", "a ", "A ", "an ", "An ", "THE "):
        if words.startswith(article) and len(words) > len(article):
            return words.removeprefix(article)
    return words


@lru_cache(maxsize=10_000)
def kind_of(words: str) -> SourceKind:
    """What kind of source the words name, by lexicon/en/roles.toml; unknown where they do not tell."""
    found = [word.removesuffix("'s") for word in WORD.findall(words.lower().translate(APOSTROPHE))]
    plain = f" {' '.join(found)} "
    for kind, phrases in lexicon.table("roles")["kinds"].items():
        if any(f" {phrase} " in plain for phrase in phrases):
            return SourceKind(kind)
    if words.startswith("@"):
        return SourceKind.SOCIAL_MEDIA
    for kind, ends in lexicon.table("roles")["endings"].items():
        if any(2 < len(word) < 6 and word.endswith(tuple(ends)) for word in found):
            return SourceKind(kind)
    return SourceKind.UNKNOWN
