"""One attempt at a task: set up, run, check, tear down, whatever happens. Only how it went comes out."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TypeGuard

from actions.errors import DisplayLostError
from agent.errors import DesktopError
from model.base import Model
from model.scripted import ScriptedModel
from model.sight.ocr import Ocr
from tasks.checks import Check, CheckFault, Finding, Machine, hold
from tasks.checks.screen.live import LiveDesktop
from tasks.displays import OwnDisplay, VirtualDisplay
from tasks.runner.person import AskingProgress
from tasks.runner.progress import Progress
from tasks.runner.records import Attempt, AttemptStatus, Cause, Job, Looked, Status
from tasks.runner.worker.agent_runs import AgentRuns, Ended
from tasks.runner.worker.mending import Mender
from tasks.runner.worker.set_up import SetUpError, activate, close, made_ready, open_all, run_command, windows_here
from tasks.runner.worker.stopping import Stop, TimeIsUp
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
    PressStep,
    TargetStep,
    WaitForStep,
    WaitStep,
)
from tasks.task.task import RecordedSolution, RepliesSolution, StepsSolution

_GAVE_UP = "The agent said that the goal cannot be reached, which it can."


def make_attempt(job: Job, folder: Path, home: Path, seconds: float | None = None) -> Attempt:
    """Return how the attempt went. `folder` takes its recordings and pictures; it ends once its `seconds` are over.

    Raises `StoppedByPerson` where that is wished on one's own desktop.
    """
    with closing(Ocr()) as ocr:
        attempt = _Attempt(job, folder, home, ocr)
        try:
            with attempt.stop.limited_to(seconds), attempt.machine_ready():
                attempt.mended(attempt.run)
                attempt.mended(attempt.check)
        except Ended as ended:
            return attempt.outcome(ended.status, ended.cause, ended.reason)
        except TimeIsUp as late:
            return attempt.outcome(Status.FAILED, "time", str(late))
        except (DesktopError, DisplayLostError) as error:
            return attempt.outcome(Status.ERROR, "machine", str(error))
    return attempt.outcome(Status.PASSED, reason=attempt.how_mended)


class _Attempt:
    def __init__(self, job: Job, folder: Path, home: Path, ocr: Ocr) -> None:
        self._job, self._task, self._folder, self._home, self._ocr = job, job.task, folder, home, ocr
        self._display: OwnDisplay | VirtualDisplay
        self._values: dict[str, str] = {}
        self._findings: list[Finding] = []
        self.stop = Stop()
        is_own = job.display == "here"
        self._progress, self._mender = Progress(folder), None
        if is_own or job.debug:
            self._progress = asking = AskingProgress(folder, self.stop.event.wait)
            self._mender = Mender(asking, trusted=job.trusted) if job.debug else None
        if is_own:
            self.stop.heed_polite_kill()
        self._runs = AgentRuns(job, folder, ocr, self._progress, self.stop)

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
                self._values, self._runs.episode = opened.enter_context(
                    made_ready(self._task, self._home, self._display.start, theirs)
                )
                self._stage(self._task.set_up.steps)
            except SetUpError as error:
                raise Ended(Status.ERROR, "set-up", str(error)) from error
            yield

    def run(self) -> None:
        """Reach the goal, or take the steps, or play the solution."""
        if self._job.play_solution:
            self._play()
        elif self._task.goal is not None:
            with self._runs.model() as model:
                self._runs.reach(self._filled_text(self._task.goal), model)
        else:
            self._take_each(lambda task: task.steps or ())

    def check(self) -> None:
        """Judge the machine. Raises `Ended` where a check does not hold."""
        self._progress.says("checks")
        if self._task.infeasible not in (None, self._runs.gave_up):
            wrong = _GAVE_UP if self._runs.gave_up else "The goal cannot be reached, and the agent did not say so."
            raise Ended(Status.FAILED, "ending", wrong)
        self._set_stage_for_checks()
        self._judge(self._task.checks, self._task.check_seconds, "check")
        if not self._task.checks and self._task.goal is not None and not (self._runs.claimed or self._task.infeasible):
            raise Ended(Status.FAILED, "ending", "Nothing is checked, and the agent does not say that it is done.")

    def mended(self, do: Callable[[], None], what: object = "") -> None:
        """Do something; where it fails, let the person mend it and do it again, or go on without it."""
        while True:
            try:
                return do()
            except Ended as ended:
                if self._mender is None or ended.status is not Status.FAILED or ended.is_final:
                    raise
                choice, self._task = self._mender.mended(ended.reason, what, self._task)
                self._runs.task = self._task
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
            claimed=self._runs.claimed,
            answer=self._runs.answer,
            grounding=self._runs.grounding,
            findings=tuple(self._looked(number, finding) for number, finding in enumerate(self._findings, 1)),
            recordings=tuple(self._runs.recordings),
            steps=self._runs.steps,
            tokens=self._runs.tokens,
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
        try:
            with self._runs.uncounted():
                self._take([with_values(step, self._values) for step in steps])
        except Ended as ended:
            if ended.status is Status.ERROR:
                raise
            raise SetUpError(ended.reason) from ended

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
                    self._runs.take([with_values(step, self._values) for step in some if _is_an_action(step)])
                    continue
                for step in some:
                    if isinstance(step, DoStep | AskStep) and model is None:
                        model = opened.enter_context(self._runs.model())
                    self._take_one(step, model)

    def _take_one(self, step: object, model: Model | None) -> None:
        match step:
            case DoStep(do=goal, limits=limits):
                assert model is not None, "it was opened"
                self._runs.reach(self._filled_text(goal), model, limits)
            case AskStep(ask=question, name=name, limits=limits):
                assert model is not None, "it was opened"
                self._runs.reach(self._filled_text(question), model, limits)
                self._values[name] = self._runs.answer or ""
            case AnswerStep(answer=answer, name=name):
                self._runs.answer, self._runs.claimed = answer, True
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

    def _play(self) -> None:
        match self._task.solution:
            case StepsSolution():
                self._take_each(partial(_solution_steps, without_key_steps=self._job.without_key_steps))
            case RepliesSolution(replies=replies):
                self._runs.reach(self._task.goal or "play the replies", ScriptedModel(replies))
            case RecordedSolution(script=script):
                model = ScriptedModel.from_file(self._task.folder / script)
                self._runs.reach(self._task.goal or "play the script", model)
            case None:
                raise Ended(Status.ERROR, "set-up", "The task has no solution to play.")

    def _judge(self, checks: Sequence[Check], seconds: float, cause: Cause) -> None:
        filled = [with_values(check, self._values) for check in checks]
        with LiveDesktop(self._ocr) as desktop:
            try:
                self._findings = hold(filled, self._machine(desktop), seconds, self.stop.event.wait)
            except CheckFault as fault:
                raise Ended(Status.ERROR, "check fault", str(fault)) from fault
        self.stop.check()
        if failed := next((finding for finding in self._findings if not finding.held), None):
            raise Ended(Status.FAILED, cause, f"Wanted {failed.wanted}; saw {failed.saw}.")

    def _machine(self, desktop: LiveDesktop) -> Machine:
        return Machine(
            folder=self._task.folder,
            home=self._home,
            environment=os.environ,
            answer=self._runs.answer,
            trusted=self._job.trusted,
            desktop=desktop,
            episode=self._runs.episode,
        )

    def _tear_down(self) -> None:
        self._progress.says("tears down")
        for command in self._task.tear_down:
            try:
                run_command(with_values(command, self._values), self._home)
            except SetUpError as error:
                print(error)  # noqa: T201 - it goes to the worker's log, and to nobody's account

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
