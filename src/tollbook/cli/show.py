"""`tollbook show`: one incident, claim or document with every statement in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Annotated, Any

import typer
from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from tollbook.cli import figures, gather
from tollbook.cli.opened import Found, find, view
from tollbook.cli.options import AsJson, BookPath, Names, ShownNames
from tollbook.cli.page import indented, line, show, show_json, words
from tollbook.cli.statements import number_of, place, quotation, standing, statement, when
from tollbook.export.rows import Shown
from tollbook.export.visible import spelled_out
from tollbook.model import Claim, Incident

Row = dict[str, Any]
Parts = list[RenderableType]
Id = Annotated[str, typer.Argument(metavar="ID", help="An incident's, a claim's or a document's id.")]


def show_one(book: BookPath, name: Id, as_json: AsJson = False, names: ShownNames = Names.ALL) -> None:
    """Show an incident, a claim or a document: each statement with its quotation, chain, stance and origin."""
    shown = view(book, names)
    row, parts = _found(shown, find(shown.book, name))
    if as_json:
        show_json(row)
    else:
        show(parts)


def heading(row: Row) -> Parts:
    """What happened, when and where: the first lines about an incident."""
    where = row["where"]
    spot = ", ".join(where[part] for part in ("name", "country") if where[part]) if where else figures.UNKNOWN
    known = [row["kind"].replace("_", " "), when(row["when"]), spot, number_of(len(row["documents"]), "document")]
    actors = [line(words(one["name"]), " (", words(one["role"]), ")") for one in row["actors"]]
    return [
        line(words(row["title"], "bold"), "  ", Text(row["id"], "dim")),
        Text(" · ").join(map(words, known)),
        *([line("actors: ", Text(", ").join(actors))] if actors else []),
    ]


def _found(shown: Shown, found: Found) -> tuple[Row, Parts]:
    if isinstance(found, Incident):
        row = gather.incident(shown, found)
        return row, _incident(row)
    if isinstance(found, Claim):
        row = gather.claim(shown, found)
        return row, _claim(row)
    row = gather.document(shown, found)
    return row, _document(row)


def _incident(row: Row) -> Parts:
    by_document: dict[str, list[Row]] = defaultdict(list)
    for one in row["statements"]:
        by_document[one["document"]].append(one)
    parts: Parts = [*heading(row), _tolls(row["tolls"])]
    for statements in by_document.values():
        parts += [_named(statements[0]["in"]), *indented(2, _each(statements)), Text()]
    return [*parts, Text(f"Why each toll is what it is: tollbook explain BOOK {row['id']}", "dim")]


def _document(row: Row) -> Parts:
    parts: Parts = [_named(row), *([words(row["url"], "dim")] if row["url"] else [])]
    parts.append(line(f"{row['characters']} characters · mainly about ", row["incident"] or "no incident"))
    if row["foreign"]:
        parts.append(
            Text("In a language that Tollbook does not know: what it says of people harmed may be missed.", "bold")
        )
    parts += [_repeat(row["id"], one) for one in row["copies"]]
    return parts + (indented(2, _each(row["statements"])) or [Text("It says nothing about people harmed.")])


def _claim(row: Row) -> Parts:
    where = row["where"]["name"] if row["where"] else figures.UNKNOWN
    known = {
        "incident": row["incident"] or "none",
        "origin": row["origin"] if row["origin"] != row["id"] else "its own",
        "repeated by": ", ".join(row["repeated_by"]) or "no other claim",
        "stance": f"{row['stance']}, {row['certainty']}".replace("_", " "),
        "happened": when(row["when"]),
        "said": when(row["said"]),
        "where": where,
        "persons": ", ".join(row["persons"]) or "none named",
    }
    lines = [line(Text(f"{name}: ", "dim"), words(value)) for name, value in known.items()]
    return [statement(row), *indented(2, [quotation(row), place(row), *lines])]


def _each(statements: Iterable[Row]) -> Parts:
    parts: Parts = []
    for one in statements:
        repeats = f"  repeats {one['origin']}" if one["origin"] != one["id"] else ""
        titled = "  in the title" if one["field"] == "title" else ""
        parts += [statement(one), *indented(2, [quotation(one), Text(one["id"] + repeats + titled, "dim")])]
    return parts


def _named(document: Row) -> Text:
    known = [words(document[name]) for name in ("publisher", "published", "title") if document[name]]
    return Text(", ").join([Text(spelled_out(document["id"]), "bold"), *known])


def _repeat(document: str, one: Row) -> Text:
    is_copy = one["copy"]["document"] == document
    other = one["original" if is_copy else "copy"]["document"]
    how = "repeats " if is_copy else "is repeated by "
    sure = "" if one["directed"] else ", or the other way round"
    share = f" ({one['kind']}, {one['overlap']:.0%}{sure}; "
    return line(how, Text(spelled_out(other)), share, words(one["evidence"]), ")")


def _tolls(tolls: list[Row]) -> Table:
    table = Table(box=SIMPLE_HEAD, padding=(0, 2, 0, 0), pad_edge=False)
    for title in ("toll", "of whom", "low/best/high", "origins", "documents", "standing"):
        is_number = title in ("low/best/high", "origins", "documents")
        table.add_column(title, justify="right" if is_number else "left", overflow="fold")
    for one in tolls:
        whom = words(one["group"]["text"]) if one["group"] else Text("everybody")
        figure, origins, documents = figures.toll(one), str(one["origins"]), str(one["documents"])
        table.add_row(one["harm"], whom, figure, origins, documents, words(standing(one)))
    return table
