"""Repeated passages: what is joined to what, which way round, and what is no repeat."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import a_document
from tollbook.annotate import ANNOTATORS
from tollbook.model import Copy, Document, Reading, Span
from tollbook.terms import CopyKind, Field
from tollbook.trace import TRACERS

LEAD = "Rescue crews pulled seven miners out of the flooded Orlava pit late on Thursday evening."
COUNT = "Two of them had died of their burns before the ambulance reached Vestrel hospital."
CAUSE = "Inspectors blamed a pump that had been reported as faulty eleven days before the accident."
OTHER = "The owners of the pit have promised to pay each family forty thousand crowns by winter."
SHORT = "Nine are safe."
STORY = f"{LEAD} {COUNT}\n{SHORT}\n{CAUSE}"


def read(document: Document) -> Reading:
    return Reading(document, (ANNOTATORS["rules"](document, Field.TEXT),), (), ())


def trace(*documents: Document) -> tuple[Copy, ...]:
    return TRACERS["words"]([read(document) for document in documents])


def shown(copies: tuple[Copy, ...], *documents: Document) -> list[tuple[str, ...]]:
    """Each row as (copy's document, its words, original's document, its words)."""
    texts = {document.id: document.text for document in documents}
    sides = ((row.copy, row.original) for row in copies)
    return [tuple(part for one in two for part in (one.document, one.span.of(texts[one.document]))) for two in sides]


def test_a_story_carried_word_for_word_is_one_row_from_its_first_sentence_to_its_last() -> None:
    one = a_document(f"{STORY}\n{OTHER}", "one", published="2031-03-04")
    note = "Harbour notes for Friday, by our own staff in the north of the town."
    two = a_document(f"{note}\n{STORY}", "two", published="2031-03-06")
    copies = trace(one, two)
    assert shown(copies, one, two) == [("two", STORY, "one", STORY)]
    assert (copies[0].kind, copies[0].overlap, copies[0].directed) == (CopyKind.VERBATIM, 1.0, True)
    assert copies[0].evidence == "published 2 days later"


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        (LEAD, LEAD.upper()),
        (LEAD, LEAD.replace(" ", "  ").replace("seven", "7")),
        (LEAD.replace("flooded", "“flooded”"), LEAD.replace("flooded", "'flooded'")),
        (LEAD.replace("late on", "late — on"), LEAD.replace("late on", "late - on")),
    ],
)
def test_case_space_marks_and_the_way_a_number_is_written_make_no_difference(original: str, copy: str) -> None:
    (row,) = trace(a_document(f"{original}\n{OTHER}", "a"), a_document(f"{CAUSE}\n{copy}", "b"))
    assert row.kind is CopyKind.VERBATIM


@pytest.mark.parametrize(
    "copy",
    [
        LEAD.replace(" flooded", ""),
        LEAD.replace("Rescue crews", "Firefighters"),
        LEAD.replace(" late on Thursday evening", ""),
        f"Meanwhile, officials in Vestrel said, {LEAD[0].lower()}{LEAD[1:-1]}, and that work would go on.",
    ],
)
def test_a_sentence_cut_or_changed_by_a_word_or_two_is_an_edited_copy(copy: str) -> None:
    (row,) = trace(a_document(f"{LEAD}\n{OTHER}", "a"), a_document(f"{CAUSE}\n{copy}", "b"))
    assert row.kind is CopyKind.EDITED
    assert 0.6 < row.overlap <= 1


def test_a_long_sentence_that_holds_a_copied_clause_is_a_copy_only_there() -> None:
    clause = LEAD[:-1]
    before = "While the minister was on his way to a congress of shipbuilders in the south"
    long = f"{before}, {clause}, which nobody had expected after so many hours without any sign of life."
    rows = trace(a_document(f"{long}\n{OTHER}", "b"), a_document(f"{CAUSE}\n{LEAD}", "a", published="2031-01-01"))
    assert [(row.copy.document, row.copy.span.of(long)) for row in rows] == [("b", clause)]


QUOTED = '"We heard it twice. Nobody came to open the northern gate"'


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        (  # split: two quotations with a speaker between them
            f"{QUOTED}, said Dana Ames of the miners' union in Vestrel.",
            '"We heard it twice", said Ames, adding later to us: "Nobody came to open the northern gate".',
            {"Nobody came to open the northern gate"},
        ),
        (  # the marks of another house
            f"{QUOTED}, said Dana Ames of the miners' union in Vestrel.",
            "“Nobody came to open the northern gate,” the union's speaker told a crowd of some hundred people.",
            {"Nobody came to open the northern gate,"},
        ),
    ],
)
def test_a_quotation_is_the_same_also_where_it_is_split_or_fused(one: str, two: str, found: set[str]) -> None:
    documents = a_document(f"{one}\n{CAUSE}", "a", published="2031-01-01"), a_document(f"{OTHER}\n{two}", "b")
    copies = trace(*documents)
    assert {row.kind for row in copies} == {CopyKind.QUOTE}
    assert {words for _, words, *_ in shown(copies, *documents)} == found


def test_consecutive_sentences_of_one_original_are_one_row_and_a_fresh_sentence_divides_them() -> None:
    original = a_document(f"{LEAD} {COUNT} {CAUSE} {OTHER}", "a")
    fresh = "Our reporter counted eleven ambulances at the gate, and saw none of them leave before dawn."
    copy = a_document(f"{fresh}\n{LEAD} {COUNT} {fresh[:-1]}, twice. {CAUSE} {OTHER}", "b", published="2031-05-05")
    rows = trace(replace(original, published="2031-05-04"), copy)
    across = [row for row in rows if row.copy.document != row.original.document]
    assert [row.copy.span.of(copy.text) for row in across] == [f"{LEAD} {COUNT}", f"{CAUSE} {OTHER}"]


@pytest.mark.parametrize(
    ("first", "second", "evidence"),
    [
        (
            {"publisher": "Harbour Wire"},
            {"text": f"ORLAVA (Harbour Wire) — {STORY}"},
            "carries the credit “(Harbour Wire)”",
        ),
        (
            {"publisher": "www.harbourwire.example", "published": "2031-03-09"},
            {"text": f"{STORY} All this Harbour Wire reported.", "published": "2031-03-04"},
            "carries the credit “Harbour Wire reported”",
        ),
        ({"published": "2031-03-04"}, {"published": "2031-03-05T01:00:00+00:00"}, "published 1 day later"),
        (
            {"published": "2031-03-04T23:30:00Z"},
            {"published": "2031-03-05T02:00:00+02:00"},
            "published 30 minutes later",
        ),
        (
            {"text": f"{STORY}\n{OTHER} {OTHER.replace('forty', 'fifty')}"},
            {},
            "nearly all of it stands in the longer document",
        ),
    ],
)
def test_the_direction_is_by_credit_then_date_then_containment(
    first: dict[str, str], second: dict[str, str], evidence: str
) -> None:
    # The copy has the smaller id: that alone would make it the original.
    original = a_document(**{"text": f"{STORY}\n{OTHER}", "id": "z", **first})
    copy = a_document(**{"text": STORY, "id": "a", **second})
    rows = [row for row in trace(original, copy) if row.copy.document != row.original.document]
    assert [(row.copy.document, row.directed, row.evidence) for row in rows] == [("a", True, evidence)]


def test_where_nothing_tells_the_row_says_so() -> None:
    (row,) = trace(a_document(STORY, "b"), a_document(STORY, "a"))
    assert (row.copy.document, row.directed, row.evidence) == ("b", False, "same words; nothing tells which came first")


def test_furniture_and_short_sentences_link_nothing() -> None:
    appeal = "Please support the independent work of this newspaper with a gift of five crowns a month."
    one = a_document(f"{LEAD} {SHORT}\n{appeal}", "a")
    two = a_document(f"{OTHER} {SHORT}\n{appeal}", "b")
    marked = [replace(d, furniture=(Span(d.text.index(appeal), len(d.text)),)) for d in (one, two)]
    assert trace(*marked) == ()


NAMES = ["Ilmar Tuul", "Perla Quist", "Oskar Venn", "Mirko Haas", "Jonna Reve", "Tiit Lorne", "Asta Grell"]


def test_wording_that_recurs_in_documents_that_share_nothing_else_links_nothing() -> None:
    stock = "Readers who saw anything unusual are asked to ring the desk of this paper on weekdays."
    documents = [
        a_document(f"{name} {name[::-1]} met {name * 2} near {name.upper()[::-1]}.\n{stock}", name) for name in NAMES
    ]
    assert trace(*documents) == ()


def test_a_wire_story_on_many_sites_is_no_stock_wording() -> None:
    documents = [a_document(f"{STORY}\n{OTHER}\nPrinted in {name} by the hands of {name}.", name) for name in NAMES]
    rows = trace(*documents)
    assert len(rows) == len(NAMES) - 1
    assert len({row.original for row in rows}) == 1


def test_a_list_of_like_sentences_in_one_document_is_no_repeat() -> None:
    text = "\n".join(f"{name}, 18, was charged with robbery, assault and carrying a firearm." for name in NAMES)
    assert trace(a_document(text)) == ()


def test_a_thousand_identical_documents_are_999_rows() -> None:
    one = read(a_document(STORY))
    copies = TRACERS["words"]([replace(one, document=a_document(STORY, f"d{number:04}")) for number in range(1000)])
    assert len(copies) == 999
    assert len({row.copy for row in copies}) == 999


def test_one_sentence_two_thousand_times_is_at_most_a_row_each() -> None:
    assert len(trace(a_document(f"{LEAD}\n" * 2000))) <= 1999


@pytest.mark.parametrize("text", ["Login", ".", "…", "Four people died."])
def test_documents_of_hardly_a_word_are_read(text: str) -> None:
    assert len(trace(a_document(text, "a"), a_document(text, "b"))) <= 1
    assert trace(a_document(text, "a"), a_document(STORY, "b")) == ()


SENTENCES = [LEAD, COUNT, CAUSE, OTHER, SHORT, f"{QUOTED}, said Dana Ames.", LEAD.replace("flooded ", ""), "He left."]
texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map("\n".join)
dates = st.sampled_from([None, "2031-03-04", "2031-03-05", "2031-03-05T10:00:00Z"])
outlets = st.sampled_from([None, "Harbour Wire", "Vestrel Post"])
documents = st.lists(st.tuples(texts, dates, outlets), min_size=1, max_size=7).map(
    lambda rows: [
        a_document(text, f"d{n}", published=date, publisher=name) for n, (text, date, name) in enumerate(rows)
    ]
)


@settings(max_examples=60, deadline=None)
@given(documents, st.randoms(use_true_random=False))
def test_any_order_of_arrival_gives_the_same_rows(some: list[Document], random: object) -> None:
    other = list(some)
    random.shuffle(other)  # type: ignore[attr-defined]
    assert trace(*some) == trace(*other)


@settings(max_examples=60, deadline=None)
@given(documents)
def test_rows_form_a_forest_of_passages_that_stand_in_their_documents(some: list[Document]) -> None:
    copies = trace(*some)
    lengths = {document.id: len(document.text) for document in some}
    for row in copies:
        assert row.copy.span.end <= lengths[row.copy.document]
        assert row.original.span.end <= lengths[row.original.document]
        assert 0 < row.overlap <= 1
    for one, other in pairwise(sorted(row.copy for row in copies)):
        assert one.document != other.document or not one.span.touches(other.span), "one passage, one original"
    between = {(row.copy.document, row.original.document) for row in copies}
    assert not any((original, copy) in between for copy, original in between if copy != original), "no circle of two"


@settings(max_examples=40, deadline=None)
@given(documents, st.data())
def test_a_verbatim_copy_is_one_row_and_leaves_the_others(some: list[Document], data: st.DataObject) -> None:
    original = data.draw(st.sampled_from(some))
    before = trace(*some)
    after = trace(*some, replace(original, id="x-copy"))
    added = [row for row in after if row.copy.document == "x-copy"]
    assert [row.copy.span for row in added] == [Span(0, len(original.text))]
    assert [row for row in after if row not in added] == list(before)
