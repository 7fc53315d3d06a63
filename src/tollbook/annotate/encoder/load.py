"""The model's files: which there are, and whether they are whole."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path
from typing import Any

from tollbook.errors import ModelError

FOLDER = Path(__file__).with_name("model")
# What this module can read. A change of the inputs, the outputs or the way that text is cut makes it another one.
FORMAT = 2
CARD, NETWORK, TOKENIZER = "encoder.toml", "encoder.onnx", "tokenizer.json"


def is_there(folder: Path = FOLDER) -> bool:
    """Whether there is a network to read with."""
    return (folder / NETWORK).exists()


def name(folder: Path = FOLDER) -> str:
    """What the model in this folder goes by; ModelError, which names the file, for one that cannot be used."""
    card = _card(folder / CARD)
    for file in (NETWORK, TOKENIZER):
        if _digest(folder / file) != card["sha256"].get(file):
            raise ModelError(f"{folder / file} is damaged, or is not the one that {CARD} beside it tells of")
    return str(card["sha256"][NETWORK])[:12]


def _card(place: Path) -> dict[str, Any]:
    try:
        card = tomllib.loads(place.read_text(encoding="utf-8"))
        found = card["format"], card["sha256"]
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError) as error:
        raise ModelError(f"{place} cannot be read: {error}") from error
    if found[0] != FORMAT:
        raise ModelError(f"{place} is of format {found[0]}, and this Tollbook reads format {FORMAT}")
    return card


def _digest(place: Path) -> str:
    try:
        return hashlib.sha256(place.read_bytes()).hexdigest()
    except OSError as error:
        raise ModelError(f"{place} cannot be read: {error.strerror or error}") from error
