"""The model that is shipped: what it tags, that it is whole, and that no text stops it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import a_document
from tests.conftest import TOP, tollbook
from tollbook.annotate import ANNOTATORS, BY_MODEL, encoder
from tollbook.annotate.encoder import load, network
from tollbook.annotate.encoder.windows import LONGEST, lines, windows
from tollbook.errors import ModelError
from tollbook.model import Annotations, Span, Vector
from tollbook.terms import Field

MEGABYTES = 30
FILES = (load.CARD, load.NETWORK, load.TOKENIZER)


def read(text: str, way: str = "encoder_everywhere") -> Annotations:
    return ANNOTATORS[way](a_document(text), Field.TEXT)


def words(spans: tuple[Span, ...], text: str) -> str:
    return " … ".join(span.of(text) for span in spans).strip(",.“” ")


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mill will close, mayor Ana Prell said.", "mayor Ana Prell", "said", "The mill will close"),
        ("“The mill will close,” said Ana Prell.", "Ana Prell", "said", "The mill will close"),
        ("According to the council, the mill will close.", "the council", "According to", "the mill will close"),
        ("Ana Prell believes the mill will close.", "Ana Prell", "believes", "the mill will close"),
        (
            "“The mill,” Ana Prell said, “will close next year.”",
            "Ana Prell",
            "said",
            "The mill,” … “will close next year",
        ),
    ],
)
def test_it_tags_who_says_what(text: str, source: str, cue: str, content: str) -> None:
    [one] = read(text).tagged
    assert (words(one.source, text), words(one.cue, text)) == (source, cue)
    assert words(one.content, text).removeprefix("that ") == content


def test_it_tags_names_with_their_kinds() -> None:
    text = "Ana Prell, who leads the Harbour Workers Union, flew from London to Paris, she told reporters."
    kinds = {one.text: one.kind for one in read(text).tagged_names}
    assert kinds["Ana Prell"] == "person"
    assert kinds["Paris"] == "place"


def test_sentences_of_one_sense_have_vectors_that_point_one_way() -> None:
    text = (
        "Police said a man was shot and killed outside a bar on Friday. The parliament will vote on the new budget in"
        " June, the minister said. Officers said that a man died after being shot near a bar."
    )
    shooting, budget, again = (direction(one) for one in read(text).vectors)
    assert shooting @ again > shooting @ budget + 0.2


def direction(vector: Vector) -> np.ndarray:
    values = np.frombuffer(vector.values, np.int8).astype(np.float64)
    length: np.ndarray = values / np.linalg.norm(values)
    return length


def test_what_it_tells_of_a_text_does_not_depend_on_what_it_read_before() -> None:
    text = "“Four people died,” mayor Ana Prell said. " * 30
    first = read(text)
    read("The road is wide, he said.")
    assert read(text) == first


@pytest.mark.parametrize("way", BY_MODEL)
@pytest.mark.parametrize(
    "text",
    [
        "Four people died, he said " + "and the road was wide " * 2_000,
        "four people died police said " * 400,
        "قال رئيس البلدية إن ثمانية أشخاص قتلوا في الغارة. " * 20,
        "Acht Menschen starben bei dem Angriff, sagte der Bürgermeister am Montag. " * 20,
        "He said: \u200f\u202eFour died\u202c 🚑 \ufffd \x1b[31m said “",
        "“" * 600 + " he said",
        "said",
        "—",
    ],
    ids=["10,000 words", "no stops", "right to left", "German", "marks", "quotation marks", "a word", "a dash"],
)
def test_any_text_is_read(text: str, way: str) -> None:
    found = read(text, way)
    assert all(span.end <= len(text) for one in found.tagged for span in (*one.source, *one.cue, *one.content))


@pytest.mark.parametrize(
    "text", ["قال رئيس البلدية إن ثمانية أشخاص قتلوا.", "Acht Menschen starben, sagte der Mann mit dem Hut. " * 5]
)
def test_a_language_that_it_was_not_taught_is_said_and_not_guessed_at(text: str) -> None:
    found = read(text)
    assert found.is_foreign
    assert not found.tagged


SOME = st.lists(st.lists(st.sampled_from(["said", "Ana", "“", "unbelievably", "1,200"]), min_size=1, max_size=90))


@settings(max_examples=40, deadline=None)
@given(SOME)
def test_each_word_is_told_by_one_window_and_no_window_is_too_long(sentences: list[list[str]]) -> None:
    text, spans = "", []
    for some in sentences:
        spans.append(Span(len(text), len(text) + len(" ".join(some))))
        text += " ".join(some) + " "
    tokenizer = network.encoder().tokenizer
    run = lines(tokenizer, text, spans, ())
    found = windows(tokenizer, run)
    told = [word for one in found for word in one.words[one.first : one.last]]
    assert told == [word.span for line in run for word in line.words]
    assert all(len(one.pieces) == len(one.shapes) <= LONGEST for one in found)


def test_it_is_small_enough_to_be_passed_on() -> None:
    assert sum((load.FOLDER / name).stat().st_size for name in FILES) <= MEGABYTES * 1_000_000


@pytest.mark.parametrize("name", [load.NETWORK, load.TOKENIZER])
def test_a_damaged_file_is_an_error_that_names_it(tmp_path: Path, name: str) -> None:
    folder = shutil.copytree(load.FOLDER, tmp_path / "model")
    content = bytearray((folder / name).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / name).write_bytes(content)
    with pytest.raises(ModelError, match=name):
        encoder.annotate(a_document("It fell, he said."), Field.TEXT, folder=folder)


@pytest.mark.slow
def test_a_build_with_a_damaged_model_is_one_line_that_names_the_file(tmp_path: Path) -> None:
    source = shutil.copytree(TOP / "src", tmp_path / "src")
    place = source / load.FOLDER.relative_to(TOP / "src") / load.NETWORK
    place.write_bytes(place.read_bytes()[:-1000])
    (tmp_path / "one.txt").write_text("Four people died, he said.", encoding="utf-8")
    program = "import sys; from tollbook.cli import main; sys.exit(main())"
    (tmp_path / "by.toml").write_text('annotate = "encoder"', encoding="utf-8")
    build = ["build", tmp_path / "one.txt", "--book", tmp_path / "one.db", "--config", tmp_path / "by.toml"]
    command = [sys.executable, "-c", program, *build]
    ran = subprocess.run(command, env={"PYTHONPATH": str(source)}, capture_output=True, text=True, check=False)
    assert ran.returncode == ModelError.exit_code
    assert ran.stderr.count("\n") == 1
    assert load.NETWORK in ran.stderr


@pytest.mark.slow
def test_the_same_reports_give_the_same_bytes_in_one_process_and_in_two(tmp_path: Path) -> None:
    (tmp_path / "by.toml").write_text('annotate = "encoder"\nattribute = "encoder"\n', encoding="utf-8")
    for jobs in ("1", "2"):
        book, settings = tmp_path / f"{jobs}.db", ["--config", tmp_path / "by.toml", "--jobs", jobs]
        assert tollbook("build", TOP / "samples", "--book", book, *settings).returncode == 0
        assert tollbook("export", book, "--to", tmp_path / jobs, "--format", "jsonl").returncode == 0
    for table in (tmp_path / "1").iterdir():
        assert table.read_bytes() == (tmp_path / "2" / table.name).read_bytes()
