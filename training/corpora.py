"""Labelled text as examples: PolNeAR's attributions, GUM's names and attributions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tokenizers import Tokenizer

from tollbook.annotate.encoder.decode import PARTS
from tollbook.annotate.encoder.windows import Line, lines
from tollbook.annotate.quotations import quotations
from tollbook.annotate.sentences import sentences

Parts = dict[str, list[tuple[int, int]]]  # source, cue, content -> [start, end) in the text


@dataclass(frozen=True)
class Example:
    """A text as the encoder's lines. What is None is not labelled in it, and nothing is learned of that from it."""

    name: str
    text: str
    lines: tuple[Line, ...]
    attributions: tuple[Parts, ...] | None = None
    names: tuple[tuple[int, int, int], ...] | None = None  # [start, end), and which of decode.KINDS


def example(name: str, text: str, tokenizer: Tokenizer, **labels: object) -> Example:
    """The text cut as it is cut in use."""
    spans = sentences(text)
    return Example(name, text, lines(tokenizer, text, spans, quotations(text)), **labels)  # type: ignore[arg-type]


def polnear(folder: Path, tokenizer: Tokenizer) -> Iterator[Example]:
    """The articles of one part of PolNeAR: NAME.txt with its brat NAME.ann."""
    for path in sorted(folder.glob("*.ann")):
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        yield example(path.stem, text, tokenizer, attributions=tuple(_events(path.read_bytes().decode("utf-8"))))


def _events(annotation: str) -> Iterator[Parts]:
    pieces: dict[str, list[tuple[int, int]]] = {}
    for line in annotation.split("\n"):
        if told := re.match(r"(T\d+)\t\w+ ([\d ;]+)\t", line):
            pieces[told[1]] = [(int(a), int(b)) for a, b in (one.split(" ") for one in told[2].split(";"))]
        elif re.match(r"E\d+\t", line):
            parts: Parts = {part: [] for part in PARTS}
            for role in line.split("\t")[1].split():
                kind, piece = role.split(":")
                kind = re.sub(r"\d+$", "", kind).lower()
                if kind in parts and piece in pieces:
                    parts[kind] += pieces[piece]
            yield parts


@dataclass
class _Gum:
    """A GUM document while it is read."""

    text: str = ""
    spans: list[tuple[int, int]] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)  # each token's head, -1 for a root
    units: list[int] = field(default_factory=list)  # each token's discourse unit
    relations: dict[int, tuple[str, int]] = field(default_factory=dict)  # unit -> relation and the unit it depends on
    mentions: list[tuple[int, int, str]] = field(default_factory=list)  # tokens [first, last), kind


def gum(
    folder: Path, tokenizer: Tokenizer, genres: Sequence[str] = ("news", "interview", "academic")
) -> Iterator[Example]:
    """GUM's documents with their names, and the attributions of those that have a source or a content."""
    for path in sorted(folder.glob("*.conllu")):
        if path.stem.split("_")[1] not in genres:
            continue
        read = _gum(path)
        yield example(
            path.stem, read.text, tokenizer,
            attributions=tuple(_attributed(read)), names=tuple(_named(read)),
        )  # fmt: skip


def _gum(path: Path) -> _Gum:
    read = _Gum()
    opened: dict[str, list[tuple[int, str]]] = {}
    unit, begin = 0, 0
    for line in path.read_bytes().decode("utf-8").split("\n"):
        if line.startswith("# newpar") and not line.startswith("# newpar_block") and read.text:
            read.text = read.text.rstrip() + "\n\n"
        if line.startswith("# sent_id"):
            begin = len(read.rows)
        cells = line.split("\t")
        if len(cells) < 10 or not cells[0].isdigit():
            continue
        at = len(read.rows)
        if found := re.search(r"Discourse=([\w-]+):(\d+)(?:->(\d+))?", cells[9]):
            unit = int(found[2])
            if found[3]:
                read.relations[unit] = (found[1], int(found[3]))
        read.spans.append((len(read.text), len(read.text) + len(cells[1])))
        read.text += cells[1] + ("" if "SpaceAfter=No" in cells[9] else " ")
        read.rows.append(cells)
        read.heads.append(begin + int(cells[6]) - 1 if cells[6] != "0" else -1)
        read.units.append(unit)
        _mention(read, opened, cells[9], at)
    return read


def _mention(read: _Gum, opened: dict[str, list[tuple[int, str]]], misc: str, at: int) -> None:
    value = re.search(r"Entity=([^|]*)", misc)
    for found in re.finditer(r"\((\d+)-([a-z]+)-[^()]*(\))?|(\d+)\)", value[1] if value else ""):
        if found[1]:
            if found[3]:
                read.mentions.append((at, at + 1, found[2]))
            else:
                opened.setdefault(found[1], []).append((at, found[2]))
        elif opened.get(found[4]):
            first, kind = opened[found[4]].pop()
            read.mentions.append((first, at + 1, kind))


