"""Raw documents to documents: the one text that every span points into, and what in it is furniture."""

from __future__ import annotations

import re

from tollbook.clean import furniture, page
from tollbook.errors import UnreadableError
from tollbook.model import Document, RawDocument

__all__ = ["VERSION", "clean"]

VERSION = "clean-2"

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def clean(raw: RawDocument) -> Document:
    """The document of a raw one: plain text as it stands; of a page its article, and what the page says of itself.

    A page fills only what the raw document leaves open. UnreadableError where there are no words.
    """
    content = _UNSTORABLE.sub("\ufffd", raw.content)
    found = page.take(content, raw.title) if raw.media == "html" else page.Page(text=content)
    if not found.text.strip():
        raise UnreadableError(raw.id, "no article in the page" if raw.media == "html" else "empty")
    return Document(
        raw.id, found.text, raw.fingerprint,
        url=raw.url or found.url,
        publisher=raw.publisher or found.publisher,
        title=raw.title or found.title,
        language=raw.language or found.language,
        published=raw.published or found.published,
        case=raw.case,
        furniture=furniture.spans(found.text),
    )  # fmt: skip
