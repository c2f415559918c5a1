"""A benchmark of recorded tasks that needs no files, a model that answers by what it is asked, and a watcher."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

from PIL import Image

from actions.schema import Action, Box, Click, Done
from model.base import GenerationStopped, Request
from model.families import OTHER
from model.reply import Reply
from tasks.recorded.benchmark import Benchmark, Card, Read
from tasks.recorded.predictions.prediction import Predicted
from tasks.recorded.steps import Place, RecordedStep, Screenshot
from tasks.recorded.trajectories.earlier import with_earlier
from tasks.recorded.verdict import Verdict
from tests.tasks.recorded.writing import reply


class FakeTasks(Benchmark[Action]):
    """Tasks of several clicks and an end; right is the very action."""

    name = "fake-tasks"
    card = Card("Fake", "clicks", "nothing", "some", "none", "here", "the very action")

    def __init__(self, folder: Path, tasks: int = 2, steps: int = 3) -> None:
        self._folder, self._tasks, self._steps = folder, tasks, steps
        folder.mkdir(exist_ok=True)
        for task in range(tasks):
            for step in range(steps):
                Image.new("RGB", (64, 48), (task, step, 0)).save(self._picture(task, step))

    def is_in(self, data: Path) -> bool:
        return data == self._folder

    def steps(self, data: Path) -> Iterator[Read[Action]]:
        return with_earlier(self._step(task, step) for task in range(self._tasks) for step in range(self._steps))

    def judge(self, step: RecordedStep[Action], predicted: Predicted, *, as_published: bool = False) -> Verdict:
        return Verdict.of(predicted.actions == (step.gold,), predicted.complaint or "It is compared.")

    def _picture(self, task: int, step: int) -> Path:
        return self._folder / f"{task}-{step}.png"

    def _step(self, task: int, step: int) -> RecordedStep[Action]:
        action: Action = Done() if step == self._steps - 1 else Click(box_2d=Box.at(10 * task + 10, 10 * step + 10))
        return RecordedStep(
            id=f"task{task}-{step}",
            place=Place("fake", f"{task}-{step}"),
            goal=f"reach the goal {task}",
            screenshot=Screenshot(self._picture(task, step)),
            actions=(action,),
            gold=action,
            task=f"task{task}",
            reason=f"reason {task}-{step}",
        )


class FakeModel:
    """Answers with what `decide` says of a request; counts who asks at once. Implements `model.base.Model`."""

    name = "fake"
    family = OTHER

    def __init__(self, decide: Callable[[Request], Action | str], seconds: float = 0.0) -> None:
        self._decide, self._seconds = decide, seconds
        self.asked: list[Request] = []
        self.threads: set[int] = set()
        self.closed = False

    def generate(self, request: Request, on_text: Callable[[str], None], stop: Event) -> Reply:
        self.asked.append(request)
        self.threads.add(threading.get_ident())
        if stop.wait(self._seconds):
            raise GenerationStopped
        said = self._decide(request)
        text = said if isinstance(said, str) else reply(said)
        return Reply.parse(text, tokens=7, seconds=self._seconds or 0.5)

    def answer_now(self) -> None:
        """Go on."""

    def close(self) -> None:
        self.closed = True


class FakeWatcher:
    """Remembers what it is told, and sets `stop` when so many answers came."""

    def __init__(self, stop: Event | None = None, after: int = 0) -> None:
        self.total = self.answered = 0
        self.verdicts: list[Verdict | None] = []
        self._stop, self._after = stop, after

    def on_begun(self, total: int, answered: int) -> None:
        self.total, self.answered = total, answered

    def on_answered(self, verdict: Verdict | None) -> None:
        self.verdicts.append(verdict)
        if self._stop and len(self.verdicts) == self._after:
            self._stop.set()
