"""A saved web page: one document, the page decoded as it declares, its bytes kept beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tollbook.errors import UnreadableError
from tollbook.model import RawDocument
from tollbook.read.decode import decode, sound, where
from tollbook.read.limits import Limits, whole

_HEAD = 4096  # bytes in which a page may name its encoding; browsers look at 1,024
_DECLARED = (
    re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})"),
    re.compile(rb"<meta\s[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE),
)


def read(path: Path, id: str, limits: Limits) -> Iterator[RawDocument]:
    """The one page of the file; UnreadableError where it is empty, binary or over the limit."""
    content = whole(path, limits)
    page = sound(decode(content, where(path), _declared(content[:_HEAD])))
    if not page.strip():
        raise UnreadableError(where(path), "empty")
    yield RawDocument(id, "html", page, raw=content)


def _declared(head: bytes) -> str | None:
    found = next((match for pattern in _DECLARED if (match := pattern.search(head))), None)
    return found[1].decode("ascii", "ignore") if found else None
