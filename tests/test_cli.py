"""What a person at a terminal relies on: words for people, JSON for programs, one line for what goes wrong."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from tests.export.books import a_book, a_hostile_book, keep
from tollbook import __version__, cli
from tollbook.model import Book, Decision
from tollbook.terms import Stance

PROGRAM = Path(sys.executable).with_name("tollbook")
READERS = ("incidents", "show", "explain", "search", "decisions")


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


Tollbook = Callable[..., Ran]


@pytest.fixture
def tollbook(capsys: pytest.CaptureFixture[str]) -> Tollbook:
    """Runs a command in this very process, which is quicker; `whole` runs the program itself."""

    def ran(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        code = cli.run([str(one) for one in arguments])
        return Ran(code, *capsys.readouterr())

    return ran


@pytest.fixture(scope="module")
def strike(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a book on one strike, told by three reports."""
    return keep(tmp_path_factory.mktemp("books") / "strike.db", a_book())


def whole(*arguments: str | bytes | Path, **more: object) -> subprocess.CompletedProcess[bytes]:
    """The program as a person starts it."""
    return subprocess.run([PROGRAM, *arguments], capture_output=True, check=False, **more)  # type: ignore[call-overload,no-any-return]


def folder(place: Path, files: dict[str, str]) -> Path:
    """A folder of these files."""
    made = place / "reports"
    made.mkdir()
    for name, text in files.items():
        (made / name).write_text(text)
    return made


def the_incident() -> str:
    (incident,) = a_book().incidents
    return incident.id


def claim_of(document: str, stance: Stance) -> str:
    return next(one.id for one in a_book().claims if one.document == document and one.stance is stance)


# Build

REPORT = "A bridge fell at Dorn on Monday. Six people were killed, the mayor said."


def test_build_makes_a_book_and_says_what_it_holds_and_what_was_skipped(tollbook: Tollbook, tmp_path: Path) -> None:
    reports = folder(tmp_path, {"bridge.txt": REPORT, "picture.png": "", "empty.txt": ""})
    ran = tollbook("build", reports, "--book", tmp_path / "b.db")
    assert ran.code == 0
    assert ran.out.startswith("1 document read, 0 known already, 1 file skipped, 1 not read, see above\n")
    assert "1 skipped: kind not read: .png" in ran.out
    assert re.search(r"b.db holds 1 document, \d+ claims?, 1 incident$", ran.out.replace("\n", "").strip())
    assert "not read: " in ran.err
    assert tollbook("build", reports, "--book", tmp_path / "b.db").out.startswith("0 documents read, 1 known already")


def test_build_can_sum_up_in_json(tollbook: Tollbook, tmp_path: Path) -> None:
    reports = folder(tmp_path, {"bridge.txt": REPORT, "picture.png": ""})
    summary = json.loads(tollbook("build", reports, "--book", tmp_path / "b.db", "--json").out)
    assert (summary["read"], summary["documents"], summary["skipped"]) == (1, 1, {"kind not read: .png": 1})


@pytest.mark.parametrize("files", [{}, {"picture.png": ""}, {"empty.txt": ""}])
def test_a_build_that_read_nothing_says_so_and_exits_1(
    tollbook: Tollbook, tmp_path: Path, files: dict[str, str]
) -> None:
    ran = tollbook("build", folder(tmp_path, files), "--book", tmp_path / "b.db")
    assert ran.code == 1
    assert ran.err.endswith("tollbook: nothing could be read: give files or folders that hold .txt, .html or .jsonl\n")


