"""Names of people harmed are masked by default, and nothing else is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_claim, a_document, a_reading
from tests.export.books import a_book
from tollbook.export import Choices, jsonl
from tollbook.export.names import MASK, masks
from tollbook.model import Book
from tollbook.terms import Harm


def book_naming(*persons: str, text: str = "", harm: Harm = Harm.KILLED, other: str = "Nothing.") -> Book:
    """A book whose one claim names these persons; `text` stands in its document and `other` in a second one."""
    named = a_document(f"{' and '.join(persons)} were struck. {text}", "named")
    claim = a_claim(named, "were struck", persons=persons, harm=harm)
    elsewhere = a_document(other, "elsewhere")
    return Book((a_reading(named, claim), a_reading(elsewhere)), (claim,), (), ())


def masked(book: Book, document: str, text: str) -> str:
    return masks(book, Choices()).documents[document](text)


@pytest.mark.parametrize(
    ("person", "text", "expected"),
    [
        ("Mira Dovan", "Mira Dovan sold bread", "██████████ sold bread"),
        ("Mira Dovan", "MIRA DOVAN SOLD", "██████████ SOLD"),
        ("Mira Dovan", "Mira\nDovan", "██████████"),
        ("Mira Dovan", "Dovan's mother", "█████'s mother"),
        ("Mira Dovan", "Mira, 34, ran", "████, 34, ran"),
        ("Mira Dovan", "Dovanian bread", "Dovanian bread"),
        ("Mira Dovan", "a dovan of bread", "a dovan of bread"),
        ("Adel al-Masri", "al-Masri fell", "al-█████ fell"),
        ("Adel al-Masri", "the Al Hamra road", "the Al Hamra road"),
        ("Jordan Hale Jr.", "Hale and his Jr. league", "████ and his Jr. league"),
        ("Rose", "Rose rose early, ROSE said", "████ rose early, ████ said"),
        ("Ana Luz", "ana-luz and ana_luz", "███████ and ███████"),
        ("José Pérez", "Jose\u0301 Pe\u0301rez", "████████████"),
        ("Straße Müller", "STRASSE MÜLLER", "██████████████"),
    ],
)
def test_a_name_is_masked_however_it_stands_in_its_document(person: str, text: str, expected: str) -> None:
    assert masked(book_naming(person), "named", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jordan Hale fell", "███████████ fell"),
        ("Hale was 40", "████ was 40"),
        ("They fled to Jordan", "They fled to Jordan"),
    ],
)
def test_elsewhere_in_the_book_a_surname_is_masked_and_a_first_name_is_not(text: str, expected: str) -> None:
    assert masked(book_naming("Jordan Hale"), "elsewhere", text) == expected


def test_a_document_that_holds_the_whole_name_has_its_first_name_masked_too() -> None:
    book = book_naming("Jordan Hale", other="Jordan Hale fell. Jordan was 40.")
    assert masked(book, "elsewhere", "Jordan Hale fell. Jordan was 40.") == "███████████ fell. ██████ was 40."


def test_overlapping_names_are_masked_wholly() -> None:
    book = book_naming("Ana Mira Dovan", "Mira Dovan Hale")
    assert masked(book, "named", "ana mira dovan hale") == MASK * 19


@pytest.mark.parametrize("harm", list(Harm))
def test_only_people_killed_hurt_missing_or_captured_are_masked(harm: Harm) -> None:
    is_hidden = harm in {Harm.KILLED, Harm.INJURED, Harm.MISSING, Harm.CAPTURED}
    assert masked(book_naming("Mira Dovan", harm=harm), "named", "Mira Dovan") == (
        MASK * 10 if is_hidden else "Mira Dovan"
    )


def test_with_names_all_nothing_is_masked() -> None:
    book = book_naming("Mira Dovan")
    assert masks(book, Choices("all")).documents["named"]("Mira Dovan") == "Mira Dovan"


def test_a_name_cut_by_the_end_of_a_quotation_is_masked_in_it(tmp_path: Path) -> None:
    document = a_document("Killed: Mira Dovan of Velinka.")
    claim = a_claim(document, "Killed: Mira", persons=("Mira Dovan",))
    jsonl.export(Book((a_reading(document, claim),), (claim,), (), ()), tmp_path, Choices())
    assert json.loads((tmp_path / "claims.jsonl").read_text())["quote"] == "Killed: ████"


WORD = st.text("abcdé ABCDÉ-'.", min_size=1, max_size=6)
NAME = st.lists(st.sampled_from(["Ana", "Bo", "Caro", "de", "al-Dal", "O'Ece", "Éva", "F."]), min_size=1, max_size=3)


@given(persons=st.lists(NAME.map(" ".join), min_size=1, max_size=4), pieces=st.lists(WORD, max_size=8))
def test_masking_keeps_every_code_point_in_its_place_and_no_whole_name(persons: list[str], pieces: list[str]) -> None:
    book = book_naming(*persons)
    text = " , ".join([*pieces, *persons, *(person.upper() for person in persons)])
    shown = masked(book, "elsewhere", text)
    assert len(shown) == len(text)
    assert all(new in (old, MASK) for old, new in zip(text, shown, strict=True))
    for person in persons:
        assert f" {person} " not in f" {shown} "
        assert f" {person.upper()} " not in f" {shown} "
    assert masked(book, "elsewhere", shown) == shown


def test_no_whole_name_survives_in_any_file_of_an_export(tmp_path: Path) -> None:
    jsonl.export(a_book(), tmp_path, Choices())
    exported = "".join(path.read_text(encoding="utf-8") for path in tmp_path.iterdir()).casefold()
    assert "mira" not in exported
    assert "dovan" not in exported
    assert "velinka" in exported
