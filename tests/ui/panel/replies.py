"""Replies and models for the panel's tests."""

import json
import threading
from collections.abc import Callable
from threading import Event

from model.base import GenerationStopped, ModelError, Request
from model.families import OTHER
from model.reply import Reply


def reply(thought: str = "thinking", **action: object) -> str:
    return f"<think>{thought}</think><answer>Memory: \nReason: because\nAction: {json.dumps(action)}</answer>"


def click(x: int = 100) -> str:
    return reply(action_type="click", box_2d=[[x, 200, x + 50, 300]])


DONE = reply(action_type="status", goal_status="complete")
ANSWER = reply(action_type="answer", text="There are 3 files.")
ASK = reply(action_type="ask_user", text="Which of the two?")


class SlowModel:
    """Writes its first reply word by word and waits in the middle of the thought until it is let on."""

    name = "slow"
    family = OTHER

    def __init__(self, *replies: str) -> None:
        self._replies = list(replies)
        self.is_thinking = threading.Event()
        self.go_on = threading.Event()
        self.answered_now = 0

    def generate(self, request: Request, on_text: Callable[[str], None], stop: Event) -> Reply:
        text = self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]
        on_text(text[: len(text) // 2])
        self.is_thinking.set()
        while not self.go_on.wait(0.005):
            if stop.is_set():
                raise GenerationStopped
        on_text(text[len(text) // 2 :])
        return Reply.parse(text)

    def answer_now(self) -> None:
        self.answered_now += 1
        self.go_on.set()

    def close(self) -> None: ...


class DyingModel:
    """Fails at its first reply with the given error."""

    name = "dying"
    family = OTHER

    def __init__(self, error: Exception | None = None) -> None:
        self._error = error or ModelError("The server went away: start it again.")

    def generate(self, request: Request, on_text: Callable[[str], None], stop: Event) -> Reply:
        on_text("<think>I was about to")
        raise self._error

    def answer_now(self) -> None: ...

    def close(self) -> None: ...