def test_cases_and_settings_stay_with_the_book_until_a_build_says_otherwise(tollbook: Tollbook, tmp_path: Path) -> None:
    row = {"id": "a", "text": REPORT, "case": "bridge"}
    reports = folder(tmp_path, {"a.jsonl": json.dumps(row) + "\n" + json.dumps(row | {"id": "b", "text": "Rain."})})
    (tmp_path / "settings.toml").write_text('rule = "envelope"')
    book = tmp_path / "b.db"

    def built(*options: str | Path) -> tuple[str, int]:
        assert tollbook("build", reports, "--book", book, *options).code == 0
        (incident,) = json.loads(tollbook("incidents", book, "--json").out)
        return incident["tolls"][0]["rule"].partition("@")[0], len(incident["documents"])

    assert built("--cases") == ("tollbook", 2)
    assert built() == ("tollbook", 2)
    assert built("--no-cases") == ("tollbook", 1)
    assert built("--config", tmp_path / "settings.toml") == ("envelope", 1)
    assert built("--cases") == ("envelope", 2)


@pytest.mark.parametrize(
    ("settings", "told"), [("rule = 3", "rule must be"), ("rul = 'x'", "did you mean rule"), ("?", "no TOML")]
)
def test_wrong_settings_are_one_line_and_exit_code_2(
    tollbook: Tollbook, tmp_path: Path, settings: str, told: str
) -> None:
    (tmp_path / "settings.toml").write_text(settings)
    reports = folder(tmp_path, {"bridge.txt": REPORT})
    ran = tollbook("build", reports, "--book", tmp_path / "b.db", "--config", tmp_path / "settings.toml")
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert told in ran.err


def test_where_no_terminal_watches_progress_is_a_few_plain_lines(tollbook: Tollbook, tmp_path: Path) -> None:
    reports = folder(tmp_path, {f"{number}.txt": f"{REPORT} {number}" for number in range(40)})
    told = tollbook("build", reports, "--book", tmp_path / "b.db").err.splitlines()
    assert told[-2:] == ["reading 40 of 40", "putting the book in order"]
    assert len(told) == 11


@pytest.mark.parametrize("jobs", ["1", pytest.param("2", marks=pytest.mark.slow)])
def test_an_interrupted_build_says_how_to_go_on_and_goes_on(tmp_path: Path, jobs: str) -> None:
    reports = folder(tmp_path, {f"{number}.txt": f"{REPORT} {number}" for number in range(600)})
    command = [PROGRAM, "build", reports, "--book", tmp_path / "b.db", "--jobs", jobs]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        assert run.stderr is not None
        assert run.stderr.readline() == "reading 60 of 600\n"
        run.send_signal(signal.SIGINT)
        told = run.stderr.read()
    assert run.returncode == 130
    assert told.endswith("tollbook: interrupted: run it again, a build goes on where it stopped\n")
    assert "Traceback" not in told
    assert re.match(rb"(\d+) documents read, [1-9]\d* known already", whole(*command[1:]).stdout)


def test_a_build_without_paths_finishes_what_was_begun(tollbook: Tollbook, tmp_path: Path) -> None:
    tollbook("build", folder(tmp_path, {"bridge.txt": REPORT}), "--book", tmp_path / "b.db")
    ran = tollbook("build", "--book", tmp_path / "b.db")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "0 documents read, 0 known already")
    assert tollbook("build", "--book", tmp_path / "absent.db").code == 1


def test_withdraw_takes_a_document_out_of_every_result(tollbook: Tollbook, tmp_path: Path) -> None:
    book = tmp_path / "b.db"
    tollbook("build", folder(tmp_path, {"bridge.txt": REPORT}), "--book", book)
    ran = tollbook("withdraw", book, "bridge", "--why", "retracted", "--by", "A. Clerk", "--role", "editor")
    assert (ran.code, ran.out) == (0, "bridge is withdrawn: no result rests on it any more\n")
    assert json.loads(tollbook("incidents", book, "--json").out) == []
    (row,) = json.loads(tollbook("decisions", book, "--json").out)
    assert (row["why"], row["who"], row["role"], row["unresolved"]) == ("retracted", "A. Clerk", "editor", False)
    assert tollbook("withdraw", book, "absent", "--why", "x").code == 1


# Listings


