"""What the run's thread asks the person at the panel, each with the place for the answer. Knows no widget."""

import math
import time
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Event
from typing import Generic, TypeVar

from PySide6.QtGui import QImage

from actions.schema import Action
from agent.step import Observation

_STOP_IS_SEEN_SECONDS = 0.02

T = TypeVar("T")


class Handover(Generic[T]):
    """A value that one thread waits for and another gives."""

    def __init__(self) -> None:
        self._given: SimpleQueue[T] = SimpleQueue()

    def give(self, value: T) -> None:
        """Let the waiting thread go on with `value`."""
        self._given.put(value)

    def wait(self, stopped: Event, seconds: float = math.inf) -> T | None:
        """Return what is given, or None as soon as `stopped` is set or the seconds are over."""
        deadline = time.monotonic() + seconds
        while not stopped.is_set() and time.monotonic() < deadline:
            try:
                return self._given.get(timeout=_STOP_IS_SEEN_SECONDS)
            except Empty:
                continue
        return None


@dataclass(frozen=True)
class Start:
    """A run that waits until our windows have left the desktop to it."""

    way_is_free: Handover[bool] = field(default_factory=Handover)


@dataclass(frozen=True)
class Intention:
    """An action that waits until our windows are out of its way."""

    action: Action
    observation: Observation
    way_is_free: Handover[bool] = field(default_factory=Handover)


@dataclass(frozen=True)
class Approval:
    """May this be done? Answered with the action to do, edited or not, or with None."""

    action: Action
    observation: Observation
    picture: QImage
    reason: str
    answer: Handover[Action | None] = field(default_factory=Handover)


@dataclass(frozen=True)
class Question:
    """The model's question; answered with None when nobody wants to."""

    text: str
    answer: Handover[str | None] = field(default_factory=Handover)


@dataclass(frozen=True)
class HandBack:
    """The agent waits for the person who paused it or took over."""

    answer: Handover[bool] = field(default_factory=Handover)
