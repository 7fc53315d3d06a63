"""Lists of phrases, and which of them stands in a sentence."""

from __future__ import annotations

from collections.abc import Iterable


class Phrases:
    """Phrases in the order in which they count. Most sentences hold the longest word of none, and are passed over."""

    def __init__(self, phrases: Iterable[str]) -> None:
        # By the longest word: the phrase's rank, how many of its words stand before that one, and its words.
        self._ranked: dict[str, list[tuple[int, int, list[str], str]]] = {}
        for rank, phrase in enumerate(phrases):
            words = phrase.split()
            longest = max(words, key=len)
            self._ranked.setdefault(longest, []).append((rank, words.index(longest), words, phrase))
        self._longest = frozenset(self._ranked)

    @property
    def longest_words(self) -> frozenset[str]:
        """A word of every phrase: where none of them stands, no phrase does."""
        return self._longest

    def first_in(self, words: list[str]) -> str | None:
        """The first of the phrases that stands in the words, whole."""
        if self._longest.isdisjoint(words):
            return None
        best: tuple[int, str] | None = None
        for at, word in enumerate(words):
            for rank, before, parts, phrase in self._ranked.get(word, ()):
                if best and best[0] <= rank:
                    break
                start = at - before
                if start >= 0 and words[start : start + len(parts)] == parts:
                    best = (rank, phrase)
        return best[1] if best else None