def test_incidents_shows_when_where_what_the_tolls_and_whether_they_are_contested(
    tollbook: Tollbook, strike: Path
) -> None:
    ran = tollbook("incidents", strike)
    row = next(line for line in ran.out.splitlines() if "2031-05-05" in line)
    assert row.split()[0] == the_incident()[:9]
    assert "Velinka" in row
    assert re.search(r" 2 +12/\?/\+ +1 +contested", row), "killed 2; injured at least 12, no best, open; one origin"
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 100


def test_silence_is_a_dash_and_never_nought(tollbook: Tollbook, tmp_path: Path) -> None:
    ran = tollbook("incidents", keep(tmp_path / "b.db", a_hostile_book("people")))
    assert re.search(r" 4 +– +1", ran.out)


def test_an_empty_book_says_that_it_tells_of_nobody(tollbook: Tollbook, tmp_path: Path) -> None:
    ran = tollbook("incidents", keep(tmp_path / "b.db", Book((), (), (), ())))
    assert (ran.code, ran.out) == (0, "No incident: nothing in this book tells of people harmed.\n")


@pytest.mark.parametrize("command", READERS)
def test_every_listing_can_be_json(tollbook: Tollbook, strike: Path, command: str) -> None:
    asked = {"show": [the_incident()], "explain": [the_incident()], "search": ["Velinka"]}.get(command, [])
    ran = tollbook(command, strike, *asked, "--json")
    assert ran.code == 0
    assert json.loads(ran.out)


def test_search_finds_documents_that_hold_every_word(tollbook: Tollbook, strike: Path) -> None:
    found = json.loads(tollbook("search", strike, "sold", "bread", "--json").out)
    assert [one["id"] for one in found] == ["courier"]
    assert tollbook("search", strike, "volcano").out == "No document holds volcano\n"


def test_decisions_tell_which_are_unresolved(tollbook: Tollbook, strike: Path) -> None:
    assert "withdraw gone  UNRESOLVED" in tollbook("decisions", strike).out
    (row,) = json.loads(tollbook("decisions", strike, "--json").out)
    assert (row["who"], row["role"], row["unresolved"]) == ("A. Clerk", "editor", True)


def test_no_decisions_yet_is_said(tollbook: Tollbook, tmp_path: Path) -> None:
    assert "No decisions yet" in tollbook("decisions", keep(tmp_path / "b.db", a_book(unresolved=()))).out


# Show and explain


@pytest.mark.parametrize("name", ["herald", claim_of("herald", Stance.DENIES), the_incident()])
def test_show_takes_the_id_of_a_document_a_claim_or_an_incident(tollbook: Tollbook, strike: Path, name: str) -> None:
    ran = tollbook("show", strike, name)
    assert ran.code == 0
    assert "“The army denied that it had struck Velinka”" in ran.out
    assert "DENIES · The army (military)" in ran.out


def test_a_report_in_a_language_not_known_is_read_and_its_record_says_so(tollbook: Tollbook, tmp_path: Path) -> None:
    (tmp_path / "far.txt").write_text("В результате удара по рынку погибли восемь человек, сообщил мэр.", "utf-8")
    (tmp_path / "near.txt").write_text("Eight people were killed in a strike on a market, the mayor said.", "utf-8")
    book = tmp_path / "two.db"
    tollbook("build", tmp_path, "--book", book)
    told = {name: json.loads(tollbook("show", book, name, "--json").out) for name in ("far", "near")}
    assert told["far"]["foreign"]
    assert not told["far"]["statements"]
    assert not told["near"]["foreign"]
    assert "language that Tollbook does not know" in tollbook("show", book, "far").out


@pytest.mark.parametrize("claim", [one.id for one in a_book().claims])
def test_an_incident_id_made_from_any_of_its_claims_resolves(tollbook: Tollbook, strike: Path, claim: str) -> None:
    for command in ("show", "explain"):
        assert json.loads(tollbook(command, strike, "i" + claim[1:], "--json").out)["id"] == the_incident()


