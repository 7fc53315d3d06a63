"""What stands in a text and is no reporting: appeals, captions, "Latest News", sub-headings. Marked, never cut out."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache

from tollbook import lexicon
from tollbook.model import Span

SEEN = 2_000  # characters of a paragraph that are compared with phrases; furniture is short, and an appeal asks early

_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"[^\W_]+|©")
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}")
_HANDLE = re.compile(r"@\w{2,30}")
_NUMBER = re.compile(r"\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}")
_STAMP = re.compile(r"(\d{1,2}):([0-5]\d) (?![ap]\.?m\b)(?=[^\W_]|['\"‘“])", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?”\"]) ")
_QUOTATION_MARKS = frozenset('"“”„«»')
_CLOSERS = (".", "!", '"', "”", "»")


@dataclass(frozen=True, slots=True)
class _Line:
    """One paragraph without the blanks around it; `folded` is its words in lower case, a space around each."""

    text: str
    span: Span
    folded: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Rule:
    where: str
    longest: int
    is_careful: bool
    phrases: tuple[str, ...]


def spans(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text that are no reporting, in order, by the lexicon's `furniture` table.

    A paragraph is a line; the blanks around it are outside of the span. One pass, bounded work a line.
    """
    lines = [_line(match) for match in _LINE.finditer(text) if not match[0].isspace()]
    marked = {at for at, line in enumerate(lines) if _is_furniture(line, is_first=at == 0)}
    marked |= _stamped(lines) | _appeals(lines)
    marked |= _listed(lines, marked)
    return tuple(lines[at].span for at in sorted(marked))


def _line(match: re.Match[str]) -> _Line:
    text = match[0].strip()
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    folded = _folded(text[:SEEN])
    return _Line(text, Span(start, start + len(text)), folded, tuple(folded.split()))


def _folded(words: str) -> str:
    return f" {' '.join(_WORD.findall(words.casefold().replace('(c)', '©')))} "


@cache
def _phrases(table: str, key: str) -> tuple[str, ...]:
    return tuple(_folded(phrase) for phrase in lexicon.table("furniture")[table][key])


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(
        _Rule(rule["where"], rule.get("longest", 200), rule.get("careful", True), tuple(map(_folded, rule["phrases"])))
        for rule in lexicon.table("furniture")["rules"]
    )


def _is_furniture(line: _Line, is_first: bool) -> bool:
    if not line.words and len(line.text) <= SEEN:
        return True  # a lone "." or "___"
    reports = _reports(line, "harm") or _reports(line, "speech")
    for rule in _rules():
        may_be = len(line.text) <= rule.longest and not (rule.is_careful and reports)
        if may_be and WHERE[rule.where](line, rule.phrases):
            return True
    return (_is_question(line) and not is_first) or (_is_contact(line) and not reports)


def _reports(line: _Line, of: str) -> bool:
    return not lexicon.words("furniture", f"report.{of}").isdisjoint(line.words)


def _is_whole(line: _Line, phrases: tuple[str, ...]) -> bool:
    return line.folded in phrases


def _starts(line: _Line, phrases: tuple[str, ...]) -> bool:
    return line.folded.startswith(phrases)


def _holds(line: _Line, phrases: tuple[str, ...]) -> bool:
    return any(phrase in line.folded for phrase in phrases)


def _opens(line: _Line, phrases: tuple[str, ...]) -> bool:
    found = (line.folded.find(phrase) for phrase in phrases)
    return any(at >= 0 and line.folded.count(" ", 0, at) <= 6 for at in found)


def _is_labelled(line: _Line, phrases: tuple[str, ...]) -> bool:
    label, *rest = re.split(r"[:|]", line.text, maxsplit=1)
    return bool(rest) and _folded(label) in phrases


def _is_headline(line: _Line, phrases: tuple[str, ...]) -> bool:
    return not line.text.endswith(".") and _is_labelled(line, phrases)


def _is_credited(line: _Line, phrases: tuple[str, ...]) -> bool:
    """Closed by "(Photo: Mira Tolan)", "(Lantern photo)" or a last sentence such as "Photo: Mira Tolan"."""
    label, colon, _ = _SENTENCE_END.split(line.text)[-1].partition(":")
    bracket = _folded(line.text.rpartition("(")[2]) if line.text.endswith(")") else ""
    return bool(colon and _folded(label) in phrases) or bracket.startswith(phrases) or bracket.endswith(phrases)


