"""What a folder of real files gives: documents with their ids, and one clear line for all else."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook import read
from tollbook.errors import UnreadableError
from tollbook.model import RawDocument, Unread
from tollbook.read.decode import decode, sound

STORY = "Four people died when a bridge fell in Orvel."


@pytest.fixture
def put(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Writes a file below the test's folder, folders included."""

    def write(name: str, content: str | bytes = STORY) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def taken(*paths: Path, limit: int = 20_000_000) -> tuple[list[RawDocument], list[Unread]]:
    every = list(read.documents(paths, read.Limits(document_bytes=limit)))
    return [one for one in every if isinstance(one, RawDocument)], [one for one in every if isinstance(one, Unread)]


def rows(*values: Any) -> bytes:
    return b"".join(json.dumps(value).encode() + b"\n" for value in values)


# --- ids


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        (["bridge.txt"], ["bridge"]),
        (["a/bridge.txt", "b/flood.html"], ["bridge", "flood"]),
        (["a/bridge.txt", "b/bridge.txt", "flood.txt"], ["a/bridge.txt", "b/bridge.txt", "flood"]),
        (["bridge.txt", "bridge.html"], ["bridge.html", "bridge.txt"]),
        (["bridge.txt", "x/bridge.txt.html", "y/bridge.txt"], ["x/bridge.txt.html", "bridge.txt", "y/bridge.txt"]),
    ],
)
def test_a_document_goes_by_its_stem_or_where_stems_collide_by_its_relative_path(
    put: Any, tmp_path: Path, names: list[str], ids: list[str]
) -> None:
    for name in names:
        put(name)
    assert sorted(one.id for one in taken(tmp_path)[0]) == sorted(ids)


def test_files_of_one_name_in_two_given_folders_go_by_the_paths_that_were_given(put: Any, tmp_path: Path) -> None:
    put("east/bridge.txt"), put("west/bridge.txt")
    documents, _ = taken(tmp_path / "east", tmp_path / "west")
    assert [one.id for one in documents] == [f"{tmp_path}/east/bridge.txt", f"{tmp_path}/west/bridge.txt"]


def test_the_order_in_which_paths_are_given_changes_nothing(put: Any, tmp_path: Path) -> None:
    paths = [put("b/bridge.txt"), put("a/bridge.txt"), put("c.jsonl", rows({"text": STORY})), tmp_path / "none.txt"]
    assert list(read.documents(paths)) == list(read.documents(paths[::-1])) == list(read.documents(paths * 2))


@pytest.mark.parametrize("id", ["a/b", "two\nlines", "../../etc", "[/b]", "‮moc", " "])
def test_an_id_is_kept_whatever_it_holds(put: Any, id: str) -> None:
    documents, _ = taken(put("d.jsonl", rows({"id": id, "text": STORY})))
    assert documents[0].id == (id if id.strip() else "d:1")


def test_a_row_without_an_id_goes_by_its_line(put: Any) -> None:
    content = rows({"text": STORY}) + b"\n" + rows({"id": None, "text": STORY}, {"id": 17, "text": STORY})
    documents, unread = taken(put("week.jsonl", content))
    assert [one.id for one in documents] == ["week:1", "week:3", "17"]
    assert not unread


# --- which files


def test_hidden_files_are_left_out_unless_given_themselves(put: Any, tmp_path: Path) -> None:
    hidden = put(".draft.txt")
    put(".git/bridge.txt"), put("flood.txt")
    assert [one.id for one in taken(tmp_path)[0]] == ["flood"]
    assert [one.id for one in taken(hidden)[0]] == [".draft"]


def test_a_file_is_read_once_by_its_own_name_however_many_links_lead_to_it(put: Any, tmp_path: Path) -> None:
    put("real/bridge.txt")
    (tmp_path / "a-link.txt").symlink_to(tmp_path / "real/bridge.txt")
    (tmp_path / "another").symlink_to(tmp_path / "real")
    documents, unread = taken(tmp_path, tmp_path / "real", tmp_path / "a-link.txt")
    assert [one.id for one in documents] == ["bridge"]
    assert not unread


