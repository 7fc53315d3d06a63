"""The book of the samples against what a careful reader takes from them (samples/expected.toml)."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections import Counter
from typing import Any

import pytest

from tests.conftest import TOP, Export
from tollbook.store import open_book

EXPECTED: dict[str, Any] = tomllib.loads((TOP / "samples" / "expected.toml").read_text(encoding="utf-8"))
INCIDENTS: dict[str, dict[str, Any]] = EXPECTED["incidents"]
HARMS = ("killed", "injured", "missing", "displaced", "unharmed")
TOLLS = [(name, harm, one[harm]) for name, one in INCIDENTS.items() for harm in HARMS if harm in one]
NOT_TOLLS = [(document, words) for document, some in EXPECTED["not_tolls"].items() for words in some]


def _incident(samples: Export, name: str) -> dict[str, Any]:
    """The exported incident that most documents of the expected one are mainly about."""
    main = {row["id"]: row["incident"] for row in samples.documents}
    votes = Counter(main[document] for document in INCIDENTS[name]["documents"] if main[document])
    assert votes, f"no document is about any incident: {INCIDENTS[name]['documents']}"
    chosen = votes.most_common(1)[0][0]
    return next(row for row in samples.incidents if row["id"] == chosen)


def _toll(samples: Export, name: str, harm: str) -> dict[str, Any]:
    incident = _incident(samples, name)
    found = [toll for toll in incident["tolls"] if toll["harm"] == harm and toll["group"] is None]
    assert found, f"{incident['title']!r} has no toll of {harm}"
    return found[0]


@pytest.fixture(scope="session")
def texts(samples: Export) -> dict[str, str]:
    """The stored text of every document, by id."""
    with open_book(samples.book) as reader:
        return {document.id: document.text for document in reader.documents()}


def _places(text: str, words: str) -> list[tuple[int, int]]:
    """Everywhere that these words stand in the text, once at least."""
    found = [(start, start + len(words)) for start in range(len(text)) if text.startswith(words, start)]
    assert found, f"{words!r} does not stand in the stored text"
    return found


def _touches(span: list[int], places: list[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in places)


def _claims_in(samples: Export, document: str) -> list[dict[str, Any]]:
    """The claims that stand in the document's text, its title left out."""
    return [row for row in samples.claims if row["document"] == document and row["field"] == "text"]


@pytest.mark.parametrize("name", INCIDENTS)
def test_the_documents_of_an_incident_come_together_and_no_others(samples: Export, name: str) -> None:
    incident = _incident(samples, name)["id"]
    about = sorted(row["id"] for row in samples.documents if row["incident"] == incident)
    extra = [document for document in about if document not in INCIDENTS[name]["mentioned_in"]]
    assert extra == INCIDENTS[name]["documents"]


@pytest.mark.parametrize("name", INCIDENTS)
def test_the_round_up_speaks_of_every_incident(samples: Export, name: str) -> None:
    incident = _incident(samples, name)
    assert set(INCIDENTS[name]["mentioned_in"]) <= set(incident["documents"])


@pytest.mark.parametrize("name", INCIDENTS)
def test_an_incident_is_dated(samples: Export, name: str) -> None:
    when = _incident(samples, name)["when"]
    assert when is not None
    assert when["start"] <= INCIDENTS[name]["when"] <= when["end"]


@pytest.mark.parametrize(("name", "harm", "expected"), TOLLS, ids=[f"{name}-{harm}" for name, harm, _ in TOLLS])
def test_a_toll_holds_the_truth_and_goes_no_further_than_the_reports(
    samples: Export, name: str, harm: str, expected: dict[str, Any]
) -> None:
    toll = _toll(samples, name, harm)
    low, high = expected["within"]
    assert low <= toll["low"] <= expected["truth"], toll
    assert toll["high"] is None or expected["truth"] <= toll["high"] <= high, toll
    assert toll["contested"] or not expected.get("contested", False), toll


@pytest.mark.parametrize("name", INCIDENTS)
def test_the_best_figure_is_that_of_the_last_word(samples: Export, name: str) -> None:
    toll = _toll(samples, name, "killed")
    assert toll["best"] == INCIDENTS[name]["killed"]["best"], toll


