"""Words of harm, and the way each takes its people; the table is lexicon/en/harm.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tollbook import lexicon
from tollbook.extract.aimed import is_aimed
from tollbook.extract.line import Line
from tollbook.extract.nouns import noun_after
from tollbook.extract.people import AGED, noun

FORMS = (
    "participle",
    "gerund",
    "intransitive",
    "adjective",
    "noun",
    "title",
    "of_noun",
    "toll",
    "lives",
    "fold",
    "list",
    "suffer",
    "owned",
    "self",
)
# "hit in the upper part of his left leg": the longest that is met.
HIT_WITHIN = 9


@dataclass(frozen=True, slots=True)
class Trigger:
    """Tokens [first, last) that tell of harm; `harm` is a Harm's value or "both" ("casualties")."""

    first: int
    last: int
    harm: str
    form: str
    phrase: str

    @property
    def is_present(self) -> bool:
        """Whether it is the present tense of a headline, behind which people must follow: "kills", "shoot and kill"."""
        return any(self.phrase in lexicon.words("harm", f"present.{key}") for key in ("third", "plain"))

    @property
    def is_open(self) -> bool:
        """Whether the words leave open who of them died: "shot"."""
        return self.phrase in lexicon.words("harm", "open.words")


def triggers(line: Line) -> tuple[Trigger, ...]:
    """The words of harm in a sentence, the longest phrase first where two begin at one token."""
    if marks().isdisjoint(line.spoken):
        return ()
    first, hits = _first_words(), lexicon.words("harm", "hits.words")
    found: list[Trigger] = []
    past = 0
    for at in [at for at, word in enumerate(line.spoken) if word in first]:
        trigger = None if at < past else _at(line, at) or (_hit(line, at) if line.spoken[at] in hits else None)
        if trigger and not _is_decoy(line, trigger):
            found.append(trigger)
        past = trigger.last if trigger else past
    return tuple(found)


def _at(line: Line, at: int) -> Trigger | None:
    """The phrase that begins at a token, the longest first, and so one of a single word last."""
    phrases, word = _phrases(), line.spoken[at]
    for begin in ((word, line.word(at + 1)), (word, "")):
        for words, harm, form in phrases.get(begin, ()):
            if line.spoken[at : at + len(words)] == words and _is_used_as(line, at, len(words), form):
                return Trigger(at, at + len(words), harm, form, " ".join(words))
    return None


def _hit(line: Line, at: int) -> Trigger | None:
    """ "hit by four bullets", "struck twice in the left leg"; the object alone of "struck a friend in the chest"."""
    joint, is_active = "", False
    if _is_hit_alone(line, at):
        return Trigger(at, at + 1, "injured", "participle", "hit")
    if _hits_many(line, at):
        return Trigger(at, at + 1, "injured", "gerund", "hit")
    for index in range(at + 1, at + HIT_WITHIN):
        word = line.word(index)
        if joint and word in lexicon.words("harm", "hits.weapons" if joint == "by" else "hits.body"):
            if is_active:
                return Trigger(at, at + 1, "injured", "gerund", "hit") if joint == "in" else None
            return None if _is_of_thing(line, at) else Trigger(at, index + 1, "injured", "participle", "hit")
        joint = word if word in ("by", "in") else joint
        is_time = index in line.numbers or word in ("twice", "once", "times", "again", "also", "directly", "fatally")
        is_active = is_active or not (joint or is_time)
        if not word or not (word[0].isalnum() or word == "-"):
            return None
        if word in lexicon.words("harm", "hits.stops"):
            return None
    return None


def _is_hit_alone(line: Line, at: int) -> bool:
    """ "six people were | hit.", "two others were also | struck and are": people, and nothing that hit them."""
    after, subject = line.word(at + 1), at - 1
    if (after[:1].isalnum() and after not in lexicon.words("harm", "hits.closing")) or after == "-":
        return False
    while line.word(subject) in lexicon.grammar("adverbs"):
        subject -= 1
    if line.word(subject) not in ("was", "were"):
        return False
    known = noun(line.word(subject - 1))
    if known and known[0] in lexicon.words("people", "officials"):
        return known[0] in lexicon.words("people", "bare.harmed")
    return known is not None or any(end == subject for _, end in line.numbers.values())


