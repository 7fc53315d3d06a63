"""The dead told one by one behind a head, "the victims were identified as A, her husband B and their two sons".

A list of phrases (`lists`) is joined word by word and ends at the first thing that is no phrase. A roster has said
before it begins that everybody in it is dead, so what it does not know it passes over: it counts names and kin.

| told | counted |
|---|---|
| "Ana Prell, 34, a cook from Orsk, and her husband Tomas Prell" | 2 by name |
| "her mother and her two sons" | 3 without a name |
| "her three children: a son, Abel, and two daughters, Mira and Rima" | 3, all of them by name |
| "Ana Prell, a cook, and her sons Tom and Abel were killed, along with her aunt" | all that stand on both sides |
| "Ana Prell, daughter of Abel Castan" | 1: Castan says whose daughter she is |
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from tollbook import lexicon
from tollbook.extract.asides import past_age
from tollbook.extract.bind import Binding
from tollbook.extract.harms import Trigger
from tollbook.extract.kindred import is_kin
from tollbook.extract.line import Line
from tollbook.extract.nouns import noun
from tollbook.extract.people import People
from tollbook.extract.phrases import Phrases
from tollbook.model import Span
from tollbook.terms import Bound

# So many tokens behind its head a list begins at the latest: "the victims of the strike on the camp were, as told, A".
REACH = 24
# In a bracket behind a name stand no more tokens.
BRACKET = 14
# So many tokens stand at most between "were killed" and "along with".
BESIDE = 10


@dataclass(slots=True)
class _Roll:
    """Who was read so far: names with how many others; `open` are the figures that later people spell out."""

    names: list[str] = field(default_factory=list)
    unnamed: int = 0
    open: list[int] = field(default_factory=list)
    last: int = 0

    @property
    def many(self) -> int:
        """How many people, those of a figure that nobody has spelt out so far among them."""
        return len(self.names) + self.unnamed + max(self.open, default=0)

    def take(self, name: str | None, last: int) -> None:
        """One more person."""
        if name is None:
            self.unnamed += 1
        elif name not in self.names:
            self.names.append(name)
        self.open = [one - 1 for one in self.open if one > 1]
        self.last = last


def with_rosters(line: Line, bound: Sequence[Binding]) -> tuple[Binding, ...]:
    """The bindings, and those of the rosters in the sentence; a roster replaces the shorter lists inside it."""
    found = list(bound)
    for one in (*_rosters(line), *_clauses(line, bound)):
        inside = [other for other in found if other.harm == "killed" and _overlap(one, other)]
        if sum(other.people.low for other in inside if not other.is_part) < one.people.low:
            found = [other for other in found if other not in inside] + [one]
    return tuple(found)


def _clauses(line: Line, bound: Sequence[Binding]) -> Iterator[Binding]:
    """ "Ana Prell, a cook from Orsk, her sister Mira and her son Tom | were killed, along with her aunt"."""
    end = 0
    for first, last in _verbs(line):
        roll, beside = _Roll(), _beside(line, last)
        start = next((at for at in _openings(line, end, first) if _reaches(line, at, first, roll)), None)
        start = _told(first, last, bound, roll) if start is None and beside is not None else start
        if start is None:
            continue
        if beside is not None and _is_item(line, beside):
            _fill(line, roll, beside, len(line.tokens))
        people = _people(line, roll, start)
        if people:
            yield Binding(Trigger(first, last, "killed", "participle", "killed"), people, "killed", start,
                          max(last, people.last))  # fmt: skip
        end = max(last, roll.last)


def _verbs(line: Line) -> Iterator[tuple[int, int]]:
    """Where "were also killed", "was among those killed", "died" stand."""
    dies, killed = lexicon.words("rosters", "dies"), lexicon.words("rosters", "killed")
    heads = dies | {"was", "were"}
    for first in (at for at, word in enumerate(line.spoken) if word in heads and at > 0):
        if line.spoken[first] in dies:
            yield first, first + 1
            continue
        last = first + 1
        while line.word(last) in lexicon.words("rosters", "also"):
            last += 1
        if line.word(last) in killed:
            yield first, last + 1
        elif line.word(last) in ("among", "amongst"):
            end = next((at for at in range(last, last + 4) if line.word(at) in lexicon.words("rosters", "dead")), None)
            if end is not None:
                yield first, end + 1


def _openings(line: Line, floor: int, end: int) -> Iterator[int]:
    """Where the list before a verb may begin: with the sentence, behind its first place or time, behind a clause."""
    if floor == 0:
        yield 0
        if line.word(0) in lexicon.grammar("prepositions") or line.word(0) == "according":
            yield from (at + 1 for at in range(end) if line.word(at) == ",")
    opens = lexicon.words("rosters", "stops") | lexicon.words("rosters", "opens")
    yield from (at + 1 for at in range(floor, end) if line.word(at) in opens)


def _reaches(line: Line, start: int, end: int, roll: _Roll) -> bool:
    """Whether a list from the start goes on up to the verb; the roll is then filled."""
    if start >= end or not _is_item(line, start):
        return False
    found = _Roll()
    if _fill(line, found, start, end) < end or not found.names:
        return False
    roll.names, roll.unnamed, roll.open, roll.last = found.names, found.unnamed, found.open, found.last
    return True


def _told(first: int, last: int, bound: Sequence[Binding], roll: _Roll) -> int | None:
    """Takes the one person whom the grammar finds before the verb, and gives where the words for them begin."""
    for one in bound:
        if one.harm == "killed" and one.people.first < first and first <= one.trigger.first < last and not one.is_part:
            name = one.people.persons[0] if one.people.persons else None
            roll.take(name, first)
            return one.people.first
    return None


def _beside(line: Line, at: int) -> int | None:
    """Where the list behind "were killed in Vell along | with" begins."""
    for end in range(at, at + BESIDE):
        word = line.word(end)
        if word in ("alongside", "along", "together") or (word == "with" and end <= at + 1):
            return end + 1 + (line.word(end + 1) == "with")
        if word in lexicon.words("rosters", "stops") or word in (".", ";"):
            return None
    return None


def _overlap(one: Binding, other: Binding) -> bool:
    return one.people.first < other.people.last and other.people.first < one.people.last


def _rosters(line: Line) -> Iterator[Binding]:
    end = 0
    for first, last in _heads(line):
        if first < end:
            continue
        starts = [last] if _is_mourned(line, first, last) else _starts(line, last)
        for start in starts:
            people = _read(line, start)
            if people:
                trigger = Trigger(first, last, "killed", "list", " ".join(line.words(first, last)))
                yield Binding(trigger, people, "killed", first, people.last, _is_open(line, first, start))
                end = people.last
                break


def _heads(line: Line) -> Iterator[tuple[int, int]]:
    """Where a word for the dead stands that a list may follow, the longest first."""
    known, spoken = _head_words(), line.spoken
    if known.keys().isdisjoint(spoken):
        return
    for first, word in enumerate(spoken):
        for words in known.get(word, ()):
            if spoken[first : first + len(words)] == words:
                yield first, first + len(words)
                break


@cache
def _head_words() -> Mapping[str, list[list[str]]]:
    """The words for the dead by the first of each, the longest first."""
    heads: dict[str, list[list[str]]] = {}
    for words in sorted((one.split() for one in _head_phrases()), key=len, reverse=True):
        heads.setdefault(words[0], []).append(words)
    return heads


def _head_phrases() -> frozenset[str]:
    return lexicon.words("rosters", "heads") | lexicon.words("rosters", "mourned")


@cache
def marks() -> frozenset[str]:
    """A word of every head: a sentence without any of them holds no roster."""
    return Phrases(_head_phrases()).longest_words


def _is_mourned(line: Line, first: int, last: int) -> bool:
    return " ".join(line.words(first, last)) in lexicon.words("rosters", "mourned")


def _is_open(line: Line, first: int, start: int) -> bool:
    """ "among the dead were A and B", "the dead include A and B": there may be more of them."""
    is_among = not {"among", "amongst"}.isdisjoint(line.words(first - 2, first))
    return is_among or line.word(start - 1).startswith("includ")


def _starts(line: Line, last: int) -> list[int]:
    """Where the list may begin behind its head; nowhere behind a word for the hurt."""
    found = []
    for at in range(last, min(last + REACH, len(line.tokens))):
        word = line.word(at)
        if word in lexicon.grammar("states") - {"killed", "dead"}:
            break
        if word in lexicon.words("rosters", "openers") and (word[0].isalpha() or at == last):
            found.append(at + 1)
    return found


def _read(line: Line, start: int) -> People | None:
    """The people of a list that begins right here with somebody; None where it names nobody, or one person alone."""
    roll = _Roll()
    if not _is_item(line, start):
        return None
    _fill(line, roll, start, len(line.tokens))
    return _people(line, roll, start)


def _fill(line: Line, roll: _Roll, at: int, end: int) -> int:
    """Reads on into the roll, and gives where the list is over."""
    while at < end and not _is_over(line, at, roll):
        at = _next(line, at, roll)
    return at


def _people(line: Line, roll: _Roll, start: int) -> People | None:
    if not roll.names or roll.many < 2:
        return None
    span = Span(line.tokens[start].span.start, line.tokens[roll.last - 1].span.end)
    people = People(start, roll.last, "named", roll.many, roll.many, Bound.EXACT, span, roll.last)
    return replace(people, persons=tuple(roll.names))


def _is_over(line: Line, at: int, roll: _Roll) -> bool:
    return line.word(at) in lexicon.words("rosters", "stops") and (
        not roll.names or line.word(at) not in ("who", "was")
    )


def _is_item(line: Line, at: int) -> bool:
    """Whether somebody is told of right here: a name, behind an age or a word for a person or whose kin it is."""
    for end in range(at, min(at + 8, len(line.tokens))):
        if _is_name(line, end):
            return True
        word = line.word(end)
        if any(first <= end < line.names[first][1] for first in line.names if first < end + 1):
            continue  # "Prell's sister, Ana Marl"
        is_small = word in lexicon.words("rosters", "before") or word in lexicon.grammar("owners") or word == "also"
        is_said = is_kin(word) or noun(word) is not None or end in line.numbers or past_age(line, end) > end
        is_mark = (end > at and word in (",", ":", "-", "(", "'s")) or word in ("year", "years", "months", "aged")
        if not (is_small or is_said or is_mark or word in lexicon.words("names", "titles") or word == "."):
            return False
    return False


def _is_name(line: Line, at: int) -> bool:
    if at not in line.names:
        return False
    name, last = line.names[at]
    if name.kind not in ("person", "unknown") or line.word(last - 1).endswith("'s") or line.word(last) == "'s":
        return False
    if line.word(last) in lexicon.words("names", "kindreds"):
        return False
    return name.kind == "person" or " " in name.text


def _is_word_for_one(line: Line, at: int) -> bool:
    """ "her two sons, | Abel and Tom": one word alone is a name where a figure waits to be spelt out."""
    return (
        at in line.names and line.names[at][0].kind == "unknown" and not line.word(line.names[at][1] - 1).endswith("'s")
    )


def _next(line: Line, at: int, roll: _Roll) -> int:
    """Reads what begins at the token, and gives the token behind it."""
    word = line.word(at)
    if _is_name(line, at) or (roll.open and _is_word_for_one(line, at)):
        name, last = line.names[at]
        if line.word(last) not in lexicon.words("rosters", "speaks"):  # "…, Sgt. Tom Marl | said"
            roll.take(name.text, last)
        return _past_bracket(line, last)
    if at in line.names:
        return line.names[at][1]
    aged = past_age(line, at)
    if aged > at:
        return aged
    if word == "known" and line.word(at + 1) == "as" and roll.names:  # "Tom Prell, also known as | Abu Prell"
        return line.names[at + 2][1] if at + 2 in line.names else at + 2
    if word == "of" and roll.names:
        return _past_owner(line, at)
    if is_kin(word):
        return _kin(line, at, roll)
    if _is_small(line, at):
        return at + 1
    return _past_description(line, at + 1)


def _is_small(line: Line, at: int) -> bool:
    word = line.word(at)
    lists = (lexicon.words("rosters", "between"), lexicon.words("rosters", "before"), lexicon.grammar("owners"))
    is_listed = any(word in one for one in lists) or word in lexicon.words("names", "titles")
    return is_listed or at in line.numbers or word in ("year", "years", "aged", ".")


def _kin(line: Line, at: int, roll: _Roll) -> int:
    """ "her two sons", "his wife": a figure that names may spell out, or one person, named or not."""
    known = noun(line.word(at))
    if line.word(at + 1) == "of":  # "the wife of Ana Prell's brother", "daughter of Tomas"
        return _past_owner(line, at + 1)
    if known and known[1]:
        number = next((line.numbers[i][0].low for i in range(at - 2, at) if i in line.numbers), 2)
        roll.open.append(number)
        roll.last = at + 1
        return at + 1
    if not _is_named_next(line, at + 1) and line.word(at - 1) not in (",", "the"):
        roll.take(None, at + 1)
    return at + 1


def _is_named_next(line: Line, at: int) -> bool:
    """Whether the next thing said of somebody told of as kin is the name: "his wife, 34-year-old | Ana Prell"."""
    if line.word(at) in (",", ":", "-", "–", "—", "("):
        at += 1
    for end in range(at, at + 8):
        if _is_name(line, end):
            return True
        word = line.word(end)
        is_small = word in lexicon.words("rosters", "before") or word in lexicon.words("names", "titles")
        is_age = (
            end in line.numbers or past_age(line, end) > end or word in ("year", "years", "months", "old", "-", ".")
        )
        if not (is_small or is_age or word in ("who", "was", "aged")):
            return False
    return False


def _past_owner(line: Line, at: int) -> int:
    """One past "of" and the names behind it: whose child it is, where they are from."""
    at += 1
    if at in line.numbers:  # "of 900 Garden Way"
        at = line.numbers[at][1]
    while line.word(at) in lexicon.words("rosters", "before") or line.word(at) in lexicon.words("names", "titles"):
        at += 1
    while at in line.names:
        at = line.names[at][1]
        if line.word(at) == "and" and at + 1 in line.names and line.word(line.names[at + 1][1]) in (",", ";", ")"):
            at += 1
    return at


def _past_bracket(line: Line, at: int) -> int:
    if line.word(at) != "(":
        return at
    return next((end + 1 for end in range(at, min(at + BRACKET, len(line.tokens))) if line.word(end) == ")"), at + 1)


def _past_description(line: Line, at: int) -> int:
    """One past what is said of the last person, up to the mark, or the "and" with kin behind it, that goes on."""
    while at < len(line.tokens):
        word = line.word(at)
        is_and = word in ("and", "&", "along", "alongside") and (
            line.word(at + 1) in lexicon.grammar("owners") | {"with"} or past_age(line, at + 1) > at + 1
        )
        if word in (",", ";", ":", "–", "—") or is_and or word in lexicon.words("rosters", "stops") - {"who", "was"}:
            return at
        at += 1
    return at