@pytest.mark.parametrize("name", [name for name, one in INCIDENTS.items() if one["killed"].get("contested")])
def test_a_denial_stands_against_the_toll_it_denies(samples: Export, name: str) -> None:
    stances = {row["id"]: row["stance"] for row in samples.claims}
    assert "denies" in {stances[claim] for claim in _toll(samples, name, "killed")["against"]}


def _fits(row: dict[str, Any], expected: dict[str, Any]) -> bool:
    """Whether a claim has all that the expectation names."""
    count = row["count"] or {"low": None, "high": None}
    have = {
        "harm": row["harm"],
        "stance": row["stance"],
        "certainty": row["certainty"],
        "measure": row["measure"],
        "low": count["low"],
        "high": "open" if row["count"] and count["high"] is None else count["high"],
    }
    chain = expected.get("chain", [])
    names = [source["name"].lower() for source in row["sources"]]
    linked = not chain or (
        len(names) == len(chain)
        and all(wanted.lower() in name for wanted, name in zip(chain, names, strict=True))
    )  # fmt: skip
    return linked and all(have[field] == expected[field] for field in have if field in expected)


@pytest.mark.parametrize("expected", EXPECTED["claims"], ids=lambda one: f"{one['document']}: {one['words'][:40]}")
def test_a_statement_is_read_as_a_reader_reads_it(
    samples: Export, texts: dict[str, str], expected: dict[str, Any]
) -> None:
    places = _places(texts[expected["document"]], expected["words"])
    there = [row for row in _claims_in(samples, expected["document"]) if _touches(row["span"], places)]
    assert any(_fits(row, expected) for row in there), json.dumps(there, ensure_ascii=False, indent=1)


@pytest.mark.parametrize(
    ("document", "words"), NOT_TOLLS, ids=[f"{document}: {words}" for document, words in NOT_TOLLS]
)
def test_a_number_that_is_no_toll_makes_no_claim(
    samples: Export, texts: dict[str, str], document: str, words: str
) -> None:
    places = _places(texts[document], words)
    counted = [row for row in _claims_in(samples, document) if row["count"]]
    assert [row["quote"] for row in counted if _touches(row["count"]["span"], places)] == []


@pytest.mark.parametrize("expected", EXPECTED["copies"], ids=lambda one: " ".join(one["documents"]))
def test_reports_that_carry_one_story_are_joined_by_copies(samples: Export, expected: dict[str, Any]) -> None:
    members = set(expected["documents"])
    joined = {frozenset((row["copy"]["document"], row["original"]["document"])) for row in samples.copies}
    reached, before = {min(members)}, set()
    while reached != before:
        before = set(reached)
        reached |= {one for pair in joined if pair & reached for one in pair}
    assert members <= reached


@pytest.mark.parametrize(
    "expected", EXPECTED["copies"] + EXPECTED["speakers"], ids=lambda one: " ".join(one["documents"])
)
def test_reports_that_carry_one_story_or_quote_one_speaker_are_one_voice(
    samples: Export, texts: dict[str, str], expected: dict[str, Any]
) -> None:
    origins = {}
    for document in expected["documents"]:
        places = [
            at for words in expected["words"] if words in texts[document] for at in _places(texts[document], words)
        ]
        killed = [row for row in _claims_in(samples, document) if row["harm"] == "killed"]
        origins[document] = {row["origin"] for row in killed if _touches(row["span"], places)}
    assert all(origins.values()), origins
    assert len(set().union(*origins.values())) == 1, origins


def test_every_quotation_is_in_its_document(samples: Export, texts: dict[str, str]) -> None:
    titles = {row["id"]: row["title"] for row in samples.documents}
    assert samples.claims
    for row in samples.claims:
        field = titles[row["document"]] if row["field"] == "title" else texts[row["document"]]
        assert field[slice(*row["span"])] == row["quote"]
        if row["count"]:
            assert field[slice(*row["count"]["span"])] == row["count"]["text"]


def test_the_export_is_as_the_contract_says(samples: Export, needs: Any) -> None:
    checker = needs("shared") / "evals" / "check_export.py"
    ran = subprocess.run([sys.executable, checker, samples.folder], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout
