"""The hard cases that real reports make a program face, each in words of our own.

A row's first field is the case: "11" stands in the first list of hard cases, "II.6" in the second one. What a text
tells is written as a line a claim: harm, figure, and whatever is not the rule of measure, stance and certainty
("killed 9+ part", "injured 0", "killed 40 denies", "killed ? no_information"); "?" is a claim that counts nobody.
"""

from __future__ import annotations

from functools import cache

import pytest

from tests.extract.reading import claims
from tests.extract.told import line
from tollbook import config, plugins
from tollbook.model import Incident, RawDocument
from tollbook.pipeline import keep_book, read_document
from tollbook.stages import Stages
from tollbook.terms import Kind

NO_TOLL = [
    ("10", "In December 2017 and again on Feb. 7 the depot was hit."),
    ("10", "An aide reaffirmed on Wednesday that the 9 a.m. flight of Aug. 12 had landed."),
    ("11", "About 700 loyalist troops, with T-90 tanks and 105mm mortars, crossed the river."),
    ("11", "The raiders carried 30 gas cylinders six miles to the depot."),
    ("11", "Several hundred guards work in Vell, and hundreds of private guards in Orsk."),
    ("11", "Three tactical companies had been sent to Castan."),
    ("11", "Give just $4 a month and help us report."),
    ("11", "A T-64 and two 120mm mortars were destroyed."),
    ("11", "Four Mi-8 helicopters and 16 drones were shot down."),
    ("11", "At least 60 guards and 40 police officers searched the docks for the two gunmen."),
    ("11", "Police recovered 22 shell casings and two rifles."),
    ("11", "The army lost 12 tanks in the battle."),
    ("11", "Flight 804, carrying 61 people, landed safely."),
    ("11", "Police fired 30 rounds and drove 12 miles."),
    ("II.8", "Two massacres took place in Orsk that year."),
    ("II.8", "He faces five counts of attempted murder."),
    ("II.8", "Castan was charged with two counts of murder."),
    ("II.8", "As many as 30 people may have been involved in the brawl."),
    ("II.9", "He asked how many people were killed."),
]

