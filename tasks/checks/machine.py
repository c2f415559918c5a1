"""What a check may look at: the folders of a task's run, the answer that was given, and the desktop. Knows no agent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from PIL import Image

from model.sight.text_line import TextLine


class Desktop(Protocol):
    """What is to be seen on a display. Every method raises `agent.errors.DesktopError` when it cannot be looked at."""

    def screenshot(self) -> Image.Image:
        """Return what the whole display shows now, as RGB."""

    def lines(self, screenshot: Image.Image) -> Sequence[TextLine]:
        """Return the lines of text that stand on a screenshot, in its pixels."""

    def window_titles(self) -> Sequence[str]:
        """Return the titles of the applications' windows that are open, minimised ones too."""

    def clipboard(self) -> str | None:
        """Return the text that the clipboard offers; None where it offers none."""


@dataclass(frozen=True)
class Reward:
    """What an episode was worth in the end: from -1 to 1, and why, in the environment's own words."""

    value: float
    reason: str = ""


class Episode(Protocol):
    """An episode of an environment that judges it by itself."""

    def reward(self) -> Reward | None:
        """Return what the episode was worth; None while it goes on.

        Raises `tasks.checks.base.Unseen` where the agent left it, and `agent.errors.DesktopError` where it broke down.
        """


@dataclass(frozen=True)
class Machine:
    """Where one run of a task took place.

    `folder` is the task file's own, `home` the run's scratch home. `environment` is what commands are started with.
    `answer` is what the agent answered, if it did; `episode` is the one that the set-up began. Commands, Python
    and paths elsewhere are for a `trusted` task only.
    """

    folder: Path
    home: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    answer: str | None = None
    trusted: bool = False
    desktop: Desktop | None = None
    episode: Episode | None = None
