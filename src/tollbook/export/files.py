"""Files put in their place whole or not at all: a reader never sees half of an export."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from tollbook.errors import TollbookError
from tollbook.export.visible import spelled_out


def put(files: Mapping[Path, Iterable[str]]) -> None:
    """Write each file from its pieces of text, in UTF-8; folders are made, and no other file is touched.

    All are written beside their places first and moved there last, so that a full disk leaves the old ones standing.
    TollbookError says what to do where the system refuses.
    """
    beside = {path: path.with_name(f".{path.name}.{os.getpid()}.part") for path in files}
    path = Path()
    try:
        for path, pieces in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(beside[path], pieces)
        for path, temporary in beside.items():
            os.replace(temporary, path)
    except OSError as error:
        raise TollbookError(_refusal(error, path)) from error
    finally:
        for temporary in beside.values():
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _write(path: Path, pieces: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(pieces)
        file.flush()
        os.fsync(file.fileno())


def _refusal(error: OSError, path: Path) -> str:
    reason = (error.strerror or str(error)).lower()
    return f"cannot write {spelled_out(str(path))}: {reason}; make room there, or name another place with --to"
