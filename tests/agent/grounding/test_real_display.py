"""A scripted model's two looks on a real display: the click lands where the second one is mapped to."""

from pathlib import Path

import pytest
from Xlib import X

from actions.schema import Click, Done
from agent.control.run_control import RunControl
from agent.endings import GoalReached
from agent.listener import RunListener
from agent.recording import Limits, Recording
from agent.run import run_goal
from agent.settings import RunSettings
from model.scripted import ScriptedModel
from tasks.displays import VirtualDisplay
from tests.actions.recorder import InputRecorder
from tests.agent.grounding.asking import click_at, said

pytestmark = pytest.mark.display


@pytest.mark.parametrize(
    ("way", "looks", "place"),
    [
        ("zoom", [click_at(500, 500), click_at(601, 253)], (704, 301)),  # 550.5 and 376.5 thousandths of 1280x800
        ("zoom", [click_at(990, 5), click_at(900, 100)], (1216, 40)),
        ("samples:3", [click_at(500, 500), click_at(510, 520), click_at(504, 540)], (645, 416)),
        ("zoom-if-unsure", [click_at(500, 500), click_at(503, 501)], (640, 400)),
    ],
)
def test_the_click_lands_where_the_looks_come_to(
    display: VirtualDisplay, tmp_path: Path, way: str, looks: list[Click], place: tuple[int, int]
) -> None:
    model = ScriptedModel([said(look) for look in looks] + [said(Done())] * 3)
    settings = RunSettings(grounding=way, limits=Limits(max_steps=4))
    with InputRecorder() as window:
        ending = run_goal("press it", model, tmp_path / "run", settings, RunControl(), RunListener())
        pressed = window.take(X.ButtonPress)
    assert isinstance(ending, GoalReached), ending
    assert [event.at for event in pressed] == [place]
    step = Recording(tmp_path / "run").steps[0]
    assert step.grounding is not None
    assert step.grounding.calls == len(looks)
