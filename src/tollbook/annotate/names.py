"""Proper names, and whether each is a person's, an organisation's or a place's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from tollbook import lexicon
from tollbook.annotate.caseless import persons
from tollbook.model import Name, Span, Token

# A text is upper case throughout (old newswire) where this share of its letters is: capitals then tell nothing.
UPPER = 0.7
LOWER = b"abcdefghijklmnopqrstuvwxyz"


QUOTES = frozenset("\"'“”‘’")


def names(text: str, sentences: Sequence[Sequence[Token]]) -> tuple[Name, ...]:
    """The names in a text, in order; those of persons alone in a text that is upper case throughout."""
    if is_upper(text):
        return persons(sentences, text)
    found = [name for sentence in sentences for name in _in_sentence(text, sentence)]
    full = {name.text.split()[-1] for name in found if name.kind == "person" and " " in name.text}
    people = {last for last in full if last.lower() not in lexicon.words("ordinary", "lands")}
    return tuple(_as_known(name, people) for name in found)


def is_upper(text: str) -> bool:
    """Whether capitals tell nothing here, because all letters are capitals."""
    return _is_upper(text[:3000])


# A text is asked about twice: for its names and for its places.
@lru_cache(maxsize=16)
def _is_upper(head: str) -> bool:
    plain = head.encode("ascii", "ignore")
    if len(plain) - len(plain.translate(None, LOWER)) > (1 - UPPER) * len(head):
        return False  # so many small letters already that capitals cannot be more than their share
    letters = list(filter(str.isalpha, head))
    return sum(map(str.isupper, letters)) > UPPER * len(letters)


def _as_known(name: Name, people: set[str]) -> Name:
    """A surname alone is the person whose full name stands elsewhere."""
    alone = name.text.removesuffix("'s").removesuffix("’s")
    return Name(name.span, name.text, "person") if name.kind == "unknown" and alone in people else name


def _in_sentence(text: str, tokens: Sequence[Token]) -> Iterator[Name]:
    behind = 0
    is_headline = _is_headline(text, tokens)
    for at in [at for at, (start, _, word) in enumerate(tokens) if text[start].isupper() or "-" in word]:
        if at < behind:
            continue
        end = _end(text, tokens, at)
        end = min(end, at + 2) if is_headline else end
        is_known = not is_headline or tokens[at].word in lexicon.words("names", "given")
        if end > at and is_known and not (at == 0 and end == 1 and not _is_sure(text, tokens[at])):
            yield from (_name(text, tokens, *one) for one in _parted(tokens, at, end))
        behind = end


def _parted(tokens: Sequence[Token], at: int, end: int) -> Iterator[tuple[int, int]]:
    """The run of capitals, parted by an office that somebody holds: "Orsk Police | Chief | Ana Prell"."""
    offices, ranks = lexicon.words("names", "offices"), lexicon.words("names", "ranks")
    last = next((one for one in range(end - 2, at, -1) if tokens[one].word in offices), None)
    if last is None or tokens[end - 1].word in _bodies() or _is_given(tokens, at, end, ""):
        yield at, end
        return
    first = next(one for one in range(at, end) if tokens[one].word in offices | ranks)
    if first > at:
        yield at, first
    yield last + 1, end


def _is_headline(text: str, tokens: Sequence[Token]) -> bool:
    """Whether all words of the sentence are capitalised, so that capitals tell no names: "Two Feared Dead in Fire"."""
    if not tokens or tokens[-1].word in ".!":
        return False
    words = [token for token in tokens if len(token.word) > 3 and token.word[0].isalpha()]
    return len(words) > 3 and sum(text[token.start].isupper() for token in words) > 0.8 * len(words)


def _is_capital(text: str, token: Token) -> bool:
    return _is_proper(token.of(text), token.word)


@lru_cache(maxsize=20_000)
def _is_proper(words: str, word: str) -> bool:
    return (
        (words[0].isupper() or PREFIXED.match(words) is not None)
        and word not in lexicon.words("names", "plain")
        and word not in lexicon.grammar("function")
    )


# "al-Marri": a name that begins in lower case.
PREFIXED = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az)[-‐‑][^\W\d_a-z]")


def _end(text: str, tokens: Sequence[Token], at: int) -> int:
    """Where the name that begins at `at` ends (one past its last token); `at` itself where none begins."""
    if not _is_part(text, tokens, at) or tokens[at].word in _no_beginnings():
        return at
    end = at + 1
    while end < len(tokens):
        if _is_next(text, tokens, end) or _joins(text, tokens, at, end):
            end += 1
        elif _is_nickname(text, tokens, end):
            end += 4
        else:
            break
    return end


@cache
def _no_beginnings() -> frozenset[str]:
    return lexicon.words("names", "titles") | lexicon.words("names", "suffixes")


def _is_nickname(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a nickname in quotes and a further name follow: 'Mark "Nick" Prell'."""
    if tokens[at].word not in QUOTES or at + 3 >= len(tokens) or tokens[at + 2].word not in QUOTES:
        return False
    return _is_capital(text, tokens[at + 1]) and _is_capital(text, tokens[at + 3])


