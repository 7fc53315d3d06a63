"""The spine with the real stages: what holds of a whole book, whatever the order and whoever copies whom."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from tollbook import config, plugins, read
from tollbook.model import Book, RawDocument, Reading
from tollbook.pipeline import keep_book, read_document
from tollbook.stages import Stages

SAMPLES = Path(__file__).parents[1] / "samples"


@cache
def stages() -> Stages:
    return config.stages(config.Config(), plugins.tables())


@cache
def raws() -> tuple[RawDocument, ...]:
    return tuple(one for one in read.documents([SAMPLES]) if isinstance(one, RawDocument))


@cache
def readings() -> tuple[Reading, ...]:
    return tuple(read_document(raw, stages()) for raw in raws())


def book(some: Sequence[Reading]) -> Book:
    return keep_book(some, (), stages())


def figures(kept: Book) -> set[tuple[object, ...]]:
    """Every toll's figures, by its incident's title."""
    return {
        (one.title, toll.harm, toll.group, toll.low, toll.best, toll.high, toll.origins, toll.other_rules)
        for one in kept.incidents
        for toll in one.tolls
    }


@pytest.mark.parametrize("seed", range(3))
def test_any_order_of_arrival_gives_the_same_book(seed: int) -> None:
    shuffled = list(readings())
    random.Random(seed).shuffle(shuffled)
    assert book(shuffled) == book(readings())


@pytest.mark.parametrize("number", range(19))
def test_a_copy_of_a_report_changes_no_toll(number: int) -> None:
    """The copy comes months later; that of an undated report is undated, since a date would tell when it happened."""
    original = raws()[number]
    later = original.published and original.published[:4] + "-12-31"
    copy = read_document(replace(original, id="copy", publisher="Other Post", published=later), stages())
    assert figures(book([*readings(), copy])) == figures(book(readings()))


def test_every_claim_is_linked_to_words_an_incident_and_an_origin() -> None:
    kept = book(readings())
    ids = {claim.id for claim in kept.claims}
    fields = {(one.document.id, field.field): field.text for one in kept.readings for field in one.annotations}
    for claim in kept.claims:
        assert claim.span.of(fields[claim.document, claim.field]) == claim.quote
        assert claim.origin in ids
        assert claim.incident in {one.id for one in kept.incidents}
