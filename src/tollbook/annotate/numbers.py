"""Numbers as bounds: digits, words, ranges, vague words and what opens or closes them."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import compress, count

from tollbook import lexicon
from tollbook.annotate.units import unit_of
from tollbook.model import Number, Span, Token
from tollbook.terms import Bound

DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
HYPHENATED = re.compile(r"([a-z]+|\d+)-(man|woman|person|member|strong|people)")
DASHES = frozenset("-–—")
# "at least16": a space that was lost.
GLUED = re.compile(r"least(\d{1,4})")
# The number that stands between a lower and an upper bound in words: "between 12 and 15", "200 to 300", "two or three".
JOINS = frozenset({"to", "through", "and", "or", *DASHES})
LARGEST = 50_000_000


class _Figure:
    """A bare number on the way to a Number: tokens [first, last) and its bounds."""

    __slots__ = ("bound", "first", "high", "last", "low")

    def __init__(self, first: int, last: int, low: int, high: int | None, bound: Bound) -> None:
        self.first, self.last, self.low, self.high, self.bound = first, last, low, high, bound


def numbers(tokens: Sequence[Token], vague: str = "default") -> tuple[Number, ...]:
    """The numbers among one sentence's tokens; `vague` names the lexicon that says what "dozens" is."""
    found: list[Number] = []
    end = 0
    for at in compress(count(), map(_can_begin, [word for _, _, word in tokens])):
        if at < end or _is_article(tokens, at):
            continue
        figure = None if _is_pronoun(tokens, at) else _figure(tokens, at, vague)
        if figure is None:
            inside = _hyphenated(tokens[at])
            found += [inside] if inside else []
            continue
        figure = _with_range(tokens, figure)
        found.append(_number(tokens, figure))
        end = figure.last
    return tuple(found)


@lru_cache(maxsize=20_000)
def _can_begin(word: str) -> bool:
    return word in _beginnings() or word[0].isdigit() or "-" in word or GLUED.match(word) is not None


@cache
def _beginnings() -> frozenset[str]:
    """Every word that a number can begin with; all others are passed over at once."""
    table = lexicon.table("numbers")
    vague = {word for name in lexicon.table("vague").values() for word in name}
    return frozenset(
        {
            *table["cardinals"],
            *table["none"]["words"],
            *table["ordinals"],
            *vague,
            *table["vague"]["sizes"],
            *("a", "an", "dozen", "half", "half-dozen", "large-scale"),
        }
    )


def _is_article(tokens: Sequence[Token], at: int) -> bool:
    """Whether "a" begins no number, as nearly always: what follows is none of "a dozen", "a large number"."""
    if tokens[at].word not in ("a", "an") or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].word not in _behind_article()


@cache
def _behind_article() -> frozenset[str]:
    return frozenset((*_sized(), "dozen", "hundred", "thousand")) | lexicon.words("numbers", "vague.sizes")


def _is_pronoun(tokens: Sequence[Token], at: int) -> bool:
    """ "this one", "each one": nobody is counted."""
    return tokens[at].word == "one" and at > 0 and tokens[at - 1].word in ("this", "that", "each", "every", "which")


def _figure(tokens: Sequence[Token], at: int, vague: str) -> _Figure | None:
    word = tokens[at].word
    rank = lexicon.rank_of(word)
    if rank is not None:
        return _Figure(at, at + 1, rank, None, Bound.EXACT)
    following = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if word in lexicon.words("numbers", "none.words") and following not in ("fewer", "less", "more", "later", "longer"):
        return _Figure(at, at + 1, 0, 0, Bound.EXACT)
    glued = GLUED.fullmatch(word)
    if glued:
        return _Figure(at, at + 1, int(glued.group(1)), None, Bound.AT_LEAST)
    return _vague(tokens, at, vague) or _dozen(tokens, at) or _cardinal(tokens, at)


def _cardinal(tokens: Sequence[Token], at: int) -> _Figure | None:
    """ "25", "1,200", "twenty-five", "two hundred and six", "3 million"."""
    multipliers: Mapping[str, int] = lexicon.table("numbers")["multipliers"]
    is_one = at < len(tokens) and tokens[at].word == "a"  # "a hundred", which `_is_article` lets through
    total, current, last = 0, (1 if is_one else None), at + is_one
    while last < len(tokens):
        word = tokens[last].word
        value = _value(word)
        if value is not None and (current is None or (last > at and _goes_on(current, value))):
            current = (current or 0) + value
        elif word in multipliers and (current is not None):
            total, current = _multiplied(total, current, multipliers[word])
        elif not (word == "and" and current and current % 100 == 0 and _is_small(tokens, last + 1)):
            break
        last += 1
    if current is None or total + current > LARGEST:
        return None
    return _Figure(at, last, total + current, total + current, Bound.EXACT)


