"""What every attributor keeps to, with whatever annotations it is given."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.builders import a_document
from tollbook.annotate import ANNOTATORS
from tollbook.attribute import ATTRIBUTORS
from tollbook.model import Attribution, Span
from tollbook.terms import Field, SourceKind

# Each attributor behind each annotator; without the files of a model, both annotators are the same.
PAIRS = [("rules", "rules"), ("encoder", "rules"), ("rules", "encoder"), ("encoder", "encoder")]
WORDS = st.sampled_from(
    ["Police", "said", "that", "Ana Prell", ",", ".", "“", "”", '"', "four", "died", "the mill", "told", "Harbour News",
     "according to", "citing", "he", "denied", "\n\n", ":", "@marl", "It", "fell", "’", "ministry", "was", "reported"]
)  # fmt: skip


def told(text: str, pair: tuple[str, str], furniture: tuple[Span, ...] = ()) -> tuple[Attribution, ...]:
    annotations = ANNOTATORS[pair[0]](a_document(text), Field.TEXT)
    return ATTRIBUTORS[pair[1]](replace(annotations, furniture=furniture))


def parts(text: str, one: Attribution) -> tuple[str, str, str]:
    source, cue, content = (" … ".join(span.of(text) for span in part) for part in (one.source, one.cue, one.content))
    return source, cue, content.strip('“”", .')


@pytest.fixture(params=PAIRS, ids=lambda pair: f"{pair[1]} after {pair[0]}")
def pair(request: pytest.FixtureRequest) -> tuple[str, str]:
    chosen: tuple[str, str] = request.param
    return chosen


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Police said the bridge fell on Monday.", ("Police", "said", "the bridge fell on Monday")),
        ("The bridge fell on Monday, police said.", ("police", "said", "The bridge fell on Monday")),
        ("“The bridge is gone,” said Ana Prell.", ("Ana Prell", "said", "The bridge is gone")),
        ("According to doctors, four people died.", ("doctors", "According to", "four people died")),
        ("The army denied that it bombed the mill.", ("The army", "denied", "that it bombed the mill")),
    ],
)
def test_the_plain_forms_are_read(pair: tuple[str, str], text: str, wanted: tuple[str, str, str]) -> None:
    [one] = told(text, pair)
    source, cue, content = parts(text, one)
    assert (source, cue) == wanted[:2]
    assert content.removeprefix("that ") == wanted[2].removeprefix("that ")


def test_a_chain_ends_with_who_says_it(pair: tuple[str, str]) -> None:
    [one] = told("A port official told Harbour News that four people died.", pair)
    assert [link.name for link in one.chain] == ["Harbour News", "port official"]
    assert [link.kind for link in one.chain] == [SourceKind.MEDIA, SourceKind.OFFICIAL_UNNAMED]


@pytest.mark.parametrize("text", ["", "Four people died.", "The mill is by the river. It is old."])
def test_where_nobody_reports_nothing_is_attributed(pair: tuple[str, str], text: str) -> None:
    assert told(text, pair) == ()


def test_furniture_says_nothing(pair: tuple[str, str]) -> None:
    text = "Police said the bridge fell."
    assert told(text, pair, (Span(0, len(text)),)) == ()


@example(["four", "said"])
@given(st.lists(WORDS, max_size=40))
def test_spans_fit_and_stand_in_order_and_the_same_text_gives_the_same(words: list[str]) -> None:
    text = " ".join(words)
    for pair in PAIRS:
        found = told(text, pair)
        assert found == told(text, pair)
        assert [one.cue[0] for one in found] == sorted(one.cue[0] for one in found)
        for one in found:
            assert one.source or one.content
            for part in (one.source, one.cue, one.content):
                assert list(part) == sorted(part)
                assert all(span.end <= len(text) for span in part)
            assert all(link.name and link.span.end <= len(text) for link in one.chain)
