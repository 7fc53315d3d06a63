"""One sentence as a scene: its tokens, the people in it and its words of harm, and where each clause's verb stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tollbook import lexicon
from tollbook.extract.bare import with_bare
from tollbook.extract.harms import Trigger
from tollbook.extract.kindred import arranged
from tollbook.extract.line import Line
from tollbook.extract.nouns import noun
from tollbook.extract.people import People
from tollbook.terms import Bound

QUOTES = frozenset(("'", '"', "“", "”", "‘", "’", "of"))


@dataclass(frozen=True, slots=True)
class Scene:
    """`begins` leads from a word of harm's first token to it, `ends` from one past its last to its first."""

    line: Line
    phrases: tuple[People, ...]
    begins: Mapping[int, Trigger]
    ends: Mapping[int, int]

    def is_passive(self, trigger: Trigger) -> bool:
        """Whether the people stand before: "were (all) killed", "were kidnapped and killed", "killed by"."""
        return self.line.word(trigger.last) in ("by", ",") or self.has_auxiliary(trigger)

    def has_auxiliary(self, trigger: Trigger) -> bool:
        """Whether a "were" stands before the word of harm."""
        at = trigger.first - 1
        if self.line.word(at) in ("have", "has", "had") and trigger.form == "participle":
            return False  # "is said to have | killed nine"
        marks = QUOTES - {"of"}  # "were “slightly | injured”"
        while self.line.word(at) in lexicon.grammar("adverbs") or self.line.word(at) in marks or self._is_joined(at):
            at = self.ends[at] - 1 if self._is_joined(at) else at - 1
        return self.line.word(at) in lexicon.grammar("be")

    def _is_joined(self, at: int) -> bool:
        """Whether an "and" at the token joins another word of harm before it to one behind it."""
        return self.line.word(at) in ("and", "or", "then") and at in self.ends

    def _is_harmed(self, at: int) -> bool:
        """Whether a word of harm begins at a token, or behind auxiliaries there: "one of whom | later died"."""
        while at not in self.begins and self.line.word(at) in lexicon.grammar("adverbs") | lexicon.grammar("be"):
            at += 1
        return at in self.begins

    def joined_to(self, trigger: Trigger) -> Trigger | None:
        """The word of harm that an "and" joins behind this one: "kidnapped and killed"."""
        if self.line.word(trigger.last) not in ("and", "or", "then"):
            return None
        at = trigger.last + 1
        while at not in self.begins and self.line.word(at) in lexicon.grammar("adverbs"):
            at += 1
        other = self.begins.get(at)
        return other if other and other.form == trigger.form else None

    def has_verb(self, at: int) -> bool:
        """Whether the verb of a clause, or a word of harm, begins at a token or behind adverbs there."""
        small = lexicon.grammar("adverbs") | QUOTES
        if self.line.words(at, at + 2) == ["to", "death"]:
            return False
        while at not in self.begins and self.line.word(at) in small:
            at += 1
        return at in self.begins or self.line.word(at) in lexicon.grammar("be")

    def holding(self, trigger: Trigger) -> People | None:
        """The people whose phrase the word of harm stands in: "two wounded soldiers"."""
        return next((one for one in self.phrases if one.first <= trigger.first and trigger.last <= one.last), None)

    def holding_start(self, trigger: Trigger) -> People | None:
        """The figure that the word of harm begins in or right behind: "four of the | victims were identified as"."""
        numbers = (one for one in self.phrases if one.form == "number" and one.bound is Bound.EXACT and one.low)
        return next((one for one in numbers if one.first < trigger.first <= one.last), None)

    def phrase_at(self, at: int) -> People | None:
        """The people that begin at a token."""
        return next((one for one in self.phrases if one.first == at), None)

    def has_subject(self, at: int) -> bool:
        """Whether people, or "who", end right before a token: whoever they are, they may be its subject."""
        while self.line.word(at - 1) in lexicon.grammar("adverbs"):
            at -= 1
        return self.line.word(at - 1) == "who" or any(one.last == at for one in self.phrases)

    def is_counted(self, at: int) -> bool:
        """Whether a figure ends right before a token: "two men killed a week ago"."""
        return any(one.last == at and one.form in ("number", "plural") for one in self.phrases)

    def is_object(self, one: People) -> bool:
        """Whether a preposition has these people already: "in front of two children", "with shooter Marl"."""
        at = one.first - 1
        while one.persons and self.line.word(at) in lexicon.grammar("called"):
            at -= 1
        before, further = self.line.word(at), self.line.word(at - 1)
        is_all = before == "of" and further in ("all", "both", "total")
        is_joined = before == "with" and further in ("along", "together")
        return before in lexicon.grammar("prepositions") and not (is_all or is_joined)

    def is_harmed_by(self, one: People) -> bool:
        """Whether they are the object of a verb right before: "killed | two men", "sent | five people to hospital".

        "suspected of killing | his parents was shot": a gerund's as well.
        """
        at = one.first - (self.line.word(one.first - 1) in lexicon.grammar("owners"))  # "killed his | two sons"
        first = self.ends.get(at)
        verb = self.begins.get(first) if first is not None else None
        is_active = verb is not None and verb.form in ("participle", "gerund") and not self.has_auxiliary(verb)
        return is_active or self.line.word(at - 1) in lexicon.grammar("senders")

    def has_harm(self, first: int, last: int) -> bool:
        """Whether a word of harm begins among tokens [first, last)."""
        return any(at in self.begins for at in range(first, last))

    def is_inside(self, one: People) -> bool:
        """Whether the people are part, or a description, of a whole that has the verb.

        "15 people, including a nurse and her four children, were killed", "nine men, two of whom were cooks, were",
        "six villagers, all women, were"; but "38 were killed, including six women, and four others were hurt".
        """
        line, before = self.line, self.line.words(one.first - 3, one.first)
        if "whom" in line.words(one.first, one.last):
            return not self._is_harmed(one.last)
        if before[-1:] and before[-1] in lexicon.grammar("be") and "there" not in before:
            return "who" not in line.words(one.last, one.last + 2)  # "the first was Ana Prell, who was killed"
        return self._is_described(one) or self.is_included(one)

    def _is_described(self, one: People) -> bool:
        """ "six villagers, all women and children, were": the list says what they were."""
        all_of = lexicon.grammar("all_of")
        before = self.line.words(one.first - 3, one.first)
        if before[-2:] == ["of", "them"] or (before[-2:-1] == [","] and before[-1] in all_of):
            return True
        if before[-1:] == [","] and self._is_share(one):
            return True
        if before[-1:] == [","] and self.line.word(one.first) in all_of:
            return True
        is_next = before[-1:] == ["and"]
        last = next((other for other in self.phrases if is_next and other.last == one.first - 1), None)
        return last is not None and self._is_described(last)

    def _is_share(self, one: People) -> bool:
        """ "15 people, four of them children, were", "four people, three of whom are children, were"."""
        words = self.line.words(one.head, one.last)
        if one.form != "number" or words[:1] != ["of"] or self.line.word(one.first - 1) not in (",", "(", "–", "—"):
            return False
        if words[:2] == ["of", "them"]:
            return len(words) > 2 and not self.has_verb(one.last)
        is_told = words[:2] == ["of", "whom"] and self.line.word(one.last) in lexicon.grammar("be")
        return is_told and noun(self.line.word(one.last + 1)) is not None

    def is_included(self, one: People) -> bool:
        """Whether the people stand in a list that "including" or "among them" begins, before a clause of their own."""
        if self.line.words(one.first - 2, one.first) in (["among", "them"], ["of", "whom"]) or self._is_share(one):
            return True
        at = self.including(one)
        if at is None or one.is_other:
            return False
        whole = next((other for other in reversed(self.phrases) if other.last <= at), None)
        is_spent = whole is None or self.has_harm(whole.last, at)
        return not (is_spent and self.has_verb(one.last))

    def including(self, one: People) -> int | None:
        """Where the "including" stands whose list these people are in; None where a verb has closed it."""
        for at in range(one.first - 1, max(one.first - 26, -1), -1):
            word = self.line.word(at)
            if word in lexicon.grammar("including") or (word == "them" and self.line.word(at - 1) == "among"):
                return at
            if at in self.begins or word in lexicon.grammar("be") or word in (";", "that"):
                return None
            if word in lexicon.words("rosters", "speaks"):  # "sources, including Vell Live, said | 18 people were"
                return None
        return None


