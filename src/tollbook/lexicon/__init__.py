"""The vocabulary as data: TOML tables, a folder a language, that a casualty recorder can read and edit."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

ORDINAL = re.compile(r"\d{1,4}(?:st|nd|rd|th)")


@cache
def table(name: str, language: str = "en") -> Mapping[str, Any]:
    """The table `lexicon/<language>/<name>.toml`, read once and not to be changed; FileNotFoundError where none is."""
    text = files(__name__).joinpath(language, f"{name}.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


@cache
def words(name: str, key: str, language: str = "en") -> frozenset[str]:
    """The list `key` of a table as a set; a nested key is written with a dot ("dead.verbs")."""
    found: Any = table(name, language)
    for part in key.split("."):
        found = found[part]
    return frozenset(found)


@cache
def fingerprint(language: str = "en") -> str:
    """A hash over every table of a language: where it differs, documents are read again."""
    folder = files(__name__).joinpath(language)
    tables = sorted((one.name, one.read_bytes()) for one in folder.iterdir() if one.name.endswith(".toml"))
    return hashlib.sha256(b"".join(name.encode() + b"\0" + content for name, content in tables)).hexdigest()


@lru_cache(maxsize=1 << 14)
def rank_of(word: str, language: str = "en") -> int | None:
    """5 for "fifth" and "5th"; None for words that are no rank."""
    found: int | None = table("numbers", language)["ordinals"].get(word)
    return int(word[:-2]) if ORDINAL.fullmatch(word) else found


@cache
def grammar(part: str, language: str = "en") -> frozenset[str]:
    """The small words that play one part in a sentence, by lexicon/<language>/grammar.toml."""
    return words("grammar", part, language)


@cache
def harm(language: str = "en") -> frozenset[str]:
    """The single words that tell of harm by themselves, by the table `harm`: "killed", "wounded", "dead"."""
    kinds = ("killed", "injured", "missing", "captured", "unharmed")
    forms = ("participle", "gerund", "intransitive", "adjective", "noun")
    phrases = {one for kind in kinds for form in forms for one in table("harm", language)[kind].get(form, ())}
    return frozenset(one for one in phrases if " " not in one)


@cache
def happenings(language: str = "en") -> tuple[str, ...]:
    """The words for what happens, of every kind of incident, by the table `incidents`: "airstrike", "flood"."""
    return tuple(word for kind in table("incidents", language)["kinds"].values() for word in kind["words"])