KINDS = {"person": 0, "organization": 1, "place": 2}  # as decode.KINDS has them
INSIDE_NAMES = frozenset(("of", "the", "and", "for", "-", ".", "'s", "’s", "&", "de", "al", "von", "van"))


def _named(read: _Gum) -> Iterator[tuple[int, int, int]]:
    """The proper names among the mentions, articles and what hangs on them left out; the widest of nested ones."""
    taken: set[int] = set()
    for first, last, kind in sorted(read.mentions, key=lambda one: (one[0], -one[1])):
        head = next((at for at in range(first, last) if not first <= read.heads[at] < last), first)
        if kind not in KINDS or read.rows[head][3] != "PROPN" or head in taken:
            continue
        begin, end = head, head + 1
        while begin > first and _goes_on(read, begin - 1):
            begin -= 1
        while end < last and _goes_on(read, end):
            end += 1
        while begin < head and read.rows[begin][3] != "PROPN":
            begin += 1
        while end - 1 > head and read.rows[end - 1][3] not in ("PROPN", "NUM"):
            end -= 1
        taken.update(range(begin, end))
        yield read.spans[begin][0], read.spans[end - 1][1], KINDS[kind]


def _goes_on(read: _Gum, at: int) -> bool:
    return read.rows[at][3] == "PROPN" or read.rows[at][1].lower() in INSIDE_NAMES


def _attributed(read: _Gum) -> Iterator[Parts]:
    """ "Ana said | the bridge fell": the unit that attributes is source and cue, the one it hangs on the content."""
    tokens: dict[int, list[int]] = {}
    for at, unit in enumerate(read.units):
        tokens.setdefault(unit, []).append(at)
    below: dict[int, list[int]] = {}
    for unit, (_, head) in read.relations.items():
        below.setdefault(head, []).append(unit)
    for unit, (relation, head) in sorted(read.relations.items()):
        if not relation.startswith("attribution") or unit not in tokens or head not in tokens:
            continue
        own = [at for at in tokens[unit] if read.rows[at][3] != "PUNCT"]
        verb = next((at for at in own if read.rows[at][3] == "VERB" and read.heads[at] not in own), None)
        if verb is None:
            verb = next((at for at in own if read.heads[at] not in own), None)
        if verb is None:
            continue
        source = _source(read, own, verb)
        cue = [
            at
            for at in own
            if at not in source and (at == verb or read.heads[at] == verb) and at not in _marks(read, own)
        ]
        content = [at for one in _content(read, below, unit, head) for at in tokens.get(one, [])]
        if content:
            yield {
                "source": _pieces(read, source),
                "cue": _pieces(read, cue or [verb]),
                "content": _pieces(read, content),
            }


def _marks(read: _Gum, own: Sequence[int]) -> set[int]:
    return {at for at in own if read.rows[at][7] in ("cc", "mark", "punct", "advmod", "discourse", "obl", "nmod")}


def _source(read: _Gum, own: Sequence[int], verb: int) -> list[int]:
    """The subject's words, or those behind "according to"."""
    subject = next((at for at in own if read.heads[at] == verb and read.rows[at][7].startswith("nsubj")), None)
    if subject is None:
        subject = next(
            (at for at in own if read.rows[at][7] in ("obl", "obl:agent", "nmod") and read.heads[at] == verb), None
        )
    if subject is None:
        return [verb] if read.rows[verb][3] in ("NOUN", "PROPN", "PRON") else []
    within = {subject}
    for _ in range(12):
        within |= {at for at in own if read.heads[at] in within}
    return sorted(at for at in within if not (read.rows[at][7] == "case" and read.heads[at] == subject))


def _content(read: _Gum, below: dict[int, list[int]], unit: int, head: int) -> list[int]:
    """The units of the same sentence that hang on the content's, itself among them, and no other attribution's."""
    found, todo = [], [head]
    sentence = _sentence(read, unit)
    while todo:
        one = todo.pop()
        found.append(one)
        todo += [
            under
            for under in below.get(one, [])
            if under != unit
            and not read.relations[under][0].startswith("attribution")
            and _sentence(read, under) == sentence
        ]
    return found


def _sentence(read: _Gum, unit: int) -> int:
    at = read.units.index(unit)
    while read.heads[at] >= 0:
        at = read.heads[at]
    return at


def _pieces(read: _Gum, tokens: Sequence[int]) -> list[tuple[int, int]]:
    """The tokens' characters, those that stand side by side as one piece, marks at the ends left out."""
    pieces: list[list[int]] = []
    for at in sorted(set(tokens)):
        if pieces and at == pieces[-1][-1] + 1:
            pieces[-1].append(at)
        else:
            pieces.append([at])
    kept = []
    for piece in pieces:
        while piece and read.rows[piece[-1]][3] == "PUNCT":
            piece.pop()
        while piece and read.rows[piece[0]][3] == "PUNCT":
            piece.pop(0)
        if piece:
            kept.append((read.spans[piece[0]][0], read.spans[piece[-1]][1]))
    return kept
