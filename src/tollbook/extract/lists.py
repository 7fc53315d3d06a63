"""People named in one list: which phrases belong to it, which of them are one person, and how many they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tollbook import lexicon
from tollbook.extract.asides import past_aside
from tollbook.extract.kindred import is_kin
from tollbook.extract.line import Line
from tollbook.extract.nouns import is_harm
from tollbook.extract.people import People, noun
from tollbook.extract.scene import Scene
from tollbook.extract.stretch import SELF
from tollbook.model import Group, Span
from tollbook.terms import Bound

# How many tokens may stand between a figure and the list that spells it out: "five boys of the Prell family, A, B …".
APART = 10
MARKS = frozenset((",", ";", ":", "–", "—", "-", "(", ")"))
# Nouns for one person of whom the next words tell more.
ANYBODY = frozenset(("victim", "person", "individual", "patient"))
# What opens the list of those told of before it.
COLONS = frozenset((":", "–", "—", "-"))


def joined(scene: Scene, index: int, step: int) -> list[People]:
    """The phrase and its neighbours in a list, to the right (1) or left (-1): one sum for each group."""
    if step > 0 and index + 1 < len(scene.phrases):
        rest = _run(scene, index + 1, 1)
        if _is_whole(scene, scene.phrases[index], rest):
            return [_spelled_out(scene.phrases[index], rest)]
    return summed(scene.line, _run(scene, index, step))


def _run(scene: Scene, index: int, step: int) -> list[People]:
    """The phrases of a list in order; a figure that they spell out stands for them."""
    run, joints = [scene.phrases[index]], [""]
    while 0 <= (index := index + step) < len(scene.phrases):
        one = scene.phrases[index]
        if step < 0 and (many := _spelled(scene, one, run)):
            run = [_spelled_out(one, run[:many]), *run[many:]]
            joints = joints[: len(run)]
            continue
        first, second = (one, run[0]) if step < 0 else (run[-1], one)
        joint = _joint(scene.line, first, second)
        if joint is None or (joint in COLONS and first.high is not None) or not _goes_on(scene, first, second, step):
            break
        if _is_same(scene.line, first, second, joint) or _is_in_one(scene.line, first, second, joint):
            described = _same(scene.line, first, second)
            run = [described, *run[1:]] if step < 0 else [*run[:-1], described]
            continue
        run = [one, *run] if step < 0 else [*run, one]
        joints.append(joint)
    is_open = scene.line.words(run[-1].last, run[-1].last + 3) == [",", "and", "of"]  # "the murders of A, B, and of C"
    is_told = len(run) > 2 - is_open and all(one.persons for one in run)
    is_list = is_told or any(joint != "," for joint in joints[1:]) or _is_headline(scene, run)
    return _collapsed(scene, run) if is_list else [run[-1] if step < 0 else run[0]]


def _collapsed(scene: Scene, run: Sequence[People]) -> list[People]:
    """The list without the people that spell out a figure inside it: "Ana, her two sons, Tom and Abel, and a cook"."""
    found: list[People] = []
    rest = _told_once(scene.line, run)
    while rest:
        one, rest = rest[0], rest[1:]
        many = next((many for many in range(len(rest), 0, -1) if _spells(scene, one, rest[:many])), 0)
        found.append(_spelled_out(one, rest[:many]) if many else one)
        rest = rest[many:]
    return found


def _is_in_one(line: Line, first: People, second: People, joint: str) -> bool:
    """ "Ana Prell, a student and | cancer survivor, died": both nouns say who she was."""
    said = line.words(first.first, first.last)
    is_told = first.form == "named" and first.high == 1 and "," in said and not {"a", "an"}.isdisjoint(said)
    is_apposed = line.word(first.first - 1) == "," and any(last == first.first - 1 for _, last in line.names.values())
    is_bare = joint == "and" and _is_bare(line, second) and line.word(second.first) not in lexicon.grammar("owners")
    is_one = second.form == "single" and not second.persons
    is_apposed = is_apposed and first.form == "single" and not first.persons
    return (is_apposed or is_told) and is_bare and is_one and not is_kin(line.word(second.last - 1))


def _told_once(line: Line, run: Sequence[People]) -> list[People]:
    """ "a mother and son, Ana Prell and Tom Prell", "Ana and Mia Prell, a mother and daughter": the two have names."""
    for at, (one, other) in enumerate(pairwise(run)):
        is_kin_pair = line.word(one.last) == "and" and all(_is_single_kin(line, kin) for kin in (one, other))
        before, behind = run[max(at - 2, 0) : at], run[at + 2 : at + 4]
        is_behind = line.word(other.last) in MARKS and _are_two_names(behind)
        if is_kin_pair and (is_behind or (line.word(one.first - 1) in MARKS and _are_two_names(before))):
            return [*run[:at], *run[at + 2 :]]
    return list(run)


def _is_single_kin(line: Line, one: People) -> bool:
    return one.is_one and not one.persons and is_kin(line.word(one.last - 1))


def _are_two_names(run: Sequence[People]) -> bool:
    """Whether two people are named: each in a phrase, or both in the one beside."""
    named = [one for one in run if one.persons]
    return bool(named) and len(named) == len(run) and 2 in (named[0].low, named[-1].low, sum(one.low for one in named))


def _spells(scene: Scene, one: People, run: Sequence[People]) -> bool:
    """Whether the list says who a figure, or the kin before a colon, are: "their children: a son and two girls"."""
    if _is_whole(scene, one, run):
        return True
    between = scene.line.words(one.last, run[0].first)
    if one.form == "number" and is_kin(scene.line.word(one.last - 1)) and between[:1] and between[0] in COLONS:
        return all(other.persons for other in run) and sum(other.low for other in run) <= one.low
    is_open = one.high is None and is_kin(scene.line.word(one.last - 1)) and not one.persons
    return is_open and len(run) > 1 and between[:1] != [] and between[0] in COLONS


def _spelled(scene: Scene, one: People, run: Sequence[People]) -> int | None:
    """How many of the list spell out the figure before it: "two brothers – A and B – as well as their cousin C"."""
    return next((many for many in range(len(run), 0, -1) if _is_whole(scene, one, run[:many])), None)


def _is_headline(scene: Scene, run: Sequence[People]) -> bool:
    """ "woman, toddler killed", "3 girls, 1 man shot": a headline has no "and"."""
    line, first = scene.line, run[0].first
    is_counted = all(one.form == "number" and not one.is_bare and line.word(one.first).isdigit() for one in run)
    is_open = first == 0 or line.word(first - 1) == ":"
    return all(_is_bare(line, one) for one in run) or (is_counted and is_open and run[-1].last in scene.begins)


def _is_bare(line: Line, one: People) -> bool:
    """ "woman killed", "kills wife, | daughter, then himself": one person without an article."""
    if one.form == "number" and line.word(one.last - 1) in SELF:
        return True
    return one.form == "single" and line.word(one.first) not in ("a", "an", "another")


def _goes_on(scene: Scene, first: People, second: People, step: int) -> bool:
    """Whether two neighbours are of one list, and neither has a verb that the other has not."""
    if "pronoun" in (first.form, second.form) or (second.is_bare and not second.is_other):
        return False  # "two men, 20 and 23": ages
    if _is_kin_pair(scene.line, first, second):
        return True
    if step > 0:
        # "the murder of six priests and two maids | was condemned": the verb is the murder's, and not the maids'.
        verb = scene.line.word(second.last)
        is_others = verb in ("was", "is", "has") and second.low > 1
        is_others = is_others or (verb in ("were", "are") and (second.high == 1 or _is_of_bodies(scene, first)))
        has_own = scene.has_verb(second.last) and not is_others
        # "killed brother, | hurt father": a word of harm that heads people without an article is the next verb.
        return not (has_own or scene.has_harm(first.last, second.first + (second.form == "single")))
    before = first.first - 1
    while scene.line.word(before) in lexicon.grammar("adverbs"):
        before -= 1
    if before + 1 in scene.ends or scene.line.word(before) == "by":
        return False  # "killed three and two porters were hurt", "hurt by Marl and two porters were killed"
    return scene.is_inside(first) == scene.is_inside(second)


def _is_kin_pair(line: Line, first: People, second: People) -> bool:
    """ "the deaths of a husband and | wife found dead": with no article of her own she goes with him."""
    is_open = first.form == "single" and line.word(first.first) in ("a", "an") and _is_single_kin(line, first)
    is_next = first.last + 1 == second.first and line.word(first.last) == "and"
    return is_open and is_next and second.form == "single" and _is_bare(line, second) and _is_single_kin(line, second)


def _is_of_bodies(scene: Scene, one: People) -> bool:
    """ "the bodies of Ana Prell, | her husband and | two boys were found": they were, and not the two boys alone."""
    for trigger in scene.begins.values():
        if trigger.form == "of_noun" and trigger.last <= one.first and trigger.phrase.split()[0].endswith("s"):
            small = lexicon.grammar("be") | lexicon.grammar("including")
            return small.isdisjoint(scene.line.words(trigger.last, one.first))
    return False


def _joint(line: Line, first: People, second: People) -> str | None:
    """What joins two phrases of a list, ages, addresses and owners left out; None where they are in no list."""
    words, at = [], first.last
    while at < second.first:
        skipped = past_aside(line, at, second.first)
        if skipped == at:
            words.append(line.word(at))
        at = max(skipped, at + 1)
    marks = {word for word in words if word in (",", ";")}
    rest = " ".join(word for word in words if word not in marks)
    if rest in lexicon.grammar("joints"):
        return rest
    if rest in lexicon.grammar("named_as"):
        return "as"
    if rest in COLONS and not marks and first.low > 1:
        return rest
    return (";" if ";" in marks else ",") if marks and not rest else None


def _is_same(line: Line, first: People, second: People, joint: str) -> bool:
    """One person named and described: "Rima Castan, a nurse", "a nurse, Rima Castan", "a woman named Rima Castan"."""
    if first.low != 1 or second.low != 1 or first.high != 1 or second.high != 1:
        return False
    if joint == "as":
        return bool(second.persons) or second.form == "single"
    if joint != ",":
        return False
    if first.persons:
        return not second.persons and (_is_told_by(line, second) or _is_one_of(line, second))
    if line.word(first.last - 1) in ANYBODY and second.form == "single" and not second.is_other:
        return True  # "a second victim, a cook of 40,"
    is_next = first.form != "named" and not first.persons and bool(second.persons)
    if first.form == "number" and second.form == "single" and line.word(second.last) == ",":
        return True  # "one person, a teacher, was killed"
    return is_next and line.word(second.last) not in ("and", "&")


def _is_told_by(line: Line, one: People) -> bool:
    """ "Ana Prell, | a nurse", and "Ana Prell, | another nurse, was"."""
    is_closed = line.word(one.last) == "," and line.word(one.last + 1) in lexicon.grammar("be") | {"has", "had", "died"}
    is_told = line.word(one.first) in ("a", "an", "the") or (line.word(one.first) == "another" and is_closed)
    return one.form in ("single", "definite") and is_told


def _is_one_of(line: Line, one: People) -> bool:
    """ "Ana Prell, | one of the best-known judges, was"; "one of her sons" is another, "one of the six killed" part."""
    words = line.words(one.first, one.first + 3)
    is_part = one.first + 3 in line.numbers and (is_harm(line.word(one.last)) or line.word(one.last) == "who")
    is_one = one.form == "number" and words[:2] == ["one", "of"] and not is_part
    return is_one and words[-1] in ("the", "these", "those", "our", "my", "its")


def _same(line: Line, first: People, second: People) -> People:
    """The one person; "one of them, a nurse" is told of as the nurse is, and is no figure."""
    if first.form == "number" and "of" in line.words(first.first, first.last):
        return replace(second, first=first.first, persons=first.persons or second.persons)
    return replace(first, last=second.last, persons=first.persons or second.persons)


def _is_whole(scene: Scene, one: People, run: Sequence[People]) -> bool:
    """Whether the list spells out a figure: "two brothers, Ana and Tomas", "five people – two men and three boys –"."""
    if one.form != "number" or one.low < 2 or one.low != sum(other.low for other in run):
        return False
    between = scene.line.words(one.last, run[0].first)
    opens = not between or any(word in MARKS for word in between) or between[-1:] == ["as"]
    if not opens or len(between) > APART or scene.has_harm(one.last, run[0].first) or "and" in between:
        return False
    if lexicon.grammar("be") & set(between) or lexicon.grammar("including") & set(between):
        return False
    is_told = all(other.persons for other in run)
    is_general = one.group is None or scene.line.word(one.last - 1) in lexicon.grammar("wholes")
    is_told |= is_general or not COLONS.isdisjoint(between)  # "four cooks – three men and a girl – were"
    return is_told if len(run) > 1 else all(other.persons for other in run)


def _spelled_out(whole: People, run: Sequence[People]) -> People:
    """The figure with the names of its list; kin without a figure are as many as the list has."""
    if whole.high is None:
        return replace(_sum([replace(run[0], first=whole.first), *run[1:]]), form="number", group=whole.group)
    return replace(whole, persons=tuple(name for one in run for name in one.persons))


def summed(line: Line, run: Sequence[People]) -> list[People]:
    """One phrase a group: "two cooks and six priests" are two, "Ana Prell and her two sons" one."""
    kinds: dict[object, list[People]] = {}
    # "Ana Prell and two other cooks": she is one of that group.
    told = any(one.persons or one.form == "definite" or _is_kin(line, one) for one in run)
    others = next((_kind(one, told) for one in run if one.is_other and one.group), None)
    for one in run:
        kinds.setdefault(others or _kind(one, told), []).append(one)
    if told and not {key for key in kinds if key != (None, None)}:
        kinds = {None: list(run)}
    found = [_sum(some) for some in kinds.values()]
    return found if len(found) < 2 else [_grouped(line, one, kinds[key]) for one, key in zip(found, kinds, strict=True)]


def _is_kin(line: Line, one: People) -> bool:
    """ "his | two sons": told by whose they are; "the | two maids", "their | two maids" are told by what they do."""
    is_owned = one.form == "number" and line.word(one.first - 1) in lexicon.grammar("owners")
    return is_owned and is_kin(line.word(one.last - 1))


def _kind(one: People, is_told: bool) -> object:
    """What keeps apart: the side and, where nobody is named, the noun that a number or a plural has of its own."""
    side = (one.group.side, one.group.combatant) if one.group else (None, None)
    has_own = one.form in ("number", "plural") and not is_told and one.group is not None and not _is_anyone(one)
    return (*side, one.group.text.casefold()) if has_own and one.group else side


def _is_anyone(one: People) -> bool:
    """ "two women", "a boy", "three teen girls": told by age and sex alone, and so no group beside others who are."""
    words = one.group.text.casefold().split() if one.group and one.group.combatant is None else []
    keys = ["sex.male", "sex.female", "grown.young", "grown.old"] + ["grown.told"] * (one.high is not None)
    ages = frozenset().union(*(lexicon.words("persons", key) for key in keys)) - lexicon.words("persons", "sex.trades")
    singulars = [known[0] if (known := noun(word)) else word for word in words]  # "three teen girls"
    return bool(words) and ages.issuperset(singulars)


def _grouped(line: Line, one: People, some: Sequence[People]) -> People:
    """The sum of "a man, a woman" beside "two boys" is a group too: its words are all of theirs."""
    groups = [other.group for other in some if other.group]
    if one.group or len(groups) != len(some):
        return one
    span = Span(groups[0].span.start, groups[-1].span.end)
    return replace(one, group=Group(span.of(line.text), span, groups[0].side, groups[0].combatant))


def _sum(some: Sequence[People]) -> People:
    if len(some) == 1:
        return some[0]
    low, high = sum(one.low for one in some), _total([one.high for one in some])
    exact = all(one.bound is Bound.EXACT for one in some)
    bound = Bound.EXACT if exact else Bound.AT_LEAST if high is None else Bound.RANGE
    count = Span(some[0].count.start, max(one.count.end for one in some))
    return replace(
        some[0],
        last=some[-1].last,
        low=low,
        high=high,
        bound=bound,
        count=count,
        is_bare=False,
        is_other=all(one.is_other for one in some),
        group=_common(some),
        persons=tuple(name for one in some for name in one.persons),
    )


def _common(some: Sequence[People]) -> Group | None:
    """The group of a sum: the one that all have, or that "other" says all are of."""
    others = next((one.group for one in some if one.is_other and one.group), None)
    return others if others or len({one.group and one.group.text for one in some}) > 1 else some[0].group


def _total(highs: Sequence[int | None]) -> int | None:
    closed = [high for high in highs if high is not None]
    return sum(closed) if len(closed) == len(highs) else None
