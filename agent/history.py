"""The one linear history of a run: frozen steps, and the few earlier screenshots that a prompt may show again."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from PIL import Image

from actions.geometry import View
from actions.schema import Box
from actions.targets import targets
from agent.step import Observation, Step

EARLIER_IMAGES = 4
"""The most that any family's history shows."""


class History:
    """Steps in order. Only the newest screenshots stay in memory; all are in the recording."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._screenshots: deque[_Screenshot] = deque(maxlen=EARLIER_IMAGES)

    def __len__(self) -> int:
        return len(self._steps)

    def __iter__(self) -> Iterator[Step]:
        return iter(self._steps)

    def append(self, step: Step, observation: Observation) -> None:
        """Add a finished step and the observation that it answered."""
        self._steps.append(step)
        self._screenshots.append(_Screenshot(observation.image))

    def images(self, count: int, scale: float = 1.0) -> tuple[Image.Image, ...]:
        """Return up to `count` earlier screenshots, oldest first, with that share of their sides."""
        shown = list(self._screenshots)[-count:] if count else []
        return tuple(screenshot.at(scale) for screenshot in shown)

    def pointer(self, view: View) -> Box | None:
        """Return where the last action that went anywhere left the pointer; None where the view has changed since."""
        for step in reversed(self._steps):
            if boxes := targets(step.performed):
                return boxes[-1] if step.view == view else None
        return None


@dataclass(frozen=True)
class _Screenshot:
    full: Image.Image
    _scaled: dict[float, Image.Image] = field(default_factory=dict, init=False)

    def at(self, scale: float) -> Image.Image:
        """Return it scaled: made when a prompt first shows it, since many dialects show none."""
        if scale == 1.0:
            return self.full
        if scale not in self._scaled:
            self._scaled[scale] = self.full.reduce(round(1 / scale))
        return self._scaled[scale]
