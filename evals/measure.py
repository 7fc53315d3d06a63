"""Run a command as a user would, and tell how long it took and how much memory its largest process held."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

TOLLBOOK = str(Path(sys.executable).with_name("tollbook"))


class CommandFailed(Exception):
    """A command that exited with anything but 0; the text holds what it printed last."""


@dataclass(frozen=True)
class Ran:
    """What a command cost: wall-clock seconds, and the peak of its largest process in megabytes."""

    seconds: float
    megabytes: float
    output: str


def run(command: Sequence[str | Path], log: Path) -> Ran:
    """Run a command to its end with its output in `log`; CommandFailed where it does not exit with 0."""
    words = [str(word) for word in command]
    with log.open("w", encoding="utf-8") as output:
        started = time.perf_counter()
        process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    text = log.read_text(encoding="utf-8", errors="replace")
    if process.returncode:
        raise CommandFailed(f"{' '.join(words)} exited with {process.returncode}\n{text[-2000:]}")
    # Linux counts kilobytes, macOS bytes.
    return Ran(seconds, usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024), text)
