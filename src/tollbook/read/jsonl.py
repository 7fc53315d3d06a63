"""JSON Lines: one document a line, with the fields of the contract; a bad line costs that line and no other."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO

from tollbook.errors import UnreadableError
from tollbook.model import RawDocument, Unread
from tollbook.read.decode import MARKS, sound, where
from tollbook.read.limits import Limits

OPTIONAL = ("url", "publisher", "title", "language", "published", "case")
_SKIP = 1 << 20  # bytes read at a time while passing over a line that is too long
_WIDE = tuple(mark for mark, codec in MARKS if codec != "utf-8")
_EXTENDED = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]|$)")


def read(path: Path, id: str, limits: Limits) -> Iterator[RawDocument | Unread]:
    """The documents of the file, one line in memory at a time; a row without an id is named `id:LINE`.

    A field that holds what it cannot mean is left out, and an Unread that is no error says which. UnreadableError
    where no line of the file can be read.
    """
    with path.open("rb") as file:
        if file.read(4).startswith(_WIDE):
            raise UnreadableError(where(path), "not UTF-8, as JSON Lines must be")
        file.seek(0)
        for number, line in enumerate(_lines(file, limits.document_bytes), start=1):
            place = where(path, number)
            if line is None:
                yield Unread(place, limits.refusal)
            elif line.strip():
                yield from _documents(line, place, f"{id}:{number}")


def _lines(file: BinaryIO, longest: int) -> Iterator[bytes | None]:
    """The lines without a leading byte-order mark; None for one that is longer than `longest` bytes."""
    line = file.readline(longest + 1).removeprefix(codecs.BOM_UTF8)
    while line:
        if len(line) > longest and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = file.readline(_SKIP)
            yield None
        else:
            yield line
        line = file.readline(longest + 1)


def _documents(line: bytes, place: str, id: str) -> Iterator[RawDocument | Unread]:
    try:
        row = _row(line, place)
        media, content = _content(row, place)
        name = _name(row.get("id"), place) or id
    except UnreadableError as error:
        yield Unread(error.where, error.reason)
        return
    fields = {field: _field(field, row.get(field)) for field in OPTIONAL}
    for field in OPTIONAL:
        if fields[field] is None and row.get(field) is not None and not _is_blank(row[field]):
            expected = "an ISO date" if field == "published" else "text"
            yield Unread(place, f"{field} is not {expected}: read without it", is_error=False)
    raw = content.encode() if media == "html" else None
    yield RawDocument(name, media, content, raw=raw, **fields)


def _row(line: bytes, place: str) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise UnreadableError(place, "not UTF-8, as JSON Lines must be") from None
    except (ValueError, RecursionError):
        raise UnreadableError(place, "not valid JSON") from None
    if not isinstance(row, dict):
        raise UnreadableError(place, "not a JSON object")
    return row


def _content(row: dict[str, Any], place: str) -> tuple[str, str]:
    """The media and the words: `text` speaks where both are given."""
    for media in ("text", "html"):
        content = row.get(media)
        if content is not None and not isinstance(content, str):
            raise UnreadableError(place, f"{media} is not text")
        if content and content.strip():
            return media, sound(content)
    given = any(row.get(media) is not None for media in ("text", "html"))
    raise UnreadableError(place, "empty" if given else "neither text nor html")


def _name(value: object, place: str) -> str | None:
    if value is None or _is_blank(value):
        return None
    words = _words(value)
    if words is None:
        raise UnreadableError(place, "id is not text")
    return words


def _field(field: str, value: object) -> str | None:
    words = _words(value)
    return _iso(words) if field == "published" and words else words


def _words(value: object) -> str | None:
    """A JSON string, or a whole number written out (`"case": 17`); None for all else and for blank."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return sound(value) if isinstance(value, str) and value.strip() else None


def _is_blank(value: object) -> bool:
    return isinstance(value, str) and not value.strip()


def _iso(words: str) -> str | None:
    """The date or date-time as given; "20140211" and "2014-W07-2" in the usual form; None for what is no ISO date."""
    for parse in (date.fromisoformat, datetime.fromisoformat):
        try:
            given = parse(words)
        except ValueError:
            continue
        return words if _EXTENDED.match(words) else given.isoformat()
    return None
