"""What people decide: rows of a log that only grows, and what the documents say once they are taken into account."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime

from tollbook.model import Decision, Document, Reading, digest

WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person decides, before it has its place in a log; `fingerprint` is that of the subject as it was seen."""

    kind: str
    subject: str
    fingerprint: str
    why: str
    who: str | None = None
    role: str | None = None


def next_decision(log: str, earlier: Sequence[Decision], verdict: Verdict, when: str) -> Decision:
    """The row that follows the earlier ones of this log; its hash covers its content and the row before it.

    `log` is the random id that was made when the log started, `when` an ISO date-time.
    """
    before = [one for one in earlier if one.log == log]
    row = Decision(
        log, len(before), before[-1].hash if before else "", "", verdict.kind, verdict.subject, verdict.fingerprint,
        verdict.why, when, verdict.who, verdict.role,
    )  # fmt: skip
    return replace(row, hash=_hash(row))


def first_broken(decisions: Sequence[Decision]) -> Decision | None:
    """The first row, in log order, that is not as it was written or does not follow the row before it; None is well."""
    last: dict[str, Decision] = {}
    for row in decisions:
        before = last.get(row.log)
        due = (before.sequence + 1, before.hash) if before else (0, "")
        if (row.sequence, row.previous) != due or row.hash != _hash(row):
            return row
        last[row.log] = row
    return None


def speaking(
    readings: Sequence[Reading], decisions: Sequence[Decision]
) -> tuple[tuple[Reading, ...], tuple[Decision, ...]]:
    """The readings that speak, by document id, and the decisions whose subject has changed or gone.

    Of each document the newest version speaks. A withdrawn one gives nothing, and no older version speaks in its
    stead; a version that came after the decision speaks until somebody decides on that one too.
    """
    readings_of = {reading.document.fingerprint: reading for reading in readings}
    newest = newest_versions([reading.document for reading in readings])
    withdrawals = [one for one in decisions if one.kind == WITHDRAW]
    unresolved = tuple(one for one in withdrawals if not _is_current(one, newest))
    withdrawn = {one.subject for one in withdrawals if _is_current(one, newest)}
    speak = [newest[id].fingerprint for id in sorted(newest) if id not in withdrawn]
    return tuple(readings_of[fingerprint] for fingerprint in speak), unresolved


def newest_versions(documents: Iterable[Document]) -> dict[str, Document]:
    """Each document's version that was published last, by document id; one without a date is the oldest."""
    versions: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        versions[document.id].append(document)
    return {id: max(some, key=_age) for id, some in versions.items()}


def _is_current(decision: Decision, newest: Mapping[str, Document]) -> bool:
    seen = newest.get(decision.subject)
    return seen is not None and seen.fingerprint == decision.fingerprint


def _age(document: Document) -> tuple[int, str, str]:
    published = document.published
    if published is None:
        return 0, "", document.fingerprint
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:  # "May 2019": newer than nothing, older than anything that can be compared
        return 1, published, document.fingerprint
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return 2, _utc(moment), document.fingerprint


def _utc(moment: datetime) -> str:
    try:
        return moment.astimezone(UTC).isoformat()
    except OverflowError:  # the first and the last day of the calendar have no neighbour
        return moment.replace(tzinfo=UTC).isoformat()


def _hash(row: Decision) -> str:
    return digest(*(getattr(row, field.name) for field in fields(row) if field.name != "hash"))
