"""The desktop as the loop needs it: look, act, and wait until the screen is quiet again."""

from dataclasses import replace
from typing import Protocol
from zlib import crc32

from actions.executor import Confirm, Executor, unasked
from actions.geometry import View
from actions.schema import InputAction, OpenApp
from agent.control import RunControl
from agent.screen import Frame, Screen
from agent.settle import Patience, settle
from agent.step import Observation
from agent.windows.reached import InputWindows

APPLICATION_START = Patience(first_change=8.0, quiet=0.4, at_most=15.0)


class Desktop(Protocol):
    """What the loop operates; the live one below, and fakes in tests."""

    @property
    def view(self) -> View:
        """What a screenshot taken now would show."""

    def observe(self) -> tuple[Observation, int]:
        """Return the screenshot and a fingerprint that is equal for equal screens."""

    def act(self, action: InputAction, observation: Observation, confirm: Confirm = unasked) -> None:
        """Carry out an action that aims at the observation, each effect once it is confirmed."""

    def settle(self, action: InputAction) -> bool:
        """Wait until the screen is quiet; say whether the action changed it."""


class LiveDesktop:
    """The real screen, mouse and keyboard."""

    def __init__(self, screen: Screen, executor: Executor, control: RunControl, windows: InputWindows) -> None:
        self._screen, self._executor, self._control, self._windows = screen, executor, control, windows
        self._before: Frame | None = None

    @property
    def view(self) -> View:
        """What a screenshot taken now would show."""
        return self._screen.view

    def observe(self) -> tuple[Observation, int]:
        """Capture the screen; the fingerprint is a checksum of its pixels."""
        seen, self._before = self._screen.observe()
        observation = replace(seen, focused=self._windows.focused().id)
        return observation, crc32(self._before.data)

    def act(self, action: InputAction, observation: Observation, confirm: Confirm = unasked) -> None:
        """Send the input. Raises `ActionError`, or what the gate raises."""
        self._executor.execute(action, observation.view, confirm)

    def settle(self, action: InputAction) -> bool:
        """Wait for quiet; an application that starts is given time to show its window."""
        assert self._before is not None, "observe comes before settle"
        patience = APPLICATION_START if isinstance(action, OpenApp) else Patience()
        return settle(self._before, self._screen.frame, self._control.pause, patience).changed
