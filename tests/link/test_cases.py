"""Incidents given as cases: one for each, whatever was read in it, and others beside."""

from tests.link.test_words import CRASH, SEVERAL, STAGES, STRIKE, STRIKE_TOO, about
from tollbook.link import LINKERS
from tollbook.model import RawDocument, Reading
from tollbook.pipeline import read_document

link = LINKERS["cases"]


def read(id: str, text: str, case: str | None) -> Reading:
    return read_document(RawDocument(id, "text", text, published="2031-03-06", case=case), STAGES)


def test_documents_of_one_case_are_about_one_incident_whatever_they_say() -> None:
    found = link([read("a", STRIKE, "one"), read("b", CRASH, "one"), read("c", STRIKE_TOO, "two")], tuple)
    assert about(found) == {("a", "b"), ("c",)}


def test_every_case_is_there_even_where_no_claim_was_read() -> None:
    found = link([read("a", "The council met.", "quiet"), read("b", "It met again.", "quiet")], tuple)
    (one,) = found
    assert (one.documents, one.about, one.claims) == (("a", "b"), ("a", "b"), ())
    assert (one.when, one.where, one.tolls) == (None, None, ())
    assert link([read("b", "It met again.", "quiet"), read("a", "The council met.", "quiet")], tuple) == found


def test_a_silent_document_of_a_case_is_about_its_incident() -> None:
    (found,) = [
        one for one in link([read("a", CRASH, "one"), read("b", "The council met.", "one")], tuple) if one.about
    ]
    assert found.about == found.documents == ("a", "b")


def test_documents_without_a_case_are_linked_by_words_and_may_join_one() -> None:
    found = link([read("a", STRIKE, "one"), read("b", STRIKE_TOO, None), read("c", CRASH, None)], tuple)
    assert about(found) == {("a", "b"), ("c",)}


def test_what_a_case_s_document_tells_of_others_is_another_incident() -> None:
    found = link([read("a", SEVERAL, "one")], tuple)
    assert len(found) == 3
    assert about(found) == {("a",)}


def test_without_cases_the_field_is_ignored() -> None:
    readings = [read("a", STRIKE, "one"), read("b", CRASH, "one")]
    assert about(LINKERS["words"](readings, tuple)) == {("a",), ("b",)}


def test_what_both_reports_remember_is_not_the_case_s_news() -> None:
    old = "On 9 May 2025 Olek Marl opened fire in Castan with a rifle from Orrin Arms, killing nine dockers."
    one = f"A gunman killed two people in Vell on Tuesday.\n\nThe mayor came by.\n\n{old}"
    other = f"Two people were shot dead in Vell on Tuesday.\n\nThe council met.\n\n{old}"
    readings = [read("a", one, "one"), read("b", other, "one")]
    (own,) = [incident for incident in link(readings, tuple) if incident.about]
    told = {claim.count.low for one in readings for claim in one.claims if claim.id in own.claims and claim.count}
    assert told == {2}
