"""What is installed: locked versions with hashes, every file in the wheel, a program that runs from it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.conftest import TOP

LOCKS = ("requirements.lock", "requirements-dev.lock")


def _locked(name: str) -> dict[str, str]:
    """Each locked library and the lines that pin it."""
    text = (TOP / name).read_text(encoding="utf-8")
    parts = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)
    return {re.split(r"[=\[ ]", part)[0].lower(): part for part in parts if not part.startswith("#")}


def _normal(line: str) -> str:
    return re.split(r"[<>=!~;\[ ]", line)[0].lower()


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_library_has_one_version_and_its_hashes(name: str) -> None:
    for library, part in _locked(name).items():
        assert re.match(r"[\w.-]+==[\w.]+", part), library
        assert "--hash=sha256:" in part, library


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_registry_and_no_folder(name: str) -> None:
    assert re.findall(r"://|file:|^-|^/|--index|--find-links", (TOP / name).read_text(encoding="utf-8"), re.M) == []


def test_all_that_the_project_asks_for_is_locked() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    runs, develops = set(_locked("requirements.lock")), set(_locked("requirements-dev.lock"))
    assert {_normal(line) for line in project["dependencies"]} <= runs
    assert {_normal(line) for line in project["optional-dependencies"]["dev"]} <= develops


def test_the_tests_run_with_the_versions_that_users_get() -> None:
    runs, develops = _locked("requirements.lock"), _locked("requirements-dev.lock")
    version = re.compile(r"==([\w.]+)")
    for library, part in runs.items():
        assert version.findall(part)[:1] == version.findall(develops[library])[:1], library


@pytest.mark.slow
def test_the_wheel_holds_every_file_and_its_program_runs(tmp_path: Path) -> None:
    """`pip install .` alone gives a working program: words, templates and styles come along."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", tmp_path, TOP], check=True)
    (wheel,) = tmp_path.glob("tollbook-*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    source = TOP / "src" / "tollbook"
    kept = {
        f"tollbook/{path.relative_to(source).as_posix()}"
        for path in source.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert kept <= names
    subprocess.run([*pip, "install", "--no-deps", "--target", tmp_path / "site", wheel], check=True)
    script = "import sys, tollbook, tollbook.cli as cli; print(tollbook.__file__); cli.run(sys.argv[1:])"
    ran = subprocess.run(
        [sys.executable, "-c", script, "build", TOP / "samples", "--book", tmp_path / "samples.db"],
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert ran.stdout.startswith(str(tmp_path / "site")), ran.stdout
    assert (tmp_path / "samples.db").exists(), ran.stderr
