"""The floors only rise and hold for their own data; the plain regular expression finds what one would expect."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals import baseline, floors
from evals.trials import OTHERS, TRIALS
from tests.conftest import TOP

FIGURES = st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), st.floats(0, 1))


@given(FIGURES, FIGURES)
def test_a_floor_is_never_lowered_and_never_above_what_was_reached_or_held(
    reached: dict[str, float], before: dict[str, float]
) -> None:
    after = floors.raised(reached, before)
    assert all(after[name] >= floor for name, floor in before.items())
    assert all(after[name] in (reached.get(name), before.get(name), 0.0) for name in after)


@given(FIGURES)
def test_what_was_reached_is_not_below_the_floors_made_of_it(reached: dict[str, float]) -> None:
    assert floors.broken(reached, floors.raised(reached, {})) == []


@pytest.mark.parametrize(
    ("reached", "expected"),
    [
        ({"killed": 0.50, "injured": 0.70}, []),
        ({"killed": 0.49, "injured": 0.70}, ["killed"]),
        ({"killed": 0.60}, ["injured"]),
    ],
)
def test_a_figure_below_its_floor_or_no_longer_printed_is_named(reached: dict[str, float], expected: list[str]) -> None:
    assert floors.broken(reached, {"killed": 0.50, "injured": 0.70}) == expected


def test_floors_come_back_from_the_file_as_they_were_written(tmp_path: Path) -> None:
    place = tmp_path / "floors.toml"
    floors.write({"gva": {"data": "abc", "killed_exact": 0.7312}, "muc": {"data": "def", "quiet": 1.0}}, place)
    assert floors.floors_for("gva", "abc", floors.kept(place)) == {"killed_exact": 0.7312}


def test_floors_hold_nothing_for_other_data(tmp_path: Path) -> None:
    place = tmp_path / "floors.toml"
    floors.write({"gva": {"data": "abc", "killed_exact": 0.7312}}, place)
    assert floors.floors_for("gva", "another", floors.kept(place)) == {}


def test_other_answers_are_other_data(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text("{}", encoding="utf-8")
    before = floors.digest(tmp_path)
    (tmp_path / "gold.jsonl").write_text("{ }", encoding="utf-8")
    assert floors.digest(tmp_path) != before


def test_every_figure_of_others_stands_beside_one_of_ours() -> None:
    ours = {(trial.name, figure) for trial in TRIALS for figure in trial.figures}
    assert set(OTHERS) <= ours


@pytest.mark.parametrize(
    ("text", "harm", "found"),
    [
        ("Seven people were killed and 21 were injured.", "killed", [7]),
        ("Seven people were killed and 21 were injured.", "injured", [21]),
        ("The strike killed at least 12 and wounded 1,204.", "killed", [12]),
        ("The strike killed at least 12 and wounded 1,204.", "injured", [1204]),
        ("He was 43 and drove 20 lorries.", "killed", []),
    ],
)
def test_the_regular_expression_finds(text: str, harm: str, found: list[int]) -> None:
    assert baseline.numbers(text, harm) == found


@pytest.mark.parametrize("module", ["evals", "evals.bench"])
def test_without_data_it_says_so_and_skips(module: str, tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", module], cwd=TOP, env={**os.environ, "TOLLBOOK_DATA": str(tmp_path)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert "skipped" in ran.stdout
    assert "TOLLBOOK_DATA" in ran.stdout
