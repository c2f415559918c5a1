"""Writes one recorded run as a self-contained HTML page: steps, boxes, thoughts, timings.

The page holds its pictures, runs no script and loads nothing; all text of models and screens is escaped.
"""

import base64
import io
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from PIL import Image

from actions.schema import Box
from actions.targets import targets
from agent.errors import RecordingError
from agent.recording import Recording
from agent.step import Step, Timings
from ui.wording import in_words, printable

_QUALITY = 80
_PHASES = ("look", "think", "act", "settle")


@dataclass(frozen=True)
class ShownPhase:
    """A part of a step's time; `share` in per cent of the step."""

    name: str
    seconds: float
    share: float


@dataclass(frozen=True)
class ShownStep:
    """A step as the page shows it; `picture` is a data URL, boxes are in per cent of it."""

    step: Step
    title: str
    picture: str
    boxes: tuple[Box, ...]
    seconds: float
    phases: tuple[ShownPhase, ...]


def write_report(folder: Path, out: Path | None = None) -> Path:
    """Write the page of the run in `folder` and return where it is. Raises `RecordingError`."""
    target = out or folder / "report.html"
    page = render_report(Recording(folder))
    try:
        target.write_text(page, encoding="utf-8")
    except OSError as error:
        raise RecordingError(f"The report cannot be written to {target}: {error.strerror}.") from error
    return target


def render_report(recording: Recording) -> str:
    """Return the whole page."""
    source = files("ui.report").joinpath("page.html.j2").read_text(encoding="utf-8")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["printable"] = printable
    steps = [_shown(recording, step) for step in recording.steps]
    return environment.from_string(source).render(run=recording.run, steps=steps, total=_total(recording))


def _shown(recording: Recording, step: Step) -> ShownStep:
    phases = tuple(_phases(step.timings))
    return ShownStep(
        step=step,
        title=in_words(step.action) if step.action else "No action",
        picture=_data_url(recording.screenshot(step)),
        boxes=tuple(Box(*(n / 10 for n in box)) for box in targets(step.action)),
        seconds=sum(phase.seconds for phase in phases),
        phases=phases,
    )


def _phases(timings: Timings) -> Iterator[ShownPhase]:
    thinking = timings.prompt + timings.think + timings.parse
    seconds = (timings.capture, thinking, timings.act, timings.settle)
    total = sum(seconds) or 1.0
    for name, part in zip(_PHASES, seconds, strict=True):
        yield ShownPhase(name, part, part / total * 100)


def _total(recording: Recording) -> float:
    """Return the run's seconds: by the clock where it ended, else those of its steps."""
    run = recording.run
    if run.finished:
        return (run.finished - run.started).total_seconds()
    return sum(phase.seconds for step in recording.steps for phase in _phases(step.timings))


def _data_url(image: Image.Image) -> str:
    """Return the picture as WebP in the page: a tenth of the PNG, and text stays readable."""
    data = io.BytesIO()
    image.save(data, "WEBP", quality=_QUALITY, method=2)
    return "data:image/webp;base64," + base64.b64encode(data.getvalue()).decode("ascii")
