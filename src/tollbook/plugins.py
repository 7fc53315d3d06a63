"""Every implementation of every stage by name: the built-in tables, joined by those that installed packages bring."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from importlib.metadata import EntryPoint, entry_points
from types import MappingProxyType
from typing import Any

from tollbook import annotate, attribute, export, extract, link, reconcile, trace
from tollbook.errors import UsageError
from tollbook.export import Exporter
from tollbook.model import Annotations, Claim
from tollbook.reconcile import NamedRule
from tollbook.stages import Attribute, Link, Trace

Annotator = Callable[..., Annotations]
"""An Annotate that also takes `vague`, by keyword: the name of the lexicon that says what "dozens" is."""

Extractor = Callable[..., tuple[Claim, ...]]
"""An Extract that also takes `vague`."""

GROUP = "tollbook"  # the entry points of a package: "reconcile.mine" = "package.module:function"


@dataclass(frozen=True, slots=True)
class Tables:
    """What can be chosen, by stage and name. `outsiders` says which package, at which version, brought a name."""

    annotate: Mapping[str, Annotator]
    attribute: Mapping[str, Attribute]
    extract: Mapping[str, Extractor]
    trace: Mapping[str, Trace]
    link: Mapping[str, Link]
    reconcile: Mapping[str, NamedRule]
    export: Mapping[str, Exporter]
    outsiders: Mapping[str, str]


def tables(found: Iterable[EntryPoint] | None = None) -> Tables:
    """The built-in tables and those that installed packages add to them; UsageError for one that cannot be added.

    `found` are the packages' entry points, those of this Python unless given.
    """
    joined: dict[str, dict[str, Any]] = {
        "annotate": dict(annotate.ANNOTATORS),
        "attribute": dict(attribute.ATTRIBUTORS),
        "extract": dict(extract.EXTRACTORS),
        "trace": dict(trace.TRACERS),
        "link": dict(link.LINKERS),
        "reconcile": dict(reconcile.RULES),
        "export": dict(export.EXPORTERS),
    }
    outsiders: dict[str, str] = {}
    for entry in sorted(entry_points(group=GROUP) if found is None else found, key=lambda one: (one.name, one.value)):
        stage, _, name = entry.name.partition(".")
        if stage not in joined or not name:
            raise UsageError(f"the plug-in {_known_as(entry)} names no table: use {', '.join(joined)} and a dot")
        if name in joined[stage]:
            raise UsageError(f"the plug-in {_known_as(entry)} takes a name that is in use: uninstall it or rename it")
        joined[stage][name] = _loaded(entry)
        outsiders[entry.name] = f"{entry.dist.name}=={entry.dist.version}" if entry.dist else entry.value
    frozen = {stage: MappingProxyType(table) for stage, table in (joined | {"outsiders": outsiders}).items()}
    return Tables(**{field.name: frozen[field.name] for field in fields(Tables)})


def _loaded(entry: EntryPoint) -> Any:
    try:
        return entry.load()
    except Exception as error:
        raise UsageError(f"the plug-in {_known_as(entry)} cannot be loaded: {type(error).__name__}: {error}") from error


def _known_as(entry: EntryPoint) -> str:
    return f"{entry.name} of {entry.dist.name}" if entry.dist else f"{entry.name} = {entry.value}"
