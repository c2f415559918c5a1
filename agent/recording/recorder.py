"""Writing a run down as it happens. Screenshots are encoded on a thread, off the loop's path."""

import os
import time
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PIL import Image
from pydantic import BaseModel

from actions.input.gate import Input
from actions.policy.policy import Policy
from actions.schema import TypeText
from actions.secrets import secret_names
from agent.endings import Ending
from agent.errors import RecordingError
from agent.recording import private
from agent.recording.journal import Begun, Decided, Finished, OpenStep, Sent
from agent.recording.record import RunRecord, Source, versions
from agent.step import Decision, InputKind, Proposal, Result, SentInput, Step

_INSTANT = 0.05  # seconds
RUN, STEPS = "run.json", "steps.jsonl"
_KINDS: dict[Input, InputKind] = {
    Input.MOVE: "move",
    Input.SCROLL: "scroll",
    Input.KEY_DOWN: "key down",
    Input.KEY_UP: "key up",
}


class Recorder:
    """Writes one run; all of its methods are called on the run's thread.

    Each returns when what it writes is with the operating system. Raises `RecordingError` when the folder cannot be
    written. `settings` is any pydantic value of pure data; a `policy` in it is recorded as such.
    """

    def __init__(
        self,
        folder: Path,
        settings: BaseModel | None = None,
        policy: Policy | None = None,
        source: Source = "model",
    ) -> None:
        self.folder = folder
        self._settings, self._policy, self._source = settings, policy or Policy(), source
        self._record: RunRecord | None = None
        self._step: OpenStep | None = None
        self._inputs = _Inputs()
        self._count = 0
        self._journal = self._new_journal()
        self._encoder = ThreadPoolExecutor(1, thread_name_prefix="screenshots")
        self._screenshots: dict[str, Future[None]] = {}

    def __enter__(self) -> "Recorder":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._encoder.shutdown()
        was_used = os.fstat(self._journal).st_size > 0 or self._record is not None
        os.close(self._journal)
        if not was_used:  # the run could not begin
            with suppress(OSError):
                (self.folder / STEPS).unlink()
                if self._made_folder:
                    self.folder.rmdir()

    def begin(self, goal: str, model: str = "", family: str = "", dialect: str = "") -> None:
        """Write `run.json` before the first step."""
        self._write_record(
            RunRecord(
                goal=goal,
                source=self._source,
                model=model,
                family=family,
                dialect=dialect,
                settings=self._settings.model_dump(mode="json", exclude={"policy"}) if self._settings else {},
                policy=self._policy.model_dump(mode="json"),
                versions=versions(),
                started=datetime.now(UTC),
            )
        )

    def add_screenshot(self, image: Image.Image) -> str:
        """Start encoding the next step's screenshot; return its file name."""
        self._count += 1
        name = f"step-{self._count:03d}.png"
        self._screenshots[name] = self._encoder.submit(_write_soon, image, self.folder / name)
        return name

    def begin_step(self, proposal: Proposal) -> None:
        """Write what the model proposed, before anything is decided about it."""
        self._step, self._inputs = OpenStep(proposal), _Inputs()
        self._write_line(Begun(**dict(proposal)))

    def decide(self, decision: Decision) -> None:
        """Write what is to be done about the step's action, before it is done."""
        assert self._step is not None, "begin_step comes before decide"
        self._step.decision = decision
        if isinstance(typed := decision.performed, TypeText):
            self._inputs.hides_text = bool(secret_names(typed.text))
        self._write_line(Decided(**dict(decision)))

    def add_input(self, kind: Input, at: tuple[int, int] | None = None, name: str = "") -> None:
        """Write an input that is let go to the display right after."""
        sent = self._inputs.take(kind, at, name)
        if sent is None:
            return
        if self._step:
            self._step.sent.append(sent)
        self._write_line(Sent(kind=sent.kind, place=sent.place, name=sent.name or None))

    def finish_step(self, result: Result) -> Step:
        """Write how the step ended, once its screenshot is whole; return the step as it will be read back."""
        assert self._step is not None, "begin_step comes before finish_step"
        step, self._step = self._step.finished(result), None
        try:
            self._screenshots.pop(step.screenshot).result()
        except OSError as error:
            raise self._unwritable(error) from error
        self._write_line(Finished(**dict(result)))
        return step

    def end(self, ending: Ending) -> None:
        """Write how the run ended."""
        assert self._record is not None, "begin comes before end"
        finished = {"finished": datetime.now(UTC), "ending": ending}
        self._write_record(self._record.model_copy(update=finished))

    def _new_journal(self) -> int:
        try:
            self._made_folder = private.make_folder(self.folder)
            if (self.folder / STEPS).exists():
                raise RecordingError(f"{self.folder} already holds a recording: choose another folder.")
            return private.create(self.folder / STEPS)
        except OSError as error:
            raise self._unwritable(error) from error

    def _write_line(self, line: BaseModel) -> None:
        try:
            private.write_whole(self._journal, line.model_dump_json(exclude_none=True).encode() + b"\n")
        except OSError as error:
            raise self._unwritable(error) from error

    def _write_record(self, record: RunRecord) -> None:
        self._record = record
        try:
            private.replace(self.folder / RUN, record.model_dump_json(indent=2).encode() + b"\n")
        except OSError as error:
            raise self._unwritable(error) from error

    def _unwritable(self, error: OSError) -> RecordingError:
        return RecordingError(f"The recording cannot be written to {self.folder}: {error.strerror or error}.")


def _write_soon(image: Image.Image, path: Path) -> None:
    """Write a screenshot while the model thinks; where that answers at once, leave the core to what acts."""
    time.sleep(_INSTANT)
    private.write_png(image, path)


class _Inputs:
    """Puts a step's inputs as a recording tells them: where the pointer is, which way a button goes, and no secret."""

    def __init__(self) -> None:
        self.hides_text = False
        self._told_of_text = False
        self._pointer: tuple[int, int] | None = None
        self._held: set[str] = set()

    def take(self, kind: Input, at: tuple[int, int] | None, name: str) -> SentInput | None:
        """Return the input to record; None for the further keys of a text that is to stay unknown, its length too."""
        if kind in (Input.KEY_DOWN, Input.KEY_UP):
            if self.hides_text and not name:
                told, self._told_of_text = self._told_of_text, True
                return None if told else SentInput("secret text")
            return SentInput(_KINDS[kind], name=name)
        self._pointer = at or self._pointer
        if kind is Input.BUTTON:
            return SentInput("button up" if self._is_release(name) else "button down", self._pointer, name)
        return SentInput(_KINDS[kind], self._pointer)

    def _is_release(self, button: str) -> bool:
        """Every press is followed by its release, which is announced too."""
        is_held = button in self._held
        (self._held.remove if is_held else self._held.add)(button)
        return is_held
