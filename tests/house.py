"""The rules of the house as a function: what in a tree of modules breaks them, found by reading its syntax alone."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

# From the bottom up. Modules of one floor never import each other; each may import every floor below its own.
STAGES = ("read", "clean", "annotate", "attribute", "extract", "trace", "link", "voice", "reconcile")
FLOORS: tuple[tuple[str, ...], ...] = (
    ("errors",),
    ("terms",),
    ("model",),
    ("lexicon",),
    ("persons",),
    ("stages",),
    (*STAGES, "store", "export", "review"),
    ("pipeline",),
    ("plugins",),
    ("config",),
    ("runs",),
    ("web",),
    ("cli",),
    ("__main__",),
)
FLOOR = {room: height for height, rooms in enumerate(FLOORS) for room in rooms}

# The spine knows the stages' signatures, and no stage.
SPINE = "pipeline"

# Third-party libraries, and the rooms that each may be imported in. One that is not named here has no home yet.
HOMES: Mapping[str, tuple[str, ...]] = {
    "sqlalchemy": ("store",),
    "msgspec": ("store",),
    "trafilatura": ("clean", "read"),
    "lxml": ("clean", "read"),
    "charset_normalizer": ("read",),
    "rapidfuzz": ("trace", "link"),
    "numpy": ("annotate", "link"),
    "onnxruntime": ("annotate",),
    "tokenizers": ("annotate",),
    "jinja2": ("export",),
    "markupsafe": ("export",),
    "typer": ("cli",),
    "rich": ("cli",),
}

EMPTY_NAMES = {
    "utils", "util", "misc", "helpers", "helper", "common", "core", "manager", "engine", "data", "info", "item",
    "items", "process", "v2",
}  # fmt: skip
LONGEST_FILE, LONGEST_FUNCTION, MOST_PARAMETERS = 400, 60, 8

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """A file of the tree: its dotted name below the package, its room (the top part of that) and its syntax."""

    name: str
    path: Path
    source: str
    tree: ast.Module

    @property
    def room(self) -> str:
        return self.name.split(".")[0] or "__init__"


def modules_of(package: Path) -> list[Module]:
    """Every module of a package folder; the package itself goes by the empty name."""
    found = []
    for path in sorted(package.rglob("*.py")):
        parts = list(path.relative_to(package).with_suffix("").parts)
        if parts[-1] == "__init__":
            parts.pop()
        source = path.read_text(encoding="utf-8")
        found.append(Module(".".join(parts), path, source, ast.parse(source)))
    return found


def imports_of(module: Module, package: str) -> Iterator[str]:
    """Full dotted names that a module imports anywhere, inside functions and under TYPE_CHECKING too."""
    here = [package, *module.name.split(".")] if module.name else [package]
    if module.path.name != "__init__.py":
        here.pop()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = here[: len(here) - node.level + 1] if node.level else []
            start = ".".join([*base, *([node.module] if node.module else [])])
            yield from (f"{start}.{alias.name}" for alias in node.names)


def faults(package: Path) -> list[str]:
    """Every breach of the rules in a package folder, one line each; none where all is well."""
    modules = modules_of(package)
    names = {module.name for module in modules}
    wanted = {one.name: sorted(set(imports_of(one, package.name))) for one in modules}
    found: list[str] = []
    for module in modules:
        found += _misplaced(module)
        found += shape(module)
        for target in wanted[module.name]:
            found += _inside(module, target, package.name) or _outside(module, target, package.name)
    inner = {
        name: {_module(t, package.name, names) for t in targets} - {None, name} for name, targets in wanted.items()
    }
    return found + _cycles({name: sorted(one for one in some if one is not None) for name, some in inner.items()})


def _misplaced(module: Module) -> Iterator[str]:
    if module.name and module.room not in FLOOR:
        yield f"{module.name}: the design has no room {module.room}"
    if empty := EMPTY_NAMES.intersection(module.name.split(".")):
        yield f"{module.name}: a name that says nothing ({', '.join(sorted(empty))})"


def _inside(module: Module, target: str, package: str) -> list[str]:
    """What is wrong with an import of the package's own."""
    top, _, rest = target.partition(".")
    if top != package or module.name == "":
        return []
    room = rest.split(".")[0]
    if room == "__version__" or room == module.room:
        return []
    if room not in FLOOR:
        return [f"{module.name}: imports {target}, which is no room; only __version__ may come from the package itself"]
    if module.room not in FLOOR or FLOOR[room] < FLOOR[module.room]:
        return _spine(module, room)
    way = "sideways" if FLOOR[room] == FLOOR[module.room] else "up"
    return [f"{module.name}: imports {way} ({room})"]


def _spine(module: Module, room: str) -> list[str]:
    if module.room == SPINE and FLOOR[room] >= FLOOR[STAGES[0]]:
        return [f"{module.name}: the spine imports no stage ({room})"]
    return []


def _outside(module: Module, target: str, package: str) -> list[str]:
    """What is wrong with an import of a library."""
    top = target.split(".")[0]
    if top == package or top in sys.stdlib_module_names:
        return []
    if top not in HOMES:
        return [f"{module.name}: {top} has no home"]
    if module.room not in HOMES[top]:
        return [f"{module.name}: {top} lives in {' and '.join(HOMES[top])} only"]
    return []


def _module(target: str, package: str, names: Iterable[str]) -> str | None:
    """The module that an imported name is, or stands in; the package itself counts for nothing here."""
    if not target.startswith(f"{package}."):
        return None
    name = target.removeprefix(f"{package}.")
    known = set(names)
    while name and name not in known:
        name = name.rpartition(".")[0]
    return name or None


def _cycles(graph: Mapping[str, list[str]]) -> list[str]:
    """Every module that reaches itself, a package's `__init__` counted as a module of its own."""
    found = []
    for start in sorted(graph):
        reached: set[str] = set()
        waiting = list(graph[start])
        while waiting:
            if (name := waiting.pop()) not in reached:
                reached.add(name)
                waiting += graph.get(name, [])
        if start in reached:
            found.append(f"{start}: imports itself in a circle")
    return found


def shape(module: Module) -> Iterator[str]:
    """What a module has too much of, or lacks."""
    name = module.name or "__init__"
    if not ast.get_docstring(module.tree):
        yield f"{name}: opens without a docstring"
    if (lines := module.source.count("\n")) > LONGEST_FILE:
        yield f"{name}: {lines} lines, over {LONGEST_FILE}"
    for node in ast.walk(module.tree):
        if isinstance(node, Function):
            yield from _too_much(name, node)


def _too_much(name: str, function: Function) -> Iterator[str]:
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    if lines > LONGEST_FUNCTION:
        yield f"{name}.{function.name}: {lines} lines, over {LONGEST_FUNCTION}"
    given = function.args
    parameters = [*given.posonlyargs, *given.args, *given.kwonlyargs]
    if len(parameters) > MOST_PARAMETERS:
        yield f"{name}.{function.name}: {len(parameters)} parameters, over {MOST_PARAMETERS}"