def scene(line: Line, phrases: Sequence[People], found: Sequence[Trigger]) -> Scene:
    """The scene of one sentence."""
    told = [one for index, one in enumerate(phrases) if not _is_name_of(line, one, phrases[index - 1 : index])]
    told = _unquoted(line, told)
    begins, ends = {one.first: one for one in found}, {one.last: one.first for one in found}
    harmed = {one.first for one in found if one.form == "participle"}
    harmed |= {one.last for one in told if line.word(one.first - 1) in lexicon.grammar("states")}
    harmed |= {at for one in found if (at := _who(line, one.first)) is not None}
    return Scene(line, arranged(line, with_bare(line, told, found), harmed), begins, ends)


def _who(line: Line, at: int) -> int | None:
    """Where the "who" of "the boy | who was killed" stands."""
    at -= 1
    while line.word(at) in lexicon.grammar("be") or line.word(at) in lexicon.grammar("adverbs"):
        at -= 1
    return at if line.word(at) == "who" else None


def _is_name_of(line: Line, one: People, before: Sequence[People]) -> bool:
    """Whether the phrase only says who the people before it are: "five members | of the Prell family"."""
    follows = bool(before) and before[0].last == one.first - 1 and line.word(one.first - 1) in ("of", "from")
    return follows and one.form == "definite" and line.word(one.last - 1) in lexicon.words("people", "groups")


def _unquoted(line: Line, told: Sequence[People]) -> list[People]:
    """The phrases, with a figure in quotation marks joined to its noun: "“hundreds” of | others"."""
    found: list[People] = []
    for one in told:
        last = found[-1] if found else None
        between = set(line.words(last.last, one.first)) if last else set()
        if last and last.is_bare and "of" in between and between <= QUOTES and one.form == "plural":
            found[-1] = replace(last, last=one.last, is_bare=False, group=one.group)
        else:
            found.append(one)
    return found
