"""What each stage takes and gives, and one implementation of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from tollbook.model import (
    Annotations,
    Attribution,
    Claim,
    Copy,
    Decision,
    Document,
    Incident,
    RawDocument,
    Reading,
    Toll,
)
from tollbook.terms import Field

T = TypeVar("T")
# What is asked for once it is needed: until then it may be under way in another process.
Later = Callable[[], T]


class Beside(Protocol):
    """Has work done somewhere, and gives the way to its result."""

    def __call__(self, work: Later[T], /) -> Later[T]: ...


Clean = Callable[[RawDocument], Document]
Annotate = Callable[[Document, Field], Annotations]
Attribute = Callable[[Annotations], tuple[Attribution, ...]]
Extract = Callable[[Document, Annotations, tuple[Attribution, ...]], tuple[Claim, ...]]
Review = Callable[[Sequence[Reading], Sequence[Decision]], tuple[tuple[Reading, ...], tuple[Decision, ...]]]
Trace = Callable[[Sequence[Reading]], tuple[Copy, ...]]
Link = Callable[[Sequence[Reading], Later[Sequence[Copy]]], tuple[Incident, ...]]
Voice = Callable[[Sequence[Claim], Sequence[Copy], Sequence[Document]], Mapping[str, str]]
Reconcile = Callable[[Incident, Sequence[Claim], Sequence[Document]], tuple[Toll, ...]]


@dataclass(frozen=True, slots=True)
class Stages:
    """One implementation of each stage.

    `version` names those that work per document: another one reads again. `settling` names the rest: another one
    settles again what was read.
    """

    clean: Clean
    annotate: Annotate
    attribute: Attribute
    extract: Extract
    speaking: Review
    trace: Trace
    link: Link
    voice: Voice
    reconcile: Reconcile
    version: str
    settling: str = ""
