"""The people of nouns of harm: "eight deaths", "the death of eight", "the toll rose to 34", "the dead include"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tollbook import lexicon
from tollbook.extract.harms import Trigger
from tollbook.extract.kindred import is_kin
from tollbook.extract.line import Line
from tollbook.extract.losses import losing
from tollbook.extract.people import AGED, People
from tollbook.extract.people import noun as known_noun
from tollbook.extract.scene import QUOTES, Scene
from tollbook.extract.sides import left, listed, past_group, right
from tollbook.model import Name
from tollbook.terms import Bound

# In "the murder on Monday in Vell of Ana Prell" the "of" stands within so many tokens.
APART = 6
# Nobody has so many injuries: "dozens of injuries" are people.
CROWD = 10
# "the names of 19 people (and of some the ages) | killed" has the word within so many tokens.
KILLED_WITHIN = 14
# "the life of Ana Prell, 40, came to an end": the end stands within so many tokens.
NEAR_END = 12


def noun(scene: Scene, trigger: Trigger) -> Iterator[People]:
    """ "eight civilian deaths", "no injuries"; "casualties" are a figure only where there were none."""
    line = scene.line
    if without := _without(line, trigger):
        yield without
        return
    for at in range(trigger.first - 1, max(trigger.first - 5, -1), -1):
        if at in line.numbers and line.numbers[at][0].unit is None:
            number, head = line.numbers[at]
            if line.words(at - 1, at + 1) == ["no", "one"]:  # "no one suffered injuries"
                return
            between = line.words(head, trigger.first)
            is_of = "of" in between and between[0] not in QUOTES
            is_noted = line.word(trigger.last) in ("figure", "figures", "toll", "report")
            if is_of or is_noted or _is_year(line, at) or any(map(is_source, between)):
                return  # "no reports of injuries", "no casualty figure"
            if (trigger.harm == "both" or trigger.phrase == "loss of life") and number.high != 0:
                return  # "several casualties" are dead or hurt
            is_vague = number.bound is Bound.VAGUE and trigger.harm == "injured"
            if is_vague and (line.words(at - 1, at + 2)[::2] == ["the", "number"] or _is_one_body(line, trigger, at)):
                return
            people = People(at, trigger.last, "number", number.low, number.high, number.bound, number.span, head, True,
                            line.word(head) in ("other", "more", "additional", "further"))  # fmt: skip
            yield replace(people, group=losing(line, at, head, trigger))
            return
        is_counted = line.word(at) == "of" and at == trigger.first - 1  # "dozens of injuries"
        if (line.word(at) in lexicon.grammar("prepositions") and not is_counted) or not (
            line.word(at)[0].isalnum() or line.word(at) in QUOTES
        ):
            break
    yield from list(owned(scene, trigger)) or _bare(line, trigger)


def _is_year(line: Line, at: int) -> bool:
    """ "the 2014 Port Miro killings"."""
    number = line.numbers[at][0]
    return number.bound is Bound.EXACT and len(line.word(at)) == 4 and line.word(at)[:2] in ("19", "20")


def _without(line: Line, trigger: Trigger) -> People | None:
    """ "without a single casualty", "without any injuries", "without casualties": nobody."""
    at = trigger.first - 1
    while line.word(at) in ("a", "single", "any", "further", "civilian"):
        at -= 1
    if line.word(at) != "without":
        return None
    return People(at, trigger.last, "number", 0, 0, Bound.EXACT, line.reach(at, trigger.first), trigger.first, True)


def fold(scene: Scene, trigger: Trigger) -> Iterator[People]:
    """ "a triple murder" has three dead."""
    line, many = scene.line, int(lexicon.table("harm")["folds"][trigger.phrase.split()[0]])
    if line.word(trigger.last) not in ("-", "attempt", "attempts"):
        span = line.reach(trigger.first, trigger.first + 1)
        yield People(trigger.first, trigger.last, "number", many, many, Bound.EXACT, span, trigger.first + 1, True)


def owned(scene: Scene, trigger: Trigger) -> Iterator[People]:
    """ "Prell's murder", "the murder in Vell of Ana Prell"."""
    one = _owner(scene.line, trigger) or _owners(scene, trigger)
    if one:
        yield one
    elif trigger.phrase in lexicon.words("harm", "killed.owned") or trigger.phrase in ("death", "deaths", "killings"):
        between = scene.line.words(trigger.last, trigger.last + APART)
        is_apart = bool(between) and between[0] in lexicon.grammar("when_or_where") and "of" in between
        yield from right(scene, trigger.last + between.index("of") + 1) if is_apart else []


def is_source(word: str) -> bool:
    """ "no other source told of deaths" is no nought."""
    return word.rstrip("s") in lexicon.words("people", "officials")


def _owner(line: Line, trigger: Trigger) -> People | None:
    """ "Prell's death", "the cook's death"."""
    at = trigger.first - 1
    is_owned = trigger.phrase in ("death", "life") or trigger.form == "owned"
    if not is_owned or not (line.word(at) == "'" or line.word(at).endswith("'s")):
        return None
    end = at if line.word(at) == "'" else at + 1  # "Ana Torres' murder"
    owner = next(((name, first) for first, (name, last) in line.names.items() if last == end), None)
    if owner and _is_persons(line, owner[0], trigger):
        name, first = owner
        return People(first, end, "named", 1, 1, Bound.EXACT, name.span, end, persons=(name.text,))
    known = known_noun(line.word(at).removesuffix("'s"))
    first = at - 1 - (AGED.fullmatch(line.word(at - 1)) is not None)  # "his eight-year-old daughter's"
    if known and line.word(at - 1) in ("in", "for", "over", "of") and trigger.form == "owned":
        first = at  # "charged in | friend's murder"
        return People(first, at + 1, "definite", 1, 1, Bound.EXACT, line.reach(first, at + 1), at)
    if known is None or known[1] or line.word(first) not in lexicon.grammar("owners") | {"a", "an"}:
        return None
    return People(first, at + 1, "definite", 1, 1, Bound.EXACT, line.reach(first, at + 1), at)


def _owners(scene: Scene, trigger: Trigger) -> People | None:
    """ "the six priests' murder"."""
    at = trigger.first - 1
    if trigger.form != "owned" or scene.line.word(at) != "'":
        return None
    many = (one for one in scene.phrases if one.last == at and one.form in ("number", "definite"))
    return next((one for one in many if not one.is_bare and one.low > 1), None)


def _is_persons(line: Line, name: Name, trigger: Trigger) -> bool:
    """Whether the name is a person's, or may be and has a murder: "Castan's death toll" is a place's."""
    is_toll = line.word(trigger.last) in lexicon.words("harm", "decoys.after_owned")
    return name.kind == "person" or (name.kind == "unknown" and " " in name.text and not is_toll)


