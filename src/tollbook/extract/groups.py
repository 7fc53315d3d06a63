"""Whom a phrase counts: a group, its side, and whether it fights."""

from __future__ import annotations

from tollbook import lexicon
from tollbook.extract.line import Line
from tollbook.extract.nouns import noun
from tollbook.model import Group


def group_of(line: Line, first: int, last: int, head: str | None) -> Group | None:
    """Whom the phrase counts, where it says more than "people"; with what follows in "fighters from the front"."""
    words = line.words(first, last)
    combatant = _combatant(words, head)
    small = lexicon.grammar("plain")
    plain = combatant is None and all(word in small or noun(word) == ("person", True) for word in words)
    if head is None or plain or first >= last:
        return None
    end = _of_whom(line, last) if head in lexicon.words("people", "combatant") or head == "member" else last
    if end > last and head == "member":
        combatant = any(word in lexicon.words("people", "status.armed") for word in line.words(last, end)) or None
    span = line.reach(first, end)
    return Group(span.of(line.text), span, _side(line, first, end) if combatant else None, combatant)


def _combatant(words: list[str], head: str | None) -> bool | None:
    if head in lexicon.words("people", "civilian") or any(
        word in lexicon.words("people", "status.civilian") for word in words
    ):
        return False
    if head in lexicon.words("people", "combatant"):
        return True
    return True if any(word in lexicon.words("people", "status.combatant") for word in words[:-1]) else None


def _of_whom(line: Line, last: int) -> int:
    """One past "from pro-government forces", "of the Southern Front" behind a noun; `last` where none follows."""
    if line.word(last) not in lexicon.words("people", "status.joins"):
        return last
    end = last + 1
    while end < min(last + 6, len(line.tokens)):
        word = line.word(end)
        if (
            word in ("the", "of")
            or line.text[line.tokens[end].start].isupper()
            or word in lexicon.words("people", "status.combatant")
            or word in lexicon.words("people", "status.armed")
        ):
            end += 1
        else:
            break
    return end if end > last + 1 and line.word(end - 1) not in ("the", "of") else last


def _side(line: Line, first: int, end: int) -> str | None:
    """The actor that the words name: "Russian", "pro-government", "Southern Front"; None where they name none."""
    for index in range(first, end):
        word, token = line.word(index), line.tokens[index]
        if line.text[token.start].isupper() and not noun(word) and word not in lexicon.grammar("states"):
            return _proper(line, index, end)
        if word.startswith(("pro-", "anti-")) or word in ("government", "rebel", "regime", "army"):
            return word
    return None


def _proper(line: Line, index: int, end: int) -> str:
    last = index
    while last < end and line.text[line.tokens[last].start].isupper() and not noun(line.word(last)):
        last += 1
    return line.reach(index, last).of(line.text)
