"""Installed packages join the tables of the stages by one door, and what cannot join is told in one line."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from tollbook import reconcile
from tollbook.errors import UsageError
from tollbook.plugins import GROUP, tables


def entry(name: str, value: str) -> EntryPoint:
    return EntryPoint(name, value, GROUP)


def test_without_packages_the_built_in_tables_stand() -> None:
    found = tables(())
    assert found.reconcile == reconcile.RULES
    assert "rules" in found.annotate
    assert found.outsiders == {}


def test_a_function_joins_the_table_that_its_name_says() -> None:
    found = tables([entry("export.mine", "json:dumps"), entry("link.mine", "json:loads")])
    assert found.export["mine"].__name__ == "dumps"
    assert found.link["mine"].__name__ == "loads"
    assert set(found.outsiders) == {"export.mine", "link.mine"}


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("mine", "json:dumps", "names no table"),
        ("exports.mine", "json:dumps", "names no table"),
        ("export.", "json:dumps", "names no table"),
        ("outsiders.mine", "json:dumps", "names no table"),
        ("export.jsonl", "json:dumps", "takes a name that is in use"),
        ("export.mine", "no_such_module:function", "cannot be loaded: ModuleNotFoundError"),
        ("export.mine", "json:no_such_function", "cannot be loaded: AttributeError"),
    ],
)
def test_what_cannot_join_is_told(name: str, value: str, told: str) -> None:
    with pytest.raises(UsageError) as error:
        tables([entry(name, value)])
    assert told in str(error.value)
    assert "\n" not in str(error.value)


def test_of_two_packages_that_want_one_name_neither_wins_in_silence() -> None:
    with pytest.raises(UsageError, match="takes a name that is in use"):
        tables([entry("export.mine", "json:dumps"), entry("export.mine", "json:loads")])


def test_an_installed_package_is_found_by_its_entry_point(tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text("def put(book, place, choices): ...\n")
    metadata = tmp_path / "mine-1.5.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: mine\nVersion: 1.5\n")
    (metadata / "entry_points.txt").write_text("[tollbook]\nexport.mine = mine:put\n")
    ask = "from tollbook.plugins import tables; t = tables(); print(t.export['mine'].__module__, t.outsiders)"
    ran = subprocess.run(
        [sys.executable, "-c", ask], env={"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert (ran.stdout, ran.stderr) == ("mine {'export.mine': 'mine==1.5'}\n", "")
