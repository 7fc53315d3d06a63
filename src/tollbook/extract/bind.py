"""Which people a word of harm is said of: the way goes by the word's form, left or right in its sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from tollbook import lexicon
from tollbook.extract.harms import PRESENT, Trigger
from tollbook.extract.line import Line
from tollbook.extract.people import People, noun
from tollbook.model import Group, Span
from tollbook.terms import Bound

SUBJECTS = frozenset(("he", "she"))
# How far back the people of "… were killed" may stand, in tokens; longest met in a hundred sentences of the
# development texts read for this: 31.
FAR = 40


@dataclass(frozen=True, slots=True)
class Binding:
    """One harm said of some people: the trigger, the people, and the tokens [first, last) that tell it."""

    trigger: Trigger
    people: People
    harm: str
    first: int
    last: int
    is_part: bool = False


def bindings(line: Line, phrases: Sequence[People], found: Sequence[Trigger]) -> tuple[Binding, ...]:
    """Every harm of the sentence with its people; a word of harm with nobody to tell it of gives none."""
    bound: list[Binding] = []
    for trigger in found:
        bound += FORMS[trigger.form](line, phrases, trigger)
    return tuple(dict.fromkeys([*bound, *_parts(line, phrases, bound)]))


def _bound(trigger: Trigger, people: People, harm: str | None = None, is_part: bool = False) -> Binding:
    first, last = min(trigger.first, people.first), max(trigger.last, people.last)
    return Binding(trigger, people, harm or trigger.harm, first, last, is_part)


def _participle(line: Line, phrases: Sequence[People], trigger: Trigger) -> Iterator[Binding]:
    inside = _holding(phrases, trigger)
    if inside:
        yield from _as_state(trigger, inside)
        return
    right = [] if _is_passive(line, trigger) else _right(line, phrases, trigger.last)
    if right:
        yield from (_bound(trigger, one) for one in right)
    elif trigger.phrase not in PRESENT:
        beside = _alongside(line, phrases, trigger.last)
        search = _left if _is_passive(line, trigger) else _reduced
        together = [*search(line, phrases, trigger.first), *beside]
        yield from (_bound(trigger, one) for one in (_summed(together) if beside else together))


def _as_state(trigger: Trigger, people: People) -> Iterator[Binding]:
    """ "two wounded soldiers": the state stands inside the phrase; "the wounded soldiers" are told of already."""
    if people.form in ("number", "single") and trigger.form in ("participle", "adjective"):
        yield _bound(trigger, people)


def _gerund(line: Line, phrases: Sequence[People], trigger: Trigger) -> Iterator[Binding]:
    yield from (_bound(trigger, one) for one in _right(line, phrases, trigger.last))


def _intransitive(line: Line, phrases: Sequence[People], trigger: Trigger) -> Iterator[Binding]:
    yield from (_bound(trigger, one) for one in _left(line, phrases, trigger.first))


def _adjective(line: Line, phrases: Sequence[People], trigger: Trigger) -> Iterator[Binding]:
    """ "2 dead", "left five people dead", "are missing"; "the dead man" and "dead end" tell nothing."""
    inside = _holding(phrases, trigger)
    if inside:
        yield from _as_state(trigger, inside)
        return
    if noun(line.word(trigger.last)) or line.word(trigger.last) in ("end", "heat", "body", "on"):
        return
    for one in _left(line, phrases, trigger.first, near=5):
        yield _bound(trigger, one)


def _noun(line: Line, _phrases: Sequence[People], trigger: Trigger) -> Iterator[Binding]:
    """ "eight civilian deaths", "no injuries"; "casualties" are a figure only where there were none."""
    for at in range(trigger.first - 1, max(trigger.first - 5, -1), -1):
        if at in line.numbers and line.numbers[at][0].unit is None:
            number, head = line.numbers[at]
            if (trigger.harm == "both" and number.high != 0) or (
                number.bound is Bound.VAGUE and trigger.harm == "injured"
            ):
                return  # "several casualties" are dead or hurt; "multiple injuries" may be one person's
            people = People(at, trigger.last, "number", number.low, number.high, number.bound, number.span, head, True,
                            line.word(head) in ("other", "more", "additional", "further"))  # fmt: skip
            holder = replace(people, group=_suffering(line, at))
            for harm in ("killed", "injured") if trigger.harm == "both" else (trigger.harm,):
                yield _bound(trigger, holder, harm)
            return
        if line.word(at) in lexicon.grammar("prepositions") or not line.word(at)[0].isalnum():
            return


def _suffering(line: Line, at: int) -> Group | None:
    """ "while the coalition suffered no casualties": the figure is the coalition's, not everybody's."""
    if line.word(at - 1) not in ("suffered", "sustained", "suffers", "took", "taken", "suffering"):
        return None
    first = last = at - 1
    while first > 0 and line.word(first - 1) not in (
        ",",
        "while",
        "and",
        "but",
        "that",
        "said",
        ";",
        ":",
        "when",
        "which",
        "who",
    ):
        first -= 1
    while first < last and line.word(last - 1) in lexicon.grammar("adverbs"):
        last -= 1
    if first == last or line.word(first) in ("they", "it", "he", "she", "we"):
        return None
    span = line.reach(first, last)
    return Group(span.of(line.text), span)


def _of_noun(line: Line, phrases: Sequence[People], trigger: Trigger) -> Iterator[Binding]:
    yield from (_bound(trigger, one) for one in _right(line, phrases, trigger.last, near=3))


def _toll(line: Line, _phrases: Sequence[People], trigger: Trigger) -> Iterator[Binding]:
    """ "the death toll rose to 34", "put the death toll at 100"."""
    for at in range(trigger.last, min(trigger.last + 12, len(line.tokens))):
        if line.word(at) in (";", "while") or (
            trigger.phrase == "toll"
            and line.word(trigger.first - 1) not in ("the", "its", "official", "overall", "total", "final")
        ):
            return
        if at in line.numbers and line.numbers[at][0].unit is None and line.word(at - 1) != "from":
            number, head = line.numbers[at]
            people = People(at, head, "number", number.low, number.high, number.bound, number.span, head, True)
            yield _bound(trigger, people)
            return


def _lives(line: Line, phrases: Sequence[People], trigger: Trigger) -> Iterator[Binding]:
    """ "claimed eight lives", "took the lives of eight people"."""
    verbs = set(line.words(trigger.first - 6, trigger.first))
    if not verbs & {"claimed", "claiming", "claims", "took", "taken", "cost", "costing", "taking", "lost"}:
        return
    if line.word(trigger.last) == "of":
        yield from (_bound(trigger, one) for one in _right(line, phrases, trigger.last + 1))
    elif trigger.first - 1 in range(len(line.tokens)):
        yield from _noun(line, phrases, trigger)


def _list(line: Line, phrases: Sequence[People], trigger: Trigger) -> Iterator[Binding]:
    """ "among the dead were A and B", "the dead include A": a part, named; "Russians were among those killed" too."""
    verb = line.word(trigger.last)
    if verb in ("were", "was", "include", "included", "includes", "are", "is", ":"):
        yield from (_bound(trigger, one, is_part=True) for one in _right(line, phrases, trigger.last + 1))
    elif line.word(trigger.first - 1) == "among":
        yield from (_bound(trigger, one, is_part=True) for one in _left(line, phrases, trigger.first - 1))


def _suffer(line: Line, phrases: Sequence[People], trigger: Trigger) -> Iterator[Binding]:
    if "no" in line.words(trigger.last, trigger.last + 2):
        return
    yield from (_bound(trigger, one) for one in _left(line, phrases, trigger.first))


FORMS: dict[str, Callable[[Line, Sequence[People], Trigger], Iterator[Binding]]] = {
    "participle": _participle,
    "gerund": _gerund,
    "intransitive": _intransitive,
    "adjective": _adjective,
    "noun": _noun,
    "of_noun": _of_noun,
    "toll": _toll,
    "lives": _lives,
    "list": _list,
    "suffer": _suffer,
}


def _holding(phrases: Sequence[People], trigger: Trigger) -> People | None:
    return next((one for one in phrases if one.first <= trigger.first and trigger.last <= one.last), None)


def _is_passive(line: Line, trigger: Trigger) -> bool:
    at = trigger.first - 1
    while at >= 0 and line.word(at) in lexicon.grammar("adverbs"):
        at -= 1
    return line.word(at) in lexicon.grammar("be") or line.word(trigger.last) in ("by", ",")


def _reduced(line: Line, phrases: Sequence[People], at: int) -> list[People]:
    """ "two boys, 9 and 12, shot in the park": without an auxiliary the people stand right before."""
    for index in range(len(phrases) - 1, -1, -1):
        one = phrases[index]
        if one.last <= at and not _is_included(line, one):
            between = line.words(one.last, at)
            small = lexicon.grammar("adverbs") | lexicon.grammar("beside")
            fits = len(between) < 9 and all(word in small or word.isdigit() for word in between)
            return _joined(line, phrases, index, -1) if fits and one.form != "pronoun" else []
    return []


def _right(line: Line, phrases: Sequence[People], at: int, near: int = 2) -> list[People]:
    """The people that begin within `near` tokens of `at`, and those joined to them."""
    for index, one in enumerate(phrases):
        between = set(line.words(at, one.first))
        if at <= one.first <= at + near and between <= lexicon.grammar("adverbs") | lexicon.grammar("owners"):
            return _joined(line, phrases, index, 1)
    return []


def _left(line: Line, phrases: Sequence[People], at: int, near: int = FAR) -> list[People]:
    """The people before `at`: the nearest that is no one's object, else the nearest; and those joined to them."""
    spare: list[People] = []
    for index in range(len(phrases) - 1, -1, -1):
        one = phrases[index]
        if (
            one.last > at
            or (one.form == "pronoun" and line.word(one.first) not in SUBJECTS)
            or (one.is_bare and not _is_adjacent(line, one.last, at))
        ):
            continue
        if at - one.last > near or ";" in line.words(one.last, at):
            break
        if _is_other_subject(line.words(one.last, at)) or _is_included(line, one):
            continue
        nobody = _nobody(line, phrases[:index], one)
        if nobody:
            return [nobody]
        if one.is_bare or not _is_object(line, one):
            return _joined(line, phrases, index, -1)
        spare = spare or _joined(line, phrases, index, -1)
    return spare if spare and at - spare[-1].last <= 6 else []


