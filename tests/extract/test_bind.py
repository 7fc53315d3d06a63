"""Which people a word of harm is said of."""

import pytest

from tests.extract.reading import claims, figures

K, H, M, C = "killed", "injured", "missing", "captured"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # nouns and light verbs
        ("The mill was hit, resulting in at least three sailors killed and one injury.", {(K, 3, None), (H, 1, 1)}),
        ("The fire led to the death and injury of a number of miners.", {(K, 2, None), (H, 2, None)}),
        ("The raid ended, resulting in many injuries and the death of six miners.", {(H, 3, None), (K, 6, 6)}),
        ("The raid resulted in between 65 and 73 miners killed and “hundreds” of wounded.",
         {(K, 65, 73), (H, 200, 999)}),
        ("The roof fell, killing one miner and causing a number of injuries.", {(K, 1, 1), (H, 2, None)}),
        ("Miners were killed and injuries were reported.", {(K, 2, None), (H, 2, None)}),
        ("The number of wounded is 24.", {(H, 24, 24)}),
        ("It brought the death toll to three.", {(K, 3, 3)}),
        ("Three martyrs and a wounded villager were recovered.", {(K, 3, 3), (H, 1, 1)}),
        ("7 martyrs and dozens of injuries in Vell", {(K, 7, 7), (H, 24, 99)}),
        ("A martyr in the raid on Vell", {(K, 1, 1)}),
        ("The town mourned the loss of five lives.", {(K, 5, 5)}),
        ("He was robbed of his life by a thief.", {(K, 1, 1)}),
        ("Vell doctors reported the death of Dr. Ana Prell.", {(K, 1, 1)}),
        # both harms at once
        ("The strike killed and injured a number of miners.", {(K, 2, None), (H, 2, None)}),
        ("An unknown number of miners were killed and wounded.", {(K, 2, None), (H, 2, None)}),
        ("The strike injured and killed dozens of miners.", {(H, 24, 99), (K, 24, 99)}),
        ("Thirteen people were killed and injured in the market.", {(K, 1, 12), (H, 1, 12)}),
        ("The gang kidnapped and killed Ana Prell.", {(C, 1, 1), (K, 1, 1)}),
        ("Ana Prell was kidnapped and murdered in Vell.", {(C, 1, 1), (K, 1, 1)}),
        # headlines
        ("1 person injured, 16-year-old dead in Vell", {(H, 1, 1), (K, 1, 1)}),
        ("Woman, toddler killed in Vell fire", {(K, 2, 2)}),
        ("Two men shot dead in Vell", {(K, 2, 2)}),
        # did not live, and who was with them
        ("Two of them did not survive.", {(K, 2, 2)}),
        ("Ana Prell was declared brain-dead on Monday.", {(K, 1, 1)}),
        ("Marl fatally wounded Ana Prell and injured five others.", {(K, 1, 1), (H, 5, 5)}),
        ("The strike killed one miner and injured another.", {(K, 1, 1), (H, 1, 1)}),
        ("Tom Marl was killed in the blast, as was his wife Rima Marl.", {(K, 2, 2)}),
        ("Tom Marl was killed, as were their two daughters, Ana and Lina.", {(K, 3, 3)}),
        ("Two people were treated for non-life-threatening injuries.", {(H, 2, 2)}),
        ("Ana Prell was killed with her infant daughter.", {(K, 2, 2)}),
        ("Tom Marl, along with 15 family members, was killed.", {(K, 16, 16)}),
        ("Ana Prell was among at least ten miners killed in the raid.", {(K, 10, None)}),
        ("The strike killed 28 year old Ana Prell and injured others.", {(K, 1, 1), (H, 2, None)}),
    ],
)  # fmt: skip
def test_every_form_finds_its_people(text, told):
    assert figures(text) == told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Officer Tom Marl shot and killed Prell.", ["Prell"]),
        ("Police said a Marran officer killed the suspect.", ["the suspect"]),
        ("Tom Marl, who killed an unarmed man, was jailed.", ["an unarmed man"]),
        ("After killing Ana Prell, Tom Marl fled.", ["Ana Prell"]),
        ("Mail driver Ana Prell crossed paths with shooter Tom Marl and was killed.", ["Ana Prell"]),
        ("Ana Prell was killed by two gunmen.", ["Ana Prell"]),
        ("Four porters were killed by Orsk forces.", ["Four"]),
        ("Marl was convicted of murdering Ana Prell.", ["Ana Prell"]),
        ("Marl was charged with the murder of Ana Prell.", ["Ana Prell"]),
        ("The man attacked and killed her cat.", []),
    ],
)
def test_subject_and_object_are_told_apart(text, words):
    assert [one.count.text for one in claims(text) if one.harm == K] == words


@pytest.mark.parametrize(
    "text",
    [
        "She had gunshot wounds and multiple injuries.",
        "None of the injuries was serious.",
        "Marl fired at Prell, missing him and hitting the wall.",
        "There was no forced entry to the home.",
        "This one hurt.",
        "Marl is charged with attempted first-degree murder of Ana Prell.",
        "Marl opened fire and shot at seven people in a car.",
    ],
)
def test_decoys_harm_nobody(text):
    assert figures(text) == set()