def test_the_beginning_of_an_id_is_enough_where_no_other_has_it(tollbook: Tollbook, strike: Path) -> None:
    assert json.loads(tollbook("show", strike, the_incident()[:6], "--json").out)["id"] == the_incident()
    ran = tollbook("show", strike, "c")
    assert (ran.code, ran.out) == (1, "")


@pytest.mark.parametrize("name", ["nothing", "i", "c", "iffffffff", "", "i/../x"])
def test_an_id_that_nothing_goes_by_is_one_line_that_says_where_to_look(
    tollbook: Tollbook, strike: Path, name: str
) -> None:
    ran = tollbook("show", strike, name)
    assert (ran.code, ran.out) == (1, "")
    assert re.fullmatch(r"tollbook: nothing in the book goes by .*`tollbook incidents BOOK`.*\n", ran.err)


def test_a_document_is_no_incident_to_explain(tollbook: Tollbook, strike: Path) -> None:
    assert tollbook("explain", strike, "herald").err.startswith("tollbook: herald is no incident")


def test_explain_gives_each_voice_its_reason_its_words_and_its_copies(tollbook: Tollbook, strike: Path) -> None:
    told = tollbook("explain", strike, the_incident()).out
    for expected in (
        "killed: 2",
        "by tollbook@1, from 1 origin in 2 documents · contested, provisional, grade Weak",
        "✓ used  killed 2 · the mayor (government)",
        "“Mira Dovan and Petar Dovan were killed”",
        "because: the latest figure of this origin",
        "↳ repeated: ✗ dropped  killed 2 · the Courier (media)",
        "nothing can be said  without the mayor",
        "envelope@1: 2, best ?",
        "injured: 12+, best ?",
    ):
        assert expected in told
    assert told.index("Against it") < told.index("DENIES")


def test_explain_as_json_holds_voices_dissent_and_what_is_left_without_each(tollbook: Tollbook, strike: Path) -> None:
    killed = json.loads(tollbook("explain", strike, the_incident(), "--json").out)["tolls"][0]
    (voice,) = killed["voices"]
    assert [(one["document"], one["used"]) for one in voice["claims"]] == [("courier", True), ("herald", False)]
    assert voice["without"] == [None, None, None]
    assert [one["stance"] for one in killed["dissent"]] == ["denies"]


def test_a_terminal_shows_names_unless_it_is_told_not_to(tollbook: Tollbook, strike: Path) -> None:
    for command in ("show", "explain"):
        assert "Dovan" in tollbook(command, strike, the_incident()).out
        assert "dovan" not in tollbook(command, strike, the_incident(), "--names", "none").out.casefold()


# What leaves the book


def test_export_masks_names_unless_they_are_asked_for(tollbook: Tollbook, strike: Path, tmp_path: Path) -> None:
    assert tollbook("export", strike, "--to", tmp_path / "a", "--format", "jsonl").code == 0
    assert tollbook("export", strike, "--to", tmp_path / "b", "--format", "jsonl", "--names", "all").code == 0
    assert "Dovan" not in (tmp_path / "a" / "claims.jsonl").read_text()
    assert "Dovan" in (tmp_path / "b" / "claims.jsonl").read_text()


def test_report_writes_one_file(tollbook: Tollbook, strike: Path, tmp_path: Path) -> None:
    ran = tollbook("report", strike, "--to", tmp_path / "report.html")
    assert ran.code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]
    assert "names of people harmed are masked" in ran.err