def _is_one_body(line: Line, trigger: Trigger, at: int) -> bool:
    """ "he suffered multiple injuries": they are one person's; "causing a number of injuries" are people."""
    of_many = "number" in line.words(at, trigger.first) or line.words(trigger.last, trigger.last + 2) == [
        "and",
        "deaths",
    ]
    is_there = line.word(at - 2) == "there" or line.word(at - 1) == "reported"
    is_crowd = line.numbers[at][0].low >= CROWD
    return not (of_many or is_there or is_crowd or _is_caused(line, at) or _is_told(line, trigger.last))


def _bare(line: Line, trigger: Trigger) -> Iterator[People]:
    """ "resulting in injuries", "injuries were reported": some people, as a plural is."""
    if trigger.phrase not in lexicon.words("harm", "counted.some") or line.word(trigger.last) in ("to", "from"):
        return
    first = trigger.first
    while line.word(first - 1) in ("reported", "civilian", "alleged"):
        first -= 1
    is_there = _is_caused(line, first) or _is_told(line, trigger.last) or _is_mentioned(line, trigger.first)
    if is_there or _is_paired(line, trigger):
        low, high = (*lexicon.table("vague")[line.vague]["plural"], None)[:2]
        span = line.reach(trigger.first, trigger.last)
        yield People(trigger.first, trigger.last, "plural", low, high, Bound.VAGUE, span, trigger.last, True)


def _is_mentioned(line: Line, at: int) -> bool:
    """ "mentioned civilian | injuries", "there were | deaths", "wrote about | “injuries”"; nothing that is denied."""
    while line.word(at - 1) in QUOTES or line.word(at - 1) in lexicon.words("harm", "counted.mentioned"):
        at -= 1
    before, mentions = line.words(at - 2, at), lexicon.words("harm", "counted.mentions")
    is_about = before[-1:] != [] and before[-1] in ("about", "of", "to") and before[0] in mentions
    is_told = (
        before in (["there", "were"], ["there", "are"]) or is_about or (before[-1:] != [] and before[-1] in mentions)
    )
    return is_told and lexicon.words("harm", "counted.untold").isdisjoint(line.words(at - 6, at))


def _is_paired(line: Line, trigger: Trigger) -> bool:
    """ "martyrs and injuries", "wounded and martyrs"."""
    pairs = lexicon.words("harm", "counted.pairs")
    after, before = line.words(trigger.last, trigger.last + 2), line.words(trigger.first - 2, trigger.first)
    return (after[:1] == ["and"] and after[-1] in pairs) or (before[-1:] == ["and"] and before[0] in pairs)


