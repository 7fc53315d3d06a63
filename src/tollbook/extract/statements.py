"""Claims that count nobody: no information on losses, whether it happened, and who did it or had no part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tollbook import lexicon
from tollbook.extract.bind import Binding
from tollbook.extract.context import Context, Told
from tollbook.extract.line import Line
from tollbook.extract.stances import ASKS, certainty, clause, contains, found, marks
from tollbook.extract.stances import stance as stance_of
from tollbook.model import Actor, Claim
from tollbook.terms import Certainty, Harm, Kind, Stance

# A denial and what it denies stand this near, in tokens.
NEAR = 14
# The lists of phrases that open a statement.
ATTITUDES = (
    *(f"stance.{stance}" for stance in (Stance.NO_INFORMATION, Stance.DOUBTS, Stance.CONFIRMS, Stance.DENIES)),
    *(f"topics.{topic}" for topic in ("disclaimed", "claimed_responsibility", "responsible")),
)


def telling() -> frozenset[str]:
    """The words that this module reads: a sentence without any of them states nothing."""
    return marks(*ATTITUDES) | lexicon.words("stances", "hypothetical")


def statements(line: Line, bound: Sequence[Binding], context: Context) -> Iterator[Claim]:
    """The claims of a sentence about occurrence, responsibility and unknown harm; none where it only tells a figure."""
    yield from _supposed_harm(line, bound, context)
    if marks(*ATTITUDES).isdisjoint(line.spoken):
        return
    yield from _unknown_harm(line, bound, context)
    responsibility = _responsibility(line, context)
    if responsibility:
        yield responsibility
        return
    occurrence = _occurrence(line, bound, context)
    if occurrence:
        yield occurrence


def _unknown_harm(line: Line, bound: Sequence[Binding], context: Context) -> Iterator[Claim]:
    """ "has no information about the losses", "no reports of injuries": a claim with no count, never 0."""
    phrase = found(line.spoken, "stance.no_information")
    if phrase is None:
        return
    first = _token(line, phrase)
    if ASKS & set(line.words(first, first + 5)):
        return
    if any(one.first - NEAR <= first <= one.last for one in bound):
        return
    last = min(first + len(phrase.split()) + NEAR, len(line.tokens))
    begin, end = first, first + len(phrase.split())
    topic = found(line.words(end, last), "topics.harm")
    if topic:
        end += line.words(end, last).index(topic) + 1
    elif topic := found(line.words(max(first - NEAR, 0), first), "topics.harm"):
        begin = max(at for at in range(first) if line.word(at) == topic)
    else:
        return
    injured = contains(topic.split(), "topics.injured")
    span, told = line.reach(begin, end), Told(Stance.NO_INFORMATION)
    yield context.claim(Kind.HARM, span, line, Harm.INJURED if injured else Harm.KILLED, told)
    if topic in ("casualties", "casualty", "losses", "victims"):
        yield context.claim(Kind.HARM, span, line, Harm.INJURED, told)


def _supposed_harm(line: Line, bound: Sequence[Binding], context: Context) -> Iterator[Claim]:
    """ "if there was a large-scale loss of life": harm that is only supposed, with nobody counted."""
    if bound or "there" not in line.spoken:
        return
    first = next((at for at in range(len(line.tokens)) if _supposes(line, at)), None)
    if first is None:
        return
    near = line.words(first, first + NEAR)
    topic = found(near, "topics.supposed")
    if topic is None:
        return
    span = line.reach(first, first + _index(near, topic) + len(topic.split()))
    harm = Harm.INJURED if contains(topic.split(), "topics.injured") else Harm.KILLED
    yield context.claim(Kind.HARM, span, line, harm, Told(certainty=Certainty.HYPOTHETICAL))


def _supposes(line: Line, at: int) -> bool:
    is_there = line.word(at + 1) == "there" and line.word(at + 2) in lexicon.grammar("be") | {"had"}
    return is_there and line.word(at) in lexicon.words("stances", "hypothetical")


def _responsibility(line: Line, context: Context) -> Claim | None:
    """ "had nothing to do with the attack", "denied involvement", "claimed responsibility"."""
    for key, stance in (("disclaimed", Stance.DENIES), ("claimed_responsibility", Stance.CONFIRMS)):
        phrase = found(line.spoken, f"topics.{key}")
        if phrase:
            return _stated(line, phrase, stance, context)
    phrase = found(line.spoken, "topics.responsible")
    if phrase is None:
        return None
    first = _token(line, phrase)
    before = line.words(first - NEAR, first)
    for stance in (Stance.NO_INFORMATION, Stance.DENIES, Stance.DOUBTS):
        attitude = found(before, f"stance.{stance}")
        if attitude and f"to {attitude}" not in " ".join(before) and attitude != "unaware of":
            return _stated(line, phrase, stance, context)
    negated = bool({"no", "not", "never", "n't"} & set(line.words(max(first - 6, 0), first)))
    if negated:
        return _stated(line, phrase, Stance.DENIES, context)
    return None


def _stated(line: Line, phrase: str, stance: Stance, context: Context) -> Claim:
    """The statement, with the words before the phrase as its actor where they name one."""
    first = _token(line, phrase)
    last = min(first + len(phrase.split()), len(line.tokens))
    begin = _clause_start(line, first)
    span = line.reach(begin, _object_end(line, last))
    claim = context.claim(Kind.RESPONSIBILITY, span, line)
    actor = _actor(line, begin, first)
    if actor is None and claim.sources:
        speaker = claim.sources[-1]
        actor = Actor(speaker.name, "accused", speaker.span)
    attitude = claim.stance if claim.stance is not Stance.ASSERTS and stance is not Stance.CONFIRMS else stance
    told = Certainty.STATED if stance is Stance.NO_INFORMATION else certainty(line, begin, last)
    return replace(claim, stance=attitude, actor=actor, certainty=told)


def _actor(line: Line, begin: int, first: int) -> Actor | None:
    role = "accused"
    for at in range(begin, first):
        if at in line.names:
            name, _ = line.names[at]
            return Actor(name.text, role, name.span)
    return None


def _clause_start(line: Line, first: int) -> int:
    start = first
    while (
        start > 0
        and first - start < NEAR
        and line.word(start - 1) not in (";", ",", "that", "but", "said", "says", '"', "“", "”")
    ):
        start -= 1
    return start


def _object_end(line: Line, last: int) -> int:
    end = last
    while (
        end < len(line.tokens)
        and end - last < 6
        and line.word(end) not in (",", ".", ";", "and", "but", ":", '"', "”", "“")
    ):
        end += 1
    return end


def _occurrence(line: Line, bound: Sequence[Binding], context: Context) -> Claim | None:
    """ "denied that the attack took place", "beyond doubt that it happened", "the reports needed to be verified"."""
    for stance in (Stance.NO_INFORMATION, Stance.DOUBTS, Stance.CONFIRMS, Stance.DENIES):
        phrase = found(line.spoken, f"stance.{stance}")
        if phrase is None:
            continue
        first = _token(line, phrase)
        start, stop = clause(line, first, first + 1)
        begin, end = max(first - NEAR, start), min(first + len(phrase.split()) + NEAR, stop)
        near = line.words(begin, end)
        topic = _topic(near, stance)
        if topic is None or _is_of_figure(line, topic, stance, bound):
            continue  # "rejected reports that 40 died" denies a figure, and not that it happened
        at = begin + _index(near, topic)
        span = line.reach(min(first, at), max(first + len(phrase.split()), at + len(topic.split())))
        return context.claim(Kind.OCCURRENCE, span, line, None, Told(stance, certainty(line, first, first + 1)))
    return None


def _topic(near: list[str], stance: Stance) -> str | None:
    """What the attitude is about: that it happened, or reports that it did; a bare "the attack" is enough to deny."""
    topic = found(near, "topics.occurrence")
    happened = found(near, "topics.happened")
    if topic and happened:
        return happened
    if stance in (Stance.DENIES, Stance.DOUBTS):
        return found(near, "topics.reports") or (topic if stance is Stance.DENIES else None)
    return None


def _is_of_figure(line: Line, topic: str, stance: Stance, bound: Sequence[Binding]) -> bool:
    is_report = topic in lexicon.words("stances", "topics.reports")
    return is_report and any(stance_of(line, one.first, one.last) is stance for one in bound)


def _token(line: Line, phrase: str) -> int:
    """The index of the phrase's first token; it stands in the sentence."""
    return _index(line.spoken, phrase)


def _index(words: list[str], phrase: str) -> int:
    wanted = phrase.split()
    return next(at for at in range(len(words)) if words[at : at + len(wanted)] == wanted)
