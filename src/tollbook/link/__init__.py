"""Link: claims of many documents joined into incidents, by what the reports say and never by whom they repeat."""

from tollbook.link.cases import link as by_cases
from tollbook.link.resemblance import Settings as Settings
from tollbook.link.words import link as by_words

VERSION = "6"

LINKERS = {"words": by_words, "cases": by_cases}