def _is_included(line: Line, one: People) -> bool:
    """ "15 people, including a nurse and her four children, were killed": the verb is said of the fifteen."""
    before = line.words(one.first - 14, one.first)
    if before[-2:] in (["among", "them"], ["of", "whom"]):
        return True
    if "including" not in before:
        return False
    since = before[len(before) - before[::-1].index("including") :]
    return not lexicon.grammar("be") & set(since)


def _nobody(line: Line, before: Sequence[People], one: People) -> People | None:
    """ "no troops or allied (AF) fighters were hurt": the "no" in front of the list is said of all of it."""
    last = before[-1] if before else None
    between = line.words(last.last, one.first) if last else []
    is_list = between[:1] in (["or"], ["nor"]) and not set(between) & lexicon.grammar("be")
    return last if last and last.high == 0 and is_list else None


def _is_other_subject(between: list[str]) -> bool:
    """ "contractors in the region and the number who are killed": "who" takes up something nearer than these people."""
    if "who" not in between:
        return False
    before = between[: len(between) - 1 - between[::-1].index("who")]
    return "and" in before or "number" in before


def _is_adjacent(line: Line, last: int, at: int) -> bool:
    small = lexicon.grammar("adverbs") | lexicon.grammar("be") | {"of", "them", "people", '"', "”", "“"}
    return at - last <= 6 and set(line.words(last, at)) <= small


