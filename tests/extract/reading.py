"""Reads one text through clean, annotate, attribute and extract, for the tests of extract and attribute."""

from __future__ import annotations

from tests.builders import a_document
from tollbook.annotate import ANNOTATORS
from tollbook.attribute import ATTRIBUTORS
from tollbook.extract import EXTRACTORS
from tollbook.model import Attribution, Claim
from tollbook.terms import Field, Kind


def attributions(text: str) -> tuple[Attribution, ...]:
    return ATTRIBUTORS["rules"](ANNOTATORS["rules"](a_document(text), Field.TEXT))


def claims(text: str, **more: str) -> tuple[Claim, ...]:
    document = a_document(text, **more)
    annotations = ANNOTATORS["rules"](document, Field.TEXT)
    return EXTRACTORS["rules"](document, annotations, ATTRIBUTORS["rules"](annotations))


def figures(text: str) -> set[tuple[str, int, int | None]]:
    """(harm, low, high) of every claim that counts people."""
    return {(one.harm, one.count.low, one.count.high) for one in claims(text) if one.harm and one.count}


def statements(text: str) -> set[tuple[str, str]]:
    """(kind, stance) of every claim that counts nobody."""
    return {(one.kind, one.stance) for one in claims(text) if one.kind is not Kind.HARM or one.count is None}
