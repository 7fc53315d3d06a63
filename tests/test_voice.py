"""Who is one voice: what makes two claims one, what does not, and which of them the others go back to."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import a_claim, a_document, a_source
from tollbook.annotate import ANNOTATORS
from tollbook.model import Claim, Copy, Count, Document, Passage, Place, Reading, Source, Span
from tollbook.terms import CopyKind, Field, Harm, SourceKind, Stance
from tollbook.trace import TRACERS
from tollbook.voice import voice


def a_copy(copy: Document, original: Document, words: str, **more: Any) -> Copy:
    """A row that joins the same words in two documents; directed unless told otherwise."""
    passages = (Passage(d.id, Span(d.text.index(words), d.text.index(words) + len(words))) for d in (copy, original))
    row = Copy(*passages, kind=CopyKind.VERBATIM, overlap=1.0, directed=True, evidence="published 1 day later")
    return replace(row, **more)


def about(claim: Claim, incident: str = "i1") -> Claim:
    return replace(claim, incident=incident)


def origins(claims: Sequence[Claim], documents: Sequence[Document], *copies: Copy) -> list[int]:
    """For each claim the place, in the list, of the one that it goes back to."""
    found = voice(claims, copies, documents)
    ids = [claim.id for claim in claims]
    return [ids.index(found[one]) for one in ids]


FOUR = "Four miners died in the Orlava pit."
FIVE = "Five miners died in the Orlava pit."


def test_a_claim_that_repeats_nothing_goes_back_to_itself() -> None:
    document = a_document(FOUR)
    claim = a_claim(document, FOUR, "Four", 4)
    assert voice([claim], (), [document]) == {claim.id: claim.id}


def test_the_claims_of_a_copied_passage_go_back_to_those_of_its_original() -> None:
    original, copy = a_document(f"{FOUR} It rained.", "z"), a_document(f"News. {FOUR}", "a")
    claims = [a_claim(document, FOUR, "Four", 4) for document in (original, copy)]
    assert origins(claims, [original, copy], a_copy(copy, original, FOUR)) == [0, 0]


def test_a_copy_that_changes_a_figure_is_a_voice_of_its_own_for_that_figure_alone() -> None:
    hurt = "Nine others were hurt."
    original, copy = a_document(f"{FOUR} {hurt}", "a"), a_document(f"{FIVE} {hurt}", "b")
    claims = [
        a_claim(original, FOUR, "Four", 4),
        a_claim(original, hurt, "Nine", 9, harm=Harm.INJURED),
        a_claim(copy, FIVE, "Five", 5),
        a_claim(copy, hurt, "Nine", 9, harm=Harm.INJURED),
    ]
    whole = replace(
        a_copy(copy, original, hurt),
        copy=Passage("b", Span(0, len(copy.text))),
        original=Passage("a", Span(0, len(original.text))),
        kind=CopyKind.EDITED,
    )
    assert origins([about(claim) for claim in claims], [original, copy], whole) == [0, 1, 2, 1]


def test_two_victims_of_one_passage_stay_two_voices_in_its_copy() -> None:
    text = "Ilmar Tuul was killed. Perla Quist was killed."
    documents = a_document(text, "a"), a_document(text, "b")
    claims = [a_claim(document, quote, None, 1) for document in documents for quote in text.split(". ")]
    assert origins(claims, documents, a_copy(*reversed(documents), text)) == [0, 1, 0, 1]


def says(text: str, id: str, *names: str | Source, low: int = 4, **more: Any) -> tuple[Document, Claim]:
    document = a_document(text, id)
    count = {4: "four", 5: "five"}[low]
    return document, about(a_claim(document, text, count, low, sources=names, **more))


VESTREL, ORLAVA = Place("Vestrel", "Orland"), Place("Orlava", "Orland")


@pytest.mark.parametrize(
    ("one", "two", "more", "is_one"),
    [
        ("The Harbour Wire| said four died.", "Harbour Wire|: four dead, citing |Ames|.", ({}, {}), True),
        ("The Harbour Wire| said four died.", "Harbour Wire|: five dead.", ({}, {"low": 5}), False),
        ("The Associated Press| said four died.", "AP| reported four dead.", ({}, {}), True),
        ("Dana Ames| of the mine said four died.", "Ames| said four died.", ({}, {}), True),
        ("Witnesses| said four died.", "witnesses| counted four dead.", ({}, {}), False),
        ("officials| said four died.", "Officials| counted four dead.", ({}, {}), False),
        ("Police| said four died.", "police| say four died.", ({}, {}), False),
        ("Police| said four died.", "police| say four died.", ({"where": VESTREL}, {"where": VESTREL}), True),
        ("Police| said four died.", "police| say four died.", ({"where": VESTREL}, {"where": ORLAVA}), False),
        ("Vestrel police| said four died.", "Vestrel police| say four died.", ({}, {}), True),
    ],
)
def test_within_an_incident_one_source_for_one_figure_is_one_voice(
    one: str, two: str, more: tuple[dict[str, Any], dict[str, Any]], is_one: bool
) -> None:
    """The names stand before each bar, or between two."""
    told = [
        says(text.replace("|", ""), id, *text.split("|")[:-1:2], **also)
        for id, text, also in zip("ab", (one, two), more, strict=True)
    ]
    documents, claims = zip(*told, strict=True)
    assert (len(set(origins(claims, documents))) == 1) is is_one
    apart = [claims[0], about(claims[1], "i2")]
    assert len(set(origins(apart, documents))) == 2, "another incident is another matter"


def test_two_longer_names_leave_a_last_name_alone() -> None:
    said = [
        says(f"{name} said four died.", id, name)
        for id, name in (("a", "Dana Ames"), ("b", "Otto Ames"), ("c", "Ames"))
    ]
    documents, claims = zip(*said, strict=True)
    assert len(set(origins(claims, documents))) == 3


def test_a_speaker_who_says_twice_that_nothing_is_known_is_one_voice() -> None:
    found = []
    for id, text in (("a", "Dana Ames had no word of any dead."), ("b", "Of dead miners Dana Ames knew nothing.")):
        document = a_document(text, id)
        claim = a_claim(document, text, sources=("Dana Ames",), stance=Stance.NO_INFORMATION)
        found.append((document, about(claim)))
    documents, claims = zip(*found, strict=True)
    assert len(set(origins(claims, documents))) == 1
    assert len(set(origins([claims[0], replace(claims[1], stance=Stance.DENIES)], documents))) == 2


def test_what_an_outlet_says_itself_and_what_others_cite_it_for_is_one_voice() -> None:
    own = a_document(FOUR, "a", publisher="www.harbourwire.example")
    other = a_document("The Harbour Wire reports four dead.", "b", publisher="Vestrel Post")
    claims = [
        about(a_claim(own, FOUR, "Four", 4)),
        about(a_claim(other, other.text, "four", 4, sources=("The Harbour Wire",))),
    ]
    assert origins(claims, [own, other]) == [0, 0]


def test_an_article_that_corrects_itself_is_one_voice() -> None:
    document = a_document(f"{FOUR} Update: {FIVE}")
    claims = [about(a_claim(document, FOUR, "Four", 4)), about(a_claim(document, FIVE, "Five", 5))]
    assert origins(claims, [document]) == [0, 0]


def test_an_article_that_adds_its_own_figure_to_a_copied_one_is_two_voices() -> None:
    wire, site = a_document(FOUR, "wire"), a_document(f"{FOUR} Our reporter saw more: {FIVE}", "site")
    claims = [
        about(a_claim(wire, FOUR, "Four", 4)),
        about(a_claim(site, FOUR, "Four", 4)),
        about(a_claim(site, FIVE, "Five", 5)),
    ]
    assert origins(claims, [wire, site], a_copy(site, wire, FOUR)) == [0, 0, 2]


def test_two_speakers_of_one_article_are_two_voices() -> None:
    document = a_document("Police said four died. Dana Ames said four died.")
    first, second = document.text.split(". ")
    claims = [
        about(a_claim(document, first, "four", 4, sources=("Police",))),
        about(a_claim(document, second, "four", 4, sources=("Dana Ames",))),
    ]
    assert origins(claims, [document]) == [0, 1]


@pytest.mark.parametrize(
    ("dates", "directed", "first"),
    [
        (("2031-03-05", "2031-03-04"), True, 0),  # the copy is dated before its original: the row tells, not the date
        (("2031-03-05", "2031-03-04"), False, 1),
        ((None, "2031-03-04"), False, 1),
        (("2031-03-04T23:00:00Z", "2031-03-05T00:30:00+02:00"), False, 1),
        ((None, None), False, 1),  # by id
    ],
)
def test_the_origin_is_the_original_then_the_earliest_then_the_first_by_id(
    dates: tuple[str | None, str | None], directed: bool, first: int
) -> None:
    original, copy = (a_document(FOUR, id, published=date) for id, date in zip("ba", dates, strict=True))
    claims = [a_claim(document, FOUR, "Four", 4) for document in (original, copy)]
    row = a_copy(copy, original, FOUR, directed=directed)
    assert origins(claims, [original, copy], row) == [first, first]


def test_a_headline_of_a_copied_document_is_the_same_headline() -> None:
    documents = [a_document(FOUR, id, title="Dozens die") for id in "ab"]
    claims = []
    for document in documents:
        headline = a_document("Dozens die", document.id)
        claim = a_claim(headline, "Dozens die", "Dozens", 24, high=99)
        claims.append(about(replace(claim, field=Field.TITLE, text_sha256=document.sha256)))
    assert len(set(origins(claims, documents))) == 2
    assert len(set(origins(claims, documents, a_copy(documents[1], documents[0], FOUR)))) == 1


# Sentences, with what is claimed in each: harm, words of the number, number, source.
POOL: Mapping[str, tuple[Harm, str, int, str | None]] = {
    FOUR: (Harm.KILLED, "Four", 4, None),
    FIVE: (Harm.KILLED, "Five", 5, None),
    "Dana Ames of the mine said that five workers were killed last night.": (Harm.KILLED, "five", 5, "Dana Ames"),
    "At least four bodies were seen at Vestrel hospital, police said on the radio.": (Harm.KILLED, "four", 4, "police"),
    "Rescue crews brought nine injured miners to the surface before the rain began.": (Harm.INJURED, "nine", 9, None),
    "Ames said four died.": (Harm.KILLED, "four", 4, "Ames"),
    "The owners of the pit have promised to pay each family forty thousand crowns.": (Harm.KILLED, "", 0, None),
}  # fmt: skip


def claims_of(document: Document) -> list[Claim]:
    """What the pool says of each sentence that stands in the text."""
    claims, at = [], 0
    for line in document.text.split("\n"):
        harm, count, low, source = POOL[line]
        if count:
            claim = a_claim(document, line, count, low, harm=harm, incident="i1")
            start = at + line.index(count)
            sources = (a_source(document.text, source, SourceKind.UNKNOWN),) if source else ()
            number = Count(low, low, claim.count.bound, count, Span(start, start + len(count))) if claim.count else None
            claims.append(replace(claim, span=Span(at, at + len(line)), count=number, sources=sources))
        at += len(line) + 1
    return claims


def book(documents: Sequence[Document]) -> Mapping[str, str]:
    readings = [Reading(one, (ANNOTATORS["rules"](one, Field.TEXT),), (), ()) for one in documents]
    return voice([claim for one in documents for claim in claims_of(one)], TRACERS["words"](readings), documents)


texts = st.lists(st.sampled_from(sorted(POOL)), min_size=1, max_size=5).map("\n".join)
dates = st.sampled_from([None, "2031-03-04", "2031-03-05T10:00:00Z"])
publishers = st.sampled_from([None, "Harbour Wire", "Vestrel Post"])
documents = st.lists(st.tuples(texts, dates, publishers), min_size=1, max_size=6).map(
    lambda rows: [a_document(text, f"d{n}", published=at, publisher=by) for n, (text, at, by) in enumerate(rows)]
)


@settings(max_examples=60, deadline=None)
@given(documents, st.integers())
def test_the_order_of_the_input_changes_nothing(some: list[Document], seed: int) -> None:
    other = list(some)
    random.Random(seed).shuffle(other)
    assert book(some) == book(other)


@settings(max_examples=100, deadline=None)
@given(documents, st.data())
def test_verbatim_copies_however_dated_add_no_origin(some: list[Document], data: st.DataObject) -> None:
    copies = data.draw(st.lists(st.tuples(st.sampled_from(some), dates, st.sampled_from(["-", "zz"])), max_size=3))
    added = [replace(one, id=f"{way}{n}{one.id}", published=at) for n, (one, at, way) in enumerate(copies)]
    assert len(set(book([*some, *added]).values())) == len(set(book(some).values()))


def test_a_thousand_identical_documents_have_one_origin_for_each_claim() -> None:
    text = "\n".join(line for line in sorted(POOL) if "Ames" not in line)
    one = a_document(text, "d0000")
    reading = Reading(one, (ANNOTATORS["rules"](one, Field.TEXT),), (), ())
    some = [replace(one, id=f"d{number:04}") for number in range(1000)]
    copies = TRACERS["words"]([replace(reading, document=document) for document in some])
    claims = [replace(claim, incident=None) for document in some for claim in claims_of(document)]
    found = voice(claims, copies, some)
    assert len(found) == 4000
    assert len(set(found.values())) == 4