TOLD = [
    # Dates, times, hardware and money beside a toll.
    ("10", "Feb. 7 strike: six guards were killed, an aide told Coast News on Tuesday.", ["killed 6"]),
    ("10", "The aide reaffirmed Wednesday that 14 rebels died over the weekend of June 9.", ["killed 14"]),
    ("11", "From six miles away 152mm howitzers and 30 gas cylinders hit Orsk, killing two shepherds.", ["killed 2"]),
    ("11", "The strike on the column of 27 vehicles killed four.", ["killed 4"]),
    ("11", "A crowd of about 900 people had gathered when the shell landed, and six of them died.", ["killed 6"]),
    ("11", "Some 400 rebels took part; nine of them were killed.", ["killed 9"]),
    ("11", "The strike cost the province $3 million and killed nobody.", ["killed 0"]),
    ("11", "About 4,000 people fled as 2 shells killed 6 people within 3 hours.", ["killed 6"]),
    # Odd forms.
    ("12", "Dozens of Marran Sailors Killed in Ferry Blast, Union Says", ["killed 24-99"]),
    ("12", "The four-man crew was reportedly killed.", ["killed 4 hedged"]),
    ("12", "The crew of three died when the plane came down.", ["killed 3"]),
    ("12", "A family of six was killed.", ["killed 6"]),
    ("12", "Large numbers of those hired guards had perished.", ["killed 3+"]),
    ("12", "At least 60 died, including hired guards from Marra.", ["killed 2+ part", "killed 60+"]),
    ("12", "Residents Olek Prell and Danilo Castan were killed.", ["killed 2"]),
    ("12", "The pilot survived the landing but died of his burns.", ["killed 1"]),
    ("12", "Olek Prell, Danilo Castan, and Ivo Marl were killed in the raid.", ["killed 3"]),
    ("12", "The blast killed a nurse, her sister and two neighbours.", ["killed 4"]),
    ("12", "An engineer, his wife and three of their children died.", ["killed 5"]),
    # Negatives that look alike.
    ("13", "No uniformed Marran sailors were killed.", ["killed 0"]),
    ("13", "No Port Miro police nor coast guards were hurt.", ["injured 0", "injured 0"]),
    ("13", "Not a single guard was killed.", ["killed 0"]),
    ("13", "Neither of the drivers was hurt.", ["injured 0"]),
    ("13", "The spokesman knew of no Marran guards killed.", ["killed ? no_information"]),
    ("13", "It is not clear how many people were killed.", ["killed ? no_information"]),
    ("13", "The army said it could not confirm that six villagers had been killed.", ["killed ? no_information"]),
    ("13", "The mayor has not confirmed that two people died in the fire.", ["killed ? no_information"]),
    ("13", "The army has not yet confirmed reports that nine drivers were killed.", ["killed ? no_information"]),
    ("13", "The exact number of dead is unlikely to be established.", ["killed ? no_information"]),
    (
        "13",
        "The palace has no information about the losses of the guards.",
        ["injured ? no_information", "killed ? no_information"],
    ),
    ("13", "It is beyond doubt that this raid indeed took place.", ["occurrence confirms"]),
    ("13", "The Vell Guard suffered no casualties.", ["injured 0", "killed 0"]),
    ("13", "The mayor denied that nine people were killed.", ["killed 9 denies"]),
    ("13", "The army said nine sailors were not killed.", ["killed 9 denies"]),
    ("13", "He rejected reports that 40 sailors died.", ["killed 40 denies"]),
    ("13", "The ministry called the report of 40 deaths untrue.", ["killed 40 denies"]),
    ("13", "The death toll of 40 was exaggerated, the mayor said.", ["killed 40 doubts"]),
    ("13", "The driver was not injured.", ["unharmed 1"]),
    # Hedges, and what they hedge.
    ("15", "Raid May Have Killed Dozens", ["killed 24-99 hedged"]),
    ("15", "Nine Believed Killed in Ferry Fire", ["killed 9 hedged"]),
    ("15", "Up to nine people could have been killed.", ["killed 0-9 hedged"]),
    ("15", "If 20 people were killed, the harbour would have to close.", ["killed 20 hypothetical"]),
    ("15", "If there was a large-scale loss of life, he said, the port must close.", ["killed ? hypothetical"]),
    (
        "15",
        "Olek Prell was reportedly killed in the drone strike, while the coalition suffered no casualties.",
        ["injured 0", "killed 0", "killed 1 hedged"],
    ),
    ("15", "Seven people are feared dead; two were wounded.", ["injured 2", "killed 7 hedged"]),
    ("15", "Allegedly drunk, the driver hit a bus and killed three passengers.", ["killed 3"]),
    ("15", "The man suspected of the shooting killed four people.", ["killed 4"]),
    ("15", "Gunmen believed to be rebels killed four farmers.", ["killed 4"]),
    ("15", "Five suspected rebels were killed in what appeared to be a robbery.", ["killed 5"]),
    # Parts and wholes.
    (
        "16",
        "At least 50 loyalist fighters were killed, among them nine Marran guards.",
        ["killed 50+", "killed 9 part"],
    ),
    ("16", "The raid killed 50 loyalist fighters, including nine Marran guards.", ["killed 50", "killed 9 part"]),
    # Stops inside a sentence.
    ("17", "No U.K troops were hurt.", ["injured 0"]),
    ("17", "A U.N. MQ-1 drone killed three militants on Aug. 3 near St. Marl.", ["killed 3"]),
    ("17", "Those hurt on Oct. 12 were sailors; four died.", ["killed 4"]),
    ("17", "Lt. Col. Olek Prell and Dr. Danilo Castan were killed by a U.S. shell.", ["killed 2"]),
    # Shootings elsewhere.
    ("18", "3 slain, 11 wounded in 7 raids", ["injured 11", "killed 3"]),
    ("18", "A woman who was stabbed on Friday died of her wounds on Sunday.", ["killed 1"]),
    ("18", "The brawl hospitalized 3 people; 4 were hurt in all.", ["injured 3", "injured 4"]),
    ("18", "Five people were killed, including the gunman.", ["killed 1 part", "killed 5"]),
    ("18", "Two people were killed, not three as police first said.", ["killed 2"]),
    ("18", "Police put the toll at seven, down from nine.", ["killed 7"]),
    ("18", "The quake killed 40, police say, correcting an earlier figure of 60.", ["killed 40"]),
    # Ages, wounds and times.
    ("II.1", "Danilo Castan was shot six times.", ["injured 1"]),
    ("II.1", "The man was stabbed 14 times by his neighbour.", ["injured 1"]),
    ("II.1", "The girl was eight years old when she was killed.", ["killed 1"]),
    ("II.1", "He died after a four hour operation.", ["killed 1"]),
    ("II.1", "Olek Prell, 44, was shot three times in the chest and died at 9 p.m.", ["killed 1"]),
    ("II.1", "Two boys, 11 and 13, were killed at 5:40 p.m. on the 300 block of Elm Row.", ["killed 2"]),
    ("II.1", "She suffered two gunshot wounds to the leg.", ["injured 1"]),
    ("II.1", "A 50-year-old woman suffered 12 stab wounds and died 20 minutes later.", ["killed 1"]),
    ("II.1", "It was 2 a.m. when 3 men were shot.", ["injured 3"]),
    # Nested parts.
    (
        "II.2",
        "The raid killed at least 14 villagers, including seven children, two of them infants.",
        ["killed 14+", "killed 2 part", "killed 7 part"],
    ),
    ("II.2", "15 people, four of them children, were killed.", ["killed 15", "killed 4 part"]),
    ("II.2", "Of the 30 people killed, 12 were guards.", ["killed 12 part", "killed 30"]),
    # Ordinals and remainders.
    ("II.5", "A fourth victim, a nurse, died in the fire.", ["killed 1"]),
    ("II.5", "Another was killed.", ["killed 1 new"]),
    ("II.5", "Three more were hurt.", ["injured 3 new"]),
    ("II.5", "One man was killed and another wounded.", ["injured 1", "killed 1"]),
    ("II.5", "Two men were shot. One of them died; the other was wounded.", ["injured 1", "killed 1"]),
    ("II.5", "One person was killed and three others were injured.", ["injured 3", "killed 1"]),
    # Subtraction.
    ("II.6", "Seven men were shot on Elm Row in Castan, four of them fatally.", ["injured 3", "killed 4"]),
    ("II.6", "Three sailors were stabbed, two of whom died.", ["injured 1", "killed 2"]),
    ("II.6", "Five people, including the fatally wounded one, were shot.", ["injured 4", "killed 1"]),
    ("II.6", "Four people were shot in Castan, and two did not survive.", ["injured 2", "killed 2"]),
    ("II.6", "One of five people hurt in the fire has died.", ["injured 4", "killed 1"]),
    ("II.6", "More than a dozen pupils were on the bus, but none of them were hurt.", ["injured 0"]),
    # Speakers that stand anywhere are none of the dead.
    ("II.7", "Four people were killed, Prell said.", ["killed 4"]),
    ("II.7", "Prell told police that two men were killed.", ["killed 2"]),
    ("II.7", "The Harbour Herald published that medical sources reported nine dead.", ["killed 9"]),
    # Words for death.
    ("II.8", "Seven martyrs and 20 wounded in the shelling of Orsk.", ["injured 20", "killed 7"]),
    ("II.8", "The fire claimed the lives of six firefighters.", ["killed 6"]),
    ("II.8", "The raid took the lives of a baker and his two sons.", ["killed 3"]),
    ("II.8", "Two nurses were gunned down in Castan.", ["killed 2"]),
    ("II.8", "Eight villagers lost their lives.", ["killed 8"]),
    ("II.8", "Rescuers recovered 11 bodies.", ["killed 11"]),
    ("II.8", "At least one source put the toll at 12.", ["killed 12"]),
    # Figures that are none, and zeros that are figures.
    ("II.9", "Neither gave an exact number of dead.", ["killed ? no_information"]),
    ("II.9", "There is no official estimate of the dead.", ["killed ? no_information"]),
    ("II.9", "The driver said he did not see anyone injured.", ["injured ? no_information"]),
    ("II.9", "Officials gave no figure for the wounded.", ["injured ? no_information"]),
    ("II.9", "Nobody knows how many were killed.", ["killed ? no_information"]),
    ("II.9", "The number of wounded is unknown.", ["injured ? no_information"]),
    ("II.9", "There were no casualties.", ["injured 0", "killed 0"]),
    ("II.9", "None were hurt.", ["injured 0"]),
    # A death taken back.
    (
        "II.10",
        "Olek Prell was initially reported killed, but was later learned to be injured.",
        ["injured 1", "killed 1 denies"],
    ),
    ("II.10", "The nurse, at first reported dead, was in fact wounded.", ["injured 1", "killed 1 denies"]),
    ("II.10", "Two sailors, initially reported dead, turned out to be alive.", ["killed 2 denies"]),
    ("II.10", "The nurse was wrongly reported dead.", ["killed 1 denies"]),
]