def _is_caused(line: Line, at: int) -> bool:
    """ "resulting in", "caused", "deaths and" right before the token."""
    while line.word(at - 1) in QUOTES:
        at -= 1
    before = line.word(at - 2) if line.word(at - 1) in ("in", "and", "to", "reported", "with") else line.word(at - 1)
    return before in lexicon.words("harm", "counted.causes")


def _is_told(line: Line, at: int) -> bool:
    while line.word(at) in QUOTES:
        at += 1
    words = line.words(at, at + 3)
    is_told = words[:1] in (["were"], ["are"], ["was"]) and not {"reported", "mentioned", "recorded"}.isdisjoint(words)
    return is_told or not lexicon.words("harm", "counted.resulted").isdisjoint(words[:2])


def title(scene: Scene, trigger: Trigger) -> Iterator[People]:
    """ "the martyr Ana Prell", "seven martyrs", "a martyr": a word for the dead that stands before their names."""
    is_list = trigger.phrase.endswith("s") and scene.line.word(trigger.last) in lexicon.grammar("lists")
    named = [one for one in right(scene, trigger.last) if one.persons]
    if is_list and (people := list(named_among(scene, trigger))):
        yield from people
    elif named:
        yield from named
    else:
        yield from _untitled(scene, trigger)


def _untitled(scene: Scene, trigger: Trigger) -> Iterator[People]:
    """ "seven martyrs", "a martyr"."""
    line, before = scene.line, scene.line.word(trigger.first - 1)
    if before in ("a", "another") and not trigger.phrase.endswith("s"):
        span = line.reach(trigger.first - 1, trigger.last)
        yield People(trigger.first - 1, trigger.last, "single", 1, 1, Bound.EXACT, span, trigger.first)
    else:
        yield from noun(scene, trigger)


def of_noun(scene: Scene, trigger: Trigger) -> Iterator[People]:
    """ "the death of eight"; who "lost her son" tells of a death, who "lost a friend's keys" of none.

    "The murder of judges" is a practice, and "the murders of judges" were done.
    """
    is_practice = trigger.phrase in lexicon.words("harm", "counted.practice")
    for one in right(scene, trigger.last, near=3):
        words = scene.line.words(one.first, past_group(scene.line, one.last))
        is_kindred = one.form in ("definite", "number") and ("family" in words or any(map(is_kin, words)))
        more = _and_of(scene, one.last) if trigger.phrase.endswith(" of") else ()
        if trigger.phrase != "lost" or is_kindred:
            yield from (one for one in (one, *more) if not is_practice or one.form != "plural" or one.persons)


def _and_of(scene: Scene, at: int) -> Iterator[People]:
    """ "the murder of Ana Prell | and of Tom Marl", "and that of Tom Marl": each is a death of its own."""
    line = scene.line
    at += line.word(at) == ","
    begin = at + 1 + (line.word(at + 1) in ("that", "those"))
    if line.word(at) == "and" and line.word(begin) == "of":
        yield from right(scene, begin + 1)


def toll(scene: Scene, trigger: Trigger) -> Iterator[People]:
    """ "the death toll rose to 34", "put the death toll at 100"."""
    line = scene.line
    if _is_no_toll(line, trigger):
        return
    if trigger.phrase == "count" and lexicon.words("harm", "counted.revised").isdisjoint(
        line.words(trigger.first - 3, trigger.first)
    ):
        return
    for at in range(trigger.last, min(trigger.last + 12, len(line.tokens))):
        if line.word(at) in (";", "while") or (
            trigger.phrase == "toll"
            and line.word(trigger.first - 1) not in ("the", "its", "official", "overall", "total", "final")
        ):
            return
        if at in line.numbers and line.numbers[at][0].unit is None and line.word(at - 1) != "from":
            number, head = line.numbers[at]
            people = People(at, head, "number", number.low, number.high, number.bound, number.span, head, True)
            yield _risen(line, people, trigger)
            yield from _another(line, head)
            return


def _risen(line: Line, people: People, trigger: Trigger) -> People:
    """ "the toll had risen from 4 | to 9": 9 by now."""
    between = line.words(trigger.last, people.first + 1)
    is_risen = "from" in between and not lexicon.words("harm", "counted.rising").isdisjoint(between)
    if not is_risen or people.bound is not Bound.RANGE or people.high is None:
        return people
    return replace(people, low=people.high, bound=Bound.EXACT)


