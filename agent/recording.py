"""A run on disk: a folder with `run.json`, `steps.jsonl` and a screenshot for each step.

Written as it happens. A step's line is written after its screenshot is whole, so that what a killed run leaves
behind is complete up to its last finished step. Screenshots are encoded on a thread, off the loop's path.
"""

import json
import os
import platform
import secrets
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType

from PIL import Image
from pydantic import BaseModel, ConfigDict, ValidationError

from actions.geometry import Rect
from agent.endings import Ending
from agent.errors import RecordingError
from agent.step import Step

FORMAT = 1
_RUN, _STEPS = "run.json", "steps.jsonl"


class Limits(BaseModel):
    """When a run ends by itself."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    max_steps: int = 50
    max_seconds: float = 1800.0


class RunRecord(BaseModel):
    """What `run.json` says. `ending` is None while the run goes on, and stays so when it was killed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: int = FORMAT
    goal: str
    model: str
    dialect: str
    monitor: Rect
    limits: Limits
    versions: dict[str, str]
    started: datetime
    finished: datetime | None = None
    ending: Ending | None = None


class Recorder:
    """Writes one run. Raises `RecordingError` when the folder cannot be written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._encoder = ThreadPoolExecutor(1, thread_name_prefix="screenshots")
        self._screenshots: dict[str, Future[None]] = {}
        self._record: RunRecord | None = None
        self._count = 0
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._steps = (folder / _STEPS).open("x", encoding="utf-8")
        except FileExistsError as error:
            raise RecordingError(f"{folder} already holds a recording: choose another folder.") from error
        except OSError as error:
            raise self._unwritable(error) from error

    def __enter__(self) -> "Recorder":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._encoder.shutdown()
        self._steps.close()

    def begin(self, goal: str, model: str, dialect: str, monitor: Rect, limits: Limits) -> None:
        """Write `run.json` before the first step."""
        self._write_record(
            RunRecord(
                goal=goal,
                model=model,
                dialect=dialect,
                monitor=monitor,
                limits=limits,
                versions=_versions(),
                started=datetime.now(UTC),
            )
        )

    def add_screenshot(self, image: Image.Image) -> str:
        """Start encoding the next step's screenshot; return its file name."""
        self._count += 1
        name = f"step-{self._count:03d}.png"
        self._screenshots[name] = self._encoder.submit(_write_png, image, self.folder / name)
        return name

    def add_step(self, step: Step) -> None:
        """Write a finished step."""
        try:
            self._screenshots.pop(step.screenshot).result()
            self._steps.write(step.model_dump_json() + "\n")
            self._steps.flush()
        except OSError as error:
            raise RecordingError(f"The recording cannot be continued in {self.folder}: {error.strerror}.") from error

    def end(self, ending: Ending) -> None:
        """Write how the run ended."""
        assert self._record is not None, "begin comes before end"
        finished = {"finished": datetime.now(UTC), "ending": ending}
        self._write_record(self._record.model_copy(update=finished))

    def _write_record(self, record: RunRecord) -> None:
        self._record = record
        new = self.folder / f".{_RUN}"
        try:
            new.write_text(record.model_dump_json(indent=2) + "\n", encoding="utf-8")
            new.replace(self.folder / _RUN)
        except OSError as error:
            raise self._unwritable(error) from error

    def _unwritable(self, error: OSError) -> RecordingError:
        return RecordingError(f"The recording cannot be written to {self.folder}: {error.strerror or error}.")


class Recording:
    """A run read back from its folder. Raises `RecordingError` when the folder holds none."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            self.run = RunRecord.model_validate_json((folder / _RUN).read_text(encoding="utf-8"))
            self.steps = tuple(_read_steps(folder / _STEPS))
        except FileNotFoundError as error:
            raise RecordingError(f"{folder} holds no recording: {error.filename} is missing.") from error
        except (OSError, ValidationError) as error:
            raise RecordingError(f"The recording in {folder} cannot be read: {error}") from error

    def screenshot(self, step: Step) -> Image.Image:
        """Return what the step saw (RGB)."""
        try:
            with Image.open(self.folder / step.screenshot) as image:
                return image.convert("RGB")
        except OSError as error:
            raise RecordingError(f"The screenshot {step.screenshot} cannot be read: {error}") from error


def new_run_folder(parent: Path | None = None) -> Path:
    """Return a folder name of its own for a run that starts now, in `parent` or the user's data folder."""
    name = f"{datetime.now():%Y-%m-%d_%H-%M-%S}_{secrets.token_hex(2)}"
    return (parent or runs_folder()) / name


def runs_folder() -> Path:
    """Return where recordings go unless told otherwise (the platform's folder for a user's data)."""
    home = Path.home()
    if sys.platform == "win32":
        data = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
    elif sys.platform == "darwin":
        data = home / "Library" / "Application Support"
    else:
        data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return data / "deskhand" / "runs"


def _read_steps(path: Path) -> Iterator[Step]:
    """Yield the steps; a last line that a killed run left unfinished is left out."""
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    for line in lines[:-1]:
        yield Step.model_validate(json.loads(line))


def _write_png(image: Image.Image, path: Path) -> None:
    part = path.with_suffix(".part")
    image.save(part, "PNG", compress_level=1)
    part.replace(path)


def _versions() -> dict[str, str]:
    try:
        own = version("deskhand")
    except PackageNotFoundError:
        own = "source"
    return {"deskhand": own, "python": platform.python_version(), "system": platform.platform(terse=True)}
