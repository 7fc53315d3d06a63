"""Words of harm, and the way each takes its people; the table is lexicon/en/harm.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tollbook import lexicon
from tollbook.extract.line import Line
from tollbook.extract.people import AGED, noun

FORMS = ("participle", "gerund", "intransitive", "adjective", "noun", "of_noun", "toll", "lives", "list", "suffer")
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
    at = 0
    while at < len(line.tokens):
        trigger = _at(line, at)
        if trigger and not _is_decoy(line, trigger):
            found.append(trigger)
        at = trigger.last if trigger else at + 1
    return tuple(found)


def _at(line: Line, at: int) -> Trigger | None:
    phrases = _phrases().get(line.word(at), ())
    for words, harm, form in phrases:
        if line.words(at, at + len(words)) == list(words):
            return Trigger(at, at + len(words), harm, form, " ".join(words))
    return None


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
    before, after = line.word(trigger.first - 1), line.word(trigger.last)
    if {"avoid", "avoiding", "prevent", "preventing"} & set(line.words(trigger.first - 3, trigger.first)):
        return True
    if before in ("attempted", "attempting", "threatened", "threatening", "conspiracy", "suspicion"):
        return True
    if line.words(trigger.first - 2, trigger.first) in (
        ["attempt", "to"],
        ["tried", "to"],
        ["trying", "to"],
        ["plot", "to"],
    ):
        return True
    if trigger.phrase == "shot":
        return _is_noun(line, trigger) or after in lexicon.words("harm", "decoys.after_shot")
    if trigger.form == "suffer" and trigger.phrase in ("suffered", "sustained", "sustaining", "suffering", "suffers"):
        near = line.words(trigger.last, trigger.last + 8)
        return not any(
            word.strip("-") in lexicon.words("harm", "injured.suffered") or "gunshot" in word for word in near
        )
    if trigger.phrase in ("forced", "driven", "drove"):
        return not set(line.words(trigger.last, trigger.last + 8)) & lexicon.words("harm", "displaced.driven")
    if trigger.phrase == "hurt" and (
        after == "by" or line.word(trigger.first - 1) in ("to", "not", "would", "could", "can")
    ):
        return line.words(trigger.first - 2, trigger.first - 1) not in (["was"], ["were"])
    return line.word(trigger.first - 1) in ("to", "would", "could", "can", "will") and trigger.phrase in (
        "hurt",
        "perish",
        "dead",
    )


def _is_noun(line: Line, trigger: Trigger) -> bool:
    """Whether "shot" is the noun: "a shot", "the first shot", "one shot rang out", but "a 19-year-old shot"."""
    before = line.word(trigger.first - 1)
    if noun(before) or AGED.fullmatch(before):
        return False
    return before in lexicon.grammar("determiners") or line.word(trigger.last) in ("rang", "rings", "callers")