def _another(line: Line, at: int) -> Iterator[People]:
    """ "one source put the toll at nine, | another at eleven", "as six by Vell Live | and as eight by medics"."""
    again = next((end for end in range(at, at + APART) if line.words(end, end + 2) == ["and", "as"]), None)
    if again is not None and line.word(at) == "by" and again + 2 in line.numbers:
        number, head = line.numbers[again + 2]
        yield People(again + 2, head, "number", number.low, number.high, number.bound, number.span, head, True)
        return
    at += line.word(at) in (",", ";")
    at += line.word(at) in ("and", "while", "but")
    if line.word(at) in ("another", "others", "other") and line.word(at + 1) == "at" and at + 2 in line.numbers:
        number, head = line.numbers[at + 2]
        yield People(at + 2, head, "number", number.low, number.high, number.bound, number.span, head, True)


def _is_no_toll(line: Line, trigger: Trigger) -> bool:
    """ "the total", "the highest number" that counts no dead: nobody puts it at a figure, or the hurt stand beside."""
    words, after = line.spoken, line.word(trigger.last)
    if trigger.phrase.startswith(("highest", "lowest")):
        is_given = after in lexicon.words("harm", "counted.given") or after == "of"
        is_second = trigger.phrase == "lowest" and trigger.last in line.numbers and "highest" in words
        is_over_time = not lexicon.words("harm", "counted.over_time").isdisjoint(words)
        is_toll = (is_second or (trigger.phrase != "lowest" and is_given)) and not is_over_time
    elif trigger.phrase in ("total", "figure", "tally"):
        is_put = not lexicon.words("harm", "counted.revised").isdisjoint(line.words(trigger.first - 3, trigger.first))
        is_toll = is_put and after in lexicon.words("harm", "counted.put_at")
    else:
        return False
    hurt = lexicon.words("ranges", "injured") | lexicon.words("ranges", "some")
    at = next((at for at in range(trigger.last, trigger.last + NEAR_END) if at in line.numbers), None)
    head = line.numbers[at][1] if at is not None else 0
    counted = known_noun(line.word(head))
    is_people = not line.word(head)[:1].isalpha() or line.word(head) in lexicon.grammar("stops") or counted is not None
    return not (is_toll and at is not None and is_people and hurt.isdisjoint(words[trigger.first : head + 2]))


def lives(scene: Scene, trigger: Trigger) -> Iterator[People]:
    """ "claimed eight lives", "took the lives of eight people", "the loss of five lives"."""
    line, is_one = scene.line, trigger.phrase == "life"
    if not set(line.words(trigger.first - 6, trigger.first)) & lexicon.words("harm", "counted.takes_lives"):
        ended = [line.words(at, at + 4) for at in range(trigger.last, trigger.last + NEAR_END)] if is_one else []
        is_lost = ["were", "lost"] in [line.words(trigger.last, trigger.last + 2)]
        if ["came", "to", "an", "end"] not in ended and not is_lost:
            return
    if is_one and line.word(trigger.last) != "of":
        yield from (one for one in [_owner(line, trigger)] if one)
        return
    if scene.line.word(trigger.last) == "of":
        yield from right(scene, trigger.last + 1)
    else:
        yield from noun(scene, trigger)


def named_among(scene: Scene, trigger: Trigger) -> Iterator[People]:
    """ "among the dead were A and B", "the dead include A": a part, named; "Russians were among those killed" too."""
    line, inside = scene.line, scene.holding(trigger)
    at = trigger.last + (line.word(trigger.last) == "here")  # "among the injured here are A and B"
    if inside and inside.form == "single" and inside.persons:  # "a fifth | victim identified | as Tom Prell"
        yield inside
    elif line.word(at) in lexicon.grammar("lists") or line.word(at) == "by":
        people = listed(scene, at)
        whole = scene.holding_start(trigger)
        is_whole = whole and len(people) == 1 and people[0].persons and people[0].low <= whole.low
        is_counted = whole and not any(one.persons for one in people)  # "two of | the dead were nurses"
        if whole and (is_whole or is_counted):
            people = [replace(whole, persons=people[0].persons if is_whole else ())]
        yield from people
    elif line.word(trigger.first - 1) == "among":
        yield from left(scene, trigger.first - 1)
    elif (named := scene.holding_start(trigger) or _named(scene, trigger)) and named.low > 1:
        yield named


def _named(scene: Scene, trigger: Trigger) -> People | None:
    """ "the names of | 19 victims": so many have a name, and are dead."""
    one = scene.phrase_at(trigger.last)
    words = scene.line.words(one.head, one.last) if one else []
    if one is None or one.form != "number" or one.bound is not Bound.EXACT:
        return None
    behind = scene.line.words(one.last, one.last + KILLED_WITHIN)
    is_dead = "killed" in behind and not {"injured", "wounded", "hurt"} & set(behind)
    return one if is_dead or not lexicon.words("rosters", "heads").isdisjoint(words) else None
