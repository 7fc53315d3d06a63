"""The floors only rise and hold for their own data; the plain regular expression finds what one would expect."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals import baseline, claims, floors, judged
from evals.__main__ import PRINTED
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


def test_a_figure_is_read_with_and_without_the_number_behind_it() -> None:
    assert PRINTED.findall("stance: 0.9\nnamed_recall: 0.25 (12)\npredicted: 3  gold: 4  matched: 2\n") == [
        ("stance", "0.9"),
        ("named_recall", "0.25"),
    ]


LABELS = baseline.rows(claims.LABELS)
SPANS = ("span", "count_span", "speaker_span")


def test_the_labels_hold_no_words_of_a_report() -> None:
    told = {str(value) for label in LABELS for name, value in label.items() if name != "document" and value is not None}
    words = {value for value in told if not value.startswith("[") and not value.isdecimal()}
    assert words == {
        *("steer", "test", "killed", "injured", "missing", "displaced", "unharmed", "total", "new", "part"),
        *("exact", "about", "at_least", "at_most", "range", "vague", "asserts", "confirms"),
        *("stated", "hedged", "hypothetical", "True", "False"),
    }
    offsets = [label[name] or [] for label in LABELS for name in SPANS] + [
        one for row in LABELS for one in row["chain"]
    ]
    assert all(isinstance(offset, int) for span in offsets for offset in span)


def test_every_label_stands_in_the_half_of_its_document() -> None:
    for label in LABELS:
        first = hashlib.sha256(label["document"].encode()).digest()[0]
        assert label["half"] == ("test" if first % 2 else "steer"), label


def test_labels_begin_in_the_part_that_was_read_and_count_upwards() -> None:
    for label in LABELS:
        start, end = label["span"]
        assert 0 <= start < min(end, 1500), label
        assert label["high"] is None or label["low"] <= label["high"], label


def _label(**fields: Any) -> dict[str, Any]:
    return {"document": "g-1", "half": "steer", "span": [0, 8], "chain": [], **fields}


def test_the_answers_hold_names_and_only_one_half(tmp_path: Path) -> None:
    for corpus, text in (("gva", "Sergeant Prell said two died."), ("airwars", "None were hurt.")):
        (tmp_path / corpus).mkdir()
        documents = [{"id": f"{corpus[0]}-1", "text": text}, {"id": f"{corpus[0]}-2", "text": "Unlabelled."}]
        (tmp_path / corpus / "documents.jsonl").write_text("\n".join(map(json.dumps, documents)), encoding="utf-8")
    labels = [_label(chain=[[0, 14]]), _label(document="a-1", half="test")]
    (tmp_path / "labels.jsonl").write_text("\n".join(map(json.dumps, labels)), encoding="utf-8")
    inputs, gold = claims.written("steer", tmp_path, tmp_path, tmp_path / "labels.jsonl")
    assert [row["id"] for row in baseline.rows(inputs)] == ["g-1"]
    assert baseline.rows(gold) == [_label(chain=["Sergeant Prell"])]


def test_the_page_on_extract_has_the_table_of_the_claims_judged() -> None:
    labels = baseline.rows(judged.LABELS)
    assert len(labels) == judged.DRAWN
    assert {label["form"] for label in labels} <= set(judged.FORMS)
    assert all(label["right"] != ("why" in label) for label in labels)
    page = (TOP / "docs" / "extract.md").read_text(encoding="utf-8")
    assert judged.table(labels) in page
    assert f"seed {judged.SEED}" in page
