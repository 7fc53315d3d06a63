"""Imports go down only, libraries have one home each, nothing happens at import; and the check is shown to bite."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.conftest import TOP
from tests.house import HOMES, STAGES, faults, imports_of, modules_of, shape

PACKAGE = TOP / "src" / "tollbook"


def test_the_house_keeps_its_rules() -> None:
    assert faults(PACKAGE) == []


def test_every_stage_of_the_design_is_there() -> None:
    rooms = {module.room for module in modules_of(PACKAGE)}
    assert set(STAGES) <= rooms


def test_the_spine_is_short() -> None:
    assert (PACKAGE / "pipeline.py").read_text(encoding="utf-8").count("\n") <= 100


def test_evals_keep_the_same_measure() -> None:
    assert [fault for module in modules_of(TOP / "evals") for fault in shape(module)] == []


def test_evals_use_the_command_and_the_public_names_only() -> None:
    inner = {
        name for module in modules_of(TOP / "evals") for name in imports_of(module, "evals")
        if name.startswith("tollbook.") and name.count(".") > 1
    }  # fmt: skip
    assert inner == set()


def test_every_library_that_is_imported_is_declared() -> None:
    used = {name.split(".")[0] for module in modules_of(PACKAGE) for name in imports_of(module, "tollbook")}
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[<>=!~;\[ ]", line)[0].replace("-", "_").lower() for line in project["dependencies"]}
    along_with = {"markupsafe": "jinja2", "lxml": "trafilatura"}
    assert {along_with.get(library, library) for library in used & set(HOMES)} <= declared


# A tree of files, and the one fault that must be found in it.
BREACHES = {
    "a stage imports another stage": (
        {"clean.py": "import tollbook.annotate", "annotate.py": ""},
        "clean: imports sideways (annotate)",
    ),
    "a stage imports a part of another": (
        {"reconcile/ucdp.py": "from tollbook.extract.counts import Count", "extract/counts.py": ""},
        "reconcile.ucdp: imports sideways (extract)",
    ),
    "a stage imports the store": ({"link.py": "from tollbook import store"}, "link: imports sideways (store)"),
    "the store imports a stage": ({"store/sqlite.py": "import tollbook.read"}, "store.sqlite: imports sideways (read)"),
    "a noun imports a verb": ({"model.py": "from tollbook.read import read"}, "model: imports up (read)"),
    "the settings import the command line": ({"config.py": "from tollbook.cli import app"}, "config: imports up (cli)"),
    "an import inside a function counts": (
        {"errors.py": "def f() -> None:\n    from tollbook.model import Span"},
        "errors: imports up (model)",
    ),
    "a relative import counts": (
        {"export/html.py": "from ..store import base"},
        "export.html: imports sideways (store)",
    ),
    "an import for types alone counts": (
        {"terms.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from tollbook.model import Span"},
        "terms: imports up (model)",
    ),
    "the spine imports a stage": (
        {"pipeline.py": "from tollbook.trace import trace"},
        "pipeline: the spine imports no stage (trace)",
    ),
    "a name taken from the package itself": (
        {"trace.py": "from tollbook import Span"},
        "trace: imports tollbook.Span, which is no room; only __version__ may come from the package itself",
    ),
    "a library outside its home": ({"link.py": "import sqlalchemy.sql"}, "link: sqlalchemy lives in store only"),
    "a library without a home": ({"extract/__init__.py": "from spacy import load"}, "extract: spacy has no home"),
    "a room that the design does not have": ({"graph.py": ""}, "graph: the design has no room graph"),
    "a name that says nothing": ({"read/utils.py": ""}, "read.utils: a name that says nothing (utils)"),
    "two modules of a room in a circle": (
        {"link/dates.py": "from tollbook.link import places", "link/places.py": "from tollbook.link.dates import near"},
        "link.dates: imports itself in a circle",
    ),
    "a long file": ({"voice.py": "\n" * 401}, "voice: 402 lines, over 400"),
    "a long function": (
        {"voice.py": "def voice() -> None:\n" + "    print()\n" * 60},
        "voice.voice: 61 lines, over 60",
    ),
    "many parameters": (
        {"voice.py": "def voice(a, b, c, d, /, e, f, *, g, h, i) -> None: ..."},
        "voice.voice: 9 parameters, over 8",
    ),
}


def _tree(top: Path, files: dict[str, str]) -> Path:
    for name, source in files.items():
        path = top / "tollbook" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'"""A module."""\n{source}', encoding="utf-8")
    return top / "tollbook"


@pytest.mark.parametrize(("files", "fault"), BREACHES.values(), ids=BREACHES)
def test_a_breach_is_found(tmp_path: Path, files: dict[str, str], fault: str) -> None:
    assert fault in faults(_tree(tmp_path, files))


def test_a_module_without_a_docstring_is_found(tmp_path: Path) -> None:
    package = _tree(tmp_path, {"voice.py": ""})
    (package / "voice.py").write_text("ONE = 1\n", encoding="utf-8")
    assert faults(package) == ["voice: opens without a docstring"]


def test_a_sound_tree_has_no_faults(tmp_path: Path) -> None:
    sound = {
        "__init__.py": '__version__ = "1"\nfrom tollbook.config import build',
        "model.py": "from tollbook.terms import Harm\nfrom tollbook.errors import TollbookError",
        "terms.py": "import enum",
        "errors.py": "",
        "store/__init__.py": "from tollbook.store import base",
        "store/base.py": "import sqlalchemy\nfrom tollbook import __version__\nfrom ..model import Span",
        "pipeline.py": "from tollbook.model import Span",
        "config.py": "from tollbook.pipeline import Stages\nfrom tollbook.store import base",
        "cli.py": "import typer\nfrom tollbook.config import Settings",
    }
    assert faults(_tree(tmp_path, sound)) == []


# Libraries may read what they like when they are imported, so they come first; then only code may be opened.
WATCH = """
import importlib, json, sys
libraries, modules = json.loads(sys.argv[1])
for name in libraries:
    importlib.import_module(name)
