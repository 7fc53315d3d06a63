"""The pages tell the truth: each room and option has its words, each command shown is one, each link leads on."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main
from typer.core import TyperCommand, TyperGroup, TyperOption

from tests.conftest import TOP, tollbook
from tests.house import modules_of
from tests.readme import README, examples, filled
from tollbook.cli import create_app

DOCS = TOP / "docs"
PAGES = sorted([*TOP.glob("*.md"), *DOCS.glob("*.md"), *(TOP / "samples").glob("*.md")])

# The spine and the nouns, which docs/index.md tells of.
IN_THE_INDEX = frozenset({"model", "terms", "errors", "pipeline", "stages"})
ROOMS = sorted({module.room for module in modules_of(TOP / "src" / "tollbook")} - {"__init__", "__main__"})

LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)")
BLOCK = re.compile(r"^```[a-z]*\n(.*?)^```$|((?:^ {4}.*\n)+)", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^(?:\$ )?(?:\.venv/bin/)?tollbook\s+(.*)$")


def _commands(group: TyperGroup, before: tuple[str, ...] = ()) -> Iterator[tuple[str, TyperCommand]]:
    for name, command in sorted(group.commands.items()):
        if isinstance(command, TyperGroup):
            yield from _commands(command, (*before, name))
        elif isinstance(command, TyperCommand) and not command.hidden:
            yield " ".join((*before, name)), command


PROGRAM = typer.main.get_command(create_app())
assert isinstance(PROGRAM, TyperGroup)
COMMANDS = dict(_commands(PROGRAM))
OPTIONS = [
    (name, option)
    for name, command in COMMANDS.items()
    for parameter in command.params
    if isinstance(parameter, TyperOption) and not parameter.hidden
    for option in parameter.opts
    if option.startswith("--")
]


def commands_in(page: str) -> Iterator[list[str]]:
    """The arguments of every `tollbook …` line in a page's blocks of code; comments and redirections left out."""
    for fenced, indented in BLOCK.findall(page):
        for line in (fenced or indented).splitlines():
            if match := COMMAND.match(line.strip()):
                words = shlex.split(match[1], comments=True)
                yield words[: next((at for at, word in enumerate(words) if word in {">", "|", "&&"}), len(words))]


SHOWN = [(page.relative_to(TOP), words) for page in PAGES for words in commands_in(page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_has_a_page(room: str) -> None:
    if room in IN_THE_INDEX:
        assert f"`{room}" in (DOCS / "index.md").read_text(encoding="utf-8")
    else:
        assert (DOCS / f"{room}.md").is_file()


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda page: page.name)
def test_every_page_is_reached_from_the_index(page: Path) -> None:
    if page.name != "index.md":
        assert page.name in LINK.findall((DOCS / "index.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name: str) -> None:
    assert f"tollbook {name}" in (DOCS / "cli.md").read_text(encoding="utf-8")


def _chapter(name: str) -> str:
    """The part of docs/cli.md under the command's own heading, with what stands before the first such heading."""
    parts = re.split(r"^#+ +", (DOCS / "cli.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    return "\n".join(part for part in parts if f"tollbook {name}" in part or not re.match(r"`?tollbook ", part))


@pytest.mark.parametrize(("name", "option"), OPTIONS, ids=[f"{name} {option}" for name, option in OPTIONS])
def test_every_option_is_documented(name: str, option: str) -> None:
    assert re.search(re.escape(option) + r"(?![\w-])", _chapter(name))


@pytest.mark.parametrize(("page", "words"), SHOWN, ids=[f"{page}: {' '.join(words)[:60]}" for page, words in SHOWN])
def test_every_command_that_is_shown_can_be_given(page: Path, words: list[str]) -> None:
    if words[0].startswith("-"):
        assert words in (["--version"], ["--help"], ["--install-completion"], ["--show-completion"]), page
        return
    command, rest = PROGRAM, words
    while isinstance(command, TyperGroup):
        assert rest[0] in command.commands, f"{page} shows a command that is none: {rest[0]}"
        command, rest = command.commands[rest[0]], rest[1:]
    command.make_context(command.name, list(rest)).close()


def _on_samples(words: list[str]) -> bool:
    """Whether the command needs nothing but the samples and the book that is made of them."""
    return (words[:1] == ["build"] and words[1] in {"samples", "samples/"}) or "samples.db" in words


def test_the_commands_on_the_samples_run(tmp_path: Path) -> None:
    """In the order of the README, in a folder that holds the samples; then those of the other pages."""
    (tmp_path / "samples").symlink_to(TOP / "samples")
    readme_first = sorted(SHOWN, key=lambda one: str(one[0]) != "README.md")
    shown = [words for _, words in readme_first if _on_samples(words)]
    assert shown, "the README shows how to build a book of the samples"
    assert tollbook("build", "samples", "--book", "samples.db", folder=tmp_path).returncode == 0
    known = _ids(tmp_path)
    for words in shown:
        real = [known.get(word, word) for word in words]
        ran = tollbook(*real, folder=tmp_path)
        assert ran.returncode == 0, f"tollbook {' '.join(real)}\n{ran.stdout}{ran.stderr}"
        assert "Traceback" not in ran.stderr


def _ids(folder: Path) -> dict[str, str]:
    """What stands for an id in the pages, and a real one: ids of incidents and claims change with the program."""
    ran = tollbook("incidents", "samples.db", "--json", folder=folder)
    assert ran.returncode == 0, ran.stderr
    first = re.search(r'"id":\s*"(i[0-9a-f]+)"', ran.stdout)
    assert first, ran.stdout
    return {"INCIDENT": first[1], "ID": first[1]}


def test_the_readme_shows_what_the_program_prints(tmp_path: Path) -> None:
    page = README.read_text(encoding="utf-8")
    assert filled(page, examples(tmp_path)) == page, "`make readme` writes the examples anew"


LINKS = [
    (page, target)
    for page in PAGES
    for target in LINK.findall(page.read_text(encoding="utf-8"))
    if not re.match(r"[a-z]+:", target)
]


@pytest.mark.parametrize(("page", "target"), LINKS, ids=[f"{page.name}: {target}" for page, target in LINKS])
def test_every_link_leads_somewhere(page: Path, target: str) -> None:
    path, _, anchor = target.partition("#")
    there = page.parent / path if path else page
    assert there.exists()
    if anchor:
        headings = re.findall(r"^#+ +(.+)$", there.read_text(encoding="utf-8"), re.MULTILINE)
        slugs = {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings}
        assert anchor in slugs


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("    tollbook build samples --book b.db  # a comment\n", [["build", "samples", "--book", "b.db"]]),
        ("```sh\n$ .venv/bin/tollbook incidents b.db --json > out.json\n```\n", [["incidents", "b.db", "--json"]]),
        ("Say `tollbook build` to build.\n", []),
    ],
)
def test_commands_are_found_in_blocks_of_code(page: str, expected: list[list[str]]) -> None:
    assert list(commands_in(page)) == expected
