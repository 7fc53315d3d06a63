"""Who was harmed beside those told of: "killed along with three others", "as were her sons"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from tollbook import lexicon
from tollbook.extract.harms import Trigger
from tollbook.extract.kindred import is_kin
from tollbook.extract.line import Line
from tollbook.extract.nouns import is_harm
from tollbook.extract.people import People
from tollbook.extract.scene import Scene
from tollbook.extract.sides import FAR, right


def alongside(scene: Scene, trigger: Trigger) -> list[People]:
    """ "was killed along with three others", "was killed on Monday, as were her sons", "was killed with her son"."""
    found: list[People] = []
    at = begin = trigger.last
    while at < min(begin + FAR, len(scene.line.tokens)) and at not in scene.begins and scene.line.word(at) != ";":
        words = _company(scene, at, at - begin)
        more = right(scene, at + len(words)) if words else []
        if more and more[-1].is_bare and is_harm(scene.line.word(more[-1].last)):
            more = []  # "were hurt, in addition to | five deaths"
        found += more
        begin = at = more[-1].last if more else at + 1
        begin = begin if more else trigger.last
    return found


def _company(scene: Scene, at: int, behind: int) -> tuple[str, ...]:
    """The words at a token that join people to those who were harmed; `behind` so many tokens already."""
    line = scene.line
    for words in _companies().get(line.word(at), ()):
        is_near = behind <= 12 or words[0] == "as"
        if is_near and line.words(at, at + len(words)) == list(words):
            return words
    if not lexicon.words("persons", "pronouns.words").isdisjoint(line.words(at - behind, at)):
        return ()  # "was shot after he got in with two other children"
    kin = scene.phrase_at(at + 1) or scene.phrase_at(at + 2) if line.word(at) == "with" and behind <= 12 else None
    if kin and line.words(at - behind, at) not in ([], [","], ["together"]):
        return ("with",) if kin.form == "number" and kin.is_other and not kin.is_bare else ()
    if kin is None or kin.form == "pronoun":
        return ()
    return ("with",) if line.word(at + 1) in lexicon.grammar("owners") or _is_of_kin(line, kin) else ()


def _is_of_kin(line: Line, one: People) -> bool:
    """ "six of her children", "21 members of his family", "Prell's sister"."""
    return any(is_kin(line.word(at)) for at in range(one.first, one.last + 3))


@cache
def _companies() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The words that join people to those who were harmed, by the first of them."""
    phrases = [tuple(one.split()) for one in sorted({"as was", "as were", *lexicon.grammar("companies")})]
    return {first: tuple(one for one in phrases if one[0] == first) for first, *_ in phrases}
