"""Fakes that several packages' tests share: real code around them, no patches."""

from collections.abc import Callable, Iterable
from threading import Event

import numpy as np
from PIL import Image

from actions.effects import Effect, effects
from actions.executor import Confirm, unasked
from actions.geometry import Rect, View
from actions.policy.policy import Judgement, Policy, Surroundings
from actions.schema import InputAction, TypeText
from agent.desktop import OnStill
from agent.endings import Ending
from agent.listener import RunListener
from agent.screen.look import Look
from agent.step import Observation, Step
from model.base import GenerationStopped, Request
from model.families import OTHER
from model.reply import Reply

SCREEN = Rect(0, 0, 200, 100)


class FakeDesktop:
    """A screen that shows one grey level; each action that `changes` names turns it a shade lighter."""

    def __init__(self, changes: Callable[[InputAction], bool] = lambda _action: True) -> None:
        self.view = View(SCREEN, (SCREEN,))
        self.acted: list[InputAction] = []
        self.before_acting: Callable[[InputAction], None] = lambda _action: None
        self._changes = changes
        self._shade = 0

    def observe(self) -> tuple[Observation, int]:
        image = Image.new("RGB", SCREEN[2:], (self._shade % 256,) * 3)
        return Observation(image, self.view), self._shade

    def act(self, action: InputAction, observation: Observation, confirm: Confirm = unasked) -> None:
        for effect in effects(action):
            confirm(effect)
        self.before_acting(action)
        self.acted.append(action)

    def settle(self, action: InputAction, on_still: OnStill | None = None) -> bool:
        changed = self._changes(action)
        self._shade += changed
        if changed and on_still:
            on_still(self.observe()[0].image)
        return changed


class FakeJudge:
    """Finds the same surroundings for every effect. Implements `agent.guard.guard.Judge`."""

    def __init__(self, policy: Policy | None = None, around: Surroundings | None = None) -> None:
        self.policy, self.around = policy or Policy(), around or Surroundings()
        self.looks: list[Look] = []
        self.noted: list[Effect] = []
        self.is_stale: Callable[[Effect], bool] = lambda _effect: False
        self.focused = 1

    def judge(self, effect: Effect, look: Look) -> Judgement:
        self.looks.append(look)
        return self.policy.judge(effect, self.around)

    def stale(self, effect: Effect, look: Look, observation: Observation) -> bool:
        return self.is_stale(effect)

    def note(self, effect: Effect, view: View) -> None:
        self.noted.append(effect)

    def reaches(self, effect: Effect, view: View) -> int | None:
        return self.focused

    def unbound_secrets(self, action: InputAction) -> frozenset[str]:
        return self.policy.unbound_secrets(action.text) if isinstance(action, TypeText) else frozenset()


def black_look() -> Look:
    """Look at a screen that shows nothing."""
    return Look(np.zeros((SCREEN.height, SCREEN.width), np.uint32), View(SCREEN, (SCREEN,)))


class FakeModel:
    """Answers with the given raw replies in order, the last one for ever; remembers what it was asked."""

    name = "fake"
    family = OTHER

    def __init__(self, *replies: str, while_thinking: Callable[[], None] = lambda: None) -> None:
        self._replies = list(replies)
        self._while_thinking = while_thinking
        self.requests: list[Request] = []

    def generate(self, request: Request, on_text: Callable[[str], None], stop: Event) -> Reply:
        self.requests.append(request)
        text = self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]
        self._while_thinking()
        if stop.is_set():
            raise GenerationStopped
        on_text(text)
        return Reply.parse(text)

    def answer_now(self) -> None: ...

    def close(self) -> None: ...


class RecordingListener(RunListener):
    """Remembers what a run told it."""

    def __init__(self, hands_back: bool = False, replies: Iterable[str] = ()) -> None:
        self.steps: list[Step] = []
        self.texts: list[str] = []
        self.questions: list[str] = []
        self.ending: Ending | None = None
        self._hands_back = hands_back
        self._replies = list(replies)

    def on_text(self, text: str) -> None:
        self.texts.append(text)

    def on_step(self, step: Step) -> None:
        self.steps.append(step)

    def on_ended(self, ending: Ending) -> None:
        self.ending = ending

    def wait_for_hand_back(self) -> bool:
        return self._hands_back

    def ask(self, question: str) -> str | None:
        self.questions.append(question)
        return self._replies.pop(0) if self._replies else None