def _hits_many(line: Line, at: int) -> bool:
    """ "gunfire from an alley | hit nine people", "bullets also | hit a boy", "a bullet | hit his wife"."""
    weapons = lexicon.words("harm", "hits.weapons")
    if weapons.isdisjoint(line.words(at - HIT_WITHIN, at)) or line.spoken[at] == "pierced":
        return False
    if line.word(at + 1) in ("a", "an") or line.word(at + 1) in lexicon.grammar("owners"):
        ending = noun_after(line, at + 2)
        return ending is not None and not ending[2]
    if at + 1 not in line.numbers:
        return False
    number, head = line.numbers[at + 1]
    known = noun(line.word(head)) or noun(line.word(head + 1))
    return number.unit is None and known is not None


def _is_of_thing(line: Line, at: int) -> bool:
    """ "it was | hit", "the house was | hit"."""
    at -= 1
    while line.word(at) in lexicon.grammar("be") | lexicon.grammar("adverbs"):
        at -= 1
    return line.word(at) in lexicon.words("numbers", "units_after.objects") or line.word(at) in ("it", "which", "that")


def _is_used_as(line: Line, at: int, length: int, form: str) -> bool:
    """Whether "people killed" heads a list and "number of injuries" is a toll.

    "among the people killed were", not "with three people killed"; "the number of injuries is", not "a number of".
    """
    before = line.word(at - 1)
    if form == "list":
        after, is_named = line.word(at + length), line.word(at + length - 1) in ("identified", "named")
        is_told = line.words(at, at + length) == ["names", "of"] or line.word(at + length - 1) == "name"
        is_opened = after in lexicon.grammar("lists") or (is_named and after == "by")
        return before == "among" or is_opened or (is_told and _has_number(line, at, at + length))
    return form != "toll" or before not in ("a", "an", "large", "unknown", "small")


def _has_number(line: Line, first: int, last: int) -> bool:
    """ "13 | victims by name", "the names of | 19 people"."""
    return last in line.numbers or any(end == first for _, end in line.numbers.values())


@cache
def _first_words() -> frozenset[str]:
    """The words with which anything can begin that tells of harm."""
    return frozenset(first for first, _ in _phrases()) | lexicon.words("harm", "hits.words")


@cache
def marks() -> frozenset[str]:
    """A word of everything that tells of harm, "survive" of "did not survive": without any a sentence tells of none."""
    dull = frozenset().union(*map(lexicon.grammar, ("be", "owners", "prepositions", "negations")))
    phrases = (words for some in _phrases().values() for words, _, _ in some)
    telling = {max(words, key=lambda word: (word not in dull and noun(word) is None, len(word))) for words in phrases}
    return frozenset(telling) | lexicon.words("harm", "hits.words")


@cache
def _phrases() -> Mapping[tuple[str, str], tuple[tuple[list[str], str, str], ...]]:
    """The first two words -> (words, harm, form), longest first; the second of a single word is ""."""
    table = lexicon.table("harm")
    known: dict[tuple[str, str], dict[tuple[str, ...], tuple[str, str]]] = {}
    for harm in ("killed", "injured", "missing", "captured", "displaced", "unharmed", "both"):
        for form in FORMS:
            for phrase in table[harm].get(form, ()):
                words = tuple(phrase.split())
                begin = (words[0], words[1] if len(words) > 1 else "")
                known.setdefault(begin, {}).setdefault(words, (harm, form))
    return {
        first: tuple(
            (list(words), *known[first][words]) for words in sorted(known[first], key=lambda one: (-len(one), one))
        )
        for first in known
    }


