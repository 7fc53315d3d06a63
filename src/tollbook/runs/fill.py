"""Inputs into an open book: what is new is read, what other stages read is read again, and all of it is settled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain

from tollbook.errors import BookError, UnreadableError
from tollbook.model import Book, Decision, RawDocument, Reading, Unread
from tollbook.pipeline import Stages, keep_book, read_document
from tollbook.review import first_broken
from tollbook.runs import local
from tollbook.store import Writer

LARGEST_COUNT = 10**12  # a hundred times all people alive; what is larger no database column holds


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is: documents `done` of `total`; once all are, `is_settling` says that results are made."""

    done: int
    total: int
    is_settling: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did. `skipped` counts, by reason, inputs that are no documents; `errors` are one line each.

    `read` documents were read now, `known` ones were in the book already and given again. The rest is what the book
    holds now: `kept` documents in all, of which `documents` speak.
    """

    read: int
    known: int
    skipped: Mapping[str, int]
    errors: tuple[str, ...]
    kept: int
    documents: int
    claims: int
    incidents: int


Told = Callable[[Progress], None]
Inputs = Callable[[], Iterable[RawDocument | Unread]]


@dataclass(slots=True)
class _Tally:
    read: int = 0
    known: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)


def fill(writer: Writer, stages: Stages, inputs: Inputs, jobs: int = 1, told: Told = lambda _: None) -> Summary:
    """Add these inputs to an open book by these stages, and settle it. `inputs` is called twice: first to count."""
    tally = _Tally()
    known, stale = writer.known(), writer.stale(stages.version)
    total = len(stale) + len({one.fingerprint for one in inputs() if isinstance(one, RawDocument)} - known)
    waiting = chain(map(writer.raw_document, stale), _new(inputs(), known, tally))
    lost = partial(_unread, reason="the process that read it died: too little memory, or a fault in a library")
    done = local.map(partial(_read, stages=stages), waiting, jobs, lost)
    for number, (raw, found) in enumerate(done, start=1):
        _keep(writer, raw, found, stages.version, tally)
        told(Progress(number, total))
    told(Progress(total, total, is_settling=True))
    writer.settle(partial(_settled, stages=stages), stages.settling)
    return _summary(writer, tally)


def _new(inputs: Iterable[RawDocument | Unread], known: frozenset[str], tally: _Tally) -> Iterator[RawDocument]:
    """The documents that are not in the book; all others are counted."""
    seen = set(known)
    for one in inputs:
        if isinstance(one, Unread):
            _note(one, tally)
        elif one.fingerprint in seen:
            tally.known += 1
        else:
            seen.add(one.fingerprint)
            yield one


def _read(raw: RawDocument, stages: Stages) -> Reading | Unread:
    """What the stages read in a document; whatever goes wrong costs this document and no other."""
    try:
        reading = _without_tokens(read_document(raw, stages))
        _check(reading)
    except UnreadableError as error:
        return _unread(raw, error.reason)
    except MemoryError:
        return _unread(raw, "takes more memory than there is")
    except RecursionError:
        return _unread(raw, "too deeply nested")
    except Exception as error:
        return _unread(raw, f"cannot be read: {type(error).__name__}: {' '.join(str(error).split())[:200]}")
    return reading


def _without_tokens(reading: Reading) -> Reading:
    # Most of a reading's weight between processes, and no book keeps them.
    return replace(reading, annotations=tuple(replace(one, tokens=()) for one in reading.annotations))


def _unread(raw: RawDocument, reason: str) -> Unread:
    return Unread(raw.id, reason)


def _check(reading: Reading) -> None:
    """Hold a stage's mistake to the one document that it was made on: later it would stop the whole book."""
    ids = [claim.id for claim in reading.claims]
    if len(set(ids)) < len(ids):
        raise ValueError("two claims in one place")
    if any(claim.part_of and claim.part_of not in ids for claim in reading.claims):
        raise ValueError("a part without its whole")
    numbers = [number for claim in reading.claims if claim.count for number in (claim.count.low, claim.count.high)]
    if any(number is not None and number > LARGEST_COUNT for number in numbers):
        raise ValueError("a count of more people than there are")


def _keep(writer: Writer, raw: RawDocument, found: Reading | Unread, version: str, tally: _Tally) -> None:
    if isinstance(found, Unread):
        writer.forget(raw.fingerprint)
        _note(found, tally)
        return
    try:
        writer.add(raw, found, version)
        tally.read += 1
    except UnicodeError:
        _note(_unread(raw, "holds characters that are none"), tally)


def _note(unread: Unread, tally: _Tally) -> None:
    if unread.is_error:
        tally.errors.append(f"{unread.where}: {unread.reason}")
    else:
        tally.skipped[unread.reason] += 1


def _settled(readings: Sequence[Reading], decisions: Sequence[Decision], stages: Stages) -> Book:
    broken = first_broken(decisions)
    if broken:
        raise BookError(f"decision {broken.sequence} of log {broken.log} is not as it was written: use an older copy")
    return keep_book(readings, decisions, stages)


def _summary(writer: Writer, tally: _Tally) -> Summary:
    sizes = writer.sizes()
    return Summary(
        tally.read, tally.known, dict(sorted(tally.skipped.items())), tuple(sorted(tally.errors)), len(writer.known()),
        sizes["documents"], sizes["claims"], sizes["incidents"],
    )  # fmt: skip