def _multiplied(total: int, current: int, by: int) -> tuple[int, int]:
    return (total, current * by) if by == 100 else (total + current * by, 0)


def _goes_on(current: int, value: int) -> bool:
    """Whether "two hundred" may go on with "six", and "twenty" with "five"."""
    return (current % 100 == 0 and current > 0 and value < 100) or (
        current % 10 == 0 and 20 <= current < 100 > value < 10
    )


def _is_small(tokens: Sequence[Token], at: int) -> bool:
    value = _value(tokens[at].word) if at < len(tokens) else None
    return value is not None and value < 100


@lru_cache(maxsize=20_000)
def _value(word: str) -> int | None:
    cardinals: Mapping[str, int] = lexicon.table("numbers")["cardinals"]
    if word in cardinals:
        return cardinals[word]
    if DIGITS.fullmatch(word):
        return int(word.replace(",", "")) if len(word) < 12 else None
    tens, hyphen, units = word.partition("-")
    if hyphen and tens in cardinals and units in cardinals and cardinals[tens] >= 20:
        return cardinals[tens] + cardinals[units]
    return None


def _dozen(tokens: Sequence[Token], at: int) -> _Figure | None:
    """ "a dozen" 12, "two dozen" 24, "half a dozen" 6: all about."""
    words = [token.word for token in tokens[at : at + 4]]
    if "dozen" not in words and words[0] != "half-dozen":
        return None
    many = 1 if words[:1] == ["a"] else _value(words[0])
    if words[:3] == ["half", "a", "dozen"] or words[:2] == ["half-dozen"]:
        return _about(at, at + 3, 6)
    if many is not None and words[1:2] == ["dozen"]:
        return _about(at, at + 2, 12 * many)
    return _about(at, at + 1, 12) if words[:1] == ["dozen"] else None


def _about(first: int, last: int, value: int) -> _Figure:
    """A round figure, not yet widened: "more than a dozen" is thirteen and more."""
    return _Figure(first, last, value, value, Bound.ABOUT)


def _vague(tokens: Sequence[Token], at: int, name: str) -> _Figure | None:
    """ "dozens", "a couple of", "several hundred", "a number of": the words stay, the bounds are the lexicon's."""
    bounds: Mapping[str, list[int]] = lexicon.table("vague")[name]
    first = at
    if tokens[at].word in ("a", "an") and at + 1 < len(tokens):
        at += 1
    if at + 1 < len(tokens) and tokens[at].word in lexicon.words("numbers", "vague.sizes"):
        at += 1
    word = tokens[at].word
    if (word == "many" and at and tokens[at - 1].word == "as") or (at > first and word not in _sized()):
        return None
    if word in ("number", "couple", "handful", "few") and first == at and word != "few":
        return None
    if word not in bounds or not isinstance(bounds[word], list) or word in ("some", "plural", "family", "large"):
        return _large(tokens, first, bounds)
    low, high = bounds[word][0], (bounds[word][1] if len(bounds[word]) > 1 else None)
    following = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if following == "of" and (more := _tens_of(tokens, at + 2)):
        return _Figure(first, at + 3, low * more, high and high * more, Bound.VAGUE)
    if word in ("several", "few", "couple") and following in ("hundred", "thousand", "dozen"):
        times = {"hundred": 100, "thousand": 1000, "dozen": 12}[following]
        return _Figure(first, at + 2, low * times, high and high * times, Bound.VAGUE)
    return _Figure(first, at + 1, low, high, Bound.VAGUE)


def _sized() -> tuple[str, ...]:
    """What "a" and "a large" can stand before."""
    return ("number", "couple", "handful", "few", "numbers")


def _tens_of(tokens: Sequence[Token], at: int) -> int | None:
    """ "tens of thousands"."""
    word = tokens[at].word if at < len(tokens) else ""
    return {"hundreds": 100, "thousands": 1000}.get(word)


def _large(tokens: Sequence[Token], at: int, bounds: Mapping[str, list[int]]) -> _Figure | None:
    words = [token.word for token in tokens[at : at + 2]]
    if words == ["large", "numbers"] or words[:1] == ["large-scale"]:
        return _Figure(at, at + len(words[:1]) + (words[0] == "large"), bounds["large"][0], None, Bound.VAGUE)
    return None


