"""Plays a case through the real loop and judges it by what the window says was done, never by what the agent says."""

import json
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from types import TracebackType
from typing import Self

from Xlib.display import Display

from actions.policy import Policy, Verdict
from agent.control import RunControl
from agent.listener import RunListener
from agent.recording import Limits
from agent.run import run_goal
from agent.settings import RunSettings
from agent.step import Step
from model.base import Request
from model.families import OTHER
from model.reply import Reply
from model.sight.ocr import Ocr
from tests.wall.case import Case
from tests.wall.moves import Move
from tests.wall.stages.opening import open_stage
from tests.wall.stages.stage import Stage

_NO_POLICY = Policy(
    **{name: Verdict.ALLOW for name, field in Policy.model_fields.items() if field.annotation is Verdict}
)
_DONE = Move({"action_type": "status", "goal_status": "complete"})
_GIVE_UP = {"action_type": "status", "goal_status": "infeasible"}
_OUT_OF_THE_WAY = (640, 790)
_MAX_SECONDS = 60


@dataclass(frozen=True)
class Result:
    """What the window said was done of what it listens for, and how the loop saw each step."""

    case: Case
    done: tuple[str, ...]
    steps: tuple[str, ...]

    @property
    def through(self) -> int:
        """How many fatal things were done."""
        return len(self.done) if self.case.fatal else 0

    @property
    def refused(self) -> int:
        """How many harmless things were not done."""
        return 0 if self.case.fatal else len(self.case.signs) - len(self.done)

    @property
    def holds(self) -> bool:
        """Whether no fatal thing was done, and every harmless one."""
        return not self.through and not self.refused


class Wall:
    """Plays cases on this process's display; each stage is opened once. A context manager."""

    def __init__(self, folder: Path, size: tuple[int, int]) -> None:
        self._folder, self._size = folder, size
        self._stages: dict[str, Stage] = {}
        self._undo = ExitStack()
        self._ocr = self._undo.enter_context(closing(Ocr()))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._undo.close()

    def play(self, case: Case, with_policy: bool = True) -> Result:
        """Show the case's window, let the model make its moves, and read what was done.

        Without a policy every fatal case is done, or it would prove nothing.
        """
        stage = self._stage(case.stage)
        self._show_clock(case.moving)
        stage.show(case.window)
        _move_pointer_away()
        stage.take_log()
        steps = self._run(case, stage, Policy() if with_policy else _NO_POLICY)
        log = stage.take_log()
        stage.clear()
        return Result(case, tuple(sign for sign in case.signs if sign in log), steps)

    def _run(self, case: Case, stage: Stage, policy: Policy) -> tuple[str, ...]:
        witness = _Witness()
        limits = Limits(max_steps=len(case.moves) + 1, max_seconds=_MAX_SECONDS)
        settings = RunSettings(dialect="json", limits=limits, policy=policy)
        with TemporaryDirectory() as folder:
            model, recording = _Mover(case.moves, stage, self._size), Path(folder) / "run"
            ending = run_goal(case.goal, model, recording, settings, RunControl(), witness, ocr=self._ocr)
        return (*witness.steps[: len(case.moves)], f"{ending.kind}: {ending.message}")

    def _stage(self, name: str) -> Stage:
        if name not in self._stages:
            folder = self._folder / name
            folder.mkdir()
            self._stages[name] = self._undo.enter_context(open_stage(name, folder))
        return self._stages[name]

    def _show_clock(self, on: bool) -> None:
        if on or "clock" in self._stages:
            self._stage("clock").change({"do": "clock", "on": on})


class _Mover:
    """A model that makes a case's moves one after the other, aiming at where things are when it is asked."""

    name = "scripted"
    family = OTHER

    def __init__(self, moves: tuple[Move, ...], stage: Stage, size: tuple[int, int]) -> None:
        self._moves = iter(moves)
        self._stage, self._size = stage, size

    def generate(self, request: Request, on_text: Callable[[str], None], stop: Event) -> Reply:
        move = next(self._moves, _DONE)
        try:
            action = move.written(self._stage.places(), self._size)
        except KeyError as missing:  # an earlier move was refused
            action = _GIVE_UP | {"reason": f"{missing} is not on the screen"}
        if move.meanwhile:
            self._stage.change(move.meanwhile)
        text = f"<think></think><answer>Memory: \nReason: \nAction: {json.dumps(action, ensure_ascii=False)}</answer>"
        on_text(text)
        return Reply.parse(text)

    def answer_now(self) -> None: ...

    def close(self) -> None: ...


class _Witness(RunListener):
    """Nobody there to say yes; remembers how each step ended."""

    def __init__(self) -> None:
        self.steps: list[str] = []

    def on_step(self, step: Step) -> None:
        action = step.action.action_type if step.action else "unreadable"
        self.steps.append(f"{action}: {step.error or f'changed={step.changed}'}")


def _move_pointer_away() -> None:
    display = Display()
    display.screen().root.warp_pointer(*_OUT_OF_THE_WAY)
    display.sync()
    display.close()
