"""The whole: what was read in each document, what people decided, and what all of it adds up to."""

from __future__ import annotations

from dataclasses import dataclass

from tollbook.model.annotation import Annotations
from tollbook.model.claim import Attribution, Claim
from tollbook.model.document import Document
from tollbook.model.incident import Copy, Incident
from tollbook.terms import Field


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's verdict: one row of a log that only grows; `fingerprint` is that of the subject as it was seen."""

    log: str
    sequence: int
    previous: str
    hash: str
    kind: str
    subject: str
    fingerprint: str
    why: str
    when: str
    who: str | None = None
    role: str | None = None
    content: str = "{}"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one document, by the stages that look at nothing else.

    `annotations` holds one value a field. What is kept in the book leaves `tokens` out: they are cheap to make again.
    """

    document: Document
    annotations: tuple[Annotations, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]

    @property
    def is_foreign(self) -> bool:
        """Whether the text is in a language that neither the lexicon nor the model is made for."""
        return any(one.is_foreign for one in self.annotations if one.field is Field.TEXT)


@dataclass(frozen=True, slots=True)
class Book:
    """What the documents, the configuration and the decisions add up to; all of it can be made again from those three.

    `readings` are of the documents that speak (newest version, not withdrawn), by id; `claims` are theirs with
    incident and origin filled in. `unresolved` are decisions whose subject has changed or gone.
    """

    readings: tuple[Reading, ...]
    claims: tuple[Claim, ...]
    copies: tuple[Copy, ...]
    incidents: tuple[Incident, ...]
    unresolved: tuple[Decision, ...] = ()
