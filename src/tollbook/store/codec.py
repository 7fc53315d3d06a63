"""Model values to plain JSON values and back, and readings to bytes, driven by the type hints of the model alone."""

from __future__ import annotations

import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from tollbook.model import Annotations, Attribution, Claim, Document, Reading, Span, Token

T = TypeVar("T")
Parts = tuple[tuple[Annotations, ...], tuple[Attribution, ...], tuple[Claim, ...]]
Decode = Callable[[Any], Any]
Encode = Callable[[Any], Any]
# Values that are plain already, most of those in a row.
ATOMS = frozenset((str, int, float, bool, NoneType))


@dataclass(frozen=True, slots=True)
class Packed:
    """A reading as it is kept, and as it goes from one process to another: many small objects go slower."""

    document: Document
    reading: bytes


def plain(value: Any) -> Any:
    """What JSON can hold of a model value: a span or token is a list, bytes are base64, a dataclass an object."""
    kind: Any = type(value)
    return value if kind in ATOMS else _encoder(kind)(value)


def typed(hint: type[T], found: Any) -> T:
    """The model value of this type that `plain` made `found` from; fields that `found` lacks keep their defaults."""
    kind: Any = hint
    value: T = _decoder(kind)(found)
    return value


def packed(reading: Reading) -> Packed:
    """What was read in a document, compressed; without the document, its texts and the tokens, which are elsewhere."""
    bare = tuple(replace(one, tokens=()) for one in reading.annotations)
    return Packed(reading.document, zlib.compress(_parts_of(replace(reading, annotations=bare))))


def unpacked(kept: Packed) -> Reading:
    """The reading that `packed` made this from, its texts back in place."""
    return _reading_of(kept.document, zlib.decompress(kept.reading))


def reduced(reading: Reading) -> tuple[Callable[[Document, bytes], Reading], tuple[Document, bytes]]:
    """A reading as pickle takes it by `copyreg`, whole: .36 s for 1.0, there and back, of the readings of gva."""
    return _reading_of, (reading.document, _parts_of(reading))


def _parts_of(reading: Reading) -> bytes:
    bare = tuple(replace(one, text="") for one in reading.annotations)
    return msgspec.json.encode((bare, reading.attributions, reading.claims))


def _reading_of(document: Document, parts: bytes) -> Reading:
    bare, attributions, claims = _parts().decode(parts)
    whole = tuple(replace(one, text=document.field(one.field)) for one in bare)
    return Reading(document, whole, attributions, claims)


@cache
def _parts() -> msgspec.json.Decoder[Parts]:
    return msgspec.json.Decoder(Parts)


@cache
def _encoder(kind: type[Any]) -> Encode:
    if kind is Span:
        return lambda value: [value.start, value.end]
    if issubclass(kind, Enum):
        return lambda value: value.value
    if kind is bytes:
        return lambda value: b64encode(value).decode("ascii")
    if issubclass(kind, tuple):
        return lambda value: [plain(one) for one in value]
    if is_dataclass(kind):
        names = _names(kind)
        return lambda value: {name: plain(getattr(value, name)) for name in names}
    return lambda value: value


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.init)


@cache
def _decoder(hint: Any) -> Decode:
    if hint in (Span, Token):
        return lambda found: hint(*found)
    if hint is bytes:  # a database column holds them as they are
        return lambda found: found if isinstance(found, bytes) else b64decode(found)
    if is_dataclass(hint):
        return _object(hint)
    if get_origin(hint) is tuple:
        return _tuple(get_args(hint))
    if get_origin(hint) in (Union, UnionType):
        (known,) = (_decoder(one) for one in get_args(hint) if one is not NoneType)
        return lambda found: None if found is None else known(found)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    return lambda found: found


def _object(kind: Any) -> Decode:
    hints = get_type_hints(kind)
    decoders = [(name, _decoder(hints[name])) for name in _names(kind)]
    return lambda found: kind(**{name: decode(found[name]) for name, decode in decoders if name in found})


def _tuple(hints: tuple[Any, ...]) -> Decode:
    if hints[-1] is Ellipsis:
        each = _decoder(hints[0])
        return lambda found: tuple(map(each, found))
    places = [_decoder(hint) for hint in hints]
    return lambda found: tuple(decode(one) for decode, one in zip(places, found, strict=True))
