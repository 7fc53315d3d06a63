"""Reading on in a list of the dead: which names and kin are people of it, and what is passed over."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tollbook import lexicon
from tollbook.extract.asides import past_age
from tollbook.extract.kindred import is_joint_owner, is_kin
from tollbook.extract.line import Line
from tollbook.extract.nouns import noun
from tollbook.extract.people import People
from tollbook.terms import Bound

# In a bracket behind a name stand no more tokens.
BRACKET = 20
# So many tokens stand at most before the name of whoever opens a list: "also Ana Prell's sister, 54-year old | Mira".
ITEM = 12
OPEN_QUOTES = frozenset(("“", '"', "‘", "'", "’"))
CLOSE_QUOTES = frozenset(("”", '"', "’", "'"))
# A nickname with its quotes has no more tokens.
NICKNAME = 7


@dataclass(slots=True)
class Roll:
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


def fill(line: Line, roll: Roll, at: int, end: int) -> int:
    """Reads on into the roll, and gives where the list is over."""
    while at < end and not _is_over(line, at, roll):
        at = _next(line, at, roll)
    return at


def told_people(line: Line, roll: Roll, start: int, least: int = 2) -> People | None:
    """The people whom a roll tells of, from its first token on; None where they are fewer than `least`."""
    if not roll.names or roll.many < least:
        return None
    span = line.reach(start, roll.last)
    people = People(start, roll.last, "named", roll.many, roll.many, Bound.EXACT, span, roll.last)
    return replace(people, persons=tuple(roll.names))


def _is_over(line: Line, at: int, roll: Roll) -> bool:
    return line.word(at) in lexicon.words("rosters", "stops") and (
        not roll.names or line.word(at) not in ("who", "was")
    )


def is_item(line: Line, at: int) -> bool:
    """Whether somebody is told of right here: a name, behind an age or a word for a person or whose kin it is."""
    for end in range(at, min(at + ITEM, len(line.tokens))):
        if is_name(line, end):
            return True
        word = line.word(end)
        if any(first <= end < line.names[first][1] for first in line.names if first < end + 1):
            continue  # "Prell's sister, Ana Marl"
        is_small = word in lexicon.words("rosters", "before") or word in lexicon.grammar("owners") or word == "also"
        is_small |= word == "of" and is_kin(line.word(end - 1))  # "the wife of Tom, Ana Prell"
        is_said = is_kin(word) or noun(word) is not None or end in line.numbers or past_age(line, end) > end
        is_mark = (end > at and word in (",", ":", "-", "(", "'s")) or word in (
            "year",
            "years",
            "months",
            "aged",
            "year-old",
            "month-old",
        )
        if not (is_small or is_said or is_mark or word in lexicon.words("names", "titles") or word == "."):
            return False
    return False


def is_name(line: Line, at: int) -> bool:
    """Whether the name of somebody begins here, and is no family's and no owner's: "Ana Prell", not "Prell's"."""
    if at not in line.names:
        return False
    name, last = line.names[at]
    if name.kind not in ("person", "unknown") or line.word(last - 1).endswith("'s") or line.word(last) == "'s":
        return False
    if line.word(last) in lexicon.words("names", "kindreds") or is_joint_owner(line, last):
        return False
    return name.kind == "person" or " " in name.text


def _is_word_for_one(line: Line, at: int) -> bool:
    """ "her two sons, | Abel and Tom": one word alone is a name where a figure waits to be spelt out."""
    return (
        at in line.names and line.names[at][0].kind == "unknown" and not line.word(line.names[at][1] - 1).endswith("'s")
    )


def _next(line: Line, at: int, roll: Roll) -> int:
    """Reads what begins at the token, and gives the token behind it."""
    word = line.word(at)
    if is_name(line, at) or (roll.open and _is_word_for_one(line, at)):
        name, last = line.names[at]
        if line.word(last) not in lexicon.words("rosters", "speaks"):  # "…, Sgt. Tom Marl | said"
            roll.take(name.text, last)
        return _past_nickname(line, last)
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
    if word == "(" and roll.last and not is_name(line, at + 1):  # "her two daughters | (whose names are not known)"
        return _past_bracket(line, at)
    if _is_small(line, at) or (at + 1 in line.names and (known := noun(word)) and not known[1]):  # "a girl | Ana Prell"
        return at + 1
    return _past_description(line, at + 1)


def _is_small(line: Line, at: int) -> bool:
    word = line.word(at)
    lists = (lexicon.words("rosters", "between"), lexicon.words("rosters", "before"), lexicon.grammar("owners"))
    is_listed = any(word in one for one in lists) or word in lexicon.words("names", "titles")
    return is_listed or at in line.numbers or word in ("year", "years", "aged", ".")


def _kin(line: Line, at: int, roll: Roll) -> int:
    """ "her two sons", "his wife": a figure that names may spell out, or one person, named or not."""
    known = noun(line.word(at))
    if _are_told_of(line, at):
        return at + 3
    if line.word(at + 1) == "of":  # "the wife of Ana Prell's brother", "daughter of Tomas"
        return _past_owner(line, at + 1)
    if known and known[1]:
        number = next((line.numbers[i][0].low for i in range(at - 2, at) if i in line.numbers), 2)
        roll.open.append(number)
        roll.last = at + 1
        return at + 1
    is_ranked = at - 1 in line.numbers and line.numbers[at - 1][0].unit == "ordinal"  # "Tom Prell, Ana's third | son,"
    if not (is_ranked or _is_named_next(line, at + 1)) and line.word(at - 1) not in (",", "the"):
        roll.take(None, at + 1)
    return at + 1


def _are_told_of(line: Line, at: int) -> bool:
    """ "Ana and Mia Prell, a | mother and daughter": the two that were named."""
    is_pair = line.word(at + 1) == "and" and is_kin(line.word(at + 2))
    is_behind = line.word(at - 1) == "a" and line.word(at - 2) == ","
    return is_pair and is_behind and any(last == at - 2 for _, last in line.names.values())


def _is_named_next(line: Line, at: int) -> bool:
    """Whether the next thing said of somebody told of as kin is the name: "his wife, 34-year-old | Ana Prell"."""
    if line.word(at) in (",", ":", "-", "–", "—", "(") or line.word(at) in CLOSE_QUOTES:  # "“their sister” | Ana Prell"
        at += 1
    for end in range(at, at + 8):
        if is_name(line, end):
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
    before = (lexicon.words("rosters", "before"), lexicon.words("names", "titles"), lexicon.grammar("owners"))
    while any(line.word(at) in words for words in before) or is_kin(line.word(at)):  # "the son of their brother Tom"
        at += 1
    while at in line.names:
        at = _past_nickname(line, line.names[at][1])
        if line.word(at) == "and" and at + 1 in line.names and line.word(line.names[at + 1][1]) in (",", ";", ")"):
            at += 1
    return at


def _past_bracket(line: Line, at: int) -> int:
    if line.word(at) != "(":
        return at
    return next((end + 1 for end in range(at, min(at + BRACKET, len(line.tokens))) if line.word(end) == ")"), at + 1)


def _past_nickname(line: Line, at: int) -> int:
    """One past what else somebody is called: "Ana Prell | “Umm Tom” (Ana)"."""
    if line.word(at) in OPEN_QUOTES:
        closed = (end + 1 for end in range(at + 1, at + NICKNAME) if line.word(end) in CLOSE_QUOTES)
        at = next(closed, at)
    return _past_bracket(line, at)


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
