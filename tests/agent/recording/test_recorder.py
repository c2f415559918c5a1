"""Runs written down: all that happens, before it happens, and nothing secret."""

from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from actions.input.gate import Input
from actions.policy.policy import Policy, Verdict
from agent.endings import GoalReached
from agent.errors import RecordingError
from agent.recording import RecordedGate, Recorder, Recording
from agent.step import SentInput, Step
from tests.actions.gates import Interrupted, InterruptingGate
from tests.agent.recording.runs import (
    CLICK,
    DONE,
    JUDGEMENT,
    VIEW,
    a_proposal,
    begin,
    begin_step,
    click,
    record,
    typing,
)

CLICKED = (
    SentInput("move", (20, 10)),
    SentInput("button down", (20, 10), "left"),
    SentInput("button up", (20, 10), "left"),
)


class SomeSettings(BaseModel):
    model_config = ConfigDict(frozen=True)

    monitor: int = 2
    template: Path = Path("own.j2")
    policy: Policy = Policy(terminal=Verdict.ALLOW)


def test_a_run_reads_back_as_it_was_written(tmp_path: Path) -> None:
    record(tmp_path / "run", 2)
    recording = Recording(tmp_path / "run")
    assert recording.run.goal == "写一份会议纪要"
    assert (recording.run.model, recording.run.family, recording.run.dialect) == ("fake", "other", "json")
    assert recording.run.source == "model"
    assert recording.run.ending == GoalReached(message="done")
    assert recording.screenshot(recording.steps[1]).getpixel((0, 0)) == (2, 0, 0)


def test_a_step_holds_what_was_seen_proposed_decided_sent_and_what_came_of_it(tmp_path: Path) -> None:
    record(tmp_path / "run", 1)
    (step,) = Recording(tmp_path / "run").steps
    proposal = a_proposal(1, "step-001.png")
    assert step == Step(
        **dict(proposal), performed=CLICK, judgement=JUDGEMENT, decided_by="person", sent=CLICKED, **dict(DONE)
    )
    assert step.view == VIEW


def test_the_finished_step_is_the_one_that_is_read_back(tmp_path: Path) -> None:
    with begin(tmp_path / "run") as recorder:
        begin_step(recorder, 1)
        click(recorder)
        step = recorder.finish_step(DONE)
    assert Recording(tmp_path / "run").steps == (step,)


def test_settings_and_policy_are_recorded(tmp_path: Path) -> None:
    settings = SomeSettings()
    with Recorder(tmp_path / "run", settings, settings.policy, "flow") as recorder:
        recorder.begin("g")
    run = Recording(tmp_path / "run").run
    assert run.settings == {"monitor": 2, "template": "own.j2"}
    assert run.policy["terminal"] == "allow"
    assert run.source == "flow"


def test_an_input_is_on_disk_as_soon_as_it_was_added(tmp_path: Path) -> None:
    with begin(tmp_path / "run") as recorder:
        begin_step(recorder, 1)
        for count, expected in enumerate(CLICKED, 1):
            kind = Input.MOVE if expected.kind == "move" else Input.BUTTON
            recorder.add_input(kind, expected.place if kind is Input.MOVE else None, expected.name)
            (step,) = Recording(tmp_path / "run").steps
            assert step.sent == CLICKED[:count]
            assert step.interrupted


def test_the_keys_of_a_chord_are_named_and_those_of_a_text_are_not(tmp_path: Path) -> None:
    with begin(tmp_path / "run") as recorder:
        begin_step(recorder, 1, typing("a"))
        recorder.add_input(Input.KEY_DOWN)
        recorder.add_input(Input.KEY_DOWN, None, "enter")
        step = recorder.finish_step(DONE)
    assert step.sent == (SentInput("key down"), SentInput("key down", None, "enter"))


def test_of_a_typed_secret_neither_keys_nor_length_are_recorded(tmp_path: Path) -> None:
    with begin(tmp_path / "run") as recorder:
        begin_step(recorder, 1, typing("{{secret:bank}}"))
        for _ in range(12):
            recorder.add_input(Input.KEY_DOWN)
            recorder.add_input(Input.KEY_UP)
        recorder.add_input(Input.KEY_DOWN, None, "enter")
        recorder.finish_step(DONE)
    (step,) = Recording(tmp_path / "run").steps
    assert step.sent == (SentInput("secret text"), SentInput("key down", None, "enter"))


def test_what_the_gate_forbids_is_not_recorded(tmp_path: Path) -> None:
    with begin(tmp_path / "run") as recorder:
        begin_step(recorder, 1)
        gate = RecordedGate(InterruptingGate(1), recorder)
        gate.sending(Input.MOVE, (20, 10))
        with pytest.raises(Interrupted):
            gate.sending(Input.BUTTON, name="left")
        assert recorder.finish_step(DONE).sent == CLICKED[:1]


def test_what_cannot_be_recorded_is_not_let_out(tmp_path: Path) -> None:
    recorder = begin(tmp_path / "run")
    begin_step(recorder, 1)
    recorder.__exit__(None, None, None)
    with pytest.raises(RecordingError, match="cannot be written"):
        RecordedGate(InterruptingGate(1), recorder).sending(Input.MOVE, (20, 10))


def test_a_second_run_never_overwrites_the_first(tmp_path: Path) -> None:
    record(tmp_path, 1)
    with pytest.raises(RecordingError, match="already holds a recording"):
        Recorder(tmp_path)


def test_an_unwritable_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(RecordingError, match="cannot be written"):
        Recorder(tmp_path / "file" / "run")
