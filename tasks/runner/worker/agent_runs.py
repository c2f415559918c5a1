"""The runs of the agent in one attempt, for goals and for exact steps; what they claim, answer and cost adds up."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from actions.errors import UnknownApplicationError
from agent.endings import Answered, Ending, GoalInfeasible
from agent.errors import GroundingError, PromptError, RecordingError
from agent.grounding.grounded import way_for
from agent.grounding.way import PLAIN
from agent.recording import Limits as RunLimits
from agent.recording import Recording
from agent.run import run_goal
from agent.settings import RunSettings
from model.base import Model, ModelError
from model.open import open_model
from model.sight.ocr import Ocr
from tasks.live.miniwob.episode import MiniWobEpisode
from tasks.runner.progress import Progress
from tasks.runner.records import AttemptStatus, Cause, Job, Status
from tasks.runner.worker.exact import ExactMind
from tasks.runner.worker.stopping import Stop, StoppedByPerson
from tasks.task.steps import ExactStep, Limits

_UNREACHED = "The agent did not reach the goal: "


class Ended(Exception):  # noqa: N818 - how it ended, be that a fault or not
    """The attempt is over before its end."""

    def __init__(self, status: AttemptStatus, cause: Cause, reason: str) -> None:
        super().__init__(reason)
        self.status, self.cause, self.reason = status, cause, reason
        self.is_final = False  # the person has given up


class AgentRuns:
    """Runs the agent, each time with a recording of its own in the attempt's folder.

    `claimed` says that it took the last goal for reached, `gave_up` that it took it for infeasible.
    """

    def __init__(self, job: Job, folder: Path, ocr: Ocr, progress: Progress, stop: Stop) -> None:
        self._job, self._folder, self._ocr, self._progress, self._stop = job, folder, ocr, progress, stop
        self.task = job.task
        """As it is now: a person may have mended it."""
        self.episode: MiniWobEpisode | None = None
        self.claimed = self.gave_up = False
        self.answer: str | None = None
        self.grounding = ""
        """The way in which a model is asked, once there is one."""
        self.recordings: list[str] = []
        self.steps = self.tokens = 0

    @contextmanager
    def model(self) -> Iterator[Model]:
        """Have the job's model while entered, which the way of asking suits. Raises `Ended`."""
        self._progress.says("opens the model")
        try:
            model = open_model(self._job.model, glm=self._job.glm, ocr=self._ocr)
        except ModelError as error:
            raise Ended(Status.ERROR, "model", str(error)) from error
        with closing(model):
            try:
                self.grounding = str(way_for(model, self._job.grounding))
            except GroundingError as error:
                raise Ended(Status.ERROR, "model", str(error)) from error
            yield model

    def reach(self, goal: str, model: Model, limits: Limits | None = None) -> None:
        """Let the model work; its claim is noted, and where it gives up, the attempt goes on to the checks."""
        task = self.task
        policy = self._job.policy.tightened_by(task.policy)
        settings = RunSettings(
            policy=policy, limits=_run_limits(limits or task.limits), grounding=self.grounding or PLAIN
        )
        ending = self._run(goal, model, settings)
        self.claimed, self.gave_up = ending.reached, isinstance(ending, GoalInfeasible)
        if isinstance(ending, Answered):
            self.answer = ending.message
        if ending.kind == "model_failed":
            raise Ended(Status.FAILED, "model", ending.message)
        if ending.kind == "desktop_lost":
            raise Ended(Status.ERROR, "machine", ending.message)
        if not ending.reached and not task.checks and task.infeasible is None:
            raise Ended(Status.FAILED, "ending", _UNREACHED + ending.message)

    def take(self, steps: Sequence[ExactStep]) -> None:
        """Take exact steps, their values in them, one after the other. Raises `Ended` at the first that fails."""
        mind = ExactMind(steps, self._ocr, self.task.folder)
        settings = RunSettings(policy=self._job.policy, limits=_run_limits(Limits()))
        ending = self._run("carry out the exact steps", mind, settings)
        if not ending.reached:
            raise Ended(Status.FAILED, "step", ending.message or "An exact step could not be taken.")

    @contextmanager
    def uncounted(self) -> Iterator[None]:
        """Count nothing that is done while entered: it is nobody's achievement."""
        counted = self.steps, self.tokens
        yield
        self.steps, self.tokens = counted

    def _run(self, goal: str, model: Model, settings: RunSettings) -> Ending:
        if self.episode:
            self.episode.begin()
        name = f"run-{len(self.recordings) + 1}"
        control = self._stop.control()
        try:
            ending = run_goal(goal, model, self._folder / name, settings, control, self._progress, ocr=self._ocr)
        except (PromptError, UnknownApplicationError, RecordingError) as error:
            raise Ended(Status.ERROR, "machine", str(error)) from error
        if ending.kind in ("stopped", "taken_over") and self._job.display == "here":
            raise StoppedByPerson
        self.recordings.append(name)
        taken = Recording(self._folder / name).steps
        self.steps += len(taken)
        self.tokens += sum(step.tokens for step in taken)
        self._stop.check()
        return ending


def _run_limits(limits: Limits) -> RunLimits:
    return RunLimits(max_steps=limits.steps, max_seconds=limits.seconds)
