"""Claims of harm: the figure, the harm and the people that a sentence tells of."""

import pytest

from tests.extract.reading import claims, figures, statements
from tollbook.terms import Harm

K, H, M, C, D, U = "killed", "injured", "missing", "captured", "displaced", "unharmed"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # active, passive, nominal, headline
        ("Gunmen killed at least seven farmers.", {(K, 7, None)}),
        ("Three people inside the tram were killed.", {(K, 3, 3)}),
        ("The death toll rose to 34.", {(K, 34, 34)}),
        ("An official put the death toll at 80, with 200 to 300 injured.", {(K, 80, 80), (H, 200, 300)}),
        ("He mourned the death of eight miners.", {(K, 8, 8)}),
        ("The blast claimed the lives of eight people.", {(K, 8, 8)}),
        ("Eight lives were lost in the blast.", {(K, 8, 8)}),
        ("2 slain, 8 hurt in 6 raids", {(K, 2, 2), (H, 8, 8)}),
        ("Dozens Feared Dead in Ferry Fire", {(K, 24, 99)}),
        ("The roof fell, killing three and wounding four.", {(K, 3, 3), (H, 4, 4)}),
        ("The collapse left 12 people dead and dozens injured.", {(K, 12, 12), (H, 24, 99)}),
        ("Two wounded sailors were brought ashore.", {(H, 2, 2)}),
        ("Two people were killed and three wounded.", {(K, 2, 2), (H, 3, 3)}),
        ("There were 14 deaths.", {(K, 14, 14)}),
        ("Nine miners are missing.", {(M, 9, 9)}),
        ("Rebels kidnapped five nurses.", {(C, 5, 5)}),
        ("The flood displaced 400 people.", {(D, 400, 400)}),
        ("The driver was not injured.", {(U, 1, 1)}),
        # names and descriptions
        ("Residents Ana Prell and Tomas Prell were killed.", {(K, 2, 2)}),
        ("Ana Prell, 34, and Tomas Prell, 36, died.", {(K, 2, 2)}),
        ("A 34-year-old man and two boys were killed.", {(K, 3, 3)}),
        ("Ana Prell was killed alongside her husband and two sons.", {(K, 4, 4)}),
        ("The three-man crew was killed.", {(K, 3, 3)}),
        # an aside parts them from the verb
        ("Five porters, including two brothers, are dead.", {(K, 5, 5), (K, 2, 2)}),
        # how they fare
        ("Two others are in the hospital.", {(H, 2, 2)}),
        ("Two others are in a hospital.", {(H, 2, 2)}),
        ("Kiln blast leaves three in hospital", {(H, 3, 3)}),
        ("The brawl ended with five people in the hospital.", {(H, 5, 5)}),
        ("Four sailors ended up in the hospital after the storm.", {(H, 4, 4)}),
        ("Two of the victims went to a hospital on their own.", {(H, 2, 2)}),
        ("Two people in the hospital lobby saw the crash.", set()),
        ("Three people in hospital gowns stood outside.", set()),
        ("Police spoke with two officers in the hospital.", set()),
        ("Her parents went to the hospital to see her.", set()),
        ("Rima Castan spent two weeks in the hospital.", set()),
        ("Seven others are under treatment in Orsk.", {(H, 7, 7)}),
        ("A third sailor was rescued with a broken leg.", {(H, 1, 1)}),
        # an age is all that parts them from the verb
        ("One of them, 29, died; the other, 34, is hospitalized.", {(K, 1, 1), (H, 1, 1)}),
        ("Man charged in raid that killed brother, hurt father", {(K, 1, 1), (H, 1, 1)}),
        ("Three divers are recovering.", {(H, 3, 3)}),
        ("Among the dead were Rima Castan, a nurse, and her son Nabil.", {(K, 2, 2)}),
        ("Ana Prell, his sister Rima Prell and Tom Marl, a nurse, were killed.", {(K, 3, 3)}),
        ("Two men, 20 and 23, were shot.", {(H, 2, 2)}),
        ("Child killed, father critical after mill fire", {(K, 1, 1), (H, 1, 1)}),
        ("Police were critical of the guards.", set()),
        ("Olek shot himself and a friend in the barn.", {(H, 2, 2)}),
        ("The baker said that she and three others had been shot.", {(H, 4, 4)}),
        ("Man shot wife in Vell", {(H, 1, 1)}),
        ("The blast killed Ana Prell, injuring one of the family dogs.", {(K, 1, 1)}),
        ("No one suffered injuries.", {(H, 0, 0)}),
        ("Ana Prell wept when her dog was killed.", set()),
        # zeros
        ("No one was hurt.", {(H, 0, 0)}),
        ("No injuries were reported.", {(H, 0, 0)}),
        ("The garrison suffered no casualties.", {(K, 0, 0), (H, 0, 0)}),
        ("No uniformed guards were killed.", {(K, 0, 0)}),
        # vague
        ("Civilians were killed.", {(K, 2, None)}),
        ("Large numbers of porters had perished.", {(K, 3, None)}),
        ("A number of people were wounded.", {(H, 2, None)}),
        ("Up to 40 miners were killed.", {(K, 0, 40)}),
    ],
)
def test_every_form_of_a_toll_is_read(text, told):
    assert figures(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Five people were shot, one fatally.", {(K, 1, 1), (H, 4, 4)}),
        ("1 dead, 3 wounded in dock shooting", {(K, 1, 1), (H, 3, 3)}),
        ("A man was shot on Elm Row. He died at the hospital.", {(K, 1, 1)}),
        ("A man shot himself. He died at the hospital.", {(K, 1, 1)}),
        # whoever killed himself is none of those whom he shot, nor is a sister her brother
        ("A man shot his wife before killing himself.", {(H, 1, 1), (K, 1, 1)}),
        ("A boy was killed and his sister was in critical condition.", {(K, 1, 1), (H, 1, 1)}),
        ("A man was shot and later died.", {(K, 1, 1)}),
        # whoever cannot be the one who died lived
        ("A man was killed. A girl was shot in the arm.", {(K, 1, 1), (H, 1, 1)}),
        ("Ana Prell, 34, was shot and died. Tom Marl, 25, was shot twice.", {(K, 1, 1), (H, 1, 1)}),
        ("Two people were killed. A girl was shot in the arm.", {(K, 2, 2)}),
        (
            "Two deputies were shot and wounded. A suspect died, and a deputy was grazed.",
            {(K, 1, 1), (H, 2, 2), (H, 1, 1)},
        ),
        ("Two people, including a nurse, were shot. Both people died.", {(K, 2, 2)}),
        ("Three people were shot. One woman died and two men were wounded.", {(K, 1, 1), (H, 2, 2)}),
        ("The pilot survived the crash but died in the fire.", {(K, 1, 1)}),
    ],
)
def test_nobody_is_counted_among_the_dead_and_the_hurt(text, told):
    assert figures(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "About 500 troops, 122mm howitzers and 20 gas cylinders crossed the river.",
        "Several hundred contractors are in the country.",
        "The suspect, 34, was charged with attempted murder.",
        "He shot at two officers and drove five miles.",
        "Two units had been hit by the strikes.",
        "Support us from just $2 a month.",
        "He detonated it to avoid being captured.",
        "Three shots were fired and a shot was heard at 9 p.m.",
        "Police said the road was closed for two hours.",
        "The committee killed the bill 12 to 3.",
    ],
)
def test_other_numbers_are_no_tolls(text):
    assert figures(text) == set()


