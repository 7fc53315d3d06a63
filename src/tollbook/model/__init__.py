"""The nouns: frozen values that every stage takes and returns, and nothing that knows how they are made."""

from tollbook.model.annotation import Annotations, Interval, Name, Number, Place, Tagged, Vector
from tollbook.model.book import Book, Decision, Reading
from tollbook.model.claim import Actor, Attribution, Claim, Count, Group, Source
from tollbook.model.document import Document, RawDocument, Unread
from tollbook.model.incident import Copy, Incident, Reason, Ruling, Toll, TollGroup
from tollbook.model.words import Passage, Span, Token, Words, digest

__all__ = [
    "Actor",
    "Annotations",
    "Attribution",
    "Book",
    "Claim",
    "Copy",
    "Count",
    "Decision",
    "Document",
    "Group",
    "Incident",
    "Interval",
    "Name",
    "Number",
    "Passage",
    "Place",
    "RawDocument",
    "Reading",
    "Reason",
    "Ruling",
    "Source",
    "Span",
    "Tagged",
    "Token",
    "Toll",
    "TollGroup",
    "Unread",
    "Vector",
    "Words",
    "digest",
]
