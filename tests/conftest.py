"""What the tests share: the things outside the project that some need, and the book of the samples."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

TOP = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("TOLLBOOK_REQUIRE") == "all" else "here")


def _found(name: str) -> Path | str | None:
    if name == "shared":
        folder = Path(os.environ.get("TOLLBOOK_DATA") or TOP.parent / "shared")
        return folder if (folder / "evals").is_dir() else None
    if name == "chromium":
        return next((found for browser in BROWSERS if (found := shutil.which(browser))), None)
    if name == "npm":
        return shutil.which("npm")
    raise ValueError(f"no test may need {name!r}: shared, chromium or npm")


@pytest.fixture(scope="session")
def needs() -> Callable[[str], Path | str]:
    """Where a thing outside the project is: `needs("shared")`, `needs("chromium")` or `needs("npm")`.

    Where it is absent the test is skipped, or fails if TOLLBOOK_REQUIRE=all says that nothing may be absent.
    """

    def find(name: str) -> Path | str:
        found = _found(name)
        if found is None:
            absent = f"{name} is not here (TOLLBOOK_DATA names the shared folder)" if name == "shared" else f"no {name}"
            if os.environ.get("TOLLBOOK_REQUIRE") == "all":
                pytest.fail(f"TOLLBOOK_REQUIRE=all, and {absent}")
            pytest.skip(absent)
        return found

    return find


@dataclass(frozen=True)
class Export:
    """The tables of an exported book, one list of rows each; the book; and the folder they were read from."""

    book: Path
    folder: Path
    documents: list[dict[str, Any]]
    claims: list[dict[str, Any]]
    copies: list[dict[str, Any]]
    incidents: list[dict[str, Any]]
    attributions: list[dict[str, Any]]

    @staticmethod
    def of(book: Path, folder: Path) -> Export:
        """The tables of this book in the folder that `tollbook export --format jsonl` wrote."""
        names = ("documents", "claims", "copies", "incidents", "attributions")
        return Export(book, folder, **{name: _rows(folder / f"{name}.jsonl") for name in names})


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def tollbook(*arguments: str | Path, folder: Path = TOP) -> subprocess.CompletedProcess[str]:
    """The command as a person runs it, in the repository unless `folder` is another."""
    program = Path(sys.executable).with_name("tollbook")
    return subprocess.run(
        [str(program), *map(str, arguments)], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )


def export_of(inputs: Path, into: Path, *options: str) -> Export:
    """Build a book from these inputs with the command line, and export it with all names."""
    book, tables = into / "the.db", into / "tables"
    for arguments in (
        ("build", inputs, "--book", book, *options),
        ("export", book, "--to", tables, "--format", "jsonl", "--names", "all"),
    ):
        ran = tollbook(*arguments)
        assert ran.returncode == 0, f"tollbook {' '.join(map(str, arguments))}\n{ran.stdout}{ran.stderr}"
    return Export.of(book, tables)


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Export:
    """The book of samples/, exported."""
    return export_of(TOP / "samples", tmp_path_factory.mktemp("samples"))
