"""Every model value survives JSON and back."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import a_document
from tollbook.model import (
    Annotations,
    Attribution,
    Claim,
    Copy,
    Count,
    Decision,
    Document,
    Incident,
    Interval,
    Place,
    Reading,
    Span,
    Token,
    Toll,
)
from tollbook.store.codec import packed, plain, reduced, typed, unpacked
from tollbook.terms import Bound, Field, Harm, Kind

T = TypeVar("T")
Draw = Callable[[st.SearchStrategy[T]], T]


@st.composite
def spans(draw: Draw[Any]) -> Span:
    start = draw(st.integers(0, 50))
    return Span(start, start + draw(st.integers(1, 50)))


@st.composite
def counts(draw: Draw[Any]) -> Count:
    text, low, start = draw(st.text(min_size=1)), draw(st.integers(0, 300)), draw(st.integers(0, 9))
    return Count(
        low, draw(st.none() | st.integers(low, 900)), draw(st.sampled_from(Bound)), text, Span(start, start + len(text))
    )


@st.composite
def intervals(draw: Draw[Any]) -> Interval:
    start, end = sorted([draw(st.dates()), draw(st.dates())])
    return Interval(str(start), str(end), draw(st.none() | spans()))


@st.composite
def claims(draw: Draw[Any]) -> Claim:
    kind, quote, start = draw(st.sampled_from(Kind)), draw(st.text(min_size=1)), draw(st.integers(0, 9))
    told = {"kind": st.just(kind), "quote": st.just(quote), "span": st.just(Span(start, start + len(quote)))}
    if kind is not Kind.HARM:
        told |= dict.fromkeys(("harm", "count", "group"), st.none())
    else:
        told |= {"harm": st.sampled_from(Harm)}
    return draw(st.builds(Claim, **told))


known = {
    Span: spans(),
    Count: counts(),
    Interval: intervals(),
    Claim: claims(),
    Place: st.builds(
        Place, latitude=st.floats(-90, 90), longitude=st.none() | st.floats(-180, 180), radius_km=st.none()
    ),
    Copy: st.builds(Copy, overlap=st.floats(0, 1)),
}
for kind, strategy in known.items():
    st.register_type_strategy(kind, strategy)

KINDS = (Annotations, Attribution, Claim, Copy, Decision, Document, Incident, Interval, Span, Toll)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=20)
@given(data=st.data())
def test_a_value_comes_back_from_json_as_it_was(kind: type[Any], data: st.DataObject) -> None:
    value = data.draw(st.from_type(kind))
    assert typed(kind, json.loads(json.dumps(plain(value)))) == value


@settings(max_examples=20)
@given(st.lists(st.from_type(Attribution), max_size=3), st.lists(claims(), max_size=3), st.lists(spans()))
def test_a_reading_comes_back_without_its_tokens(
    attributions: list[Attribution], some: list[Claim], sentences: list[Span]
) -> None:
    document = a_document("Four people died in Ostrava Bay.", title="Four die")
    annotations = tuple(
        Annotations(field, document.field(field), tuple(sentences), tokens=(Token(0, 4, "four"),)) for field in Field
    )
    reading = Reading(document, annotations, tuple(attributions), tuple(some))
    bare = tuple(replace(one, tokens=()) for one in annotations)
    assert unpacked(packed(reading)) == replace(reading, annotations=bare)
    again, parts = reduced(reading)
    assert again(*parts) == reading, "another process gets it whole"


def test_an_unknown_field_of_an_older_row_is_left_alone_and_a_missing_one_keeps_its_default() -> None:
    assert typed(Interval, {"start": "2031-01-01", "end": "2031-01-02", "mood": "grim"}) == Interval(
        "2031-01-01", "2031-01-02"
    )
