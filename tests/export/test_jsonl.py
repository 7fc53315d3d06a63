"""The export of the contract: every table, every field, and spans that hold."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.export.books import COURIER, HERALD, POST, a_book
from tollbook.export import Choices, jsonl
from tollbook.model import Attribution, Reading, Span
from tollbook.terms import Field

TEXTS = {"courier": COURIER, "herald": HERALD, "post": POST}
FIELDS = {
    "documents": "id url publisher published title language sha256 characters incident",
    "attributions": "document source cue content",
    "claims": "id document field span quote kind sources cue stance certainty harm count measure group persons when"
    " said where incident origin part_of actor",
    "copies": "copy original kind overlap directed",
    "incidents": "id title kind when where actors documents claims tolls",
}
TOLL = "harm group low best high contested provisional grade origins documents rule evidence against other_rules"


def rows(folder: Path, table: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / f"{table}.jsonl").read_text(encoding="utf-8").split("\n")[:-1]]


@pytest.fixture(params=["none", "all"])
def exported(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    jsonl.export(a_book(), tmp_path, Choices(request.param))
    return tmp_path


@pytest.mark.parametrize("table", FIELDS)
def test_every_row_has_every_field_of_the_contract(exported: Path, table: str) -> None:
    for row in rows(exported, table):
        assert set(FIELDS[table].split()) <= set(row)
    assert rows(exported, table)


def test_every_toll_has_every_field_of_the_contract(exported: Path) -> None:
    for toll in rows(exported, "incidents")[0]["tolls"]:
        assert set(TOLL.split()) <= set(toll)


def test_every_quotation_is_as_long_as_its_span(exported: Path) -> None:
    for claim in rows(exported, "claims"):
        for words in (claim | {"text": claim["quote"]}, claim["count"], claim["group"], claim["cue"]):
            if words:
                assert len(words["text"]) == words["span"][1] - words["span"][0]


def test_with_all_names_every_quotation_is_its_spans_words(tmp_path: Path) -> None:
    jsonl.export(a_book(), tmp_path, Choices("all"))
    for claim in rows(tmp_path, "claims"):
        for words in (claim | {"text": claim["quote"]}, claim["count"], claim["group"], claim["cue"]):
            if words:
                assert TEXTS[claim["document"]][slice(*words["span"])] == words["text"]


def test_unknown_is_null_and_never_nought(exported: Path) -> None:
    silence = next(one for one in rows(exported, "claims") if one["stance"] == "no_information")
    assert silence["count"] is None
    assert silence["when"] is silence["said"] is silence["where"] is silence["cue"] is silence["group"] is None
    post = next(one for one in rows(exported, "documents") if one["id"] == "post")
    assert (post["url"], post["title"], post["published"]) == (None, None, None)


def test_a_toll_shows_every_rule_side_by_side_and_open_ends_as_null(exported: Path) -> None:
    killed = rows(exported, "incidents")[0]["tolls"][0]
    assert killed["other_rules"] == {"envelope@1": [2, None, 2], "ibc@1": [2, 2, 2]}
    assert list(killed["leave_one_out"].values()) == [[None, None, None]]


def test_a_claims_times_and_place_carry_spans_and_an_incidents_do_not(exported: Path) -> None:
    claim = next(one for one in rows(exported, "claims") if one["when"])
    assert claim["when"] == {"start": "2031-05-05", "end": "2031-05-05", "span": [38, 44]}
    assert claim["where"]["candidates"] == ["Velinka, Ostmark"]
    incident = rows(exported, "incidents")[0]
    assert incident["when"] == {"start": "2031-05-05", "end": "2031-05-05"}
    assert set(incident["where"]) == {"name", "country", "latitude", "longitude", "radius_km"}


def test_attributions_in_titles_are_left_to_the_claims(tmp_path: Path) -> None:
    book = a_book()
    titled = Attribution(Field.TITLE, (), (Span(0, 4),), ())
    readings: list[Reading] = [replace(one, attributions=(*one.attributions, titled)) for one in book.readings]
    jsonl.export(replace(book, readings=tuple(readings)), tmp_path, Choices())
    assert [row["document"] for row in rows(tmp_path, "attributions")] == ["courier"]


def test_the_export_says_what_was_chosen_and_which_decisions_are_unresolved(exported: Path) -> None:
    about = json.loads((exported / "book.json").read_text(encoding="utf-8"))
    assert about["names"] in ("none", "all")
    assert about["rule"] == ["tollbook@1"]
    assert [one["subject"] for one in about["unresolved"]] == ["gone"]
    assert "A. Clerk" not in json.dumps(about), "a correction log names roles, not people"


def test_masked_words_are_where_the_names_were(tmp_path: Path) -> None:
    jsonl.export(a_book(), tmp_path, Choices())
    killed = next(one for one in rows(tmp_path, "claims") if one["persons"] == ["██████████", "███████████"])
    assert killed["quote"] == "██████████ and ███████████ were killed"
    assert killed["count"]["text"] == "██████████ and ███████████"
    documents = {row["id"]: row for row in rows(tmp_path, "documents")}
    assert documents["courier"]["title"] == "██████████ killed in Velinka"
    assert documents["herald"]["url"] == "https://herald.example/██████████-killed"
    assert rows(tmp_path, "incidents")[0]["title"] == "Strike that killed ██████████"


def test_the_contracts_own_check_passes(tmp_path: Path, needs: Callable[[str], Path]) -> None:
    check = needs("shared") / "evals" / "check_export.py"
    jsonl.export(a_book(), tmp_path / "export", Choices("all"))
    given = [json.dumps({"id": name, "text": text}) for name, text in TEXTS.items()]
    (tmp_path / "given.jsonl").write_text("\n".join(given))
    run = subprocess.run(
        [sys.executable, check, tmp_path / "export", tmp_path / "given.jsonl"], capture_output=True, text=True
    )
    assert run.stdout.strip().endswith("as agreed"), run.stdout + run.stderr
