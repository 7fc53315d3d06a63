"""Where the people of a word of harm stand: before it, right behind it, or joined to them in another phrase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tollbook import lexicon
from tollbook.extract.asides import past_age
from tollbook.extract.harms import Trigger
from tollbook.extract.kindred import is_kin
from tollbook.extract.line import Line
from tollbook.extract.lists import joined
from tollbook.extract.people import AGED, People, noun
from tollbook.extract.scene import QUOTES, Scene
from tollbook.terms import Bound

SUBJECTS = frozenset(("he", "she"))
# How far back the people of "… were killed" may stand, in tokens; longest met in a hundred sentences of the
# development texts read for this: 31.
FAR = 40
# How far behind its object a title and a description may push a name: "killed Harbour Herald reporter Ana Prell".
DESCRIBED = 6

# The subject of a clause has no more tokens: "after | a 20-year-old shipyard apprentice | was killed".
CLAUSE = 7

# "of the extended Abu Prell and Marl family" has no more tokens.
GROUP = 10
# In "identified by the county coroner's office as" the "as" stands within so many tokens.
AGENT = 12


def reduced(scene: Scene, trigger: Trigger) -> list[People]:
    """ "two boys, 9 and 12, shot in the park": without an auxiliary the people stand right before."""
    line, at = scene.line, trigger.first
    for index in range(len(scene.phrases) - 1, -1, -1):
        one = scene.phrases[index]
        if one.last <= at and not (scene.is_inside(one) and not _is_predicate(line, one)):
            between = line.words(past_group(line, one.last), at)
            between = between[: len(between) - (between[-1:] == ["as"])]  # "reported four people | as killed"
            small = lexicon.grammar("adverbs") | lexicon.grammar("beside") | (QUOTES if one.is_bare else set())
            fits = len(between) < 9 and all(word in small or word.isdigit() for word in between)
            return joined(scene, index, -1) if fits and one.form != "pronoun" and not _is_index(line, one) else []
    return []


def past_group(line: Line, at: int) -> int:
    """One past the family or crew that people are of: "nine members | of the extended Prell family"; else `at`."""
    if line.word(at) not in ("of", "from"):
        return at
    groups = lexicon.words("people", "groups")
    return next(
        (end + 1 for end in range(at + 1, at + GROUP) if line.word(end) in groups or line.word(end) == "families"), at
    )


def _is_index(line: Line, one: People) -> bool:
    """ "the names of all of the miners killed": they are told of elsewhere, or their number is."""
    before = line.words(one.first - 5, one.first)
    is_of = before[-1:] == ["of"] and one.form in ("definite", "plural")
    return is_of and bool(lexicon.grammar("indexes") & set(before))


def _is_predicate(line: Line, one: People) -> bool:
    """ "the victims were two women shot in a car"."""
    return line.word(one.first - 1) in lexicon.grammar("be")


def right(scene: Scene, at: int, near: int = 2) -> list[People]:
    """The people that begin within `near` tokens of `at`, and those joined to them."""
    line = scene.line
    for index, one in enumerate(scene.phrases):
        if one.first < at:
            continue
        if _is_owner(line, one):
            break
        one = _first_name(line, one)
        if _is_next(line, at, one.first, near):
            return [one] if one != scene.phrases[index] else joined(scene, index, 1)
        described = bool(one.persons) and one.first <= at + DESCRIBED
        if described and all(_is_description(line, i) for i in range(at, one.first)):
            return joined(scene, index, 1)
        break
    return []


def _is_next(line: Line, at: int, first: int, near: int) -> bool:
    """Whether small words alone, `near` of them at most, and an age stand before people."""
    left = near
    while at < first:
        past = past_age(line, at)
        if past == at and (left == 0 or not _is_small(line, at)):
            return False
        left -= past == at
        at = max(past, at + 1)
    return True


def _is_owner(line: Line, one: People) -> bool:
    """ "killed her | cat"."""
    after = line.word(one.last)
    return one.form == "pronoun" and line.word(one.first) == "her" and after.isalpha() and not _is_free(after)


def _is_free(word: str) -> bool:
    return word in lexicon.grammar("stops") or word in lexicon.grammar("adverbs")


def _first_name(line: Line, one: People) -> People:
    """ "after killing Ana Prell, Tom Marl fled": a comma alone makes no list of two."""
    words = line.words(one.first, one.last)
    if one.form != "named" or len(one.persons) != 2 or "," not in words or {"and", "&"} & set(words):
        return one
    name, last = next(line.names[at] for at in range(one.first, one.last) if at in line.names)
    return replace(one, last=last, low=1, high=1, count=name.span, head=last, persons=one.persons[:1])


def _is_small(line: Line, at: int) -> bool:
    word = line.word(at)
    return word in lexicon.grammar("adverbs") or word in lexicon.grammar("owners") or (word in QUOTES and word != "of")


def _is_description(line: Line, at: int) -> bool:
    """ "killed | 28 year old", "killed | Harbour reporter": what stands before a name and is no people by itself."""
    word = line.word(at)
    known = noun(word)
    if word in lexicon.grammar("ages") or word in lexicon.grammar("called"):
        return True
    if AGED.fullmatch(word) or word.isdigit() or word == "." or word in lexicon.words("names", "titles"):
        return True
    return known is not None or _is_small(line, at) or line.text[line.tokens[at].start].isupper()


def listed(scene: Scene, at: int) -> list[People]:
    """The people of the list that "were", "as" or a colon at a token opens."""
    if scene.line.word(at) == "by":  # "identified by the coroner as"
        at = next((i for i in range(at, at + AGENT) if scene.line.word(i) == "as"), at)
    at += 1
    while scene.line.word(at) in ("as", ":", "and", "follows") or scene.line.word(at) in lexicon.grammar("called"):
        at += 1
    return right(scene, at)


def object_of(scene: Scene, trigger: Trigger) -> list[People] | None:
    """The object of a verb that is no passive: people, or a name that is nobody's yet; None where none can stand.

    "Officer Marl killed Prell" harms Prell though nothing else tells that Prell is a person; "killed the bill" nobody.
    """
    line, at = scene.line, trigger.last
    named = line.names.get(at)
    is_name = named is not None and line.word(at) not in lexicon.words("harm", "decoys.after_figure")
    if named and is_name and named[0].kind == "unknown" and scene.has_subject(trigger.first):
        name, last = named
        span = line.reach(at, last)
        return [People(at, last, "named", 1, 1, Bound.EXACT, span, last, persons=(name.text,))]
    word = line.word(at)
    is_noun = word in lexicon.grammar("owners") or word in ("a", "an")
    is_time = bool(lexicon.grammar("moments") & set(line.words(at + 1, at + 4)))
    return [] if is_noun and not is_time and not scene.is_counted(trigger.first) else None


def left(scene: Scene, at: int, near: int = FAR) -> list[People]:
    """The people before `at`: the nearest that is no one's object, else the nearest; and those joined to them."""
    line, spare, is_one = scene.line, list[People](), False
    subject = _pronoun(line, at)
    is_habit = {"are", "being"} <= set(line.words(at - 3, at))  # "civilians are being killed" is no toll
    if subject in ("it", "you") or line.word(at - 1) == "those":
        return []
    if (own := _of_clause(scene, at)) is not None:
        return own
    if subject == "who" and (who := _named_before(scene, at)):
        return [who]
    for index in range(len(scene.phrases) - 1, -1, -1):
        one = scene.phrases[index]
        if one.last > at or not _can_be_said_of(line, one, at) or _is_among(scene, one, at):
            continue
        if at - one.last > near or (near < FAR and ";" in line.words(one.last, at)):
            break
        if _is_relative(scene, one, at):
            is_of_all = line.word(one.last + 1) in ("were", "are", "have") and one.high == 1
            return joined(scene, index, -1) if is_of_all else [one]  # "found a woman and a man who | were shot"
        if _is_other_subject(line.words(one.last, at)) or scene.is_inside(one) or (is_one and one.high != 1):
            continue
        if one.form == "named" and line.word(one.last) in lexicon.words("rosters", "speaks"):
            continue  # "Ana Prell wrote that Tom was found dead"
        if (subject == "they" and one.high == 1) or (is_habit and one.form == "plural"):
            continue
        is_spoken_of = scene.is_harmed_by(one) and subject != "who"  # "injuring a cook named Prell, who | was taken to"
        if near == FAR and (is_spoken_of or _is_closed(scene, one, at)):
            continue
        nobody = _nobody(line, scene.phrases[:index], one)
        if nobody:
            return [nobody]
        if _is_half(line, one):
            return []
        run = joined(scene, index, -1)
        if _is_beside(scene, run, at):
            continue
        if one.is_bare or not scene.is_object(one) or _is_subject(scene, one, at):
            return run
        is_one = is_one or one.form == "pronoun"  # "three are charged with the death of Ana Prell after she was shot"
        spare = spare or run
    return spare if spare and at - past_group(line, spare[-1].last) <= 6 else []


