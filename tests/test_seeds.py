"""The real articles beside the project, through the command line, held against the contract."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Export, export_of


def _check(shared: Path, export: Export, inputs: Path) -> None:
    checker = shared / "evals" / "check_export.py"
    ran = subprocess.run([sys.executable, checker, export.folder, inputs], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


@pytest.fixture(scope="session")
def seeds(needs: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Export]:
    """The folder of the seeds and their exported book."""
    folder = needs("shared") / "seeds"
    return folder, export_of(folder, tmp_path_factory.mktemp("seeds"))


def test_the_seeds_make_a_book_that_is_as_agreed(seeds: tuple[Path, Export], needs: Callable[[str], Path]) -> None:
    folder, export = seeds
    _check(needs("shared"), export, folder)


def test_every_seed_is_about_an_incident_and_makes_claims(seeds: tuple[Path, Export]) -> None:
    folder, export = seeds
    stems = {path.stem for path in folder.glob("*.txt")}
    assert {row["id"] for row in export.documents} == stems
    assert {row["document"] for row in export.claims if row["kind"] == "harm" and row["count"]} == stems
    assert all(row["incident"] for row in export.documents)


def test_the_seeds_tell_of_more_than_one_incident(seeds: tuple[Path, Export]) -> None:
    assert len(seeds[1].incidents) > 1


@pytest.mark.slow
@pytest.mark.parametrize("options", [(), ("--cases",)], ids=["linked", "given cases"])
def test_thousands_of_real_reports_make_a_book_that_is_as_agreed(
    needs: Callable[[str], Path], tmp_path: Path, options: tuple[str, ...]
) -> None:
    shared = needs("shared")
    inputs = shared / "evals" / "data" / "gva" / "documents.jsonl"
    _check(shared, export_of(inputs, tmp_path, "--jobs", "2", *options), inputs)