# What reports add up to: the best figure for each harm, None where no figure stands.
TOLLS = [
    (
        "14",
        [
            "A drone strike killed five people in Orsk on Monday. "
            "In 2011 a helicopter shot down near Orsk had killed nine."
        ],
        {"killed": 5},
    ),
    (
        "15",
        [
            "At least nine people died in the ferry fire in Port Miro on Monday.",
            "If 90 people had been on board the ferry in Port Miro on Monday, 90 would have died.",
        ],
        {"killed": 9},
    ),
    (
        "16",
        ["At least 60 loyalist fighters were killed in the strike near Orsk, among them nine Marran guards."],
        {"killed": 60},
    ),
    (
        "18 round-up",
        [
            "A man was killed in a shooting on Elm Row in Castan on Saturday.",
            "Three people were killed and eight others were wounded in shootings across Castan over the weekend. "
            "In one attack, a man was killed on Elm Row.",
        ],
        {"killed": 1, "injured": None},
    ),
    (
        "18 died in hospital",
        [
            "Two men were shot on Elm Row in Castan on Monday night. Both were taken to a hospital.",
            "One of two men shot on Elm Row in Castan on Monday has died in hospital, police said on Tuesday.",
        ],
        {"killed": 1, "injured": 1},
    ),
    (
        "18 corrected",
        [
            "Officials in Castan said nine people were killed when a bus overturned on Monday.",
            "Officials in Castan said on Tuesday that seven people were killed when a bus overturned on Monday, "
            "correcting an earlier count of nine.",
        ],
        {"killed": 7},
    ),
    (
        "18 superseded by names",
        [
            "Four people were killed in the shooting in Castan on Monday, police said.",
            "Police said on Tuesday that three people were killed in Monday's shooting in Castan: "
            "Olek Prell, Danilo Castor and Ivo Marl.",
        ],
        {"killed": 3},
    ),
    (
        "18 toll that rises",
        [
            "Two people died in the blast in Castan on Monday, police said.",
            "The death toll from Monday's blast in Castan rose to four, police said.",
            "The death toll from Monday's blast in Castan has risen to six, police said.",
        ],
        {"killed": 6},
    ),
    (
        "18 hospitalized",
        ["Four people were hurt in a brawl on Elm Row in Castan, and three of them were hospitalized."],
        {"injured": 4},
    ),
    (
        "18 shooter among the dead",
        ["A gunman opened fire in a diner in Castan. Five people were killed, including the gunman, police said."],
        {"killed": 5},
    ),
    (
        "II names",
        [
            "Olek Prell, 41, was killed in the blast in Castan on Monday. Prell was a teacher. "
            "Danilo Marl, 8, and his sister Iva Marl, 6, were also killed."
        ],
        {"killed": 3},
    ),
    (
        "II.2",
        ["The raid on Orsk killed 30 people, including at least nine women, three of whom were pregnant."],
        {"killed": 30},
    ),
    (
        "II.3",
        ["Six people were shot in Castan on Monday. Five are in stable condition and one is in critical condition."],
        {"injured": 6, "killed": None},
    ),
    (
        "II.3",
        [
            "Four people were shot in Castan on Monday. One man died at the scene. "
            "Two are in stable condition and one is in critical condition."
        ],
        {"killed": 1, "injured": 3},
    ),
    (
        "II.4",
        [
            "A man shot his mother at their house in Castan on Monday, police said. He then drove away. "
            "The woman was found dead by a neighbour."
        ],
        {"killed": 1, "injured": None},
    ),
    (
        "II.4",
        [
            "Olek Prell was stabbed outside a bar in Castan on Monday. Doctors operated on him for an hour. "
            "He did not survive."
        ],
        {"killed": 1, "injured": None},
    ),
    (
        "II.5",
        ["Three men were shot in Castan. One died at the scene. The others were wounded."],
        {"killed": 1, "injured": 2},
    ),
    (
        "II.5",
        ["Two people were killed in the fire in Castan. Three more died in hospital on Tuesday."],
        {"killed": 5},
    ),
    ("II.6", ["Six men were shot in Castan on Monday, four of them fatally."], {"killed": 4, "injured": 2}),
    ("II.6", ["Five people were shot on Elm Row in Castan, one fatally."], {"killed": 1, "injured": 4}),
    (
        "II.6",
        ["Five people, including the fatally wounded one, were shot in Castan on Monday."],
        {"killed": 1, "injured": 4},
    ),
    (
        "II.6",
        [
            "A man was killed near a school in Castan. More than a dozen children were on the playground, "
            "but none of them were hurt."
        ],
        {"killed": 1},
    ),
    (
        "II.9",
        ["The strike hit an empty depot in Orsk on Monday. There were no casualties."],
        {"killed": 0, "injured": 0},
    ),
    (
        "II.9",
        [
            "Six people were hurt in the fire in Castan. A nurse said she did not see anyone injured. "
            "Neither hospital gave an exact number of dead."
        ],
        {"injured": 6, "killed": None},
    ),
    (
        "II.10",
        ["Danilo Castan was initially reported killed in the raid on Orsk, but was later learned to be injured."],
        {"injured": 1, "killed": None},
    ),
]


