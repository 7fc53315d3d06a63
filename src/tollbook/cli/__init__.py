"""The command line: `create_app` wires the commands, `main` turns whatever happens into one line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from tollbook import __version__
from tollbook.cli import build, decisions, explain, export, incidents, search, show
from tollbook.cli.page import tell
from tollbook.errors import TollbookError

EXIT_CODES = "Exit codes: 0 done; 1 nothing could be read, or it could not be done; 2 wrong usage; 130 interrupted."
INTERRUPTED = 130
TRACEBACK = "TOLLBOOK_TRACEBACK"  # set by those who look for a fault of the program


def create_app() -> typer.Typer:
    """The program with all its commands."""
    app = typer.Typer(
        name="tollbook", no_args_is_help=True, pretty_exceptions_enable=False, epilog=EXIT_CODES,
        context_settings={"help_option_names": ["-h", "--help"]},
    )  # fmt: skip
    app.callback()(_tollbook)
    app.command("build")(build.build)
    app.command("incidents")(incidents.incidents)
    app.command("show")(show.show_one)
    app.command("explain")(explain.explain)
    app.command("search")(search.search)
    app.command("export")(export.export)
    app.command("report")(export.report)
    app.command("withdraw")(decisions.withdraw)
    app.command("decisions")(decisions.decisions)
    return app


def main() -> None:
    """The entry point of the program `tollbook`."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code; what goes wrong is one line on the error stream, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # what the terminal's encoding lacks is escaped rather than refused
            stream.reconfigure(errors="backslashreplace")
    try:
        code = create_app()(list(arguments), prog_name="tollbook", standalone_mode=False)
        sys.stdout.flush()
        if code == INTERRUPTED:  # how typer gives back a KeyboardInterrupt
            raise KeyboardInterrupt
    except TollbookError as error:
        return _refuse(str(error), error.exit_code)
    except typer.TyperException as error:
        return _refuse(_wrong_usage(error), error.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        return _refuse("interrupted: run it again, a build goes on where it stopped", INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads on: let Python flush into nothing
        return 0
    except OSError as error:
        return _refuse(f"{(error.strerror or str(error)).lower()}: {error.filename or 'check the disk'}", 1)
    except Exception as error:
        if TRACEBACK in os.environ:
            raise
        fault = f"{type(error).__name__}: {error}"
        return _refuse(f"a fault of its own ({fault}): set {TRACEBACK}=1, run it again and report what it prints", 1)
    return code if isinstance(code, int) else 0


def _refuse(why: str, code: int) -> int:
    if why:
        tell(f"tollbook: {why}")
    return code


def _wrong_usage(error: typer.TyperException) -> str:
    context = getattr(error, "ctx", None)
    if not error.format_message():  # the help has been shown instead
        return ""
    told = error.format_message().replace("Value error, ", "")  # the words of a library beneath typer's
    return f"{told} ({context.command_path if context else 'tollbook'} --help says how)"


def _print_version(is_wanted: bool) -> None:
    if is_wanted:
        print(f"tollbook {__version__}")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", help="Print the version.", is_eager=True, callback=_print_version)]


def _tollbook(version: Version = False) -> None:
    """Keep the book on who was killed, hurt, missing or unharmed, who says so, and who merely repeats it."""