def _is_object(line: Line, one: People) -> bool:
    """Whether a preposition, or a verb of its own, has these people already: "in front of two children"."""
    before = line.word(one.first - 1)
    is_all = before == "of" and line.word(one.first - 2) in ("all", "both")
    return before in lexicon.grammar("prepositions") and not is_all


def _alongside(line: Line, phrases: Sequence[People], at: int) -> list[People]:
    """ "was killed along with three others"."""
    for words in (["along", "with"], ["together", "with"], ["alongside"], ["as", "were"], ["as", "was"]):
        if line.words(at, at + len(words)) == words:
            return _right(line, phrases, at + len(words))
    return []


def _joined(line: Line, phrases: Sequence[People], index: int, step: int) -> list[People]:
    """The phrase and its neighbours in a list: "a man and two boys", one sum for each group."""
    run = [phrases[index]]
    while 0 <= (index := index + step) < len(phrases):
        first, second = (phrases[index], run[0]) if step < 0 else (run[-1], phrases[index])
        between = line.words(first.last, second.first)
        if not _is_list(between) or "pronoun" in (first.form, second.form):
            break
        if second.is_bare and not second.is_other:  # "two men, 20 and 23": ages
            break
        if _is_apposition(first, second, between):
            described = replace(first, last=second.last)
            run = [described, *run[1:]] if step < 0 else [*run[:-1], described]
            continue
        run = [first, *run] if step < 0 else [*run, second]
    return _summed(run if _has_and(line, run) else [run[-1] if step < 0 else run[0]])