def test_a_loop_of_links_is_walked_once(put: Any, tmp_path: Path) -> None:
    put("a/bridge.txt")
    (tmp_path / "a/up").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    documents, unread = taken(tmp_path)
    assert [one.id for one in documents] == ["bridge"]
    assert [Path(one.where).name for one in unread] == ["self.txt"]


def test_kinds_that_are_not_read_are_named_and_are_no_errors(put: Any, tmp_path: Path) -> None:
    put("a.pdf"), put("b.PDF"), put("README"), put("c.TXT")
    documents, unread = taken(tmp_path)
    assert [one.id for one in documents] == ["c"]
    assert sorted(one.reason for one in unread) == [
        "kind not read: .pdf", "kind not read: .pdf", "kind not read: no suffix",
    ]  # fmt: skip
    assert not any(one.is_error for one in unread)


def test_a_pipe_a_dead_link_and_an_absent_path_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    _, unread = taken(tmp_path, tmp_path / "absent")
    assert {Path(one.where).name: one.reason for one in unread} == {
        "pipe.txt": "not a regular file",
        "gone.txt": "no such file or folder",
        "absent": "no such file or folder",
    }


@pytest.fixture
def nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Works in the test's folder as a user whom permissions bind; the superuser they do not."""
    monkeypatch.chdir(tmp_path)
    if os.geteuid() != 0:
        yield
        return
    for path in (tmp_path, *tmp_path.rglob("*")):
        os.chown(path, 65534, -1)
    os.seteuid(65534)
    yield
    os.seteuid(0)


@pytest.fixture
def locked(put: Any) -> Iterator[None]:
    shut = put("shut/bridge.txt").parent
    put("locked.txt").chmod(0), put("open.txt"), shut.chmod(0)
    yield
    shut.chmod(0o755)


@pytest.mark.usefixtures("locked", "nobody")
def test_what_may_not_be_read_is_said_and_the_rest_is_read() -> None:
    documents, unread = taken(Path("."))
    assert [one.id for one in documents] == ["open"]
    assert unread == [Unread("locked.txt", "no permission"), Unread("shut", "no permission")]


def test_a_file_that_vanishes_between_walking_and_reading_costs_only_itself(put: Any, tmp_path: Path) -> None:
    put("a.txt"), put("b.txt"), put("c.txt")
    stream = read.documents([tmp_path])
    assert isinstance(next(stream), RawDocument)
    (tmp_path / "b.txt").unlink()
    assert [one.reason if isinstance(one, Unread) else one.id for one in stream] == ["no such file or folder", "c"]


def test_a_file_name_that_is_no_text_still_gives_an_id_that_can_be_stored(tmp_path: Path) -> None:
    for name in (b"\xff.txt", b"\xfe.txt"):
        (Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name)))).write_text(STORY)
    ids = [one.id for one in taken(tmp_path)[0]]
    assert len(set(ids)) == 2
    assert all(id.encode() for id in ids)


# --- the text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"Four dead.\r\n\r\nMore.\r", "Four dead.\r\n\r\nMore.\r"),
        (b"\xef\xbb\xbfFour dead.", "Four dead."),
        (b"\xef\xbb\xbf\xef\xbb\xbfFour dead.", "\ufeffFour dead."),
        ("Four “dead”.".encode("utf-16"), "Four “dead”."),
        ("Four “dead”.".encode("utf-32"), "Four “dead”."),
        (b"Four\x00 dead in Orvel.", "Four\ufffd dead in Orvel."),
        ("Четыре человека погибли под обломками моста в Орвеле.".encode("cp1251"), None),
        ("قتل أربعة أشخاص في غارة جوية على البلدة يوم الاثنين".encode("cp1256"), None),
        ("Señor Muñoz said that four were killed.".encode("cp1252"), "Señor Muñoz said that four were killed."),
        ("“Four” – “dead” – “in” – “Orvel”".encode()[:-1], "“Four” – “dead” – “in” – “Orvel\ufffd"),
    ],
)
def test_bytes_become_the_text_that_was_meant(put: Any, content: bytes, text: str | None) -> None:
    documents, unread = taken(put("bridge.txt", content))
    assert not unread
    expected = text or content.decode("cp1251" if b"\xd7\xe5" in content else "cp1256")
    assert (documents[0].media, documents[0].content) == ("text", expected)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_a_text_in_utf_8_is_kept_code_point_for_code_point(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode(), "here") == text
    assert decode(text.encode(), "here") == text.removeprefix("\ufeff")


