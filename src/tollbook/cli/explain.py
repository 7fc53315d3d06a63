"""`tollbook explain`: why each toll is what it is, voice by voice, in words that a recorder can quote."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.console import RenderableType
from rich.text import Text

from tollbook.cli import gather
from tollbook.cli.figures import bounds, figure
from tollbook.cli.opened import find_incident, view
from tollbook.cli.options import AsJson, BookPath, Names, ShownNames
from tollbook.cli.page import indented, line, show, show_json, words
from tollbook.cli.show import heading
from tollbook.cli.statements import number_of, place, quotation, standing, statement

Row = dict[str, Any]
Parts = list[RenderableType]
Id = Annotated[str, typer.Argument(metavar="INCIDENT", help="An incident's id, or that of any claim about it.")]


def explain(book: BookPath, name: Id, as_json: AsJson = False, names: ShownNames = Names.ALL) -> None:
    """Say why each toll is what it is: each voice, what was used or dropped and why, who dissents, what if."""
    shown = view(book, names)
    row = gather.account(shown, find_incident(shown.book, name))
    if as_json:
        show_json(row)
    else:
        show([*heading(row), *(part for toll in row["tolls"] for part in _toll(toll))])


def _toll(toll: Row) -> Parts:
    return [
        Text(),
        *_result(toll),
        *indented(2, [part for voice in toll["voices"] for part in _voice(voice)]),
        *indented(2, _dissent(toll["dissent"])),
        *indented(2, _what_if(toll)),
        *indented(2, _other_rules(toll)),
    ]


def _result(toll: Row) -> Parts:
    whom = line(" (", words(toll["group"]["text"]), ")") if toll["group"] else Text()
    origins, documents = number_of(toll["origins"], "origin"), number_of(toll["documents"], "document")
    how = f"by {toll['rule']}, from {origins} in {documents}"
    answer = Text(_triple(toll["low"], toll["best"], toll["high"]), "bold")
    mark = line(" · ", words(standing(toll), "red" if toll["contested"] else "")) if standing(toll) else ""
    return [line(Text(toll["harm"], "bold"), whom, ": ", answer), line("  ", Text(how, "dim"), mark)]


def _voice(voice: Row) -> Parts:
    first, *others = voice["claims"]
    return [*_heard(first), *indented(4, [part for one in others for part in _heard(one, _again(one, first))])]


def _again(one: Row, first: Row) -> str:
    """How a claim of the same voice stands to its first one: another report of it, or more in the same report."""
    return "↳ repeated: " if one["document"] != first["document"] else "↳ also: "


def _heard(one: Row, how: str = "") -> Parts:
    return [line(how, _verdict(one), statement(one)), *indented(4, [quotation(one), *_why(one), place(one)])]


def _verdict(one: Row) -> Text:
    if one["used"] is None:
        return Text()
    return Text("✓ used  ", "green") if one["used"] else Text("✗ dropped  ", "yellow")


def _why(one: Row) -> Parts:
    return [line(Text("because: ", "dim"), words(one["why"]))] if one["why"] else []


def _dissent(claims: list[Row]) -> Parts:
    heading: Parts = [Text("Against it", "bold")] if claims else []
    return heading + indented(2, [part for one in claims for part in _heard(one | {"used": None})])


def _what_if(toll: Row) -> Parts:
    left = [(voice, voice["without"]) for voice in toll["voices"] if voice["without"] is not None]
    parts: Parts = [Text("Without any one origin", "bold")] if left else []
    for voice, (low, best, high) in left:
        first = voice["claims"][0]
        speaker = words(first["sources"][-1]["name"]) if first["sources"] else words(first["document"])
        parts.append(line("  ", f"{_triple(low, best, high)}  without ", speaker, Text(f" {voice['origin']}", "dim")))
    return parts


def _other_rules(toll: Row) -> Parts:
    rules = sorted(toll["other_rules"].items())
    parts: Parts = [Text("By other rules", "bold")] if rules else []
    return parts + [Text(f"  {rule}: {_triple(*answer)}") for rule, answer in rules]


def _triple(low: int | None, best: int | None, high: int | None) -> str:
    if low is best is high is None:
        return "nothing can be said"
    return f"{bounds(low, high)}, best {figure(best)}" if low != high or best != low else bounds(low, high)
