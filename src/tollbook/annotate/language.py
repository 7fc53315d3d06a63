"""Whether a text is in English, the one language of the lexicon and of the model: in others they would be guessing."""

from __future__ import annotations

from collections.abc import Sequence

from tollbook import lexicon
from tollbook.model import Token

# So many words tell; fewer do only where not one of them is in Latin letters.
FEWEST = 25
# The share of an English text's words that are in lexicon/en/language.toml. Below 0.1 stood a handful of gva's pages,
# lists of names and figures; lines of our own in seven other languages of the same letters stood below 0.07.
LEAST = 0.08


def is_foreign(tokens: Sequence[Token], declared: str | None) -> bool:
    """Whether the text is in another language, by what its publisher says of it or else by its small words."""
    if declared and not declared.lower().startswith("en"):
        return True
    words = [token.word for token in tokens if token.word[0].isalpha()]
    if len(words) < FEWEST:
        return bool(words) and not any(word.isascii() for word in words)
    return sum(map(lexicon.words("language", "small").__contains__, words)) < LEAST * len(words)