# What goes wrong


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "Usage"),
        (["nonsense"], "nonsense"),
        (["show"], "BOOK"),
        (["show", "BOOK", "ID", "--names", "some"], "--names"),
        (["export", "BOOK", "--to", "out", "--format", "xls"], "--format takes jsonl"),
        (["incidents", "BOOK", "--what"], "--what"),
        (["withdraw", "BOOK", "herald"], "--why"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(
    tollbook: Tollbook, strike: Path, arguments: list[str], told: str
) -> None:
    ran = tollbook(*(strike if one == "BOOK" else one for one in arguments))
    assert ran.code == 2
    assert told in ran.err or told in ran.out
    assert len(ran.err.splitlines()) == (1 if arguments else 0)


@pytest.mark.parametrize("command", [["incidents"], ["show", "x"], ["export", "--to", "out"], ["decisions"]])
def test_a_book_that_is_not_there_is_one_line_that_says_how_to_make_one(
    tollbook: Tollbook, tmp_path: Path, command: list[str]
) -> None:
    ran = tollbook(command[0], tmp_path / "absent.db", *command[1:])
    assert (ran.code, ran.out) == (1, "")
    assert re.fullmatch(r"tollbook: there is no book .*`tollbook build .*\n", ran.err)
    assert list(tmp_path.iterdir()) == []


def test_a_reader_that_stops_reading_leaves_no_traceback(strike: Path) -> None:
    run = subprocess.run(
        f"'{PROGRAM}' show '{strike}' {the_incident()} --json | head -c 1", shell=True, capture_output=True, check=False
    )
    assert run.stderr == b""


def test_a_full_disk_is_one_line(strike: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run([PROGRAM, "incidents", strike], stdout=full, stderr=subprocess.PIPE, check=False)
    assert run.returncode == 1
    assert re.fullmatch(rb"tollbook: no space left on device.*\n", run.stderr)


def test_the_version_is_told_without_loading_what_only_commands_need() -> None:
    heavy = "{'sqlalchemy', 'trafilatura'}"
    check = f"import sys, tollbook.cli; tollbook.cli.run(['--version']); print(*{heavy} & {{*sys.modules}})"
    run = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert run.stdout == f"tollbook {__version__}\n\n"


def test_every_command_has_help_and_the_exit_codes_are_told(tollbook: Tollbook) -> None:
    assert "Exit codes: 0" in tollbook("--help").out
    for command in (*READERS, "build", "export", "report", "withdraw"):
        assert "Usage: tollbook" in tollbook(command, "--help").out


# Hostile text

HOSTILE = {
    "markup": "[/b]",
    "markup that closes nothing": "[/x]",
    "a link": "[link=https://evil.example]",
    "an emoji name": ":skull:",
    "clear the screen": "\x1b[2J",
    "a hyperlink": "\x1b]8;;https://evil.example\x1b\\",
    "a carriage return": "\rover",
    "a bell": "\a",
    "right to left": "\u202e",
    "an isolate": "\u2066",
    "nothing": "\0",
    "C1": "\x9b2J",
    "a line separator": "\u2028",
}
ACTING = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("as_json", [[], ["--json"]], ids=["words", "json"])
def test_text_from_documents_is_shown_and_does_nothing(
    tollbook: Tollbook, tmp_path: Path, hostile: str, as_json: list[str]
) -> None:
    book = a_hostile_book(hostile)
    gone = Decision("here", 0, "", "h", "withdraw", f"gone {hostile}", "f", f"why {hostile}", "2031-05-07", hostile)
    path = keep(tmp_path / "hostile.db", Book(book.readings, book.claims, (), book.incidents, (gone,)))
    incident, claim, document = book.incidents[0].id, book.claims[0].id, book.readings[0].document.id
    for arguments in (
        ["incidents"], ["show", incident], ["show", claim], ["show", document], ["explain", incident],
        ["search", "killed"], ["decisions"], ["show", f"x{hostile}"], ["explain", document],
    ):  # fmt: skip
        ran = tollbook(arguments[0], path, *arguments[1:], *as_json)
        assert not ACTING.search(ran.out + ran.err), arguments
        assert ran.out or len(ran.err.splitlines()) == 1
        if hostile.isprintable() and not as_json and ran.out:
            assert hostile[:4] in ran.out, "markup is shown as it stands"


def test_files_with_hostile_names_are_read_and_reported_harmlessly(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    for name in (b"\x1b[2J", b"\xff", b"a\nb", "\u202e".encode(), b"[b]"):
        Path(os.fsdecode(os.fsencode(reports) + b"/" + name + b".txt")).write_text(REPORT)
        Path(os.fsdecode(os.fsencode(reports) + b"/" + name + b"-empty.txt")).write_text("")
    for command in (["build", reports, "--book", tmp_path / "b.db"], ["search", tmp_path / "b.db", "bridge"]):
        run = whole(*command)
        assert run.returncode == 0
        assert not ACTING.search((run.stdout + run.stderr).decode("utf-8"))
        assert run.stderr.count(b"not read: ") == (5 if command[0] == "build" else 0)


def test_on_a_real_terminal_nothing_of_a_document_reaches_it_as_a_command(tmp_path: Path) -> None:
    path = keep(tmp_path / "hostile.db", a_hostile_book("[/b]\x1b[2J\x1b]8;;https://evil.example\x1b\\\a\u202e\0"))
    for command in ("incidents", "search"):
        leader, follower = pty.openpty()
        arguments = [str(PROGRAM), command, str(path), *(["killed"] if command == "search" else [])]
        with subprocess.Popen(arguments, stdout=follower, stderr=follower, env=os.environ | {"TERM": "xterm"}) as run:
            os.close(follower)
            seen = b"".join(iter(partial(_read, leader), b""))
        os.close(leader)
        assert run.returncode == 0
        assert "␛".encode() in seen
        assert not re.search(rb"\x1b\[2J|\x1b\]8|\x07|\0", seen)
        assert "\u202e".encode() not in seen


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # the terminal's other end is closed
        return b""


@pytest.mark.parametrize("name", [b"\x1b[2J.db", b"\xff\xfe.db", b"a\nb.db", "\u202eb.db".encode(), b"[b].db"])
@pytest.mark.parametrize("command", ["incidents", "build", "show", "nonsense", "withdraw"])
def test_ids_and_file_names_on_the_command_line_are_harmless_too(
    tollbook: Tollbook, tmp_path: Path, name: bytes, command: str
) -> None:
    hostile = os.fsdecode(name)
    more = {"build": [hostile, "--book"], "withdraw": [hostile, "--why", "x"], "show": [hostile]}.get(command, [])
    ran = tollbook(command, *more, f"{tmp_path}/{hostile}")
    assert ran.code in (1, 2)
    assert not ACTING.search(ran.out + ran.err)
    assert ran.err.startswith(("tollbook: ", "not read: ", "putting the book"))


@pytest.mark.parametrize("name", [b"\x1b[2J.db", b"\xff\xfe.db"])
def test_file_names_that_no_text_can_hold_reach_the_program_and_do_nothing(tmp_path: Path, name: bytes) -> None:
    run = whole("incidents", os.fsencode(tmp_path) + b"/" + name)
    assert run.returncode == 1
    assert not ACTING.search(run.stderr.decode("utf-8"))
    assert run.stderr.startswith(b"tollbook: there is no book ")


def test_a_terminal_that_knows_only_ascii_still_gets_everything(strike: Path) -> None:
    ascii_only = os.environ | {"PYTHONIOENCODING": "ascii"}
    assert whole("show", strike, the_incident(), env=ascii_only).returncode == 0
    run = whole("show", strike, the_incident(), "--names", "none", "--json", env=ascii_only)
    assert "█" in json.loads(run.stdout)["title"]


def test_the_program_runs_as_a_module_and_a_build_starts_no_command_line_in_its_processes() -> None:
    ran = subprocess.run([sys.executable, "-m", "tollbook", "--help"], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "build" in ran.stdout
    opened = "import sys, tollbook.__main__; sys.exit('typer' in sys.modules or 'rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", opened], check=False).returncode == 0
