"""Opens a desktop for acting: its screen, mouse and keyboard, the guard before them, and the watch for the person.

Knows no model and no loop: a run, a recorder of what a person does, or another front end uses what it opens. pyautogui
binds the display of this process at its first use, so one process operates one display.
"""

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass

from actions.applications import find_application, launch
from actions.desktop_entries import Application
from actions.errors import UnknownApplicationError
from actions.executor import Executor
from actions.gate import Gate
from actions.secrets import SecretStore
from agent.caret import CaretFinder
from agent.control import RunControl
from agent.desktop import APPLICATION_START, LiveDesktop
from agent.errors import DesktopError
from agent.guard import Guard
from agent.judge import ScreenJudge
from agent.listener import RunListener
from agent.look import Look
from agent.screen import Covers, Monitor, Screen, Window, nothing_covered
from agent.settings import RunSettings
from agent.settle import settle
from agent.watcher import PersonWatcher
from agent.windows.bound import NamedWindow
from agent.windows.reached import InputWindows, open_input_windows
from model.sight.ocr import Ocr


@dataclass(frozen=True)
class Session:
    """An opened desktop. What is done on it passes the guard and then the control."""

    screen: Screen
    executor: Executor
    desktop: LiveDesktop
    guard: Guard
    control: RunControl

    def open_application(self, application: Application) -> None:
        """Open what the user named and wait until its window stands."""
        before = self.screen.frame()
        launch(application)
        settle(before, self.screen.frame, self.control.pause, APPLICATION_START)


@contextmanager
def open_session(
    settings: RunSettings,
    goal: str,
    control: RunControl,
    listener: RunListener,
    *,
    gate: Gate | None = None,
    ocr: Ocr | None = None,
    covers: Covers = nothing_covered,
) -> Iterator[Session]:
    """Open this process's desktop for acting towards a goal; an `ocr` that is handed over stays open.

    `gate` is what every input passes, the control if none is given; `covers` says what is not to be seen: a front
    end's own windows. Raises `DesktopError` where that cannot be.
    """
    if settings.policy.stay_in_window and not settings.window:
        raise DesktopError("The policy says `stay_in_window`, but the run is bound to no window: name one (--window).")
    with ExitStack() as opened:
        screen = opened.enter_context(_open_screen(settings, covers))
        executor = opened.enter_context(Executor(gate or control, SecretStore(goal)))
        windows = opened.enter_context(closing(open_input_windows()))
        reading = ocr or opened.enter_context(closing(Ocr()))
        guard = _guard(settings, goal, control, listener, screen, executor, windows, reading)
        executor.leave_corner()
        opened.enter_context(PersonWatcher(control, control.sent, settings.stop_key))
        yield Session(screen, executor, LiveDesktop(screen, executor, control, windows), guard, control)


@contextmanager
def _open_screen(settings: RunSettings, covers: Covers) -> Iterator[Screen]:
    if not settings.window:
        with Screen(Monitor(settings.monitor), covers) as screen:
            yield screen
        return
    window = NamedWindow(settings.window)
    try:
        window.raise_to_front()
        with Screen(Window(window.locate), covers) as screen:
            yield screen
    finally:
        window.close()


def _guard(
    settings: RunSettings,
    goal: str,
    control: RunControl,
    listener: RunListener,
    screen: Screen,
    executor: Executor,
    windows: InputWindows,
    ocr: Ocr,
) -> Guard:
    def look() -> Look:
        return Look(screen.frame(), screen.view)

    def application(name: str) -> tuple[Application | None, bool]:
        try:
            return find_application(name), name.casefold() in goal.casefold()
        except UnknownApplicationError:
            return None, False

    caret = CaretFinder(windows, look, control.pause)
    judge = ScreenJudge(settings.policy, windows, ocr, caret, control, application, executor.hover)
    return Guard(judge, look, listener, control, settings.approve_each, windows.kept_in_front)
