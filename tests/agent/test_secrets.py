"""Whole runs that type a secret: what the model was sent and what was recorded hold its placeholder alone."""

import json
from pathlib import Path

import pytest

from actions.dialects import DIALECTS
from actions.policy.policy import Policy, Verdict
from actions.schema import Action, InputAction, TypeText
from actions.secrets import SecretStore
from agent.control.run_control import RunControl
from agent.guard.guard import Guard
from agent.loop import Agent
from agent.prompt.builder import PromptBuilder
from agent.recording import Recorder
from agent.step import Observation
from tests.fakes import FakeDesktop, FakeJudge, FakeModel, RecordingListener, black_look

VALUE = "correct horse 电池"
GOAL = 'type "{{secret:bank}}" into Password'


def reply(action: dict[str, object]) -> str:
    return f"<think>{action}</think><answer>Memory: None\nReason: because\nAction: {json.dumps(action)}</answer>"


def typing(name: str) -> str:
    return reply({"action_type": "input_text", "text": f"{{{{secret:{name}}}}}"})


DONE = reply({"action_type": "status", "goal_status": "complete"})


class Approving(RecordingListener):
    """Says yes to everything, and remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def approve(self, action: Action, observation: Observation, reason: str) -> Action | None:
        self.asked.append(f"{action} {reason}")
        return action


class Run:
    """One run whose desktop types as the executor does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "run"
        self.typed: list[str] = []
        self.listener = Approving()
        self._secrets = SecretStore(GOAL, {"bank": VALUE, "other": "another one"}.get)

    def of(self, *replies: str) -> None:
        desktop, control = FakeDesktop(), RunControl()
        desktop.before_acting = self._type
        self.model = FakeModel(*replies)
        policy = Policy(secret=Verdict.ASK)
        with Recorder(self.folder) as recorder:
            prompts = PromptBuilder(DIALECTS["json"])
            guard = Guard(FakeJudge(policy), black_look, self.listener, control)
            Agent(desktop, self.model, prompts, control, recorder, listener=self.listener, guard=guard).run(GOAL)

    def _type(self, action: InputAction) -> None:
        assert isinstance(action, TypeText)
        self.typed.append(self._secrets.resolve(action.text))

    @property
    def told(self) -> str:
        """Everything that anybody but the application was told."""
        files = [path.read_text(encoding="utf-8") for path in self.folder.iterdir() if path.suffix != ".png"]
        requests = [repr((request.content, request.goal, request.turns)) for request in self.model.requests]
        shown = [*map(repr, self.listener.steps), *self.listener.texts, *self.listener.asked]
        return "\n".join([*files, *requests, *shown])


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run(tmp_path)


def test_the_application_gets_the_secret_and_nobody_else(run: Run) -> None:
    run.of(typing("bank"), DONE)
    assert run.typed == [VALUE]
    assert VALUE not in run.told
    assert json.dumps(VALUE)[1:-1] not in run.told
    assert "{{secret:bank}}" in (run.folder / "steps.jsonl").read_text(encoding="utf-8")
    assert "{{secret:bank}}" in str(run.model.requests[1].content[-1])
    assert "{{secret:bank}}" in run.listener.asked[0]


def test_a_secret_that_the_goal_does_not_name_is_refused_to_the_model(run: Run) -> None:
    run.of(typing("other"), DONE)
    assert run.typed == []
    assert "names no secret 'other'" in str(run.model.requests[1].content[-1])
    assert "another one" not in run.told
