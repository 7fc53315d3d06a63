"""Books for the tests of exports and commands: invented reports, with every field of the contract filled somewhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.builders import a_claim, a_document, a_reading, a_source
from tollbook.model import (
    Actor,
    Attribution,
    Book,
    Claim,
    Copy,
    Decision,
    Incident,
    Interval,
    Passage,
    Place,
    RawDocument,
    Reading,
    Reason,
    Span,
    Toll,
    TollGroup,
    Words,
)
from tollbook.store import open_book, packed
from tollbook.terms import CopyKind, Field, Harm, Kind, SourceKind, Stance

COURIER = (
    "A rocket hit the market of Velinka on Monday. Mira Dovan and Petar Dovan were killed, the mayor said.\n"
    "Dovan, 34, sold bread. At least twelve people were wounded."
)
HERALD = "VELINKA: MIRA DOVAN was among two killed, the Courier reported. The army denied that it had struck Velinka."
POST = "Nothing is known of any dead in Velinka, an official told the Post."


def a_book(**changed: object) -> Book:
    """Three reports on one strike: a figure with names, a repeat in capitals, a denial and a "no information"."""
    courier = a_document(COURIER, "courier", title="Mira Dovan killed in Velinka", published="2031-05-06")
    herald = a_document(HERALD, "herald", publisher="The Herald", url="https://herald.example/mira-dovan-killed")
    post = a_document(POST, "post")
    mayor = a_source(COURIER, "the mayor", SourceKind.GOVERNMENT)
    said = COURIER.index("said")
    killed = a_claim(
        courier, "Mira Dovan and Petar Dovan were killed", "Mira Dovan and Petar Dovan", 2,
        sources=(mayor,), cue=Words("said", Span(said, said + 4)), persons=("Mira Dovan", "Petar Dovan"),
        when=Interval("2031-05-05", "2031-05-05", Span(COURIER.index("Monday"), COURIER.index("Monday") + 6)),
        where=Place("Velinka", "Ostmark", 45.5, 21.25, 5.0, Span(27, 34), ("Velinka, Ostmark",)),
        incident_kind="shelling",
    )  # fmt: skip
    hurt = a_claim(courier, "At least twelve people were wounded", "At least twelve", 12, high=None, harm=Harm.INJURED)
    repeat = a_claim(
        herald, "MIRA DOVAN was among two killed", "two", 2, group="two", persons=("MIRA DOVAN",),
        sources=(a_source(HERALD, "the Courier", SourceKind.MEDIA),),
    )  # fmt: skip
    denial = a_claim(
        herald, "The army denied that it had struck Velinka", kind=Kind.RESPONSIBILITY, stance=Stance.DENIES,
        sources=(a_source(HERALD, "The army", SourceKind.MILITARY),), actor=Actor("The army", "suspected"),
    )  # fmt: skip
    silence = a_claim(
        post, "Nothing is known of any dead in Velinka", stance=Stance.NO_INFORMATION,
        sources=(a_source(POST, "an official", SourceKind.OFFICIAL_UNNAMED),),
    )  # fmt: skip
    claims = (killed, hurt, repeat, denial, silence)
    incident = an_incident(claims, killed, hurt, repeat, denial)
    linked = tuple(replace(one, incident=incident.id, origin=one.id) for one in claims)
    linked = tuple(replace(one, origin=killed.id) if one.id == repeat.id else one for one in linked)
    attribution = Attribution(Field.TEXT, (mayor.span,), (Span(said, said + 4),), (killed.span,), (mayor,))
    readings = (
        replace(a_reading(courier, killed, hurt), attributions=(attribution,)),
        a_reading(herald, repeat, denial),
        a_reading(post, silence),
    )
    copies = (
        Copy(
            Passage("herald", repeat.span), Passage("courier", killed.span),
            CopyKind.REWRITTEN, 0.75, True, "credits the Courier",
        ),
    )  # fmt: skip
    gone = Decision("here", 1, "", "h", "withdraw", "gone", "f", "about Mira Dovan", "2031-05-07", "A. Clerk", "editor")
    book = Book(readings, linked, copies, (incident,), (gone,))
    return replace(book, **changed)  # type: ignore[arg-type]


def an_incident(claims: tuple[Claim, ...], killed: Claim, hurt: Claim, repeat: Claim, denial: Claim) -> Incident:
    """The incident of `a_book`, with a toll of the killed, one of the civilians among them, and one of the injured."""
    everybody = Toll(
        Harm.KILLED, None, 2, 2, 2, True, True, "Weak", 1, 2, "tollbook@1", (killed.id, repeat.id), (denial.id,),
        other_rules=(("envelope@1", 2, None, 2), ("ibc@1", 2, 2, 2)),
        reasons=(
            Reason(killed.id, True, "the latest figure of this origin"),
            Reason(repeat.id, False, "repeats a report of Mira Dovan's death"),
        ),
        leave_one_out=((killed.id, None, None, None),),
    )  # fmt: skip
    civilians = replace(everybody, group=TollGroup("civilians", None, False), contested=False)
    injured = replace(
        everybody, harm=Harm.INJURED, low=12, best=None, high=None, contested=False, evidence=(hurt.id,), against=(),
        other_rules=(), reasons=(Reason(hurt.id, True, "the only figure"),), leave_one_out=(), grade=None,
    )  # fmt: skip
    return Incident(
        "i" + min(one.id for one in claims)[1:], "Strike that killed Mira Dovan", "shelling",
        Interval("2031-05-05", "2031-05-05"), Place("Velinka", "Ostmark", 45.5, 21.25, 5.0),
        (Actor("The army", "suspected"),), ("courier", "herald", "post"), tuple(sorted(one.id for one in claims)),
        ("courier", "herald", "post"), (everybody, civilians, injured),
    )  # fmt: skip


def a_hostile_book(hostile: str) -> Book:
    """One report in which every text that a document supplies holds these characters."""
    text = f"Four {hostile} were killed, said {hostile}."
    document = a_document(text, f"id-{hostile}", title=f"title {hostile}", publisher=f"publisher {hostile}")
    claim = a_claim(document, f"Four {hostile} were killed", "Four", 4, sources=(f"{hostile}",), group=hostile)
    claim = replace(claim, persons=(f"A {hostile}",))
    incident = Incident(
        "i" + claim.id[1:], f"incident {hostile}", "other", None, Place(f"place {hostile}"),
        (Actor(f"actor {hostile}", "suspected"),), (document.id,), (claim.id,), (document.id,),
        (Toll(Harm.KILLED, None, 4, 4, 4, False, True, None, 1, 1, "tollbook@1", (claim.id,), (),
              reasons=(Reason(claim.id, True, f"why {hostile}"),)),),
    )  # fmt: skip
    linked = replace(claim, incident=incident.id, origin=claim.id)
    reading: Reading = a_reading(document, claim)
    return Book((reading,), (linked,), (), (incident,))


def keep(path: Path, book: Book) -> Path:
    """Put this very book into a file, as a build would leave it there."""
    with open_book(path, create=True) as writer:
        for decision in book.unresolved:
            writer.append(decision)
        for reading in book.readings:
            one = reading.document
            raw = RawDocument(
                one.id, "text", one.text, None, one.url, one.publisher, one.title, one.language, one.published, one.case
            )
            writer.add([(raw, packed(reading))], "1")
        writer.settle(lambda readings, decisions: book, "made by a test")  # noqa: ARG005
    return path
