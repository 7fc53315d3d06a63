"""Kin told with their names: whose they are is counted nowhere, and the names behind "her three sons" are the three."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from tollbook import lexicon
from tollbook.extract.asides import past_age, past_aside
from tollbook.extract.line import Line
from tollbook.extract.nouns import noun
from tollbook.extract.phrase import People
from tollbook.terms import Bound

# The marks between kin and their names: "her sons, A and B", "her sons: A and B".
OPENING = frozenset((",", ":", "-", "–", "—", "("))
# So many words at most stand between "the wife of" and the name: "the wife of the late martyr Ana Prell".
OWNED_WITHIN = 3


def arranged(line: Line, phrases: Sequence[People], harmed: Collection[int] = ()) -> tuple[People, ...]:
    """The phrases of a sentence without those that only say whose the kin are, and with the names of the kin.

    `harmed` are the tokens at which a participle begins: in "mother of a boy killed in Vell" the boy was killed.
    """
    found: list[People] = []
    queue = [one for one in phrases if not (_is_no_one(line, one) or _is_only_owner(line, one))][::-1]
    while queue:
        one = queue.pop()
        if found and one.first < found[-1].last:
            queue += _rest(line, one, found[-1].last)
        elif found and _is_next_named(line, found[-1], one):
            at = next(at for at in range(one.first, one.last) if at in line.names)
            found[-1] = replace(found[-1], last=at - 1)
            queue += [_named(line, at, [(one.persons[0], one.last)])]
        elif found and one.persons and _is_called(line, found[-1], one):
            found[-1], rest = _owned(line, found[-1], one)
            found[-1] = replace(found[-1], persons=one.persons[: 1 if rest else None])
            queue += rest
        elif found and one.last not in harmed and _is_owner(line, found[-1], one):
            found[-1], rest = _owned(line, found[-1], one)
            queue += rest
        elif one.form != "pronoun" or line.word(one.first) != "her" or not (queue and queue[-1].first == one.last):
            found.append(_family(line, _with_names(line, one)))
    return tuple(found)


def _is_next_named(line: Line, before: People, one: People) -> bool:
    """ "Ana Prell, a cook, | Tom Marl, a nurse": the cook is told of the name before, and not of that behind."""
    is_described = before.form == "named" and one.form == "single" and line.words(before.last, one.first) == [","]
    return (
        is_described
        and len(one.persons) == 1
        and any(at in line.names and line.word(at - 1) == "," for at in range(one.first, one.last))
    )


def _is_called(line: Line, before: People, one: People) -> bool:
    """ "a minor known as Rima", "her daughter 16-year old Rima"."""
    is_one = before.form in ("single", "definite") and before.high == 1 and not before.persons
    if not is_one or one.form != "named":
        return False
    is_aged = before.last < one.first == past_age(line, before.last)
    return is_aged or " ".join(line.words(before.last, one.first)) in lexicon.grammar("named_as")


def _is_no_one(line: Line, one: People) -> bool:
    """ "40- or 41-year old Ana Prell": the forty is no figure."""
    return one.is_bare and one.form == "number" and past_age(line, one.first) > one.last


def _is_only_owner(line: Line, one: People) -> bool:
    """ "| Ana and Tom's four children": they are hers too, and she is none of them."""
    return one.form == "named" and one.low == 1 and is_joint_owner(line, one.last)


def is_kin(word: str) -> bool:
    """Whether the word says how people are related: "sons", "wife"."""
    known = noun(word)
    return known is not None and known[0] in lexicon.grammar("kin")


def is_joint_owner(line: Line, last: int) -> bool:
    """ "Ana | and Tom's other daughter, Rima": whose daughter she is."""
    if line.word(last) != "and" or last + 1 not in line.names:
        return False
    end = line.names[last + 1][1]
    is_owner = line.word(end - 1).endswith("'s") or line.word(end) in ("'s", "’s")
    while line.word(end) in lexicon.words("rosters", "before") or _is_figure(line, end):
        end += 1
    return is_owner and (is_kin(line.word(end)) or past_age(line, end) > end)


def _is_figure(line: Line, at: int) -> bool:
    """ "four | sons", "third | son"."""
    return at in line.numbers and line.numbers[at][0].unit in (None, "ordinal") and line.numbers[at][1] == at + 1


def _family(line: Line, one: People) -> People:
    """ "his family": one and more, and never exactly one."""
    is_whole = one.form == "definite" and one.high == 1 and line.word(one.last - 1) in lexicon.words("people", "groups")
    return replace(one, high=None, bound=Bound.VAGUE) if is_whole else one


def _is_owner(line: Line, kin: People, one: People) -> bool:
    """Whether the second phrase only says whose the first are: "the wife of the late Ana Prell"."""
    if one.form == "number" and not (one.is_bare and one.last == one.first + 1):
        return False
    between = line.words(kin.last, one.first)
    is_of = between[:1] == ["of"] and len(between) <= OWNED_WITHIN and not {",", "and"} & set(between)
    return is_of and not kin.persons and is_kin(line.word(kin.last - 1))


def _owned(line: Line, kin: People, one: People) -> tuple[People, list[People]]:
    """The kin with their owner's words; a list that the owner's name seemed to open begins behind it."""
    ends = [line.names[at][1] for at in range(one.first, one.last) if at in line.names]
    if one.form != "named" or one.low < 2 or not ends:
        return replace(kin, last=one.last), []
    last = ends[1] if line.words(ends[0], ends[0] + 1) == ["and"] and len(ends) == 2 else ends[0]
    return replace(kin, last=last), _rest(line, one, last)


def _rest(line: Line, one: People, at: int) -> list[People]:
    """What a list of names still holds from a token on."""
    while at < one.last and line.word(at) in (",", ";", "and", "&", ")"):
        at += 1
    listed = list(_names(line, at, one.last)) if one.form == "named" else []
    return [_named(line, at, listed)] if listed else []


def _named(line: Line, at: int, listed: Sequence[tuple[str, int]]) -> People:
    last, many = listed[-1][1], len(listed)
    names = tuple(name for name, _ in listed)
    return People(at, last, "named", many, many, Bound.EXACT, line.reach(at, last), last, persons=names)


def _with_names(line: Line, one: People) -> People:
    """ "her three sons A, B and C", "their daughters, A and B": the people, each by name."""
    is_many = one.form in ("number", "definite", "plural") and one.low > 1 and not one.persons
    if not is_many or not is_kin(line.word(one.last - 1)):
        return one
    at = one.last + (line.word(one.last) in OPENING)
    listed = list(_names(line, at, len(line.tokens)))
    if one.form == "number" and one.high is not None:
        listed = listed[: one.high]
        return replace(one, last=listed[-1][1], persons=tuple(name for name, _ in listed)) if len(listed) > 1 else one
    if len(listed) < 2:
        return one
    return replace(_named(line, at, listed), first=one.first, head=one.head, group=one.group)


def _names(line: Line, at: int, end: int) -> Iterator[tuple[str, int]]:
    """The names of a list, each with where what is said of it ends; that behind an "and" is the last."""
    is_last = False
    while (at := _past_asides(line, at, end)) in line.names:
        name, last = line.names[at]
        if name.kind in ("place", "organisation") or line.word(last - 1).endswith("'s"):
            return
        last = _past_asides(line, last + (line.word(last) == "," and line.word(last + 1).isdigit()), end)
        yield name.text, last
        at = last + (line.word(last) in (",", ";"))
        if is_last or (at == last and line.word(at) not in ("and", "&")):
            return
        is_last = line.word(at) in ("and", "&")
        at += is_last


def _past_asides(line: Line, at: int, end: int) -> int:
    """One past all that is said beside a name, but for the words that open the next person."""
    while at < end:
        begin = at + (line.word(at) in ("a", "an") and past_age(line, at + 1) > at + 1)
        past = begin if line.word(begin) in lexicon.grammar("owners") else past_aside(line, begin, end)
        if past <= at:
            break
        at = past
    return at
