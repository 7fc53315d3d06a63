"""A rich invented book for the report: a wire carried by three sites, a denial, silence, open ends, other scripts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.builders import a_claim, a_document, a_reading, a_source
from tollbook.model import (
    Actor,
    Book,
    Claim,
    Copy,
    Decision,
    Document,
    Incident,
    Interval,
    Passage,
    Place,
    Reason,
    Source,
    Span,
    Toll,
    TollGroup,
    Words,
)
from tollbook.terms import Bound, Certainty, CopyKind, Harm, Kind, Measure, SourceKind, Stance

LEAD = "At least 12 people were killed when a missile struck the ferry terminal of Port Sella"
WIRE = (
    f"PORT SELLA (Harbour Wire) — {LEAD} on Saturday, a port official said. Cranes were still burning at dusk.\n\n"
    "The dead include Ilan Verosta, 41, a ticket clerk. Some 30 others were hurt, the official added.\n\n"
    "The terminal had been closed to freight since the winter. Ferries to the islands were called back, and the "
    "harbour master asked owners of small boats to keep the channel free. Night services will not run until Monday."
)
DAILY = f"By our staff. {LEAD} on Saturday, Harbour Wire reported, citing a port official. The mayor flew home."
POST = f"{LEAD}, a port official told Harbour Wire. Verosta leaves two sons."
QUAY = "Twelve or more people died when a missile hit Port Sella's ferry terminal, according to Harbour Wire."
CLINIC = (
    "🚢🔥 Port Sella clinic: the bodies of 19 people, among them 3 crew members, were brought in, its director, "
    "Dr Oana Brisk, said on Sunday. Dozens were treated for burns."
)
ARMY = (
    "The northern army denied on Sunday that its forces had struck the terminal. A spokesman denied that 12 civilians "
    "were killed by its fire."
)
MINISTRY = "The interior ministry said it had no information on casualties in Port Sella."
ARABIC = "قال شاهد عيان إن تسعة أشخاص قتلوا في الميناء يوم السبت، بينهم عامل تذاكر."
HEBREW = "שלושה אנשים נפצעו במעבורת, אמר רב החובל."
RIVER = "Up to 40,000 people were displaced when the Oma burst its banks; 2 drowned, the district said."
BRIDGE = "A bus left the Tarn bridge. Police could not say whether anyone had died."


def _linked(incident: str, *claims: Claim, repeats: dict[str, Claim] | None = None) -> tuple[Claim, ...]:
    """The claims as voice leaves them; `repeats` says which claim one repeats, by its document."""
    origins = {document: claim.id for document, claim in (repeats or {}).items()}
    return tuple(replace(one, incident=incident, origin=origins.get(one.document, one.id)) for one in claims)


def _cue(document: Document, word: str) -> Words:
    start = document.text.index(word)
    return Words(word, Span(start, start + len(word)))


def a_toll(harm: Harm, low: int | None, best: int | None, high: int | None, **more: Any) -> Toll:
    """A toll of everybody, uncontested, that three rules answer alike unless told otherwise."""
    filled: dict[str, Any] = {
        "group": None, "contested": False, "provisional": False, "grade": None, "origins": 1, "documents": 1,
        "rule": "tollbook@1", "evidence": (), "against": (),
        "other_rules": (("envelope@1", low, None, high), ("ibc@1", low, best, high)),
    }  # fmt: skip
    return Toll(harm=harm, low=low, best=best, high=high, **{**filled, **more})


def documents() -> dict[str, Document]:
    """The reports by id; one has no publisher, one no date, one an address that must not be followed."""
    web = "https://{}.example/2031/sella".format
    some = (
        a_document(WIRE, "wire", publisher="Harbour Wire", title="Missile hits ferry terminal; Ilan Verosta among dead",
                   url=web("wire"), published="2031-05-03T19:10:00Z", language="en"),
        a_document(DAILY, "daily", publisher="Coast Daily", title="Twelve dead in Port Sella", url=web("daily"),
                   published="2031-05-04", language="en"),
        a_document(POST, "post", publisher="The Ferry Post", url=web("post") + "/ilan-verosta", published="2031-05-04"),
        a_document(QUAY, "quay", publisher="Quay News", published="2031-05-04"),
        a_document(CLINIC, "clinic", publisher="Sella Evening", title="Clinic counts 19", published="2031-05-04"),
        a_document(ARMY, "army", publisher="Northern Gazette", url="javascript:alert(document.domain)"),
        a_document(MINISTRY, "ministry", title="Ministry: nothing known", published="2031-05-05"),
        a_document(ARABIC, "arabic", publisher="صوت الميناء", published="2031-05-04", language="ar"),
        a_document(HEBREW, "hebrew", publisher="קול הים", published="2031-05-04", language="he"),
        a_document(RIVER, "river", publisher="Oma Valley Times", published="2031-04-02"),
        a_document(BRIDGE, "bridge", publisher="Tarn Bulletin"),
    )  # fmt: skip
    return {one.id: one for one in some}


def harbour_claims(of: dict[str, Document]) -> dict[str, Claim]:
    """Who said what about Port Sella."""
    media, official = SourceKind.MEDIA, SourceKind.OFFICIAL_UNNAMED

    def wired(id: str) -> tuple[Source, ...]:
        return a_source(of[id].text, "Harbour Wire", media), a_source(of[id].text, "a port official", official)

    lead: dict[str, Any] = {"count": "At least 12", "low": 12, "high": None}
    return {
        "wire": a_claim(of["wire"], LEAD, **lead, sources=wired("wire"), cue=_cue(of["wire"], "said"),
                        persons=("Ilan Verosta",), said=Interval("2031-05-03", "2031-05-03")),
        "hurt": a_claim(of["wire"], "Some 30 others were hurt", "Some 30", 27, high=33, bound=Bound.ABOUT,
                        harm=Harm.INJURED, sources=("the official",)),
        "daily": a_claim(of["daily"], LEAD, **lead, sources=wired("daily")),
        "post": a_claim(of["post"], LEAD, **lead, sources=wired("post")),
        "quay": a_claim(of["quay"], "Twelve or more people died", "Twelve or more", 12, high=None,
                        sources=(a_source(QUAY, "Harbour Wire", media),)),
        "clinic": a_claim(of["clinic"], "the bodies of 19 people, among them 3 crew members, were brought in", "19", 19,
                          sources=("Dr Oana Brisk",), stance=Stance.CONFIRMS,
                          said=Interval("2031-05-04", "2031-05-04")),
        "crew": a_claim(of["clinic"], "among them 3 crew members", "3", 3, group="crew members", measure=Measure.PART,
                        sources=("Dr Oana Brisk",)),
        "dozens": a_claim(of["clinic"], "Dozens were treated for burns", "Dozens", 24, high=99, bound=Bound.VAGUE,
                          harm=Harm.INJURED),
        "army": a_claim(of["army"], "denied on Sunday that its forces had struck the terminal",
                        kind=Kind.RESPONSIBILITY, stance=Stance.DENIES, sources=("The northern army",),
                        actor=Actor("The northern army", "suspected")),
        "none": a_claim(of["army"], "denied that 12 civilians were killed", "12", 12, group="civilians",
                        stance=Stance.DENIES, sources=("A spokesman",)),
        "ministry": a_claim(of["ministry"], "it had no information on casualties in Port Sella",
                            stance=Stance.NO_INFORMATION, sources=("The interior ministry",)),
        "arabic": a_claim(of["arabic"], "تسعة أشخاص قتلوا في الميناء", "تسعة", 9, sources=("شاهد عيان",),
                          certainty=Certainty.HEDGED),
        "hebrew": a_claim(of["hebrew"], "שלושה אנשים נפצעו במעבורת", "שלושה", 3, harm=Harm.INJURED,
                          sources=("רב החובל",)),
    }  # fmt: skip


def harbour(of: dict[str, Document]) -> tuple[Incident, tuple[Claim, ...], tuple[Copy, ...]]:
    """The strike: its incident, its claims with their origins, and what repeats what."""
    own = harbour_claims(of)
    wire, clinic, none = own["wire"], own["clinic"], own["none"]
    claims = _linked("i-sella", *own.values(), repeats=dict.fromkeys(("daily", "post", "quay"), wire))
    killed = a_toll(
        Harm.KILLED, 9, 12, None, contested=True, origins=3, documents=6, grade="Fair",
        evidence=(wire.id, clinic.id, own["arabic"].id), against=(none.id,),
        other_rules=(("envelope@1", 9, None, 19), ("ibc@1", 9, None, 19), ("ucdp@1", None, None, None)),
        reasons=(Reason(wire.id, True, "its latest figure"), Reason(own["crew"].id, False, "part of a larger figure")),
        leave_one_out=((wire.id, 9, 19, 19), (clinic.id, 9, 12, None)),
    )  # fmt: skip
    tolls = (
        killed,
        a_toll(Harm.KILLED, None, None, None, group=TollGroup("civilians", None, False), contested=True, origins=0,
               documents=0, against=(none.id,), provisional=True),
        a_toll(Harm.INJURED, 3, 27, 99, origins=3, documents=3),
    )  # fmt: skip
    incident = Incident(
        "i-sella", "Missile strike on the ferry terminal of Port Sella", "airstrike",
        Interval("2031-05-03", "2031-05-03"), Place("Port Sella", "Marenia", 41.25, 12.5, 5.0),
        (Actor("The northern army", "suspected"),), tuple(sorted({one.document for one in claims})),
        tuple(one.id for one in claims), tolls=tolls,
    )  # fmt: skip
    copies = tuple(
        Copy(Passage(id, own[id].span), Passage("wire", wire.span), kind, share, id != "quay", told)
        for id, kind, share, told in (
            ("daily", CopyKind.VERBATIM, 1.0, "credits Harbour Wire"),
            ("post", CopyKind.EDITED, 0.97, "credits Harbour Wire"),
            ("quay", CopyKind.REWRITTEN, 0.61, "the same rare words"),
        )
    )
    return incident, claims, copies


def a_harbour_book() -> Book:
    """Three incidents: a contested strike, a flood with figures far apart, and a crash without any figure."""
    of = documents()
    incident, claims, copies = harbour(of)
    flood = _linked(
        "i-oma",
        a_claim(of["river"], "Up to 40,000 people were displaced", "Up to 40,000", 0, high=40000, bound=Bound.AT_MOST,
                harm=Harm.DISPLACED, sources=("the district",)),
        a_claim(of["river"], "2 drowned", "2", 2, sources=("the district",)),
    )  # fmt: skip
    crash = _linked(
        "i-tarn",
        a_claim(of["bridge"], "Police could not say whether anyone had died", stance=Stance.NO_INFORMATION,
                sources=("Police",)),
    )  # fmt: skip
    oma = Incident(
        "i-oma", "Flood of the Oma", "flood", Interval("2031-03-30", "2031-04-01"), Place("Oma valley"), (), ("river",),
        tuple(one.id for one in flood),
        tolls=(a_toll(Harm.KILLED, 2, 2, 2), a_toll(Harm.DISPLACED, 0, None, 40000)),
    )  # fmt: skip
    tarn = Incident("i-tarn", "Bus off the Tarn bridge", "accident", None, None, (), ("bridge",), (crash[0].id,))
    gone = Decision(
        "here", 1, "", "h", "withdraw", "old-report", "f", "it named Ilan Verosta", "2031-05-06", role="editor"
    )
    of_document: dict[str, list[Claim]] = {id: [] for id in sorted(of)}
    for one in (*claims, *flood, *crash):
        of_document[one.document].append(one)
    readings = tuple(a_reading(of[id], *some) for id, some in of_document.items())
    return Book(readings, (*claims, *flood, *crash), copies, (incident, oma, tarn), (gone,))
