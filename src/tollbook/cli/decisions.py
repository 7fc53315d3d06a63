"""`tollbook withdraw` and `tollbook decisions`: a person's verdicts, added to the book and never written over it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer
from rich.console import RenderableType
from rich.text import Text

from tollbook.cli.options import AsJson, BookPath
from tollbook.cli.page import indented, line, show, show_json, words
from tollbook.export.visible import spelled_out
from tollbook.model import Decision

Id = Annotated[str, typer.Argument(metavar="ID", help="The document's id.")]
Why = Annotated[str, typer.Option(help="The reason, in words that can be published.")]
Who = Annotated[str | None, typer.Option("--by", metavar="WHO", help="Who decides; stays in the book.")]
Role = Annotated[str | None, typer.Option(help="In which role (editor, coder, …); exports show this, not the name.")]


def withdraw(book: BookPath, document: Id, why: Why, by: Who = None, role: Role = None) -> None:
    """Take a document out of every result, saying why; it stays in the book, and so does the decision."""
    from tollbook.runs.build import withdraw as take_out

    take_out(book, document, why, who=by, role=role)
    show([line(Text(spelled_out(document)), " is withdrawn: no result rests on it any more")])


def decisions(book: BookPath, as_json: AsJson = False) -> None:
    """List every decision, oldest first; unresolved are those whose subject has changed or gone since."""
    from tollbook.store import open_book

    with open_book(book) as reader:
        every, unresolved = reader.decisions(), set(reader.book().unresolved)
    if as_json:
        show_json([asdict(one) | {"unresolved": one in unresolved} for one in every])
    elif every:
        show([part for one in every for part in _drawn(one, one in unresolved)])
    else:
        show([Text("No decisions yet: `tollbook withdraw` makes one.")])


def _drawn(one: Decision, is_unresolved: bool) -> list[RenderableType]:
    state = [Text("  UNRESOLVED: its subject has changed or gone", "red")] if is_unresolved else []
    by = " · ".join(part for part in (one.when, one.who, one.role) if part)
    head = line(Text(one.kind, "bold"), " ", Text(spelled_out(one.subject)), *state)
    return [head, *indented(2, [words(by), words(one.why)])]