def test_a_part_names_its_whole():
    whole, part = claims("15 people, including four children, were killed.")
    assert (whole.count.low, part.count.low, part.measure, part.part_of) == (15, 4, "part", whole.id)


def test_each_group_is_a_claim_of_its_own():
    found = claims("Two soldiers and three civilians were killed.")
    assert {(one.count.low, one.group.text, one.group.combatant) for one in found} == {
        (2, "soldiers", True),
        (3, "civilians", False),
    }


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("The garrison suffered no casualties.", "The garrison"),
        ("The army reported no casualties.", "The army"),
        ("There were no army casualties.", "army"),
        ("The army reported no civilian deaths.", None),
        ("The police reported no deaths.", None),
    ],
)
def test_a_force_that_lost_nobody_speaks_of_its_own(text, group):
    (one,) = (claim for claim in claims(text) if claim.harm is Harm.KILLED)
    assert (one.group and one.group.text) == group


def test_nobody_of_two_groups_is_two_claims():
    found = claims("No Marran troops or Coast Front (CF) fighters were hurt.")
    assert {(one.harm, one.count.low, one.group.text) for one in found} == {
        (Harm.INJURED, 0, "Marran troops"),
        (Harm.INJURED, 0, "Coast Front (CF) fighters"),
    }


def test_more_are_added_and_nobody_else_is_no_nought_for_all():
    assert [one.measure for one in claims("Two more people died.")] == ["new"]
    assert [(one.measure, one.count.high) for one in claims("No one else was hurt.")] == [("new", 0)]


@pytest.mark.parametrize(
    "text",
    [
        "No one was seriously hurt.",
        "No one was critically wounded.",
        "None have life-threatening injuries.",
        "Nobody suffered serious injuries.",
        "There were no serious injuries.",
        "No life-threatening injuries were reported.",
    ],
)
def test_nobody_badly_hurt_leaves_open_who_was_hurt_less(text):
    assert figures(text) == set()


