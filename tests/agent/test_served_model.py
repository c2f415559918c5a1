"""Whole runs on a served model: a server's bad moment is survived, its end ends the run, and the recording is kept."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from actions.dialects import DIALECTS
from agent.control.run_control import RunControl
from agent.endings import GoalReached, ModelFailed
from agent.loop import Agent
from agent.prompt.builder import PromptBuilder
from agent.recording import Recorder, Recording
from model.server import ServerModel
from tests.fakes import FakeDesktop
from tests.model.server.chat_server import ChatServer, Play, Visit, answers, says
from tests.model.server.conftest import FAST, ONE_MODEL

CLICK = says('<think>It is there.</think><answer>Action: {"action_type": "click", "box_2d": [[1, 2, 3, 4]]}</answer>')
DONE = says('<think>It is done.</think><answer>Action: {"action_type": "status", "goal_status": "complete"}</answer>')


def killed(visit: Visit) -> None:
    visit.stream()
    visit.delta(content='<think>It is there.</think><answer>Action: {"action_type": "done"}')
    visit.die()


class Run:
    """One run whose model is served by a server that plays the given plays."""

    def __init__(self, folder: Path, plays: tuple[Play, ...], stack: ExitStack) -> None:
        self.folder, self.desktop, self.control = folder, FakeDesktop(), RunControl()
        server = ChatServer(plays, ONE_MODEL)
        stack.callback(server.close)
        model = ServerModel.connect(server.url, FAST, {})
        stack.callback(model.close)
        prompts = PromptBuilder(DIALECTS["json"])
        with Recorder(folder) as recorder:
            self.ending = Agent(self.desktop, model, prompts, self.control, recorder).run("click it")
        self.recording = Recording(folder)


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def test_a_run_survives_a_servers_bad_moment(tmp_path: Path, stack: ExitStack) -> None:
    run = Run(tmp_path / "run", (CLICK, killed, answers(500), DONE), stack)
    assert isinstance(run.ending, GoalReached)
    assert [type(step.action).__name__ for step in run.recording.steps] == ["Click", "Done"]


@pytest.mark.parametrize("fault", [killed, answers(500), lambda visit: visit.send(200, "text/html", b"<html>")])
def test_a_run_whose_server_fails_for_good_ends_with_its_recording(
    fault: Play, tmp_path: Path, stack: ExitStack
) -> None:
    run = Run(tmp_path / "run", (CLICK, fault), stack)
    assert isinstance(run.ending, ModelFailed)
    assert run.recording.run.ending == run.ending
    assert len(run.recording.steps) == len(run.desktop.acted) == 1, "nothing of a broken reply was done"
