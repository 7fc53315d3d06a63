"""Lists of phrases, and which of them stands in a sentence."""

from __future__ import annotations

from collections.abc import Iterable


class Phrases:
    """Phrases in the order in which they count. Most sentences hold the longest word of none, and are passed over."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._ranked: dict[str, list[tuple[int, str]]] = {}
        for rank, phrase in enumerate(phrases):
            longest = max(phrase.split(), key=len)
            self._ranked.setdefault(longest, []).append((rank, phrase))

    @property
    def longest_words(self) -> frozenset[str]:
        """A word of every phrase: where none of them stands, no phrase does."""
        return frozenset(self._ranked)

    def first_in(self, words: str) -> str | None:
        """The first of the phrases that stands in the words, whole."""
        near = [one for word in words.split() if word in self._ranked for one in self._ranked[word]]
        padded = f" {words} "
        return next((phrase for _, phrase in sorted(near) if f" {phrase} " in padded), None)
