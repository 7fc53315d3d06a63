"""People by their names: lists of them, what stands before a name, and descriptions that are then named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tollbook import lexicon
from tollbook.extract.line import Line
from tollbook.extract.nouns import REACH, is_harm, is_stop, noun
from tollbook.extract.phrase import People
from tollbook.terms import Bound

# An aside in brackets behind a name, with its brackets, has no more tokens.
ASIDE = 10


def named(line: Line, at: int) -> People | None:
    """ "Ana Prell, 34, and Tomas Prell": each name one person."""
    names: list[str] = []
    ends: list[int] = []
    index = at
    while index in line.names and _is_person(line, index, bool(names)):
        name, last = line.names[index]
        names.append(name.text)
        index = _next_name(line, last)
        ends.append(_past_age(line, last))
    if not names:
        return None
    if len(names) == 2 and not _is_joined(line.words(ends[0], ends[1])):  # "… of Ana Prell, Sgt. Tom Marl said"
        names, ends = names[:1], ends[:1]
    last = ends[-1]
    distinct = tuple(dict.fromkeys(names))
    return People(
        at, last, "named", len(distinct), len(distinct), Bound.EXACT, line.reach(at, last), last, persons=distinct
    )


def _is_joined(words: list[str]) -> bool:
    return not {"and", "&", ";"}.isdisjoint(words)


def _is_person(line: Line, index: int, is_listed: bool) -> bool:
    name, last = line.names[index]
    if name.kind == "person":
        return not line.word(last - 1).endswith("'s")
    before = line.word(index - 1)
    is_of = before == "of" and line.word(index - 2) in lexicon.words("names", "of_victims")
    if before in ("a", "an") or (before.isdigit() and line.word(last - 1) in lexicon.words("numbers", "streets.words")):
        return False  # "the driver of a Vella Model S", "of 900 Mill Way"
    return (
        name.kind == "unknown"
        and (" " in name.text or is_listed)
        and (is_of or before not in lexicon.words("names", "before_unknown"))
        and line.word(last) not in lexicon.words("names", "kindreds")
    )


def _next_name(line: Line, last: int) -> int:
    """Where the next name of a list would begin: past an age, past the "and" and past its title."""
    at = _past_age(line, last)
    if line.word(at) in (",", ";"):
        at += 1
    if line.word(at) in ("and", "&"):
        at += 1
    if at == last:
        return last
    while at not in line.names and (
        _is_title(line.word(at))
        or line.word(at) in ("first", "second", "third", "former")
        or (line.word(at) == "." and _is_title(line.word(at - 1)))
    ):
        at += 1
    return at


def _past_age(line: Line, last: int) -> int:
    """One past what is told of a name aside: ", 34", "(34)", "(Abu Vell)"; `last` itself where nothing is."""
    if line.word(last) in (",", "-") and line.word(last + 1).isdigit() and len(line.word(last + 1)) < 3:
        last += 2
    if line.word(last) != "(":
        return last
    words = line.words(last, last + ASIDE)
    aside = words[: words.index(")")] if ")" in words else []
    return last + len(aside) + 1 if aside and not any(map(is_harm, aside)) else last


def _is_title(word: str) -> bool:
    return word in lexicon.words("names", "titles") or word.endswith("-year-old")


def described(line: Line, phrase: People, floor: int) -> People:
    """ "Senator Ana Prell", "Harbour Party candidate Tom Marl": what stands before the name describes the person."""
    if phrase.form != "named":
        return phrase
    first = phrase.first
    while first > floor and phrase.first - first < REACH and not _is_end(line, first - 1):
        first -= 1
    start = next((at for at in range(first, phrase.first) if at not in line.numbers), phrase.first)
    before = line.word(phrase.first - 1)
    before = line.word(phrase.first - 2) if before in (".", ",") else before
    known = noun(before)
    return replace(phrase, first=start) if _is_title(before) or (known and not known[1]) else phrase


def _is_end(line: Line, at: int) -> bool:
    """Whether the description of a person cannot reach over this word."""
    word = line.word(at)
    if word == ".":
        return not _is_title(line.word(at - 1))
    if word in ("down", "dead") and is_harm(line.word(at - 1)):
        return True  # "gunned down | Judge Prell"
    return is_stop(word) or word == "-" or at in line.numbers or at in line.names or is_harm(word)


def with_names(line: Line, phrase: People) -> People:
    """ "residents A and B", "15-year-old A": the names behind a noun are the people, and are counted."""
    is_many = phrase.form in ("plural", "definite") and phrase.low > 1
    if is_many and (listed := named(line, phrase.last)) and listed.low > 1:
        return replace(listed, first=phrase.first, head=phrase.head, group=phrase.group)
    if phrase.form in ("definite", "single") and phrase.low == 1 and phrase.last in line.names:
        name, last = line.names[phrase.last]
        if (known := noun(line.word(last))) and not known[1]:  # "a 14-year-old Marl boy": the boy is from there
            return replace(phrase, last=last + 1, count=line.reach(phrase.first, last + 1))
        if _is_person(line, phrase.last, True):
            return replace(phrase, last=_past_age(line, last), persons=(name.text,))
    return phrase


def merged(line: Line, found: list[People]) -> Iterator[People]:
    """ "her husband, Tom Prell, was", "two officers, Ana Prell and Tom Marl, were": told of, and then named."""
    at = 0
    while at < len(found):
        one, other = found[at], found[at + 1] if at + 1 < len(found) else None
        if other and _is_naming(line, one, other):
            one, at = replace(one, last=other.last, persons=other.persons), at + 1
        yield one
        at += 1


def _is_naming(line: Line, one: People, other: People) -> bool:
    is_one = one.form in ("definite", "single") and one.low == other.low == 1
    is_many = one.form in ("number", "definite") and one.low == other.low > 1 and not one.is_bare
    between = line.words(one.last, other.first)
    fits = other.form == "named" and not one.persons and between in ([","], [":"], ["-"], ["("])
    return fits and (is_one or is_many)
