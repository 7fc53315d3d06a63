"""How far a build is: a bar with rate and time left on a terminal, plain lines anywhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from tollbook.cli.page import tell

if TYPE_CHECKING:
    from tollbook.runs import build

Told = Callable[["build.Progress"], None]

LINES = 10  # of a build that no terminal shows: enough for a log, few enough to read


class _Rate(ProgressColumn):
    """Documents a second, of late."""

    def render(self, task: Task) -> Text:
        return Text("" if task.speed is None else f"{task.speed:.0f} a second")


@contextmanager
def bar() -> Iterator[Told]:
    """A bar on the error stream, which goes away when the build is done."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("looking", total=None)

        def told(now: build.Progress) -> None:
            progress.update(task, description=_doing(now), completed=now.done, total=now.total)

        yield told


@contextmanager
def lines() -> Iterator[Told]:
    """At most so many lines on the error stream, however many documents there are."""
    shown = 0

    def told(now: build.Progress) -> None:
        nonlocal shown
        step = now.done * LINES // max(now.total, 1)
        if now.is_settling:
            tell(_doing(now))
        elif step > shown:
            shown = step
            tell(f"{_doing(now)} {now.done} of {now.total}")

    yield told


def _doing(now: build.Progress) -> str:
    return "putting the book in order" if now.is_settling else "reading"
