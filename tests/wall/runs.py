"""One case's moves through the real loop: with the policy's defaults and nobody there, or with no guard at all."""

import json
from collections.abc import Callable
from pathlib import Path
from threading import Event

from actions.dialects import dialect_for
from agent.control.run_control import RunControl
from agent.listener import RunListener
from agent.loop import Agent
from agent.prompt.builder import PromptBuilder
from agent.recording import Limits, Recorder
from agent.run import run_goal
from agent.session import open_session
from agent.settings import RunSettings
from agent.step import Step
from model.base import Request
from model.families import OTHER
from model.reply import Reply
from model.sight.ocr import Ocr
from tests.wall.case import Case
from tests.wall.moves import Move
from tests.wall.stages.stage import Stage

_DONE = Move({"action_type": "status", "goal_status": "complete"})
_GIVE_UP = {"action_type": "status", "goal_status": "infeasible"}
_MAX_SECONDS = 60


def guarded(case: Case, stage: Stage, size: tuple[int, int], folder: Path, ocr: Ocr) -> tuple[str, ...]:
    """Run the case as a user would who starts it and goes away; return what became of each move."""
    witness = _Witness()
    model = _Mover(case.moves, stage, size)
    run_goal(case.goal, model, folder, _settings(case), RunControl(), witness, ocr=ocr)
    return tuple(witness.steps)


def unguarded(case: Case, stage: Stage, size: tuple[int, int], folder: Path, ocr: Ocr) -> tuple[str, ...]:
    """Run the case with whatever the model wants carried out."""
    witness, control, settings = _Witness(), RunControl(), _settings(case)
    model, prompts = _Mover(case.moves, stage, size), PromptBuilder(dialect_for(settings.dialect, size))
    with open_session(settings, case.goal, control, witness, ocr=ocr) as session, Recorder(folder) as recorder:
        Agent(session.desktop, model, prompts, control, recorder, settings.limits, witness).run(case.goal)
    return tuple(witness.steps)


def _settings(case: Case) -> RunSettings:
    return RunSettings(dialect="json", limits=Limits(max_steps=len(case.moves) + 1, max_seconds=_MAX_SECONDS))


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
        if action != "done":
            self.steps.append(f"{action}: {step.error or f'changed={step.changed}'}")
