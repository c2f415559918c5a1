"""The scripted model: order, streaming, stop, and scripts that are broken."""

import json
from pathlib import Path
from threading import Event

import pytest

from model.base import GenerationStopped, Model, ModelError, Request
from model.scripted import ScriptedModel

REPLIES = ["<think>Look.</think><answer>first</answer>", "second, without a thought"]


def ask(model: Model, on_text: list[str] | None = None, stop: Event | None = None) -> str:
    pieces = [] if on_text is None else on_text
    return model.generate(Request((), "goal"), pieces.append, stop or Event()).answer


def test_replies_come_in_order() -> None:
    model = ScriptedModel(REPLIES)
    assert [ask(model), ask(model)] == ["first", "second, without a thought"]


def test_a_reply_is_streamed_in_pieces() -> None:
    pieces: list[str] = []
    ask(ScriptedModel(REPLIES), pieces)
    assert len(pieces) > 1
    assert "".join(pieces) == REPLIES[0]


def test_the_end_of_the_script_is_an_error() -> None:
    model = ScriptedModel(REPLIES[:1])
    ask(model)
    with pytest.raises(ModelError, match="has 1 replies"):
        ask(model)


def test_stop_ends_a_reply_and_leaves_it_for_the_next_request() -> None:
    stop = Event()
    model = ScriptedModel(REPLIES)
    with pytest.raises(GenerationStopped):
        model.generate(Request((), "goal"), lambda _: stop.set(), stop)
    assert ask(model) == "first"


def test_a_yaml_list_is_a_script(tmp_path: Path) -> None:
    script = tmp_path / "script.yaml"
    script.write_text("- |\n  Memory: 会议\n  Action: {}\n- done\n", encoding="utf-8")
    model = ScriptedModel.from_file(script)
    assert [ask(model), ask(model)] == ["Memory: 会议\nAction: {}", "done"]


def test_json_lines_hold_replies_and_recorded_steps(tmp_path: Path) -> None:
    script = tmp_path / "steps.jsonl"
    step = {"index": 1, "thought": "Look.", "answer": "second"}
    script.write_text(f"{json.dumps('first')}\n\n{json.dumps(step)}\n", encoding="utf-8")
    model = ScriptedModel.from_file(script)
    ask(model)
    reply = model.generate(Request((), "goal"), lambda _: None, Event())
    assert (reply.thought, reply.answer) == ("Look.", "second")


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("script.yaml", "just text", "must be a list"),
        ("script.yaml", "- 'open", "no YAML"),
        ("script.yaml", "- done\n- 3\n", "Reply 2 .* neither text nor a recorded step"),
        ("script.jsonl", '"done"\n{"answer": ', "no JSON"),
        ("script.jsonl", '{"thought": "only"}', "Reply 1"),
    ],
)
def test_a_broken_script_is_a_sentence(tmp_path: Path, name: str, text: str, complaint: str) -> None:
    script = tmp_path / name
    script.write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match=complaint):
        ScriptedModel.from_file(script)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_script_that_cannot_be_read_is_a_sentence(tmp_path: Path, content: bytes | None) -> None:
    script = tmp_path / "script.yaml"
    if content is not None:
        script.write_bytes(content)
    with pytest.raises(ModelError, match="cannot be read"):
        ScriptedModel.from_file(script)
