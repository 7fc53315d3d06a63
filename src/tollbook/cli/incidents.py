"""`tollbook incidents`: every incident on a line, with the range that its independent accounts support."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from tollbook.cli import figures
from tollbook.cli.opened import shortened, view_incidents
from tollbook.cli.options import AsJson, BookPath, Names, ShownNames
from tollbook.cli.page import show, show_json, words
from tollbook.cli.statements import when
from tollbook.export import rows

Row = dict[str, Any]


def incidents(book: BookPath, as_json: AsJson = False, names: ShownNames = Names.ALL) -> None:
    """List the incidents: when, where, what, killed and injured as low/best/high, origins, contested."""
    found = sorted(rows.incidents(view_incidents(book, names)), key=_by_date)
    if as_json:
        show_json(found)
    elif found:
        show([_table(found), Text(figures.LEGEND, style="dim")])
    else:
        show([Text("No incident: nothing in this book tells of people harmed.")])


def _by_date(row: Row) -> tuple[str, str]:
    return (row["when"]["start"] if row["when"] else "9999", row["id"])


def _table(found: Sequence[Row]) -> Table:
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for heading in ("id", "when", "where", "what"):
        table.add_column(heading, overflow="fold")
    for heading in ("killed", "injured", "origins"):
        table.add_column(heading, justify="right", overflow="fold")
    table.add_column("contested", justify="right")
    short = shortened(one["id"] for one in found)
    for one in found:
        table.add_row(short(one["id"]), *_cells(one))
    return table


def _cells(one: Row) -> list[Text]:
    killed, injured = (figures.everybody(one["tolls"], harm) for harm in ("killed", "injured"))
    return [
        Text(when(one["when"])),
        words(one["where"]["name"] if one["where"] else figures.UNKNOWN),
        words(one["title"]) + Text(_kind(one), "dim"),
        Text(figures.toll(killed)),
        Text(figures.toll(injured)),
        Text(str(max((toll["origins"] for toll in one["tolls"]), default=0))),
        Text("contested" if any(toll["contested"] for toll in one["tolls"]) else "", "red"),
    ]


def _kind(one: Row) -> str:
    """The kind of incident, where the title does not say it anyway."""
    kind = one["kind"].replace("_", " ")
    return "" if kind == "other" or kind in one["title"].casefold() else f" ({kind})"
