"""Inputs into an open book: what is new is read, what other stages read is read again, and all of it is settled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain

from tollbook.errors import BookError, UnreadableError
from tollbook.model import Book, Decision, RawDocument, Reading, Unread
from tollbook.pipeline import keep_book, read_document
from tollbook.review import first_broken
from tollbook.runs import local
from tollbook.stages import Beside, Stages
from tollbook.store import Packed, Writer, packed

# So many documents are written at once: a transaction for each took 7 % of a build's time. A build that is killed reads
# as many again.
KEPT_AT_ONCE = 16
WORTH_A_PROCESS = 200  # documents: a few are settled before another process has started
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
    unkept: list[tuple[RawDocument, Packed]] = []
    for number, (raw, found) in enumerate(done, start=1):
        if isinstance(found, Unread):
            writer.forget(raw.fingerprint)
            _note(found, tally)
        else:
            unkept.append((raw, found))
        if len(unkept) == KEPT_AT_ONCE:
            _keep(writer, unkept, stages.version, tally)
            unkept = []
        told(Progress(number, total))
    _keep(writer, unkept, stages.version, tally)
    told(Progress(total, total, is_settling=True))
    is_large = tally.read and len(writer.known()) >= WORTH_A_PROCESS
    with local.beside(jobs if is_large else 1) as beside:
        writer.settle(partial(_settled, stages=stages, beside=beside), stages.settling)
    return _summary(writer, tally)


def _new(inputs: Iterable[RawDocument | Unread], known: frozenset[str], tally: _Tally) -> Iterator[RawDocument]:
    """The documents that are not in the book; all others are counted."""
    seen = set(known)
    for one in inputs:
        if isinstance(one, Unread):
            _note(one, tally)
        elif (fingerprint := one.fingerprint) in seen:
            tally.known += 1
        else:
            seen.add(fingerprint)
            yield one


def _read(raw: RawDocument, stages: Stages) -> Packed | Unread:
    """What the stages read in a document; whatever goes wrong costs this document and no other."""
    try:
        reading = _kept(read_document(raw, stages))
        _check(reading)
        return packed(reading)
    except UnreadableError as error:
        return _unread(raw, error.reason)
    except MemoryError:
        return _unread(raw, "takes more memory than there is")
    except RecursionError:
        return _unread(raw, "too deeply nested")
    except Exception as error:
        return _unread(raw, f"cannot be read: {type(error).__name__}: {' '.join(str(error).split())[:200]}")


def _kept(reading: Reading) -> Reading:
    """The reading without what only the stages of its own document ask for, most of its weight: what these made of it
    is in the attributions and claims."""
    bare = [replace(one, tokens=(), names=(), places=(), tagged=(), tagged_names=()) for one in reading.annotations]
    return replace(reading, annotations=tuple(bare))


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


def _keep(writer: Writer, read: Sequence[tuple[RawDocument, Packed]], version: str, tally: _Tally) -> None:
    try:
        writer.add(read, version)
        tally.read += len(read)
    except UnicodeError:
        if len(read) == 1:
            _note(_unread(read[0][0], "holds characters that are none"), tally)
        else:
            for one in read:
                _keep(writer, [one], version, tally)


def _note(unread: Unread, tally: _Tally) -> None:
    if unread.is_error:
        tally.errors.append(f"{unread.where}: {unread.reason}")
    else:
        tally.skipped[unread.reason] += 1


def _settled(readings: Sequence[Reading], decisions: Sequence[Decision], stages: Stages, beside: Beside) -> Book:
    broken = first_broken(decisions)
    if broken:
        raise BookError(f"decision {broken.sequence} of log {broken.log} is not as it was written: use an older copy")
    return keep_book(readings, decisions, stages, beside)


def _summary(writer: Writer, tally: _Tally) -> Summary:
    sizes = writer.sizes()
    return Summary(
        tally.read, tally.known, dict(sorted(tally.skipped.items())), tuple(sorted(tally.errors)), len(writer.known()),
        sizes["documents"], sizes["claims"], sizes["incidents"],
    )  # fmt: skip
