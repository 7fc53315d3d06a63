"""What the person who exports chooses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tollbook.errors import UsageError


@dataclass(frozen=True, slots=True)
class Choices:
    """`names` is "none" (the names of people harmed are masked, the default) or "all"; UsageError for any other.

    `rules` is what each rule says of itself, by its name without a version: a reader of figures is owed that.
    """

    names: str = "none"
    rules: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.names not in ("none", "all"):
            raise UsageError(f"--names takes none or all, not {self.names!r}")