def _is_decoy(line: Line, trigger: Trigger) -> bool:
    """ "attempted murder of", "shot at officers", "a shot was heard", "if convicted … killed" are no harm done."""
    if _is_unfinished(line, trigger):
        return True
    after, before = line.word(trigger.last), line.word(trigger.first - 1)
    if trigger.phrase in lexicon.words("harm", "present.plain") and (
        trigger.first == 0 or before in lexicon.words("harm", "decoys.before_present")
    ):
        return True
    if trigger.phrase in ("shoots", "shoot") and after in lexicon.words("harm", "decoys.after_shot"):
        return True
    if trigger.phrase in ("shooting", "stabbing"):
        return before in lexicon.words("harm", "decoys.before_shooting") or not _has_people(line, trigger.last)
    if trigger.phrase == "hurts":  # "kills one, hurts two"; "it hurts the party"
        return trigger.last not in line.numbers or line.numbers[trigger.last][0].unit is not None
    if trigger.phrase == "harmed":  # "no one was harmed": of others it leaves open how
        return lexicon.words("numbers", "none.words").isdisjoint(line.words(trigger.first - HIT_WITHIN, trigger.first))
    if trigger.phrase == "drowning":
        return not _has_people(line, trigger.last)
    if trigger.phrase == "critical":
        is_last = not after or after in ("after", "in", "at", "following", ",", ";", ".")
        is_number = any(end == trigger.first for _, end in line.numbers.values())  # "one dead, two critical"
        return not is_last or (noun(before) is None and not is_number)
    if trigger.phrase == "not survive" and before in ("could", "would", "will", "can", "may", "might"):
        return True
    if trigger.phrase == "captured":
        return bool(lexicon.words("harm", "decoys.after_captured") & set(line.words(trigger.last, trigger.last + 3)))
    if trigger.phrase == "shot":
        return _is_noun(line, trigger) or is_aimed(line, trigger.first, trigger.last)
    if trigger.phrase == "missing":
        return line.word(trigger.first - 1) not in lexicon.grammar("be") and _has_object(line, trigger)
    if trigger.phrase == "with injuries" and before in lexicon.words("harm", "injured.helped"):
        return True
    is_sent = trigger.phrase in ("sending", "sent", "sends")
    if is_sent and "to" not in line.words(trigger.last, trigger.last + 8):
        return True
    if trigger.phrase == "striking":
        return before != ","  # "striking miners"
    is_treated = trigger.phrase != "treated and released" and trigger.phrase.startswith(("treated", "being treated"))
    if is_treated:
        words = lexicon.words("harm", "injured.suffered") | lexicon.words("harm", "injured.hospitals")
        near = line.words(trigger.last - 1, trigger.last + 8)
        return not any(word.strip("-") in words or "gunshot" in word or word == "scene" for word in near)
    if _is_visit(line, trigger):
        return True
    if is_sent or (trigger.form == "suffer" and trigger.phrase.endswith(" to")):  # "taken to"
        return not set(line.words(trigger.last, trigger.last + 8)) & lexicon.words("harm", "injured.hospitals")
    if trigger.form == "suffer" and trigger.phrase in (
        "received", "suffered", "sustained", "sustaining", "suffering", "suffers",
    ):  # fmt: skip
        near = line.words(trigger.last, trigger.last + 8)
        if trigger.phrase == "received" and lexicon.words("harm", "received.news") & set(near):
            return True
        return not any(
            word.strip("-") in lexicon.words("harm", "injured.suffered") or "gunshot" in word for word in near
        )
    if trigger.phrase in ("forced", "driven", "drove"):
        near = line.words(trigger.last, trigger.last + 8)
        return after == "entry" or not set(near) & lexicon.words("harm", "displaced.driven")
    return trigger.phrase in ("hurt", "perish", "dead") and _is_wish(line, trigger)


def _is_visit(line: Line, trigger: Trigger) -> bool:
    """ "officers arrived at a hospital", "two people in the hospital lobby"."""
    if trigger.phrase in lexicon.words("harm", "injured.arrivals"):
        return not _is_patient(line, trigger)
    return trigger.phrase in lexicon.words("harm", "injured.inside") and not _is_counted_before(line, trigger)