def _is_apposition(first: People, second: People, between: list[str]) -> bool:
    """ "Rima Castan, a nurse": one person, named and then described."""
    described = second.form in ("single", "definite") and not second.persons
    return between in ([","], [",", ","]) and described and first.form == "named" and second.low == 1


def _has_and(line: Line, run: list[People]) -> bool:
    """Whether the last two of a list are joined by more than a comma: "of the people, thousands fled" is none."""
    between = line.words(run[-2].last, run[-1].first) if len(run) > 1 else ["and"]
    return any(word.isalpha() or word == "&" for word in between)


def _is_list(between: list[str]) -> bool:
    """ ", 34, and": an age may stand between two people of a list."""
    rest = [word for word in between if not word.isdigit() and word not in lexicon.grammar("owners")]
    return rest in (
        ["and"],
        ["alongside"],
        ["and", "at", "least"],
        [",", "and"],
        [",", ",", "and"],
        ["&"],
        [",", ",", ",", "and"],
        [","],
        [",", ","],
        ["as", "well", "as"],
    )


def _summed(run: list[People]) -> list[People]:
    """One phrase a group, counts added: "a man and a woman" is 2, "two soldiers and three civilians" 2 and 3."""
    kinds: dict[object, list[People]] = {}
    for one in run:
        kinds.setdefault((one.group and (one.group.side, one.group.combatant)), []).append(one)
    if len({key for key in kinds if key != (None, None)} - {None}) == 0:
        kinds = {None: run}
    return [_sum(some) for some in kinds.values()]


def _sum(some: list[People]) -> People:
    if len(some) == 1:
        return some[0]
    low, high = sum(one.low for one in some), _total([one.high for one in some])
    exact = all(one.bound is Bound.EXACT for one in some)
    bound = Bound.EXACT if exact else Bound.AT_LEAST if high is None else Bound.RANGE
    count = Span(some[0].count.start, max(one.count.end for one in some))
    return People(some[0].first, some[-1].last, some[0].form, low, high, bound, count, some[0].head, False,
                  all(one.is_other for one in some), None if len({_text(one) for one in some}) > 1 else some[0].group,
                  tuple(name for one in some for name in one.persons))  # fmt: skip


def _text(one: People) -> str | None:
    return one.group.text if one.group else None


def _total(highs: list[int | None]) -> int | None:
    closed = [high for high in highs if high is not None]
    return sum(closed) if len(closed) == len(highs) else None


def _parts(line: Line, phrases: Sequence[People], bound: Sequence[Binding]) -> Iterator[Binding]:
    """ "15 people, including four children, were killed": the part has its whole's harm."""
    taken = {one.people.first for one in bound}
    told = -1
    for index, one in enumerate(phrases):
        whole = next((b for b in bound if b.people.last <= one.first and one.first - b.last < 12), None)
        whole = whole if _is_included(line, one) else None
        if whole and one.first not in taken and one.first > told and one.form != "pronoun" and not whole.is_part:
            for part in _joined(line, phrases, index, 1):
                told = max(told, part.last)
                yield replace(whole, people=part, first=part.first, last=part.last, is_part=True)