CODE = (".py", ".pyc", ".so", ".pyd")
QUIET = ("socket.", "subprocess.", "os.system", "os.mkdir", "os.remove", "os.rename", "sqlite3.connect", "urllib.")
seen = []
def watch(event, arguments):
    if event == "open" and not str(arguments[0]).rstrip("0123456789.").endswith(CODE):
        seen.append(f"open {arguments[0]}")
    elif event == "open" and str(arguments[1] or "r").startswith(("w", "a", "x")):
        seen.append(f"write {arguments[0]}")
    elif event.startswith(QUIET):
        seen.append(event)
sys.dont_write_bytecode = True
sys.addaudithook(watch)
for name in modules:
    importlib.import_module(name)
print(json.dumps(seen))
"""


def _at_import(package: Path) -> list[str]:
    """What opening the modules of a package folder does besides reading code."""
    modules = modules_of(package)
    wanted = {name for module in modules for name in imports_of(module, "tollbook")}
    libraries = sorted(
        ".".join(name.split(".")[:depth]) for name in wanted if name.split(".")[0] in HOMES
        for depth in range(1, max(2, name.count(".") + 1))
    )  # fmt: skip
    names = [".".join(filter(None, ("tollbook", module.name))) for module in modules if module.room != "__main__"]
    ran = subprocess.run(
        [sys.executable, "-c", WATCH, json.dumps([libraries, names])],
        env={"PYTHONPATH": str(package.parent), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    found: list[str] = json.loads(ran.stdout)
    return found


def test_nothing_happens_at_import() -> None:
    assert _at_import(PACKAGE) == []


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("from pathlib import Path\nPath(__file__).with_name('words.toml').read_text()", "open "),
        ("import socket\nsocket.socket()", "socket."),
        ("import sqlite3\nsqlite3.connect(':memory:')", "sqlite3.connect"),
        ("import tempfile\ntempfile.mkdtemp()", "os.mkdir"),
    ],
)
def test_work_at_import_is_found(tmp_path: Path, source: str, seen: str) -> None:
    package = _tree(tmp_path, {"__init__.py": "", "lexicon.py": source})
    (package / "words.toml").write_text("", encoding="utf-8")
    assert any(one.startswith(seen) for one in _at_import(package))