def _is_patient(line: Line, trigger: Trigger) -> bool:
    """ "two victims | arrived at a hospital", "drove himself to a hospital", but "officers arrived at a hospital"."""
    near = line.words(trigger.first - 3, trigger.last + 12)
    is_hospital = not lexicon.words("harm", "injured.hospitals").isdisjoint(line.words(trigger.last, trigger.last + 8))
    return is_hospital and not lexicon.words("harm", "injured.alone").isdisjoint(near)


def _is_counted_before(line: Line, trigger: Trigger) -> bool:
    """ "leaves three | in hospital", "with five people in the hospital", but "two people in the hospital lobby"."""
    known, after = noun(line.word(trigger.first - 1)), line.word(trigger.last)
    head = trigger.first - (known is not None)
    is_official = known is not None and known[0] in lexicon.words("people", "officials")
    is_counted = any(end == head and number.unit is None for number, end in line.numbers.values())
    is_end = not after[:1].isalnum() or after in lexicon.grammar("prepositions") | lexicon.words("harm", "hits.closing")
    return is_counted and is_end and not is_official


def _has_people(line: Line, at: int) -> bool:
    """Whether a number, an article or a name opens an object: "shooting | two men", not "shooting | suspect"."""
    word = line.word(at)
    is_open = word in lexicon.grammar("owners") or word in ("a", "an", "him", "another", "both")
    known = noun(word)
    is_open = is_open or (known is not None and known[0] in lexicon.grammar("kin"))  # "shooting | husband"
    return is_open or at in line.names or (at in line.numbers and line.numbers[at][0].unit is None)


def _is_unfinished(line: Line, trigger: Trigger) -> bool:
    """ "attempted first-degree murder of", "tried to kill", "to avoid being captured": it was not done."""
    before = line.words(trigger.first - 3, trigger.first)
    if before[-2:] in (["from", "being"], ["attempt", "to"], ["tried", "to"], ["trying", "to"], ["plot", "to"]):
        return True
    if trigger.form in ("of_noun", "gerund") and (
        {"attempted", "attempting"} & set(before) or _is_planned(trigger, before)
    ):
        return True
    unfinished = ("attempted", "attempting", "threatened", "threatening", "conspiracy", "suspicion")
    return (before[-1:] != [] and before[-1] in unfinished) or bool(
        set(before) & lexicon.words("harm", "decoys.avoiding")
    )


def _is_planned(trigger: Trigger, before: list[str]) -> bool:
    """ "the mission of | assassinating", "calling for the | murder of"; "a mission, | killing two" was done."""
    if trigger.form == "gerund" and before[-1:] != ["of"]:
        return False
    words = [word for word in before if word not in ("of", "for", "the", "all", "any", "further", "more")]
    return bool(words) and words[-1] in lexicon.words("harm", "decoys.unfinished")


def _has_object(line: Line, trigger: Trigger) -> bool:
    """ "missing him and hitting the girl"."""
    after = line.word(trigger.last)
    return after in lexicon.grammar("owners") or after in ("him", "a", "an", "me", "them", "us")


def _is_wish(line: Line, trigger: Trigger) -> bool:
    """ "would hurt", "hurt by the news", "this one hurt": no people are harmed."""
    before = line.words(trigger.first - 2, trigger.first)
    by_things = lexicon.words("harm", "hits.weapons").isdisjoint(line.words(trigger.last, trigger.last + 5))
    if trigger.phrase == "hurt" and ((line.word(trigger.last) == "by" and by_things) or before[-1:] == ["not"]):
        return before[:1] not in (["was"], ["were"])
    return (before[-1:] != [] and before[-1] in ("to", "would", "could", "can", "will")) or before == ["this", "one"]


def _is_noun(line: Line, trigger: Trigger) -> bool:
    """Whether "shot" is the noun: "a shot", "the first shot", "one shot rang out", but "a 19-year-old shot"."""
    before = line.word(trigger.first - 1)
    if noun(before) or AGED.fullmatch(before):
        return False
    return before in lexicon.grammar("determiners") or line.word(trigger.last) in ("rang", "rings", "callers")