WHERE: dict[str, Callable[[_Line, tuple[str, ...]], bool]] = {
    "line": _is_whole,
    "start": _starts,
    "inside": _holds,
    "opening": _opens,
    "label": _is_labelled,
    "headline": _is_headline,
    "credit": _is_credited,
}


def _is_question(line: _Line) -> bool:
    """A sub-heading such as "What happened next?"; with a figure or a quotation in it, it may be more."""
    table = lexicon.table("furniture")["questions"]
    return (
        len(line.text) <= table["longest"]
        and line.text.find("?") == len(line.text) - 1
        and line.words[0] in table["openers"]
        and not any(letter.isdigit() or letter in _QUOTATION_MARKS for letter in line.text)
    )


def _is_contact(line: _Line) -> bool:
    """A way to reach somebody and names at most: "Mira Tolan: mira@lantern.example or 555-010-1234"."""
    if len(line.text) > lexicon.table("furniture")["contact"]["longest"] or "@" not in line.text:
        return False
    known = lexicon.words("furniture", "contact.words")
    # Beside a handle alone, capitals may be a headline: "@OrvelPolice: Two Bridges Down".
    has_address = bool(_ADDRESS.search(line.text))
    rest = _WORD.findall(_NUMBER.sub(" ", _HANDLE.sub(" ", _ADDRESS.sub(" ", line.text))))
    return all(word.casefold() in known or (has_address and word.istitle()) for word in rest)


def _stamped(lines: Sequence[_Line]) -> set[int]:
    """A row of films with their lengths, "1:23 Some headline"; times in order are those of a live report."""
    found = {at: match for at, line in enumerate(lines) if (match := _STAMP.match(line.text))}
    times = [(int(match[1]), int(match[2])) for match in found.values()]
    is_report = times in (sorted(times), sorted(times, reverse=True))
    return set() if is_report or len(found) < lexicon.table("furniture")["stamps"]["fewest"] else set(found)


def _listed(lines: Sequence[_Line], marked: Collection[int]) -> set[int]:
    """Other stories' headlines: from a heading such as "Related stories" to the end, with prose above them."""
    longest, headings = lexicon.table("furniture")["lists"]["longest"], _phrases("lists", "headings")
    tail = len(lines)
    while tail and (tail - 1 in marked or _is_short(lines[tail - 1], longest)):
        tail -= 1
    start = next((at for at in range(tail, len(lines)) if lines[at].folded in headings), len(lines))
    return set(range(start, len(lines))) if tail else set()


def _is_short(line: _Line, longest: int) -> bool:
    return len(line.text) <= longest and not line.text.endswith(_CLOSERS)


def _appeals(lines: Sequence[_Line]) -> set[int]:
    """Every line of every appeal, from its heading to the last line that asks; one that asks in two ways at least."""
    marked: set[int] = set()
    at = 0
    while at < len(lines):
        if not _is_appealing(lines[at]):
            at += 1
            continue
        asking, stop = _asking(lines, at)
        if len({ask for asks in asking.values() for ask in asks}) >= 2:
            marked.update(range(at, max(asking) + 1))
        at = stop
    return marked


def _is_appealing(line: _Line) -> bool:
    longest, headings = lexicon.table("furniture")["appeal"]["longest_heading"], _phrases("appeal", "headings")
    return len(line.text) <= longest and not line.text.endswith(".") and _starts(line, headings)


def _asking(lines: Sequence[_Line], start: int) -> tuple[dict[int, list[str]], int]:
    """What each line of an appeal from `start` asks, and the first line that cannot belong to it."""
    gap, asking, idle, at = lexicon.table("furniture")["appeal"]["gap"], dict[int, list[str]](), 0, start
    while at < len(lines) and idle <= gap:
        line = lines[at]
        asks = [ask for ask in _phrases("appeal", "asks") if ask in line.folded]
        if at > start and not asks and _is_reporting(line):
            break
        if asks:
            asking[at] = asks
        idle = 0 if asks or _holds(line, _phrases("appeal", "we")) else idle + 1
        at += 1
    return asking, at


def _is_reporting(line: _Line) -> bool:
    return _reports(line, "harm") or (_reports(line, "speech") and not _QUOTATION_MARKS.isdisjoint(line.text))
