"""Real runs that end by `kill -9` right after an input was sent: `python -m … FOLDER N N N`.

Each N is a process of its own that runs the real loop with the real mouse and keyboard on the display, and dies between
the sending of its N-th input and the next line of code. It records to `FOLDER/N`; N is printed once it is dead.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from Xlib.display import Display
from Xlib.ext import xtest

from actions.policy.policy import Policy, Verdict
from actions.secrets import VARIABLE
from agent.control.run_control import RunControl
from agent.listener import RunListener
from agent.run import run_goal
from agent.settings import RunSettings
from tests.fakes import FakeModel

SECRET = "Correct-Horse"
GOAL = "type {{secret:bank}}"
HERE, THERE = [[300, 500, 310, 510]], [[600, 700, 610, 710]]
ACTIONS: tuple[dict[str, object], ...] = (
    {"action_type": "click", "box_2d": HERE},
    {"action_type": "input_text", "text": "Hello, world"},
    {"action_type": "drag", "box_2d": HERE, "to_box_2d": THERE},
    {"action_type": "input_text", "text": "{{secret:bank}}", "press_enter": True},
    {"action_type": "press_keys", "keys": ["ctrl", "shift", "x"]},
    {"action_type": "scroll", "direction": "down", "notches": 3, "box_2d": THERE},
    {"action_type": "click", "box_2d": THERE, "button": "right", "clicks": 2, "modifiers": ["shift"]},
)
INPUTS = 110
"""About as many as all of the actions send."""


def die_after(inputs: int) -> None:
    """Let this process die as soon as the display has so many inputs of it."""
    send: Callable[..., None] = xtest.fake_input
    counted = count(1)

    def send_and_die(display: Display, *arguments: Any, **options: Any) -> None:
        send(display, *arguments, **options)
        if next(counted) >= inputs:
            display.sync()
            os.kill(os.getpid(), signal.SIGKILL)

    xtest.fake_input = send_and_die


def run(folder: Path, inputs: int) -> None:
    """Run until death."""
    die_after(inputs)
    replies = (f"<think></think><answer>Reason: \nAction: {json.dumps(action)}</answer>" for action in ACTIONS * 9)
    policy = Policy(commit=Verdict.ALLOW, discard=Verdict.ALLOW)
    run_goal(GOAL, FakeModel(*replies), folder, RunSettings(policy=policy), RunControl(), RunListener())


def main() -> None:
    folder = Path(sys.argv[1])
    os.environ[f"{VARIABLE}bank"] = SECRET
    for inputs in map(int, sys.argv[2:]):
        if (child := os.fork()) == 0:
            run(folder / str(inputs), inputs)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        assert os.WTERMSIG(status) == signal.SIGKILL, status
        print(inputs, flush=True)
        sys.stdin.readline()


if __name__ == "__main__":
    main()
