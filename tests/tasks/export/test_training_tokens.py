"""The actual training tokens, with a checkpoint's own template: the question is inference's, the reply is learnt."""

import json
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

from model.base import ModelError
from model.glm.prompt.chat import Chat
from model.glm.prompt.training import NOT_LEARNT, Trainer
from model.glm.vision.input import PatchShape
from tasks.export.dataset import DATA
from tests.model.glm.tiny_checkpoint import OPENING_TEMPLATE, byte_tokenizer, save_checkpoint
from tests.tasks.recorded.writing import screenspot, write_screenspot
from ui.cli.app import app

SHAPE = PatchShape(patch=14, merge=2, frames=2, min_pixels=2 * 28 * 28, max_pixels=2 * 28 * 28 * 3072)


def test_the_question_is_given_as_at_inference_and_the_reply_is_learnt() -> None:
    tokenizer, image = byte_tokenizer(), Image.new("RGB", (56, 28))
    made = Trainer(tokenizer, SHAPE).tokens((image, "按 OK"), "<think>a</think><answer>b</answer>")
    asked = Chat(tokenizer).prompt((image, "按 OK"), [SHAPE.tokens(*image.size)]).ids
    assert made.ids[: len(asked)] == asked
    assert made.labels == [NOT_LEARNT] * len(asked) + made.ids[len(asked) :]
    assert tokenizer.decode(made.ids[len(asked) :]) == "<think>a</think><answer>b</answer><|user|>"


def test_a_thought_that_the_template_opens_is_not_opened_twice() -> None:
    tokenizer = byte_tokenizer(template=OPENING_TEMPLATE)
    made = Trainer(tokenizer, SHAPE).tokens(("go",), "<think>a</think><answer>b</answer>")
    assert tokenizer.decode(made.ids).count("<think>") == 1


def test_a_reply_that_ends_the_turn_is_no_example() -> None:
    with pytest.raises(ModelError, match="ends the turn"):
        Trainer(byte_tokenizer(), SHAPE).tokens(("go",), "<think>a<|user|></think>")


def test_what_was_exported_is_what_the_checkpoint_is_trained_on(tmp_path: Path) -> None:
    data = write_screenspot(tmp_path / "data", [screenspot(0), screenspot(1)])
    checkpoint = save_checkpoint(tmp_path / "tiny", layers=1)
    command = ["export", str(data), "-o", str(tmp_path / "out"), "--check", str(checkpoint), "--json"]
    result = CliRunner().invoke(app, command)
    assert result.exit_code == 0, result.stderr
    told = json.loads(result.stdout)
    trainer = Trainer.of(str(checkpoint), 3072)
    lengths = []
    for text in (tmp_path / "out" / DATA).read_text(encoding="utf-8").splitlines():
        line = json.loads(text)
        (before, after), (name,) = line["messages"][0]["content"].split("<image>"), line["images"]
        with Image.open(tmp_path / "out" / name) as image:
            made = trainer.tokens((before, image, after), line["messages"][1]["content"])
        lengths.append(len(made.ids))
    assert told["examples"] == 2
    assert told["tokens"]["tokens"] == sum(lengths)
    assert told["tokens"]["longest"] == max(lengths)
    assert 0 < told["tokens"]["learnt"] < sum(lengths)
