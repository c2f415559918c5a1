"""One attempt at a task: set up, run, check, tear down, whatever happens. Only how it went comes out."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from itertools import groupby
from pathlib import Path
from threading import Event, Timer
from types import FrameType
from typing import TypeGuard

from actions.errors import DisplayLostError, UnknownApplicationError
from agent.control import RunControl
from agent.endings import Answered, Ending, GoalInfeasible, LimitReached
from agent.errors import DesktopError, PromptError, RecordingError
from agent.recording import Limits as RunLimits
from agent.recording import Recording
from agent.run import run_goal
from agent.settings import RunSettings
from model.base import Model, ModelError
from model.open import open_model
from model.scripted import ScriptedModel
from model.sight.ocr import Ocr
from tasks.checks import Check, CheckFault, Finding, Machine, hold
from tasks.checks.screen.live import LiveDesktop
from tasks.displays import OwnDisplay, VirtualDisplay
from tasks.live.miniwob.episode import MiniWobEpisode
from tasks.runner.exact import ExactMind
from tasks.runner.mending import Mender
from tasks.runner.person import AskingProgress
from tasks.runner.process import too_long
from tasks.runner.progress import Progress
from tasks.runner.records import Attempt, AttemptStatus, Cause, Job, Looked, Status
from tasks.runner.set_up import SetUpError, activate, close, made_ready, open_all, run_command, windows_here
from tasks.task import Task, with_values
from tasks.task.set_up import Command, OpenedApplication, SetUp, StageStep, StartedProgram
from tasks.task.steps import (
    ActivateStep,
    AnswerStep,
    AskStep,
    CloseStep,
    DoStep,
    ExactStep,
    ExpectStep,
    Limits,
    PressStep,
    TargetStep,
    WaitForStep,
    WaitStep,
)
from tasks.task.task import RecordedSolution, RepliesSolution, StepsSolution

_UNREACHED = "The agent did not reach the goal: "
_GAVE_UP = "The agent said that the goal cannot be reached, which it can."


class _Ended(Exception):  # noqa: N818 - how it ended, be that a fault or not
    """The attempt is over before its end."""

    def __init__(self, status: AttemptStatus, cause: Cause, reason: str) -> None:
        super().__init__(reason)
        self.status, self.cause, self.reason = status, cause, reason
        self.is_final = False  # the person has given up


class StoppedByPerson(Exception):  # noqa: N818 - a wish, not a fault
    """The person at the desktop wants all to end; nothing is said of the task."""


def make_attempt(job: Job, folder: Path, home: Path, seconds: float | None = None) -> Attempt:
    """Return how the attempt went. `folder` takes its recordings and pictures; it ends once its `seconds` are over.

    Raises `StoppedByPerson` where that is wished on one's own desktop.
    """
    with closing(Ocr()) as ocr:
        attempt = _Attempt(job, folder, home, ocr)
        try:
            with attempt.limited_to(seconds), attempt.machine_ready():
                attempt.mended(attempt.run)
                attempt.mended(attempt.check)
        except _Ended as ended:
            return attempt.outcome(ended.status, ended.cause, ended.reason)
        except (DesktopError, DisplayLostError) as error:
            return attempt.outcome(Status.ERROR, "machine", str(error))
    return attempt.outcome(Status.PASSED, reason=attempt.how_mended)


class _Attempt:
    def __init__(self, job: Job, folder: Path, home: Path, ocr: Ocr) -> None:
        self._job, self._task, self._folder, self._home, self._ocr = job, job.task, folder, home, ocr
        self._display: OwnDisplay | VirtualDisplay
        self._values: dict[str, str] = {}
        self._episode: MiniWobEpisode | None = None
        self._answer: str | None = None
        self._claimed = self._gave_up = False
        self._findings: list[Finding] = []
        self._recordings: list[str] = []
        self._steps = self._tokens = 0
        self._control = RunControl()
        self._stopped = Event()
        self._late = ""
        is_own = job.display == "here"
        self._progress, self._mender = Progress(folder), None
        if is_own or job.debug:
            self._progress = asking = AskingProgress(folder, self._stopped.wait)
            self._mender = Mender(asking, trusted=job.trusted) if job.debug else None
        if is_own:
            signal.signal(signal.SIGTERM, self._stop)

    @contextmanager
    def limited_to(self, seconds: float | None) -> Iterator[None]:
        """End what is done after so many seconds, but for the tear-down."""
        timer = Timer(seconds or 0, self._stop_late, [seconds])
        if seconds is not None:
            timer.daemon = True
            timer.start()
        try:
            yield
        finally:
            timer.cancel()

    @contextmanager
    def machine_ready(self) -> Iterator[None]:
        """Have a display and all that the task needs while entered; tear down at the end."""
        with ExitStack() as opened:
            self._progress.says("sets up")
            is_own = self._job.display == "here"
            self._display = OwnDisplay() if is_own else VirtualDisplay(self._task.display)
            opened.enter_context(self._display)
            opened.enter_context(self._display.in_this_process())
            opened.callback(self._tear_down)
            theirs = windows_here() if is_own else ()
            try:
                self._values, self._episode = opened.enter_context(
                    made_ready(self._task, self._home, self._display.start, theirs)
                )
                self._stage(self._task.set_up.steps)
            except SetUpError as error:
                raise _Ended(Status.ERROR, "set-up", str(error)) from error
            yield

    def run(self) -> None:
        """Reach the goal, or take the steps, or play the solution."""
        if self._job.play_solution:
            self._play()
        elif self._task.goal is not None:
            with self._model() as model:
                self._reach(self._filled_text(self._task.goal), model, self._task.limits)
        else:
            self._take_each(lambda task: task.steps or ())

    def check(self) -> None:
        """Judge the machine. Raises `_Ended` where a check does not hold."""
        self._progress.says("checks")
        if self._task.infeasible not in (None, self._gave_up):
            wrong = _GAVE_UP if self._gave_up else "The goal cannot be reached, and the agent did not say so."
            raise _Ended(Status.FAILED, "ending", wrong)
        self._set_stage_for_checks()
        self._judge(self._task.checks, self._task.check_seconds, "check")
        if not self._task.checks and self._task.goal is not None and not (self._claimed or self._task.infeasible):
            raise _Ended(Status.FAILED, "ending", "Nothing is checked, and the agent does not say that it is done.")

    def mended(self, do: Callable[[], None], what: object = "") -> None:
        """Do something; where it fails, let the person mend it and do it again, or go on without it."""
        while True:
            try:
                return do()
            except _Ended as ended:
                if self._mender is None or ended.status is not Status.FAILED or ended.is_final:
                    raise
                choice, self._task = self._mender.mended(ended.reason, what, self._task)
                if choice == "skip":
                    return None
                if choice == "quit":
                    ended.is_final = True
                    raise

    @property
    def how_mended(self) -> str:
        """What the person has to do with it that it passed."""
        count = self._mender.count if self._mender else 0
        return f"It passed with {count} {'mend' if count == 1 else 'mends'} by hand." if count else ""

    def outcome(self, status: AttemptStatus, cause: Cause = "", reason: str = "") -> Attempt:
        """Return how it went, with the pictures of what was found written beside it."""
        return Attempt(
            status=status,
            cause=cause,
            reason=reason,
            claimed=self._claimed,
            answer=self._answer,
            findings=tuple(self._looked(number, finding) for number, finding in enumerate(self._findings, 1)),
            recordings=tuple(self._recordings),
            steps=self._steps,
            tokens=self._tokens,
        )

    def _take_each(self, steps_of: Callable[[Task], Sequence[object]]) -> None:
        """Take a task's steps; where they are to be mended, one by one, since each may be another one by then."""
        if self._mender is None:
            self._take(steps_of(self._task))
            return
        number = 0
        while number < len(steps := steps_of(self._task)):
            self.mended(partial(self._take_one_of, steps_of, number), steps[number])
            number += 1

    def _take_one_of(self, steps_of: Callable[[Task], Sequence[object]], number: int) -> None:
        self._take(steps_of(self._task)[number : number + 1])

    def _stage(self, steps: Sequence[StageStep]) -> None:
        """Take steps that are nobody's achievement. Raises `SetUpError` where one cannot be taken."""
        counted = self._steps, self._tokens
        try:
            self._take([with_values(step, self._values) for step in steps])
        except _Ended as ended:
            if ended.status is Status.ERROR:
                raise
            raise SetUpError(ended.reason) from ended
        self._steps, self._tokens = counted

    def _set_stage_for_checks(self) -> None:
        """Take what steps can be taken: where the agent left no window to save in, the checks tell."""
        for step in self._task.before_checks:
            try:
                self._stage([step])
            except SetUpError as error:
                print(error)  # noqa: T201 - it goes to the worker's log

    def _take(self, steps: Sequence[object]) -> None:
        """Take steps one after the other; exact ones that follow each other are one run."""
        with ExitStack() as opened:
            model: Model | None = None
            for is_exact, some in groupby(steps, _is_an_action):
                if is_exact:
                    self._take_exactly([step for step in some if _is_an_action(step)])
                    continue
                for step in some:
                    if isinstance(step, DoStep | AskStep) and model is None:
                        model = opened.enter_context(self._model())
                    self._take_one(step, model)

    def _take_one(self, step: object, model: Model | None) -> None:
        match step:
            case DoStep(do=goal, limits=limits):
                assert model is not None, "it was opened"
                self._reach(self._filled_text(goal), model, limits or self._task.limits)
            case AskStep(ask=question, name=name, limits=limits):
                assert model is not None, "it was opened"
                self._reach(self._filled_text(question), model, limits or self._task.limits)
                self._values[name] = self._answer or ""
            case AnswerStep(answer=answer, name=name):
                self._answer, self._claimed = answer, True
                self._values.update({name: answer} if name else {})
            case Command():
                run_command(step, self._home)
            case OpenedApplication() | StartedProgram():
                open_all(SetUp(launch=(step,)), self._home, self._display.start)
            case ActivateStep():
                activate(step)
            case CloseStep():
                close(step)
            case WaitForStep(wait_for=checks, seconds=seconds) | ExpectStep(expect=checks, seconds=seconds):
                self._judge(checks, seconds, "step")

    def _take_exactly(self, steps: Sequence[ExactStep]) -> None:
        filled = [with_values(step, self._values) for step in steps]
        mind = ExactMind(filled, self._ocr, self._task.folder)
        settings = RunSettings(policy=self._job.policy, limits=_run_limits(Limits()))
        ending = self._run("carry out the exact steps", mind, settings)
        if not ending.reached:
            raise _Ended(Status.FAILED, "step", ending.message or "An exact step could not be taken.")

    def _reach(self, goal: str, model: Model, limits: Limits) -> None:
        """Let the model work; its claim is noted, and where it gives up, the attempt goes on to the checks."""
        policy = self._job.policy.tightened_by(self._task.policy)
        ending = self._run(goal, model, RunSettings(policy=policy, limits=_run_limits(limits)))
        self._claimed, self._gave_up = ending.reached, isinstance(ending, GoalInfeasible)
        if isinstance(ending, Answered):
            self._answer = ending.message
        if ending.kind == "model_failed":
            raise _Ended(Status.FAILED, "model", ending.message)
        if ending.kind == "desktop_lost":
            raise _Ended(Status.ERROR, "machine", ending.message)
        if not ending.reached and not self._task.checks and self._task.infeasible is None:
            raise _Ended(Status.FAILED, "ending", _UNREACHED + ending.message)

    def _run(self, goal: str, model: Model, settings: RunSettings) -> Ending:
        if self._episode:
            self._episode.begin()
        name = f"run-{len(self._recordings) + 1}"
        self._control = RunControl()  # the limit of one run stops no other
        self._go_on()
        try:
            ending = run_goal(goal, model, self._folder / name, settings, self._control, self._progress, ocr=self._ocr)
        except (PromptError, UnknownApplicationError, RecordingError) as error:
            raise _Ended(Status.ERROR, "machine", str(error)) from error
        if ending.kind in ("stopped", "taken_over") and self._job.display == "here":
            raise StoppedByPerson
        self._recordings.append(name)
        taken = Recording(self._folder / name).steps
        self._steps += len(taken)
        self._tokens += sum(step.tokens for step in taken)
        self._go_on()
        return ending

    def _play(self) -> None:
        match self._task.solution:
            case StepsSolution():
                self._take_each(partial(_solution_steps, without_key_steps=self._job.without_key_steps))
            case RepliesSolution(replies=replies):
                self._reach(self._task.goal or "play the replies", ScriptedModel(replies), self._task.limits)
            case RecordedSolution(script=script):
                model = ScriptedModel.from_file(self._task.folder / script)
                self._reach(self._task.goal or "play the script", model, self._task.limits)
            case None:
                raise _Ended(Status.ERROR, "set-up", "The task has no solution to play.")

    @contextmanager
    def _model(self) -> Iterator[Model]:
        self._progress.says("opens the model")
        try:
            model = open_model(self._job.model, glm=self._job.glm, ocr=self._ocr)
        except ModelError as error:
            raise _Ended(Status.ERROR, "model", str(error)) from error
        with closing(model):
            yield model

    def _judge(self, checks: Sequence[Check], seconds: float, cause: Cause) -> None:
        filled = [with_values(check, self._values) for check in checks]
        with LiveDesktop(self._ocr) as desktop:
            try:
                self._findings = hold(filled, self._machine(desktop), seconds, self._stopped.wait)
            except CheckFault as fault:
                raise _Ended(Status.ERROR, "check fault", str(fault)) from fault
        self._go_on()
        if failed := next((finding for finding in self._findings if not finding.held), None):
            raise _Ended(Status.FAILED, cause, f"Wanted {failed.wanted}; saw {failed.saw}.")

    def _machine(self, desktop: LiveDesktop) -> Machine:
        return Machine(
            folder=self._task.folder,
            home=self._home,
            environment=os.environ,
            answer=self._answer,
            trusted=self._job.trusted,
            desktop=desktop,
            episode=self._episode,
        )

    def _tear_down(self) -> None:
        self._progress.says("tears down")
        for command in self._task.tear_down:
            try:
                run_command(with_values(command, self._values), self._home)
            except SetUpError as error:
                print(error)  # noqa: T201 - it goes to the worker's log, and to nobody's account

    def _stop(self, _signal: int, _frame: FrameType | None) -> None:
        """End by oneself at a polite kill: on the person's own desktop no key may stay pressed."""
        self._stopped.set()
        self._control.stop()

    def _stop_late(self, seconds: float) -> None:
        self._late = too_long(seconds)
        self._stopped.set()
        self._control.stop(LimitReached(message=self._late))

    def _go_on(self) -> None:
        """Raise where it is over already."""
        if self._late:
            raise _Ended(Status.FAILED, "time", self._late)
        if self._stopped.is_set():
            raise StoppedByPerson

    def _filled_text(self, text: str) -> str:
        step = with_values(DoStep(do=text), self._values)
        return step.do

    def _looked(self, number: int, finding: Finding) -> Looked:
        picture = f"check-{number}.png" if finding.picture else ""
        if finding.picture:
            finding.picture.save(self._folder / picture)
        return Looked(held=finding.held, wanted=finding.wanted, saw=finding.saw, picture=picture)


def _solution_steps(task: Task, *, without_key_steps: bool) -> Sequence[object]:
    solution = task.solution
    if not isinstance(solution, StepsSolution):
        return ()
    return solution.without_key_steps if without_key_steps else solution.steps


def _is_an_action(step: object) -> TypeGuard[ExactStep]:
    return isinstance(step, PressStep | TargetStep | WaitStep)


def _run_limits(limits: Limits) -> RunLimits:
    return RunLimits(max_steps=limits.steps, max_seconds=limits.seconds)
