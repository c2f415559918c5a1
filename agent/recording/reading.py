"""Reading a recorded run back. What a recording says is data: nothing outside its folder is ever opened."""

import io
import re
from pathlib import Path

from PIL import Image
from pydantic import ValidationError

from agent.errors import RecordingError
from agent.recording.journal import read_steps
from agent.recording.private import open_inside
from agent.recording.record import read_record
from agent.recording.recorder import RUN, STEPS
from agent.step import Step

_SCREENSHOT = re.compile(r"step-[0-9]{3,9}\.png")
_BROKEN = (OSError, ValueError, SyntaxError, Image.DecompressionBombError)
"""What Pillow raises for a file that is no whole picture, or a monstrous one."""


class Recording:
    """A run read back from its folder. Raises `RecordingError` when the folder holds none that can be read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            self.run = read_record(self._read(RUN))
            self.steps = tuple(read_steps(self._read(STEPS)))
        except FileNotFoundError as error:
            raise RecordingError(f"{folder} holds no recording: {error.filename} is missing.") from error
        except RecordingError as error:
            raise RecordingError(f"The recording in {folder} cannot be read. {error}") from error
        except (OSError, ValueError) as error:
            raise RecordingError(f"The recording in {folder} cannot be read: {_reason(error)}") from error

    def screenshot(self, step: Step) -> Image.Image:
        """Return what the step saw (RGB). Raises `RecordingError` where it is missing, broken or not ours."""
        name = step.screenshot
        if not _SCREENSHOT.fullmatch(name):
            raise RecordingError(f"{name!r} is no screenshot's name, and was not opened.")
        try:
            with Image.open(io.BytesIO(self._read(name)), formats=("PNG",)) as image:
                return image.convert("RGB")
        except FileNotFoundError as error:
            raise RecordingError(f"The screenshot {name} is missing.") from error
        except _BROKEN as error:
            raise RecordingError(f"The screenshot {name} cannot be read: {error}") from error

    def _read(self, name: str) -> bytes:
        with open_inside(self.folder, name) as file:
            return file.read()


def _reason(error: OSError | ValueError) -> str:
    """Return one sentence about it."""
    match error:
        case OSError():
            return f"{error.filename} {error.strerror}."
        case ValidationError():
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"])
            return f"{RUN}, {place or 'as a whole'}: {first['msg']}."
    return str(error)
