"""Ways of asking through the real loop: what is done, told later, recorded, and refused."""

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from actions.dialects import DIALECTS, dialect_for
from actions.schema import Box, Click, Done, TypeText
from agent.control.run_control import RunControl
from agent.endings import Ending, GoalReached, ModelFailed, StoppedByUser
from agent.errors import GroundingError
from agent.grounding.grounded import grounded, way_for
from agent.grounding.way import Way
from agent.loop import Agent
from agent.prompt.builder import PromptBuilder
from agent.recording import Limits, Recorder, Recording
from agent.settings import RunSettings
from agent.step import Grounding
from model.base import Model, Repeating, Request
from model.families import family_named
from model.reader.reader import Reader
from model.reply import Reply
from model.scripted import ScriptedModel
from model.server.model import ServerModel
from tests.agent.grounding.asking import click_at, said
from tests.fakes import FakeDesktop, FakeModel, RecordingListener
from tests.model.server.chat_server import ChatServer
from tests.model.server.conftest import GOOD, ONE_MODEL


class Run:
    """One run in a folder, asked in some way."""

    def __init__(self, folder: Path, way: str) -> None:
        self.folder, self.way = folder / "run", way
        self.desktop, self.control, self.listener = FakeDesktop(), RunControl(), RecordingListener()

    def with_model(self, model: Model) -> Ending:
        prompts = PromptBuilder(DIALECTS["json"])
        settings = RunSettings(grounding=self.way)
        with (
            Recorder(self.folder, settings) as recorder,
            grounded(model, Way.parse(self.way), lambda _image: prompts.dialect) as asked,
        ):
            limits = Limits(max_steps=6)
            return Agent(self.desktop, asked, prompts, self.control, recorder, limits, self.listener).run("click it")


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run(tmp_path, "zoom")


def test_the_mapped_place_is_clicked_to_fractions_of_a_thousandth(run: Run) -> None:
    model = FakeModel(said(click_at(501, 501)), said(click_at(502, 333)), said(Done()))
    assert isinstance(run.with_model(model), GoalReached)
    assert run.desktop.acted == [click_at(251 + 251, 251 + 166.5)]


def test_what_the_closer_look_changed_is_recorded_and_read_back(run: Run) -> None:
    run.with_model(ScriptedModel([said(click_at(500, 500), "one"), said(click_at(900, 900), "two"), said(Done())]))
    recording = Recording(run.folder)
    clicked, done = recording.steps
    assert clicked.action == click_at(700, 700)
    assert clicked.grounding == Grounding(
        calls=2, first=click_at(500, 500), note="The closer look moved it by 282.8 thousandths."
    )
    assert clicked.thought == "one"
    assert done.grounding == Grounding(calls=1)
    assert recording.steps == tuple(run.listener.steps)
    assert recording.run.settings["grounding"] == "zoom"


def test_what_was_done_is_what_later_prompts_tell(run: Run) -> None:
    model = FakeModel(said(click_at(500, 500)), said(click_at(900, 900)), said(Done()))
    run.with_model(model)
    (turn,) = model.requests[2].turns
    assert "[[700,700,700,700]]" in turn.answer
    assert "[[500,500,500,500]]" not in turn.answer


class Costly(FakeModel):
    def generate(self, request: Request, on_text: Callable[[str], None], stop: Event) -> Reply:
        return replace(super().generate(request, on_text, stop), tokens=7, seconds=0.5)


def test_tokens_of_all_looks_count(run: Run) -> None:
    run.with_model(Costly(said(click_at(500, 500)), said(click_at(900, 900)), said(Done())))
    assert [step.tokens for step in Recording(run.folder).steps] == [14, 7]


def test_a_stop_during_the_second_look_prevents_the_click(run: Run) -> None:
    model = FakeModel(
        said(click_at(500, 500)), while_thinking=lambda: run.control.stop() if len(model.requests) == 2 else None
    )
    assert isinstance(run.with_model(model), StoppedByUser)
    assert run.desktop.acted == []


def test_replies_that_cannot_be_read_fail_as_they_do_plainly(run: Run) -> None:
    assert isinstance(run.with_model(FakeModel("hm")), ModelFailed)
    assert [step.error != "" for step in Recording(run.folder).steps] == [True] * 3


def test_a_plain_run_records_nothing_of_it(tmp_path: Path) -> None:
    run = Run(tmp_path, "plain")
    run.with_model(FakeModel(said(click_at(500, 500)), said(Done())))
    assert "grounding" not in (run.folder / "steps.jsonl").read_text(encoding="utf-8")
    assert [step.grounding for step in Recording(run.folder).steps] == [None, None]


def test_a_journal_of_before_is_read(run: Run) -> None:
    run.with_model(FakeModel(said(click_at(500, 500)), said(click_at(900, 900)), said(Done())))
    path = run.folder / "steps.jsonl"
    lines = [json.loads(line) for line in path.read_bytes().splitlines()]
    path.write_text("".join(json.dumps({k: v for k, v in line.items() if k != "grounding"}) + "\n" for line in lines))
    assert [step.grounding for step in Recording(run.folder).steps] == [None, None]


def test_a_secret_stays_a_placeholder_in_what_is_recorded(run: Run) -> None:
    typed = TypeText(text="{{secret:bank}}", box_2d=Box.at(500, 500))
    run.with_model(FakeModel(said(typed), said(typed.model_copy(update={"text": "x"})), said(Done())))
    (step, _) = Recording(run.folder).steps
    assert isinstance(step.action, TypeText)
    assert step.action.text == "{{secret:bank}}"


@pytest.mark.parametrize("way", ["zoom", "zoom-if-unsure", "snap", "samples"])
def test_the_reader_is_told_that_nothing_helps_it(way: str) -> None:
    reader = Reader()
    with pytest.raises(
        GroundingError, match=f"The reader aims at text that it has read, always alike: --grounding {way}"
    ):
        way_for(reader, way)
    assert way_for(reader, "plain").kind == "plain"
    reader.close()


@pytest.mark.parametrize("way", ["zoom-if-unsure", "samples"])
def test_a_model_that_repeats_itself_says_what_to_set(way: str) -> None:
    with closing(ChatServer([GOOD], ONE_MODEL)) as server:
        with closing(ServerModel.connect(server.url, environ={})) as model:
            with pytest.raises(GroundingError, match="set DESKHAND_SERVER_TEMPERATURE"):
                way_for(model, way)
            assert way_for(model, "zoom").kind == "zoom"
        with closing(ServerModel.connect(server.url, environ={"DESKHAND_SERVER_TEMPERATURE": "0.7"})) as warm:
            assert isinstance(warm, Repeating)
            assert way_for(warm, way).kind == way


def test_what_is_asked_keeps_its_name_and_family() -> None:
    model = FakeModel(said(Done()))
    model.family = family_named("qwen3-vl")
    with grounded(model, Way.parse("zoom"), lambda _image: dialect_for("qwen", (1000, 1000))) as asked:
        assert (asked.name, asked.family) == ("fake", model.family)


def test_clicks_of_a_box_keep_its_extent(run: Run) -> None:
    first, second = Click(box_2d=Box(400, 400, 600, 600), clicks=2), Click(box_2d=Box(200, 200, 400, 300))
    run.with_model(FakeModel(said(first), said(second), said(Done())))
    assert run.desktop.acted == [Click(box_2d=Box(350, 350, 450, 400), clicks=2)]