def test_nobody_hurt_and_nobody_dead_are_noughts_all_the_same():
    assert figures("None of them was hurt.") == figures("There were no injuries.") == {(H, 0, 0)}
    assert figures("No one has died.") == {(K, 0, 0)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # what is denied before the last comma is another matter
        ("One of the nurses, who has not been named, died.", [(K, 1, "asserts")]),
        ("Ana Prell, who has not been charged, was killed.", [(K, 1, "asserts")]),
        ("The driver, who had no licence, was killed.", [(K, 1, "asserts")]),
        ("Two nurses, none of them armed, were killed.", [(K, 2, "asserts")]),
        # behind it, it is this harm
        ("Two nurses were not killed.", [(K, 2, "denies")]),
        ("A porter, who was not armed, has not been hurt.", [(U, 1, "asserts")]),
    ],
)
def test_a_harm_is_denied_by_the_words_next_to_it(text, told):
    assert [(one.harm, one.count.low, one.stance) for one in claims(text)] == told


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        # others beside people with the same harm are more
        ("One man was in critical condition and three others were hurt.", {1: "total", 3: "new"}),
        ("A girl was critically injured, three others were hurt.", {1: "total", 3: "new"}),
        ("Two brothers were shot, and three others were hurt.", {2: "total", 3: "new"}),
        ("The strike killed another four people.", {4: "new"}),
        ("The strike killed eight people and injured another four.", {8: "total", 4: "total"}),
        ("A further two men died.", {2: "new"}),
        ("One man was hurt and the other two were hurt as well.", {1: "total", 2: "new"}),
        # the dead may have been told before: "Two were killed. Another four were hurt."
        ("An additional 12 people were hurt.", {12: "total"}),
        # beside another harm, and in another sentence, they are counted by themselves
        ("One man was killed and three others were hurt.", {1: "total", 3: "total"}),
        ("Three others were hurt.", {3: "total"}),
        ("Five were shot. Three others were hurt.", {5: "total", 3: "total"}),
    ],
)
def test_others_beside_the_same_harm_are_more(text, measures):
    assert {one.count.low: one.measure.value for one in claims(text)} == measures


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Double fatal shooting in Vell", {(K, 2, 2)}),
        ("A triple fatal shooting shook Orsk.", {(K, 3, 3)}),
        ("Two porters received serious injuries.", {(H, 2, 2)}),
        ("Ana Prell received a gunshot wound.", {(H, 1, 1)}),
        ("Two porters received medals.", set()),
        ("Police received a report of injuries.", set()),
        ("Officers received two calls about a gunshot.", set()),
        ("Two men received treatment for wounds.", set()),
    ],
)
def test_shootings_by_their_names_and_wounds_received(text, told):
    assert figures(text) == told


@pytest.mark.parametrize(
    ("text", "stance", "certainty"),
    [
        ("Four people were killed.", "asserts", "stated"),
        ("Four people were reportedly killed.", "asserts", "hedged"),
        ("The strike may have killed four people.", "asserts", "hedged"),
        ("If four people were killed, the mayor must resign.", "asserts", "hypothetical"),
        ("The mayor confirmed that four people were killed.", "confirms", "stated"),
        ("The army denied that four people were killed.", "denies", "stated"),
        ("The minister said he knew of no Marran porters killed.", "no_information", "stated"),
    ],
)
def test_stance_and_certainty_are_kept(text, stance, certainty):
    [claim] = [one for one in claims(text) if one.harm]
    assert (claim.stance, claim.certainty) == (stance, certainty)


@pytest.mark.parametrize(
    "text",
    [
        "The palace has no information about the losses.",
        "There were no immediate reports of casualties.",
        "The number of victims is unlikely to be established.",
    ],
)
def test_no_information_is_a_claim_without_a_count(text):
    assert ("harm", "no_information") in statements(text)
    assert figures(text) == set()


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Marra's army said it had nothing to do with the raid.", ("responsibility", "denies")),
        ("The Coast Front claimed responsibility for the bombing.", ("responsibility", "confirms")),
        ("He would not comment on whether Marra had a role in the raid.", ("responsibility", "no_information")),
        ("It is beyond doubt that the incident took place.", ("occurrence", "confirms")),
        ("The ministry denied that the strike took place.", ("occurrence", "denies")),
        ("The spokesman said the reports needed to be verified.", ("occurrence", "doubts")),
    ],
)  # fmt: skip
def test_denials_and_doubts_about_what_happened_are_claims(text, statement):
    assert statement in statements(text)


def test_furniture_makes_no_claims():
    from tests.builders import a_document
    from tollbook.annotate import ANNOTATORS
    from tollbook.extract import EXTRACTORS
    from tollbook.model import Span
    from tollbook.terms import Field

    text = "Four people died.\nNine people were killed in our last appeal."
    document = a_document(text, furniture=(Span(18, len(text)),))
    found = EXTRACTORS["rules"](document, ANNOTATORS["rules"](document, Field.TEXT), ())
    assert [one.count.low for one in found] == [4]
