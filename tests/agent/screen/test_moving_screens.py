"""Real clicks on real windows of which something moves by itself: what an action changed is told from that."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from actions.dialects import DIALECTS
from actions.executor import Executor
from agent.control.run_control import RunControl
from agent.desktop import LiveDesktop
from agent.endings import Ending, LimitReached, Stuck
from agent.loop import Agent
from agent.prompt.builder import PromptBuilder
from agent.recording import Limits, Recorder
from agent.screen.screen import Screen
from agent.windows.reached import open_input_windows
from model.sight.ocr import Ocr
from model.sight.read_ahead import ReadAhead
from tasks.displays import VirtualDisplay
from tests.actions.windows import bring_to_front
from tests.agent.screen.moving_window import DIALOG, FAR, NEAR, NOTHING, PLACE, START, TICK
from tests.fakes import FakeModel, RecordingListener

pytestmark = pytest.mark.display

WIDTH, HEIGHT = 1280, 800
MOVES = [
    ("still",),
    ("clock", "100"),
    ("clock", "250"),
    ("clock", "500"),
    ("clock", "1000"),
    ("busy",),
    ("lines", "50"),
    ("lines", "1000"),
]

SOME = [("still",), ("clock", "1000"), ("busy",)]
some_moves = pytest.mark.parametrize("moving", SOME, ids=" ".join, indirect=True)


def click(at: tuple[int, int]) -> str:
    x, y = (PLACE.x() + at[0]) / WIDTH * 1000, (PLACE.y() + at[1]) / HEIGHT * 1000
    action = f'{{"action_type": "click", "box_2d": [[{x:.2f}, {y:.2f}, {x:.2f}, {y:.2f}]]}}'
    return f"<think></think><answer>Memory: \nReason: \nAction: {action}</answer>"


@dataclass
class Run:
    folder: Path
    thinks: float = 0.0
    listener: RecordingListener = field(default_factory=RecordingListener)

    def of(self, *replies: str, steps: int = 12) -> Ending:
        control = RunControl()
        model = FakeModel(*replies, while_thinking=lambda: time.sleep(self.thinks))
        with (
            Screen() as screen,
            Executor(control) as executor,
            Recorder(self.folder) as recorder,
            closing(open_input_windows()) as windows,
            closing(Ocr()) as ocr,
            closing(ReadAhead(ocr)) as ahead,
        ):
            desktop = LiveDesktop(screen, executor, control, windows, ahead)
            limits = Limits(max_steps=steps)
            agent = Agent(desktop, model, PromptBuilder(DIALECTS["json"]), control, recorder, limits, self.listener)
            return agent.run("click it")

    @property
    def changes(self) -> list[bool | None]:
        return [step.changed for step in self.listener.steps]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run(tmp_path / "run")


@pytest.fixture(params=MOVES, ids=" ".join)
def moving(request: pytest.FixtureRequest, display: VirtualDisplay) -> Iterator[str]:
    with ExitStack() as undo:
        open_window(undo, "Moving", *request.param)
        yield request.param[0]


def open_window(undo: ExitStack, title: str, *arguments: str) -> None:
    command = [sys.executable, "-m", "tests.agent.screen.moving_window", title, *arguments]
    process = undo.enter_context(subprocess.Popen(command))
    undo.callback(process.terminate)
    bring_to_front(title)
    time.sleep(0.3)


def test_the_same_useless_click_is_stuck_after_three(moving: str, run: Run) -> None:
    assert isinstance(run.of(click(NOTHING)), Stuck)
    assert run.changes == [False, False, False, None]


@some_moves
def test_a_thinking_model_is_told_the_same(moving: str, run: Run) -> None:
    run.thinks = 0.7
    assert isinstance(run.of(click(NOTHING)), Stuck)
    assert run.changes == [False, False, False, None]


@some_moves
def test_two_useless_clicks_by_turns_are_stuck_too(moving: str, run: Run) -> None:
    other = (NOTHING[0] + 20, NOTHING[1] + 40)
    assert isinstance(run.of(*[click(NOTHING), click(other)] * 8), Stuck)
    assert run.changes == [False] * 6 + [None]


@some_moves
def test_changes_near_and_far_are_changes(moving: str, run: Run) -> None:
    replies = [click(NOTHING), click(FAR), click(FAR), click(NEAR), click(NEAR), click(DIALOG)]
    assert isinstance(run.of(*replies, steps=6), LimitReached)
    assert run.changes[1:] == [True] * 5


@some_moves
def test_ticking_and_unticking_for_ever_is_stuck(moving: str, run: Run) -> None:
    assert isinstance(run.of(click(TICK)), Stuck)
    assert all(run.changes[:-1])
    assert len(run.changes) <= 9


def test_a_terminal_that_streams_is_no_change(display: VirtualDisplay, run: Run) -> None:
    # The screen is full from the start: a line on ground where nothing moved yet is a change.
    loop = "seq 40; i=0; while :; do i=$((i+1)); echo $i some words that run past; sleep 0.05; done"
    with ExitStack() as undo:
        command = ["/usr/bin/xterm", "-title", "Streaming", "-geometry", "80x20+700+440", "-e", loop]
        terminal = undo.enter_context(subprocess.Popen(command))
        undo.callback(terminal.terminate)
        bring_to_front("Streaming")  # a window that opens under way is a change
        open_window(undo, "Moving", "still")
        assert isinstance(run.of(click(NOTHING)), Stuck)
        assert run.changes == [False, False, False, None]


@some_moves
def test_setting_off_what_then_moves_by_itself_is_a_change(moving: str, run: Run) -> None:
    assert isinstance(run.of(click(START), click(NOTHING)), Stuck)
    assert run.changes == [True, True, False, False, False, None]  # at first the button loses the pointer's own look
