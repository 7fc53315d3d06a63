"""What a person chooses for a book, and the stages that these choices stand for."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Any

from tollbook import annotate, attribute, clean, extract, lexicon, link, reconcile, review, trace, voice
from tollbook.errors import UsageError
from tollbook.plugins import Tables
from tollbook.stages import Stages


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of a book; it keeps them, and later builds go by them.

    `rule` is the rule whose figures stand first; every other stands beside it. `cases` takes documents with the same
    `case` to be about one incident. `vague` names the lexicon that says what "dozens" is. The rest names an
    implementation of each stage.
    """

    rule: str = "tollbook"
    cases: bool = False
    vague: str = "default"
    annotate: str = "encoder"
    attribute: str = "encoder"
    extract: str = "rules"
    trace: str = "words"
    link: str = "words"


def load(path: Path | None) -> Config:
    """The settings in a TOML file, the defaults where there is none; UsageError for what is no setting."""
    if path is None:
        return Config()
    try:
        return of(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is no TOML: {error}") from error
    except UsageError as error:
        raise UsageError(f"{path}: {error}") from error


def of(settings: Mapping[str, Any]) -> Config:
    """The configuration with these settings, the others at their defaults; UsageError for what is no setting."""
    defaults = asdict(Config())
    for name, value in settings.items():
        if name not in defaults:
            near = get_close_matches(name, defaults, 1)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(defaults)}"
            raise UsageError(f"there is no setting {name!r}: {hint}")
        if type(value) is not type(defaults[name]):
            kind = "true or false" if name == "cases" else "text in quotation marks"
            raise UsageError(f"{name} must be {kind}, not {value!r}")
    return Config(**settings)


def as_json(config: Config) -> str:
    """The settings as a book keeps them."""
    return json.dumps(asdict(config), sort_keys=True, ensure_ascii=False)


def from_json(kept: str | None) -> Config:
    """The settings that a book keeps, the defaults where it has none yet."""
    return of(json.loads(kept)) if kept else Config()


def stages(config: Config, tables: Tables) -> Stages:
    """One implementation of each stage, as chosen; UsageError where no such one is installed."""
    _check(config, tables)
    return Stages(
        clean=clean.clean,
        annotate=partial(tables.annotate[config.annotate], vague=config.vague),
        attribute=tables.attribute[config.attribute],
        extract=partial(tables.extract[config.extract], vague=config.vague),
        speaking=review.speaking,
        trace=tables.trace[config.trace],
        link=tables.link[_linker(config)],
        voice=voice.voice,
        reconcile=partial(reconcile.tolls, rule=config.rule, rules=dict(tables.reconcile)),
        version=_version(config, tables),
        settling=_settling(config, tables),
    )


def _linker(config: Config) -> str:
    return "cases" if config.cases else config.link


def _check(config: Config, tables: Tables) -> None:
    choices: dict[str, Mapping[str, Any]] = {
        "rule": tables.reconcile,
        "annotate": tables.annotate,
        "attribute": tables.attribute,
        "extract": tables.extract,
        "trace": tables.trace,
        "link": tables.link,
        "vague": lexicon.table("vague"),
    }
    for name, table in choices.items():
        chosen = getattr(config, name)
        if chosen not in table:
            raise UsageError(f"{name} takes {', '.join(sorted(table))}, not {chosen!r}")


def _version(config: Config, tables: Tables) -> str:
    """What a document is read with: where one of these differs, it is read again."""
    return " ".join(
        [
            f"clean={clean.VERSION}",
            _named("annotate", config.annotate, _reader(config), tables),
            _named("attribute", config.attribute, attribute.VERSION, tables),
            _named("extract", config.extract, extract.VERSION, tables),
            f"vague={config.vague}",
            f"lexicon={lexicon.fingerprint()[:16]}",
        ]
    )


def _reader(config: Config) -> str:
    """The version of what annotates, with the model's name where one reads; ModelError where it cannot be used."""
    reads = config.annotate in annotate.BY_MODEL and annotate.encoder.is_there()
    return f"{annotate.VERSION}+{annotate.encoder.name()}" if reads else annotate.VERSION


def _settling(config: Config, tables: Tables) -> str:
    """What results are made with: where one of these differs, they are made again."""
    rules = [_named("reconcile", one, tables.reconcile[one].version, tables) for one in sorted(tables.reconcile)]
    return " ".join(
        [
            _named("trace", config.trace, trace.VERSION, tables),
            _named("link", _linker(config), link.VERSION, tables),
            f"voice={voice.VERSION}",
            f"reconcile={config.rule}@{reconcile.VERSION}",
            *rules,
            f"lexicon={lexicon.fingerprint()[:16]}",
        ]
    )


def _named(stage: str, name: str, version: str, tables: Tables) -> str:
    return f"{stage}={name}@{tables.outsiders.get(f'{stage}.{name}', version)}"
