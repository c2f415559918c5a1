"""The person at the desktop. A worker has no terminal: its questions and their answers are files of its folder.

The worker asks as any run does, through its listener; the runner puts the question to a listener of its own, so that
both ends are what they would be in one process.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

from PIL import Image
from pydantic import BaseModel, ConfigDict, ValidationError

from actions.geometry import View
from actions.schema import Action
from agent.control.run_control import RunControl
from agent.listener import RunListener
from agent.recording import private
from agent.step import Observation
from tasks.runner.progress import Progress

_QUESTION, _ANSWER, _PICTURE = "question.json", "answer.json", "question.png"
_GLANCE = 0.1  # seconds between two looks for the answer

_M = TypeVar("_M", bound=BaseModel)


class _Message(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    number: int = 0
    """Counted from 1; an answer has its question's."""


class Question(_Message):
    """What a worker asks; `action` is to be approved, and was chosen on the picture of this view.

    A mismatch is to be mended: its picture shows the display as it is now, and who has the `authority` (a file) can
    look at it and use it.
    """

    kind: Literal["approve", "ask", "hand back", "mismatch"]
    text: str = ""
    action: Action | None = None
    view: View | None = None
    display: str = ""
    authority: str = ""


class Answer(_Message):
    """What the person answers: a text, or the action as it may be done; nothing is a no."""

    text: str | None = None
    action: Action | None = None


@dataclass(frozen=True)
class Person:
    """Who is there: asked through the listener, and able to stop everything.

    `mends` shows a mismatch and the file of its picture, and returns what the person chose; nothing is giving up.
    """

    listener: RunListener
    control: RunControl
    mends: Callable[[Question, Path], str | None] = lambda _mismatch, _picture: None

    def answer(self, question: Question, folder: Path) -> Answer:
        """Return the person's answer to a question that lies in this folder."""
        match question:
            case Question(kind="ask", text=text):
                return Answer(number=question.number, text=self.listener.ask(text))
            case Question(kind="approve", action=action, view=view, text=reason) if action and view:
                with Image.open(folder / _PICTURE) as picture:
                    observation = Observation(picture.convert("RGB"), view)
                return Answer(number=question.number, action=self.listener.approve(action, observation, reason))
            case Question(kind="mismatch"):
                return Answer(number=question.number, text=self.mends(question, folder / _PICTURE))
        goes_on = self.listener.wait_for_hand_back()
        return Answer(number=question.number, text="" if goes_on else None)


class AskingProgress(Progress):
    """Writes the progress, and asks the person. `pause` waits for some seconds and says whether to stop."""

    def __init__(self, folder: Path, pause: Callable[[float], bool]) -> None:
        super().__init__(folder)
        self._folder, self._pause = folder, pause
        self._asked = 0
        self._refused: Action | None = None

    @property
    def is_attended(self) -> bool:
        """Somebody is there."""
        return True

    def wait_for_hand_back(self) -> bool:
        """Wait until the person hands back."""
        return self._answer(Question(kind="hand back")).text is not None

    def ask(self, question: str) -> str | None:
        """Put the model's question."""
        return self._answer(Question(kind="ask", text=question)).text

    def approve(self, action: Action, observation: Observation, reason: str) -> Action | None:
        """Show where the action aims, and ask; what was just refused is not asked about again."""
        if action == self._refused:
            return None
        private.write_png(observation.image, self._folder / _PICTURE)
        asked = Question(kind="approve", text=reason, action=action, view=observation.view)
        approved = self._answer(asked).action
        self._refused = None if approved else action
        return approved

    def mismatch(self, text: str, picture: Image.Image) -> str | None:
        """Show what does not match and the display; return what the person chose."""
        private.write_png(picture, self._folder / _PICTURE)
        display, authority = (os.environ.get(name, "") for name in ("DISPLAY", "XAUTHORITY"))
        return self._answer(Question(kind="mismatch", text=text, display=display, authority=authority)).text

    def _answer(self, question: Question) -> Answer:
        self._asked += 1
        self.says("waits for you")
        asked = question.model_copy(update={"number": self._asked})
        private.replace(self._folder / _QUESTION, asked.model_dump_json().encode())
        while not self._pause(_GLANCE):
            answer = _read(Answer, self._folder / _ANSWER)
            if answer and answer.number == self._asked:
                return answer
        return Answer()


class Questions:
    """The runner's side: finds each question once, and writes its answer."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._answered = folder, 0

    def next(self) -> Question | None:
        """Return the question that waits for its answer, if there is one."""
        question = _read(Question, self._folder / _QUESTION)
        return question if question and question.number > self._answered else None

    def answer(self, answer: Answer) -> None:
        """Let the worker go on."""
        self._answered = answer.number
        with suppress(OSError):  # the worker then waits until it is ended
            private.replace(self._folder / _ANSWER, answer.model_dump_json().encode())


def _read(kind: type[_M], path: Path) -> _M | None:
    try:
        return kind.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None
