"""Opens a desktop for acting: its screen, mouse and keyboard, the guard before them, and the watch for the person.

Knows no model and no loop: a run, a recorder of what a person does, or another front end uses what it opens. pyautogui
binds the display of this process at its first use, so one process operates one display.
"""

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import partial

from actions.applications.catalogue import Catalogue
from actions.applications.desktop_entries import Application
from actions.applications.launching import launch
from actions.errors import UnknownApplicationError
from actions.executor import Executor
from actions.input.gate import Gate
from actions.secrets import SecretStore
from agent.control.run_control import RunControl
from agent.control.watcher import PersonWatcher
from agent.desktop import APPLICATION_START, LiveDesktop
from agent.errors import DesktopError
from agent.guard.caret import CaretFinder
from agent.guard.guard import Guard
from agent.guard.judge import ScreenJudge
from agent.listener import RunListener
from agent.screen.look import Look
from agent.screen.motion import Motion
from agent.screen.screen import Covers, Monitor, Screen, Window, nothing_covered
from agent.screen.settle import settle
from agent.settings import RunSettings
from agent.windows.accessibility import open_accessibility
from agent.windows.bound import bind_window
from agent.windows.reached import open_input_windows
from model.sight.ocr import Ocr
from model.sight.read_ahead import ReadAhead


@dataclass(frozen=True)
class Session:
    """An opened desktop. What is done on it passes the guard and then the control."""

    screen: Screen
    executor: Executor
    desktop: LiveDesktop
    guard: Guard
    control: RunControl

    def open_application(self, application: Application) -> None:
        """Open what the user named and wait until its window stands. Raises `Stopped`, but for no takeover."""
        motion = Motion(*self.screen.frame_and_covers())
        self.control.pause_unless_stopped(0)
        launch(application)
        settle(motion, self.screen.frame_and_covers, self.control.pause_unless_stopped, APPLICATION_START)


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
        window = opened.enter_context(closing(bind_window(settings.window))) if settings.window else None
        source = Window(window.locate, window.raise_to_front) if window else Monitor(settings.monitor)
        screen = opened.enter_context(Screen(source, covers))
        catalogue = Catalogue.read()  # once: what an editor writes under way is not in it
        executor = opened.enter_context(Executor(gate or control, SecretStore(goal), catalogue))
        windows = opened.enter_context(closing(open_input_windows()))
        accessibility = opened.enter_context(closing(open_accessibility()))
        reading = ocr or opened.enter_context(closing(Ocr()))
        ahead = opened.enter_context(closing(ReadAhead(reading)))

        def look() -> Look:
            return Look(screen.frame(), screen.view)

        judge = ScreenJudge(
            settings.policy,
            windows,
            reading,
            CaretFinder(windows, look, control, accessibility),
            control,
            partial(_application, catalogue, catalogue.named_in(f"{goal}\n{settings.open_application}")),
            executor.hover,
            bound=window.id if window else None,
        )
        guard = Guard(judge, look, listener, control, settings.approve_each, windows.kept_in_front)
        executor.leave_corner()
        opened.enter_context(PersonWatcher(control, control.sent, settings.stop_key))
        yield Session(
            screen,
            executor,
            LiveDesktop(screen, executor, control, windows, ahead),
            guard,
            control,
        )


def _application(catalogue: Catalogue, named: frozenset[Application], name: str) -> tuple[Application | None, bool]:
    """Return the application of a name, and whether the user named it."""
    try:
        found = catalogue.find(name)
    except UnknownApplicationError:
        return None, False
    return found, found in named
