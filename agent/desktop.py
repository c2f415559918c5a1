"""The desktop as the loop needs it: look, act, and wait until the screen is quiet again."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol, TypeAlias

from PIL import Image

from actions.effects import Effect
from actions.executor import Confirm, Executor, unasked
from actions.geometry import View
from actions.schema import InputAction, OpenApp, Wait
from actions.targets import targets
from agent.control.run_control import RunControl
from agent.screen.look import frame_pixels
from agent.screen.motion import Aim, Motion
from agent.screen.screen import Frame, Screen, picture, pixel_area
from agent.screen.settle import Patience, settle
from agent.step import Observation
from agent.windows.reached import InputWindows
from model.sight.read_ahead import ReadAhead

APPLICATION_START = Patience(first_change=8.0, quiet=0.4, at_most=15.0)

_ACQUAINTANCE = 0.25  # seconds: what moves by itself shows within, or it does so slowly


OnStill: TypeAlias = Callable[[Image.Image], None]


class Desktop(Protocol):
    """What the loop operates; the live one below, and fakes in tests."""

    @property
    def view(self) -> View:
        """What a screenshot taken now would show."""

    def observe(self) -> tuple[Observation, int]:
        """Return the screenshot and a fingerprint that is equal for equal screens."""

    def act(self, action: InputAction, observation: Observation, confirm: Confirm = unasked) -> None:
        """Carry out an action that aims at the observation, each effect once it is confirmed."""

    def settle(self, action: InputAction, on_still: OnStill | None = None) -> bool:
        """Wait until the screen is quiet; say whether the action changed it.

        `on_still` is told of each screenshot that may be the next one observed.
        """


class LiveDesktop:
    """The real screen, mouse and keyboard. What is observed is read `ahead` while the model thinks."""

    def __init__(
        self,
        screen: Screen,
        executor: Executor,
        control: RunControl,
        windows: InputWindows,
        ahead: ReadAhead,
    ) -> None:
        self._screen, self._executor, self._control, self._windows = screen, executor, control, windows
        self._ahead = ahead
        self._motion: Motion | None = None

    @property
    def view(self) -> View:
        """What a screenshot taken now would show."""
        return self._screen.view

    def observe(self) -> tuple[Observation, int]:
        """Capture the screen; the fingerprint does not see what moves by itself."""
        with self._ahead.making_way():
            seen, frame = self._screen.observe()
            self._ahead.see(frame_pixels(frame))
            if self._motion is None:
                self._motion = Motion(frame, self._screen.covered)
            else:
                self._motion.look(frame, self._screen.covered)
            return replace(seen, focused=self._windows.focused_id()), self._motion.state

    def act(self, action: InputAction, observation: Observation, confirm: Confirm = unasked) -> None:
        """Send the input. Raises `ActionError`, or what the gate raises."""
        motion = self._acquainted()
        aim, begun = self._aim(action, observation), False

        def confirmed(effect: Effect) -> None:
            nonlocal begun
            confirm(effect)
            if not begun:  # what is judged by pixels may take its time
                motion.look(*self._screen.recent_frame_and_covers())
                motion.begin_action(aim)
            begun = True

        self._executor.execute(action, observation.view, confirmed)

    def settle(self, action: InputAction, on_still: OnStill | None = None) -> bool:
        """Wait for quiet; an application that starts is given time to show its window."""
        assert self._motion is not None, "observe comes before settle"
        match action:
            case OpenApp():
                patience = APPLICATION_START
            case Wait(seconds=seconds):  # nothing was sent that could still have an effect
                patience = Patience(first_change=0.0, rested=seconds)
            case _:
                patience = Patience()

        def show(frame: Frame) -> None:
            if on_still:
                on_still(picture(frame))

        return settle(self._motion, self._screen.frame_and_covers, self._control.pause, patience, show).changed

    def _acquainted(self) -> Motion:
        """Return what is known to move; where the model answered at once, that is waited for."""
        assert self._motion is not None, "observe comes before act"
        while self._motion.watched < _ACQUAINTANCE:
            self._control.pause(Patience.interval)
            self._motion.look(*self._screen.frame_and_covers())
        return self._motion

    def _aim(self, action: InputAction, observation: Observation) -> Aim:
        if isinstance(action, Wait | OpenApp):
            return Aim()
        view, (width, height) = observation.view, observation.image.size
        centres = [box.centre for box in targets(action)]
        points = tuple(
            (min(int(x * width / 1000), width - 1), min(int(y * height / 1000), height - 1)) for x, y in centres
        )
        reached = self._windows.place(view.pointer_at(centres[-1]) if centres else None)
        return Aim(points, reached and pixel_area((width, height), view.rect, reached))