@given(st.binary())
def test_any_bytes_are_text_or_a_clear_refusal(content: bytes) -> None:
    try:
        text = decode(content, "here")
    except UnreadableError as refused:
        text = refused.reason
    assert "\0" not in sound(text)
    sound(text).encode()


@given(st.text())
def test_sound_text_can_be_written_and_keeps_its_length(text: str) -> None:
    assert len(sound(text)) == len(text)
    assert "\0" not in sound(text)
    sound(text).encode()


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ("<META http-equiv='Content-Type' content='text/html; charset=koi8-r'>", "koi8-r"),
        ('<?xml version="1.0" encoding="windows-1251"?>', "cp1251"),
        ('<meta charset="utf-16">', "utf-8"),
        ('<meta charset="unicode_escape">', "utf-8"),
        ('<meta charset="no-such-thing">', "utf-8"),
        ("", "utf-8"),
    ],
)
def test_a_page_is_decoded_as_it_declares(put: Any, head: str, codec: str) -> None:
    page = f"{head}<p>Четыре человека погибли в Орвеле.</p>"
    path = put("bridge.html", page.encode(codec))
    documents, _ = taken(path)
    assert (documents[0].media, documents[0].content) == ("html", page)
    assert documents[0].raw == path.read_bytes()


# --- rows


def test_every_field_of_the_contract_arrives(put: Any) -> None:
    row = {
        "id": "d1", "url": "https://lantern.example/1", "publisher": "The Lantern", "title": "Bridge falls",
        "language": "en", "published": "2031-04-05T06:07:08Z", "case": "bridge", "text": STORY,
    }  # fmt: skip
    document = taken(put("d.jsonl", rows(row)))[0][0]
    assert document.content == STORY
    assert {field: getattr(document, field) for field in row if field != "text"} == {
        field: value for field, value in row.items() if field != "text"
    }


def test_a_page_in_a_row_keeps_its_bytes_and_text_speaks_where_both_are_given(put: Any) -> None:
    documents, _ = taken(put("d.jsonl", rows({"html": "<p>é</p>"}, {"html": "<p>x</p>", "text": STORY})))
    assert [(one.media, one.content, one.raw) for one in documents] == [
        ("html", "<p>é</p>", "<p>é</p>".encode()), ("text", STORY, None),
    ]  # fmt: skip


def test_nul_and_lone_surrogates_become_the_replacement_character_in_every_field(put: Any) -> None:
    line = rb'{"id": "a\u0000b", "title": "\ud83d", "publisher": "\ud83d\ude00", "text": "four\udfff dead\u0000\r\n"}'
    document = taken(put("d.jsonl", line))[0][0]
    assert (document.id, document.title, document.publisher) == ("a\ufffdb", "\ufffd", "😀")
    assert document.content == "four\ufffd dead\ufffd\r\n"


@pytest.mark.parametrize("value", ["", "  ", None])
@pytest.mark.parametrize("field", ["url", "publisher", "title", "language", "published", "case"])
def test_an_empty_field_is_unknown_and_no_complaint(put: Any, field: str, value: str | None) -> None:
    documents, unread = taken(put("d.jsonl", rows({"text": STORY, field: value})))
    assert getattr(documents[0], field) is None
    assert not unread


@pytest.mark.parametrize(
    ("published", "kept"),
    [
        ("2031-04-05", "2031-04-05"),
        ("2031-04-05 06:07", "2031-04-05 06:07"),
        ("2031-04-05T06:07:08+02:00", "2031-04-05T06:07:08+02:00"),
        ("20310405", "2031-04-05"),
        ("2031-02-30", None),
        ("04/05/2031", None),
        ("last Tuesday", None),
        ("2031", None),
        (1933113600, None),
        ([2031, 4, 5], None),
    ],
)
def test_a_date_that_is_no_iso_date_is_left_out_and_said_so(put: Any, published: Any, kept: str | None) -> None:
    documents, unread = taken(put("d.jsonl", rows({"text": STORY, "published": published})))
    assert documents[0].published == kept
    reasons = [] if kept else [("published is not an ISO date: read without it", False)]
    assert [(one.reason, one.is_error) for one in unread] == reasons


