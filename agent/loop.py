"""The loop: look at the screen, ask the model, act; until the run ends.

It builds nothing, prints nothing and sleeps nowhere: the desktop, the model, the prompt and the recorder are handed
in. A stop that comes while the model thinks prevents the action that it thought of.
"""

from datetime import UTC, datetime

from PIL import Image

from actions.dialects.base import ParsedAnswer
from actions.errors import DisplayLostError, UnreadableReplyError
from actions.geometry import View
from agent.acting import Actor, Outcome
from agent.control.run_control import RunControl
from agent.desktop import Desktop
from agent.endings import DesktopLost, Ending, LimitReached, ModelFailed, StoppedByUser, Stuck
from agent.errors import DesktopError, PromptError, Stopped
from agent.grounding.reply import GroundedReply
from agent.guard.guard import Guard
from agent.history import History
from agent.listener import RunListener
from agent.prompt.builder import PromptBuilder
from agent.recording import Limits, Recorder
from agent.repetition import Repetition, is_stuck
from agent.step import Observation, Proposal, Result
from agent.stopwatch import Stopwatch
from model.base import GenerationStopped, Model, ModelError, ReadingAhead, Request
from model.reply import Reply

UNREADABLE_IN_A_ROW = 3


class Agent:
    """One run towards one goal."""

    def __init__(
        self,
        desktop: Desktop,
        model: Model,
        prompts: PromptBuilder,
        control: RunControl,
        recorder: Recorder,
        limits: Limits | None = None,
        listener: RunListener | None = None,
        guard: Guard | None = None,
    ) -> None:
        self._desktop, self._model, self._prompts = desktop, model, prompts
        self._control, self._recorder = control, recorder
        self._limits = limits or Limits()
        self._listener = listener or RunListener()
        on_still = self._read_ahead if isinstance(model, ReadingAhead) else None
        self._actor = Actor(desktop, control, self._listener, guard, recorder.decide, on_still)
        self._request: Request | None = None
        self._repetition = Repetition()
        self.history = History()

    def run(self, goal: str) -> Ending:
        """Look at the screen, ask the model, act; until the run ends. Returns why it ended."""
        self._recorder.begin(goal, self._model.name, self._model.family.name, self._prompts.dialect.name)
        self._listener.on_started(goal, self._recorder.folder)
        seconds = self._limits.max_seconds
        with self._control.limited_to(seconds, LimitReached(message=f"{seconds:g} seconds were not enough.")):
            ending = self._step_until_end(goal)
        self._recorder.end(ending)
        self._listener.on_ended(ending)
        return ending

    def step(self, goal: str) -> Ending | None:
        """Take one step; return why the run ends with it, or None."""
        started, watch = datetime.now(UTC), Stopwatch()
        with watch.phase("capture"):
            observation, fingerprint = self._desktop.observe()
        screenshot = self._recorder.add_screenshot(observation.image)
        self._listener.on_observed(len(self.history) + 1, observation)
        reply = self._think(goal, observation, watch)
        with watch.phase("parse"):
            parsed, complaint = self._read(reply, observation.view)
        self._recorder.begin_step(self._proposal(started, screenshot, observation, reply, parsed))
        repeats = self._repetition.count(parsed.action, fingerprint) if parsed else 0
        outcome = self._respond(parsed, complaint, repeats, observation, watch)
        result = Result(
            finished=datetime.now(UTC),
            error=outcome.error,
            changed=outcome.changed,
            repeats=repeats,
            user_reply=outcome.user_reply,
            timings=watch.timings(),
        )
        self._finish(result, observation)
        return outcome.ending

    def _step_until_end(self, goal: str) -> Ending:
        try:
            while len(self.history) < self._limits.max_steps:
                if ending := self.step(goal):
                    return ending
        except (Stopped, GenerationStopped):
            return self._control.ending or StoppedByUser(message="You stopped it.")
        except (ModelError, PromptError) as error:
            return ModelFailed(message=str(error))
        except (DesktopError, DisplayLostError) as error:
            return DesktopLost(message=str(error))
        return LimitReached(message=f"{self._limits.max_steps} steps were not enough.")

    def _think(self, goal: str, observation: Observation, watch: Stopwatch) -> Reply:
        with watch.phase("prompt"):
            self._request = self._prompts.build(goal, self.history, observation.image)
        with watch.phase("think"):
            return self._model.generate(self._request, self._listener.on_text, self._control.stopped)

    def _read_ahead(self, screen: Image.Image) -> None:
        """Let the model begin with a screen that it is probably asked about next."""
        begun = self._request.beginning_on(screen) if self._request else ()
        if begun and isinstance(self._model, ReadingAhead):
            self._model.read_ahead(begun)

    def _read(self, reply: Reply, view: View) -> tuple[ParsedAnswer | None, str]:
        """Return the parsed answer, or the complaint about it."""
        if isinstance(reply, GroundedReply) and reply.parsed:
            return reply.parsed, ""  # to fractions of a thousandth, which not every dialect can write
        try:
            return self._prompts.dialect.read(reply.answer, self.history.pointer(view)), ""
        except UnreadableReplyError as error:
            return None, str(error)

    def _proposal(
        self,
        started: datetime,
        screenshot: str,
        observation: Observation,
        reply: Reply,
        parsed: ParsedAnswer | None,
    ) -> Proposal:
        return Proposal(
            index=len(self.history) + 1,
            screenshot=screenshot,
            started=started,
            view=observation.view,
            scaling=observation.scaling,
            thought=reply.thought,
            answer=reply.answer,
            memory=parsed.memory if parsed else "",
            reason=parsed.reason if parsed else "",
            action=parsed.action if parsed else None,
            tokens=reply.tokens,
            grounding=reply.grounding if isinstance(reply, GroundedReply) else None,
        )

    def _respond(
        self,
        parsed: ParsedAnswer | None,
        complaint: str,
        repeats: int,
        observation: Observation,
        watch: Stopwatch,
    ) -> Outcome:
        if self._control.stopped.is_set():
            return Outcome(error="Stopped before anything was done.", ending=self._control.ending)
        if parsed is None:
            return Outcome(error=complaint, ending=self._failed_for_good(complaint))
        if is_stuck(parsed.action, repeats):
            sentence = f"The same action met the same screen {repeats + 1} times."
            return Outcome(error=sentence, ending=Stuck(message=sentence))
        return self._actor.respond(parsed.action, observation, watch)

    def _failed_for_good(self, complaint: str) -> Ending | None:
        earlier = list(self.history)[1 - UNREADABLE_IN_A_ROW :]
        if len(earlier) < UNREADABLE_IN_A_ROW - 1 or any(step.action for step in earlier):
            return None
        return ModelFailed(message=f"{UNREADABLE_IN_A_ROW} replies in a row could not be read. The last: {complaint}")

    def _finish(self, result: Result, observation: Observation) -> None:
        step = self._recorder.finish_step(result)
        self.history.append(step, observation)
        self._listener.on_step(step)
