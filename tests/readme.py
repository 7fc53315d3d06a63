"""`make readme`: write the examples in README.md anew from what the program prints about the samples."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path

from tests.conftest import TOP, tollbook

README = TOP / "README.md"
LONGEST = 26  # lines of an example, so that the README stays a page that people read
BLOCK = re.compile(r"(<!-- (\w+) -->\n```text\n).*?(^```$)", re.MULTILINE | re.DOTALL)


def examples(folder: Path) -> dict[str, str]:
    """What the commands of the README print about a book of the samples, made in this empty folder; by their names."""
    (folder / "samples").symlink_to(TOP / "samples")
    _printed(folder, "build", "samples", "--book", "samples.db")
    rows = json.loads(_printed(folder, "incidents", "samples.db", "--json"))
    ferry = next(row["id"] for row in rows if "ferry-first" in row["documents"])
    return {
        "incidents": _printed(folder, "incidents", "samples.db"),
        "explain": _printed(folder, "explain", "samples.db", ferry),
    }


def _printed(folder: Path, *arguments: str) -> str:
    ran = tollbook(*arguments, folder=folder)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def filled(page: str, shown: dict[str, str]) -> str:
    """The page with each marked block holding what its command prints, cut where it is long."""

    def block(match: re.Match[str]) -> str:
        lines = [line.rstrip() for line in shown[match[2]].strip("\n").split("\n")]
        kept = [line for line in lines[:LONGEST] if line or match[2] != "incidents"]
        return match[1] + "\n".join([*kept, *(["…"] if len(lines) > LONGEST else []), ""]) + match[3]

    return BLOCK.sub(block, page)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        README.write_text(filled(README.read_text(encoding="utf-8"), examples(Path(place))), encoding="utf-8")
