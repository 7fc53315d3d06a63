"""The closed vocabularies of the contract: every value that a field with a fixed list of answers can take."""

from enum import StrEnum


class Field(StrEnum):
    """The part of a document that a span points into. A headline inside the text of a plain file is text."""

    TEXT = "text"
    TITLE = "title"


class Kind(StrEnum):
    """What a claim is about: people harmed, that the incident happened, or who did it."""

    HARM = "harm"
    OCCURRENCE = "occurrence"
    RESPONSIBILITY = "responsibility"


class Harm(StrEnum):
    """What happened to people. "Casualties" is no harm: some count the wounded in it and some do not."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    CAPTURED = "captured"
    DISPLACED = "displaced"
    UNHARMED = "unharmed"


class Bound(StrEnum):
    """How the words close the number: "at least 12" is [12, open), "up to n" is [0, n]."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"
    VAGUE = "vague"


class Stance(StrEnum):
    """The source's attitude. Only asserts and confirms supply numbers."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    DENIES = "denies"
    DOUBTS = "doubts"
    NO_INFORMATION = "no_information"


class Certainty(StrEnum):
    """How the words hedge: "feared" and "reportedly" are hedged, "if there was" is hypothetical."""

    STATED = "stated"
    HEDGED = "hedged"
    HYPOTHETICAL = "hypothetical"


class Measure(StrEnum):
    """How a figure stands to others: all so far, those added, or some of a larger figure."""

    TOTAL = "total"
    NEW = "new"
    PART = "part"


class CopyKind(StrEnum):
    """How a passage repeats another."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    QUOTE = "quote"
    REWRITTEN = "rewritten"


class SourceKind(StrEnum):
    """What a link of a chain is."""

    GOVERNMENT = "government"
    MILITARY = "military"
    ARMED_GROUP = "armed_group"
    OFFICIAL_UNNAMED = "official_unnamed"
    MONITOR = "monitor"
    MEDIA = "media"
    RELATIVE = "relative"
    POLITICIAN = "politician"
    ANALYST = "analyst"
    SOCIAL_MEDIA = "social_media"
    MEDICAL = "medical"
    POLICE = "police"
    WITNESS = "witness"
    UNKNOWN = "unknown"
