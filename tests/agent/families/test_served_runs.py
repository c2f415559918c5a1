"""Whole runs of served families: what is sent, read and done, from the first step to the end."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from actions.dialects import dialect_for
from actions.schema import Action, Click
from agent.control.run_control import RunControl
from agent.endings import Ending, GoalReached
from agent.loop import Agent
from agent.prompt.builder import PromptBuilder, history_for
from agent.recording import Recorder
from model.server import ServerModel
from tests.fakes import FakeDesktop
from tests.model.server.chat_server import ChatServer, lists, says
from tests.model.server.conftest import FAST


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def run(stack: ExitStack, folder: Path, name: str, *replies: str) -> tuple[Ending, list[Action], ChatServer]:
    server = ChatServer([says(reply) for reply in replies], lists(name))
    stack.callback(server.close)
    model = ServerModel.connect(server.url, FAST, {})
    stack.callback(model.close)
    desktop, family = FakeDesktop(), model.family
    dialect = dialect_for(family.dialect, family.canvas(*desktop.observe()[0].image.size))
    prompts = PromptBuilder(dialect, history=history_for(family, dialect))
    with Recorder(folder) as recorder:
        ending = Agent(desktop, model, prompts, RunControl(), recorder).run("Click it twice")
    return ending, list(desktop.acted), server


@pytest.mark.parametrize(
    ("name", "click", "again", "done"),
    [
        (
            "UI-Venus-2-9B",
            "I see it.</think>\n<action>Click(box=(333, 666))</action>",
            "Again.</think>\n<action>Click()</action>",
            "Yes.</think>\n<action>Finished(content='')</action>",
        ),
        (
            "OpenCUA-7B",
            "## Action:\nClick it.\n```python\npyautogui.click(x=0.25, y=0.5)\n```",
            "## Action:\nClick it again.\n```python\npyautogui.click()\n```",
            "## Action:\nStop.\n```code\ncomputer.terminate(status='success')\n```",
        ),
    ],
)
def test_a_run_goes_from_a_click_to_its_end(
    name: str, click: str, again: str, done: str, tmp_path: Path, stack: ExitStack
) -> None:
    ending, acted, server = run(stack, tmp_path / "run", name, click, again, done)
    assert isinstance(ending, GoalReached)
    first, second = acted
    assert isinstance(first, Click)
    assert first == second
    roles = [[turn["role"] for turn in call.body["messages"]] for call in server.asked]
    assert roles == [["user"], ["user", "assistant", "user"], ["user", "assistant", "user", "assistant", "user"]]


def test_the_thought_of_a_venus_is_told_again(tmp_path: Path, stack: ExitStack) -> None:
    replies = (
        "I see it.</think>\n<action>Click(box=(333, 666))</action>",
        "Yes.</think>\n<action>Finished(content='')</action>",
    )
    _, _, server = run(stack, tmp_path / "run", "UI-Venus-2-9B", *replies)
    told = server.asked[1].body["messages"][1]
    assert told == {"role": "assistant", "content": "<think>I see it.</think>\n<action>Click(box=(333, 666))</action>"}
