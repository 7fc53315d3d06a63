"""Proper names, and whether each is a person's, an organisation's or a place's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tollbook import lexicon
from tollbook.model import Name, Span, Token

# A text is upper case throughout (old newswire) where this share of its letters is: capitals then tell nothing.
UPPER = 0.7


def names(text: str, sentences: Sequence[Sequence[Token]]) -> tuple[Name, ...]:
    """The names in a text, in order; none in a text that is upper case throughout."""
    if is_upper(text):
        return ()
    found = [name for sentence in sentences for name in _in_sentence(text, sentence)]
    people = {name.text.split()[-1] for name in found if name.kind == "person" and " " in name.text}
    return tuple(_as_known(name, people) for name in found)


def is_upper(text: str) -> bool:
    """Whether capitals tell nothing here, because all letters are capitals."""
    letters = [character for character in text[:3000] if character.isalpha()]
    return bool(letters) and sum(map(str.isupper, letters)) > UPPER * len(letters)


def _as_known(name: Name, people: set[str]) -> Name:
    """A surname alone is the person whose full name stands elsewhere."""
    alone = name.text.removesuffix("'s").removesuffix("’s")
    return Name(name.span, name.text, "person") if name.kind == "unknown" and alone in people else name


def _in_sentence(text: str, tokens: Sequence[Token]) -> Iterator[Name]:
    at = 0
    is_headline = _is_headline(text, tokens)
    while at < len(tokens):
        end = min(_end(text, tokens, at), at + 2) if is_headline else _end(text, tokens, at)
        is_known = not is_headline or tokens[at].word in lexicon.words("names", "given")
        if end > at and is_known and not (at == 0 and end == 1 and not _is_sure(text, tokens[0])):
            yield _name(text, tokens, at, end)
        at = max(end, at + 1)


def _is_headline(text: str, tokens: Sequence[Token]) -> bool:
    """Whether all words of the sentence are capitalised, so that capitals tell no names: "Two Feared Dead in Fire"."""
    words = [token for token in tokens if token.word[0].isalpha() and len(token.word) > 3]
    capitals = sum(text[token.span.start].isupper() for token in words)
    return len(words) > 3 and capitals > 0.8 * len(words) and tokens[-1].word not in ".!"


def _is_capital(text: str, token: Token) -> bool:
    words = token.span.of(text)
    return (
        (words[0].isupper() or bool(PREFIXED.match(words)))
        and token.word not in lexicon.words("names", "plain")
        and token.word not in lexicon.grammar("function")
    )


# "al-Marri": a name that begins in lower case.
PREFIXED = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az)[-‐‑][^\W\d_a-z]")


def _end(text: str, tokens: Sequence[Token], at: int) -> int:
    """Where the name that begins at `at` ends (one past its last token); `at` itself where none begins."""
    if not _is_capital(text, tokens[at]) or tokens[at].word in lexicon.words("names", "titles"):
        return at
    end = at + 1
    while end < len(tokens) and (_is_next(text, tokens, end) or _joins(text, tokens, at, end)):
        end += 1
    return end


def _is_next(text: str, tokens: Sequence[Token], end: int) -> bool:
    return _is_capital(text, tokens[end]) and not _is_possessive(tokens[end - 1])


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
    """Whether one capitalised word at the head of a sentence is a name all the same: "AFP", "Leviev's"."""
    word = token.span.of(text)
    return (word.isupper() and len(word) > 1) or token.word in lexicon.words("names", "given") or _is_possessive(token)


def _name(text: str, tokens: Sequence[Token], at: int, end: int) -> Name:
    span = Span(tokens[at].span.start, tokens[end - 1].span.end)
    words = span.of(text)
    for suffix in ("'s", "’s"):
        if words.endswith(suffix):
            span = Span(span.start, span.end - 2)
    return Name(span, span.of(text), _kind(text, tokens, at, end))


def _kind(text: str, tokens: Sequence[Token], at: int, end: int) -> str:
    words = [token.word.removesuffix("'s") for token in tokens[at:end]]
    before = tokens[at - 1].word if at else ""
    if before == "." and at > 1:
        before = tokens[at - 2].word
    if words[0] in lexicon.words("names", "given") or before in lexicon.words("names", "titles"):
        return "person"
    if any(word in lexicon.words("names", "organisation") for word in words):
        return "organisation"
    if any(word in lexicon.words("names", "place") for word in words):
        return "place"
    if len(words) == 1 and tokens[at].span.of(text).isupper():
        return "organisation"
    if before in lexicon.grammar("before_places"):
        return "place"
    return "person" if _is_described(tokens, end, len(words)) else "unknown"


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
