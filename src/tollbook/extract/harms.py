"""Words of harm, and the way each takes its people; the table is lexicon/en/harm.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tollbook import lexicon
from tollbook.extract.line import Line
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
    "list",
    "suffer",
    "owned",
    "self",
)
# The present tense of a headline; "wounds" is a noun as well, so that people must follow.
PRESENT = frozenset(("kills", "wounds", "injures", "slays", "murders"))


@dataclass(frozen=True, slots=True)
class Trigger:
    """Tokens [first, last) that tell of harm; `harm` is a Harm's value or "both" ("casualties")."""

    first: int
    last: int
    harm: str
    form: str
    phrase: str

    @property
    def is_open(self) -> bool:
        """Whether the words leave open who of them died: "shot"."""
        return self.phrase in lexicon.words("harm", "open.words")


def triggers(line: Line) -> tuple[Trigger, ...]:
    """The words of harm in a sentence, the longest phrase first where two begin at one token."""
    found: list[Trigger] = []
    at, known = 0, _phrases()
    while at < len(line.tokens):
        trigger = _at(line, at) if line.tokens[at].word in known else None
        if trigger and not _is_decoy(line, trigger):
            found.append(trigger)
        at = trigger.last if trigger else at + 1
    return tuple(found)


def _at(line: Line, at: int) -> Trigger | None:
    phrases = _phrases().get(line.word(at), ())
    for words, harm, form in phrases:
        if line.words(at, at + len(words)) == list(words) and _is_used_as(line, at, len(words), form):
            return Trigger(at, at + len(words), harm, form, " ".join(words))
    return None


def _is_used_as(line: Line, at: int, length: int, form: str) -> bool:
    """Whether "people killed" heads a list and "number of injuries" is a toll.

    "among the people killed were", not "with three people killed"; "the number of injuries is", not "a number of".
    """
    before = line.word(at - 1)
    if form == "list":
        after, is_named = line.word(at + length), line.word(at + length - 1) in ("identified", "named")
        return before == "among" or after in lexicon.grammar("lists") or (is_named and after == "by")
    return form != "toll" or before not in ("a", "an", "large", "unknown", "small")


@cache
def _phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    """First word -> (words, harm, form), longest first."""
    table = lexicon.table("harm")
    known: dict[str, dict[tuple[str, ...], tuple[str, str]]] = {}
    for harm in ("killed", "injured", "missing", "captured", "displaced", "unharmed", "both"):
        for form in FORMS:
            for phrase in table[harm].get(form, ()):
                words = tuple(phrase.split())
                known.setdefault(words[0], {}).setdefault(words, (harm, form))
    return {
        first: tuple((words, *known[first][words]) for words in sorted(known[first], key=lambda one: (-len(one), one)))
        for first in known
    }


def _is_decoy(line: Line, trigger: Trigger) -> bool:
    """ "attempted murder of", "shot at officers", "a shot was heard", "if convicted … killed" are no harm done."""
    if _is_unfinished(line, trigger):
        return True
    after = line.word(trigger.last)
    if trigger.phrase == "shot":
        return _is_noun(line, trigger) or after in lexicon.words("harm", "decoys.after_shot")
    if trigger.phrase == "missing":
        return line.word(trigger.first - 1) not in lexicon.grammar("be") and _has_object(line, trigger)
    if trigger.form == "suffer" and trigger.phrase.endswith(" to"):  # "taken to"
        return not set(line.words(trigger.last, trigger.last + 8)) & lexicon.words("harm", "injured.hospitals")
    if trigger.form == "suffer" and trigger.phrase in ("suffered", "sustained", "sustaining", "suffering", "suffers"):
        near = line.words(trigger.last, trigger.last + 8)
        return not any(
            word.strip("-") in lexicon.words("harm", "injured.suffered") or "gunshot" in word for word in near
        )
    if trigger.phrase in ("forced", "driven", "drove"):
        near = line.words(trigger.last, trigger.last + 8)
        return after == "entry" or not set(near) & lexicon.words("harm", "displaced.driven")
    return trigger.phrase in ("hurt", "perish", "dead") and _is_wish(line, trigger)


def _is_unfinished(line: Line, trigger: Trigger) -> bool:
    """ "attempted first-degree murder of", "tried to kill", "to avoid being captured": it was not done."""
    before = line.words(trigger.first - 3, trigger.first)
    if before[-2:] in (["attempt", "to"], ["tried", "to"], ["trying", "to"], ["plot", "to"]):
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
    """ "the mission of | assassinating", "to halt the | murder of"; "a mission, | killing two" tells what was done."""
    if trigger.form == "gerund" and before[-1:] != ["of"]:
        return False
    words = [word for word in before if word not in ("of", "the", "all", "any", "further", "more")]
    return bool(words) and words[-1] in lexicon.words("harm", "decoys.unfinished")


def _has_object(line: Line, trigger: Trigger) -> bool:
    """ "missing him and hitting the girl"."""
    after = line.word(trigger.last)
    return after in lexicon.grammar("owners") or after in ("him", "a", "an", "me", "them", "us")


def _is_wish(line: Line, trigger: Trigger) -> bool:
    """ "would hurt", "hurt by the news", "this one hurt": no people are harmed."""
    before = line.words(trigger.first - 2, trigger.first)
    if trigger.phrase == "hurt" and (line.word(trigger.last) == "by" or before[-1:] == ["not"]):
        return before[:1] not in (["was"], ["were"])
    return (before[-1:] != [] and before[-1] in ("to", "would", "could", "can", "will")) or before == ["this", "one"]


def _is_noun(line: Line, trigger: Trigger) -> bool:
    """Whether "shot" is the noun: "a shot", "the first shot", "one shot rang out", but "a 19-year-old shot"."""
    before = line.word(trigger.first - 1)
    if noun(before) or AGED.fullmatch(before):
        return False
    return before in lexicon.grammar("determiners") or line.word(trigger.last) in ("rang", "rings", "callers")
