"""What a recorder with an afternoon would write: one regular expression a harm, and the commonest number wins."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBER = rf"(\d{{1,3}}(?:,\d{{3}})+|\d+|{'|'.join(SMALL)})"
PEOPLE = r"(?: (?!and )\w+){0,2}?(?: (?:was|were|have been|had been|left))?"
PATTERNS = {
    "killed": re.compile(
        rf"\b{NUMBER}{PEOPLE} (?:killed|dead|died|slain)\b|\b(?:killed|killing|kills)(?: at least)? {NUMBER}\b", re.I
    ),
    "injured": re.compile(
        rf"\b{NUMBER}{PEOPLE} (?:injured|wounded|hurt)\b|\b(?:injur|wound)(?:ed|ing|s)(?: at least)? {NUMBER}\b", re.I
    ),
}

Row = Mapping[str, Any]


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def numbers(text: str, harm: str) -> list[int]:
    """Every number that the pattern of this harm finds, in text order."""
    found = [match[1] or match[2] for match in PATTERNS[harm].finditer(text)]
    return [SMALL.index(word.lower()) + 1 if word.lower() in SMALL else int(word.replace(",", "")) for word in found]


def _by_incident(gold: Iterable[Row], documents: Iterable[Row], harm: str) -> list[tuple[Any, list[int]]]:
    found: dict[str, list[int]] = defaultdict(list)
    for document in documents:
        found[document["id"]] = numbers(document["text"], harm)
    return [(one[harm], [number for name in one["documents"] for number in found[name]]) for one in gold]


def exact(gold: Sequence[Row], documents: Sequence[Row], harm: str) -> float:
    """The share of incidents whose one final count is the commonest number found; silence is taken for 0."""
    pairs = _by_incident(gold, documents, harm)
    return fmean(truth == (Counter(found).most_common(1)[0][0] if found else 0) for truth, found in pairs)


def both(gold: Sequence[Row], documents: Sequence[Row], harm: str) -> float:
    """The share of incidents whose range is the least and the greatest number found, of those that have a range."""
    pairs = [(truth, found) for truth, found in _by_incident(gold, documents, harm) if truth and truth[0] is not None]
    return fmean(bool(found) and truth == [min(found), max(found)] for truth, found in pairs)


def figures(trial: str, gold: Path, inputs: Path) -> dict[str, float]:
    """What the regular expressions reach on a trial's own data, for the figures that they can give at all."""
    measure = {"gva_cases": exact, "airwars": both, "airwars_no_lead": both}.get(trial)
    if measure is None:
        return {}
    truth, documents = rows(gold), rows(inputs)
    return {f"{harm}_{measure.__name__}": measure(truth, documents, harm) for harm in PATTERNS}
