"""What is measured: each set of labelled reports, how its book is built, who scores it, and what others reach."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
WORK = TOP / "build" / "evals"


def folder() -> Path | None:
    """The folder `evals` of the data that TOLLBOOK_DATA names, ../shared unless it is set; None where it is absent."""
    place = Path(os.environ.get("TOLLBOOK_DATA") or TOP.parent / "shared") / "evals"
    return place if (place / "data").is_dir() else None


@dataclass(frozen=True)
class Trial:
    """One book to build and score. Paths are below evals/data; `figures` are those that keep a floor.

    With `half` the texts and answers are that half of our own labels (evals/labels), and there are no paths.
    """

    name: str
    inputs: str
    gold: str
    scorer: str
    figures: tuple[str, ...]
    build: tuple[str, ...] = ()
    score: tuple[str, ...] = ()
    half: str | None = None


_INCIDENTS = "score_incidents.py"
_COUNTED = ("killed_exact", "injured_exact", "date_exact")
_RANGED = ("killed_both", "killed_overlap", "injured_both", "injured_overlap")
_CLAIMS = ("claim_f1", "claim_precision", "numeral_recall", "named_recall", "speaker", "stance")
_PARTS = ("source_f1", "cue_f1", "content_f1", "attribution_f1", "attribution_exact_f1")
_RULES = ("--config", str(TOP / "evals" / "rules.toml"))

_BY_DEFAULT = (
    Trial("gva", "gva/documents.jsonl", "gva/gold.jsonl", _INCIDENTS, ("cluster_b3_f1", *_COUNTED)),
    Trial(
        "gva_cases", "gva/documents.jsonl", "gva/gold.jsonl", _INCIDENTS,
        (*_COUNTED, "killed_many_exact", "injured_many_exact", "killed_in_range", "injured_in_range"),
        ("--cases",), ("--given-cases",),
    ),
    Trial(
        "airwars", "airwars/documents.jsonl", "airwars/gold.jsonl", _INCIDENTS,
        _RANGED, ("--cases",), ("--given-cases", "--rule", "airwars"),
    ),
    Trial(
        "airwars_no_lead", "airwars/documents_without_lead.jsonl", "airwars/gold.jsonl", _INCIDENTS,
        _RANGED, ("--cases",), ("--given-cases", "--rule", "airwars"),
    ),
    Trial(
        "muc", "muc/documents.jsonl", "muc/gold.jsonl", "score_victims.py",
        ("victim_recall", "counted_recall", "quiet"),
    ),
    Trial("polnear", "polnear/dev", "polnear/dev", "score_attributions.py", _PARTS),
    Trial("claims_steer", "", "", "score_claims.py", _CLAIMS, ("--cases",), half="steer"),
    Trial("claims_test", "", "", "score_claims.py", _CLAIMS, ("--cases",), half="test"),
)  # fmt: skip


def _by_rules(trial: Trial) -> Trial:
    return replace(trial, name=f"rules_{trial.name}", build=(*trial.build, *_RULES))


# These are built by the rules alone as well.
_AGAIN = ("gva", "airwars", "airwars_no_lead", "polnear", "claims_steer", "claims_test")
TRIALS = (*_BY_DEFAULT, *(_by_rules(trial) for trial in _BY_DEFAULT if trial.name in _AGAIN))


@dataclass(frozen=True)
class Others:
    """What a plain regular expression and careful people reach on held-out parts of the data; None: not measured."""

    regex: float | None
    people: float | None


# Measured before Tollbook was begun, so constants, beside figures from the open part of the data: the regular
# expression on 604 (gva) and 347 (airwars) held-out incidents, a careful reader on 70 of each. PolNeAR's people are
# two annotators of one article, by the same scorer.
OTHERS = {
    ("gva_cases", "killed_exact"): Others(0.683, 0.986),
    ("gva_cases", "injured_exact"): Others(0.617, 0.971),
    ("gva_cases", "date_exact"): Others(None, 0.943),
    ("airwars", "killed_both"): Others(0.349, 0.887),
    ("airwars", "injured_both"): Others(0.286, 0.796),
    ("airwars_no_lead", "killed_both"): Others(0.194, None),
    ("muc", "counted_recall"): Others(0.139, None),
    ("polnear", "source_f1"): Others(None, 0.811),
    ("polnear", "cue_f1"): Others(None, 0.694),
    ("polnear", "content_f1"): Others(None, 0.909),
    ("polnear", "attribution_f1"): Others(None, 0.780),
    ("polnear", "attribution_exact_f1"): Others(None, 0.634),
}
