"""Which files there are to read, each real file once, and by what id each is known."""

from __future__ import annotations

import os
import stat
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote_from_bytes

from tollbook.model import Unread
from tollbook.read.decode import sound, where


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read, and the id of the document in it."""

    path: Path
    id: str


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    root: Path

    @property
    def names(self) -> tuple[str, ...]:
        """What the file can be called, shortest first; the last, in bytes after a "%", is no other file's."""
        relative = self.path.relative_to(self.root).as_posix()
        return (
            sound(self.path.stem),
            sound(relative),
            sound(self.path.as_posix()),
            f"%{quote_from_bytes(os.fsencode(self.path))}",
        )


def files(paths: Sequence[Path], suffixes: Collection[str]) -> tuple[Found | Unread, ...]:
    """Every file at and below these paths, in the order of their places; Unread for those that cannot be read.

    Files and folders whose name begins with a dot are left out, unless given themselves. Neither the order of the
    paths nor that of the folders changes anything.
    """
    candidates, unread = _apart(found for path in sorted(set(paths)) for found in _at(path))
    checked, more = _apart(_checked(file, suffixes) for file in _once(candidates))
    known: list[Found | Unread] = [*unread, *more, *_named(checked)]
    return tuple(sorted(known, key=lambda one: where(one.path) if isinstance(one, Found) else one.where))


def trouble(error: OSError) -> str:
    """What went wrong with a file, in a few words."""
    if isinstance(error, PermissionError):
        return "no permission"
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    return (error.strerror or "cannot be read").lower()


def _apart(found: Iterable[_File | Unread]) -> tuple[list[_File], list[Unread]]:
    every = list(found)
    return [one for one in every if isinstance(one, _File)], [one for one in every if isinstance(one, Unread)]


def _at(path: Path) -> Iterator[_File | Unread]:
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except OSError as error:
        yield Unread(where(path), trouble(error))
        return
    if is_folder:
        yield from _below(path)
    else:
        yield _File(path, path.parent)


def _below(root: Path) -> Iterator[_File | Unread]:
    """The files of a folder. Links to folders are followed last, so that a real folder is known by its own name."""
    folders, links = [root], list[Path]()
    seen = set()
    while folders or links:
        folder = folders.pop() if folders else links.pop()
        real = os.path.realpath(folder)
        if real in seen:
            continue
        seen.add(real)
        try:
            names = sorted(os.listdir(folder), reverse=True)
        except OSError as error:
            yield Unread(where(folder), trouble(error))
            continue
        for path in (folder / name for name in names if not name.startswith(".")):
            if os.path.isdir(path):
                (links if path.is_symlink() else folders).append(path)
            else:
                yield _File(path, root)


def _once(candidates: Iterable[_File]) -> list[_File]:
    """Each real file by one path: its own rather than a link's, else the first."""
    by_real: dict[str, _File] = {}
    for file in sorted(candidates, key=lambda one: (_is_link(one.path), one.path, one.root)):
        by_real.setdefault(os.path.realpath(file.path), file)
    return list(by_real.values())


def _is_link(path: Path) -> bool:
    return os.path.realpath(path) != os.path.abspath(path)


def _checked(file: _File, suffixes: Collection[str]) -> _File | Unread:
    place, suffix = where(file.path), file.path.suffix.lower()
    if suffix not in suffixes:
        return Unread(place, f"kind not read: {sound(suffix) or 'no suffix'}", is_error=False)
    try:
        is_regular = stat.S_ISREG(file.path.stat().st_mode)
    except OSError as error:
        return Unread(place, trouble(error))
    return file if is_regular else Unread(place, "not a regular file")


def _named(files: Sequence[_File]) -> list[Found]:
    """Each file under the shortest of its names that is nobody else's; of two alike, the shorter kind gives way."""
    names = [file.names for file in files]
    steps = [0] * len(files)
    while True:
        alike: dict[str, list[int]] = defaultdict(list)
        for at, step in enumerate(steps):
            alike[names[at][step]].append(at)
        clashing = [group for group in alike.values() if len(group) > 1]
        if not clashing:
            return [Found(file.path, names[at][steps[at]]) for at, file in enumerate(files)]
        for group in clashing:
            least = min(steps[at] for at in group)
            for at in group:
                steps[at] += steps[at] == least