def _is_next(text: str, tokens: Sequence[Token], end: int) -> bool:
    return _is_part(text, tokens, end) and not _is_possessive(tokens[end - 1])


def _is_part(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether it may be a part of a name.

    A month is one between two capitals, "Abu | Ramadan Prell", "Ana | June Castan"; the fast also opens a name.
    """
    if _is_capital(text, tokens[at]):
        return True
    if tokens[at].word not in lexicon.words("names", "months") or not text[tokens[at].start].isupper():
        return False
    is_inside = at > 0 and _is_capital(text, tokens[at - 1]) and not _is_possessive(tokens[at - 1])
    is_first = tokens[at].word == "ramadan" and (at == 0 or tokens[at - 1].word in ",;" or tokens[at - 1].word == "and")
    return (is_inside or is_first) and _goes_on(text, tokens, at)


def _joins(text: str, tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the token joins two parts of one name: "Luis de Vega", "Ana T. Prell", "Ministry of Roads"."""
    word = tokens[end].word
    joins = (
        word in lexicon.words("names", "particles")
        or (word == "." and len(tokens[end - 1].word) == 1)
        or (word == "of" and _is_organised(tokens[at:end]))
    )
    return joins and _goes_on(text, tokens, end)


def _goes_on(text: str, tokens: Sequence[Token], at: int) -> bool:
    return any(_is_capital(text, token) for token in tokens[at + 1 : at + 2])


def _is_possessive(token: Token) -> bool:
    return token.word.endswith(("'s", "s'"))


def _is_organised(tokens: Sequence[Token]) -> bool:
    return any(token.word in lexicon.words("names", "organisation") for token in tokens)


def _is_sure(text: str, token: Token) -> bool:
    """Whether one capitalised word at the head of a sentence is a name all the same: "AFP", "Prell's"."""
    word = token.of(text)
    return (word.isupper() and len(word) > 1) or token.word in lexicon.words("names", "given") or _is_possessive(token)


def _name(text: str, tokens: Sequence[Token], at: int, end: int) -> Name:
    span = Span.over(tokens, at, end)
    words = span.of(text)
    for suffix in ("'s", "’s"):
        if words.endswith(suffix):
            span = Span(span.start, span.end - 2)
    return Name(span, span.of(text), _kind(text, tokens, at, end))


def _kind(text: str, tokens: Sequence[Token], at: int, end: int) -> str:
    words = [token.word.removesuffix("'s") for token in tokens[at:end]]
    if end < len(tokens) and tokens[end].word in lexicon.words("names", "kindreds"):
        return "unknown"
    before = tokens[at - 1].word if at else ""
    if before == "." and at > 1:
        before = tokens[at - 2].word
    if len(words) > 1 and words[-1] in _bodies():
        return "place" if words[-1] in lexicon.words("names", "place") else "organisation"
    if before in lexicon.words("names", "titles") or _is_given(tokens, at, end, before) or _is_holder(tokens, at, end):
        return "person"
    if any(word in lexicon.words("names", "organisation") for word in words):
        return "organisation"
    if any(word in lexicon.words("names", "place") for word in words):
        return "place"
    if len(words) == 1 and tokens[at].of(text).isupper():
        return "organisation"
    if before in lexicon.grammar("before_places"):
        return "place"
    return "person" if _is_described(tokens, end, len(words)) else "unknown"


@cache
def _bodies() -> frozenset[str]:
    """The words that end a place's or an organisation's name and no person's: "Henry County", but "Ana Hill"."""
    names = lexicon.words("names", "organisation") | lexicon.words("names", "place")
    return names - lexicon.words("names", "surnames")


def _is_given(tokens: Sequence[Token], at: int, end: int, before: str) -> bool:
    """Whether the name begins with a given name; one that a town bears too needs a surname: "in Austin"."""
    first = tokens[at].word.removesuffix("'s")
    if first not in lexicon.words("names", "given"):
        return False
    return end - at > 1 or not (first in lexicon.words("names", "towns") or before in lexicon.grammar("before_places"))


def _is_holder(tokens: Sequence[Token], at: int, end: int) -> bool:
    """ "the chief of police, Ana Prell, said": who holds an office stands between commas behind it."""
    words = [token.word for token in tokens[max(at - 5, 0) : at]]
    is_between = end - at > 1 and words[-1:] == [","] and [token.word for token in tokens[end : end + 1]] == [","]
    held = words[-2:-1] + (words[-4:-3] if words[-3:-2] == ["of"] else [])
    return is_between and not lexicon.words("names", "offices").isdisjoint(held)


def _is_described(tokens: Sequence[Token], end: int, length: int) -> bool:
    """ "Tomas Prell, 34, was" — an age in commas is told of people only."""
    words = [token.word for token in tokens[end : end + 3]]
    return (
        length > 1
        and len(words) == 3
        and words[0] == ","
        and words[1].isdigit()
        and len(words[1]) < 3
        and words[2] in ",."
    )
