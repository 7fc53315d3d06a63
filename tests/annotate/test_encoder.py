"""The encoder without a model: which sentences it would read, what it makes of scores, and what of bad files."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_document
from tollbook.annotate import ANNOTATORS, encoder
from tollbook.annotate.encoder import decode, load
from tollbook.annotate.encoder.near import near
from tollbook.errors import ModelError
from tollbook.terms import Field


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("The mill opened in May. The council said it would close. It stood empty.", 3),
        ("The mill opened in May. It stood empty. The road is wide.", 0),
        ("Four died. The road is wide. It rained. Trees fell. “We ran,” she recalled.", 1),
        ("Four died, said police, citing Moll. It rained. They said no more. “We ran,” she recalled. Two fell.", 1),
        # What the rules read as well.
        ("Four died, police said. It rained. They said no more. “We ran,” she recalled. Two were killed.", 0),
        ("They ran. “Four died.” The mayor said so. It rained. Two were killed. The road is wide.", 2),
    ],
)
def test_it_reads_near_reporting_words_and_in_reports_on_harm_only_near_those_of_harm(text: str, chosen: int) -> None:
    assert len(near(ANNOTATORS["rules"](a_document(text), Field.TEXT), "")) == chosen


@pytest.mark.parametrize(
    ("headline", "chosen"),
    [
        ("", 6),
        ("A bridge for Orsk", 6),
        ("Two shot at Orsk bridge", 1),
        ("Man held in Orsk murder", 1),
    ],
)
def test_a_headline_of_harm_tells_a_report_on_it(headline: str, chosen: int) -> None:
    text = "Two were hurt, police said. The road is wide. They said no more. Moll spoke of those injured. It rained."
    long = text + " The mill may close, said Moll." * 3
    assert len(near(ANNOTATORS["rules"](a_document(long), Field.TEXT), headline)) == chosen


def test_under_a_headline_of_harm_a_text_without_any_is_left_to_the_rules() -> None:
    text = "The mill may close, said Moll. " * 12
    plain = ANNOTATORS["rules"](a_document(text), Field.TEXT)
    assert (len(near(plain, "")), near(plain, "Two shot at the mill")) == (12, ())


def gained(held: tuple[int, ...], inside: list[float], start: list[float], stop: list[float]) -> float:
    before = (0, *held[:-1])
    return sum(
        i * now + s * (now and not was) + e * (was and not now)
        for now, was, i, s, e in zip(held, before, inside, start, stop, strict=True)
    )


@given(st.lists(st.tuples(*[st.integers(-4, 4)] * 3), min_size=1, max_size=7))
def test_the_words_chosen_gain_most(scores: list[tuple[int, int, int]]) -> None:
    inside, start, stop = ([float(one[at]) for one in scores] for at in range(3))
    best = max(gained(held, inside, start, stop) for held in itertools.product((0, 1), repeat=len(scores)))
    [chosen] = decode.chains(*(np.array([one], np.float32) for one in (inside, start, stop)))
    assert gained(tuple(map(int, chosen)), inside, start, stop) == best


@pytest.mark.parametrize(
    ("card", "named"),
    [
        ("format = 99\n[sha256]\n", load.CARD),
        ("format = 2\n", load.CARD),
        ("no toml", load.CARD),
        ('format = 2\n[sha256]\n"encoder.onnx" = "0"\n', load.NETWORK),
    ],
)
def test_files_that_cannot_be_used_are_an_error_that_names_the_file(tmp_path: Path, card: str, named: str) -> None:
    (tmp_path / load.NETWORK).write_bytes(b"no network")
    (tmp_path / load.CARD).write_text(card, encoding="utf-8")
    with pytest.raises(ModelError, match=named):
        load.name(tmp_path)


def test_without_the_network_the_rules_annotate_alone(tmp_path: Path) -> None:
    document = a_document("Four people died, police said.")
    assert encoder.annotate(document, Field.TEXT, folder=tmp_path) == ANNOTATORS["rules"](document, Field.TEXT)