def _is_beside(scene: Scene, run: Sequence[People], at: int) -> bool:
    """ "a man driving with | his wife and two children | was shot": one was shot, and they are more."""
    line = scene.line
    many = sum(one.low for one in run)
    is_with = bool(run) and line.word(run[0].first - 1) == "with" and line.word(at - 1) == "was"
    return is_with and many > 1 and any(one.high == 1 and one.last < run[0].first for one in scene.phrases)


def _is_among(scene: Scene, one: People, at: int) -> bool:
    """ "a boy who was among | four people shot in the park | died": he, and not the four."""
    line, subject = scene.line, one.first - 2
    is_among = line.word(one.first - 1) == "among" and line.word(subject) in lexicon.grammar("be")
    return is_among and line.word(subject - 1) == "who" and scene.has_harm(one.last, at) and one.form == "number"


def _is_half(line: Line, one: People) -> bool:
    """ "two women killed and | a child were “still missing”": of whoever comes before "and" it is said as well."""
    is_joined = one.form == "single" and line.word(one.first - 1) == "and" and line.word(one.first) in ("a", "an")
    return is_joined and line.word(one.last) == "were" and line.word(one.last + 1) in QUOTES


def _of_clause(scene: Scene, at: int) -> list[People] | None:
    """ "two held after a police dog | was killed", "where Prell | was pronounced dead": who stands in the clause, and
    nobody before it; None where no clause opens so near.
    """
    line, end = scene.line, at
    while line.word(end - 1) in lexicon.grammar("be") or line.word(end - 1) in lexicon.grammar("adverbs"):
        end -= 1
    begin = end - 1
    while end - begin <= CLAUSE and _is_in_subject(scene, begin):
        begin -= 1
    is_opened = line.word(begin) in lexicon.grammar("clauses") and end - begin > 1
    if not is_opened or lexicon.grammar("be").isdisjoint(line.words(end, at)):
        return None
    inside = [index for index, one in enumerate(scene.phrases) if begin < one.first and one.last <= end]
    inside = [
        at for at in inside if scene.phrases[at].form != "pronoun" or scene.phrases[at].last == end
    ]  # "her | dog"
    name, last = line.names.get(begin + 1, (None, 0))
    if inside or name is None or last != end or name.kind == "place":
        return joined(scene, inside[-1], -1) if inside else []
    return [People(begin + 1, end, "named", 1, 1, Bound.EXACT, name.span, end, persons=(name.text,))]


