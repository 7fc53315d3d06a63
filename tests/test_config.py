"""Settings from a file, the stages that they stand for, and what becomes of a book when one of them changes."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from tollbook import config
from tollbook.config import Config, load, stages
from tollbook.errors import UsageError
from tollbook.model import RawDocument
from tollbook.pipeline import keep_book, read_document
from tollbook.plugins import Tables, tables

TABLES: Tables = tables(())


def a_file(folder: Path, text: str) -> Path:
    path = folder / "tollbook.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_defaults_hold() -> None:
    assert load(None) == Config()


def test_a_file_says_what_is_different(tmp_path: Path) -> None:
    path = a_file(tmp_path, 'rule = "envelope"\ncases = true\nvague = "acled"\n')
    assert load(path) == Config(rule="envelope", cases=True, vague="acled")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('rules = "envelope"', "there is no setting 'rules': did you mean rule?"),
        ("colour = 1", "there is no setting 'colour': there are rule, cases, vague"),
        ('cases = "yes"', "cases must be true or false, not 'yes'"),
        ("rule = 7", "rule must be text in quotation marks, not 7"),
        ("rule = [", "is no TOML"),
    ],
)
def test_what_is_no_setting_is_told_with_its_file(tmp_path: Path, text: str, told: str) -> None:
    path = a_file(tmp_path, text)
    with pytest.raises(UsageError) as error:
        load(path)
    assert str(error.value).startswith(str(path))
    assert told in str(error.value)
    assert "\n" not in str(error.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read: No such file"):
        load(tmp_path / "none.toml")


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "tollbook.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="is no TOML"):
        load(path)


def test_a_book_gives_back_the_settings_that_it_keeps() -> None:
    chosen = Config(rule="envelope", cases=True)
    assert config.from_json(config.as_json(chosen)) == chosen
    assert config.from_json(None) == Config()


@pytest.mark.parametrize("name", ["rule", "vague", "annotate", "attribute", "extract", "trace", "link"])
def test_a_name_that_nothing_goes_by_is_told_with_those_there_are(name: str) -> None:
    with pytest.raises(UsageError, match=rf"^{name} takes .*(default|rules|words|envelope).*, not 'no\\n'$"):
        stages(replace(Config(), **{name: "no\n"}), TABLES)


@pytest.mark.parametrize("change", [{"vague": "acled"}])
def test_what_a_document_is_read_with_is_in_the_version(change: dict[str, str]) -> None:
    before, after = stages(Config(), TABLES), stages(replace(Config(), **change), TABLES)
    assert before.version != after.version
    assert before.settling == after.settling


@pytest.mark.parametrize("change", [{"rule": "envelope"}, {"cases": True}])
def test_what_results_are_made_with_reads_no_document_again(change: dict[str, str | bool]) -> None:
    before, after = stages(Config(), TABLES), stages(replace(Config(), **change), TABLES)  # type: ignore[arg-type]
    assert before.version == after.version
    assert before.settling != after.settling


def test_the_package_that_brings_a_stage_is_in_the_version() -> None:
    def brought_by(package: str) -> Tables:
        outsiders = {"extract.mine": package, "reconcile.mine": package}
        rules = {**TABLES.reconcile, "mine": TABLES.reconcile["envelope"]}
        return replace(TABLES, extract={"mine": TABLES.extract["rules"]}, reconcile=rules, outsiders=outsiders)

    chosen = Config(extract="mine", rule="mine")
    one, other = stages(chosen, brought_by("mine==1")), stages(chosen, brought_by("mine==2"))
    assert one.version != other.version
    assert one.settling != other.settling


def test_stages_travel_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(stages(Config(), TABLES))).version == stages(Config(), TABLES).version


def test_the_lexicon_of_vague_words_decides_what_dozens_are() -> None:
    raw = RawDocument("a", "text", "Dozens of people were killed in the attack, police said.")

    def lows(vague: str) -> list[int]:
        reading = read_document(raw, stages(Config(vague=vague), TABLES))
        return [claim.count.low for claim in reading.claims if claim.count]

    assert lows("default") == [24]
    assert lows("acled") == [12]


def test_the_rule_decides_whose_figures_stand_first() -> None:
    raw = RawDocument("a", "text", "Police said 4 people were killed in the attack in Ostrava.")
    chosen = stages(Config(rule="envelope"), TABLES)
    book = keep_book([read_document(raw, chosen)], (), chosen)
    (toll,) = (one for incident in book.incidents for one in incident.tolls)
    assert toll.rule.startswith("envelope@")
    assert [name.partition("@")[0] for name, *_ in toll.other_rules] == ["airwars", "tollbook"]
