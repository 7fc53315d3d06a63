"""The least that each figure may be: a ratchet that only goes up, tied to the very data it was set on."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from pathlib import Path

PLACE = Path(__file__).with_name("floors.toml")
HEADER = """\
# The least that each figure of `make evals` may be. `make evals ARGS=--raise` lifts them to what was reached and lowers
# none. `data` is the SHA-256 of the texts and answers: with other data the floors hold nothing.
"""

Figures = Mapping[str, float]


def digest(*places: Path) -> str:
    """One hash over files, and over all files in folders, in the order of their names."""
    total = hashlib.sha256()
    for place in places:
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.is_file():
                total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def kept(place: Path = PLACE) -> dict[str, dict[str, float | str]]:
    """The floors on file: for each trial its figures, and under `data` the hash of what they were measured on."""
    return tomllib.loads(place.read_text(encoding="utf-8")) if place.exists() else {}


def floors_for(trial: str, data: str, all_floors: Mapping[str, Mapping[str, float | str]]) -> dict[str, float]:
    """The floors of one trial; none where they were set on other data."""
    mine = all_floors.get(trial, {})
    if mine.get("data") != data:
        return {}
    return {name: value for name, value in mine.items() if isinstance(value, float)}


def broken(reached: Figures, floors: Figures) -> list[str]:
    """The figures below their floor; one that is no longer printed counts as below."""
    return [name for name, floor in floors.items() if reached.get(name, -1.0) < floor]


def raised(reached: Figures, floors: Figures) -> dict[str, float]:
    """The floors after this run: each at its old height or at what was reached, whichever is more."""
    return {name: max(reached.get(name, 0.0), floors.get(name, 0.0)) for name in {**floors, **reached}}


def write(trials: Mapping[str, Mapping[str, float | str]], place: Path = PLACE) -> None:
    """Put the floors on file, in the order given."""
    parts = [HEADER]
    for trial, figures in trials.items():
        lines = [f"{name} = {_toml(value)}" for name, value in figures.items()]
        parts.append("\n".join([f"[{trial}]", *lines, ""]))
    place.write_text("\n".join(parts), encoding="utf-8")


def _toml(value: float | str) -> str:
    return f'"{value}"' if isinstance(value, str) else f"{value:.4f}"