@cache
def _stages() -> Stages:
    return config.stages(config.Config(cases=True), plugins.tables())


def _incident(texts: list[str]) -> Incident:
    """The incident that reports of one case are about, one report a day, each in another paper."""
    raws = [
        RawDocument(f"r{day}", "text", text, publisher=f"Paper {day}", published=f"2031-05-{5 + day:02}", case="one")
        for day, text in enumerate(texts)
    ]
    book = keep_book([read_document(raw, _stages()) for raw in raws], (), _stages())
    (found,) = [one for one in book.incidents if len(one.about) == len(texts)]
    return found


@pytest.mark.parametrize("text", [text for _, text in NO_TOLL], ids=[f"case {case}: {text}" for case, text in NO_TOLL])
def test_what_is_no_toll_makes_no_claim_of_harm(text: str) -> None:
    assert [line(one) for one in claims(text) if one.kind is Kind.HARM] == []


@pytest.mark.parametrize(("text", "told"), [row[1:] for row in TOLD], ids=[f"case {row[0]}: {row[1]}" for row in TOLD])
def test_a_sentence_tells_what_a_reader_takes_from_it(text: str, told: list[str]) -> None:
    assert sorted(line(one) for one in claims(text)) == told


@pytest.mark.parametrize(
    ("texts", "tolls"), [row[1:] for row in TOLLS], ids=[f"case {row[0]}: {row[1][-1]}" for row in TOLLS]
)
def test_reports_add_up_to_what_a_reader_makes_of_them(texts: list[str], tolls: dict[str, int | None]) -> None:
    best = {one.harm.value: one.best for one in _incident(texts).tolls if one.group is None}
    assert {harm: best.get(harm) for harm in tolls} == tolls