def test_a_field_that_is_no_text_is_left_out_and_said_so(put: Any) -> None:
    documents, unread = taken(put("d.jsonl", rows({"text": STORY, "url": ["a"], "case": 17, "title": True})))
    assert (documents[0].url, documents[0].title, documents[0].case) == (None, None, "17")
    assert [one.reason for one in unread] == [
        "url is not text: read without it", "title is not text: read without it",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"text": "Four peo', "not valid JSON"),
        (b"[" * 100_000, "not valid JSON"),
        (b'{"id": ' + b"1" * 5000 + b', "text": "x"}', "not valid JSON"),
        (b'["text"]', "not a JSON object"),
        (b"null", "not a JSON object"),
        (b'{"text": "caf\xe9"}', "not UTF-8, as JSON Lines must be"),
        (b'{"id": "a"}', "neither text nor html"),
        (b'{"text": null, "html": null}', "neither text nor html"),
        (b'{"text": " \\n"}', "empty"),
        (b'{"text": 4}', "text is not text"),
        (b'{"text": "", "html": ["x"]}', "html is not text"),
        (b'{"id": ["a"], "text": "x"}', "id is not text"),
        (b'{"id": 1.5, "text": "x"}', "id is not text"),
        (b'{"text": "' + b"x" * 6000 + b'"}', "over the limit of 0.0055 MB for one document"),
    ],
)
def test_a_bad_line_costs_itself_and_says_where(put: Any, line: bytes, reason: str) -> None:
    path = put("d.jsonl", rows({"id": "first", "text": STORY}) + line + b"\n" + rows({"id": "last", "text": STORY}))
    documents, unread = taken(path, limit=5500 if line[:1] != b"[" else 200_000)
    assert [one.id for one in documents] == ["first", "last"]
    assert unread == [Unread(f"{path}:2", reason)]


def test_a_file_of_rows_may_begin_with_a_byte_order_mark_and_end_without_a_line_end(put: Any) -> None:
    content = b"\xef\xbb\xbf" + rows({"text": STORY}).replace(b"\n", b"\r\n") + rows({"text": STORY}).rstrip()
    assert [one.id for one in taken(put("d.jsonl", content))[0]] == ["d:1", "d:2"]


# --- bad files


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \r\n\t", "empty"),
        ("mark.txt", b"\xef\xbb\xbf", "empty"),
        ("empty.html", b"\n", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x00" * 40, "binary, not text"),
        ("zeros.txt", bytes(4000), "binary, not text"),
        ("picture.html", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" * 40, "binary, not text"),
        ("long.txt", b"x" * 5001, "over the limit of 0.005 MB for one document"),
        ("long.html", b"x" * 5001, "over the limit of 0.005 MB for one document"),
        ("wide.jsonl", '{"text": "x"}'.encode("utf-16"), "not UTF-8, as JSON Lines must be"),
    ],
)
def test_a_bad_file_costs_itself_and_says_why(put: Any, tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    put("good.txt")
    path = put(f"bad/{name}", content)
    documents, unread = taken(tmp_path, limit=5000)
    assert [one.id for one in documents] == ["good"]
    assert unread == [Unread(str(path), reason)]


def test_fifty_megabytes_in_one_line_are_passed_over(put: Any) -> None:
    path = put("d.jsonl", b'{"text": "' + b"x" * 50_000_000 + b'"}\n' + rows({"id": "last", "text": STORY}))
    documents, unread = taken(path)
    assert [one.id for one in documents] == ["last"]
    assert unread == [Unread(f"{path}:1", "over the limit of 20 MB for one document")]


def test_a_folder_with_nothing_to_read_gives_nothing(tmp_path: Path) -> None:
    assert taken(tmp_path) == ([], [])


def test_what_find_lists_is_what_is_read(put: Any, tmp_path: Path) -> None:
    put("a/bridge.txt"), put("b/bridge.txt"), put("x.pdf")
    found = read.find([tmp_path])
    assert [one.id if isinstance(one, read.Found) else one.reason for one in found] == [
        "a/bridge.txt", "b/bridge.txt", "kind not read: .pdf",
    ]  # fmt: skip
