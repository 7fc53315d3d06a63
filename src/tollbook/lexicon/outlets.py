"""Names of publishers and agencies in the one form in which they are compared."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from tollbook.lexicon import table


@lru_cache(maxsize=1 << 14)
def outlet(name: str) -> str:
    """The name as it is compared: "The Harbour Post" and "https://www.harbourpost.example/" are "harbourpost"."""
    site = re.sub(r"^\w+://|(?s:/.*)", "", name.strip().casefold())
    site = re.sub(r"^www\.|^the\s+|(?<=\w)(?:\.(?:co|com|org|net|ac))?\.[a-z]{2,8}$", "", site)
    plain = re.sub(r"[\W_]+", "", site)
    return _agencies().get(plain, plain)


@cache
def _agencies() -> Mapping[str, str]:
    return {name: same[0] for same in table("agencies")["same"] for name in same}