def _is_in_subject(scene: Scene, at: int) -> bool:
    """Whether a token may be inside the subject of a clause: no verb, no day, and no mark."""
    word = scene.line.word(at)
    is_led = word in ("a", "an", "the") or word in lexicon.grammar("owners")
    is_other = (word in lexicon.grammar("stops") and not is_led) or word in lexicon.grammar("weekdays")
    return word[:1].isalnum() and not is_other and at not in scene.begins


def _is_closed(scene: Scene, one: People, at: int) -> bool:
    """ "a cook shot in a raid where two men were killed, | died": whoever has a verb before the comma has no second."""
    return scene.line.word(at - 1) == "," and "and" not in scene.line.words(one.last, at) and scene.has_verb(one.last)


def _named_before(scene: Scene, at: int) -> People | None:
    """ "striking Prell, | who was killed": a name, though nothing else tells that it is a person's.

    A list that it stands in has it already; "their daughter, Wynn, | who" is one girl.
    """
    line = scene.line
    last = max(index for index in range(at) if line.word(index) == "who")
    last -= line.word(last - 1) == ","
    first = next((first for first, (_, end) in line.names.items() if end == last), None)
    name = line.names[first][0] if first is not None else None
    if (
        first is None
        or name is None
        or name.kind != "unknown"
        or line.word(first - 1) in lexicon.words("names", "before_unknown")
    ):
        return None
    beside = [one for one in scene.phrases if one.first < last and first - 1 <= one.last]
    if any(first < one.last for one in beside):
        return None
    if beside and line.word(first - 1) == "," and is_kin(line.word(first - 2)) and beside[0].high == 1:
        return replace(beside[0], last=last, persons=beside[0].persons or (name.text,))
    return People(first, last, "named", 1, 1, Bound.EXACT, name.span, last, persons=(name.text,))


