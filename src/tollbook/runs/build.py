"""Documents into a book by the stages that its configuration names, and documents taken out of its results."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from tollbook import config as configuration
from tollbook import plugins, read
from tollbook.config import Config
from tollbook.errors import NotFoundError
from tollbook.review import WITHDRAW, Verdict, newest_versions, next_decision
from tollbook.runs.fill import Progress, Summary, Told, fill
from tollbook.store import open_book

__all__ = ["Progress", "Summary", "build", "kept_config", "withdraw"]


def build(
    paths: Sequence[Path], book: Path, config: Config | None = None, jobs: int = 1, told: Told = lambda _: None
) -> Summary:
    """Add every document at and below these paths to the book in this file, made where there are paths but no book.

    It may be stopped at any moment and run again; without paths it finishes what was begun. Without a configuration
    the book keeps its own. `told` hears of each document that is done.
    """
    tables = plugins.tables()
    with open_book(book, create=bool(paths)) as writer:
        chosen = config or configuration.from_json(writer.configuration())
        stages = configuration.stages(chosen, tables)
        writer.configure(configuration.as_json(chosen))
        return fill(writer, stages, partial(read.documents, paths), jobs, told)


def kept_config(book: Path) -> Config:
    """The configuration that the book keeps; the defaults where there is no book yet."""
    if not book.exists():
        return Config()
    with open_book(book) as reader:
        return configuration.from_json(reader.configuration())


def withdraw(
    book: Path, document: str, why: str, who: str | None = None, role: str | None = None, when: str | None = None
) -> Summary:
    """Take a document out of every result by a decision, which stays in the book; NotFoundError where there is none.

    `when` is an ISO date-time, now unless given.
    """
    with open_book(book) as writer:
        newest = newest_versions(writer.versions(document)).get(document)
        if newest is None:
            raise NotFoundError(f"no document in the book goes by {document!r}: `tollbook search` finds its id")
        verdict = Verdict(WITHDRAW, document, newest.fingerprint, why, who, role)
        earlier = writer.decisions()
        log = earlier[0].log if earlier else secrets.token_hex(8)
        moment = when or datetime.now(UTC).isoformat(timespec="seconds")
        writer.append(next_decision(log, earlier, verdict, moment))
    return build((), book)
