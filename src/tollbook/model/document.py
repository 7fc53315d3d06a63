"""What comes in: one published item, as given and as stored."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from tollbook.model.words import Span, digest
from tollbook.terms import Field


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One published item as it was given: decoded, but with the article not yet taken out of its page.

    `media` is "text" (`content` is the article, code point for code point) or "html" (`content` is the page, `raw` its
    bytes). All else is the publisher's own word, or None.
    """

    id: str
    media: str
    content: str
    raw: bytes | None = None
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    language: str | None = None
    published: str | None = None
    case: str | None = None

    @property
    def fingerprint(self) -> str:
        """What tells that this very item is in the book already."""
        return digest(
            self.id, self.media, self.content, self.url, self.publisher,
            self.title, self.language, self.published, self.case,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that gave no document, and why in a few words; `is_error` is False for kinds of files not read."""

    where: str
    reason: str
    is_error: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """One published item, with the one text that every span points into.

    `furniture` is what stands in the text and is no reporting: appeals, "Latest News", captions, sub-headings. It
    stays where it is and makes no claims. `fingerprint` is its RawDocument's.
    """

    id: str
    text: str
    fingerprint: str
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    language: str | None = None
    published: str | None = None
    case: str | None = None
    furniture: tuple[Span, ...] = ()

    @property
    def sha256(self) -> str:
        """The hash of the stored text, in UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    def field(self, field: Field) -> str:
        """The words that spans of this field point into; an absent title is no words."""
        return self.text if field is Field.TEXT else self.title or ""