def _pronoun(line: Line, at: int) -> str:
    """The word that is the subject of a verb at a token, where it is one that stands for others: "they were | hurt"."""
    at -= 1
    while line.word(at) in lexicon.grammar("be") or line.word(at) in lexicon.grammar("adverbs"):
        at -= 1
    return line.word(at)


def _is_relative(scene: Scene, one: People, at: int) -> bool:
    """ "four were shot, including a girl | who did not survive": she, and not the four."""
    between = scene.line.words(one.last, at)
    small = lexicon.grammar("adverbs") | lexicon.grammar("be")
    is_who = between[:1] in (["who"], ["that"]) and all(word in small for word in between[1:])
    return is_who and ((one.form in ("single", "named", "definite") and one.high == 1) or scene.is_included(one))


def _is_subject(scene: Scene, one: People, at: int) -> bool:
    """ "after a cook | was killed": the "after" has the whole clause; so has "who" in "of a cook | who died after"."""
    line = scene.line
    between = line.words(one.last, at)
    if between[:1] == ["who"] and scene.has_harm(one.last, at):
        return True
    is_clause = line.word(one.first - 1) in ("after", "before", "until", "since")
    if between[:1] == ["who"] or between[:2] == [",", "who"]:  # "a post for his cousin, who was killed"
        is_clause, between = True, between[between.index("who") + 1 :]
    if one.form == "pronoun":
        return False
    small = lexicon.grammar("adverbs")
    is_told = not between or any(word in lexicon.grammar("be") or word in small for word in between)
    return is_clause and is_told and all(word in small or word in lexicon.grammar("be") for word in between)


def _can_be_said_of(line: Line, one: People, at: int) -> bool:
    if one.form == "pronoun":
        return line.word(one.first) in SUBJECTS
    has_part = line.word(one.last) in (",", "(", "–", "—") and line.word(one.last + 1) in lexicon.grammar("including")
    return not one.is_bare or has_part or _is_adjacent(line, one.last, at)


def _nobody(line: Line, before: Sequence[People], one: People) -> People | None:
    """ "no troops or allied (AF) fighters were hurt": the "no" in front of the list is said of all of it."""
    last = before[-1] if before else None
    between = line.words(last.last, one.first) if last else []
    is_list = between[:1] in (["or"], ["nor"]) and not set(between) & lexicon.grammar("be")
    return last if last and last.high == 0 and is_list else None


def _is_other_subject(between: list[str]) -> bool:
    """Whether a clause between takes up something else: "the number who are killed", "a raid in which some died"."""
    if any(one in ("in", "during") and other == "which" for one, other in pairwise(between)):
        return True
    if "who" not in between:
        return False
    before = between[: len(between) - 1 - between[::-1].index("who")]
    return "and" in before or "number" in before


def _is_adjacent(line: Line, last: int, at: int) -> bool:
    marks = {"of", "them", "people", "who", "that", "listed", '"', "”", "“"}
    small = lexicon.grammar("adverbs") | lexicon.grammar("be") | marks
    if line.word(last) == "," and line.word(last + 1).isdigit() and line.word(last + 2) == ",":
        last += 3  # "one of them, 29, | died"
    return at - last <= 6 and set(line.words(last, at)) <= small