def _with_range(tokens: Sequence[Token], figure: _Figure) -> _Figure:
    """ "200 to 300", "between 12 and 15", "12-15", "two or three"."""
    if figure.last + 1 >= len(tokens) or tokens[figure.last].word not in JOINS or figure.bound is not Bound.EXACT:
        return figure
    join = tokens[figure.last].word
    bound, length = _modifier_after(tokens, figure.last + 1)
    other = _cardinal(tokens, figure.last + 1 + length)
    between = figure.first > 0 and tokens[figure.first - 1].word in ("between", "from")
    least = _modifier(tokens, figure.first, "before")[0] == "at_least" and bound == "at_most"
    if (
        other is None
        or other.low <= figure.low
        or (length and not (between or least))
        or (join == "and" and not (between or least))
        or (join == "or" and figure.high is None)
    ):
        return figure
    high = other.low + (bound == "more_than")
    return _Figure(figure.first - between, other.last, figure.low, high, Bound.RANGE)


def _modifier_after(tokens: Sequence[Token], at: int) -> tuple[str | None, int]:
    """The modifier that begins at a token, and its length: "15 and | up to | 25"."""
    for length in (3, 2, 1):
        name = _modifiers("before").get(" ".join(token.word for token in tokens[at : at + length]))
        if name:
            return name, length
    return None, 0


def _number(tokens: Sequence[Token], figure: _Figure) -> Number:
    is_ordinal = figure.high is None and figure.bound is Bound.EXACT
    unit = "ordinal" if is_ordinal else unit_of(tokens, figure.first, figure.last, figure.low)
    bare = Number(Span.over(tokens, figure.first, figure.last), figure.low, figure.high, figure.bound, unit)
    if unit is not None or (figure.low == 0 and figure.high == 0):
        return bare
    before, length = _modifier(tokens, figure.first, "before")
    if before is None:
        after, wide = _modifier(tokens, figure.last, "after")
        after = after or ("about" if figure.bound is Bound.ABOUT else None)
        return _closed(bare, after, Span.over(tokens, figure.first, figure.last + wide)) if after else bare
    return _closed(bare, before, Span.over(tokens, figure.first - length, figure.last))


def _modifier(tokens: Sequence[Token], at: int, side: str) -> tuple[str | None, int]:
    """Which modifier stands right before (or after) the token `at`, and how many tokens it has."""
    is_before = side == "before"
    nearest = at - 1 if is_before else at
    if not 0 <= nearest < len(tokens) or tokens[nearest].word not in _nearest(side):
        return None, 0
    for length in (4, 3, 2, 1):
        piece = tokens[max(0, at - length) : at] if is_before else tokens[at : at + length]
        name = _modifiers(side).get(" ".join([token.word for token in piece]))
        if name and len(piece) == length and not _is_topic(tokens, at - length, piece):
            return name, length
    return None, 0


@cache
def _nearest(side: str) -> frozenset[str]:
    """The words of the modifiers that stand beside the number: where none does, there is no modifier."""
    return frozenset(phrase.split()[-1 if side == "before" else 0] for phrase in _modifiers(side))


def _is_topic(tokens: Sequence[Token], at: int, piece: Sequence[Token]) -> bool:
    """ "wrote | about | two men"."""
    is_about = piece[0].word == "about" and at > 0
    return is_about and tokens[at - 1].word in lexicon.words("numbers", "topics.words")


@cache
def _modifiers(side: str) -> Mapping[str, str]:
    return {phrase: name for name, phrases in lexicon.table("numbers")[side].items() for phrase in phrases}


def _closed(number: Number, modifier: str, span: Span) -> Number:
    low, high = number.low, number.high
    if number.bound is Bound.RANGE and modifier != "at_most":
        return Number(span, low, high, Bound.RANGE)  # "at least 15 to 18"
    match modifier:
        case "at_least":
            return Number(span, low, None, Bound.AT_LEAST)
        case "more_than":
            return Number(span, low + 1, None, Bound.AT_LEAST)
        case "at_most":
            return Number(span, 0, high, Bound.AT_MOST)
        case "fewer_than":
            return Number(span, 0, None if high is None else max(high - 1, 0), Bound.AT_MOST)
    if number.bound not in (Bound.EXACT, Bound.ABOUT):
        return Number(span, low, high, number.bound)
    return Number(span, low * 9 // 10, None if high is None else math.ceil(high * 11 / 10), Bound.ABOUT)


def _hyphenated(token: Token) -> Number | None:
    """ "the three-man crew": the number inside a hyphenated word; its span is the whole word."""
    match = HYPHENATED.fullmatch(token.word)
    value = _value(match.group(1)) if match else None
    return Number(Span(token.start, token.end), value, value, Bound.EXACT) if value else None
