"""The one linear history of a run: frozen steps, and the few earlier screenshots that a prompt may show again."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from PIL import Image

from agent.step import Observation, Step

EARLIER_IMAGES = 4


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

    @property
    def images(self) -> tuple[Image.Image, ...]:
        """Up to four earlier screenshots at half size, oldest first."""
        return tuple(screenshot.half for screenshot in self._screenshots)


@dataclass(frozen=True)
class _Screenshot:
    full: Image.Image

    @cached_property
    def half(self) -> Image.Image:
        """Made when a prompt first shows it; many dialects show none."""
        return self.full.reduce(2)
